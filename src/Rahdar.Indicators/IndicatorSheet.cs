using Rahdar.Indicators.Borders;
using Rahdar.Indicators.Sections;

namespace Rahdar.Indicators;

/// <summary>Border indicators of one group of samples.</summary>
/// <param name="Key">Values of the keys, in their order; empty for all.</param>
/// <param name="ClearanceTime">TFI1, h.</param>
/// <param name="Cost">TFI2, USD.</param>
/// <param name="Activities">Mean hours a sample by activity, the longest first.</param>
/// <param name="Open">Units whose crossing had not ended when the movements did: in no mean, which they make too
/// small.</param>
public sealed record BorderGroup(
    IReadOnlyList<string> Key, Statistic ClearanceTime, Statistic Cost,
    IReadOnlyList<(string Activity, decimal Hours)> Activities, long Open);

/// <summary>Section indicators of one group of runs.</summary>
/// <param name="Key">Values of the keys, in their order; empty for all.</param>
/// <param name="Cost">TFI3, USD per 500 km and 20 t.</param>
/// <param name="WithDelay">TFI4, SWD, km/h.</param>
/// <param name="WithoutDelay">TFI4, SWOD, km/h.</param>
public sealed record SectionGroup(
    IReadOnlyList<string> Key, Statistic Cost, SectionSpeed WithDelay, SectionSpeed WithoutDelay);

/// <summary>What movements were measured: samples, and what could not be one.</summary>
/// <param name="Passages">Passages of border posts.</param>
/// <param name="Runs">Whole ways of units.</param>
/// <param name="CountryRuns">Ways in one country.</param>
/// <param name="Units">Units told of.</param>
/// <param name="Open">Crossings that had not ended, each at the post where the unit is.</param>
/// <param name="Begun">Posts at which movements begin with work under way.</param>
/// <param name="AcrossBorders">Rides into another country told as one.</param>
/// <param name="Contradictions">Movements that cannot be true together with others.</param>
public sealed record Measurement(
    IReadOnlyList<PostPassage> Passages, IReadOnlyList<SectionRun> Runs, IReadOnlyList<SectionRun> CountryRuns,
    int Units, IReadOnlyList<PostPassage> Open, int Begun, int AcrossBorders, int Contradictions);

/// <summary>The indicators of a number of movements, by keys.</summary>
/// <param name="Keys">By what it is grouped.</param>
/// <param name="Borders">Groups in the order of their keys.</param>
/// <param name="AllBorders">All samples together.</param>
/// <param name="Sections">Groups by those keys that sections have; empty when they have none.</param>
/// <param name="AllSections">All whole ways together.</param>
public sealed record IndicatorSheet(
    IReadOnlyList<IndicatorKey> Keys, IReadOnlyList<BorderGroup> Borders, BorderGroup AllBorders,
    IReadOnlyList<SectionGroup> Sections, SectionGroup AllSections)
{
    /// <summary>Keys of the section groups.</summary>
    public IReadOnlyList<IndicatorKey> SectionKeys => [.. Keys.Where(IndicatorKeys.IsOfSections)];

    /// <summary>The sheet of what was measured.</summary>
    /// <param name="m">Samples.</param>
    /// <param name="keys">By what to group; the same key twice counts once.</param>
    /// <param name="corridor">Only what is counted to this corridor; null for all.</param>
    public static IndicatorSheet Of(Measurement m, IReadOnlyList<IndicatorKey> keys, string? corridor = null)
    {
        keys = [.. keys.Distinct()];
        bool IsMeant(IReadOnlyList<string> corridors) => corridor is null || corridors.Contains(corridor);
        var passages = m.Passages.Where(p => IsMeant(p.Corridors)).Select(p => (Passage: p, IsOpen: false))
            .Concat(m.Open.Where(p => IsMeant(p.Corridors)).Select(p => (Passage: p, IsOpen: true))).ToList();
        var runs = m.Runs.Where(r => IsMeant(r.Corridors)).ToList();
        var ofSections = keys.Where(IndicatorKeys.IsOfSections).ToList();
        var grouped = ofSections.Contains(IndicatorKey.Country)
            ? m.CountryRuns.Where(r => IsMeant(r.Corridors)).ToList()
            : runs;
        return new IndicatorSheet(
            keys,
            [
                .. Groups(passages, keys, (key, p) => IndicatorKeys.ValuesOf(key, p.Passage))
                    .Select(g => Border(g.Key, g.Samples)),
            ],
            Border([], passages),
            ofSections.Count == 0 ? []
                : [.. Groups(grouped, ofSections, IndicatorKeys.ValuesOf).Select(g => Section(g.Key, g.Samples))],
            Section([], runs));
    }

    private static BorderGroup Border(
        IReadOnlyList<string> key, List<(PostPassage Passage, bool IsOpen)> all)
    {
        var ended = all.Where(p => !p.IsOpen).Select(p => p.Passage).ToList();
        return new BorderGroup(
            key, BorderClearanceTime.Of(ended), BorderCost.Of(ended), BorderClearanceTime.Split(ended),
            all.Where(p => p.IsOpen).Sum(p => (long)p.Passage.Unit.Count));
    }

    private static SectionGroup Section(IReadOnlyList<string> key, List<SectionRun> runs) => new(
        key, SectionCost.Of(runs), SectionSpeed.WithDelay(runs), SectionSpeed.WithoutDelay(runs));

    private static IEnumerable<(IReadOnlyList<string> Key, List<T> Samples)> Groups<T>(
        IEnumerable<T> samples, IReadOnlyList<IndicatorKey> keys, Func<IndicatorKey, T, IReadOnlyList<string>> values)
    {
        IEnumerable<List<string>> KeysOf(T sample) => keys.Aggregate(
            (IEnumerable<List<string>>)[[]],
            (begun, key) => begun.SelectMany(b => values(key, sample).Select(v => (List<string>)[.. b, v])));
        return samples.SelectMany(s => KeysOf(s).Select(k => (Key: k, Sample: s)))
            .GroupBy(x => string.Join('\u001f', x.Key)).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ((IReadOnlyList<string>)g.First().Key, g.Select(x => x.Sample).ToList()));
    }
}
