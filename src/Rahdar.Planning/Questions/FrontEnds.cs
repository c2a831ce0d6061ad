namespace Rahdar.Planning.Questions;

/// <summary>The two plans of a front that most questions are about.</summary>
internal static class FrontEnds
{
    /// <summary>The plan that arrives first; of equals the cheapest.</summary>
    internal static Itinerary Fastest(this PlanOutcome.Found found) => found.Plans.MinBy(p => (p.Arrival, p.Cents))!;

    /// <summary>The plan that costs least; of equals the one that arrives first.</summary>
    internal static Itinerary Cheapest(this PlanOutcome.Found found) => found.Plans.MinBy(p => (p.Cents, p.Arrival))!;
}
