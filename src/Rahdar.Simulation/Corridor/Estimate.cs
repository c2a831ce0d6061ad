using MathNet.Numerics.Distributions;

namespace Rahdar.Simulation.Corridor;

/// <summary>A mean over replications with its 95 % interval.</summary>
/// <param name="Mean">Mean of the replications; NaN when none has a value.</param>
/// <param name="Half">Half the width of the interval (Student's t); NaN below two replications.</param>
/// <param name="N">Replications that have a value.</param>
public readonly record struct Estimate(double Mean, double Half, int N)
{
    /// <summary>Least value of the interval.</summary>
    public double Low => Mean - Half;

    /// <summary>Greatest value of the interval.</summary>
    public double High => Mean + Half;

    /// <summary>Replications without a value: where there are any, the mean is one of a choice of them.</summary>
    public int Missing { get; init; }

    /// <summary>Whether every replication has a value and the interval leaves out 0: for a difference, that it is more
    /// than luck.</summary>
    public bool IsBeyondZero => Missing == 0 && N > 1 && (Low > 0 || High < 0);

    /// <summary>Estimate from one value a replication; values that are not numbers are left out.</summary>
    public static Estimate Of(IEnumerable<double> values)
    {
        var (n, missing, mean, square) = (0, 0, 0.0, 0.0);
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                missing++;
                continue;
            }
            n++;
            var off = value - mean;
            mean += off / n;
            square += off * (value - mean);
        }
        return new Estimate(n == 0 ? double.NaN : mean, HalfOf(n, square), n) { Missing = missing };
    }

    /// <summary>The same where a choice of replications would mislead, as those that have a value are the quick ones:
    /// no mean when one has none.</summary>
    public static Estimate OfAll(IEnumerable<double> values) => Of(values) is var found && found.Missing == 0
        ? found
        : found with { Mean = double.NaN, Half = double.NaN };

    private static double HalfOf(int n, double square) =>
        n < 2 ? double.NaN : StudentT.InvCDF(0, 1, n - 1, 0.975) * Math.Sqrt(square / (n - 1) / n);
}
