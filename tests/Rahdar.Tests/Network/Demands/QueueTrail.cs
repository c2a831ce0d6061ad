using System.Text.RegularExpressions;
using Rahdar.Network;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Network.Demands;

/// <summary>Walks from rows to what they rest on and tells what holds a queue: border times, reported backlogs, waits
/// for wagons, published indicators. What holds a queue may judge the simulation and never feed it.</summary>
/// <remarks>
/// Words of `source` and `note` are followed through trade figures, vehicles and defaults to their pages. A border row
/// may be named for its capacity: its pages count only where its seen fields tell a number a day. A page that tells a
/// backlog beside a trade figure (HTN26) does no harm: the row followed is the trade figure.
/// </remarks>
internal sealed partial class QueueTrail
{
    private static readonly (string File, string Id)[] Followed =
    [
        ("facts/trade.csv", "trade_id"), ("facts/vehicles.csv", "class_id"), ("ours/defaults.csv", "default_id"),
    ];

    private static readonly (string File, string Id)[] Refused =
    [
        ("facts/cpmm.csv", "record_id"), ("facts/border_closures.csv", "closure_id"),
        ("ours/closures.csv", "closure_id"), ("facts/incidents.csv", "incident_id"),
        ("facts/dwell.csv", "dwell_id"), ("facts/gauge_change.csv", "gauge_id"),
    ];

    private readonly Dictionary<string, CsvRow> _followed = [];
    private readonly Dictionary<string, CsvRow> _borders;
    private readonly HashSet<string> _refused;

    public QueueTrail(CorridorNetwork network)
    {
        var tables = network.Tables.ToDictionary(t => t.File);
        foreach (var (file, id) in Followed)
            foreach (var row in tables[file].Rows) _followed[row.Text(id)] = row;
        _borders = tables["facts/borders.csv"].Rows.ToDictionary(r => r.Text("border_id"));
        _refused = [.. Refused.SelectMany(t => tables[t.File].Rows.Select(r => r.Text(t.Id)))];
        _refused.UnionWith(tables["facts/cpmm.csv"].Rows.SelectMany(r => r.Text("source").Split(';')));
        _refused.ExceptWith(["EST", "MEM"]);
    }

    /// <summary>`row: word` of each queue that some rows rest on, whatever the number of steps between.</summary>
    public IReadOnlyList<string> ListQueues(IEnumerable<CsvRow> rows)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var seen = new HashSet<string>();
            var open = new Stack<CsvRow>([row]);
            while (open.TryPop(out var at))
                foreach (var word in Words(at))
                {
                    if (IsQueue(word)) found.Add($"{row.Cells.First().Text}: {word}");
                    if (seen.Add(word) && _followed.TryGetValue(word, out var next)) open.Push(next);
                    if (_borders.TryGetValue(word, out var border) && border.Text("seen_fields").Contains("/day"))
                        found.UnionWith(border.Text("source").Split(';').Where(IsQueue)
                            .Select(page => $"{row.Cells.First().Text}: {page}"));
                }
        }
        return [.. found];
    }

    private bool IsQueue(string word) =>
        _refused.Contains(word) || word.StartsWith("CPMM", StringComparison.Ordinal)
        || word.StartsWith("clear_", StringComparison.Ordinal)
        || word.StartsWith("wait_for_wagons", StringComparison.Ordinal);

    private static IEnumerable<string> Words(CsvRow row) =>
        Word().Matches($"{row.Text("source")} {row.Text("note")}").Select(m => m.Value);

    [GeneratedRegex(@"[A-Za-z][\w:-]*\w")]
    private static partial Regex Word();
}
