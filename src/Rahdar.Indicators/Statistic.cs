using MathNet.Numerics.Distributions;

namespace Rahdar.Indicators;

/// <summary>Mean, median and spread of samples, each unit weighted by what it counts.</summary>
/// <remarks>
/// One unit told of may be several: 25 trucks that stay together are 25 samples of one value. They weigh 25 in mean and
/// median, and are one observation for the interval, because they waited together.
/// Interval: Student's t on the weighted mean, its variance by the linearised sum over units,
/// G / (G - 1) x sum of (w (x - mean))^2 / (sum of w)^2 with G units and G - 1 degrees of freedom. With equal weights
/// it is the usual interval of a mean. It tells how far luck in the units seen may carry the mean, not what is wrong
/// with how they were seen; units that stood in one queue are more alike than it supposes.
/// </remarks>
/// <param name="N">Samples: sum of the weights; 0 when there are none.</param>
/// <param name="Units">Units told of; one that passes twice is two.</param>
/// <param name="Mean">Weighted mean; 0 without samples.</param>
/// <param name="Median">Weighted median, of two middle ones their mean; 0 without samples.</param>
/// <param name="Variation">Coefficient of variation: standard deviation (n - 1) by mean; null below two units or where
/// the mean is 0.</param>
/// <param name="Half">Half the width of the 95 % interval of the mean; null below two units.</param>
public sealed record Statistic(
    long N, int Units, decimal Mean, decimal Median, decimal? Variation, decimal? Half)
{
    /// <summary>No sample.</summary>
    public static readonly Statistic None = new(0, 0, 0, 0, null, null);

    /// <summary>Least value of the interval; null below two units.</summary>
    public decimal? Low => Mean - Half;

    /// <summary>Greatest value of the interval; null below two units.</summary>
    public decimal? High => Mean + Half;

    /// <summary>Statistic of some samples: value and weight.</summary>
    /// <param name="samples">In any order; weights are 1 or more.</param>
    public static Statistic Of(IEnumerable<(decimal Value, int Weight)> samples)
    {
        var sorted = samples.OrderBy(s => s.Value).ToList();
        if (sorted.Count == 0) return None;
        var n = sorted.Sum(s => (long)s.Weight);
        var mean = sorted.Sum(s => s.Value * s.Weight) / n;
        var median = (ValueAt(sorted, (n + 1) / 2) + ValueAt(sorted, n / 2 + 1)) / 2;
        if (sorted.Count == 1) return new Statistic(n, 1, mean, median, null, null);
        var deviation = Math.Sqrt(sorted.Sum(s => s.Weight * Square((double)(s.Value - mean))) / (n - 1));
        var groups = (double)sorted.Count;
        var error = Math.Sqrt(
            groups / (groups - 1) * sorted.Sum(s => Square(s.Weight * (double)(s.Value - mean))) / Square(n));
        return new Statistic(
            n, sorted.Count, mean, median, mean == 0 ? null : (decimal)deviation / mean,
            (decimal)(StudentT.InvCDF(0, 1, groups - 1, 0.975) * error));
    }

    // Value of the sample with this number, from 1.
    private static decimal ValueAt(List<(decimal Value, int Weight)> sorted, long number)
    {
        foreach (var (value, weight) in sorted)
            if ((number -= weight) <= 0) return value;
        return sorted[^1].Value;
    }

    private static double Square(double value) => value * value;
}
