using System.Text.Json;
using Rahdar.Tests.House;
using Rahdar.Tests.Reports;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: `plan` says how sure its plans are, what decides and why a way is not there, in 80 columns and as the
/// JSON of the pages; wrong options are told with their codes. Method: the command line runs in this process on the
/// shipped corridor.</summary>
[Collection("console")]
public sealed class PlanAheadCommandTests
{
    private const string Question =
        "plan --from PKLHE --to RUASF --ready 2025-06-21 --known 2025-06-11 --cargo 16x20ft:20t";

    [Theory]
    [InlineData("--draws=-1", "query:draws")]
    [InlineData("--draws=20001", "query:draws")]
    [InlineData("--by=soon", "query:date")]
    [InlineData("--by=2025-13-01", "query:date")]
    [InlineData("--value-of-time=lots", "query:value-of-time")]
    [InlineData("--why-not=zzzqq", "query:unknown-way")]
    public void Wrong_option_is_told_with_its_code(string option, string code)
    {
        var run = CommandLineTests.Run($"{Question} {option}");
        Assert.Equal(2, run.Code);
        Assert.Contains($"[{code}]", CommandLineTests.Flat(run.Error), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var run = CommandLineTests.Run(
            "plan --from zzzqq --to RUASF --ready soon --cargo 0x20ft:1t --draws 0 --by 2025-07-01 "
            + "--value-of-time=-3 --why-not zzzqq");
        Assert.Equal(2, run.Code);
        string[] codes =
        [
            "query:unknown-place", "query:date", "query:boxes", "query:draws", "query:value-of-time",
            "query:unknown-way",
        ];
        var error = CommandLineTests.Flat(run.Error);
        Assert.All(codes, c => Assert.Contains($"[{c}]", error, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void List_shows_percentiles_chances_and_what_binds()
    {
        var run = CommandLineTests.Run($"{Question} --by 2025-07-16 --details 1");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var text = CommandLineTests.Flat(run.Out);
        foreach (var words in new[]
            {
                "1,000 draws (seed 1)", "p50", "by 2025-07-16 23:59:", "misses S-PKRU-RAIL:", "binding: border",
                "You may miss", "planning values (means)", "Best value is plan",
            })
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Without_draws_the_list_says_that_it_holds_planning_values()
    {
        var run = CommandLineTests.Run($"{Question} --draws 0 --details 0");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("All are planning values (means): nothing was drawn.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("p90", run.Out[run.Out.IndexOf("exact front", StringComparison.Ordinal)..],
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Estimates_that_decide_stand_in_the_first_lines()
    {
        // At 752 USD a day the announced train and the cheapest plan are about as good.
        var run = CommandLineTests.Run($"{Question} --value-of-time 752 --details 0");
        var lines = run.Out.Split('\n');
        Assert.Equal("This ranking rests on estimates:", lines[2]);
        Assert.InRange(lines.Skip(3).TakeWhile(l => !l.StartsWith("ready", StringComparison.Ordinal))
            .Count(l => l.StartsWith("  - ", StringComparison.Ordinal)), 1, 6);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Tornado_and_worth_of_information_are_printed_aligned()
    {
        var run = CommandLineTests.Run($"{Question} --value-of-time 752 --sensitivity 3");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("What moves plan 3", run.Out, StringComparison.Ordinal);
        Assert.Contains("no more than noise", CommandLineTests.Flat(run.Out), StringComparison.Ordinal);
        var axes = run.Out.Split('\n').Select(l => l.IndexOf('|', StringComparison.Ordinal)).Where(at => at > 0);
        Assert.Single(axes.Distinct());
        Assert.Equal(2, CommandLineTests.Run($"{Question} --sensitivity 99").Code);
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("paths-sensitivity", "--sensitivity 4 --value-of-time 752")]
    [InlineData("paths-why-not", "--why-not PJ-RASHTASTARA", "--why-not KZALA")]
    public void Page_lists_every_path_of_the_json(string fence, params string[] options)
    {
        var paths = PlanJsonTests.Union(options.Select(o =>
        {
            var run = CommandLineTests.Run($"{Question} {o} --json");
            Assert.Equal((0, ""), (run.Code, run.Error));
            return JsonDocument.Parse(run.Out).RootElement;
        }));
        var page = Checkout.ReadText("docs/formats/questions-json.md");
        var lines = page.Split('\n').SkipWhile(l => l != "```" + fence).Skip(1).TakeWhile(l => l != "```");
        Assert.Equal(lines.Order(StringComparer.Ordinal), paths);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Name_of_a_place_in_another_script_is_a_way()
    {
        var run = CommandLineTests.Run([.. Question.Split(' '), "--why-not", "تفتان"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("why-not:shown", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("It is there: plan", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Same_seed_gives_the_same_bytes()
    {
        var first = CommandLineTests.Run($"{Question} --seed 7 --draws 200 --details 0").Out;
        Assert.Equal(first, CommandLineTests.Run($"{Question} --seed 7 --draws 200 --details 0").Out);
        Assert.NotEqual(first, CommandLineTests.Run($"{Question} --seed 8 --draws 200 --details 0").Out);
    }
}
