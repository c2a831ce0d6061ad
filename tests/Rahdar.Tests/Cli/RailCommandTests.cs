using System.Text.Json;
using System.Text.RegularExpressions;
using Rahdar.Tests.Conformance;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: the verbs of `rail` answer in text and JSON with the promised exit codes. Method: the examples of the
/// README, broken files, and the page of the format against the source.</summary>
[Collection("console")]
public sealed partial class RailCommandTests
{
    private const string Material = "tests/Conformance/rail-running-time";

    [Fact]
    public void Every_train_runs_over_every_path_of_a_folder()
    {
        var run = CommandLineTests.Run(["rail", "runtime", Full(Material)]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(6, run.Out.Split("running time ").Length - 1);
        Assert.Contains("running time 745.1 s = 12 min 25 s; exact 748.5 s", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_run_has_its_time_and_states()
    {
        var run = CommandLineTests.Run(["rail", "runtime", Full(Material + "/trains/freight.yaml"),
            Full(Material + "/paths/speed.yaml"), "--json"]);
        Assert.Equal(0, run.Code);
        var one = JsonDocument.Parse(run.Out).RootElement.GetProperty("runs")[0];
        Assert.Equal(750.45, one.GetProperty("runningTimeSeconds").GetDouble(), 0.1);
        Assert.Equal("braking", one.GetProperty("points")[6].GetProperty("behaviour").GetString());
    }

    [Fact]
    public void Forms_alone_are_checked_and_wrong_ones_told_all_at_once()
    {
        var valid = CommandLineTests.Run(["rail", "runtime", Full(Material + "/schema-rolling-stock/valid")]);
        Assert.Equal((0, ""), (valid.Code, valid.Error));
        var invalid = CommandLineTests.Run(["rail", "runtime", Full(Material + "/schema-rolling-stock/invalid")]);
        Assert.Equal((2, ""), (invalid.Code, invalid.Out));
        Assert.Equal(10, invalid.Error.Split(".yaml\n").Length - 1);
    }

    [Fact]
    public void Train_that_cannot_climb_ends_with_exit_code_3()
    {
        using var folder = new ScratchFolder().With(Material);
        folder.Change("paths/slope.yaml", "160,           15.00", "160,           80.00");
        var run = CommandLineTests.Run(["rail", "runtime", folder.Name]);
        Assert.Equal(3, run.Code);
        Assert.Contains("no-run:stalled", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rail runtime nowhere", "rail:missing-file")]
    [InlineData("rail runtime nowhere --step 0", "query:step")]
    [InlineData("rail capacity nowhere.json", "rail:missing-file")]
    [InlineData("rail line ML99", "query:line")]
    public void Wrong_question_has_a_code(string line, string code)
    {
        var run = CommandLineTests.Run(line);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Capacity_cases_are_answered_also_where_the_train_is_a_shipped_one()
    {
        using var folder = new ScratchFolder().With("tests/Conformance/rail-capacity");
        var run = CommandLineTests.Run(["rail", "capacity", Path.Combine(folder.Name, "vectors.json"), "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var cases = JsonDocument.Parse(run.Out).RootElement.GetProperty("cases");
        var strahl = cases.EnumerateArray().Single(c => c.GetProperty("id").GetString() == "strahl-trainruns");
        Assert.Equal(13435.1105, strahl.GetProperty("answer").GetProperty("R_train_N").GetDouble(), 0.001);
    }

    [Fact]
    public void Study_of_a_line_names_its_sources_and_says_that_the_profile_is_unknown()
    {
        var text = CommandLineTests.Run("rail line ML1");
        Assert.Equal((0, ""), (text.Code, text.Error));
        Assert.Contains(
            "profile of the line is in no table", text.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("NEWS20-ML1", text.Out, StringComparison.Ordinal);
        var json = JsonDocument.Parse(CommandLineTests.Run("rail line ML1 --json").Out).RootElement;
        Assert.Equal(4, json.GetProperty("sections").GetArrayLength());
    }

    [Fact]
    public void Page_of_the_format_names_the_codes_of_the_source()
    {
        var page = Checkout.ReadText("docs/formats/rail.md");
        var codes = Checkout.ListFiles("src/Rahdar.Lines", ".cs")
            .Concat(Checkout.ListFiles("src/Rahdar.Tower/Rail", ".cs"))
            .SelectMany(f => Code().Matches(Checkout.ReadText(f)).Select(m => m.Value)).Distinct().ToList();
        Assert.True(codes.Count > 30, $"{codes.Count} codes found");
        Assert.DoesNotContain(codes, c => !page.Contains($"`{c}`", StringComparison.Ordinal));
    }

    private static string Full(string file) => Path.Combine(Checkout.Root, file);

    [GeneratedRegex("(?:yaml|form|train|capacity|rail|query|no-run|no-study):[a-z]+(?:-[a-z]+)*")]
    private static partial Regex Code();
}
