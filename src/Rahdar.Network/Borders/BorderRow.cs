using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Borders;

/// <summary>Which way a border row speaks of.</summary>
public enum BorderDirection
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>From place a to place b.</summary>
    AToB,

    /// <summary>From place b to place a.</summary>
    BToA,
}

/// <summary>A crossing in one mode and direction: both posts with queue.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name of the crossing.</param>
/// <param name="PlaceA">First post.</param>
/// <param name="PlaceB">Second post.</param>
/// <param name="Mode">Rail or road.</param>
/// <param name="Direction">Direction the row speaks of.</param>
/// <param name="Hours">When a clearance may start, in the zone of the first post.</param>
/// <param name="Clearance">Clearance of both posts with queue, h of wall clock.</param>
/// <param name="ClearanceMean">Published mean, h; shown beside, not used.</param>
/// <param name="Cost">USD a truck, or 20 t by rail.</param>
/// <param name="CapacityPerDay">Units a day as published or estimated; null unknown. The planner reads none.</param>
/// <param name="CapacityUnit">What is counted: `trucks`, `trucks both ways`, `trains`, `train pairs`, `wagons`.</param>
/// <param name="Status">Status word as last confirmed.</param>
/// <param name="StatusDate">Date of the page that tells the status.</param>
/// <param name="Note">Remark.</param>
/// <param name="IsDefault">True when no row exists and the visible default of `ours` stands in.</param>
public sealed record BorderRow(
    string Id, string Name, PlaceId PlaceA, PlaceId PlaceB, Mode Mode, BorderDirection Direction, OpeningHours Hours,
    Figure? Clearance, Figure? ClearanceMean, Figure? Cost, Figure? CapacityPerDay, string CapacityUnit,
    string Status, LocalDate? StatusDate, string Note, bool IsDefault)
{
    /// <summary>True for a border market: local goods only, no transit.</summary>
    public bool IsLocalTradeOnly { get; init; }

    /// <summary>Whether the two directions share the capacity: its unit says both ways or pairs. Rows that mean both
    /// say so; a plain unit holds for each direction.</summary>
    public bool IsCapacityBothWays =>
        CapacityUnit.Contains("both ways", StringComparison.Ordinal)
        || CapacityUnit.Contains("pairs", StringComparison.Ordinal);

    /// <summary>The name without what stands in brackets and after a comma: `Ayritom-Hairatan road`.</summary>
    public string ShortName
    {
        get
        {
            var name = Name;
            while (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
                && name.IndexOf(')', open) is > 0 and var close)
                name = name[..open].TrimEnd() + name[(close + 1)..];
            return name.Split(',')[0].Trim();
        }
    }

    /// <summary>Name of the pair of posts, the same for all rows of a crossing: `IRMJV-PKTFT`.</summary>
    public string Crossing => CrossingOf(PlaceA, PlaceB);

    /// <summary>Pair of two posts in alphabetical order.</summary>
    public static string CrossingOf(PlaceId a, PlaceId b) => a.CompareTo(b) < 0 ? $"{a}-{b}" : $"{b}-{a}";

    /// <summary>Whether the row speaks of going from one place to another.</summary>
    public bool Covers(PlaceId from, PlaceId to) =>
        from == PlaceA && to == PlaceB && Direction != BorderDirection.BToA
        || from == PlaceB && to == PlaceA && Direction != BorderDirection.AToB;
}
