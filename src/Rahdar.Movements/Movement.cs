using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Movements;

/// <summary>One thing that happens to one unit, planned, simulated or observed: what we believe, not the raw
/// evidence.</summary>
/// <remarks>
/// A closed family; the names are listed in <see cref="MovementNames"/>. Two equal movements are one.
/// What a unit does while it stands on another one is told of it too: nobody has to follow the carrier.
/// </remarks>
public abstract record Movement
{
    private protected Movement(UnitId unit, Instant at, PlaceId place) => (Unit, At, Place) = (unit, at, place);

    /// <summary>To which unit.</summary>
    public UnitId Unit { get; init; }

    /// <summary>When.</summary>
    public Instant At { get; init; }

    /// <summary>Where; on the way between two places the one ahead.</summary>
    public PlaceId Place { get; init; }

    /// <summary>`2025-06-21T03:00:00Z departed PKUET`.</summary>
    public sealed override string ToString() => $"{At} {MovementNames.Of(this)} {Place}";
}

/// <summary>Left a place for the next: its mode, and the service, train or vehicle (empty: none is named).</summary>
public sealed record Departed(UnitId Unit, Instant At, PlaceId Place, PlaceId To, Mode Mode, string By)
    : Movement(Unit, At, Place);

/// <summary>Came to a place from the one before; what the ride cost in US cents, null when unknown.</summary>
public sealed record Arrived(
    UnitId Unit, Instant At, PlaceId Place, PlaceId From, Mode Mode, string By, long? Cents = null)
    : Movement(Unit, At, Place);

/// <summary>Began to wait for an activity, and at what: a border row, yard, service, berth, track. The wait is over
/// when an activity other than storage begins, when another wait begins, or when the unit goes on.</summary>
public sealed record Queued(UnitId Unit, Instant At, PlaceId Place, Activity Activity, string Resource)
    : Movement(Unit, At, Place);

/// <summary>An activity began, and by what it is done: a border row, yard, terminal; empty when none is
/// named.</summary>
public sealed record Began(UnitId Unit, Instant At, PlaceId Place, Activity Activity, string Resource)
    : Movement(Unit, At, Place);

/// <summary>An activity ended; what it cost in US cents, 0 when it was free, null when unknown.</summary>
public sealed record Ended(UnitId Unit, Instant At, PlaceId Place, Activity Activity, string Resource, long? Cents)
    : Movement(Unit, At, Place);

/// <summary>Was put on another unit. It takes no time: the work is an activity.</summary>
public sealed record Loaded(UnitId Unit, Instant At, PlaceId Place, UnitId Onto) : Movement(Unit, At, Place);

/// <summary>Was taken off another unit. It takes no time: the work is an activity.</summary>
public sealed record Unloaded(UnitId Unit, Instant At, PlaceId Place, UnitId From) : Movement(Unit, At, Place);

/// <summary>Is at the end of its way; nothing comes after it.</summary>
public sealed record Delivered(UnitId Unit, Instant At, PlaceId Place) : Movement(Unit, At, Place);
