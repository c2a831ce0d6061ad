using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Ports, storage tiers and handling rows.</summary>
internal static class PortReader
{
    private static readonly string[] Shown =
    [
        "berths", "quay_m", "draft_m", "container_capacity_teu_yr", "general_capacity_t_yr", "throughput_teu_yr",
        "throughput_t_yr", "spare_share", "rail_connected", "free_zone", "off_dock",
    ];

    private static readonly Dictionary<string, Carrier> Carriers = new()
    {
        ["origin"] = Carrier.Origin,
        ["rail"] = Carrier.Rail,
        ["road"] = Carrier.Road,
        ["sea"] = Carrier.Sea,
        ["air"] = Carrier.Air,
        ["destination"] = Carrier.Destination,
    };

    private static readonly Dictionary<string, bool> Grounds = new() { ["port"] = true, ["yard"] = false };

    internal static IReadOnlyList<Port> ReadPorts(CorridorTables t)
    {
        var list = new List<Port>();
        foreach (var row in t.Rows("facts/ports.csv"))
        {
            var place = t.RequirePlace(row, "port_id");
            var id = row.Text("terminal") is { Length: > 0 } terminal && row.Text("port_id") is { } port
                ? list.Any(p => p.Place.Value == port) ? $"{port}:{terminal}" : port
                : row.Text("port_id");
            var dwell = row.Triangle("dwell_min_d", "dwell_mode_d", "dwell_max_d", 0, 400);
            var charge = row.Triangle("thc_20_usd_min", "thc_20_usd_mode", "thc_20_usd_max", 0, 10_000);
            if (place is null) continue;
            list.Add(new Port(
                place.Value, row.Text("terminal"), Single(row, id, "free_days", "d"),
                Single(row, id, "storage_usd_per_day_20", "USD/d"), Single(row, id, "storage_usd_per_day_40", "USD/d"),
                row.Figure(id, "dwell_d", "d", dwell), row.Figure(id, "thc_20_usd", "USD/box", charge),
                Single(row, id, "thc_40_usd_mode", "USD/box"),
                Shown.Where(c => row.Text(c).Length > 0).ToDictionary(c => c, row.Text),
                row.Text("status"), row.Date("status_date"), row.Text("hazard"))
            {
                Berths = Single(row, id, "berths", "berths"),
            });
        }
        return list;
    }

    internal static IReadOnlyList<StorageTier> ReadTiers(CorridorTables t)
    {
        var list = new List<StorageTier>();
        foreach (var row in t.Rows("ours/storage_tiers.csv"))
        {
            var place = t.RequirePlace(row, "place_id");
            foreach (var column in new[] { "from_day", "usd_per_day" }) row.Required(column);
            var isPort = row.Word("ground", Grounds, true);
            var day = Single(row, row.Text("place_id"), "from_day", "d");
            var usd = Single(row, row.Text("place_id"), "usd_per_day", "USD/d");
            if (place is { } p && day is not null && usd is not null)
                list.Add(new StorageTier(p, day with { Id = $"storage_tiers/{p}:{day.Value}/from_day" },
                    usd with { Id = $"storage_tiers/{p}:{day.Value}/usd_per_day" }, isPort));
        }
        return list;
    }

    internal static IReadOnlyList<HandlingRow> ReadHandling(CorridorTables t, FaultCollector faults)
    {
        var list = new List<HandlingRow>();
        foreach (var row in t.Rows("ours/handling.csv"))
        {
            var id = row.Text("handling_id");
            var from = row.Word("from_carrier", Carriers, Carrier.Origin);
            var to = row.Word("to_carrier", Carriers, Carrier.Destination);
            var hours = row.Figure(id, "hours", "h", row.Triangle("hours_min", "hours_mode", "hours_max", 0, 5000));
            var usd = row.Figure(
                id, "usd_per_box", "USD/box", row.Triangle("usd_min", "usd_mode", "usd_max", 0, 100_000));
            row.Required("hours_mode");
            row.Required("usd_mode");
            var isThroughPort = row.Word("through_port", CsvRow.YesNo, false);
            var addsDwell = row.Word("adds_port_dwell", CsvRow.YesNo, false);
            if (hours is not null && usd is not null)
                list.Add(new HandlingRow(id, from, to, hours, usd, isThroughPort, addsDwell));
        }
        if (!faults.IsCleanIn("ours/handling.csv")) return list;
        foreach (var pair in list.GroupBy(h => (h.From, h.To)).Where(g => g.Count() > 1))
            faults.Add("ours/handling.csv", 0, "", "csv:duplicate-id",
                $"two rows for {pair.Key.From} to {pair.Key.To}");
        return list;
    }

    private static Figure? Single(CsvRow row, string id, string column, string unit) =>
        row.Number(column, 0, 1_000_000) is { } value ? row.Figure(id, column, unit, Triangle.Exactly(value)) : null;
}
