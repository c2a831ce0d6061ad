using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>Many consignments that share the room of departures: who gets what, and who is displaced by whom.</summary>
/// <remarks>First come first served by priority, not an optimum. Definition: docs/planning.md, "Shared
/// capacity".</remarks>
public static class SharedCapacity
{
    /// <summary>Gives room to consignments in order of priority, then row.</summary>
    /// <param name="network">The network, with its scenario.</param>
    /// <param name="consignments">In any order; ids differ.</param>
    /// <param name="laterDays">Days after the ready day on which boxes may start too.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    /// <returns>What each got, in the order they took it, and the departures taken.</returns>
    public static (IReadOnlyList<Allotment> Allotments, IReadOnlyList<DepartureLoad> Loads) Allot(
        CorridorNetwork network, IReadOnlyList<Consignment> consignments, int laterDays, Action<string>? step = null) =>
        Allot(network, consignments, laterDays, new ChoiceBook(network, laterDays, step));

    internal static (IReadOnlyList<Allotment> Allotments, IReadOnlyList<DepartureLoad> Loads) Allot(
        CorridorNetwork network, IReadOnlyList<Consignment> consignments, int laterDays, ChoiceBook choices)
    {
        var rooms = new RoomBook();
        var allotments = new List<Allotment>();
        foreach (var consignment in consignments.OrderBy(c => (c.Priority, c.Row)))
        {
            var list = choices.Of(consignment.Query, consignment.Value);
            var cargo = consignment.Query.Cargo;
            var wished = list.Choices.Count > 0 ? list.Choices[0] : null;
            var taken = list.Choices.FirstOrDefault(c => rooms.ListFull(c, cargo).Count == 0);
            var full = wished is null ? [] : rooms.ListFull(wished, cargo);
            var reason = taken is not null ? null
                : wished is null ? ((PlanOutcome.NotFound)Planner.Plan(network, consignment.Query)).Reason
                : NoRoom(network, consignment, full, laterDays);
            if (taken is not null) rooms.Take(taken, consignment);
            allotments.Add(new Allotment(consignment, wished, taken, full, reason, list.Rejected, list.IsTruncated));
        }
        return (allotments, rooms.Loads);
    }

    private static NoPlan NoRoom(
        CorridorNetwork network, Consignment consignment, IReadOnlyList<FullDeparture> full, int laterDays) => new(
        "no-plan:capacity",
        $"{consignment.Id}: every plan that starts on the ready day or within {laterDays} days after it needs a "
            + "departure that is full",
        "fewer boxes, a higher priority, or a later ready date",
        [
            .. full.Select(f =>
                $"{SubjectName.Of(network, f.Boarding.Departure.ServiceId)} at {f.Boarding.Departure.Stop}: room "
                + $"taken by {string.Join(", ", f.Holders)}"),
        ]);
}
