using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>Conditions (1) to (5) under which one label makes another needless.</summary>
/// <remarks>Source: docs/decisions, "The plan space, written down to the minute". Condition (4) is empty: nothing is capped by a query yet.</remarks>
internal sealed class DominanceRule
{
    private readonly PlanSpace _space;
    private readonly Dictionary<State, List<int>> _justInTime;
    private readonly Dictionary<State, StorageTariff> _tariffs = [];
    private readonly List<StorageTariff> _datedTariffs = [];
    private readonly int _lastDated = int.MinValue;

    internal DominanceRule(PlanSpace space, Dictionary<State, List<int>> justInTime)
    {
        (_space, _justInTime) = (space, justInTime);
        foreach (var state in space.States)
        {
            var tariff = _tariffs[state] = state.Kind == StateKind.Ready ? space.Builder.Storage(state) : StorageTariff.None;
            if (tariff.IsFree) continue;
            var latest = space.From(state).SelectMany(m => m.Leaving.Dated ?? []).Select(d => d.LatestStart)
                .Concat(justInTime.GetValueOrDefault(state, [])).ToList();
            if (latest.Count == 0) continue;
            _datedTariffs.Add(tariff);
            _lastDated = Math.Max(_lastDated, latest.Max());
        }
    }

    internal StorageTariff TariffOf(State state) => _tariffs.GetValueOrDefault(state, StorageTariff.None);

    /// <summary>Whether the first label dominates the second, both in the same state.</summary>
    internal bool Dominates(Label one, Label two)
    {
        if (one.A > two.A) return false; // (1)
        if (one.Nepers > two.Nepers || one.Grams > two.Grams) return false; // (2)
        if (one.Cents > two.Cents && TariffOf(one.State).IsFree) return false;
        return IsNoDearerAnywhere(one, two) && IsSafeDownTheLine(one, two);
    }

    /// <summary>(3): for every instant at which the second can leave, the first has paid no more.</summary>
    private bool IsNoDearerAnywhere(Label one, Label two)
    {
        var tariff = TariffOf(one.State);
        if (tariff.IsFree) return one.Cents <= two.Cents;
        foreach (var movement in _space.From(two.State))
            foreach (var leaves in Leaves(movement, two.A))
            {
                if (tariff.Charge(leaves - two.Sigma) is not { } second) continue;
                if (tariff.Charge(leaves - one.Sigma) is not { } first || one.Cents + first > two.Cents + second) return false;
            }
        return true;
    }

    /// <summary>(5): the earlier box cannot pay more storage before a timetabled departure further on.</summary>
    private bool IsSafeDownTheLine(Label one, Label two)
    {
        if (one.A == two.A || one.A > _lastDated || one.State.Kind == StateKind.Arrived) return true;
        foreach (var tariff in _datedTariffs)
            if (tariff.MostExtra(two.A - one.A) is not { } extra || one.Cents + extra > two.Cents) return false;
        return true;
    }

    private IEnumerable<int> Leaves(Movement movement, int ready)
    {
        if (movement.Leaving.Dated is { } dated)
            return dated.Where(d => ready <= d.LatestStart).Select(d => d.Leaves);
        var late = movement.IsScheduled ? [] : _justInTime.GetValueOrDefault(movement.Spec.From, []);
        return late.Where(start => start > ready).Prepend(ready).Select(start => start + movement.Leaving.WaitMinutes);
    }
}
