using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>Changes and walks between stops, before trips and routes are looked at.</summary>
/// <remarks>Joined are: what transfers.txt joins; a station and what lies in it; stops closer than the limit. Walks go
/// on
/// over several of these. What transfers.txt says of a pair stands above what was found. Unit: seconds, before the
/// question's own rule on change times.</remarks>
internal sealed class WalkGraph
{
    private readonly GtfsFeed _feed;
    private readonly ChangeTimes _times;
    private readonly Dictionary<string, int> _index;
    private readonly List<int>[] _children;
    private readonly Dictionary<int, int>[] _edges;
    private readonly Dictionary<(int From, int To), GtfsTransfer> _rules = [];

    internal WalkGraph(GtfsFeed feed, ChangeTimes times, IReadOnlyList<GtfsStop> stops, Dictionary<string, int> index)
    {
        (_feed, _times, _index) = (feed, times, index);
        _children = [.. stops.Select(_ => new List<int>())];
        _edges = [.. stops.Select(_ => new Dictionary<int, int>())];
        for (var i = 0; i < stops.Count; i++)
            if (index.TryGetValue(stops[i].ParentStation, out var parent) && parent != i)
            {
                _children[parent].Add(i);
                Join(i, parent, times.DefaultSeconds);
                Join(parent, i, times.DefaultSeconds);
            }
        JoinNeighbours(stops);
        ReadRules();
    }

    /// <summary>A stop and what lies in it.</summary>
    internal IEnumerable<int> WithChildren(int stop) => _children[stop].Prepend(stop);

    /// <summary>Seconds of a transfer rule; null when it forbids.</summary>
    internal int? Seconds(GtfsTransfer rule) => rule.Type switch
    {
        1 => 0,
        2 => rule.MinSeconds ?? _times.DefaultSeconds,
        3 => null,
        _ => rule.MinSeconds ?? _times.DefaultSeconds,
    };

    /// <summary>The rule of transfers.txt for a pair of stops, whatever the trips; null when there is none.</summary>
    internal GtfsTransfer? FindRule(int from, int to) => _rules.GetValueOrDefault((from, to));

    /// <summary>All walks from a stop to others, and the change at the stop itself; forbidden ones are left
    /// out.</summary>
    internal Dictionary<int, int> ListFrom(int stop)
    {
        var found = new Dictionary<int, int> { [stop] = 0 };
        var queue = new PriorityQueue<int, int>();
        queue.Enqueue(stop, 0);
        while (queue.TryDequeue(out var at, out var seconds))
        {
            if (seconds > found[at]) continue;
            foreach (var (next, more) in _edges[at])
                if (!found.TryGetValue(next, out var known) || known > seconds + more)
                {
                    found[next] = seconds + more;
                    queue.Enqueue(next, seconds + more);
                }
        }
        found[stop] = _times.DefaultSeconds;
        foreach (var to in found.Keys.ToList())
            if (FindRule(stop, to) is { } rule)
            {
                if (Seconds(rule) is { } told) found[to] = told;
                else found.Remove(to);
            }
        return found;
    }

    private void Join(int from, int to, int seconds)
    {
        if (!_edges[from].TryGetValue(to, out var known) || known > seconds) _edges[from][to] = seconds;
    }

    private void ReadRules()
    {
        foreach (var rule in _feed.Transfers.Where(t => t.Type is >= 0 and <= 3
            && t.FromRoute.Length + t.ToRoute.Length + t.FromTrip.Length + t.ToTrip.Length == 0))
        {
            if (!_index.TryGetValue(rule.FromStop, out var from) || !_index.TryGetValue(rule.ToStop, out var to))
                continue;
            // A rule of a station with itself, or one that forbids, holds for every pair of what lies in them.
            if (from == to || rule.Type == 3)
            {
                foreach (var a in WithChildren(from))
                    foreach (var b in WithChildren(to))
                        if (a == from && b == to || !_rules.ContainsKey((a, b))) _rules[(a, b)] = rule;
            }
            else _rules[(from, to)] = rule;
            if (from != to && Seconds(rule) is { } seconds) _edges[from][to] = seconds;
            else if (from != to) _edges[from].Remove(to);
        }
    }

    private void JoinNeighbours(IReadOnlyList<GtfsStop> stops)
    {
        if (_times.NeighbourMetres <= 0) return;
        // About 111 km a degree: cells of latitude a little wider than the limit; longitude is compared by distance.
        var cell = _times.NeighbourMetres / 100_000.0;
        var rows = new Dictionary<int, List<int>>();
        for (var i = 0; i < stops.Count; i++)
            if (stops[i].Latitude is { } latitude && stops[i].Longitude is not null)
            {
                var row = (int)Math.Floor(latitude / cell);
                if (!rows.TryGetValue(row, out var list)) rows[row] = list = [];
                list.Add(i);
            }
        foreach (var (row, list) in rows)
            foreach (var a in list)
                for (var beside = row - 1; beside <= row + 1; beside++)
                    foreach (var b in rows.GetValueOrDefault(beside) ?? [])
                        if (a != b && Earth.Metres(stops[a], stops[b]) < _times.NeighbourMetres)
                            Join(a, b, _times.DefaultSeconds);
    }
}
