using Rahdar.Benchmarks.Generated;
using Rahdar.Simulation.Rail;

namespace Rahdar.Benchmarks.Line;

/// <summary>A small railway drawn from a seed, with all that makes railways jam: cycles, junctions, trains longer than
/// loops, priorities, ways that double back, closures and breakdowns.</summary>
/// <param name="Layout">Its tracks.</param>
/// <param name="Runs">Its trains, all within a few hours.</param>
/// <param name="Closures">Sections that are shut for a time.</param>
/// <param name="Breakdowns">Trains that stand still for a time.</param>
/// <param name="WaitSecondsMax">Wait after which nobody else enters.</param>
internal sealed record RandomRailway(
    TrackLayout Layout,
    IReadOnlyList<TrainRun> Runs,
    IReadOnlyList<SectionClosure> Closures,
    IReadOnlyList<Breakdown> Breakdowns,
    long WaitSecondsMax)
{
    private const int Hour = 3_600;

    private static readonly int[] TrackLengths = [400, 600, 600, 800, 1_000];
    private static readonly int[] TrainLengths = [300, 500, 600, 700, 900, 1_200];
    private static readonly int[] Headways = [0, 0, 120, 300];

    internal static RandomRailway Draw(ulong seed)
    {
        var draw = new SplitMix(seed);
        var (places, open) = DrawPlaces(draw);
        var layout = new TrackLayout(places, DrawSections(draw, places, open));
        var runs = new List<TrainRun>();
        for (var left = draw.Between(4, 14); left > 0; left--)
        {
            // One train in three goes the way of another one.
            var route = runs.Count > 0 && draw.OnceIn(3) ? draw.OneOf(runs).Route : DrawRoute(draw, layout, open);
            runs.Add(DrawRun(draw, route));
        }
        return new RandomRailway(
            layout, runs, DrawClosures(draw, layout), DrawBreakdowns(draw, runs.Count), draw.Between(1, 24) * Hour);
    }

    private static (List<TrackPlace> Places, List<int> Open) DrawPlaces(SplitMix draw)
    {
        var places = new List<TrackPlace>();
        for (var left = draw.Between(3, 9); left > 0; left--)
            places.Add(new TrackPlace($"P{places.Count}", draw.OnceIn(6)
                ? [0]
                : [.. Enumerable.Range(0, draw.Between(1, 3)).Select(_ => draw.OneOf(TrackLengths))]));
        var open = new List<int>();
        for (var left = draw.Between(2, 4); left > 0; left--)
        {
            open.Add(places.Count);
            places.Add(TrackPlace.Open($"Y{places.Count}"));
        }
        return (places, open);
    }

    /// <summary>All places joined by a tree, and some more sections, which make cycles.</summary>
    private static List<TrackSection> DrawSections(SplitMix draw, List<TrackPlace> places, List<int> open)
    {
        var inner = places.Count - open.Count;
        var sections = new List<TrackSection>();
        for (var p = 1; p < places.Count; p++) Join(draw.Below(Math.Min(p, inner)), p);
        for (var left = draw.Between(0, 4); left > 0; left--)
        {
            var (from, to) = (draw.Below(inner), draw.Below(places.Count));
            if (from != to) Join(from, to);
        }
        return sections;

        void Join(int from, int to) => sections.Add(new TrackSection(from, to, draw.Between(2, 30) * 500)
        {
            Tracks = draw.OnceIn(6) ? 2 : 1,
            HeadwaySeconds = draw.OneOf(Headways),
        });
    }

    private static TrainRun DrawRun(SplitMix draw, TrainRoute route)
    {
        var kilometresPerHour = draw.Between(30, 80);
        var running = route.Sections
            .Select(s => route.Layout.Sections[s].LengthMetres * 36 / (10 * kilometresPerHour) + draw.Between(1, 120));
        var dwell = new int[route.Places.Count];
        foreach (var stop in route.Stops)
            if (draw.OnceIn(3)) dwell[stop] = draw.Between(0, 1_800);
        return new TrainRun(route, [.. running], draw.Below(4 * Hour))
        {
            Priority = draw.Below(3),
            DwellSeconds = dwell,
        };
    }

    private static TrainRoute DrawRoute(SplitMix draw, TrackLayout layout, List<int> open)
    {
        var length = draw.OneOf(TrainLengths);
        while (true)
        {
            // By way of some place, so that a route may double back or pass an open place.
            var (from, via, to) = (draw.OneOf(open), draw.Below(layout.Places.Count), draw.OneOf(open));
            var sections = DrawWay(draw, layout, from, via).Concat(DrawWay(draw, layout, via, to)).ToList();
            if (sections.Count == 0) continue;
            try
            {
                return new TrainRoute(layout, from, sections, length);
            }
            catch (ArgumentException)
            {
                // Such a train cannot run there, not even alone: drawn again.
            }
        }
    }

    /// <summary>A way without a place twice, at random.</summary>
    private static List<int> DrawWay(SplitMix draw, TrackLayout layout, int from, int to)
    {
        var (way, seen) = (new List<int>(), new HashSet<int> { from });
        return Walk(from) ? way : throw new InvalidOperationException("all places are joined");

        bool Walk(int at)
        {
            if (at == to) return true;
            var ahead = new List<(int Section, int Place)>();
            for (var s = 0; s < layout.Sections.Count; s++)
                if (layout.Sections[s].From == at) ahead.Add((s, layout.Sections[s].To));
                else if (layout.Sections[s].To == at) ahead.Add((s, layout.Sections[s].From));
            while (ahead.Count > 0)
            {
                var next = draw.OneOf(ahead);
                ahead.Remove(next);
                if (!seen.Add(next.Place)) continue;
                way.Add(next.Section);
                if (Walk(next.Place)) return true;
                way.RemoveAt(way.Count - 1);
            }
            return false;
        }
    }

    private static List<SectionClosure> DrawClosures(SplitMix draw, TrackLayout layout)
    {
        var closures = new List<SectionClosure>();
        for (var left = draw.Between(0, 3); left > 0; left--)
        {
            var from = draw.Below(8 * Hour);
            closures.Add(new SectionClosure(draw.Below(layout.Sections.Count), from, from + draw.Between(1, 6 * Hour)));
        }
        return closures;
    }

    private static List<Breakdown> DrawBreakdowns(SplitMix draw, int trains)
    {
        var breakdowns = new List<Breakdown>();
        for (var left = draw.Between(0, 3); left > 0; left--)
            breakdowns.Add(new Breakdown(draw.Below(trains), draw.Below(8 * Hour), draw.Between(1, 4 * Hour)));
        return breakdowns;
    }
}
