using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>A movement as taken in a plan: when it was chosen, when it left.</summary>
/// <param name="Movement">The movement.</param>
/// <param name="Start">Minute it was chosen.</param>
/// <param name="Leaves">Minute it left.</param>
/// <param name="IsChosenLate">True when the boxes were ready before and the start was put off on purpose.</param>
internal readonly record struct Taken(Movement Movement, int Start, int Leaves, bool IsChosenLate);

/// <summary>One way to stand in a state.</summary>
/// <param name="State">Where and on what.</param>
/// <param name="A">Minute ready to leave.</param>
/// <param name="Sigma">Minute the storage clock started.</param>
/// <param name="Cents">Cost so far.</param>
/// <param name="Nepers">Risk so far, nanonepers.</param>
/// <param name="Grams">Emissions so far.</param>
/// <param name="Before">Label it came from; null at the origin.</param>
/// <param name="By">Movement it came by.</param>
internal sealed record Label(
    State State, int A, int Sigma, long Cents, long Nepers, long Grams, Label? Before, Taken By)
{
    internal bool IsDropped { get; set; }
}

/// <summary>What a search gave.</summary>
/// <param name="Front">Labels at the destination, none worse than another, by arrival, then cost.</param>
/// <param name="IsTruncated">True when a cap was met.</param>
/// <param name="LabelsMade">Labels made in all.</param>
internal sealed record SearchResult(IReadOnlyList<Label> Front, bool IsTruncated, long LabelsMade);

/// <summary>The plain search: label setting in order of time, with the dominance rule exactly as written.</summary>
/// <remarks>
/// Source: docs/decisions, "The plan space, written down to the minute"; the comments name its conditions. Written for
/// clarity: it stays as the oracle of a faster search. The only shortcut is pruning by exact lower bounds to the destination.
/// </remarks>
internal sealed class PlainSearch
{
    private readonly PlanContext _c;
    private readonly PlanSpace _space;
    private readonly DominanceRule _rule;
    private readonly LowerBounds _bounds;
    private readonly Dictionary<State, List<int>> _justInTime;
    private readonly Dictionary<State, List<Label>> _bags = [];
    private readonly PriorityQueue<Label, (int A, long Cents, long Sequence)> _queue = new();
    private readonly List<Label> _arrived = [];
    private long _made;

    internal PlainSearch(PlanContext context, PlanSpace space)
    {
        (_c, _space) = (context, space);
        _justInTime = JustInTime.Starts(context, space, out var isCut);
        _bounds = new LowerBounds(space);
        _rule = new DominanceRule(space, _justInTime);
        IsTruncated = isCut || space.IsTruncated;
    }

    private bool IsTruncated { get; set; }

    internal SearchResult Run()
    {
        Add(new Label(_space.Origin, _c.StartMinute, _c.StartMinute, 0, 0, 0, null, default));
        while (_queue.TryDequeue(out var label, out _))
        {
            if (label.IsDropped || IsBeaten(label)) continue;
            foreach (var movement in _space.From(label.State)) Extend(label, movement);
            if (_made <= Limits.LabelsMax) continue;
            IsTruncated = true;
            break;
        }
        var front = _arrived.OrderBy(l => l.A).ThenBy(l => l.Cents).ThenBy(l => l.Nepers).ThenBy(l => l.Grams).ToList();
        return new SearchResult(front, IsTruncated, _made);
    }

    private void Extend(Label label, Movement movement)
    {
        if (movement.Leaving.Dated is { } dated)
        {
            foreach (var (leaves, latestStart) in dated)
                if (label.A <= latestStart) Take(label, movement, label.A, leaves);
            return;
        }
        Take(label, movement, label.A, label.A + movement.Leaving.WaitMinutes);
        if (movement.IsScheduled) return;
        foreach (var start in _justInTime.GetValueOrDefault(label.State, []))
            if (start > label.A) Take(label, movement, start, start + movement.Leaving.WaitMinutes);
    }

    private void Take(Label label, Movement movement, int start, int leaves)
    {
        if (_rule.TariffOf(label.State).Charge(leaves - label.Sigma) is not { } storage) return;
        if (movement.Arrive(leaves) is not { } arrives || arrives > _c.EndMinute) return;
        // The storage clock starts when the box is landed, before it is handled.
        Add(new Label(
            movement.Spec.To, arrives, leaves, label.Cents + storage + movement.Cents, label.Nepers + movement.Nanonepers,
            label.Grams + movement.Grams, label, new Taken(movement, start, leaves, start > label.A)));
    }

    private void Add(Label label)
    {
        _made++;
        if (IsBeaten(label)) return;
        if (label.State == _space.Arrived)
        {
            KeepIn(_arrived, label);
            return;
        }
        if (!_bags.TryGetValue(label.State, out var bag)) _bags[label.State] = bag = [];
        if (KeepIn(bag, label)) _queue.Enqueue(label, (label.A, label.Cents, _made));
    }

    private bool KeepIn(List<Label> bag, Label label)
    {
        foreach (var other in bag)
            if (_rule.Dominates(other, label)) return false;
        for (var i = bag.Count - 1; i >= 0; i--)
            if (_rule.Dominates(label, bag[i]))
            {
                bag[i].IsDropped = true;
                bag.RemoveAt(i);
            }
        bag.Add(label);
        return true;
    }

    /// <summary>Whether a plan found already is no worse than the best this label can still become.</summary>
    private bool IsBeaten(Label label)
    {
        if (label.State == _space.Arrived) return false;
        var b = _bounds.Of(label.State);
        var (a, cents, nepers, grams) = (label.A + b.Minutes, label.Cents + b.Cents, label.Nepers + b.Nepers, label.Grams + b.Grams);
        foreach (var plan in _arrived)
            if (plan.A <= a && plan.Cents <= cents && plan.Nepers <= nepers && plan.Grams <= grams) return true;
        return false;
    }
}
