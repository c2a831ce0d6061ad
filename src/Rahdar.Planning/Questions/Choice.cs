namespace Rahdar.Planning.Questions;

/// <summary>A plan that a consignment may take, on its ready day or a later one.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="DaysLater">Days after its own ready instant that the boxes start; 0 to
/// <see cref="Limits.LaterReadyDaysMax"/>.</param>
/// <param name="Minutes">From its own first possible departure to arrival.</param>
/// <param name="Cents">Cost, US cents, with detention from its own start on.</param>
/// <param name="GeneralisedCents">Money and the value of time from its own start on, US cents.</param>
/// <param name="Boardings">Departures it takes, in order.</param>
public sealed record Choice(
    Itinerary Plan, int DaysLater, int Minutes, long Cents, long GeneralisedCents, IReadOnlyList<Boarding> Boardings)
{
    /// <summary>Leaves out every choice that needs all the room another one needs and costs as much or more.</summary>
    /// <remarks>Whenever such a choice has room the other has it too, so it is never taken.</remarks>
    internal static List<T> Thin<T>(
        IEnumerable<T> choices, Func<T, (long, int, int)> order, Func<T, IReadOnlyList<Boarding>> boardings)
    {
        var kept = new List<(T Choice, HashSet<SharedDeparture> Needs)>();
        foreach (var choice in choices.OrderBy(order))
        {
            var needs = boardings(choice).Where(b => b.IsLimited).Select(b => b.Departure).ToHashSet();
            if (!kept.Any(k => k.Needs.IsSubsetOf(needs))) kept.Add((choice, needs));
        }
        return [.. kept.Select(k => k.Choice)];
    }
}
