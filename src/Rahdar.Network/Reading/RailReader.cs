using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Line sections, gauge breaks and wagons.</summary>
internal static class RailReader
{
    // What changes on the way counts as its weaker part; a row that does not say counts as single.
    private static readonly Dictionary<string, int> TrackCounts = new()
    {
        ["double"] = 2,
        ["mostly double"] = 2,
        ["single"] = 1,
        ["mostly single"] = 1,
        ["mixed"] = 1,
        ["part double"] = 1,
    };

    private const StringSplitOptions Plain = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    internal static IReadOnlyList<GaugeBreak> ReadGaugeBreaks(CorridorTables t)
    {
        var list = new List<GaugeBreak>();
        foreach (var row in t.Rows("facts/gauge_change.csv"))
        {
            var id = row.Text("gauge_id");
            var place = t.RequirePlace(row, "place_id");
            var from = row.RequiredWhole("from_gauge_mm", 600, 2000);
            var to = row.RequiredWhole("to_gauge_mm", 0, 2000);
            var capacity = row.Triangle(
                "capacity_min_per_day", "capacity_mode_per_day", "capacity_max_per_day", 0, 100_000);
            var work = row.Triangle("hours_per_train_min", "hours_per_train_mode", "hours_per_train_max", 0, 5000);
            var wait = row.Triangle(
                "wait_for_wagons_min_h", "wait_for_wagons_mode_h", "wait_for_wagons_max_h", 0, 10_000);
            var cost = row.Triangle("cost_min_usd", "cost_mode_usd", "cost_max_usd", 0, 100_000);
            if (place is null || from is null || to is null) continue;
            list.Add(new GaugeBreak(
                id, place.Value, row.Text("name"), new Gauge(from.Value), to == 0 ? null : new Gauge(to.Value),
                row.Text("method"),
                row.Figure(id, "capacity_per_day", row.Text("capacity_unit") + "/d", capacity),
                row.Text("capacity_unit"),
                row.Figure(id, "hours_per_train", "h", work), row.Figure(id, "wait_for_wagons_h", "h", wait),
                row.Figure(id, "cost_usd", "USD/box", cost), row.Text("status")));
        }
        return list;
    }

    internal static IReadOnlyList<RailSection> ReadSections(CorridorTables t)
    {
        var list = new List<RailSection>();
        foreach (var row in t.Rows("facts/rail_sections.csv"))
        {
            var id = row.Text("section_id");
            var from = t.RequirePlace(row, "from_id");
            var to = t.RequirePlace(row, "to_id");
            var via = new List<PlaceId>();
            foreach (var text in row.Text("via").Split(';', Plain))
                if (t.MayBePlace(text)) via.Add(new PlaceId(text));
                else CorridorTables.FaultPlace(row, "via", text);
            var gauge = row.RequiredWhole("gauge_mm", 600, 2000);
            var speed = row.Triangle(
                "freight_speed_min_kmh", "freight_speed_mode_kmh", "freight_speed_max_kmh", 0.1m, 400);
            if (from is null || to is null || gauge is null) continue;
            list.Add(new RailSection(
                id, row.Text("scenario"), row.Text("name"), from.Value, to.Value, via, new Gauge(gauge.Value),
                Single(row, id, "length_km", "km"), row.Figure(id, "freight_speed_kmh", "km/h", speed),
                Single(row, id, "axle_load_t", "t"), Single(row, id, "max_train_length_m", "m"),
                Single(row, id, "max_gross_t", "t"), row.Text("status"), false)
            {
                PathsPerDay = Single(row, id, "paths_per_day_each_way", "paths/d"),
                UsedPaths = Single(row, id, "used_paths_per_day_each_way", "paths/d"),
                MaxSpeed = Single(row, id, "max_speed_kmh", "km/h"),
                TrackCount = Tracks(row),
            });
        }
        return list;
    }

    private static int Tracks(CsvRow row)
    {
        var text = row.Text("tracks");
        var isPartSingle = text.StartsWith("double to ", StringComparison.Ordinal)
            && text.EndsWith(" then single", StringComparison.Ordinal);
        return text.Length == 0 || isPartSingle ? 1 : row.Word("tracks", TrackCounts, 1);
    }

    internal static IReadOnlyList<ContainerWagon> ReadWagons(CorridorTables t)
    {
        var list = new List<ContainerWagon>();
        foreach (var row in t.Rows("ours/wagons.csv"))
        {
            var id = row.Text("wagon_id");
            var gauge = row.RequiredWhole("gauge_mm", 600, 2000);
            foreach (var column in new[] { "tare_t", "teu", "payload_t", "length_m", "axles" }) row.Required(column);
            var (tare, teu) = (Single(row, id, "tare_t", "t"), Single(row, id, "teu", "TEU"));
            var (payload, length) = (Single(row, id, "payload_t", "t"), Single(row, id, "length_m", "m"));
            var axles = Single(row, id, "axles", "axles");
            if (gauge is not null && tare is not null && teu is not null && payload is not null && length is not null
                && axles is not null)
                list.Add(new ContainerWagon(id, new Gauge(gauge.Value), tare, teu, payload, length, axles));
        }
        return list;
    }

    private static Figure? Single(CsvRow row, string id, string column, string unit) =>
        row.Number(column, 0, 100_000) is { } value ? row.Figure(id, column, unit, Triangle.Exactly(value)) : null;
}
