using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Border rows.</summary>
internal static class BorderReader
{
    private static readonly Dictionary<string, BorderDirection> Directions = new()
    {
        ["both"] = BorderDirection.Both,
        ["a_to_b"] = BorderDirection.AToB,
        ["b_to_a"] = BorderDirection.BToA,
    };

    private static readonly Dictionary<string, Mode> Modes = new() { ["rail"] = Mode.Rail, ["road"] = Mode.Road };

    private static readonly Dictionary<string, bool> Limits = new() { ["local"] = true };

    private static readonly Dictionary<string, string> Regimes =
        new() { [BorderActivity.Union] = BorderActivity.Union, [BorderActivity.Customs] = BorderActivity.Customs };

    private static readonly Dictionary<string, string> Posts = new() { ["out"] = "out", ["in"] = "in" };

    /// <summary>More is a queue and no work.</summary>
    private const decimal WorkHoursMax = 48;

    internal static IReadOnlyList<BorderRow> Read(CorridorTables t, IReadOnlyDictionary<PlaceId, Place> places)
    {
        var list = new List<BorderRow>();
        var local = t.Rows("ours/border_limits.csv").Where(r => r.Word("limit", Limits, false))
            .Select(r => r.Text("border_id")).ToHashSet();
        foreach (var row in t.Rows("facts/borders.csv"))
        {
            var id = row.Text("border_id");
            var a = t.RequirePlace(row, "place_a");
            var b = t.RequirePlace(row, "place_b");
            var mode = row.Word("mode", Modes, Mode.Road);
            var direction = row.Word("direction", Directions, BorderDirection.Both);
            var clear = row.Figure(
                id, "clear_h", "h", row.Triangle("clear_min_h", "clear_mode_h", "clear_max_h", 0, 5000));
            var cost = row.Figure(
                id, "cost_usd", "USD", row.Triangle("cost_usd_min", "cost_usd_mode", "cost_usd_max", 0, 100_000));
            var mean = row.Figure(
                id, "clear_mean_h", "h", row.Number("clear_mean_h", 0, 5000) is { } m ? Triangle.Exactly(m) : null);
            var capacity = row.Figure(id, "capacity_per_day", row.Text("capacity_unit"),
                row.Number("capacity_per_day", 0, 1_000_000) is { } c ? Triangle.Exactly(c) : null);
            var date = row.Date("status_date");
            var zoneA = Zone(row, "tz_a", a, places);
            Zone(row, "tz_b", b, places);
            var hours = Hours(row, zoneA ?? DateTimeZone.Utc);
            if (hours is null || zoneA is null || a is null || b is null) continue;
            list.Add(new BorderRow(
                id, row.Text("name"), a.Value, b.Value, mode, direction, hours, clear, mean, cost, capacity,
                row.Text("capacity_unit"), row.Text("status"), date, row.Text("note"), false)
            {
                IsLocalTradeOnly = local.Contains(id),
            });
        }
        return list;
    }

    /// <summary>Work of the posts, without queue.</summary>
    internal static IReadOnlyList<BorderActivity> ReadActivities(CorridorTables t)
    {
        var list = new List<BorderActivity>();
        foreach (var row in t.Rows("ours/activities.csv"))
        {
            var id = row.Text("activity_id");
            var mode = row.Word("mode", Modes, Mode.Road);
            var regime = row.Word("regime", Regimes, BorderActivity.Customs);
            var direction = row.Word("direction", Posts, "out");
            var what = row.Required("what");
            row.Required("mode_h");
            var hours = row.Figure(id, "hours", "h", row.Triangle("min_h", "mode_h", "max_h", 0, WorkHoursMax));
            if (hours is null) continue;
            if (list.Exists(a => (a.Mode, a.Regime, a.Direction, a.What) == (mode, regime, direction, what)))
                row.Fault("what", "csv:duplicate-id", $"`{CsvRow.Shorten(what)}` is done twice at one post");
            list.Add(new BorderActivity(id, mode, regime, direction, what, hours));
        }
        return list;
    }

    private static OpeningHours? Hours(CsvRow row, DateTimeZone zone)
    {
        var hours = OpeningHours.Parse(row.Text("open_days"), row.Text("open_hours_local"), zone, out var reason);
        if (hours is not null) return hours;
        var areDaysRead = OpeningHours.Parse(row.Text("open_days"), "00:00-24:00", zone, out _) is not null;
        row.Fault(areDaysRead ? "open_hours_local" : "open_days", "hours:unreadable", reason);
        return null;
    }

    private static DateTimeZone? Zone(
        CsvRow row, string column, PlaceId? place, IReadOnlyDictionary<PlaceId, Place> places)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Text(column));
        if (zone is null)
            row.Fault(column, "time:unknown-zone", $"`{CsvRow.Shorten(row.Text(column))}` is no IANA zone");
        else if (place is { } id && places.TryGetValue(id, out var known) && known.Zone.Id != zone.Id
            && known.Zone.GetUtcOffset(Probe) != zone.GetUtcOffset(Probe))
            row.Fault(column, "time:zone-conflict", $"{zone.Id} here, {known.Zone.Id} in ours/zones.csv for {id}");
        return zone;
    }

    private static readonly Instant Probe = Instant.FromUtc(2025, 1, 1, 0, 0);
}

/// <summary>Joins border rows to links by their ends; `-L` rows replace rows that do not join.</summary>
internal static class BorderJoin
{
    internal static (IReadOnlyList<BorderRow> Joined, IReadOnlyList<BorderRow> WithoutLink) Join(
        IReadOnlyList<BorderRow> rows, IReadOnlyList<Link> links,
        IReadOnlyDictionary<PlaceId, Place> places, FigureTables figures)
    {
        var linked = links.Select(l => (l.Mode, BorderRow.CrossingOf(l.From, l.To))).ToHashSet();
        var joined = rows.Where(r => linked.Contains((r.Mode, r.Crossing))).ToList();
        var covered = new HashSet<(PlaceId, PlaceId, Mode)>();
        foreach (var row in joined)
        {
            if (row.Covers(row.PlaceA, row.PlaceB)) covered.Add((row.PlaceA, row.PlaceB, row.Mode));
            if (row.Covers(row.PlaceB, row.PlaceA)) covered.Add((row.PlaceB, row.PlaceA, row.Mode));
        }
        foreach (var link in links.Where(l => l.Mode != Mode.Sea))
            foreach (var (a, b) in new[] { (link.From, link.To), (link.To, link.From) })
                if (places[a].Country != places[b].Country && covered.Add((a, b, link.Mode)))
                    joined.Add(Default(a, b, link.Mode, places, figures));
        return (joined, [.. rows.Where(r => !linked.Contains((r.Mode, r.Crossing)))]);
    }

    private static BorderRow Default(
        PlaceId a, PlaceId b, Mode mode, IReadOnlyDictionary<PlaceId, Place> places, FigureTables figures)
    {
        var word = mode == Mode.Rail ? "rail" : "road";
        var always = OpeningHours.Parse("mon-sun", "00:00-24:00", places[a].Zone, out _)!;
        return new BorderRow(
            $"DEFAULT-{a}-{b}-{word}", $"{places[a].Name}-{places[b].Name}", a, b, mode, BorderDirection.AToB, always,
            figures.FindDefault($"border-hours:{word}"), null, figures.FindRole($"border-fee:{word}"), null, "",
            "no row", null, "no border row exists: visible default", true);
    }
}
