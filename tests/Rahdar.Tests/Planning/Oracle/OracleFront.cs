namespace Rahdar.Tests.Planning.Oracle;

/// <summary>One plan on the front by its four criteria, with one example of how it is done.</summary>
/// <remarks>
/// Unit: Arrival in whole minutes since 2000-01-01T00:00Z, US cents, nanonepers of -ln(1 - q), grams of CO2e.
/// </remarks>
public sealed record OraclePlan(int Arrival, long Cents, long Nanonepers, long Grams, string Description)
{
    /// <summary>The four criteria, to compare with another planner.</summary>
    public (int Arrival, long Cents, long Nanonepers, long Grams) Criteria => (Arrival, Cents, Nanonepers, Grams);

    /// <summary>Whether this plan is at least as good in every criterion.</summary>
    public bool IsAsGoodAs(OraclePlan other) =>
        Arrival <= other.Arrival && Cents <= other.Cents && Nanonepers <= other.Nanonepers && Grams <= other.Grams;
}

/// <summary>The exact answer: the Pareto front of all plans of the plan space.</summary>
/// <remarks>
/// Shape: sorted by arrival, cents, nanonepers, grams; criteria are distinct; empty when there is no plan.
/// PlansSeen counts the complete plans met on the way, StepsTaken the states.
/// </remarks>
public sealed record OracleFront(IReadOnlyList<OraclePlan> Plans, int PlansSeen, int StepsTaken);
