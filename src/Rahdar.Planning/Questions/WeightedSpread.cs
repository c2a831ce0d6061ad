namespace Rahdar.Planning.Questions;

/// <summary>Mean and percentiles of values that are not all equally likely.</summary>
/// <param name="Mean">Weighted mean.</param>
/// <param name="P10">Least value that a tenth of the weight lies at or below.</param>
/// <param name="P50">The same for half of the weight.</param>
/// <param name="P90">The same for nine tenths.</param>
public readonly record struct WeightedSpread(decimal Mean, long P10, long P50, long P90)
{
    /// <summary>True when p10 to p90 does not cover zero.</summary>
    public bool IsBeyondUncertainty => P10 > 0 || P90 < 0;

    internal static WeightedSpread Of(IEnumerable<(long Value, decimal Weight)> values)
    {
        var sorted = values.OrderBy(v => v.Value).ToList();
        var whole = sorted.Sum(v => v.Weight);
        long Quantile(decimal share)
        {
            decimal below = 0;
            foreach (var (value, weight) in sorted)
                if ((below += weight) >= share * whole) return value;
            return sorted[^1].Value;
        }
        return new WeightedSpread(
            sorted.Sum(v => v.Value * v.Weight) / whole, Quantile(0.1m), Quantile(0.5m), Quantile(0.9m));
    }
}
