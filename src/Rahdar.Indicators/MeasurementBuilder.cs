using NodaTime;
using Rahdar.Indicators.Borders;
using Rahdar.Indicators.Sections;
using Rahdar.Movements;

namespace Rahdar.Indicators;

/// <summary>Takes units one after the other and keeps only what is measured of them.</summary>
/// <param name="geography">Countries, lengths, modes and corridors.</param>
public sealed class MeasurementBuilder(Geography geography)
{
    private readonly List<PostPassage> _passages = [];
    private readonly List<SectionRun> _runs = [];
    private readonly List<SectionRun> _countryRuns = [];
    private int _units;
    private readonly List<PostPassage> _open = [];
    private int _begun;
    private int _acrossBorders;
    private int _contradictions;

    /// <summary>The last instant told of; the first of all time when nothing was.</summary>
    public Instant Until { get; private set; } = Instant.MinValue;

    /// <summary>Takes a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="timeline">What it did.</param>
    public void Add(Unit unit, Timeline timeline)
    {
        var crossings = timeline.ListCrossings();
        var passages = PassageFinder.Of(unit, timeline, crossings, geography);
        var corridors = passages.Passages.SelectMany(p => p.Corridors).Distinct().Order(StringComparer.Ordinal);
        var sections = SectionFinder.Of(unit, timeline, crossings, geography, [.. corridors]);
        _units++;
        _open.AddRange(passages.Open);
        _begun += passages.Begun;
        _acrossBorders += sections.AcrossBorders;
        _contradictions += timeline.Contradictions.Count;
        _passages.AddRange(passages.Passages);
        if (sections.Whole is { } whole) _runs.Add(whole);
        _countryRuns.AddRange(sections.ByCountry);
        if (timeline.Movements[^1].At > Until) Until = timeline.Movements[^1].At;
    }

    /// <summary>Takes all units of a log.</summary>
    /// <param name="log">What happened.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Add(MovementLog log, CancellationToken cancel = default)
    {
        var movements = log.Movements.ToLookup(m => m.Unit);
        foreach (var unit in log.Units)
        {
            cancel.ThrowIfCancellationRequested();
            Add(unit, Timeline.Of(movements[unit.Id]));
        }
    }

    /// <summary>What was measured of the units taken so far.</summary>
    public Measurement Finish() =>
        new(_passages, _runs, _countryRuns, _units, _open, _begun, _acrossBorders, _contradictions);
}
