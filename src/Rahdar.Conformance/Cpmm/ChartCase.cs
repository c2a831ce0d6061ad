using System.Text.Json;
using Rahdar.Indicators.Charts;

namespace Rahdar.Conformance.Cpmm;

/// <summary>A time/cost-distance chart: points exactly, ratios as far as they are given.</summary>
internal static class ChartCase
{
    // Ratios are given to four decimals.
    private const decimal Rounded = 0.00005m;

    internal static SuiteCase Of(string file, JsonElement json) => SuiteCase.Of(file, () =>
    {
        var chart = TimeCostChart.Of(
        [
            .. json.GetProperty("legs").EnumerateArray().Select(l => new ChartLeg(
                l.GetProperty("name").GetString()!, Number(l, "km"), Number(l, "h"), Number(l, "usd"))),
        ]);
        return Compare(json.GetProperty("expected"), chart);
    });

    private static IEnumerable<Difference> Compare(JsonElement expected, TimeCostChart chart)
    {
        var found = new Dictionary<string, object?>
        {
            ["points"] = null,
            ["totalKm"] = chart.TotalKm,
            ["totalH"] = chart.TotalHours,
            ["totalUsd"] = chart.TotalUsd,
            ["nodeTimeShare"] = chart.NodeTimeShare,
            ["worstNode"] = chart.WorstNode,
            ["avgSpeed"] = chart.AverageSpeed,
            ["usdPerKm"] = chart.UsdPerKm,
        };
        foreach (var difference in ExpectedFigures.Compare(expected, found, Rounded))
            if (difference.Of != "points") yield return difference;
        if (!expected.TryGetProperty("points", out var points)) yield break;
        if (points.GetArrayLength() != chart.Points.Count)
            yield return new Difference("points", $"{points.GetArrayLength()}", $"{chart.Points.Count}");
        foreach (var (i, point) in points.EnumerateArray().Index().Take(chart.Points.Count))
            foreach (var difference in ExpectedFigures.Compare(point, PointOf(chart.Points[i]), 0))
                yield return difference with { Of = $"points[{i}].{difference.Of}" };
    }

    private static Dictionary<string, object?> PointOf(ChartPoint point) =>
        new() { ["km"] = point.Km, ["h"] = point.Hours, ["usd"] = point.Usd };

    private static decimal Number(JsonElement leg, string name) => leg.GetProperty(name).GetDecimal();
}
