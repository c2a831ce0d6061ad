using Rahdar.Quantities;

namespace Rahdar.Network.Rail;

/// <summary>A freight train that stands for those of a line in a study of running time and capacity.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name.</param>
/// <param name="Gauge">Track gauge.</param>
/// <param name="Wagon">Wagon class that it is made of.</param>
/// <param name="Locomotives">How many pull.</param>
/// <param name="LocomotiveMass">Tonnes each.</param>
/// <param name="LocomotiveLength">Metres each.</param>
/// <param name="Power">Kilowatts each, at the wheel.</param>
/// <param name="Pull">Kilonewtons each, greatest.</param>
/// <param name="Wagons">Greatest number of wagons.</param>
/// <param name="WagonMass">Tonnes gross each.</param>
/// <param name="SpeedLimit">km/h.</param>
/// <param name="Braking">Deceleration, m/s2.</param>
public sealed record LineTrain(
    string Id, string Name, Gauge Gauge, string Wagon, Figure Locomotives, Figure LocomotiveMass,
    Figure LocomotiveLength, Figure Power, Figure Pull, Figure Wagons, Figure WagonMass, Figure SpeedLimit,
    Figure Braking)
{
    /// <summary>Resistance of a locomotive, permil of weight.</summary>
    public required Figure LocomotiveBase { get; init; }

    /// <summary>Air resistance of a locomotive at 100 km/h, permil of weight.</summary>
    public required Figure LocomotiveAir { get; init; }

    /// <summary>Resistance of a wagon, permil of weight.</summary>
    public required Figure WagonBase { get; init; }

    /// <summary>Air resistance of a wagon at 100 km/h, permil of weight.</summary>
    public required Figure WagonAir { get; init; }

    /// <summary>Mass that accelerates over mass that weighs.</summary>
    public required Figure RotatingFactor { get; init; }
}

/// <summary>How a section is worked: how fast freight may run, how far trains follow, what of the day can be
/// used.</summary>
/// <param name="Section">Row of the section.</param>
/// <param name="Train">Id of the train that stands for its freight trains.</param>
/// <param name="FreightLimit">km/h.</param>
/// <param name="Block">Critical block section, km.</param>
/// <param name="BlocksBetween">Block sections that must be clear between two trains; on single track 1.</param>
/// <param name="Work">Minutes to work the block, or the station interval of a crossing.</param>
/// <param name="Window">Minutes a day kept for maintenance (1520 practice).</param>
/// <param name="Reliability">Share of time that failures leave (1520 practice).</param>
/// <param name="Efficiency">Share of the day that can be used (Scott).</param>
public sealed record LineOperation(
    string Section, string Train, Figure FreightLimit, Figure Block, Figure BlocksBetween, Figure Work, Figure Window,
    Figure Reliability, Figure Efficiency);
