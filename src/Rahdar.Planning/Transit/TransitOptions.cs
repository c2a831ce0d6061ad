using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Realtime;

namespace Rahdar.Planning.Transit;

/// <summary>How long a change takes.</summary>
/// <param name="DefaultSeconds">Time of a change at one stop, and of a walk between neighbours, where transfers.txt
/// says nothing.</param>
/// <param name="LeastMinutes">No change is shorter.</param>
/// <param name="Factor">Multiplies the time of a change; whole minutes, rounded up.</param>
/// <param name="AdditionalMinutes">Added to each change.</param>
/// <param name="NeighbourMetres">Stops closer than this are joined on foot; 0 none.</param>
public sealed record ChangeTimes(
    int DefaultSeconds = 120, int LeastMinutes = 0, double Factor = 1, int AdditionalMinutes = 0,
    int NeighbourMetres = 100)
{
    /// <summary>Seconds of a change of so many seconds by the timetable.</summary>
    internal int Apply(int seconds)
    {
        if (LeastMinutes == 0 && Factor == 1 && AdditionalMinutes == 0) return seconds;
        var minutes = (int)Math.Ceiling(Math.Round(seconds / 60.0 * Factor, 6));
        return (Math.Max(LeastMinutes, minutes) + AdditionalMinutes) * 60;
    }
}

/// <summary>Which trips may be used.</summary>
/// <param name="Modes">Words of <see cref="TransitModes"/>; null or `all` every mode.</param>
/// <param name="WithoutReservation">Only trips that need no reservation (extra column trips.pickup_type 2).</param>
/// <param name="BikesAllowed">Only trips with bikes_allowed 1.</param>
/// <param name="Wheelchair">Only trips with wheelchair_accessible 1, between stops not marked as without
/// access.</param>
/// <param name="CargoClass">Only trips whose freight_cargo_classes name it; null any.</param>
public sealed record TripFilter(
    IReadOnlySet<string>? Modes = null, bool WithoutReservation = false, bool BikesAllowed = false,
    bool Wheelchair = false, string? CargoClass = null)
{
    /// <summary>True when the trip may be used.</summary>
    internal bool Allows(GtfsTrip trip, int routeType) =>
        (Modes is null || Modes.Contains("all") || TransitModes.Of(routeType).Any(Modes.Contains))
        && !(WithoutReservation && trip.PickupType == 2)
        && !(BikesAllowed && trip.Bikes != 1)
        && !(Wheelchair && trip.Wheelchair != 1)
        && (CargoClass is null || trip.Freight.TryGetValue("cargo_classes", out var classes)
            && classes.Split('|', StringSplitOptions.TrimEntries).Contains(CargoClass));
}

/// <summary>What a timetable is built of, beside the feed.</summary>
/// <param name="Changes">How long changes take.</param>
/// <param name="Filter">Which trips may be used.</param>
/// <param name="Updates">What became known of single trips.</param>
public sealed record TransitOptions(
    ChangeTimes Changes, TripFilter Filter, IReadOnlyList<TripUpdate> Updates)
{
    /// <summary>Changes of two minutes, all trips, no updates.</summary>
    public static TransitOptions Plain { get; } = new(new ChangeTimes(), new TripFilter(), []);
}
