namespace Rahdar.Benchmarks.Line;

/// <summary>A single-track line with loops, defined so that it can be written for any simulation kernel
/// (benchmarks/README.md, "The single-track line").</summary>
/// <param name="Trains">Trains that run over it.</param>
/// <remarks>Unit: microseconds.</remarks>
internal sealed record LineDefinition(int Trains)
{
    /// <summary>Sections between loops 0 and 20; the two ends take any number of trains.</summary>
    internal const int Sections = 20;

    internal const long Minute = 60_000_000;

    /// <summary>Time a train stands at an inner loop.</summary>
    internal const long Stop = 3 * Minute;

    private const long Gap = 90 * Minute;

    internal static bool IsEastbound(int train) => (train & 1) == 0;

    internal static long Start(int train) => train / 2 * Gap + (IsEastbound(train) ? 0 : Gap / 2);

    /// <summary>20 to 40 minutes, drawn for each train and section.</summary>
    internal static long RunningTime(int train, int section)
    {
        var drawn = (Mix(((ulong)train * 65_536) ^ (ulong)section) / 2_048) / (double)(1L << 53);
        return (long)Math.Round((20 + 20 * drawn) * Minute);
    }

    // Hash arithmetic wraps around by definition (splitmix64).
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15UL;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
