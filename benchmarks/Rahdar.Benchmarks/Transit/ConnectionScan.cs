using Rahdar.Network.Gtfs;

namespace Rahdar.Benchmarks.Transit;

/// <summary>An independent oracle: a connection scan by number of rides, made from the rows of the feed
/// alone.</summary>
/// <remarks>One service day, no walks between stops, a change at a stop takes what transfers.txt says of the stop.
/// Source: Dibbelt, Pajor, Strasser, Wagner, "Intriguingly Simple and Fast Transit Routing" (2013), with one scan for
/// all
/// numbers of rides.</remarks>
internal sealed class ConnectionScan
{
    private const int Never = int.MaxValue;

    private readonly record struct Connection(int Departure, int Arrival, int From, int To, int Trip, int Position);

    private readonly Connection[] _connections;
    private readonly int[] _change;
    private readonly int _trips;

    internal ConnectionScan(GtfsFeed feed)
    {
        Stops = feed.Stops.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        _change = new int[Stops.Count];
        foreach (var rule in feed.Transfers.Where(t => t.FromStop == t.ToStop))
            _change[Stops[rule.FromStop]] = rule.MinSeconds ?? 0;
        var list = new List<Connection>();
        foreach (var trip in feed.Trips)
        {
            var times = feed.StopTimes[trip.Id];
            for (var i = 1; i < times.Count; i++)
                list.Add(new Connection(
                    times[i - 1].Departure!.Value, times[i].Arrival!.Value, Stops[times[i - 1].StopId],
                    Stops[times[i].StopId], _trips, i));
            _trips++;
        }
        _connections = [.. list.OrderBy(c => c.Departure).ThenBy(c => c.Trip).ThenBy(c => c.Position)];
    }

    internal Dictionary<string, int> Stops { get; }

    internal int Count => _connections.Length;

    /// <summary>Earliest arrival with at most k rides: entry k - 1. Shape: as many entries as rides asked.</summary>
    internal int[] Arrivals(int from, int to, int ready, int rides)
    {
        var (at, aboard) = (new int[Stops.Count, rides + 1], new bool[_trips, rides + 1]);
        for (var stop = 0; stop < Stops.Count; stop++)
            for (var k = 0; k <= rides; k++) at[stop, k] = Never;
        at[from, 0] = ready;
        foreach (var c in _connections)
        {
            if (c.Departure < ready) continue;
            for (var k = 1; k <= rides; k++)
            {
                var before = at[c.From, k - 1];
                var change = k == 1 ? 0 : _change[c.From];
                if (!aboard[c.Trip, k] && (before == Never || before + change > c.Departure)) continue;
                aboard[c.Trip, k] = true;
                if (c.Arrival < at[c.To, k]) at[c.To, k] = c.Arrival;
            }
        }
        var found = new int[rides];
        var best = Never;
        for (var k = 1; k <= rides; k++) found[k - 1] = best = Math.Min(best, at[to, k]);
        return found;
    }
}
