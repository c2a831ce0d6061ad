using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>Which conditions of the rule are held to; leaving one out is an error that tests plant on
/// purpose.</summary>
internal enum DominanceKind
{
    /// <summary>All conditions.</summary>
    Exact,

    /// <summary>Planted error: storage is not looked at.</summary>
    WithoutStorage,

    /// <summary>Planted error: cost plus storage rate times time; free days and tiers are forgotten.</summary>
    CostPlusRateTimesTime,

    /// <summary>Planted error: two boxes are taken to stay as far apart as they are, whatever borders they
    /// pass.</summary>
    WithoutGapGrowth,

    /// <summary>Planted error: what is still owed for storage where the two compare counts as in hand.</summary>
    WithoutStorageInHand,
}

/// <summary>Conditions (1) to (5) under which one label makes another needless.</summary>
/// <remarks>Source: docs/decisions, "The plan space, written down to the minute". Condition (4) is empty: no query caps
/// a resource yet.</remarks>
internal sealed class DominanceRule
{
    private readonly DominanceKind _kind;
    private readonly List<Meeting<Node>> _meetings = [];

    /// <param name="nodes">The plan space.</param>
    /// <param name="start">First minute of any departure.</param>
    /// <param name="kind">Conditions held to.</param>
    internal DominanceRule(IReadOnlyCollection<Node> nodes, int start, DominanceKind kind = DominanceKind.Exact)
    {
        _kind = kind;
        var atOnceInto = nodes.SelectMany(n => n.Out.Select(o => (o.To, From: n, By: o.Movement)))
            .Where(o => o.By.Leaving.Dated is null).ToLookup(
                o => o.To,
                o => new AtOnce<Node>(o.From, o.By.MinutesMin, AtOnce<Node>.UnevenIn(o.By.Steps)));
        foreach (var node in nodes.Where(n => !n.Tariff.IsFree))
        {
            var starts = node.Out.SelectMany(o => o.Movement.Leaving.Dated ?? []).Select(d => d.LatestStart)
                .Concat(node.JustInTime).ToList();
            if (starts.Count > 0)
                _meetings.Add(new Meeting<Node>(node, node.Tariff, starts.Max(), start, atOnceInto));
        }
    }

    /// <summary>Whether the first label dominates the second, both in the same state.</summary>
    internal bool Dominates(Label one, Label two)
    {
        if (one.A > two.A) return false; // (1)
        if (one.Nepers > two.Nepers || one.Grams > two.Grams) return false; // (2)
        if (_kind == DominanceKind.WithoutStorage) return one.Cents <= two.Cents;
        if (_kind == DominanceKind.CostPlusRateTimesTime)
            return IsNoDearerAtARate(one, two);
        return IsNoDearerAnywhere(one, two) && IsSafeDownTheLine(one, two);
    }

    /// <summary>(3): for every instant at which the second can leave, the first has paid no more.</summary>
    private static bool IsNoDearerAnywhere(Label one, Label two)
    {
        var tariff = two.At.Tariff;
        if (tariff.IsFree) return one.Cents <= two.Cents;
        foreach (var (movement, _) in two.At.Out)
        {
            if (movement.Leaving.Dated is { } dated)
            {
                foreach (var (leaves, latestStart) in dated)
                    if (two.A <= latestStart && !IsNoDearerAt(leaves)) return false;
                continue;
            }
            if (!IsNoDearerAt(two.A + movement.Leaving.WaitMinutes)) return false;
            if (movement.IsScheduled) continue;
            foreach (var start in two.At.JustInTime)
                if (start > two.A && !IsNoDearerAt(start + movement.Leaving.WaitMinutes)) return false;
        }
        return true;

        bool IsNoDearerAt(int leaves) => tariff.Charge(leaves - two.Sigma) is not { } second
            || tariff.Charge(leaves - one.Sigma) is { } first && one.Cents + first <= two.Cents + second;
    }

    /// <summary>(5): what the earlier box has in hand pays for its longer stay where the two meet again.</summary>
    private bool IsSafeDownTheLine(Label one, Label two)
    {
        if (one.A == two.A) return true;
        long? inHand = _kind == DominanceKind.WithoutStorageInHand ? two.Cents - one.Cents : null;
        foreach (var meeting in _meetings)
        {
            if (meeting.MostApart(two.At, one.A, two.A) is not { } apart) continue;
            if (_kind == DominanceKind.WithoutGapGrowth) apart = two.A - one.A;
            inHand ??= InHand(one, two);
            if (meeting.Tariff.MostExtra(apart) is not { } extra || extra > inHand) return false;
        }
        return true;
    }

    /// <summary>Least that the first has paid less than the second once both have left at once, storage here
    /// included.</summary>
    private static long InHand(Label one, Label two)
    {
        var less = two.Cents - one.Cents;
        var (tariff, first, second) = (two.At.Tariff, one.A - one.Sigma, two.A - two.Sigma);
        if (tariff.IsFree || first == second) return less;
        var least = long.MaxValue;
        foreach (var (movement, _) in two.At.Out)
        {
            var wait = movement.Leaving.WaitMinutes;
            if (movement.Leaving.Dated is not null || tariff.Charge(second + wait) is not { } paid) continue;
            // (3) holds, so the first may stay even longer than this.
            least = Math.Min(least, less + paid - tariff.Charge(first + wait)!.Value);
        }
        return least;
    }

    private bool IsNoDearerAtARate(Label one, Label two)
    {
        bool Holds(StorageTariff tariff) => one.Cents + tariff.FirstRate * 100m / 1440m * (two.A - one.A) <= two.Cents;
        if (one.Cents > two.Cents || !Holds(two.At.Tariff)) return false;
        return _meetings.All(m => m.MostApart(two.At, one.A, two.A) is null || Holds(m.Tariff));
    }
}
