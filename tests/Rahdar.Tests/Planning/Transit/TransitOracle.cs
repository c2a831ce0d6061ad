using System.Globalization;
using System.Text;
using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Planning.Transit;

namespace Rahdar.Tests.Planning.Transit;

/// <summary>A small random timetable of one day, and all journeys of it by trying everything.</summary>
internal sealed class TransitOracle
{
    internal const int RidesMax = 4;
    private const int Stops = 6;
    private const int Change = 120;
    internal static readonly Instant Midnight = Instant.FromUtc(2025, 6, 5, 0, 0);

    private readonly List<(int Stop, int Arrival, int Departure)[]> _trips = [];
    private readonly Dictionary<(int, int), int> _walks = [];
    private readonly Random _random;

    internal TransitOracle(int seed)
    {
        _random = new Random(seed);
        for (var trip = 0; trip < 9; trip++) _trips.Add(RandomTrip());
        foreach (var (a, b) in new[] { (0, 1), (2, 3) })
        {
            _walks[(a, b)] = _random.Next(1, 10) * 60;
            if (_random.Next(2) == 0) _walks[(b, a)] = _random.Next(1, 10) * 60;
        }
        (From, To) = (_random.Next(Stops), _random.Next(Stops));
        if (From == To) To = (From + 1) % Stops;
        if (_random.Next(2) == 0) Via = (_random.Next(Stops), _random.Next(3) * 300);
    }

    internal int From { get; }

    internal int To { get; }

    internal (int Stop, int Stay)? Via { get; }

    internal TransitTimetable Build() => TimetableBuilder.Build(
        Feed(), Midnight - Duration.FromDays(1), Midnight + Duration.FromDays(2), TransitOptions.Plain);

    internal TransitQuery Query(TransitTime time, int from, int to) => new(
        time, Midnight + Duration.FromSeconds(from), Midnight + Duration.FromSeconds(to), [new TransitEnd($"S{From}")],
        [new TransitEnd($"S{To}")])
    {
        ChangesMax = RidesMax - 1,
        Vias = Via is { } via ? [new TransitVia($"S{via.Stop}", via.Stay)] : [],
    };

    /// <summary>All journeys: departure, arrival, rides.</summary>
    internal HashSet<(int Departure, int Arrival, int Rides)> All()
    {
        var found = new HashSet<(int, int, int)>();
        foreach (var (walked, atWalked) in Walked(From))
            foreach (var (start, stay0, gone0) in Stays(From, 0, false))
                foreach (var (_, stay1, gone1) in Stays(walked, stay0 + atWalked, gone0))
                    if (start == From) Ride(walked, int.MinValue, stay1, null, 0, gone1, found);
        return found;
    }

    /// <summary>Those of which none is better in departure, arrival and rides.</summary>
    internal static HashSet<(int Departure, int Arrival, int Rides)> Front(
        IEnumerable<(int Departure, int Arrival, int Rides)> all)
    {
        var list = all.ToList();
        return
        [
            .. list.Where(a => !list.Any(b => b != a && b.Departure >= a.Departure && b.Arrival <= a.Arrival
                && b.Rides <= a.Rides)),
        ];
    }

    private void Ride(
        int stop, int ready, int before, int? departure, int rides, bool gone, HashSet<(int, int, int)> found)
    {
        if (rides == RidesMax) return;
        foreach (var trip in _trips)
            for (var i = 0; i < trip.Length - 1; i++)
            {
                if (trip[i].Stop != stop || departure is not null && trip[i].Departure < ready) continue;
                var left = departure ?? trip[i].Departure - before;
                var passed = gone;
                for (var j = i + 1; j < trip.Length; j++)
                {
                    passed |= Via is { Stay: 0 } via && (trip[j].Stop == via.Stop || trip[i].Stop == via.Stop);
                    foreach (var (at, time, done) in Stays(trip[j].Stop, trip[j].Arrival, passed))
                    {
                        foreach (var (end, walk) in Walked(at))
                            foreach (var (last, arrival, all) in Stays(end, time + walk, done))
                                if (last == To && all) found.Add((left, arrival, rides + 1));
                        foreach (var (next, walk) in Walked(at))
                        {
                            var then = time + (next == at ? Change : walk);
                            foreach (var (_, later, met) in Stays(next, then, done))
                                Ride(next, later, 0, left, rides + 1, met, found);
                        }
                    }
                }
            }
    }

    private IEnumerable<(int Stop, int Time, bool Gone)> Stays(int stop, int time, bool gone)
    {
        gone |= Via is null;
        yield return (stop, time, gone);
        if (!gone && Via is { } via && via.Stop == stop) yield return (stop, time + via.Stay, true);
    }

    private IEnumerable<(int Stop, int Seconds)> Walked(int stop)
    {
        yield return (stop, 0);
        foreach (var ((from, to), seconds) in _walks)
            if (from == stop) yield return (to, seconds);
    }

    private (int, int, int)[] RandomTrip()
    {
        var now = _random.Next(6 * 60, 12 * 60) * 60;
        var calls = new List<(int, int, int)>();
        var stop = _random.Next(Stops);
        for (var i = _random.Next(2, 5); i >= 0; i--)
        {
            var leaves = now + _random.Next(3) * 60;
            calls.Add((stop, now, leaves));
            now = leaves + _random.Next(5, 60) * 60;
            stop = (stop + _random.Next(1, Stops)) % Stops;
        }
        return [.. calls];
    }

    private GtfsFeed Feed()
    {
        var times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
        for (var t = 0; t < _trips.Count; t++)
            for (var i = 0; i < _trips[t].Length; i++)
                times.Append(CultureInfo.InvariantCulture,
                    $"T{t},{Time(_trips[t][i].Arrival)},{Time(_trips[t][i].Departure)},S{_trips[t][i].Stop},{i}\n");
        return GtfsReader.Read(GtfsFiles.InMemory("random", new Dictionary<string, string>
        {
            ["agency.txt"] = "agency_id,agency_name,agency_url,agency_timezone\nA,A,https://example.org/,Etc/UTC\n",
            ["stops.txt"] = "stop_id,stop_name,stop_lat,stop_lon\n"
                + string.Concat(Enumerable.Range(0, Stops).Select(s => $"S{s},S{s},{10 + s},{20 + s}\n")),
            ["routes.txt"] = "route_id,agency_id,route_short_name,route_type\nR,A,R,2\n",
            ["trips.txt"] = "route_id,service_id,trip_id\n"
                + string.Concat(Enumerable.Range(0, _trips.Count).Select(t => $"R,D,T{t}\n")),
            ["stop_times.txt"] = times.ToString(),
            ["calendar_dates.txt"] = "service_id,date,exception_type\nD,20250605,1\n",
            ["transfers.txt"] = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n"
                + string.Concat(_walks.Select(w => $"S{w.Key.Item1},S{w.Key.Item2},2,{w.Value}\n")),
        })).Feed;
    }

    private static string Time(int seconds) => $"{seconds / 3600:00}:{seconds / 60 % 60:00}:00";
}
