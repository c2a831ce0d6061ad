using Rahdar.Network.Claims;
using Rahdar.Network.Places;

namespace Rahdar.Planning.Space;

/// <summary>All states that can be reached from the origin and lead to the destination, with their movements.</summary>
internal sealed class PlanSpace
{
    private readonly MovementBuilder _builder;
    private readonly RunFinder _runs;
    private readonly Onward _onward;
    private readonly List<Rejection> _rejected = [];
    private readonly List<(State From, State To, Rejection Why)> _blocked = [];
    private readonly IReadOnlySet<string> _ignored;
    private readonly Dictionary<State, List<Movement>> _from = [];

    /// <param name="context">The question.</param>
    /// <param name="ignored">Codes of rejections to look past, when asking why there is no plan; empty
    /// otherwise.</param>
    internal PlanSpace(PlanContext context, IReadOnlySet<string>? ignored = null)
    {
        _ignored = ignored ?? new HashSet<string>();
        _builder = new MovementBuilder(context);
        _runs = new RunFinder(context, _builder, _ignored);
        _onward = new Onward(context, _builder, _runs, _ignored, Block);
        _rejected.AddRange(_onward.NotOffered);
        Origin = new State(StateKind.Origin, context.Query.From, Vehicle.None);
        Arrived = new State(StateKind.Arrived, context.Query.To, Vehicle.None);
        Explore();
    }

    internal State Origin { get; }

    internal State Arrived { get; }

    internal IReadOnlyList<Rejection> Rejected =>
        [.. _rejected.DistinctBy(r => (r.Code, r.Subject, r.Evidence)).OrderBy(r => r.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Subject, StringComparer.Ordinal)];

    internal bool IsTruncated => _runs.IsTruncated;

    /// <summary>Whether any movement leads from the origin on towards the destination, rejected ones that are ignored
    /// included.</summary>
    internal bool IsConnected { get; private set; }

    /// <summary>Rejections that stand on ways from the origin to the destination, when some are ignored.</summary>
    internal IReadOnlyList<Rejection> Barriers { get; private set; } = [];

    internal IEnumerable<State> States => _from.Keys;

    internal MovementBuilder Builder => _builder;

    internal IReadOnlyList<Movement> From(State state) => _from.GetValueOrDefault(state) ?? [];

    private void Explore()
    {
        var queue = new Queue<State>();
        queue.Enqueue(Origin);
        _from[Origin] = [];
        var into = new Dictionary<State, List<State>>();
        var next = new HashSet<State>();
        while (queue.TryDequeue(out var state))
        {
            var blockedBefore = _blocked.Count;
            next.Clear();
            foreach (var movement in _from[state] = BestFrom(state)) next.Add(movement.Spec.To);
            foreach (var (_, to, _) in _blocked.Skip(blockedBefore)) next.Add(to);
            foreach (var to in next)
            {
                if (!into.TryGetValue(to, out var before)) into[to] = before = [];
                before.Add(state);
                if (_from.TryAdd(to, [])) queue.Enqueue(to);
            }
        }
        KeepUseful(into);
    }

    /// <summary>Leaves out what does not lead to the destination.</summary>
    private void KeepUseful(Dictionary<State, List<State>> into)
    {
        var useful = new HashSet<State> { Arrived };
        var back = new Queue<State>([Arrived]);
        while (back.TryDequeue(out var state))
            foreach (var before in into.GetValueOrDefault(state, []))
                if (useful.Add(before)) back.Enqueue(before);
        IsConnected = useful.Contains(Origin);
        Barriers = [
            .. _blocked.Where(b => useful.Contains(b.From) && useful.Contains(b.To)).Select(b => b.Why).Distinct()];
        foreach (var state in _from.Keys.ToList())
            if (useful.Contains(state)) _from[state].RemoveAll(m => !useful.Contains(m.Spec.To));
            else _from.Remove(state);
    }

    /// <summary>Movements from a state, by where they lead; of runs to the same state those are dropped that another is
    /// as good as in all.</summary>
    private List<Movement> BestFrom(State state)
    {
        var groups = new Dictionary<(State To, bool IsRun), List<Movement>>();
        var count = 0;
        foreach (var spec in _onward.From(state))
        {
            if (Build(spec) is not { } movement) continue;
            var key = (spec.To, spec is RunSpec);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
            group.Add(movement);
            count++;
        }
        var kept = new List<Movement>(count);
        foreach (var (key, group) in groups)
            if (key.IsRun && group.Count > 1) KeepBest(group, kept);
            else kept.AddRange(group);
        return kept;
    }

    private static void KeepBest(List<Movement> runs, List<Movement> kept)
    {
        runs.Sort(ByCriteria);
        var first = kept.Count;
        foreach (var run in runs)
        {
            var isWorse = false;
            for (var i = first; i < kept.Count && !isWorse; i++) isWorse = IsAsGoodAs(kept[i], run);
            if (!isWorse) kept.Add(run);
        }
    }

    private static int ByCriteria(Movement a, Movement b) =>
        (a.MinutesMin, a.Cents, a.Nanonepers, a.Grams).CompareTo((b.MinutesMin, b.Cents, b.Nanonepers, b.Grams));

    private static bool IsAsGoodAs(Movement a, Movement b) =>
        a.MinutesMin <= b.MinutesMin && a.Cents <= b.Cents && a.Nanonepers <= b.Nanonepers && a.Grams <= b.Grams;

    private Movement? Build(MovementSpec spec)
    {
        var movement = _builder.Offer(spec, out var why);
        if (why is not null) Block(spec.From, spec.To, why);
        return movement;
    }

    /// <summary>Remembers that a step is not offered; looked past when its code is ignored.</summary>
    private void Block(State from, State to, Rejection why)
    {
        _rejected.Add(why);
        if (_ignored.Contains(why.Code)) _blocked.Add((from, to, why));
    }
}
