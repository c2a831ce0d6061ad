using Rahdar.Network.Indicators;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Published values of the corridor performance monitoring.</summary>
internal static class IndicatorReader
{
    private static readonly Dictionary<string, IndicatorScope> Scopes = new()
    {
        ["region"] = IndicatorScope.Region,
        ["country"] = IndicatorScope.Country,
        ["corridor"] = IndicatorScope.Corridor,
        ["bcp"] = IndicatorScope.Post,
    };

    private static readonly Dictionary<string, IndicatorDirection> Directions = new()
    {
        ["all"] = IndicatorDirection.All,
        ["outbound"] = IndicatorDirection.Outbound,
        ["inbound"] = IndicatorDirection.Inbound,
    };

    private static readonly Dictionary<string, Mode> Modes = new() { ["rail"] = Mode.Rail, ["road"] = Mode.Road };

    internal static IReadOnlyList<PublishedIndicator> Read(CorridorTables t)
    {
        var list = new List<PublishedIndicator>();
        foreach (var row in t.Rows("facts/cpmm.csv"))
        {
            var id = row.Text("record_id");
            var year = row.RequiredWhole("data_year", ReadingLimits.YearMin, ReadingLimits.YearMax);
            var scope = row.Word("scope_type", Scopes, IndicatorScope.Region);
            if (scope == IndicatorScope.Post) t.RequirePlace(row, "scope_id");
            var (mode, kind) = (row.Word("mode", Modes, Mode.Road), row.Required("indicator"));
            var direction = row.Word("direction", Directions, IndicatorDirection.All);
            var value = row.RequiredNumber("value", 0, 1_000_000);
            if (year is null || value is null) continue;
            list.Add(new PublishedIndicator(
                id, year.Value, scope, row.Text("scope_id"), mode, direction, kind,
                row.Figure(id, "value", row.Text("unit"), Triangle.Exactly(value.Value))!, row.Text("note"))
            {
                Corridors =
                [
                    .. row.Text("corridors")
                        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Where(c => c.All(char.IsAsciiDigit)).Select(c => "C" + c),
                ],
            });
        }
        return list;
    }
}
