using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Ports;

/// <summary>A port or one of its terminals.</summary>
/// <param name="Place">The place.</param>
/// <param name="Terminal">Terminal name.</param>
/// <param name="FreeDays">Days without storage.</param>
/// <param name="Storage20">USD a day for a 20 ft box after the free days.</param>
/// <param name="Storage40">USD a day for a 40 ft box.</param>
/// <param name="Dwell">Days a box stands, discharge to gate-out.</param>
/// <param name="Handling20">Terminal handling charge, USD a 20 ft box.</param>
/// <param name="Handling40">Terminal handling charge, USD a 40 ft box.</param>
/// <param name="Facts">Other published columns by name, shown only.</param>
/// <param name="Status">Status word.</param>
/// <param name="StatusDate">Date of the page that tells it.</param>
/// <param name="Hazard">Hazard in words.</param>
public sealed record Port(
    PlaceId Place, string Terminal, Figure? FreeDays, Figure? Storage20, Figure? Storage40, Figure? Dwell,
    Figure? Handling20, Figure? Handling40, IReadOnlyDictionary<string, string> Facts,
    string Status, LocalDate? StatusDate, string Hazard)
{
    /// <summary>Berths of the port or terminal, of all kinds; null unknown: default `berths:default`.</summary>
    public Figure? Berths { get; init; }
}

/// <summary>A higher storage rate from a day of the stay on.</summary>
/// <param name="Place">The place.</param>
/// <param name="FromDay">Day of the stay from which it holds, from 1.</param>
/// <param name="UsdPerDay">USD a box and day.</param>
/// <param name="IsPort">True for the port, false for the rail or road terminal of the place.</param>
public sealed record StorageTier(PlaceId Place, Figure FromDay, Figure UsdPerDay, bool IsPort);

/// <summary>Who carries the boxes, as handling rows name it.</summary>
public enum Carrier
{
    /// <summary>Not yet carried: at the origin terminal.</summary>
    Origin,

    /// <summary>Train.</summary>
    Rail,

    /// <summary>Truck.</summary>
    Road,

    /// <summary>Ship.</summary>
    Sea,

    /// <summary>Aircraft.</summary>
    Air,

    /// <summary>Set down at the destination terminal.</summary>
    Destination,
}

/// <summary>Handing boxes from one carrier to another.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="From">Carrier that brings.</param>
/// <param name="To">Carrier that takes.</param>
/// <param name="Hours">Handling hours.</param>
/// <param name="UsdPerBox">USD a box.</param>
/// <param name="IsThroughPort">True when the port's dwell and terminal charge come on top.</param>
/// <param name="AddsPortDwell">True when the port's dwell is part of the handling.</param>
public sealed record HandlingRow(
    string Id, Carrier From, Carrier To, Figure Hours, Figure UsdPerBox, bool IsThroughPort, bool AddsPortDwell);
