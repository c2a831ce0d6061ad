using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>The exact Pareto set of link paths of an unscheduled run inside one country, from a place to all
/// others.</summary>
/// <remarks>
/// What a link adds depends on the wagons of the train and on the portions it runs in, so both are part of where a path
/// stands: a train is loaded for the weakest link it meets, and each load is searched on its own.
/// </remarks>
internal sealed class RunFinder
{
    private readonly PlanContext _c;
    private readonly MovementBuilder _builder;
    private readonly TrainBuilder _trains;
    private readonly PlaceId[] _places;
    private readonly Dictionary<PlaceId, int> _numbers;
    private readonly Edge[][] _roads;
    private readonly Dictionary<int, Edge[][]> _rails = [];
    private readonly Dictionary<(State, bool), List<Label>> _known = [];
    private readonly Dictionary<int, Loads> _loads = [];
    private readonly Dictionary<(State, bool, int), Dictionary<int, RunSums?>> _costs = [];
    private readonly IReadOnlySet<string> _ignored;

    internal RunFinder(PlanContext context, MovementBuilder builder, IReadOnlySet<string> ignored)
    {
        (_c, _builder, _ignored) = (context, builder, ignored);
        _trains = new TrainBuilder(context);
        var inside = context.Network.Links.Where(l => l.Mode != Mode.Sea
            && (context.IsUsable(l) || ignored.Contains("closed") && context.Network.IsWorked(l, context.Day))
            && context.CountryOf(l.From) == context.CountryOf(l.To)
            && context.Network.FindBorder(l.From, l.To, l.Mode) is null
                && context.Network.FindBorder(l.To, l.From, l.Mode) is null).ToList();
        _places = [.. inside.SelectMany(l => new[] { l.From, l.To }).Distinct().Order()];
        _numbers = _places.Index().ToDictionary(p => p.Item, p => p.Index);
        _roads = Edges(inside.Where(l => l.Mode == Mode.Road));
        foreach (var gauge in inside.Where(l => l.Mode == Mode.Rail).GroupBy(l => l.Gauge!.Value.Millimetres))
            _rails[gauge.Key] = Edges(gauge);
    }

    private Edge[][] Edges(IEnumerable<Link> links)
    {
        var from = links.OrderBy(l => l.Id, StringComparer.Ordinal)
            .SelectMany(l => new[] { (At: _numbers[l.From], l), (At: _numbers[l.To], l) })
            .Select((x, number) => (x.At, Edge: new Edge(x.l, _numbers[x.l.Opposite(_places[x.At])], number)))
            .ToLookup(x => x.At, x => x.Edge);
        return [.. Enumerable.Range(0, _places.Length).Select(p => from[p].ToArray())];
    }

    /// <summary>True when a cap cut a set of paths.</summary>
    internal bool IsTruncated { get; private set; }

    /// <summary>Places that can be reached, with the way of each path and what it comes to.</summary>
    internal IEnumerable<(PlaceId To, Lazy<IReadOnlyList<Link>> Links, RunSums Sums)> From(
        State state, HashSet<PlaceId> targets)
    {
        foreach (var isSouth in new[] { false, true })
            foreach (var end in Paths(state, isSouth))
            {
                var to = _places[end.Place];
                if (to != state.Place && _builder.IsSouthbound(state.Place, to) == isSouth && targets.Contains(to))
                    yield return (to, end.Links, end.Sums);
            }
    }

    private List<Label> Paths(State state, bool isSouth)
    {
        // The direction matters to the price of a truck alone, and only where a back-haul price holds.
        isSouth &= state.Vehicle == Vehicle.Truck && _c.Prices.HasBackHaul(_c.CountryOf(state.Place));
        var key = (state with { Kind = StateKind.Loaded, CameFrom = default }, isSouth);
        if (_known.TryGetValue(key, out var known)) return known;
        if (!_numbers.TryGetValue(state.Place, out var start)) return _known[key] = [];
        var loads = state.Vehicle == Vehicle.Train ? LoadsOf(state.Gauge) : Loads.Truck;
        var ends = new Dictionary<int, List<Label>>();
        for (var load = 0; load < loads.Plans.Count; load++)
            foreach (var end in Search(start, state, isSouth, loads, load))
                Keep(ends.TryGetValue(end.Place, out var bag) ? bag : ends[end.Place] = [], end);
        return _known[key] = [.. ends.Values.SelectMany(bag => bag)];
    }

