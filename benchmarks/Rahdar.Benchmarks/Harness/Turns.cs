namespace Rahdar.Benchmarks.Harness;

/// <summary>Two pieces of work turn by turn, so that what disturbs the machine disturbs both.</summary>
internal static class Turns
{
    /// <summary>Microseconds of processor time of each, round by round; they take turns in going first.</summary>
    public static List<(decimal One, decimal Other)> Measure(Action one, Action other, int rounds)
    {
        var pairs = new List<(decimal, decimal)>();
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                var first = CpuMeter.Measure(one);
                pairs.Add((first, CpuMeter.Measure(other)));
            }
            else
            {
                var second = CpuMeter.Measure(other);
                pairs.Add((CpuMeter.Measure(one), second));
            }
        }
        return pairs;
    }
}
