using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>A ready day against a deadline.</summary>
/// <param name="Day">Ready day, from 00:00 at the origin.</param>
/// <param name="No">Why there is no plan; null when there is one.</param>
public sealed record ReadyDay(LocalDate Day, NoPlan? No)
{
    /// <summary>Ways of a front of which the earliest plan is forecast, in order of arrival.</summary>
    public const int WaysForecast = 12;

    /// <summary>Plan that arrives first by planning value; null without a plan.</summary>
    public Itinerary? Fastest { get; private init; }

    /// <summary>Of the earliest plans of the first ways to arrive, the one most often in time; null without a
    /// plan.</summary>
    public Itinerary? Surest { get; private init; }

    /// <summary>Share of draws in which that plan is in time; 0 without a plan.</summary>
    public double SurestChance { get; private init; }

    /// <summary>Cheapest plan that is in time by planning value; null without one.</summary>
    public Itinerary? CheapestInTime { get; private init; }

    /// <summary>Share of draws in which that plan is in time.</summary>
    public double CheapestChance { get; private init; }

    /// <summary>True when a limit was met, so that a better plan may exist.</summary>
    public bool IsTruncated { get; private init; }

    /// <summary>True when some plan is in time by planning value.</summary>
    public bool IsInTime => CheapestInTime is not null;

    private PlanOutcome.Found? Found { get; init; }

    /// <summary>Plans of the front by arrival, then cost.</summary>
    private IReadOnlyList<int> Order { get; init; } = [];

    private int? Cheapest { get; init; }

    /// <summary>The day at planning values, without chances.</summary>
    internal static ReadyDay Of(LocalDate day, PlanOutcome outcome, Instant by)
    {
        if (outcome is not PlanOutcome.Found found)
            return new ReadyDay(day, ((PlanOutcome.NotFound)outcome).Reason);
        var plans = found.Plans;
        var order = Enumerable.Range(0, plans.Count).OrderBy(i => (plans[i].Arrival, plans[i].Cents)).ToList();
        var cheapest = order.Where(i => plans[i].Arrival <= by).Select(i => (int?)i)
            .MinBy(i => (plans[i!.Value].Cents, plans[i.Value].Arrival));
        return new ReadyDay(day, null)
        {
            Found = found,
            Order = order,
            Cheapest = cheapest,
            Fastest = plans[order[0]],
            CheapestInTime = cheapest is { } index ? plans[index] : null,
            IsTruncated = found.IsTruncated,
        };
    }

    /// <summary>Whether some plan that would be forecast is in time in at least the share of draws asked for; a plan is
    /// drawn only until that is known.</summary>
    internal bool Reaches(Deadline deadline, Draws draws)
    {
        if (Found is not { } found) return SurestChance >= deadline.Chance;
        var by = CorridorClock.MinuteOf(deadline.By);
        return Drawn(found).Any(index =>
        {
            var timing = new PlanTiming(found.Context, found.Held(index));
            var inTime = 0;
            for (var n = 0; n < draws.Replicates; n++)
            {
                if (timing.Run(new Values.Drawn(draws, n)).Arrival <= by) inTime++;
                if (IsEnough(inTime)) return true;
                if (!IsEnough(inTime + draws.Replicates - n - 1)) return false;
            }
            return false;
        });

        bool IsEnough(int runs) => runs / (double)draws.Replicates >= deadline.Chance;
    }

    /// <summary>Plans that are forecast: the earliest of the first ways to arrive, and the cheapest in time.</summary>
    private List<int> Drawn(PlanOutcome.Found found) =>
    [
        .. Order.DistinctBy(i => string.Join('>', found.Plans[i].Family)).Take(WaysForecast)
            .Union(Cheapest is { } one ? [one] : []),
    ];

    /// <summary>The day with its chances: drawing takes about as long as the search, so it is done where a chance is
    /// asked for.</summary>
    internal ReadyDay WithChances(Instant by, Draws draws)
    {
        if (Found is not { } found) return this;
        var drawn = Drawn(found);
        var forecasts = Forecast.Of(found.Context, drawn.Select(found.Held), draws);
        var chances = drawn.Zip(forecasts, (index, forecast) => (index, forecast.ProbabilityBy(by))).ToDictionary();
        var surest = drawn.MaxBy(i => chances[i]);
        return this with
        {
            Found = null,
            Surest = found.Plans[surest],
            SurestChance = chances[surest],
            CheapestChance = Cheapest is { } at ? chances[at] : 0,
        };
    }
}
