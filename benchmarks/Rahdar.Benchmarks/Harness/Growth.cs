namespace Rahdar.Benchmarks.Harness;

/// <summary>How work grows with size.</summary>
internal static class Growth
{
    /// <summary>Exponent e of the best fit "work = constant x size to the power of e": the slope of the least-squares
    /// line through the logarithms.</summary>
    /// <param name="points">Sizes and work, all above 0; at least two sizes.</param>
    public static decimal Exponent(IReadOnlyList<(decimal Size, decimal Work)> points)
    {
        var x = points.Select(p => Math.Log((double)p.Size)).ToArray();
        var y = points.Select(p => Math.Log((double)p.Work)).ToArray();
        var (meanX, meanY) = (x.Average(), y.Average());
        var up = x.Zip(y).Sum(p => (p.First - meanX) * (p.Second - meanY));
        var across = x.Sum(v => (v - meanX) * (v - meanX));
        return decimal.Round((decimal)(up / across), 2);
    }
}
