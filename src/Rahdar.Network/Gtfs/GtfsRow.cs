namespace Rahdar.Network.Gtfs;

/// <summary>One row by column name.</summary>
/// <remarks>One object serves all rows of a file: what is kept is copied out.</remarks>
internal sealed class GtfsRow(TableRule rule, IReadOnlyDictionary<string, int> index)
{
    private static readonly Dictionary<string, string> NoFreight = [];

    internal IReadOnlyList<string> Fields { get; set; } = [];

    internal int Line { get; set; }

    internal string File => rule.File;

    internal bool HasColumn(string column) => index.ContainsKey(column);

    internal string Text(string column) =>
        index.TryGetValue(column, out var at) && at < Fields.Count ? Fields[at] : "";

    internal int? Integer(string column) => FieldCheck.Integer(Text(column));

    internal double? Number(string column) => FieldCheck.Number(Text(column));

    internal int? Time(string column) => FieldCheck.Time(Text(column));

    internal NodaTime.LocalDate? Date(string column) => FieldCheck.Date(Text(column));

    internal IReadOnlyDictionary<string, string> Freight()
    {
        Dictionary<string, string>? found = null;
        foreach (var column in rule.Columns.Where(c => c.Name.StartsWith("freight_", StringComparison.Ordinal)))
            if (Text(column.Name) is { Length: > 0 } text) (found ??= [])[column.Name["freight_".Length..]] = text;
        return found ?? NoFreight;
    }
}
