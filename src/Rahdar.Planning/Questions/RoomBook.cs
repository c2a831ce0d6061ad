namespace Rahdar.Planning.Questions;

/// <summary>Who has taken room on which departure.</summary>
internal sealed class RoomBook
{
    private readonly Dictionary<SharedDeparture, (Boarding Boarding, List<Consignment> Aboard)> _taken = [];

    /// <summary>Departures taken, by time, service and stop.</summary>
    internal IReadOnlyList<DepartureLoad> Loads =>
    [
        .. _taken.Values.Select(t => new DepartureLoad(t.Boarding, t.Aboard))
            .OrderBy(l => l.Boarding.Departure.First)
            .ThenBy(l => l.Boarding.Departure.ServiceId, StringComparer.Ordinal)
            .ThenBy(l => l.Boarding.Departure.Stop.Value, StringComparer.Ordinal),
    ];

    /// <summary>Departures of a choice without room for these boxes; empty when all have it.</summary>
    internal IReadOnlyList<FullDeparture> ListFull(Choice choice, Cargo cargo) =>
    [
        .. choice.Boardings.Where(b => !HasRoom(b, cargo))
            .Select(b => new FullDeparture(b, [.. Aboard(b).Select(a => a.Id)])),
    ];

    internal void Take(Choice choice, Consignment consignment)
    {
        foreach (var boarding in choice.Boardings)
        {
            if (!_taken.TryGetValue(boarding.Departure, out var taken))
                _taken[boarding.Departure] = taken = (boarding, []);
            taken.Aboard.Add(consignment);
        }
    }

    private bool HasRoom(Boarding boarding, Cargo cargo) =>
        !(boarding.Teu < cargo.Teu + Aboard(boarding).Sum(a => a.Query.Cargo.Teu))
        && !(boarding.Tonnes < cargo.Tonnes + Aboard(boarding).Sum(a => a.Query.Cargo.Tonnes));

    private IReadOnlyList<Consignment> Aboard(Boarding boarding) =>
        _taken.TryGetValue(boarding.Departure, out var taken) ? taken.Aboard : [];
}
