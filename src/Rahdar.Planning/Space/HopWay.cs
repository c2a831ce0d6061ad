using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Links of one hop of a service in running order; none for air and for sea hops drawn straight.</summary>
/// <param name="Links">Links with the end they are entered at.</param>
/// <param name="Km">Route kilometres; the straight line where no way joins at sea or in the air.</param>
/// <param name="IsStraight">True when the straight line stands in.</param>
internal sealed record HopWay(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> Links, decimal Km, bool IsStraight)
{
    /// <summary>Route kilometres when the lengths of links have these values.</summary>
    internal decimal Length(Func<Figure, decimal> value) => IsStraight ? Km : Links.Sum(l => value(l.Link.RouteKm));
}

/// <summary>Finds the way of a hop: the shortest over worked links of its mode.</summary>
/// <remarks>A way much longer than the straight line is not the way of the hop: the network does not hold it.</remarks>
internal sealed class HopWays(PlanContext c)
{
    private const decimal DetourFactorMax = 3m;
    private const decimal DetourKmFree = 300m;
    private ILookup<PlaceId, Link>? _rails;
    private ILookup<PlaceId, Rahdar.Network.Rail.GaugeBreak>? _yards;
    private readonly Dictionary<(PlaceId, PlaceId, Mode), HopWay?> _known = [];

    /// <summary>Way of hop i of a service, or null when the network does not join its stops.</summary>
    internal HopWay? Find(Service service, int hop)
    {
        var key = (service.Stops[hop], service.Stops[hop + 1], service.HopModes[hop]);
        if (!_known.TryGetValue(key, out var way)) _known[key] = way = Search(key.Item1, key.Item2, key.Item3);
        if (way is not null)
            foreach (var (link, _, _) in way.Links) _ = c.Reads.Mean(link.RouteKm);
        return way;
    }

    private HopWay? Search(PlaceId from, PlaceId to, Mode mode)
    {
        var straight = StraightKm(from, to);
        var links = mode switch
        {
            Mode.Rail => RailWay(from, to),
            Mode.Air => null,
            Mode.Sea or Mode.RoRo => ShortestWay.Find(Worked(Mode.Sea), from, to),
            _ => ShortestWay.Find(Worked(mode), from, to),
        };
        if (links is not null)
        {
            var km = links.Sum(l => c.Reads.Mean(l.RouteKm));
            if (km <= DetourFactorMax * straight + DetourKmFree)
                return new HopWay(ShortestWay.Directed(links, from), km, false);
        }
        return mode is Mode.Sea or Mode.RoRo or Mode.Air ? new HopWay([], straight, true) : null;
    }

    private IEnumerable<Link> Worked(Mode mode) =>
        c.Network.Links.Where(l => l.Mode == mode && c.Network.IsWorked(l, c.Day));

    /// <summary>Shortest way over rail links of any gauge that changes gauge only where a yard stands.</summary>
    private List<Link>? RailWay(PlaceId from, PlaceId to)
    {
        _rails ??= Worked(Mode.Rail).OrderBy(l => l.Id, StringComparer.Ordinal)
            .SelectMany(l => new[] { (l.From, l), (l.To, l) }).ToLookup(x => x.Item1, x => x.l);
        _yards ??= c.Network.GaugeBreaks.Where(g => g.Status == "operating" && g.To is not null)
            .ToLookup(g => g.Place);
        var (byEnd, yards) = (_rails, _yards);
        var best = new Dictionary<(PlaceId, Gauge), (decimal Km, Link? By, (PlaceId, Gauge) Before)>();
        var queue = new PriorityQueue<(PlaceId Place, Gauge Gauge), (decimal, string)>();
        foreach (var gauge in byEnd[from].Select(l => l.Gauge!.Value).Distinct())
        {
            best[(from, gauge)] = (0, null, default);
            queue.Enqueue((from, gauge), (0, from.Value));
        }
        var done = new HashSet<(PlaceId, Gauge)>();
        while (queue.TryDequeue(out var at, out _))
        {
            if (!done.Add(at)) continue;
            if (at.Place == to) return Back(best, at);
            var km = best[at].Km;
            foreach (var link in byEnd[at.Place].Where(l => l.Gauge == at.Gauge))
                Relax(best, queue, (link.Opposite(at.Place), at.Gauge), km + link.RouteKm.Value.Mean, link, at);
            foreach (var yard in yards[at.Place].Where(y => y.From == at.Gauge || y.To == at.Gauge))
                Relax(best, queue, (at.Place, yard.From == at.Gauge ? yard.To!.Value : yard.From), km, null, at);
        }
        return null;
    }

    private static void Relax(
        Dictionary<(PlaceId, Gauge), (decimal Km, Link? By, (PlaceId, Gauge) Before)> best,
        PriorityQueue<(PlaceId Place, Gauge Gauge), (decimal, string)> queue,
        (PlaceId Place, Gauge Gauge) to, decimal km, Link? by, (PlaceId, Gauge) before)
    {
        if (best.TryGetValue(to, out var known) && known.Km <= km) return;
        best[to] = (km, by, before);
        queue.Enqueue(to, (km, to.Place.Value));
    }

    private static List<Link> Back(
        Dictionary<(PlaceId, Gauge), (decimal Km, Link? By, (PlaceId, Gauge) Before)> best, (PlaceId, Gauge) at)
    {
        var links = new List<Link>();
        for (var step = best[at]; step.Before != default; step = best[step.Before])
            if (step.By is { } link) links.Add(link);
        links.Reverse();
        return links;
    }

    private decimal StraightKm(PlaceId from, PlaceId to)
    {
        var (a, b) = (c.Network.GetPlace(from), c.Network.GetPlace(to));
        var (la, lb) = (a.Latitude * Math.PI / 180, b.Latitude * Math.PI / 180);
        var dl = (b.Longitude - a.Longitude) * Math.PI / 180;
        var h = Math.Pow(Math.Sin((lb - la) / 2), 2) + Math.Cos(la) * Math.Cos(lb) * Math.Pow(Math.Sin(dl / 2), 2);
        return decimal.Round((decimal)(2 * 6371.0088 * Math.Asin(Math.Sqrt(h))), 1);
    }
}
