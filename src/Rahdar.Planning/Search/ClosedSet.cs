using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rahdar.Planning.Search;

/// <summary>Labels of one state that were taken up already, by what they cost: criteria stand side by side.</summary>
/// <remarks>
/// Labels are taken up in order of time, so time needs no comparing. A label that a later one undercuts in all else
/// leaves
/// the set: whatever it would dominate, the later one dominates too.
/// </remarks>
internal sealed class ClosedSet
{
    internal long[] Cents = new long[8];
    internal long[] Nepers = new long[8];
    internal long[] Grams = new long[8];
    internal int[] A = new int[8];
    internal int[] Sigma = new int[8];

    internal int Count { get; private set; }

    /// <summary>Whether some label here costs no more in any of the three.</summary>
    internal bool Covers(long cents, long nepers, long grams)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (c, n, g) = (Vector256.Create(cents), Vector256.Create(nepers), Vector256.Create(grams));
            for (; i + Vector256<long>.Count <= Count; i += Vector256<long>.Count)
            {
                var isLess = Vector256.LessThanOrEqual(Load(Cents, i), c)
                    & Vector256.LessThanOrEqual(Load(Nepers, i), n) & Vector256.LessThanOrEqual(Load(Grams, i), g);
                if (isLess != Vector256<long>.Zero) return true;
            }
        }
        for (; i < Count; i++)
            if (Cents[i] <= cents && Nepers[i] <= nepers && Grams[i] <= grams) return true;
        return false;
    }

    /// <summary>Adds a label and drops those it undercuts.</summary>
    /// <param name="label">The label.</param>
    /// <param name="isStored">True where storage is charged: a label that has stood longer is undercut only by one
    /// that has stood no longer.</param>
    /// <param name="isFixed">True where something leaves at fixed instants.</param>
    internal void Add(in FastLabel label, bool isStored, bool isFixed)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (label.Cents <= Cents[i] && label.Nepers <= Nepers[i] && label.Grams <= Grams[i]
                && (!isStored || (isFixed ? label.Sigma >= Sigma[i] : label.A - label.Sigma == A[i] - Sigma[i])))
                continue;
            if (kept != i) Move(i, kept);
            kept++;
        }
        if (kept == Cents.Length) Grow();
        Cents[kept] = label.Cents;
        Nepers[kept] = label.Nepers;
        Grams[kept] = label.Grams;
        A[kept] = label.A;
        Sigma[kept] = label.Sigma;
        Count = kept + 1;
    }

    internal void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Load(long[] values, int at) => Vector256.LoadUnsafe(ref values[at]);

    private void Move(int from, int to) => (Cents[to], Nepers[to], Grams[to], A[to], Sigma[to])
        = (Cents[from], Nepers[from], Grams[from], A[from], Sigma[from]);

    private void Grow()
    {
        var size = 2 * Cents.Length;
        Array.Resize(ref Cents, size);
        Array.Resize(ref Nepers, size);
        Array.Resize(ref Grams, size);
        Array.Resize(ref A, size);
        Array.Resize(ref Sigma, size);
    }
}
