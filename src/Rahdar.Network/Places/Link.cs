using Rahdar.Quantities;

namespace Rahdar.Network.Places;

/// <summary>State of the infrastructure, not of today's opening.</summary>
public enum LinkStatus
{
    /// <summary>Exists and is worked.</summary>
    Operating,

    /// <summary>Being built.</summary>
    Construction,

    /// <summary>Decided.</summary>
    Planned,

    /// <summary>Spoken of.</summary>
    Proposed,

    /// <summary>Exists, not worked.</summary>
    Suspended,
}

/// <summary>A stretch of one mode and one gauge between two places, as received: undirected.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="From">First end.</param>
/// <param name="To">Second end.</param>
/// <param name="Mode">Rail, road or sea.</param>
/// <param name="Gauge">Track gauge; null unless rail.</param>
/// <param name="Status">State of the infrastructure.</param>
/// <param name="RouteKm">Length to route and bill on, km.</param>
/// <param name="Tracks">Number of tracks; 0 unless rail.</param>
/// <param name="IsElectrified">Whether trains run under wires.</param>
/// <param name="SeaKind">sea, river_sea or rail_ferry; empty unless sea.</param>
/// <param name="Line">Points (longitude, latitude) from the first end to the second; may be empty.</param>
/// <param name="Note">Remark of the source.</param>
public sealed record Link(
    string Id, PlaceId From, PlaceId To, Mode Mode, Gauge? Gauge, LinkStatus Status, Figure RouteKm,
    int Tracks, bool IsElectrified, string SeaKind, IReadOnlyList<(double Longitude, double Latitude)> Line,
        string Note)
{
    /// <summary>Whether the link ends at a place.</summary>
    public bool Touches(PlaceId place) => From == place || To == place;

    /// <summary>The end opposite to a place.</summary>
    public PlaceId Opposite(PlaceId place) => From == place ? To : From;
}
