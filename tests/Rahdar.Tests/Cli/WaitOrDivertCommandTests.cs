using System.Text.Json;
using Rahdar.Tests.House;
using Rahdar.Tests.Reports;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: `wait-or-divert` says its answer first, in 80 columns and as the JSON of the page, and tells all
/// that is wrong with a question at once. Method: the command line runs in this process on the shipped
/// corridor.</summary>
[Collection("console")]
public sealed class WaitOrDivertCommandTests
{
    private const string Question = "wait-or-divert --from PKUET --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t";

    [Fact]
    [Trait("Category", "Slow")]
    public void Answer_stands_in_the_first_sentence()
    {
        var run = CommandLineTests.Run($"{Question} --crossing PKTFT-IRMJV --scenario taftan-shut-30");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches("^(Leave|Wait|Go to) ", run.Out);
        Assert.Contains("expected generalised cost", CommandLineTests.Flat(run.Out), StringComparison.Ordinal);
        Assert.Contains("What this rests on", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Page_lists_every_path_of_the_json()
    {
        var run = CommandLineTests.Run($"{Question} --crossing PKTFT-IRMJV --scenario taftan-shut-30 --json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(OnPage("paths-wait-or-divert"), PlanJsonTests.Paths(json.RootElement));
    }

    [Fact]
    public void Open_crossing_is_said_to_be_open()
    {
        var run = CommandLineTests.Run($"{Question} --crossing TORKHAM-RD-OUT --known 2025-06-01");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("TORKHAM-RD-OUT is not known to be shut", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void No_way_is_exit_code_3_with_its_code()
    {
        var run = CommandLineTests.Run(
            $"{Question} --crossing PKTFT-IRMJV --scenario taftan-shut-30 --avoid PK");
        Assert.Equal((3, ""), (run.Code, run.Error));
        Assert.StartsWith("No plan: no-plan:mode.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_of_one_crossing_stands_for_it_and_a_road_alone_is_told()
    {
        var pair = CommandLineTests.Run($"{Question} --crossing IRMJV-PKTFT --scenario taftan-shut-30");
        Assert.Equal(pair.Out, CommandLineTests.Run($"{Question} --crossing Taftan --scenario taftan-shut-30").Out);
        var road = CommandLineTests.Run($"{Question} --crossing TAFTAN-RD --scenario taftan-shut-30");
        Assert.Contains(
            "asked about TAFTAN-RD alone, not about TAFTAN-RL: IRMJV-PKTFT takes all of them",
            CommandLineTests.Flat(road.Out), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var run = CommandLineTests.Run(
            "wait-or-divert --from zzzqq --to RUASF --ready soon --cargo 0x20ft:1t --crossing Taftn "
            + "--value-of-time=-3");
        Assert.Equal(2, run.Code);
        string[] codes =
        [
            "query:unknown-place", "query:date", "query:boxes", "query:unknown-crossing", "query:value-of-time",
        ];
        var error = CommandLineTests.Flat(run.Error);
        Assert.All(codes, c => Assert.Contains($"[{c}]", error, StringComparison.Ordinal));
        Assert.Contains("TAFTAN-RD", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--value-of-time=1e9")]
    [InlineData("--value-of-time=lots")]
    [InlineData("--value-of-time=99999999999999999999999999999999")]
    [InlineData("--crossing=A-B-C")]
    [InlineData("--crossing=PKLHE-RUASF")]
    public void Value_or_crossing_that_cannot_be_is_refused(string option)
    {
        var crossing = option.StartsWith("--crossing", StringComparison.Ordinal) ? "" : " --crossing TAFTAN-RD";
        Assert.Equal(2, CommandLineTests.Run($"{Question}{crossing} {option}").Code);
    }

    internal static List<string> OnPage(string fence)
    {
        var page = Checkout.ReadText("docs/formats/questions-json.md");
        var lines = page.Split('\n').SkipWhile(l => l != "```" + fence).Skip(1).TakeWhile(l => l != "```");
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
