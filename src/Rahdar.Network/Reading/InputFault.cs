namespace Rahdar.Network.Reading;

/// <summary>One thing wrong in an input: where, what kind, and what to do about it.</summary>
/// <param name="File">File name as given.</param>
/// <param name="Row">Line of a text file, or number of the feature in GeoJSON, from 1; 0 for the whole file.</param>
/// <param name="Field">Column or property; empty when it is the whole row.</param>
/// <param name="Code">Stable lower-case code, general to special.</param>
/// <param name="Message">What is there, what is wanted.</param>
public sealed record InputFault(string File, int Row, string Field, string Code, string Message)
{
    /// <summary>`borders.csv:12 open_days hours:bad-days ...`.</summary>
    public override string ToString() =>
        $"{File}:{Row}{(Field.Length == 0 ? "" : " " + Field)} {Code} {Message}";
}

/// <summary>Collects every fault of a load, so that all are told at once and nothing is half-loaded.</summary>
public sealed class FaultCollector
{
    private readonly HashSet<InputFault> _faults = [];

    /// <summary>All faults, by file and row.</summary>
    public IReadOnlyList<InputFault> Faults =>
    [
        .. _faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Row)
            .ThenBy(f => f.Field, StringComparer.Ordinal),
    ];

    /// <summary>How many there are.</summary>
    public int Count => _faults.Count;

    /// <summary>True when nothing was wrong.</summary>
    public bool IsClean => _faults.Count == 0;

    /// <summary>True when nothing was wrong in these files.</summary>
    public bool IsCleanIn(params string[] files) => !_faults.Any(f => files.Contains(f.File));

    /// <summary>Adds a fault; the same fault a second time changes nothing.</summary>
    public void Add(string file, int row, string field, string code, string message) =>
        _faults.Add(new InputFault(file, row, field, code, message));
}
