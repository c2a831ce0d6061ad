using NodaTime;
using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>Lays a feed out for the search, for a stretch of time.</summary>
public static class TimetableBuilder
{
    /// <summary>Builds a timetable.</summary>
    /// <param name="feed">The feed; trips that are not whole make no run.</param>
    /// <param name="from">First instant of interest.</param>
    /// <param name="to">Last instant at which anything may leave.</param>
    /// <param name="options">Changes, filter, updates.</param>
    /// <exception cref="TransitLimitException">The feed makes more runs or walks than the limits allow.</exception>
    public static TransitTimetable Build(GtfsFeed feed, Instant from, Instant to, TransitOptions options)
    {
        var stops = feed.Stops.DistinctBy(s => s.Id).ToList();
        var index = stops.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        var reach = (int)Math.Clamp((to - from).TotalSeconds, 0, 1e9);
        var runs = new RunExpansion(feed, index, from, reach).List();
        var stations = stops.Select((s, i) => index.GetValueOrDefault(s.ParentStation, i)).ToList();
        new ThroughServices(feed, stations).Link(runs);
        new LiveRuns(feed, index, from, options.Updates).Apply(runs);
        Filter(feed, stops, runs, options.Filter);
        var walks = new WalkGraph(feed, options.Changes, stops, index);
        var points = new StopPoints(feed, walks, index, stops.Count);
        var patterns = new PatternBuilder(points).Build(ThroughServices.List(runs));
        var (walked, preferred) = points.Walk(options.Changes);
        var stopOf = points.StopOf;
        var ofStop = stopOf.Select((stop, point) => (stop, point)).ToLookup(p => p.stop, p => p.point);
        var laid = Lay(
            new TransitTimetable
            {
                Name = feed.Name,
                Base = from,
                Stops = stops,
                StopIndex = index,
                StopOf = stopOf,
                PointsOf = stop => [.. walks.WithChildren(stop).SelectMany(s => ofStop[s])],
                Preferred = preferred,
                Patterns = [.. patterns],
            },
            walked);
        return laid with { Mirror = new Lazy<TransitTimetable>(() => Mirrored(laid)) };
    }

    private static void Filter(GtfsFeed feed, List<GtfsStop> stops, List<TripRun> runs, TripFilter filter)
    {
        var types = new Dictionary<string, int>();
        foreach (var route in feed.Routes) types.TryAdd(route.Id, route.Type);
        foreach (var run in runs)
            if (!filter.Allows(run.Trip, types.GetValueOrDefault(run.Trip.RouteId, -1))) run.IsUsable = false;
        if (!filter.Wheelchair) return;
        foreach (var run in runs)
        {
            run.CanBoard = [.. run.CanBoard.Select((can, i) => can && stops[run.Stops[i]].WheelchairBoarding != 2)];
            run.CanAlight = [.. run.CanAlight.Select((can, i) => can && stops[run.Stops[i]].WheelchairBoarding != 2)];
        }
    }

    private static TransitTimetable Lay(TransitTimetable bare, IReadOnlyList<(int To, int Seconds)>[] walks)
    {
        var change = new int[walks.Length];
        var (start, to, seconds) = (new int[walks.Length + 1], new List<int>(), new List<int>());
        for (var point = 0; point < walks.Length; point++)
        {
            change[point] = int.MaxValue;
            foreach (var walk in walks[point])
                if (walk.To == point) change[point] = walk.Seconds;
                else
                {
                    to.Add(walk.To);
                    seconds.Add(walk.Seconds);
                }
            start[point + 1] = to.Count;
        }
        var calls = new List<(int Pattern, int Position)>[walks.Length];
        for (var point = 0; point < walks.Length; point++) calls[point] = [];
        for (var p = 0; p < bare.Patterns.Length; p++)
            for (var i = 0; i < bare.Patterns[p].Points.Length; i++)
                if (bare.Patterns[p].CanBoard[i]) calls[bare.Patterns[p].Points[i]].Add((p, i));
        return bare with
        {
            Change = change,
            WalkStart = start,
            WalkTo = [.. to],
            WalkSeconds = [.. seconds],
            CallStart = [0, .. calls.Select(c => c.Count).Scan()],
            CallPattern = [.. calls.SelectMany(c => c.Select(x => x.Pattern))],
            CallPosition = [.. calls.SelectMany(c => c.Select(x => x.Position))],
        };
    }

    private static IEnumerable<int> Scan(this IEnumerable<int> counts)
    {
        var sum = 0;
        foreach (var count in counts) yield return sum += count;
    }

    // Times are negated, runs and positions turned round: a search for the earliest arrival then finds the latest
    // departure.
    private static TransitTimetable Mirrored(TransitTimetable t)
    {
        var walks = t.StopOf.Select(_ => new List<(int, int)>()).ToArray();
        for (var a = 0; a < t.StopOf.Length; a++)
        {
            if (t.Change[a] != int.MaxValue) walks[a].Add((a, t.Change[a]));
            for (var w = t.WalkStart[a]; w < t.WalkStart[a + 1]; w++) walks[t.WalkTo[w]].Add((a, t.WalkSeconds[w]));
        }
        return Lay(t with { Patterns = [.. t.Patterns.Select(Mirrored)], Mirror = null }, walks);
    }

    private static Pattern Mirrored(Pattern p)
    {
        var (n, m) = (p.Points.Length, p.Runs);
        var (arrivals, departures) = (new int[n * m], new int[n * m]);
        for (var r = 0; r < m; r++)
            for (var i = 0; i < n; i++)
            {
                arrivals[r * n + i] = -p.Departures[(n - 1 - i) * m + (m - 1 - r)];
                departures[i * m + r] = -p.Arrivals[(m - 1 - r) * n + (n - 1 - i)];
            }
        return new Pattern
        {
            Points = [.. p.Points.Reverse()],
            CanBoard = [.. p.CanAlight.Reverse()],
            CanAlight = [.. p.CanBoard.Reverse()],
            Runs = m,
            Arrivals = arrivals,
            Departures = departures,
            HopTrips = p.HopTrips,
        };
    }
}
