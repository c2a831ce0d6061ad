namespace Rahdar.Planning.Transit;

/// <summary>Sorts through services into patterns.</summary>
internal sealed class PatternBuilder(StopPoints points)
{
    private sealed record Way(int[] Points, bool[] Board, bool[] Alight, int[] Arrivals, int[] Departures,
        string[] Trips);

    internal List<Pattern> Build(List<IReadOnlyList<TripRun>> services)
    {
        var groups = new Dictionary<string, List<Way>>();
        foreach (var service in services)
        {
            var way = Join(service);
            var key = Key(way);
            if (!groups.TryGetValue(key, out var list)) groups[key] = list = [];
            list.Add(way);
        }
        return [.. groups.Values.SelectMany(WithoutOvertaking).Select(Lay)];
    }

    /// <summary>Most services are one run: nothing is joined, and little is made anew.</summary>
    private Way Alone(TripRun run)
    {
        var (n, before) = (run.Stops.Length, int.MinValue);
        var way = new Way(new int[n], new bool[n], new bool[n], new int[n], new int[n], new string[n]);
        for (var i = 0; i < n; i++)
        {
            way.Points[i] = points.Of(run.Stops[i], run.Trip);
            // Late wagons leave late: what goes on never leaves before it came.
            way.Arrivals[i] = Math.Max(before, run.Arrivals[i]);
            way.Departures[i] = before = Math.Max(way.Arrivals[i], run.Departures[i]);
            way.Board[i] = run.CanBoard[i] && i < n - 1;
            way.Alight[i] = run.CanAlight[i] && i > 0;
            way.Trips[i] = run.Trip.Id;
        }
        return way;
    }

    private Way Join(IReadOnlyList<TripRun> service)
    {
        if (service.Count == 1) return Alone(service[0]);
        var (at, board, alight) = (new List<int>(), new List<bool>(), new List<bool>());
        var (arrivals, departures, trips) = (new List<int>(), new List<int>(), new List<string>());
        var before = int.MinValue;
        foreach (var run in service)
            for (var i = 0; i < run.Stops.Length; i++)
            {
                var point = points.Of(run.Stops[i], run.Trip);
                // Late wagons leave late: what goes on never leaves before it came.
                var arrival = Math.Max(before, run.Arrivals[i]);
                var departure = before = Math.Max(arrival, run.Departures[i]);
                var isJoint = i == 0 && at.Count > 0 && at[^1] == point;
                if (isJoint)
                {
                    (board[^1], departures[^1], trips[^1]) = (run.CanBoard[0], departure, run.Trip.Id);
                    continue;
                }
                at.Add(point);
                board.Add(run.CanBoard[i] && i < run.Stops.Length - 1);
                alight.Add(run.CanAlight[i] && i > 0);
                arrivals.Add(arrival);
                departures.Add(departure);
                trips.Add(run.Trip.Id);
            }
        return new Way([.. at], [.. board], [.. alight], [.. arrivals], [.. departures], [.. trips]);
    }

    private static string Key(Way way)
    {
        return string.Create(way.Points.Length * 3, way, static (key, way) =>
        {
            for (var i = 0; i < way.Points.Length; i++)
            {
                key[3 * i] = (char)(way.Points[i] & 0xffff);
                key[3 * i + 1] = (char)(way.Points[i] >> 16);
                key[3 * i + 2] = (char)((way.Board[i] ? 1 : 0) + (way.Alight[i] ? 2 : 0));
            }
        });
    }

    private static IEnumerable<List<Way>> WithoutOvertaking(List<Way> ways)
    {
        var lanes = new List<List<Way>>();
        foreach (var way in ways.OrderBy(w => w.Departures[0]).ThenBy(w => w.Arrivals[^1]))
        {
            var lane = lanes.FirstOrDefault(l => IsBehind(l[^1], way));
            if (lane is null) lanes.Add(lane = []);
            lane.Add(way);
        }
        return lanes;
    }

    private static bool IsBehind(Way first, Way second)
    {
        for (var i = 0; i < first.Points.Length; i++)
            if (second.Arrivals[i] < first.Arrivals[i] || second.Departures[i] < first.Departures[i]) return false;
        return true;
    }

    private static Pattern Lay(List<Way> ways)
    {
        var (n, m) = (ways[0].Points.Length, ways.Count);
        var (arrivals, departures, trips) = (new int[n * m], new int[n * m], new string[n * m]);
        for (var r = 0; r < m; r++)
            for (var i = 0; i < n; i++)
            {
                arrivals[r * n + i] = ways[r].Arrivals[i];
                departures[i * m + r] = ways[r].Departures[i];
                trips[r * n + i] = ways[r].Trips[i];
            }
        return new Pattern
        {
            Points = ways[0].Points,
            CanBoard = ways[0].Board,
            CanAlight = ways[0].Alight,
            Runs = m,
            Arrivals = arrivals,
            Departures = departures,
            HopTrips = trips,
        };
    }
}
