namespace Rahdar.Lines.Capacity;

/// <summary>Trains a day over a line section by the practice of two families of railways.</summary>
public static class LinePractice
{
    /// <summary>Minutes of a day.</summary>
    public const double DayMinutes = 1440;

    /// <summary>Practice of the 1520 mm railways: time left by the maintenance window, by reliability and by the
    /// period.</summary>
    /// <remarks>Single track: pairs of trains, the period holds one each way and both station intervals. Double track
    /// with automatic block: trains each way, the period is the interval between two. Source: the instruction on
    /// line capacity of the Russian railways.</remarks>
    /// <param name="period">T: minutes, above 0.</param>
    /// <param name="window">Maintenance window, minutes a day.</param>
    /// <param name="reliability">Share of time that failures leave, 0 to 1.</param>
    /// <param name="trains">k: pairs or trains in a period.</param>
    public static double By1520(double period, double window, double reliability, double trains) =>
        (DayMinutes - window) * reliability * trains / period;

    /// <summary>Practice of the South Asian railways: Scott's formula, trains each way.</summary>
    /// <remarks>On single track the running time is that of a train each way, one after the other.</remarks>
    /// <param name="running">T: running time over the critical block section, minutes.</param>
    /// <param name="working">t: time to work the block, minutes; T + t above 0.</param>
    /// <param name="efficiency">Share of the day that can be used, 0 to 1.</param>
    public static double ByScott(double running, double working, double efficiency) =>
        DayMinutes / (running + working) * efficiency;
}
