using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>The exact Pareto set of link paths of an unscheduled run inside one country, from a place to all
/// others.</summary>
internal sealed class RunFinder
{
    private readonly PlanContext _c;
    private readonly MovementBuilder _builder;
    private readonly ILookup<PlaceId, Link> _roads;
    private readonly ILookup<(PlaceId, int), Link> _rails;
    private readonly Dictionary<(State, bool), Dictionary<PlaceId, List<IReadOnlyList<Link>>>> _known = [];

    private readonly IReadOnlySet<string> _ignored;

    internal RunFinder(PlanContext context, MovementBuilder builder, IReadOnlySet<string> ignored)
    {
        (_c, _builder, _ignored) = (context, builder, ignored);
        var inside = context.Network.Links.Where(l => l.Mode != Mode.Sea
            && (context.IsUsable(l) || ignored.Contains("closed") && context.Network.IsWorked(l, context.Day))
            && context.CountryOf(l.From) == context.CountryOf(l.To)
            && context.Network.FindBorder(l.From, l.To, l.Mode) is null
                && context.Network.FindBorder(l.To, l.From, l.Mode) is null).ToList();
        _roads = inside.Where(l => l.Mode == Mode.Road).SelectMany(l => new[] { (l.From, l), (l.To, l) })
            .ToLookup(x => x.Item1, x => x.l);
        _rails = inside.Where(l => l.Mode == Mode.Rail).SelectMany(l => new[] { (l.From, l), (l.To, l) })
            .ToLookup(x => (x.Item1, x.l.Gauge!.Value.Millimetres), x => x.l);
    }

    /// <summary>True when a cap cut a set of paths.</summary>
    internal bool IsTruncated { get; private set; }

    /// <summary>Places that can be reached, with their paths.</summary>
    internal IEnumerable<(PlaceId To, IReadOnlyList<Link> Links)> From(State state, Func<PlaceId, bool> isTarget)
    {
        foreach (var isSouth in new[] { false, true })
            foreach (var (to, paths) in Paths(state, isSouth))
                if (to != state.Place && isTarget(to) && _builder.IsSouthbound(state.Place, to) == isSouth)
                    foreach (var path in paths) yield return (to, path);
    }

    private Dictionary<PlaceId, List<IReadOnlyList<Link>>> Paths(State state, bool isSouth)
    {
        var key = (state with { Kind = StateKind.Loaded, CameFrom = default }, isSouth);
        if (_known.TryGetValue(key, out var known)) return known;
        var labels = new Dictionary<PlaceId, List<Label>>
        {
            [state.Place] = [new Label(state.Place, 0, 0, 0, 0, null, null)],
        };
        var queue = new PriorityQueue<Label, (int, long, string)>();
        queue.Enqueue(labels[state.Place][0], (0, 0, ""));
        while (queue.TryDequeue(out var label, out _))
        {
            if (label.IsDropped) continue;
            var links = state.Vehicle == Vehicle.Train ? _rails[(label.Place, state.Gauge)] : _roads[label.Place];
            foreach (var link in links.OrderBy(l => l.Id, StringComparer.Ordinal))
            {
                if (Cost(link, link.Opposite(label.Place), state, isSouth) is not { } cost) continue;
                var next = new Label(link.Opposite(label.Place), label.Minutes + cost.Minutes, label.Cents + cost.Cents,
                    label.Nepers + cost.Nepers, label.Grams + cost.Grams, label, link);
                if (!labels.TryGetValue(next.Place, out var bag)) labels[next.Place] = bag = [];
                if (bag.Any(b => b.Dominates(next))) continue;
                foreach (var worse in bag.Where(b => next.Dominates(b))) worse.IsDropped = true;
                bag.RemoveAll(b => b.IsDropped);
                if (bag.Count >= Limits.PathsPerRunMax)
                {
                    IsTruncated = true;
                    continue;
                }
                bag.Add(next);
                queue.Enqueue(next, (next.Minutes, next.Cents, next.Place.Value));
            }
        }
        return _known[key] = labels.ToDictionary(p => p.Key, p => p.Value.Select(Back).ToList());
    }

    private readonly Dictionary<(string, PlaceId, State, bool),
        (int Minutes, long Cents, long Nepers, long Grams)?> _costs = [];

    private (int Minutes, long Cents, long Nepers, long Grams)? Cost(Link link, PlaceId to, State state, bool isSouth)
    {
        var key = (link.Id, to, state with { Place = default, Kind = default, CameFrom = default }, isSouth);
        if (_costs.TryGetValue(key, out var known)) return known;
        var isRail = state.Vehicle == Vehicle.Train;
        var leg = new ElementDraft(isRail ? ElementKind.Rail : ElementKind.Road, link.From, link.To);
        var trucks = isRail ? 0 : Loading.Trucks(_c, state.BoxesPerTruck);
        var minutes = 1;
        var ok = isRail
            ? Loading.Wagons(_c, state.Gauge, [link], out var why) is not null
                && _builder.AddRailLink(link, to, leg, true, out minutes, out why)
            : _builder.AddRoadLink(link, to, leg, trucks, state.Drivers, isSouth, out minutes, out why);
        return _costs[key] = ok || _ignored.Contains(why!.Code)
            ? (minutes, leg.Cost.Sum(l => l.Cents), leg.Nanonepers, leg.Grams)
            : null;
    }

    private static IReadOnlyList<Link> Back(Label label)
    {
        var links = new List<Link>();
        for (var l = label; l.By is { } link; l = l.Before!) links.Add(link);
        links.Reverse();
        return links;
    }

    private sealed class Label(PlaceId place, int minutes, long cents, long nepers, long grams, Label? before, Link? by)
    {
        public PlaceId Place => place;
        public int Minutes => minutes;
        public long Cents => cents;
        public long Nepers => nepers;
        public long Grams => grams;
        public Label? Before => before;
        public Link? By => by;
        public bool IsDropped { get; set; }

        public bool Dominates(Label other) =>
            minutes <= other.Minutes && cents <= other.Cents && nepers <= other.Nepers && grams <= other.Grams;
    }
}
