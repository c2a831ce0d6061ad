using Rahdar.Network.Services;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>A departure that a plan takes, with the room there is.</summary>
/// <param name="Departure">The departure.</param>
/// <param name="Teu">TEU it takes; null unknown, which is counted as unlimited.</param>
/// <param name="Tonnes">Tonnes it takes; null unknown, which is counted as unlimited.</param>
public sealed record Boarding(SharedDeparture Departure, decimal? Teu, decimal? Tonnes)
{
    /// <summary>True when some room is known, so that it can be full.</summary>
    public bool IsLimited => Teu is not null || Tonnes is not null;

    /// <summary>Departures of services that a plan takes, in order; unscheduled trucks and trains have none.</summary>
    internal static IReadOnlyList<Boarding> ListOf(PlanContext c, HeldPlan plan) =>
        [.. plan.Taken.Select(t => Of(c, t)).OfType<Boarding>().DistinctBy(b => b.Departure)];

    private static Boarding? Of(PlanContext c, Taken taken) => taken.Movement.Spec switch
    {
        RideSpec ride => Of(c, ride.Offer.Service, SharedDeparture.Of(c, ride.Offer.Service, ride.From.Place, taken)),
        // A ferry carries the trucks; how many it takes stands nowhere.
        FerrySpec ferry => new Boarding(
            SharedDeparture.Of(c, ferry.Offer.Service, ferry.From.Place, taken), null, null),
        _ => null,
    };

    private static Boarding Of(PlanContext c, Service service, SharedDeparture departure) => new(
        departure,
        service.CapacityTeu is { } teu ? c.Reads.Mean(teu) : null,
        service.CapacityTonnes is { } tonnes ? c.Reads.Mean(tonnes) : null);
}
