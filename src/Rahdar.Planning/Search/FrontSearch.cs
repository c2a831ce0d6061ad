using Rahdar.Planning.Space;

namespace Rahdar.Planning.Search;

/// <summary>What the fast search gave: rows of its label table at the destination.</summary>
/// <param name="Rows">Rows, by arrival, cost, risk, emissions; none worse than another.</param>
/// <param name="IsTruncated">True when the cap on labels was met.</param>
/// <param name="LabelsMade">Labels made in all.</param>
internal sealed record FrontResult(IReadOnlyList<int> Rows, bool IsTruncated, int LabelsMade);

/// <summary>The product's own search: exact Pareto front by label setting in order of the earliest arrival still
/// possible.</summary>
/// <remarks>
/// A state's labels are taken up in order of time, so a label is compared only with those taken up before, and only in
/// cost, risk and emissions. What cannot beat the front found so far, by exact lower bounds, is dropped. The front is
/// the one of the plain search, which stays as its oracle. Source: docs/planning.md.
/// </remarks>
internal sealed class FrontSearch(SearchGraph graph)
{
    private readonly SearchGraph _graph = graph;
    private readonly ClosedSet?[] _closed = new ClosedSet?[graph.StateCount];
    private readonly List<ClosedSet> _used = [];
    private readonly ClosedSet _front = new();
    private readonly List<int> _batch = [];
    private readonly List<int> _found = [];
    private FastLabel[] _labels = new FastLabel[1024];
    private int[] _heads = [];
    private Bounds _bounds = Bounds.None;
    private StorageTariff _detention = StorageTariff.None;
    private int _target;
    private int _start;
    private int _end;
    private int _count;

    /// <summary>Row of the label table of the last search.</summary>
    internal ref readonly FastLabel Label(int row) => ref _labels[row];

