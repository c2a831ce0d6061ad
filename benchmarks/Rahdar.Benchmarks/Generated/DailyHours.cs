namespace Rahdar.Benchmarks.Generated;

/// <summary>A border's clock: when a clearance may begin, the same every day, and how long it takes.</summary>
/// <param name="Opens">First open minute of the day.</param>
/// <param name="Closes">First closed minute of the day, after <paramref name="Opens"/>.</param>
/// <param name="ClearanceMinutes">Minutes of a clearance; it may run on after closing.</param>
internal sealed record DailyHours(int Opens, int Closes, int ClearanceMinutes)
{
    private const int Day = 1440;

    /// <summary>Minute at which the clearance of who is there at a minute ends: it begins at the first open minute at
    /// or after it.</summary>
    public int End(int minute)
    {
        var clock = minute % Day;
        var wait = clock < Opens ? Opens - clock : clock < Closes ? 0 : Day - clock + Opens;
        return minute + wait + ClearanceMinutes;
    }

    /// <summary>Latest minute to be there for a clearance that ends by a given one; below 0 when there is
    /// none.</summary>
    public int LatestStart(int end)
    {
        var begin = end - ClearanceMinutes;
        if (begin < Opens) return -1;
        var clock = begin % Day;
        return clock < Opens ? begin - clock - Day + Closes - 1 : Math.Min(begin, begin - clock + Closes - 1);
    }
}
