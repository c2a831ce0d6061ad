namespace Rahdar.Lines.Capacity;

/// <summary>Use of a line by the leaflet UIC 406 of the International Union of Railways.</summary>
public static class Uic406
{
    /// <summary>Edition 2004: time used, and its share of the time window.</summary>
    /// <param name="occupancy">A: infrastructure occupation, minutes.</param>
    /// <param name="buffer">B: buffer times, minutes.</param>
    /// <param name="singleTrack">C: supplement for single track, minutes.</param>
    /// <param name="maintenance">D: supplement for maintenance, minutes.</param>
    /// <param name="window">U: the chosen window, minutes, above 0.</param>
    /// <returns>Minutes, and percent.</returns>
    public static (double Minutes, double Percent) Of2004(
        double occupancy, double buffer, double singleTrack, double maintenance, double window)
    {
        var used = occupancy + buffer + singleTrack + maintenance;
        return (used, 100 * used / window);
    }

    /// <summary>Edition 2013: occupancy time rate, and capacity consumption with additional times.</summary>
    /// <param name="occupancy">Occupancy time of the compressed timetable, minutes.</param>
    /// <param name="period">Defined period, minutes, above 0.</param>
    /// <param name="additional">Additional time rate, share: 0.67 is 67 %.</param>
    /// <returns>Both in percent.</returns>
    public static (double OccupancyRate, double Consumption) Of2013(
        double occupancy, double period, double additional) =>
        (100 * occupancy / period, 100 * occupancy * (1 + additional) / period);
}
