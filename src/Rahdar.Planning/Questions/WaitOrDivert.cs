using Rahdar.Network;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>A leg just closed, perhaps: leave now by another way, or wait until some day for the reopening, and
/// where?</summary>
/// <remarks>Definitions: docs/planning.md, "Wait or divert".</remarks>
public static class WaitOrDivert
{
    /// <summary>Weighs waiting against diverting.</summary>
    /// <param name="network">The network, with its scenario.</param>
    /// <param name="query">A question that <see cref="QueryCheck"/> found nothing wrong with.</param>
    /// <param name="crossing">Border row id or pair of posts that has rows.</param>
    /// <param name="value">What a day is worth.</param>
    /// <param name="request">How durations are drawn from a triangle; null for 1,000 draws of seed 1.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static WaitOrDivertOutcome Ask(
        CorridorNetwork network, PlanQuery query, string crossing, ValueOfTime value, DrawRequest? request = null,
        Action<string>? step = null)
    {
        var start = query.StartMinute(network);
        var shut = ShutCrossing.Of(network, crossing, query.Known, start, request ?? new DrawRequest());
        if (shut.State == CrossingState.Open) return new WaitOrDivertOutcome.Open(shut);
        step?.Invoke($"the best way with {crossing} open");
        var open = shut.Lift(network);
        if (BestPlan.Find(open, query, value) is not { } through)
            return new WaitOrDivertOutcome.NoWay(((PlanOutcome.NotFound)Planner.Plan(open, query)).Reason);
        var ways = WaysOn.Find(network, query, through, shut.Rows.Select(r => r.Id).ToHashSet(), value, step);
        if (ways.Points.Count == 0) return new WaitOrDivertOutcome.OffTheWay(shut, through.Itinerary);
        return (WaitOrDivertOutcome?)ways.Weigh(network, shut, value)
            ?? new WaitOrDivertOutcome.NoWay(new NoPlan(
                "no-plan:closed",
                $"no other way leads there, and {crossing} may stay shut for longer than can be waited for",
                "another ready date, or fewer limits", [$"{shut.Claim!.Id}: {shut.Claim.Cause}"]));
    }
}