    /// <summary>Paths to all places for one load, each ended with the whole train.</summary>
    private IEnumerable<Label> Search(int place, State state, bool isSouth, Loads loads, int load)
    {
        var edges = state.Vehicle == Vehicle.Truck ? _roads : _rails.GetValueOrDefault(state.Gauge) ?? [];
        if (edges.Length == 0) yield break;
        var costKey = (state with { Place = default, Kind = default, CameFrom = default }, isSouth, load);
        if (!_costs.TryGetValue(costKey, out var costs)) _costs[costKey] = costs = [];
        var labels = new Dictionary<(int Place, int Portions, bool HasWeakest), List<Label>>();
        var queue = new PriorityQueue<Label, (int, long, int)>();
        var start = new Label(place, 1, false, default, null, null);
        labels[start.At] = [start];
        queue.Enqueue(start, (0, 0, place));
        while (queue.TryDequeue(out var label, out _))
        {
            if (label.IsDropped) continue;
            foreach (var edge in edges[label.Place])
            {
                var weakest = loads.LoadOf(edge.Link);
                if (weakest > load) continue;
                var portions = loads.Plans[load] is { } plan ? PortionsOn(edge.Link, plan) : 1;
                if (portions is null || Change(label, portions.Value) is not { } change) continue;
                if (!costs.TryGetValue(edge.Number, out var cost))
                    cost = costs[edge.Number] = Cost(edge.Link, _places[edge.To], state, isSouth, portions.Value);
                if (cost is null) continue;
                var next = new Label(
                    edge.To, portions.Value, label.HasWeakest || weakest == load,
                    label.Sums.Plus(change).Plus(cost.Value), label, edge.Link);
                if (!labels.TryGetValue(next.At, out var bag)) labels[next.At] = bag = [];
                if (Keep(bag, next)) queue.Enqueue(next, (next.Sums.Minutes, next.Sums.Cents, next.Place));
            }
        }
        foreach (var label in labels.Where(p => p.Key.HasWeakest).SelectMany(p => p.Value))
            if (Change(label, 1) is { } joining)
                yield return new Label(label.Place, 1, true, label.Sums.Plus(joining), label.Before, label.By);
    }

    /// <summary>Adds a label that no other is as good as; false when it is dropped.</summary>
    private bool Keep(List<Label> bag, Label next)
    {
        foreach (var other in bag)
            if (other.Sums.IsAsGoodAs(next.Sums)) return false;
        var kept = 0;
        for (var i = 0; i < bag.Count; i++)
            if (next.Sums.IsAsGoodAs(bag[i].Sums)) bag[i].IsDropped = true;
            else bag[kept++] = bag[i];
        bag.RemoveRange(kept, bag.Count - kept);
        if (bag.Count >= Limits.PathsPerRunMax)
        {
            IsTruncated = true;
            return false;
        }
        bag.Add(next);
        return true;
    }

    private int? PortionsOn(Link link, WagonPlan? plan)
    {
        if (plan is null) return 1;
        var portions = Loading.Portions(_c, plan, link, out var why);
        return portions is null && _ignored.Contains(why!.Code) ? 1 : portions;
    }

    private RunSums? Change(Label label, int after)
    {
        if (label.Portions == after) return default(RunSums);
        var at = _places[label.Place];
        var leg = new ElementDraft(ElementKind.Rail, at, at);
        return Total(leg, _trains.AddChange(leg, at, label.Portions, after, out var why), why);
    }