    /// <summary>Searches a front; the label table holds until the next search.</summary>
    /// <param name="origins">States in which the boxes may start.</param>
    /// <param name="bounds">Lower bounds to the destination.</param>
    /// <param name="start">Minute at which the boxes are ready.</param>
    /// <param name="end">Nothing arrives after this minute.</param>
    /// <param name="detention">What is owed at the destination for the time since the start; null when nothing.</param>
    /// <param name="cancel">Stops it, between two minutes of the clock of the way.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal FrontResult Run(
        ReadOnlySpan<int> origins, Bounds bounds, int start, int end, StorageTariff? detention = null,
        CancellationToken cancel = default)
    {
        (_bounds, _target, _start, _end) = (bounds, bounds.Target, start, end);
        _detention = detention ?? StorageTariff.None;
        Clear(end - start + 2);
        foreach (var origin in origins)
            if (_bounds.Minutes[origin] < Bounds.Unreachable)
                Add(new FastLabel { At = origin, A = start, Sigma = start, Before = -1, Arc = -1 });
        for (var minute = 0; minute < _heads.Length && _count <= Limits.LabelsMax; minute++)
            while (_heads[minute] >= 0)
            {
                cancel.ThrowIfCancellationRequested();
                TakeBatch(minute);
                foreach (var row in _batch) TakeUp(row);
            }
        return new FrontResult(Sort(_found), _count > Limits.LabelsMax, _count);
    }

    private void Clear(int minutes)
    {
        foreach (var closed in _used) closed.Clear();
        _used.Clear();
        _front.Clear();
        _found.Clear();
        _count = 0;
        if (_heads.Length != minutes) _heads = new int[minutes];
        Array.Fill(_heads, -1);
    }

    private void TakeBatch(int minute)
    {
        _batch.Clear();
        for (var row = _heads[minute]; row >= 0; row = _labels[row].Next) _batch.Add(row);
        _heads[minute] = -1;
        if (_batch.Count > 1) _batch.Sort(Compare);
    }

    private int Compare(int one, int two)
    {
        ref readonly var a = ref _labels[one];
        ref readonly var b = ref _labels[two];
        var order = a.Cents.CompareTo(b.Cents);
        if (order == 0) order = a.Nepers.CompareTo(b.Nepers);
        if (order == 0) order = a.Grams.CompareTo(b.Grams);
        return order != 0 ? order : one.CompareTo(two);
    }

    private void TakeUp(int row)
    {
        var label = _labels[row];
        if (IsBeaten(label) || IsDominated(label)) return;
        if (label.At == _target)
        {
            _front.Add(label, false, false);
            _found.Add(row);
            return;
        }
        var closed = _closed[label.At] ??= new ClosedSet();
        if (closed.Count == 0) _used.Add(closed);
        closed.Add(label, !_graph.Tariffs[label.At].IsFree, _graph.HasFixedLeaving[label.At]);
        var last = _graph.FirstArc[label.At + 1];
        for (var arc = _graph.FirstArc[label.At]; arc < last; arc++) Extend(row, label, arc);
    }

    private void Extend(int row, in FastLabel label, int index)
    {
        ref readonly var arc = ref _graph.Arcs[index];
        if (_bounds.Minutes[arc.To] >= Bounds.Unreachable) return;
        // Where nothing is saved by coming later, only the first start matters: every arc is FIFO.
        var isSensitive = _graph.IsSensitive[arc.To];
        if (arc.Dated is { } dated)
        {
            for (var i = SearchArc.FirstCatchable(dated, label.A); i < dated.Length; i++)
                if (dated[i].LatestStart >= label.A && Take(row, label, index, dated[i].Leaves) && !isSensitive) return;
            return;
        }
        _ = Take(row, label, index, label.A + arc.Wait);
        if (!isSensitive || arc.IsScheduled) return;
        foreach (var start in _graph.JustInTime[label.At])
            if (start > label.A) _ = Take(row, label, index, start + arc.Wait);
    }

    /// <summary>Makes the label behind an arc; false when it cannot be run.</summary>
    private bool Take(int row, in FastLabel label, int index, int leaves)
    {
        ref readonly var arc = ref _graph.Arcs[index];
        if (_graph.Tariffs[label.At].Charge(leaves - label.Sigma) is not { } storage) return false;
        if (arc.Arrive(leaves) is not { } arrives || arrives > _end) return false;
        var cents = label.Cents + storage + arc.Cents;
        if (arc.To == _target) cents += _detention.Charge(arrives - _start) ?? 0;
        Add(new FastLabel
        {
            At = arc.To,
            A = arrives,
            Sigma = leaves,
            Before = row,
            Arc = index,
            Cents = cents,
            Nepers = label.Nepers + arc.Nepers,
            Grams = label.Grams + arc.Grams,
        });
        return true;
    }

    private void Add(FastLabel label)
    {
        var key = (long)label.A + _bounds.Minutes[label.At];
        if (key > _end || IsBeaten(label) || IsDominated(label)) return;
        if (_count == _labels.Length) Array.Resize(ref _labels, 2 * _count);
        label.Next = _heads[(int)key - _start];
        _heads[(int)key - _start] = _count;
        _labels[_count++] = label;
    }

    /// <summary>Whether a plan found already is no worse than the best this label can still become: all of the front
    /// arrived no later.</summary>
    private bool IsBeaten(in FastLabel label)
    {
        if (label.At == _target) return _front.Covers(label.Cents, label.Nepers, label.Grams);
        var least = _bounds.Minutes[label.At];
        var owed = _detention.IsFree ? 0 : _detention.Charge(label.A + least - _start) ?? 0;
        return _front.Covers(
            label.Cents + _bounds.Cents[label.At] + owed, label.Nepers + _bounds.Nepers[label.At],
            label.Grams + _bounds.Grams[label.At]);
    }

    private bool IsDominated(in FastLabel label)
    {
        if (_closed[label.At] is not { Count: > 0 } closed) return false;
        var guard = _graph.Guards[label.At];
        var tariff = _graph.Tariffs[label.At];
        if (guard is null && tariff.IsFree) return closed.Covers(label.Cents, label.Nepers, label.Grams);
        for (var i = 0; i < closed.Count; i++)
        {
            if (closed.Cents[i] > label.Cents || closed.Nepers[i] > label.Nepers || closed.Grams[i] > label.Grams)
                continue;
            // What the earlier box must have in hand for a longer stay further on.
            var inHand = guard?.Extra(closed.A[i], label.A) ?? 0;
            if (closed.Cents[i] + inHand > label.Cents) continue;
            if (tariff.IsFree || IsNoDearerToLeave(closed, i, label, tariff, inHand)) return true;
        }
        return false;
    }

    /// <summary>Whether a label taken up before has paid no more, storage here included, whenever the other can
    /// leave.</summary>
    private bool IsNoDearerToLeave(ClosedSet closed, int i, in FastLabel label, StorageTariff tariff, long inHand)
    {
        var (one, two, centsOne) = (closed.Sigma[i], label.Sigma, closed.Cents[i]);
        var (stayOne, stayTwo) = (closed.A[i] - one, label.A - two);
        // At once each leaves when it is ready: the stay is the handling and the wait for the carrier.
        if (stayOne > stayTwo)
            foreach (ref readonly var arc in _graph.From(label.At))
                if (arc.IsUndated && !IsNoDearer(
                    stayOne + arc.Wait, stayTwo + arc.Wait, centsOne + inHand, label.Cents, tariff)) return false;
        // At a fixed instant both leave together. The quick test is enough, but not needed.
        if (!_graph.HasFixedLeaving[label.At] || one >= two
            || tariff.MostExtra(two - one) is { } extra && centsOne + extra <= label.Cents) return true;
        foreach (ref readonly var arc in _graph.From(label.At))
        {
            if (arc.Dated is { } dated)
            {
                for (var d = SearchArc.FirstCatchable(dated, label.A); d < dated.Length; d++)
                    if (!IsNoDearer(dated[d].Leaves - one, dated[d].Leaves - two, centsOne, label.Cents, tariff))
                        return false;
            }
            else if (!arc.IsScheduled)
            {
                foreach (var start in _graph.JustInTime[label.At])
                    if (start > label.A && !IsNoDearer(
                        start + arc.Wait - one, start + arc.Wait - two, centsOne, label.Cents, tariff)) return false;
            }
        }
        return true;
    }

    private static bool IsNoDearer(int stayOne, int stayTwo, long centsOne, long centsTwo, StorageTariff tariff) =>
        tariff.Charge(stayTwo) is not { } second
        || tariff.Charge(stayOne) is { } first && centsOne + first <= centsTwo + second;

    /// <summary>In order; of labels of the same minute those that another undercuts are left out.</summary>
    private List<int> Sort(List<int> found)
    {
        found.Sort((x, y) => _labels[x].A != _labels[y].A ? _labels[x].A.CompareTo(_labels[y].A) : Compare(x, y));
        var kept = new List<int>();
        foreach (var row in found)
        {
            ref readonly var label = ref _labels[row];
            var isWorse = false;
            for (var i = kept.Count - 1; i >= 0 && _labels[kept[i]].A == label.A && !isWorse; i--)
            {
                ref readonly var other = ref _labels[kept[i]];
                isWorse = other.Cents <= label.Cents && other.Nepers <= label.Nepers && other.Grams <= label.Grams;
            }
            if (!isWorse) kept.Add(row);
        }
        return kept;
    }
}
