namespace Rahdar.Benchmarks.Generated;

/// <summary>Numbers drawn from a seed, the same on every machine and in every version.</summary>
/// <param name="seed">Where the row of numbers begins.</param>
/// <remarks>Source: splitmix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014.</remarks>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below the bound, each as likely as the next.</summary>
    /// <param name="bound">Above 0; far below 2^64, so that the bias of the remainder is of no weight.</param>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True once in so many draws.</summary>
    public bool OnceIn(int draws) => Below(draws) == 0;

    /// <summary>One of the values.</summary>
    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    private ulong Next() => unchecked(Mix(_state += 0x9E3779B97F4A7C15UL));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
