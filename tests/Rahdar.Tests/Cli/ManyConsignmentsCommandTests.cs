using System.Text.Json;
using Rahdar.Tests.House;
using Rahdar.Tests.Reports;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: `consolidate`, `share` and `what-if` say their answer first, in 80 columns and as the JSON of the
/// page, and tell all that is wrong at once. Method: the command line runs in this process on the shipped
/// corridor.</summary>
[Collection("console")]
public sealed class ManyConsignmentsCommandTests
{
    private const string Question = "--from PKLHE --to RUASF --ready 2025-06-21 --known 2025-06-21";
    private const string Consolidate = $"consolidate {Question} --cargo 32x20ft:20t --parts 32,16 --later-days 1";
    private const string WhatIf = $"what-if {Question} --cargo 16x20ft:20t --draws 50";

    [Fact]
    [Trait("Category", "Slow")]
    public void Consolidation_says_its_answer_first_and_as_json()
    {
        var run = CommandLineTests.Run(Consolidate);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Send ", run.Out, StringComparison.Ordinal);
        Assert.Contains("planning values (means)", CommandLineTests.Flat(run.Out), StringComparison.Ordinal);
        AssertOnPage("paths-consolidate", Consolidate);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Shared_room_says_its_answer_first_and_as_json()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "list.csv");
        File.WriteAllText(file, "id,from,to,ready,cargo,priority\nA,PKLHE,RUASF,2025-06-21,16x20ft:20t,1\n"
            + "B,PKLHE,RUASF,2025-06-21,16x20ft:20t,2\n");
        var run = CommandLineTests.Run($"share {file} --later-days 1");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("All 2 consignments have a plan", run.Out, StringComparison.Ordinal);
        Assert.Contains("not an optimum", CommandLineTests.Flat(run.Out), StringComparison.Ordinal);
        AssertOnPage("paths-share", $"share {file} --later-days 1");
        folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Order_of_scenarios_changes_nothing()
    {
        var run = CommandLineTests.Run($"{WhatIf} --scenario taftan-shut-30 --scenario open-rasht-astara");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("open-rasht-astara is NOT IN FORCE on these dates: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Against no scenario, taftan-shut-30 changes", CommandLineTests.Flat(run.Out),
            StringComparison.Ordinal);
        Assert.Equal(run, CommandLineTests.Run($"{WhatIf} --scenario open-rasht-astara taftan-shut-30"));
        AssertOnPage("paths-what-if", $"{WhatIf} --scenario taftan-shut-30");
    }

    [Theory]
    [InlineData("--parts=0", "query:parts")]
    [InlineData("--parts=16,x", "query:parts")]
    [InlineData("--parts=33", "query:parts")]
    [InlineData("--parts=1,2,3,4,5,6,7,8,9", "query:parts")]
    [InlineData("--later-days=15", "query:later-days")]
    [InlineData("--value-of-time=-1", "query:value-of-time")]
    public void Split_that_cannot_be_is_refused(string option, string code)
    {
        var run = CommandLineTests.Run($"consolidate {Question} --cargo 32x20ft:20t {option}");
        Assert.Equal(2, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scenario nope", "scenario:missing-file")]
    [InlineData("--scenario taftan-shut-30 taftan-shut-30", "query:duplicate-scenario")]
    [InlineData("--scenario a b c d e f g h i j k l m", "query:too-many-scenarios")]
    [InlineData("--scenario taftan-shut-30 --draws 0", "query:draws")]
    public void Scenarios_that_cannot_be_compared_are_refused(string options, string code)
    {
        var run = CommandLineTests.Run($"what-if {Question} --cargo 16x20ft:20t {options}");
        Assert.Equal(2, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_not_there_is_refused()
    {
        var run = CommandLineTests.Run("share no-such-file.csv --later-days 99");
        Assert.Equal(2, run.Code);
        Assert.Contains("csv:missing-file", run.Error, StringComparison.Ordinal);
        Assert.Contains("query:later-days", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Every path of the answer stands on the page; those of rare answers may stand there too.</summary>
    private static void AssertOnPage(string fence, string command)
    {
        using var json = JsonDocument.Parse(CommandLineTests.Run($"{command} --json").Out);
        var page = Checkout.ReadText("docs/formats/questions-json.md");
        var lines = page.Split('\n').SkipWhile(l => l != "```" + fence).Skip(1).TakeWhile(l => l != "```");
        Assert.Empty(PlanJsonTests.Paths(json.RootElement).Except(lines));
    }
}
