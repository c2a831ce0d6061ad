using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>Consignments with what they got, as reports need it.</summary>
/// <param name="Network">The network asked.</param>
/// <param name="Allotments">What each got, in the order they took it.</param>
/// <param name="Loads">Departures taken.</param>
/// <param name="LaterDays">Days after the ready day on which boxes might start too.</param>
/// <param name="Notes">What was taken for granted while the file was read, one sentence each.</param>
public sealed record SharedCapacityAnswer(
    CorridorNetwork Network, IReadOnlyList<Allotment> Allotments, IReadOnlyList<DepartureLoad> Loads, int LaterDays,
    IReadOnlyList<string> Notes);
