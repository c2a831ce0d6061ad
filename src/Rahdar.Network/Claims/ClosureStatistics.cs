using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>How often crossings were shut and for how long, from closures known and ended by a day.</summary>
/// <remarks>
/// One event per crossing and first day; confirmed closures that touch freight, on rows that join a link.
/// Durations by cause group where there are at least five, else over all. A closure told of several crossings (same
/// first day, cause group and length) is one duration: told once more it says nothing more about how long closures
/// last.
/// </remarks>
public sealed class ClosureStatistics
{
    private const int GroupSizeMin = 5;
    private readonly IReadOnlyList<(string Crossing, string Kind, LocalDate From, int? Days)> _events;
    private readonly IReadOnlyList<(string Kind, int Days)> _durations;
    private readonly Triangle _fallbackDays;
    private readonly LocalDate _observedFrom;
    private readonly LocalDate _known;

    internal ClosureStatistics(CorridorNetwork network, LocalDate known)
    {
        (_known, _observedFrom) = (known, network.ObservedFrom);
        _fallbackDays = network.Figures.FindDefault("closure-days")?.Value ?? Triangle.Exactly(7);
        var crossings = network.Borders.Where(b => !b.IsDefault).ToDictionary(b => b.Id, b => b.Crossing);
        _events =
        [
            .. network.Closures
                .Where(c => c is { Verification: Verification.Confirmed, Reach: ClosureReach.Freight, IsAssumed: false,
                    From: not null }
                    && c.Target == ClosureTarget.Border && c.KnownFrom <= known && c.From >= network.ObservedFrom
                        && c.From <= known
                    && crossings.ContainsKey(c.TargetId))
                .GroupBy(c => (Crossing: crossings[c.TargetId], c.From))
                .Select(g => (g.Key.Crossing, g.First().Kind, g.Key.From!.Value, EndedDays(g, known)))
                .OrderBy(e => e.Item3).ThenBy(e => e.Crossing, StringComparer.Ordinal),
        ];
        _durations =
        [
            .. _events.Where(e => e.Days is not null).DistinctBy(e => (e.Kind, e.From, e.Days))
                .Select(e => (e.Kind, e.Days!.Value)).OrderBy(d => d.Value),
        ];
    }

    /// <summary>Days over which closures were counted.</summary>
    public int ObservedDays => Math.Max(1, Period.DaysBetween(_observedFrom, _known));

    /// <summary>Number of closures counted on a crossing; 0 means "no record, prior only".</summary>
    public int CountAt(string crossing) => _events.Count(e => e.Crossing == crossing);

    /// <summary>Closures a day on a crossing: (n + 0.5) / days observed, a prior and not zero where none was
    /// seen.</summary>
    public double RatePerDay(string crossing) => (CountAt(crossing) + 0.5) / ObservedDays;

    /// <summary>Ended durations in days for a cause, and whether they are of its own group.</summary>
    public (IReadOnlyList<int> Days, bool IsOwnGroup) Durations(string kind)
    {
        var group = _durations.Where(d => d.Kind == kind).Select(d => d.Days).ToList();
        return group.Count >= GroupSizeMin ? (group, true) : ([.. _durations.Select(d => d.Days)], false);
    }

    /// <summary>Mean duration in days over all causes.</summary>
    public double MeanDays()
    {
        var (days, _) = Durations("");
        return days.Count == 0 ? (double)_fallbackDays.Mean : days.Average();
    }

    /// <summary>Expected whole duration of a closure that has lasted some days already, with its least and
    /// greatest.</summary>
    /// <remarks>
    /// Mean of the recorded durations longer than the days elapsed. When none lasted longer, it is assumed to last as
    /// long
    /// again as it has: a rule of ours, shown as assumed.
    /// </remarks>
    public Triangle ExpectedDays(string kind, int elapsed)
    {
        var (days, _) = Durations(kind);
        if (days.Count == 0 && elapsed < _fallbackDays.Max) return _fallbackDays;
        var longer = days.Where(d => d > elapsed).ToList();
        if (longer.Count == 0)
            return new Triangle(elapsed + 1, Math.Max(elapsed + 1, 2 * elapsed), Math.Max(elapsed + 1, 4 * elapsed));
        var mean = (decimal)longer.Average();
        return new Triangle(
            longer[0], Math.Clamp(3 * mean - longer[0] - longer[^1], longer[0], longer[^1]), longer[^1]);
    }

    /// <summary>Planning value of <see cref="ExpectedDays"/>: the plain mean.</summary>
    public decimal ExpectedMeanDays(string kind, int elapsed)
    {
        var (days, _) = Durations(kind);
        var longer = days.Where(d => d > elapsed).ToList();
        return longer.Count > 0 ? (decimal)longer.Average() : ExpectedDays(kind, elapsed).Mean;
    }

    private static int? EndedDays(IEnumerable<Closure> same, LocalDate known) =>
        same.Where(c => c.To <= known).Select(c => (int?)Period.DaysBetween(c.From!.Value, c.To!.Value)).Max();
}
