namespace Rahdar.Benchmarks.Harness;

/// <summary>What is reported of many figures.</summary>
/// <param name="N">How many.</param>
/// <param name="Median">The middle one; of an even number, the mean of the two.</param>
/// <param name="P95">The smallest that at least 95 in 100 do not exceed.</param>
internal readonly record struct Spread(int N, decimal Median, decimal P95)
{
    /// <summary>Spread of some figures; at least one.</summary>
    public static Spread Of(IEnumerable<decimal> figures)
    {
        var sorted = figures.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted.Length, median, sorted[(sorted.Length * 95 + 99) / 100 - 1]);
    }
}
