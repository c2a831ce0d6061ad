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
}

/// <summary>Conditions (1) to (5) under which one label makes another needless.</summary>
/// <remarks>Source: docs/decisions, "The plan space, written down to the minute". Condition (4) is empty: no query caps
/// a resource yet.</remarks>
internal sealed class DominanceRule
{
    private readonly DominanceKind _kind;
    private readonly List<StorageTariff> _datedTariffs = [];
    private readonly int _lastDated = int.MinValue;

    internal DominanceRule(IEnumerable<Node> nodes, DominanceKind kind = DominanceKind.Exact)
    {
        _kind = kind;
        foreach (var node in nodes.Where(n => !n.Tariff.IsFree))
        {
            var latest = node.Out.SelectMany(o => o.Movement.Leaving.Dated ?? []).Select(d => d.LatestStart)
                .Concat(node.JustInTime).ToList();
            if (latest.Count == 0) continue;
            _datedTariffs.Add(node.Tariff);
            _lastDated = Math.Max(_lastDated, latest.Max());
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

    /// <summary>(5): the earlier box cannot pay more storage before a timetabled departure further on.</summary>
    private bool IsSafeDownTheLine(Label one, Label two)
    {
        if (one.A == two.A || one.A > _lastDated || one.At.State.Kind == StateKind.Arrived) return true;
        foreach (var tariff in _datedTariffs)
            if (tariff.MostExtra(two.A - one.A) is not { } extra || one.Cents + extra > two.Cents) return false;
        return true;
    }

    private bool IsNoDearerAtARate(Label one, Label two)
    {
        bool Holds(StorageTariff tariff) => one.Cents + tariff.FirstRate * 100m / 1440m * (two.A - one.A) <= two.Cents;
        if (one.Cents > two.Cents || !Holds(two.At.Tariff)) return false;
        return one.A > _lastDated || one.At.State.Kind == StateKind.Arrived || _datedTariffs.All(Holds);
    }
}
