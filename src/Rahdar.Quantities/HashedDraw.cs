namespace Rahdar.Quantities;

/// <summary>Random values as a hash of names and numbers: never a sequence, so that what one thing draws depends on
/// nothing but itself.</summary>
/// <remarks>Source: the finaliser of splitmix64, and FNV-1a for names.</remarks>
public static class HashedDraw
{
    /// <summary>Hash of a number.</summary>
    public static ulong Mix(ulong x)
    {
        x = unchecked(x + 0x9E3779B97F4A7C15UL);
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EBUL);
        return x ^ (x >> 31);
    }

    /// <summary>Hash of a name.</summary>
    public static ulong Hash(string name)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var letter in name) hash = unchecked((hash ^ letter) * 0x100000001B3UL);
        return Mix(hash);
    }

    /// <summary>Hash of a seed and the number of a replication.</summary>
    public static ulong Replication(long seed, int replication) =>
        Mix(unchecked((ulong)seed)) ^ Mix(unchecked((ulong)replication + 0x632BE59BD9B4E019UL));

    /// <summary>A share greater than 0 and less than 1.</summary>
    public static double Share(ulong hash) => ((hash >> 11) + 0.5) / (1UL << 53);
}
