using System.Text.Json;
using Rahdar.Reports;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Reports;

/// <summary>Goal: the JSON of `simulate` and `compare` is what docs/formats/simulation-json.md says. Method: results
/// made by hand, <see cref="SimulationSamples"/>, against the lists of paths on the page.</summary>
public sealed class SimulationJsonTests
{
    [Fact]
    public void Page_lists_every_path_of_a_simulation() =>
        Assert.Equal(OnPage("paths-simulate", "result."), PlanJsonTests.Paths(Simulation()));

    [Fact]
    public void Page_lists_every_path_of_a_comparison() =>
        Assert.Equal(
            OnPage("paths-compare", "plain.", "scenarios[].result."), PlanJsonTests.Paths(Comparison()));

    [Fact]
    public void What_no_run_has_a_value_of_is_left_out()
    {
        var resources = Simulation().GetProperty("result").GetProperty("resources").EnumerateArray().ToList();
        Assert.False(resources[1].TryGetProperty("utilisation", out _));
        var wait = resources[1].GetProperty("waitHours");
        Assert.Equal((20, 1), (wait.GetProperty("mean").GetDouble(), wait.GetProperty("runs").GetInt32()));
        Assert.False(wait.TryGetProperty("low", out _));
        var relation = Simulation().GetProperty("result").GetProperty("relations")[1];
        Assert.False(relation.TryGetProperty("p50Days", out _));
        Assert.True(relation.TryGetProperty("onTheWay", out _));
    }

    [Fact]
    public void Interval_is_the_mean_less_and_more_its_half()
    {
        var hours = Simulation().GetProperty("result").GetProperty("resources")[0].GetProperty("unitHoursPerDay");
        Assert.Equal(
            (2400, 2100, 2700, 4),
            (hours.GetProperty("mean").GetDouble(), hours.GetProperty("low").GetDouble(),
                hours.GetProperty("high").GetDouble(), hours.GetProperty("runs").GetInt32()));
    }

    [Fact]
    public void Change_says_whether_it_is_more_than_luck()
    {
        var changes = Comparison().GetProperty("scenarios")[0].GetProperty("changes").EnumerateArray().ToList();
        Assert.True(changes[0].GetProperty("moreThanLuck").GetBoolean());
        Assert.False(changes[1].GetProperty("moreThanLuck").GetBoolean());
    }

    private static JsonElement Simulation() =>
        JsonDocument.Parse(SimulationJson.Answer(SimulationSamples.Answer())).RootElement;

    private static JsonElement Comparison() =>
        JsonDocument.Parse(ComparisonJson.Answer(SimulationSamples.Comparison())).RootElement;

    /// <summary>A list of the page, with the paths of a result wherever one stands.</summary>
    private static List<string> OnPage(string fence, params string[] results) =>
    [
        .. Fenced(fence).Concat(results.SelectMany(r => Fenced("paths-result").Select(p => r + p)))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Fenced(string fence) =>
        Checkout.ReadText("docs/formats/simulation-json.md").Split('\n').SkipWhile(l => l != "```" + fence).Skip(1)
            .TakeWhile(l => l != "```");
}
