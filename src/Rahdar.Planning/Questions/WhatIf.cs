using NodaTime;
using Rahdar.Network;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>The same question under several scenarios.</summary>
/// <remarks>Definition: docs/planning.md, "What if".</remarks>
public static class WhatIf
{
    /// <summary>What a question comes to in one network; draws depend on seed and figure alone, so cases of one request
    /// are under the same luck.</summary>
    /// <param name="network">The network, with its scenario or without.</param>
    /// <param name="query">A question that <see cref="QueryCheck"/> found nothing wrong with.</param>
    /// <param name="value">What a day is worth.</param>
    /// <param name="request">How to draw.</param>
    /// <param name="baseline">The case without a scenario; null for the baseline itself.</param>
    public static ScenarioCase Ask(
        CorridorNetwork network, PlanQuery query, ValueOfTime value, DrawRequest request, ScenarioCase? baseline = null)
    {
        var outcome = Planner.Plan(network, query);
        if (outcome is PlanOutcome.NotFound(var reason))
            return Judged(new ScenarioCase(network.ScenarioName, network.Assumptions, [], reason, false));
        var found = (PlanOutcome.Found)outcome;
        var all = Enumerable.Range(0, found.Plans.Count).ToList();
        (Criterion Pick, int Index)[] picks =
        [
            (Criterion.Fastest, all.MinBy(i => (found.Plans[i].Arrival, found.Plans[i].Cents))),
            (Criterion.Cheapest, all.MinBy(i => (found.Plans[i].Cents, found.Plans[i].Arrival))),
            (Criterion.BestValue, found.BestBy(value)),
        ];
        var forecasts = found.Forecast(picks.Select(p => p.Index), request);
        return Judged(
            new ScenarioCase(
                network.ScenarioName, network.Assumptions,
                [.. picks.Select((p, i) => new PickedPlan(p.Pick, found.Plans[p.Index], forecasts[i]))], null,
                found.IsTruncated)
            {
                LastArrival = forecasts.Max(f => f.LastArrival),
            });

        // A closure may send the boxes another way that is done before it begins: both cases tell how long they take.
        ScenarioCase Judged(ScenarioCase @case)
        {
            var lasts = new[] { baseline?.LastArrival, @case.LastArrival };
            var idle = InForce.ListIdle(network, query, lasts.Contains(null) ? null : lasts.Max());
            return @case with { Idle = idle, IsIdle = InForce.IsNothing(network, idle) };
        }
    }

    /// <summary>What a scenario changes, for each pick; empty when there is no plan in it or in the baseline.</summary>
    /// <param name="baseline">The case to compare with.</param>
    /// <param name="other">The case compared, of the same request.</param>
    public static IReadOnlyList<PairedChange> Changes(ScenarioCase baseline, ScenarioCase other) =>
        [.. baseline.Picked.Zip(other.Picked, PairedChange.Of)];
}
