namespace Rahdar.Benchmarks.Generated;

/// <summary>A road between two places, both directions counted once.</summary>
internal readonly record struct RoadLink(int One, int Other);

/// <summary>Which places a road joins: first so that all are joined, then nearest neighbours.</summary>
internal static class RoadLinks
{
    /// <summary>Neighbours looked at for each place.</summary>
    private const int NeighboursMax = 16;

    /// <summary>Nearest places of each place, nearest first.</summary>
    public static int[][] Neighbours(Place[] places)
    {
        var near = new int[places.Length][];
        var byKm = new PriorityQueue<int, (int MinusKm, int MinusPlace)>();
        for (var p = 0; p < places.Length; p++)
        {
            for (var q = 0; q < places.Length; q++)
            {
                if (q == p) continue;
                byKm.Enqueue(q, (-places[p].KmTo(places[q]), -q));
                if (byKm.Count > NeighboursMax) byKm.Dequeue();
            }
            near[p] = new int[byKm.Count];
            for (var rank = near[p].Length - 1; rank >= 0; rank--) near[p][rank] = byKm.Dequeue();
        }
        return near;
    }

    /// <summary>So many links, or as many as there are pairs of neighbours.</summary>
    /// <remarks>Throws: when neighbours alone do not join all places, which a square of constant density does not
    /// do.</remarks>
    public static List<RoadLink> Draw(Place[] places, int[][] near, int count)
    {
        var byRank = near.SelectMany((list, p) => list.Select((q, rank) => (Link: Between(p, q), rank)))
            .GroupBy(x => x.Link, (link, all) => (Link: link, Rank: all.Min(x => x.rank)))
            .OrderBy(x => x.Rank).ThenBy(x => x.Link.One).ThenBy(x => x.Link.Other).Select(x => x.Link).ToList();
        var tree = SpanningTree(places, byRank);
        return [.. tree.Concat(byRank.Except(tree)).Take(count)];
    }

    private static List<RoadLink> SpanningTree(Place[] places, List<RoadLink> links)
    {
        var root = Enumerable.Range(0, places.Length).ToArray();
        var tree = new List<RoadLink>();
        foreach (var link in links.OrderBy(l => places[l.One].KmTo(places[l.Other])))
        {
            var (one, other) = (RootOf(link.One), RootOf(link.Other));
            if (one == other) continue;
            root[one] = other;
            tree.Add(link);
        }
        return tree.Count == places.Length - 1
            ? tree
            : throw new InvalidOperationException("the nearest neighbours do not join all places; take another seed");

        int RootOf(int place)
        {
            while (root[place] != place) place = root[place] = root[root[place]];
            return place;
        }
    }

    private static RoadLink Between(int p, int q) => new(Math.Min(p, q), Math.Max(p, q));
}
