using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>What a search gave.</summary>
/// <param name="Front">Labels at the destination, none worse than another, by arrival, then cost.</param>
/// <param name="IsTruncated">True when a cap was met.</param>
/// <param name="LabelsMade">Labels made in all.</param>
internal sealed record SearchResult(IReadOnlyList<Label> Front, bool IsTruncated, long LabelsMade);

/// <summary>The plain search: label setting in order of time, with the dominance rule exactly as written.</summary>
/// <remarks>
/// Source: docs/decisions, "The plan space, written down to the minute". Written for clarity: it stays as the oracle of
/// a
/// faster search. Its only shortcut is to drop what cannot beat a plan already found, by exact lower bounds.
/// </remarks>
internal sealed class PlainSearch
{
    private readonly PlanContext _c;
    private readonly Node _origin;
    private readonly Node _arrived;
    private readonly DominanceRule _rule;
    private readonly PriorityQueue<Label, (int A, long Cents, long Sequence)> _queue = new();
    private bool _isTruncated;
    private long _made;

    internal PlainSearch(PlanContext context, PlanSpace space, DominanceKind kind = DominanceKind.Exact)
    {
        _c = context;
        var nodes = Node.ListAll(context, space, out var isCut);
        (_origin, _arrived) = (nodes[space.Origin], nodes[space.Arrived]);
        _rule = new DominanceRule(nodes.Values, context.StartMinute, kind);
        _isTruncated = isCut || space.IsTruncated;
    }

    internal SearchResult Run()
    {
        Add(new Label(_origin, _c.StartMinute, _c.StartMinute, 0, 0, 0, null, default));
        while (_queue.TryDequeue(out var label, out _))
        {
            if (label.IsDropped || IsBeaten(label)) continue;
            foreach (var (movement, to) in label.At.Out) Extend(label, movement, to);
            if (_made <= Limits.LabelsMax) continue;
            _isTruncated = true;
            break;
        }
        var front = _arrived.Bag.Labels.OrderBy(l => l.A).ThenBy(l => l.Cents).ThenBy(l => l.Nepers)
            .ThenBy(l => l.Grams).ToList();
        return new SearchResult(front, _isTruncated, _made);
    }

    private void Extend(Label label, Movement movement, Node to)
    {
        if (movement.Leaving.Dated is { } dated)
        {
            foreach (var (leaves, latestStart) in dated)
                if (label.A <= latestStart) Take(label, movement, to, label.A, leaves);
            return;
        }
        Take(label, movement, to, label.A, label.A + movement.Leaving.WaitMinutes);
        if (movement.IsScheduled) return;
        foreach (var start in label.At.JustInTime)
            if (start > label.A) Take(label, movement, to, start, start + movement.Leaving.WaitMinutes);
    }

    private void Take(Label label, Movement movement, Node to, int start, int leaves)
    {
        if (label.At.Tariff.Charge(leaves - label.Sigma) is not { } storage) return;
        if (movement.Arrive(leaves) is not { } arrives || arrives > _c.EndMinute) return;
        var owed = to == _arrived ? _c.Box.Detention.Charge(arrives - _c.StartMinute) ?? 0 : 0;
        // The storage clock of the next state starts when the box is landed, before it is handled.
        Add(new Label(
            to, arrives, leaves, label.Cents + storage + movement.Cents + owed, label.Nepers + movement.Nanonepers,
            label.Grams + movement.Grams, label, new Taken(movement, start, leaves, start > label.A)));
    }

    private void Add(Label label)
    {
        _made++;
        if (!IsBeaten(label) && label.At.Bag.Keep(label, _rule) && label.At != _arrived)
            _queue.Enqueue(label, (label.A, label.Cents, _made));
    }

    /// <summary>Whether a plan found already is no worse than the best this label can still become.</summary>
    private bool IsBeaten(Label label)
    {
        var least = label.At.Least;
        return label.At != _arrived && _arrived.Bag.Beats(
            label.A + least.Minutes, label.Cents + least.Cents, label.Nepers + least.Nepers, label.Grams + least.Grams);
    }
}
