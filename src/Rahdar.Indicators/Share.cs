namespace Rahdar.Indicators;

/// <summary>A share of units with its 95 % interval.</summary>
/// <remarks>Interval: Wilson's score interval; units that count several weigh as many, and the interval takes
/// (sum of w)^2 / (sum of w^2) for the number of observations (Kish), which is the number of units where all count the
/// same. Source: E. B. Wilson, Journal of the American Statistical Association 22, 1927.</remarks>
/// <param name="N">Samples: sum of the weights.</param>
/// <param name="Units">Units told of.</param>
/// <param name="Value">Share, 0 to 1; 0 without samples.</param>
/// <param name="Low">Least value of the interval; null without samples.</param>
/// <param name="High">Greatest value of the interval; null without samples.</param>
public sealed record Share(long N, int Units, double Value, double? Low, double? High)
{
    private const double Z = 1.959963984540054;

    /// <summary>Share of samples that are so.</summary>
    public static Share Of(IReadOnlyCollection<(bool IsSo, int Weight)> samples)
    {
        if (samples.Count == 0) return new Share(0, 0, 0, null, null);
        var n = samples.Sum(s => (long)s.Weight);
        var share = (double)samples.Where(s => s.IsSo).Sum(s => (long)s.Weight) / n;
        var seen = (double)n * n / samples.Sum(s => (double)s.Weight * s.Weight);
        var middle = (share + Z * Z / (2 * seen)) / (1 + Z * Z / seen);
        var half = Z / (1 + Z * Z / seen) * Math.Sqrt(share * (1 - share) / seen + Z * Z / (4 * seen * seen));
        return new Share(n, samples.Count, share, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
