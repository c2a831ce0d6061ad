using System.Collections.Frozen;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Closure claims of the received table, with the day each became known, and of ours.</summary>
internal static class ClosureReader
{
    private static readonly Dictionary<string, ClosureTarget> Targets = new()
    {
        ["border"] = ClosureTarget.Border,
        ["crossing"] = ClosureTarget.Crossing,
        ["link"] = ClosureTarget.Link,
        ["port"] = ClosureTarget.Port,
        ["chokepoint"] = ClosureTarget.Chokepoint,
    };

    private static readonly Dictionary<string, ClosureReach> Reaches = new()
    {
        ["freight"] = ClosureReach.Freight,
        ["people"] = ClosureReach.People,
        ["service"] = ClosureReach.Service,
    };

    internal static IReadOnlyList<Closure> Read(
        CorridorTables t, IdSet links, out FrozenDictionary<string, FrozenSet<string>> chokepoints)
    {
        var chokeRows = t.Rows("ours/chokepoints.csv");
        foreach (var row in chokeRows) CorridorTables.CheckId(row, "link_id", links, "link");
        chokepoints = chokeRows.GroupBy(r => r.Text("chokepoint_id"))
            .ToFrozenDictionary(g => g.Key, g => g.Select(r => r.Text("link_id")).ToFrozenSet());

        var scopes = new Dictionary<string, (ClosureReach Reach, string Service)>();
        var services = t.Ids("facts/services.csv", "service_id");
        foreach (var row in t.Rows("ours/scope_words.csv"))
        {
            var reach = row.Word("reach", Reaches, ClosureReach.Freight);
            if (reach == ClosureReach.Service) CorridorTables.CheckId(row, "service_id", services, "service");
            scopes.TryAdd(row.Text("scope"), (reach, row.Text("service_id")));
        }
        var words = t.Ids("ours/scope_words.csv", "scope");
        var crossings = t.Rows("facts/borders.csv")
            .Select(r => BorderRow.CrossingOf(new PlaceId(r.Text("place_a")), new PlaceId(r.Text("place_b"))));
        var ids = new Dictionary<ClosureTarget, IdSet>
        {
            [ClosureTarget.Border] = t.Ids("facts/borders.csv", "border_id"),
            [ClosureTarget.Crossing] = new IdSet(crossings, t.IsComplete("facts/borders.csv")),
            [ClosureTarget.Link] = links,
            [ClosureTarget.Port] = t.Ids("facts/ports.csv", "port_id"),
            [ClosureTarget.Chokepoint] = t.Ids("ours/chokepoints.csv", "chokepoint_id"),
        };
        var knownRows = t.Rows("ours/known_from.csv").ToLookup(r => r.Text("closure_id"));
        var list = new List<Closure>();
        foreach (var row in t.Rows("facts/border_closures.csv"))
        {
            var name = CheckTarget(row, "border_id", ClosureTarget.Border, ids);
            var known = knownRows[row.Text("closure_id")].FirstOrDefault();
            list.Add(ReadOne(row, ClosureTarget.Border, name, known, scopes, words));
        }
        foreach (var row in t.Rows("ours/closures.csv"))
        {
            var target = row.Word("target_kind", Targets, ClosureTarget.Border);
            var isKind = Targets.ContainsKey(row.Text("target_kind"));
            var name = isKind ? CheckTarget(row, "target_id", target, ids) : row.Text("target_id");
            list.Add(ReadOne(row, target, name, row, scopes, words));
        }
        return list;
    }

    /// <summary>Backlogs that were reported while a closure of the data lasted.</summary>
    internal static IReadOnlyList<ReportedBacklog> ReadBacklogs(CorridorTables t, IReadOnlyList<Closure> closures)
    {
        var ids = t.Ids("facts/border_closures.csv", "closure_id").With(t.Ids("ours/closures.csv", "closure_id"));
        var borders = t.Ids("facts/borders.csv", "border_id");
        var list = new List<ReportedBacklog>();
        foreach (var row in t.Rows("ours/backlogs.csv"))
        {
            CorridorTables.CheckId(row, "closure_id", ids, "closure");
            CorridorTables.CheckId(row, "border_id", borders, "border");
            var on = row.RequiredDate("on_date");
            var range = row.Range("least", "greatest", 1_000_000);
            if (closures.FirstOrDefault(c => c.Id == row.Text("closure_id")) is { From: { } from } && on < from)
                row.Fault("on_date", "value:out-of-range", "before the closure began");
            var id = row.Text("backlog_id");
            if (on is { } day && row.Figure(id, "units", row.Required("unit"), range, day) is { } units)
                list.Add(new ReportedBacklog(
                    id, row.Text("closure_id"), row.Text("border_id"), day, units, row.Text("note")));
        }
        return list;
    }

    private static string CheckTarget(
        CsvRow row, string column, ClosureTarget target, Dictionary<ClosureTarget, IdSet> ids)
    {
        var name = row.Text(column);
        if (target == ClosureTarget.Crossing && name.Split('-') is [var a, var b])
            name = BorderRow.CrossingOf(new PlaceId(a), new PlaceId(b));
        if (!ids[target].MayHold(name))
            row.Fault(column, "ref:unknown-id",
                $"`{CsvRow.Shorten(name)}` is no {target.ToString().ToLowerInvariant()}");
        return name;
    }

    private static Closure ReadOne(
        CsvRow row, ClosureTarget target, string name, CsvRow? known,
        Dictionary<string, (ClosureReach Reach, string Service)> scopes, IdSet words)
    {
        var id = row.Text("closure_id");
        var from = row.Date("from_date");
        var to = row.Date("to_date");
        if (from > to) row.Fault("to_date", "value:out-of-range", "the closure ends before it begins");
        var verification = HazardReader.ReadVerification(row);
        var scopeText = row.Text("scope");
        if (!words.MayHold(scopeText))
            row.Fault("scope", "value:unknown-word",
                $"`{CsvRow.Shorten(scopeText)}` stands not in ours/scope_words.csv");
        var scope = scopes.GetValueOrDefault(scopeText);
        var knownFrom = known?.Date("known_from") ?? from;
        var share = known?.Number("shut_probability", 0, 0.999m);
        return new Closure(
            id, target, name, from, to, scopeText, scope.Reach, scope.Service, row.Text("kind"), row.Text("cause"),
            verification, knownFrom,
            share is { } q ? known!.Figure(id, "shut_probability", "share", Triangle.Exactly(q)) : null, null, [],
            row.Provenance(from, knownFrom), row.Text("note"));
    }
}
