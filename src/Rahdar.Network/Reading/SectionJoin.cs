using System.Collections.Frozen;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Finds the section that holds for each rail link: the shortest that covers it, else a default.</summary>
internal static class SectionJoin
{
    internal static FrozenDictionary<string, RailSection> Join(
        IEnumerable<RailSection> sections, IReadOnlyList<Link> links,
        IReadOnlyDictionary<PlaceId, Place> places, FigureTables figures, IReadOnlySet<string>? alsoOpen = null)
    {
        var rail = links.Where(l => l.Mode == Mode.Rail).ToList();
        var open = rail.Where(l => l.Status == LinkStatus.Operating || alsoOpen?.Contains(l.Id) == true).ToList();
        var result = new Dictionary<string, RailSection>();
        var shortestFirst = sections.OrderBy(s => s.LengthKm?.Value.Mode ?? decimal.MaxValue)
            .ThenBy(s => s.Id, StringComparer.Ordinal);
        foreach (var section in shortestFirst)
            foreach (var link in LinksOf(section, open)) result.TryAdd(link.Id, section);
        foreach (var link in rail.Where(l => !result.ContainsKey(l.Id)))
            result[link.Id] = Default(link, places, figures);
        return result.ToFrozenDictionary();
    }

    /// <summary>Links of the section's gauge on the shortest way from - via - to, as far as they join.</summary>
    internal static IReadOnlyList<Link> LinksOf(RailSection section, IReadOnlyList<Link> open)
    {
        var ofGauge = open.Where(l => l.Gauge == section.Gauge).ToList();
        var stops = new[] { section.From }.Concat(section.Via).Append(section.To).ToList();
        var all = new List<Link>();
        for (var i = 1; i < stops.Count; i++)
        {
            var stretch = ShortestWay.Find(ofGauge, stops[i - 1], stops[i]);
            if (stretch is not null) all.AddRange(stretch);
        }
        return all;
    }

    private static RailSection Default(Link link, IReadOnlyDictionary<PlaceId, Place> places, FigureTables figures)
    {
        var country = places[link.From].Country;
        var tracks = link.Tracks >= 2 ? 2 : 1;
        return new RailSection(
            $"DEFAULT-{country}-{tracks}", "baseline", $"default {country}, {tracks} track(s)",
            link.From, link.To, [], link.Gauge,
            null, figures.FindDefault($"rail-speed:{tracks}", country), figures.FindDefault("axle-load", country),
            figures.FindDefault("train-length", country), figures.FindDefault("train-mass", country), "default", true)
        {
            PathsPerDay = figures.FindDefault($"paths:{tracks}", country),
            TrackCount = tracks,
        };
    }
}

/// <summary>Shortest way over links by route kilometres.</summary>
public static class ShortestWay
{
    /// <summary>Links in running order with the end each is entered at and left by.</summary>
    /// <param name="links">Links that join, in running order; may be empty.</param>
    /// <param name="from">Where the first is entered.</param>
    public static List<(Link Link, PlaceId From, PlaceId To)> Directed(IReadOnlyList<Link> links, PlaceId from)
    {
        var list = new List<(Link, PlaceId, PlaceId)>();
        foreach (var link in links)
        {
            list.Add((link, from, link.Opposite(from)));
            from = link.Opposite(from);
        }
        return list;
    }

    /// <summary>Links in running order, or null when there is no way. Ties are decided by link id.</summary>
    public static IReadOnlyList<Link>? Find(IEnumerable<Link> links, PlaceId from, PlaceId to)
    {
        var byEnd = new Dictionary<PlaceId, List<Link>>();
        foreach (var link in links)
            foreach (var end in new[] { link.From, link.To })
            {
                if (!byEnd.TryGetValue(end, out var list)) byEnd[end] = list = [];
                list.Add(link);
            }
        var best = new Dictionary<PlaceId, (decimal Km, Link? By)> { [from] = (0, null) };
        var queue = new PriorityQueue<PlaceId, (decimal, string)>();
        queue.Enqueue(from, (0, from.Value));
        var done = new HashSet<PlaceId>();
        while (queue.TryDequeue(out var place, out _))
        {
            if (!done.Add(place)) continue;
            if (place == to) break;
            foreach (var link in byEnd.GetValueOrDefault(place, []).OrderBy(l => l.Id, StringComparer.Ordinal))
            {
                var next = link.Opposite(place);
                var km = best[place].Km + link.RouteKm.Value.Mean;
                if (best.TryGetValue(next, out var known) && known.Km <= km) continue;
                best[next] = (km, link);
                queue.Enqueue(next, (km, next.Value));
            }
        }
        if (!best.ContainsKey(to)) return null;
        var way = new List<Link>();
        for (var place = to; best[place].By is { } link; place = link.Opposite(place)) way.Add(link);
        way.Reverse();
        return way;
    }
}
