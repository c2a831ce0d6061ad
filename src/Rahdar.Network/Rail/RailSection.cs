using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Rail;

/// <summary>A line section as published: what a train may weigh, measure and run there.</summary>
/// <param name="Id">Stable id, or the id of the default that stands in.</param>
/// <param name="Scenario">`baseline`, or the project under which the row holds.</param>
/// <param name="Name">Name.</param>
/// <param name="From">First end.</param>
/// <param name="To">Second end.</param>
/// <param name="Via">Places on the way, in order.</param>
/// <param name="Gauge">Track gauge; null in a default.</param>
/// <param name="LengthKm">Published length.</param>
/// <param name="FreightSpeed">Commercial speed, km/h: stops inside included, borders and gauge changes not.</param>
/// <param name="AxleLoad">Tonnes.</param>
/// <param name="TrainLength">Metres, greatest.</param>
/// <param name="TrainMass">Tonnes gross, greatest.</param>
/// <param name="Status">Status word.</param>
/// <param name="IsDefault">True when a default by country and tracks stands in.</param>
public sealed record RailSection(
    string Id, string Scenario, string Name, PlaceId From, PlaceId To, IReadOnlyList<PlaceId> Via, Gauge? Gauge,
    Figure? LengthKm, Figure? FreightSpeed, Figure? AxleLoad, Figure? TrainLength, Figure? TrainMass,
    string Status, bool IsDefault)
{
    /// <summary>Train paths a day in each direction; null unknown: default `paths:1` or `paths:2` by tracks.</summary>
    public Figure? PathsPerDay { get; init; }

    /// <summary>Train paths a day in each direction that trains of others use; null unknown.</summary>
    public Figure? UsedPaths { get; init; }

    /// <summary>Line speed, km/h: no train runs faster, all run slower on average.</summary>
    public Figure? MaxSpeed { get; init; }

    /// <summary>1 or 2. Where the number changes on the way the weaker part rules.</summary>
    public int TrackCount { get; init; } = 1;
}

/// <summary>A section row that holds in the place of another from a day on.</summary>
/// <param name="From">First day.</param>
/// <param name="Section">The row.</param>
public sealed record SectionUpgrade(LocalDate From, RailSection Section);

/// <summary>A wagon that carries containers on one gauge.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Gauge">Track gauge.</param>
/// <param name="Tare">Tonnes empty.</param>
/// <param name="Places">TEU places.</param>
/// <param name="Payload">Tonnes, greatest.</param>
/// <param name="Length">Metres over couplers.</param>
/// <param name="Axles">Number of axles.</param>
public sealed record ContainerWagon(
    string Id, Gauge Gauge, Figure Tare, Figure Places, Figure Payload, Figure Length, Figure Axles);
