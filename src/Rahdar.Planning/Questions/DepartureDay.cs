using NodaTime;

namespace Rahdar.Planning.Questions;

/// <summary>The answer for boxes ready on one day.</summary>
/// <param name="Day">Ready day at the origin.</param>
/// <param name="Fastest">Plan that arrives first, by planning value; null without a plan.</param>
/// <param name="Cheapest">Plan that costs least; null without a plan.</param>
/// <param name="No">Why there is none; null when there is one.</param>
/// <param name="IsTruncated">True when a limit was met, so that a better plan may exist.</param>
public sealed record DepartureDay(
    LocalDate Day, Itinerary? Fastest, Itinerary? Cheapest, NoPlan? No, bool IsTruncated)
{
    /// <summary>True when the fastest plan goes by another family than on the day before, or only one of the two days
    /// has a plan; never on the first day.</summary>
    public bool IsFastestChanged { get; private init; }

    /// <summary>The same of the cheapest plan.</summary>
    public bool IsCheapestChanged { get; private init; }

    internal static DepartureDay Of(LocalDate day, PlanOutcome outcome, DepartureDay? before)
    {
        var row = outcome switch
        {
            PlanOutcome.Found found =>
                new DepartureDay(day, found.Fastest(), found.Cheapest(), null, found.IsTruncated),
            PlanOutcome.NotFound(var no) => new DepartureDay(day, null, null, no, false),
            _ => throw new InvalidOperationException("an outcome nobody knows"),
        };
        return before is null ? row : row with
        {
            IsFastestChanged = IsOtherWay(before.Fastest, row.Fastest),
            IsCheapestChanged = IsOtherWay(before.Cheapest, row.Cheapest),
        };
    }

    private static bool IsOtherWay(Itinerary? before, Itinerary? now) =>
        before is null || now is null ? before != now : !before.Family.SequenceEqual(now.Family);
}
