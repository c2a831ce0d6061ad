using NodaTime;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>A plan picked, and what becomes of it in draws.</summary>
/// <param name="Pick">By what.</param>
/// <param name="Plan">The plan, planning values.</param>
/// <param name="Forecast">Its forecast, under the draws that all scenarios have in common.</param>
public sealed record PickedPlan(Criterion Pick, Itinerary Plan, Forecast Forecast);

/// <summary>What a question comes to under one scenario.</summary>
/// <param name="Name">Name of the scenario; empty for the baseline, which is without any.</param>
/// <param name="Assumptions">What the scenario assumes, one sentence each.</param>
/// <param name="Picked">Fastest, cheapest and best value; empty without a plan.</param>
/// <param name="Reason">Why there is no plan; null when there is one.</param>
/// <param name="IsTruncated">True when the search met a limit, so that a better plan may exist.</param>
public sealed record ScenarioCase(
    string Name, IReadOnlyList<string> Assumptions, IReadOnlyList<PickedPlan> Picked, NoPlan? Reason,
    bool IsTruncated)
{
    /// <summary>Arrival of the last draw of any plan picked; null without a plan.</summary>
    public Instant? LastArrival { get; init; }

    /// <summary>What the scenario changes that cannot act on the dates asked, one sentence each; may be
    /// empty.</summary>
    public IReadOnlyList<string> Idle { get; init; } = [];

    /// <summary>True when nothing the scenario changes can act on the dates asked.</summary>
    public bool IsIdle { get; init; }
}
