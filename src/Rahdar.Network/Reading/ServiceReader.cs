using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Places;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Services, their kinds, their dated claims and published departures.</summary>
internal static class ServiceReader
{
    private static readonly Dictionary<string, ServiceKind> Kinds = new()
    {
        ["frequency"] = ServiceKind.Frequency,
        ["fill"] = ServiceKind.Fill,
        ["timetabled"] = ServiceKind.Timetabled,
    };

    private static readonly Dictionary<string, Mode> Modes = new()
    {
        ["rail"] = Mode.Rail,
        ["road"] = Mode.Road,
        ["sea"] = Mode.Sea,
        ["ro-ro"] = Mode.RoRo,
        ["air"] = Mode.Air,
    };

    private static readonly Dictionary<string, bool> Offers =
        new() { ["yes"] = true, ["departure"] = false, ["no"] = false };

    internal static IReadOnlyList<Service> ReadServices(CorridorTables t)
    {
        var kinds = t.Rows("ours/service_kinds.csv").ToLookup(r => r.Text("service_id"));
        var kindIds = t.Ids("ours/service_kinds.csv", "service_id");
        var words = t.Ids("ours/service_words.csv", "status");
        var list = new List<Service>();
        foreach (var row in t.Rows("facts/services.csv"))
        {
            var id = row.Text("service_id");
            var stops = Stops(t, row);
            CheckStatus(row, words);
            var kindRow = kinds[id].FirstOrDefault();
            if (id.Length > 0 && !kindIds.MayHold(id))
                row.Fault("service_id", "service:no-kind",
                    $"`{CsvRow.Shorten(id)}` has no row in ours/service_kinds.csv");
            var kind = kindRow?.Word("kind", Kinds, ServiceKind.Frequency) ?? ServiceKind.Frequency;
            var hops = kindRow is null ? [] : Hops(kindRow, stops.Count);
            list.Add(new Service(
                id, row.Text("name"), row.Text("operator"), stops, hops, kind,
                row.Figure(id, "freq_per_week", "1/week",
                    row.Triangle("freq_per_week_min", "freq_per_week_mode", "freq_per_week_max", 0, 2000)),
                row.Figure(id, "transit_days", "d",
                    row.Triangle("transit_days_min", "transit_days_mode", "transit_days_max", 0.01m, 400)),
                Single(row, id, "capacity_teu", "TEU"), Single(row, id, "capacity_t", "t"),
                row.Figure(id, "price_usd", row.Text("price_unit"),
                    row.Triangle("price_usd_min", "price_usd_mode", "price_usd_max", 0, 10_000_000)),
                row.Text("price_unit"), row.Text("status"), row.Date("status_date"), row.Date("since"),
                row.Date("until"), row.Text("note"))
            {
                DistanceKm = Single(row, id, "distance_km", "km"),
            });
        }
        return list;
    }

    private static List<PlaceId> Stops(CorridorTables t, CsvRow row)
    {
        const StringSplitOptions plain = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var stops = row.Text("stops").Split('|', plain).Select(text => new PlaceId(text)).ToList();
        foreach (var stop in stops.Where(s => !t.MayBeLinkedPlace(s.Value)))
            CorridorTables.FaultPlace(row, "stops", stop.Value);
        if (stops.Count < 2) row.Fault("stops", "service:too-few-stops", "a service has at least two stops");
        return stops;
    }

    private static List<Mode> Hops(CsvRow kindRow, int stops)
    {
        var words = kindRow.Text("hop_modes").Split('|', StringSplitOptions.TrimEntries);
        foreach (var word in words.Where(w => !Modes.ContainsKey(w)))
            kindRow.Fault("hop_modes", "value:unknown-word",
                $"`{CsvRow.Shorten(word)}` is not one of {string.Join(", ", Modes.Keys)}");
        if (stops >= 2 && words.Length != stops - 1)
            kindRow.Fault("hop_modes", "service:hops", $"{words.Length} modes for {stops - 1} hops");
        return [.. words.Where(Modes.ContainsKey).Select(w => Modes[w])];
    }

    private static void CheckStatus(CsvRow row, IdSet words)
    {
        if (!words.MayHold(row.Text("status")))
            row.Fault("status", "value:unknown-word",
                $"`{CsvRow.Shorten(row.Text("status"))}` stands not in ours/service_words.csv");
    }

    internal static IReadOnlyList<ServiceEvent> ReadEvents(CorridorTables t)
    {
        var ids = t.Ids("facts/services.csv", "service_id");
        var words = t.Ids("ours/service_words.csv", "status");
        var list = new List<ServiceEvent>();
        foreach (var row in t.Rows("facts/service_events.csv").Concat(t.Rows("ours/service_status.csv")))
        {
            CorridorTables.CheckId(row, "service_id", ids, "service");
            CheckStatus(row, words);
            var known = row.RequiredDate("known_from");
            var (from, to) = (row.Date("holds_from"), row.Date("holds_to"));
            if (from > to) row.Fault("holds_to", "value:out-of-range", "the claim ends before it begins");
            if (known is null) continue;
            list.Add(new ServiceEvent(
                row.Text("event_id"), row.Text("service_id"), known.Value, from, to,
                row.Text("status"), row.Text("detail"), row.Provenance(null, known)));
        }
        return list;
    }

    internal static FrozenDictionary<string, ServiceWord> ReadWords(CorridorTables t) =>
        t.Rows("ours/service_words.csv").DistinctBy(r => r.Text("status")).ToFrozenDictionary(
            r => r.Text("status"),
            r => new ServiceWord(r.Word("offered", Offers, false), r.Text("offered") == "departure", r.Text("flag")));

    internal static IReadOnlyList<Departure> ReadTimetable(CorridorTables t)
    {
        var ids = t.Ids("facts/services.csv", "service_id");
        var list = new List<Departure>();
        foreach (var row in t.Rows("ours/timetable.csv"))
        {
            var id = row.Text("service_id");
            CorridorTables.CheckId(row, "service_id", ids, "service");
            var leaves = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(row.Text("leaves"));
            var cutOff = row.RequiredNumber("cut_off_h", 0, 1000);
            if (!leaves.Success || !ReadingLimits.IsYear(leaves.Value.Year))
                row.Fault("leaves", "value:not-a-date",
                    $"`{CsvRow.Shorten(row.Text("leaves"))}` is not YYYY-MM-DDThh:mm");
            if (!leaves.Success || cutOff is null) continue;
            var figure = new Figure(
                $"timetable/{id}-{row.Text("leaves")}/cut_off_h", Triangle.Exactly(cutOff.Value), "h",
                row.Provenance());
            list.Add(new Departure(id, leaves.Value, figure, false, $"ours/timetable.csv:{row.Line}"));
        }
        return list;
    }

    private static Figure? Single(CsvRow row, string id, string column, string unit) =>
        row.Number(column, 0, 1_000_000) is { } value ? row.Figure(id, column, unit, Triangle.Exactly(value)) : null;
}
