using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>Walks from a figure to the published pages behind it.</summary>
/// <remarks>
/// A row rests on the pages its source names, on the pages and rows its remarks name ("by analogy with", "return of"),
/// and, for a border, on rows with the very same hours and payments: a copy that does not say so is one all the same.
/// Sources stand by the row and not by the field, so a page counts also when it told another field. That errs towards
/// calling a comparison circular.
/// </remarks>
public sealed class Lineage
{
    private const string Borders = "facts/borders.csv";

    private static readonly string[] Files =
    [
        Borders, "facts/rail_sections.csv", "facts/services.csv", "facts/dwell.csv", "facts/gauge_change.csv",
        "facts/tariffs.csv", "facts/vehicles.csv", "facts/emissions.csv", "facts/cpmm.csv", "ours/handling.csv",
        "ours/defaults.csv",
    ];

    private static readonly string[] Remarks = ["source", "seen_fields", "note"];

    private static readonly string[] CopiedColumns =
        ["mode", "clear_min_h", "clear_mode_h", "clear_max_h", "cost_usd_min", "cost_usd_mode", "cost_usd_max"];

    /// <summary>Sources that are no page: recalled, general knowledge, estimated.</summary>
    private static readonly string[] NoPages = ["MEM", "GK", "EST"];

    private readonly ILookup<string, CsvRow> _rows;
    private readonly ILookup<string, CsvRow> _copies;
    private readonly HashSet<string> _pages;

    /// <summary>The lineage of a network's figures.</summary>
    public Lineage(CorridorNetwork network)
    {
        var tables = network.Tables.ToDictionary(t => t.File);
        _rows = Files.SelectMany(f => tables[f].Rows).ToLookup(r => r.Cells.First().Text);
        _copies = tables[Borders].Rows.ToLookup(CopyKey);
        _pages = [.. tables["facts/sources.csv"].Rows.Select(r => r.Text("source_id")).Except(NoPages)];
    }

    /// <summary>Pages behind some figures.</summary>
    public IReadOnlySet<string> PagesBehind(IEnumerable<Figure> figures)
    {
        var pages = new HashSet<string>();
        var seen = new HashSet<string>();
        var open = new Stack<string>();
        foreach (var figure in figures)
        {
            Follow(figure.Provenance.Source, pages, open);
            open.Push(RowOf(figure));
        }
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id)) continue;
            foreach (var row in _rows[id])
            {
                foreach (var column in Remarks) Follow(row.Text(column), pages, open);
                if (row.File == Borders)
                    foreach (var copy in _copies[CopyKey(row)]) open.Push(copy.Text("border_id"));
            }
        }
        return pages;
    }

    /// <summary>Sets two sides against each other.</summary>
    public Comparison Compare(string subject, IReadOnlyList<Figure> inputs, IReadOnlyList<Figure> judges) =>
        new(subject, inputs, judges,
        [
            .. inputs.Select(f => f.Id).Intersect(judges.Select(f => f.Id)).Order(StringComparer.Ordinal),
            .. PagesBehind(inputs).Intersect(PagesBehind(judges)).Order(StringComparer.Ordinal),
        ]);

    private void Follow(string text, HashSet<string> pages, Stack<string> open)
    {
        foreach (var part in text.Split([' ', ',', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.TrimEnd('.');
            if (_pages.Contains(word)) pages.Add(word);
            else if (_rows.Contains(word)) open.Push(word);
        }
    }

    /// <summary>Row id in `table/row/field`.</summary>
    private static string RowOf(Figure figure) =>
        figure.Id[(figure.Id.IndexOf('/') + 1)..Math.Max(figure.Id.IndexOf('/') + 1, figure.Id.LastIndexOf('/'))];

    private static string CopyKey(CsvRow row) => string.Join('|', CopiedColumns.Select(row.Text));
}
