namespace Rahdar.Benchmarks.Harness;

/// <summary>Processor time of a piece of work: what this process used, however busy the machine is with other
/// work.</summary>
internal static class CpuMeter
{
    /// <summary>Work is repeated until this much was measured, so that the clock's grain does not show.</summary>
    private const long LeastMicroseconds = 5_000;

    /// <summary>Microseconds of one run, user and system time of all threads.</summary>
    public static decimal Measure(Action work)
    {
        var runs = 0;
        var before = Used();
        long used;
        do
        {
            work();
            runs++;
            used = Used() - before;
        }
        while (used < LeastMicroseconds);
        return decimal.Round((decimal)used / runs, 1);
    }

    private static long Used() => Environment.CpuUsage.TotalTime.Ticks / TimeSpan.TicksPerMicrosecond;
}
