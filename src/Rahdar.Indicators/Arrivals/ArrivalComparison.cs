using NodaTime;
using Rahdar.Movements;

namespace Rahdar.Indicators.Arrivals;

/// <summary>When a unit was to arrive, and when it did.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Planned">Planned arrival at the end of its way.</param>
/// <param name="Happened">Arrival there; null when it has not arrived.</param>
public sealed record UnitArrival(Unit Unit, Instant Planned, Instant? Happened)
{
    /// <summary>How late it came; below zero when it came early, null when it has not come.</summary>
    public Duration? Late => Happened - Planned;
}

/// <summary>Planned against happened: arrivals of units of which both are told.</summary>
/// <param name="Arrivals">By unit; units planned that are not told of otherwise are not among them.</param>
/// <param name="Tolerance">Who comes no later than this after the plan is on time; early is on time.</param>
/// <param name="NotSeen">Units planned of which nothing else is told.</param>
public sealed record ArrivalComparison(IReadOnlyList<UnitArrival> Arrivals, Duration Tolerance, int NotSeen)
{
    /// <summary>Share that came on time. Units that have not arrived count as late only once the last thing told is
    /// past their time; others are left out.</summary>
    public required Share Punctuality { get; init; }

    /// <summary>Hours late, of those that have arrived.</summary>
    public Statistic Late => Statistic.Of(
        Arrivals.Where(a => a.Late is not null).Select(a => (Hours.Of(a.Late!.Value), a.Unit.Count)));

    /// <summary>Compares arrivals.</summary>
    /// <param name="planned">Units with their planned arrival.</param>
    /// <param name="happened">Units told of, with the arrival of those that have arrived; of several runs each
    /// counts.</param>
    /// <param name="tolerance">Lateness that is on time.</param>
    /// <param name="until">The last instant told of.</param>
    public static ArrivalComparison Of(
        IReadOnlyDictionary<UnitId, Instant> planned, IReadOnlyList<(Unit Unit, Instant? End)> happened,
        Duration tolerance, Instant until)
    {
        var arrivals = happened.Where(h => planned.ContainsKey(h.Unit.Id)).OrderBy(h => h.Unit.Id)
            .Select(h => new UnitArrival(h.Unit, planned[h.Unit.Id], h.End)).ToList();
        return new ArrivalComparison(
            arrivals, tolerance, planned.Count - arrivals.Select(a => a.Unit.Id).Distinct().Count())
        {
            Punctuality = Share.Of(
            [
                .. from a in arrivals
                   where a.Happened is not null || a.Planned + tolerance < until
                   select (a.Late <= tolerance, a.Unit.Count),
            ]),
        };
    }

    /// <summary>When a unit is at the end of its way: its delivery, else null.</summary>
    public static Instant? EndOf(Timeline timeline) => timeline.Movements.OfType<Delivered>().FirstOrDefault()?.At;
}
