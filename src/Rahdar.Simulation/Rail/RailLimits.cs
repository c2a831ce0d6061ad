namespace Rahdar.Simulation.Rail;

/// <summary>Every cap of the railway, in one place.</summary>
public static class RailLimits
{
    /// <summary>Tracks of one place; a place with more is drawn as one that always accepts.</summary>
    public const int TracksMax = 64;

    /// <summary>Longest train and longest track, metres.</summary>
    public const int TrainLengthMax = 10_000;

    /// <summary>Longest section, metres.</summary>
    public const int SectionLengthMax = 2_000_000;

    /// <summary>Longest running time of a section, longest dwell and longest headway, seconds: a year.</summary>
    public const int SecondsMax = 366 * 86_400;

    /// <summary>Seconds that a train may wait before no other enters its district, unless the owner says otherwise.
    /// </summary>
    public const long WaitSecondsMax = 86_400;
}
