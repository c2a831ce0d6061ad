using NodaTime;
using Rahdar.Network.Calendars;

namespace Rahdar.Planning.Questions;

/// <summary>Go to a stopping point now, wait there until a day; if the crossing has reopened by then go through, else
/// divert then.</summary>
/// <remarks>
/// The spread is that of the day of reopening alone: the ways themselves are at planning values (means), with the
/// durations and prices of the instant the boxes reach the stopping point, also when they leave it later.
/// </remarks>
public sealed record WaitPolicy
{
    internal WaitPolicy(
        StoppingPoint point, int? lastDay, LocalDate? until, IReadOnlyList<(WaitRun Run, decimal Weight)> runs)
    {
        (Point, LastDay, Until, Runs) = (point, lastDay, until, runs);
        Generalised = WeightedSpread.Of(runs.Select(r => (r.Run.Generalised, r.Weight)));
        Cents = WeightedSpread.Of(runs.Select(r => (r.Run.Cents, r.Weight)));
        Standing = WeightedSpread.Of(runs.Select(r => (r.Run.Standing, r.Weight)));
        var arrival = WeightedSpread.Of(runs.Select(r => ((long)r.Run.Arrival, r.Weight)));
        (ArrivalP10, ArrivalP50, ArrivalP90) = (At(arrival.P10), At(arrival.P50), At(arrival.P90));
        ThroughShare = runs.Where(r => r.Run.IsThrough).Sum(r => r.Weight);
    }

    /// <summary>Where the boxes wait.</summary>
    public StoppingPoint Point { get; }

    /// <summary>Last day of waiting, counted from the knowledge date; 0 diverts without waiting, null waits for the
    /// reopening however long it takes.</summary>
    public int? LastDay { get; }

    /// <summary>Date of <see cref="LastDay"/>; null when it is 0 or there is none.</summary>
    public LocalDate? Until { get; }

    /// <summary>Generalised cost, US cents: money, and the value of time from first possible departure to
    /// arrival.</summary>
    public WeightedSpread Generalised { get; }

    /// <summary>Money, US cents for all boxes: the ways, standing, box detention.</summary>
    public WeightedSpread Cents { get; }

    /// <summary>Of the money, storage while the boxes wait for the crossing, and standing before it and before other
    /// borders, US cents: it is not in the price that `plan` and `what-if` give for the same way.</summary>
    public WeightedSpread Standing { get; }

    /// <summary>Mean generalised cost without that, US cents.</summary>
    public decimal MeanWithoutStanding => Generalised.Mean - Standing.Mean;

    /// <summary>Arrival kept in a tenth of the cases.</summary>
    public Instant ArrivalP10 { get; }

    /// <summary>Arrival kept in half of the cases.</summary>
    public Instant ArrivalP50 { get; }

    /// <summary>Arrival kept in nine tenths of the cases.</summary>
    public Instant ArrivalP90 { get; }

    /// <summary>Chance that the boxes go through the crossing.</summary>
    public decimal ThroughShare { get; }

    internal IReadOnlyList<(WaitRun Run, decimal Weight)> Runs { get; }

    /// <summary>How much more another policy costs in generalised cost, the reopening being the same day for both, US
    /// cents.</summary>
    public WeightedSpread LessThan(WaitPolicy other) => WeightedSpread.Of(
        Runs.Zip(other.Runs, (mine, theirs) => (theirs.Run.Generalised - mine.Run.Generalised, mine.Weight)));

    private static Instant At(long minute) => CorridorClock.InstantOf((int)minute);
}

/// <summary>What a policy comes to when the crossing reopens on one day.</summary>
/// <param name="Cents">Money, US cents.</param>
/// <param name="Arrival">Minute of arrival.</param>
/// <param name="Generalised">Money and time, US cents.</param>
/// <param name="IsThrough">True when the boxes go through the crossing.</param>
/// <param name="Standing">Of the money, storage while the boxes wait for the crossing, and standing before it and
/// before other borders.</param>
internal readonly record struct WaitRun(long Cents, int Arrival, long Generalised, bool IsThrough, long Standing);
