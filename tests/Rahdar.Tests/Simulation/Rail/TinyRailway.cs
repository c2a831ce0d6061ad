using Rahdar.Benchmarks.Generated;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Two to four places with tracks between two yards, at times in a ring, and three or four trains, at times
/// longer than some tracks.</summary>
internal static class TinyRailway
{
    internal static (TrackLayout Layout, List<TrainRoute> Routes) Draw(ulong seed)
    {
        var draw = new SplitMix(seed);
        var inner = draw.Between(2, 4);
        var places = Enumerable.Range(0, inner)
            .Select(p => new TrackPlace($"P{p}", DrawTracks(draw)))
            .Append(TrackPlace.Open("A")).Append(TrackPlace.Open("B")).ToList();
        var isRing = inner > 2 && draw.OnceIn(2);
        var sections = Enumerable.Range(0, isRing ? inner : inner - 1)
            .Select(p => new TrackSection(p, (p + 1) % inner, 2_000) { Tracks = draw.OnceIn(5) ? 2 : 1 })
            .Append(new TrackSection(inner, 0, 2_000))
            .Append(new TrackSection(inner + 1, inner - 1, 2_000)).ToList();
        var layout = new TrackLayout(places, sections);
        var between = Enumerable.Range(0, inner - 1).ToList();
        var (entry, exit) = (sections.Count - 2, sections.Count - 1);
        var routes = new List<TrainRoute>();
        for (var left = draw.Between(3, 4); left > 0; left--)
        {
            var length = draw.OneOf([300, 300, 500, 700]);
            var way = draw.Below(3);
            if (way == 0) Add(inner + 1, exit, between.AsEnumerable().Reverse(), entry);
            else if (way == 1 && isRing && length < 400) Add(inner, entry, [.. between, inner - 1], entry); // round
            else Add(inner, entry, between, exit);

            void Add(int from, int first, IEnumerable<int> middle, int last) =>
                routes.Add(new TrainRoute(layout, from, [first, .. middle, last], length));
        }
        return (layout, routes);
    }

    private static int[] DrawTracks(SplitMix draw) =>
        [.. Enumerable.Range(0, draw.Between(1, 2)).Select(_ => draw.OneOf([400, 600]))];
}
