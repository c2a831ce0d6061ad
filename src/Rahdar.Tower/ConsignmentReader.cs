using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Reads a file of consignments: `id,from,to,ready,cargo,priority[,known]`, UTF-8, at most
/// <see cref="Limits.ConsignmentsMax"/> rows.</summary>
public static class ConsignmentReader
{
    private const string Columns = "id,from,to,ready,cargo,priority";
    private const int PriorityMost = 1_000_000;

    /// <summary>Consignments in the order of the file, with what was taken for granted.</summary>
    /// <param name="files">Where the file is.</param>
    /// <param name="file">Its name.</param>
    /// <param name="network">The corridor.</param>
    /// <param name="faults">Receives every fault, with row and field.</param>
    public static (IReadOnlyList<Consignment> Consignments, IReadOnlyList<string> Notes) Read(
        CorridorFiles files, string file, CorridorNetwork network, FaultCollector faults)
    {
        var table = CsvTable.Read(files, file, Columns, faults);
        if (table.Rows.Count > Limits.ConsignmentsMax)
        {
            faults.Add(file, table.Rows[Limits.ConsignmentsMax].Line, "", "query:too-many-consignments",
                $"{table.Rows.Count} rows: at most {Limits.ConsignmentsMax} can be asked at once");
            return ([], []);
        }
        if (table is { IsComplete: true, Rows.Count: 0 })
            faults.Add(file, 0, "", "query:no-consignments", "there is no row under the header");
        var (consignments, notes, ids) = (new List<Consignment>(), new List<(string Id, string Note)>(),
            new HashSet<string>());
        foreach (var row in table.Rows)
        {
            var id = row.Required("id");
            if (id.Length > 0 && !ids.Add(id)) row.Fault("id", "csv:duplicate-id", $"`{id}` stands twice");
            var priority = row.RequiredWhole("priority", 1, PriorityMost);
            if (Ask(row, network, faults) is not { } asked || priority is not { } rank) continue;
            consignments.Add(new Consignment(
                id, rank, row.Line, asked.Query, ValueOfTime.OfData(network, asked.Query.Cargo)));
            notes.AddRange(asked.Notes.Select(n => (id, n)));
        }
        return (consignments,
            [.. notes.GroupBy(n => n.Note, n => n.Id).Select(g => $"{string.Join(", ", g)}: {g.Key}")]);
    }

    /// <summary>The row as a question; its faults are those of the row, by column.</summary>
    private static (PlanQuery Query, IReadOnlyList<string> Notes)? Ask(
        CsvRow row, CorridorNetwork network, FaultCollector faults)
    {
        var (from, to, ready, cargo) =
            (row.Required("from"), row.Required("to"), row.Required("ready"), row.Required("cargo"));
        if (from.Length == 0 || to.Length == 0 || ready.Length == 0 || cargo.Length == 0) return null;
        var own = new FaultCollector();
        var known = row.Text("known") is { Length: > 0 } day ? day : null;
        var asked = PlanVerb.Ask(network, new PlanRequest(from, to, ready, cargo) { Known = known }, own);
        foreach (var fault in own.Faults)
            faults.Add(row.File, row.Line, fault.Field.TrimStart('-'), fault.Code, fault.Message);
        return asked is { } found ? (found.Query, found.Notes) : null;
    }
}
