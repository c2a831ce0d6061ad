using NodaTime;
using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>One trip on one day, in seconds after the base of the timetable.</summary>
internal sealed class TripRun
{
    internal required GtfsTrip Trip { get; init; }

    internal required LocalDate Day { get; init; }

    /// <summary>True when it was made by a headway: such a run takes no part in blocks.</summary>
    internal bool IsRepeated { get; init; }

    /// <summary>Seconds of the service day at which it leaves by the timetable: tells runs of a headway
    /// apart.</summary>
    internal int ScheduledStart { get; init; }

    /// <summary>Stop indexes, in running order.</summary>
    internal required int[] Stops { get; init; }

    internal required int[] Arrivals { get; set; }

    internal required int[] Departures { get; set; }

    internal required bool[] CanBoard { get; set; }

    internal required bool[] CanAlight { get; set; }

    /// <summary>First departure by the timetable.</summary>
    internal int Starts { get; init; }

    /// <summary>Last arrival by the timetable.</summary>
    internal int Ends { get; init; }

    /// <summary>Runs the same wagons go on as.</summary>
    internal List<TripRun> Next { get; } = [];

    internal bool HasBefore { get; set; }

    /// <summary>False when it is cancelled or may not be used: it still parts what it stood between.</summary>
    internal bool IsUsable { get; set; } = true;
}
