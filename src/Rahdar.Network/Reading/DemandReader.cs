using Rahdar.Network.Borders;
using Rahdar.Network.Demands;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Boxes and trucks that ask for a way every day.</summary>
internal static class DemandReader
{
    private const StringSplitOptions Plain = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly Dictionary<string, DemandKind> Kinds =
        new() { ["boxes"] = DemandKind.Boxes, ["trucks"] = DemandKind.Trucks };

    private static readonly string[] ModeWords = ["rail", "road", "sea", "air", "services"];

    /// <summary>Sources that are no row: estimated, recalled, general knowledge, a rule of the product.</summary>
    private static readonly string[] NoRows = ["EST", "MEM", "GK", "design"];

    /// <summary>Tables whose rows a demand may rest on. Border times, closures, incidents and published indicators are
    /// not among them: they hold queues, and what holds a queue may judge the simulation but not feed it.</summary>
    private static readonly (string File, string Id)[] Grounds =
    [
        ("facts/trade.csv", "trade_id"), ("facts/vehicles.csv", "class_id"), ("ours/defaults.csv", "default_id"),
    ];

    internal static IReadOnlyList<Demand> Read(CorridorTables t, IReadOnlyList<BorderRow> borders)
    {
        var rows = new IdSet(NoRows, true);
        foreach (var (file, id) in Grounds) rows = rows.With(t.Ids(file, id));
        var names = new IdSet(ModeWords, true).With(t.Ids("network/places.csv", "id"))
            .With(t.Ids("facts/borders.csv", "border_id")).With(t.Ids("facts/services.csv", "service_id"));
        var borderIds = t.Ids("facts/borders.csv", "border_id");
        var list = new List<Demand>();
        foreach (var row in t.Rows("ours/demand.csv"))
        {
            var id = row.Text("demand_id");
            var kind = row.Word("kind", Kinds, DemandKind.Boxes);
            var (from, to) = (t.RequirePlace(row, "from_id"), t.RequirePlace(row, "to_id"));
            row.Required("mode");
            var value = row.Triangle("min", "mode", "max", 0, 100_000);
            var only = row.Text("only").Split(';', Plain);
            foreach (var word in only.Where(w => !names.MayHold(w)))
                row.Fault("only", "ref:unknown-id",
                    $"`{CsvRow.Shorten(word)}` is no mode, place, border or service of the network");
            foreach (var source in row.Required("source").Split(';', Plain).Where(s => !rows.MayHold(s)))
                row.Fault("source", "ref:unknown-id",
                    $"`{CsvRow.Shorten(source)}` is no trade figure, vehicle or default");
            if (kind == DemandKind.Trucks) CheckPosts(row, borderIds, borders, from, to);
            else if (row.Text("border_id").Length > 0)
                row.Fault("border_id", "value:unknown-word", "boxes name the borders they pass in `only`");
            var perDay = row.Figure(id, "per_day", kind == DemandKind.Boxes ? "TEU/d" : "trucks/d", value);
            if (from is { } a && to is { } b && perDay is not null)
                list.Add(new Demand(id, kind, a, b, row.Text("border_id"), perDay, only, row.Text("note")));
        }
        return list;
    }

    /// <summary>Trucks leave by one post of their row and enter by the other, in a direction the row speaks
    /// of.</summary>
    private static void CheckPosts(
        CsvRow row, IdSet ids, IReadOnlyList<BorderRow> borders, PlaceId? from, PlaceId? to)
    {
        CorridorTables.CheckId(row, "border_id", ids, "border");
        // A border row that is faulty itself was not read: nothing can be said of its posts.
        if (borders.FirstOrDefault(b => b.Id == row.Text("border_id")) is not { } border || from is null || to is null)
            return;
        if (!border.Covers(from.Value, to.Value))
            row.Fault("from_id", "ref:unknown-id", $"{border.Id} does not lead from {from} to {to}");
    }
}
