using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Rail;

namespace Rahdar.Planning.Space;

/// <summary>Handing boxes over, loading them at the origin, or setting them down at the destination.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Row">Handling row; null when a gauge row stands for it.</param>
/// <param name="Yard">Gauge row that stands for it; null otherwise.</param>
/// <param name="Port">Port whose dwell or charge comes on top; null otherwise.</param>
internal sealed record HandlingSpec(State From, State To, HandlingRow? Row, GaugeBreak? Yard, Port? Port)
    : MovementSpec(From, To);

/// <summary>Boxes leave the ground on an unscheduled truck or a block train on request.</summary>
internal sealed record BoardSpec(State From, State To) : MovementSpec(From, To);

/// <summary>An unscheduled run over links of one country.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Way">Links in running order, made out when somebody asks.</param>
internal sealed record RunSpec(State From, State To, Lazy<IReadOnlyList<Link>> Way) : MovementSpec(From, To)
{
    internal IReadOnlyList<Link> Links => Way.Value;

    /// <summary>What it comes to by the prices of its links, when that is known already.</summary>
    internal RunSums? Sums { get; init; }
}

/// <summary>An unscheduled carrier passes a border and the link behind it.</summary>
internal sealed record PassageSpec(State From, State To, BorderRow Border, Link Link) : MovementSpec(From, To);

/// <summary>A block train on request changes gauge.</summary>
internal sealed record GaugeSpec(State From, State To, GaugeBreak Yard) : MovementSpec(From, To);

/// <summary>An unscheduled carrier is set down where the leg ends.</summary>
internal sealed record LandSpec(State From, State To) : MovementSpec(From, To);

/// <summary>A ride on a service from one stop to a later one.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Offer">The service as known.</param>
/// <param name="First">Index of the boarding stop.</param>
/// <param name="Last">Index of the alighting stop.</param>
internal sealed record RideSpec(State From, State To, ServiceOffer Offer, int First, int Last) : MovementSpec(From, To);

/// <summary>An unscheduled truck drives on a ro-ro ferry.</summary>
internal sealed record FerrySpec(State From, State To, ServiceOffer Offer, int First, int Last)
    : MovementSpec(From, To);