    private RunSums? Cost(Link link, PlaceId to, State state, bool isSouth, int portions)
    {
        var isTrain = state.Vehicle == Vehicle.Train;
        var leg = new ElementDraft(isTrain ? ElementKind.Rail : ElementKind.Road, link.From, link.To);
        var ok = isTrain
            ? _trains.AddLink(leg, link, to, portions, TrainPrices.All, out var why)
            : _builder.AddRoadLink(
                link, to, leg, Loading.Trucks(_c, state.BoxesPerTruck), state.Drivers, isSouth, out why);
        return Total(leg, ok, why);
    }

    /// <summary>What a draft adds up to; null when it was refused for a reason that is not looked past.</summary>
    private RunSums? Total(ElementDraft leg, bool isOffered, Rejection? why) =>
        isOffered || _ignored.Contains(why!.Code)
            ? new RunSums(
                leg.Spans.Sum(s => s.Minutes(_c.Reads.Mean)), leg.Cost.Sum(l => l.Cents), leg.Nanonepers, leg.Grams)
            : null;

    /// <summary>Loads of a gauge by the axle load of its links; no wagon at all is a load while that is looked
    /// past.</summary>
    private Loads LoadsOf(int gauge)
    {
        if (_loads.TryGetValue(gauge, out var known)) return known;
        var plans = new List<WagonPlan?>();
        var byLink = new Dictionary<string, int>();
        var links = _rails.GetValueOrDefault(gauge, []).SelectMany(e => e).Select(e => e.Link).DistinctBy(l => l.Id);
        foreach (var link in links.OrderByDescending(AxleLoad))
        {
            var plan = Loading.Wagons(_c, gauge, [link], out var why);
            if (plan is null && !_ignored.Contains(why!.Code)) continue;
            if (plans.Count == 0 || plans[^1] != plan) plans.Add(plan);
            byLink[link.Id] = plans.Count - 1;
        }
        return _loads[gauge] = new Loads(plans, byLink);
    }

    private decimal AxleLoad(Link link) => _c.Network.SectionOfLink[link.Id].AxleLoad is { } limit
        ? _c.Reads.Mean(limit)
        : decimal.MaxValue;

    /// <summary>Wagons for a train, from the strongest track to the weakest, and the link's place among them.</summary>
    private sealed record Loads(IReadOnlyList<WagonPlan?> Plans, IReadOnlyDictionary<string, int> ByLink)
    {
        internal static readonly Loads Truck = new([null], new Dictionary<string, int>());

        /// <summary>The load a link asks for; none of them when no wagon may run on it.</summary>
        internal int LoadOf(Link link) => link.Mode == Mode.Road ? 0 : ByLink.GetValueOrDefault(link.Id, int.MaxValue);
    }

    private readonly record struct Edge(Link Link, int To, int Number);

    /// <summary>A path to a place.</summary>
    /// <param name="place">Number of the place.</param>
    /// <param name="portions">Portions the train came in.</param>
    /// <param name="hasWeakest">Whether a link was met that the train is loaded for.</param>
    /// <param name="sums">What it comes to.</param>
    /// <param name="before">Path before the last link; null at the start.</param>
    /// <param name="by">Last link.</param>
    private sealed class Label(int place, int portions, bool hasWeakest, RunSums sums, Label? before, Link? by)
    {
        internal readonly RunSums Sums = sums;

        internal int Place => place;

        internal int Portions => portions;

        internal bool HasWeakest => hasWeakest;

        internal (int Place, int Portions, bool HasWeakest) At => (place, portions, hasWeakest);

        internal Label? Before => before;

        internal Link? By => by;

        internal bool IsDropped { get; set; }

        /// <summary>Links from the start, made out when somebody asks.</summary>
        internal Lazy<IReadOnlyList<Link>> Links => _links ??= new Lazy<IReadOnlyList<Link>>(Back);

        private Lazy<IReadOnlyList<Link>>? _links;

        private IReadOnlyList<Link> Back()
        {
            var links = new List<Link>();
            for (var l = this; l.By is { } link; l = l.Before!) links.Add(link);
            links.Reverse();
            return links;
        }
    }
}
