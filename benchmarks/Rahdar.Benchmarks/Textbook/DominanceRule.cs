using Rahdar.Benchmarks.Generated;

namespace Rahdar.Benchmarks.Textbook;

/// <summary>When one label makes another at the same node needless.</summary>
/// <remarks>
/// Source: docs/decisions, "The plan space, written down to the minute", conditions (1) to (3) and (5); there are no
/// resources here. In (5) the stay may grow by more than the two labels are apart, because a border between may close
/// behind the first. All borders here keep daily hours, so if the second is at most k days behind, it stays at most k
/// days behind, whatever both pass: apart by delta, they come apart by no more than delta rounded up to whole days. A
/// tariff by started days charges both the same.
/// </remarks>
internal sealed class DominanceRule
{
    private readonly Arc[][] _out;
    private readonly int[][] _justInTime;
    private readonly StorageTariff[] _tariffs;
    private readonly int _lastStored = -1;

    public DominanceRule(Corridor corridor)
    {
        (_out, _justInTime) = (corridor.Out, corridor.JustInTime);
        _tariffs = [.. corridor.Tariffs.OfType<StorageTariff>().Distinct()];
        for (var node = 0; node < corridor.Nodes; node++)
        {
            if (corridor.Tariffs[node] is null) continue;
            foreach (var departure in _out[node].SelectMany(a => a.Departures ?? []))
                _lastStored = Math.Max(_lastStored, departure - Corridor.CutOff);
        }
    }

    /// <summary>Whether the first label dominates the second.</summary>
    /// <param name="one">The first.</param>
    /// <param name="two">The second, at the same node.</param>
    /// <param name="tariff">What a stay at the node costs; null when nothing.</param>
    public bool Dominates(in Label one, in Label two, StorageTariff? tariff) =>
        one.A <= two.A && one.Nepers <= two.Nepers && one.Grams <= two.Grams
        && (tariff is null ? one.Cents <= two.Cents : IsNoDearerAnywhere(one, two, tariff))
        && IsSafeDownTheLine(one, two, tariff);

    /// <summary>Condition (3): whenever the second can leave, the first has paid no more.</summary>
    private bool IsNoDearerAnywhere(in Label one, in Label two, StorageTariff tariff)
    {
        if (one.Sigma == two.Sigma) return one.Cents <= two.Cents;
        foreach (var arc in _out[two.Node])
        {
            foreach (var departure in arc.Departures ?? [])
                if (departure - Corridor.CutOff >= two.A && !IsNoDearerAt(departure, one, two, tariff)) return false;
        }
        if (Corridor.KindOf(two.Node) != NodeKind.ReadyRoad) return true;
        foreach (var start in _justInTime[two.Node])
            if (start > two.A && !IsNoDearerAt(start, one, two, tariff)) return false;
        return IsNoDearerAt(two.A, one, two, tariff);
    }

    /// <summary>Condition (5): the earlier box pays no more storage further on than it has in hand.</summary>
    private bool IsSafeDownTheLine(in Label one, in Label two, StorageTariff? tariff)
    {
        if (one.A == two.A || one.A > _lastStored) return true;
        var inHand = two.Cents - one.Cents;
        if (tariff is not null) inHand += tariff.Charge(two.A - two.Sigma) - tariff.Charge(one.A - one.Sigma);
        foreach (var other in _tariffs)
            if (other.MostExtra(two.A - one.A) > inHand) return false;
        return true;
    }

    private static bool IsNoDearerAt(int leaves, in Label one, in Label two, StorageTariff tariff) =>
        one.Cents + tariff.Charge(leaves - one.Sigma) <= two.Cents + tariff.Charge(leaves - two.Sigma);
}
