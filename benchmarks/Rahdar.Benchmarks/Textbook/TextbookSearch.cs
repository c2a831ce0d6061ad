using System.Runtime.InteropServices;
using Rahdar.Benchmarks.Generated;

namespace Rahdar.Benchmarks.Textbook;

/// <summary>The yardstick: label setting for several criteria as textbooks have it, exact, without bounds and without
/// work done ahead.</summary>
/// <remarks>
/// Source: Martins, "On a multicriteria shortest path problem", 1984, with labels taken in order of time. Its only
/// shortcut is the one every textbook names: a label that a found plan beats already is dropped.
/// </remarks>
internal sealed class TextbookSearch(Corridor corridor) : IFrontSearch
{
    private readonly DominanceRule _rule = new(corridor);

    public string Name => "textbook";

    public Front Find(FrontQuery query) => new Run(corridor, _rule, query).Find();

    private sealed class Run
    {
        private readonly Corridor _corridor;
        private readonly DominanceRule _rule;
        private readonly FrontQuery _query;
        private readonly List<Label> _labels = [];
        private readonly List<bool> _isDropped = [];
        private readonly List<int>?[] _bags;
        private readonly PriorityQueue<int, (int A, long Cents, int Sequence)> _open = new();
        private readonly List<Label> _front = [];

        public Run(Corridor corridor, DominanceRule rule, FrontQuery query)
        {
            (_corridor, _rule, _query) = (corridor, rule, query);
            _bags = new List<int>?[corridor.Nodes];
        }

        public Front Find()
        {
            foreach (var kind in new[] { NodeKind.ReadyRoad, NodeKind.ReadyRail })
            {
                var ready = Corridor.Node(_query.From, kind);
                Extend(-1, new Label(ready, _query.Start, _query.Start, 0, 0, 0, -1), tariff: null);
            }
            while (_open.TryDequeue(out var number, out _))
            {
                if (_isDropped[number] || IsBeaten(_labels[number])) continue;
                Extend(number, _labels[number], _corridor.Tariffs[_labels[number].Node]);
            }
            var plans = _front.Select(l => new[] { l.A, l.Cents, l.Nepers, l.Grams })
                .OrderBy(p => p[0]).ThenBy(p => p[1]).ThenBy(p => p[2]).ThenBy(p => p[3]).ToArray();
            return new Front(plans, _labels.Count);
        }

        private void Extend(int number, Label label, StorageTariff? tariff)
        {
            foreach (var arc in _corridor.Out[label.Node])
            {
                if (arc.Departures is { } departures)
                {
                    foreach (var departure in departures)
                        if (departure - Corridor.CutOff >= label.A) Take(number, label, tariff, arc, departure);
                    continue;
                }
                Take(number, label, tariff, arc, label.A);
                foreach (var start in _corridor.JustInTime[label.Node])
                    if (start > label.A) Take(number, label, tariff, arc, start);
            }
        }

        private void Take(int number, in Label label, StorageTariff? tariff, Arc arc, int leaves)
        {
            var arrives = arc.Arrive(leaves);
            if (arrives > _corridor.Horizon) return;
            // The storage clock begins when the boxes are set down, which is when their handling begins.
            var cents = label.Cents + arc.Cents + (tariff?.Charge(leaves - label.Sigma) ?? 0);
            var next = new Label(
                arc.To, arrives, leaves, cents, label.Nepers + arc.Nepers, label.Grams + arc.Grams, number);
            if (IsBeaten(next)) return;
            if (Corridor.PlaceOf(arc.To) == _query.To) Arrive(next);
            else Keep(next);
        }

        private void Arrive(Label plan)
        {
            _front.RemoveAll(p => Beats(plan, p));
            _front.Add(plan);
        }

        private void Keep(Label label)
        {
            var tariff = _corridor.Tariffs[label.Node];
            var bag = _bags[label.Node] ??= [];
            var labels = CollectionsMarshal.AsSpan(_labels);
            foreach (var other in bag)
                if (_rule.Dominates(labels[other], label, tariff)) return;
            var kept = 0;
            for (var i = 0; i < bag.Count; i++)
            {
                if (_rule.Dominates(label, labels[bag[i]], tariff)) _isDropped[bag[i]] = true;
                else bag[kept++] = bag[i];
            }
            bag.RemoveRange(kept, bag.Count - kept);
            bag.Add(_labels.Count);
            _open.Enqueue(_labels.Count, (label.A, label.Cents, _labels.Count));
            _labels.Add(label);
            _isDropped.Add(false);
        }

        private bool IsBeaten(in Label label)
        {
            foreach (var plan in CollectionsMarshal.AsSpan(_front))
                if (Beats(plan, label)) return true;
            return false;
        }

        private static bool Beats(in Label one, in Label two) =>
            one.A <= two.A && one.Cents <= two.Cents && one.Nepers <= two.Nepers && one.Grams <= two.Grams;
    }
}
