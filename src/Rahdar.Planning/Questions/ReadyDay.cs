using NodaTime;
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

    internal static ReadyDay Of(LocalDate day, PlanOutcome outcome, Instant by, DrawRequest draw)
    {
        if (outcome is not PlanOutcome.Found found)
            return new ReadyDay(day, ((PlanOutcome.NotFound)outcome).Reason);
        var plans = found.Plans;
        var order = Enumerable.Range(0, plans.Count).OrderBy(i => (plans[i].Arrival, plans[i].Cents)).ToList();
        var cheapest = order.Where(i => plans[i].Arrival <= by).Select(i => (int?)i)
            .MinBy(i => (plans[i!.Value].Cents, plans[i.Value].Arrival));
        var ways = order.DistinctBy(i => string.Join('>', plans[i].Family)).Take(WaysForecast).ToList();
        var drawn = ways.Union(cheapest is { } one ? [one] : []).ToList();
        var chances = drawn.Zip(found.Forecast(drawn, draw), (index, forecast) => (index, forecast.ProbabilityBy(by)))
            .ToDictionary();
        var surest = drawn.MaxBy(i => chances[i]);
        return new ReadyDay(day, null)
        {
            Fastest = plans[order[0]],
            Surest = plans[surest],
            SurestChance = chances[surest],
            CheapestInTime = cheapest is { } index ? plans[index] : null,
            CheapestChance = cheapest is { } at ? chances[at] : 0,
            IsTruncated = found.IsTruncated,
        };
    }
}
