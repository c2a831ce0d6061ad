using System.Text.Json;
using Rahdar.Tests.Expected;
using Rahdar.Tests.House;
using Rahdar.Tests.Reports;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: the page that is shipped is what `calibrate` prints, and the JSON is that of its page. Method: the
/// command line runs in this process on the shipped corridor.</summary>
[Collection("console")]
public sealed class CalibrateCommandTests
{
    [Fact]
    public void Shipped_page_is_what_the_command_prints()
    {
        var run = CommandLineTests.Run("calibrate");
        Assert.Equal((0, ""), (run.Code, run.Error));
        ApprovedFile.Check("../../../docs/calibration.md", run.Out);
    }

    [Fact]
    public void Report_is_written_to_a_file_instead()
    {
        var file = Path.GetTempFileName();
        try
        {
            var run = CommandLineTests.Run(["calibrate", "--write", file]);
            Assert.Equal((0, "", ""), run);
            Assert.Equal(Checkout.ReadText("docs/calibration.md"), File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void File_that_cannot_be_written_is_told_in_one_line()
    {
        var run = CommandLineTests.Run("calibrate --write /");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("rahdar: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_lists_every_path_of_the_json()
    {
        using var json = JsonDocument.Parse(CommandLineTests.Run("calibrate --json").Out);
        var lines = Checkout.ReadText("docs/formats/calibration-json.md").Split('\n')
            .SkipWhile(l => l != "```paths-calibrate").Skip(1).TakeWhile(l => l != "```");
        Assert.Equal(lines.Order(StringComparer.Ordinal), PlanJsonTests.Paths(json.RootElement));
    }
}
