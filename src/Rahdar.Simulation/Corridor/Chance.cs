using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Random values as a hash of seed, replication, stream, number and purpose: never a sequence.</summary>
/// <remarks>What one source draws depends on nothing but its own name and count, so another scenario, another order or
/// another thread changes no draw of it, and two scenarios are compared under the same luck.</remarks>
internal readonly struct Chance
{
    private readonly ulong _key;

    internal Chance(long seed, int replication) =>
        _key = HashedDraw.Mix(HashedDraw.Replication(seed, replication));

    /// <summary>Greater than 0 and less than 1.</summary>
    internal double Uniform(ulong stream, long number, int purpose = 0)
    {
        var own = unchecked((ulong)number * 0x9E3779B97F4A7C15UL + (ulong)purpose);
        return HashedDraw.Share(HashedDraw.Mix(_key ^ stream ^ HashedDraw.Mix(own)));
    }

    /// <summary>A value of a triangle of whole seconds.</summary>
    internal long Draw(in Seconds triangle, ulong stream, long number, int purpose) =>
        triangle.Min == triangle.Max ? triangle.Mode : (long)Triangular(
            triangle.Min, triangle.Mode, triangle.Max, Uniform(stream, number, purpose));

    /// <summary>How many come when so many are expected, each by itself (Poisson).</summary>
    internal int Count(double expected, ulong stream, long number)
    {
        if (expected <= 0) return 0;
        var u = Uniform(stream, number);
        if (expected > 60) return Math.Max(0, (int)Math.Round(expected + Math.Sqrt(expected) * Deviate(u)));
        var (count, term) = (0, Math.Exp(-expected));
        for (var sum = term; u > sum && count < 400; sum += term) term *= expected / ++count;
        return count;
    }

    /// <summary>Stream of a name.</summary>
    internal static ulong StreamOf(string name) => HashedDraw.Hash(name);

    /// <summary>Value of a triangle that a share of all cases lies at or below.</summary>
    internal static double Triangular(double min, double mode, double max, double share) => min >= max ? mode
        : share < (mode - min) / (max - min) ? min + Math.Sqrt(share * (max - min) * (mode - min))
        : max - Math.Sqrt((1 - share) * (max - min) * (max - mode));

    private static double Deviate(double share) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);
}

/// <summary>A triangle of whole seconds.</summary>
internal readonly record struct Seconds(long Min, long Mode, long Max)
{
    internal static readonly Seconds None = new(0, 0, 0);

    internal static Seconds OfHours(Triangle hours, decimal times = 1) => new(
        (long)decimal.Round(hours.Min * times * 3600), (long)decimal.Round(hours.Mode * times * 3600),
        (long)decimal.Round(hours.Max * times * 3600));

    internal static Seconds Exactly(long seconds) => new(seconds, seconds, seconds);

    /// <summary>Both after each other, drawn as one: least with least, greatest with greatest.</summary>
    internal Seconds Plus(Seconds other) => new(Min + other.Min, Mode + other.Mode, Max + other.Max);
}
