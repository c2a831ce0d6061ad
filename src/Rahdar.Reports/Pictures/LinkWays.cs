using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Reports.Pictures;

/// <summary>A link as it is gone over: from which end.</summary>
internal readonly record struct Gone(Link Link, PlaceId From)
{
    internal PlaceId To => Link.Opposite(From);
}

/// <summary>Shortest ways over links of one mode, for drawing what a plan or a line goes along.</summary>
internal static class LinkWays
{
    /// <summary>The way with the fewest kilometres, or null; links that are worked come before others.</summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="mode">By which mode.</param>
    /// <param name="gauge">On which gauge; null for any.</param>
    internal static IReadOnlyList<Gone>? Find(
        CorridorNetwork network, PlaceId from, PlaceId to, Mode mode, Gauge? gauge = null)
    {
        var (best, came, queue) = (
            new Dictionary<PlaceId, double> { [from] = 0 }, new Dictionary<PlaceId, Gone>(),
            new PriorityQueue<PlaceId, (double, string)>());
        queue.Enqueue(from, (0, from.Value));
        while (queue.TryDequeue(out var at, out var key))
        {
            if (key.Item1 > best[at]) continue;
            if (at == to) return Back(came, from, to);
            foreach (var link in network.LinksAt(at, mode))
            {
                if (gauge is not null && link.Gauge != gauge) continue;
                var worked = link.Status == LinkStatus.Operating || network.OpenedFrom.ContainsKey(link.Id);
                var km = best[at] + (double)link.RouteKm.Value.Mean * (worked ? 1 : 1000);
                var next = link.Opposite(at);
                if (best.TryGetValue(next, out var known) && known <= km) continue;
                (best[next], came[next]) = (km, new Gone(link, at));
                queue.Enqueue(next, (km, next.Value));
            }
        }
        return null;
    }

    private static List<Gone> Back(Dictionary<PlaceId, Gone> came, PlaceId from, PlaceId to)
    {
        var way = new List<Gone>();
        for (var at = to; at != from; at = came[at].From) way.Add(came[at]);
        way.Reverse();
        return way;
    }
}
