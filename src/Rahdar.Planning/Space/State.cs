using Rahdar.Network.Places;

namespace Rahdar.Planning.Space;

/// <summary>What a state is; see docs/decisions, "The plan space, written down to the minute".</summary>
internal enum StateKind
{
    Origin,
    Ready,
    Loaded,
    Ran,
    Crossed,
    Landed,
    Arrived,
}

/// <summary>What carries the boxes.</summary>
internal enum Vehicle
{
    None,
    Train,
    Truck,
    Ship,
    Aircraft,
}

/// <summary>Which storage tariff a ground state is under.</summary>
internal enum Ground
{
    None,
    Yard,
    Port,
}

/// <summary>Place and what carries the boxes there.</summary>
/// <param name="Kind">Kind of state; Loaded, Ran and Crossed are phases of an unscheduled leg.</param>
/// <param name="Place">Where.</param>
/// <param name="Vehicle">What carries, carried or will carry.</param>
/// <param name="Gauge">Track gauge, mm; 0 unless a train.</param>
/// <param name="Drivers">1 or 2; 0 unless an unscheduled truck.</param>
/// <param name="BoxesPerTruck">Boxes on each truck; 0 unless an unscheduled truck.</param>
/// <param name="Ground">Storage tariff of a Ready state.</param>
/// <param name="CameFrom">Post just left behind by an unscheduled carrier: it does not turn back there at once; else
/// default.</param>
internal readonly record struct State(
    StateKind Kind, PlaceId Place, Vehicle Vehicle, int Gauge = 0, int Drivers = 0, int BoxesPerTruck = 0,
        Ground Ground = Ground.None,
    PlaceId CameFrom = default)
{
    internal State At(PlaceId place) => this with { Place = place };

    /// <summary>Quicker than that of a record: states are looked up more than anything else.</summary>
    public override int GetHashCode() => unchecked(
        Place.GetHashCode() * 31 + CameFrom.GetHashCode() * 17 + Gauge
        + ((int)Kind + 8 * (int)Vehicle + 64 * (int)Ground + 256 * Drivers + 1024 * BoxesPerTruck) * 40_503);
}
