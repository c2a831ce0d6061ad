namespace Rahdar.Network.Gtfs;

/// <summary>How grave a notice is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Likely a mistake; the feed can be used.</summary>
    Warning,

    /// <summary>Against the specification; the feed is refused.</summary>
    Error,
}

/// <summary>One thing said of a feed.</summary>
/// <param name="Code">Code of the canonical GTFS validator, such as `foreign_key_violation`.</param>
/// <param name="Severity">How grave.</param>
/// <param name="File">File of the feed.</param>
/// <param name="Row">Line of the file, from 1; 0 for the whole file.</param>
/// <param name="Field">Column; empty when it is the whole row.</param>
/// <param name="Message">What is there, what is wanted.</param>
public sealed record Notice(
    string Code, Severity Severity, string File, int Row, string Field, string Message);

/// <summary>All notices of a feed; of each code only the first are kept, the rest is counted.</summary>
public sealed class NoticeBook
{
    private readonly List<Notice> _kept = [];
    private readonly Dictionary<(string Code, Severity Severity), int> _counts = [];

    /// <summary>Notices kept: errors first, then by code, file and row.</summary>
    public IReadOnlyList<Notice> Kept =>
    [
        .. _kept.OrderByDescending(n => n.Severity).ThenBy(n => n.Code, StringComparer.Ordinal)
            .ThenBy(n => n.File, StringComparer.Ordinal).ThenBy(n => n.Row),
    ];

    /// <summary>How often each code was given, kept or not: errors first, then by code.</summary>
    public IReadOnlyList<(string Code, Severity Severity, int Count)> Totals =>
    [
        .. _counts.Select(c => (c.Key.Code, c.Key.Severity, c.Value)).OrderByDescending(c => c.Severity)
            .ThenBy(c => c.Code, StringComparer.Ordinal),
    ];

    /// <summary>True when at least one error was found.</summary>
    public bool HasErrors => _counts.Keys.Any(k => k.Severity == Severity.Error);

    /// <summary>True when the code was given.</summary>
    public bool Has(string code, Severity severity) => _counts.ContainsKey((code, severity));

    internal void Error(string code, string file, int row, string field, string message) =>
        Add(new Notice(code, Severity.Error, file, row, field, message));

    internal void Warn(string code, string file, int row, string field, string message) =>
        Add(new Notice(code, Severity.Warning, file, row, field, message));

    internal void Tell(string code, string file, int row, string field, string message) =>
        Add(new Notice(code, Severity.Info, file, row, field, message));

    private void Add(Notice notice)
    {
        var key = (notice.Code, notice.Severity);
        var count = _counts.GetValueOrDefault(key);
        _counts[key] = count + 1;
        if (count < GtfsLimits.NoticesKeptPerCode) _kept.Add(notice);
    }
}
