namespace Rahdar.Planning.Questions;

/// <summary>A departure without room for a consignment.</summary>
/// <param name="Boarding">The departure and its room.</param>
/// <param name="Holders">Ids of those that took the room before, in the order they did.</param>
public sealed record FullDeparture(Boarding Boarding, IReadOnlyList<string> Holders);

/// <summary>A departure that consignments take.</summary>
/// <param name="Boarding">The departure and its room.</param>
/// <param name="Aboard">Consignments on it, in the order they took it.</param>
public sealed record DepartureLoad(Boarding Boarding, IReadOnlyList<Consignment> Aboard)
{
    /// <summary>TEU taken.</summary>
    public int Teu => Aboard.Sum(a => a.Query.Cargo.Teu);

    /// <summary>Tonnes taken.</summary>
    public decimal Tonnes => Aboard.Sum(a => a.Query.Cargo.Tonnes);
}

/// <summary>What a consignment got.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Wished">What it would take alone; null when no way leads there.</param>
/// <param name="Taken">What it takes; null when there is none.</param>
/// <param name="Full">Departures of the wish that had no room; empty when it got its wish.</param>
/// <param name="Reason">Why it takes none; null when it takes one.</param>
/// <param name="Rejected">What its ready day does not offer for its size or mass.</param>
/// <param name="IsTruncated">True when a search met a limit, so that a better plan may exist.</param>
public sealed record Allotment(
    Consignment Consignment, Choice? Wished, Choice? Taken, IReadOnlyList<FullDeparture> Full, NoPlan? Reason,
    IReadOnlyList<Rejection> Rejected, bool IsTruncated)
{
    /// <summary>True when others had taken the room of its wish.</summary>
    public bool IsDisplaced => Full.Count > 0;

    /// <summary>What it pays more than alone in money and time, US cents; null when it takes none.</summary>
    public long? ExtraGeneralisedCents => Taken?.GeneralisedCents - Wished?.GeneralisedCents;
}
