namespace Rahdar.Tests.Planning.Oracle;

/// <summary>A small deterministic generator (splitmix64): the same start draws the same numbers everywhere.</summary>
internal sealed class SplitMix(int seed, int attempt)
{
    private ulong state = ((ulong)(uint)seed << 32) | (uint)attempt;

    /// <summary>A whole number from least to most, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True in so many of a hundred draws.</summary>
    public bool Chance(int percent) => Between(1, 100) <= percent;

    /// <summary>One of these.</summary>
    public T OneOf<T>(params IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    // Wrapping round 2^64 is what the generator is made of.
    private ulong Next() => unchecked(Mix(state += 0x9E37_79B9_7F4A_7C15UL));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
            return z ^ (z >> 31);
        }
    }
}
