namespace Rahdar.Network.Gtfs.Rules;

/// <summary>Trips and their stop times: order, edges, use, blocks, speed.</summary>
internal sealed class TripRules(GtfsFeed feed, IReadOnlySet<string> incomplete, NoticeBook notices)
{
    private const string File = "stop_times.txt";
    private readonly Dictionary<string, GtfsStop> _stops = [];

    internal void Check()
    {
        foreach (var stop in feed.Stops) _stops.TryAdd(stop.Id, stop);
        var types = new Dictionary<string, int>();
        foreach (var route in feed.Routes) types.TryAdd(route.Id, route.Type);
        if (!incomplete.Contains(File)) CheckUse();
        foreach (var trip in feed.Trips)
            if (feed.StopTimes.TryGetValue(trip.Id, out var times))
            {
                CheckOrder(trip, times);
                CheckSpeed(trip, times, types.GetValueOrDefault(trip.RouteId, -1));
            }
        CheckBlocks();
        CheckFrequencies();
    }

    private void CheckUse()
    {
        foreach (var trip in feed.Trips)
        {
            var count = feed.StopTimes.TryGetValue(trip.Id, out var times) ? times.Count : 0;
            if (count == 0)
                notices.Warn("unused_trip", "trips.txt", trip.Row, "trip_id", $"{trip.Id} has no stop time");
            if (count < 2)
                notices.Warn("unusable_trip", "trips.txt", trip.Row, "trip_id", $"{trip.Id} has fewer than two stops");
        }
        var used = feed.StopTimes.Values.SelectMany(t => t).Select(t => t.StopId).ToHashSet();
        foreach (var stop in feed.Stops.Where(s => s.LocationType == 0 && !used.Contains(s.Id)))
            notices.Warn("stop_without_stop_time", "stops.txt", 0, "stop_id", $"nothing stops at {stop.Id}");
        foreach (var id in used)
            if (_stops.TryGetValue(id, out var stop) && stop.LocationType != 0)
                notices.Error("location_with_unexpected_stop_time", "stops.txt", 0, "stop_id",
                    $"{id} is of type {stop.LocationType} and has stop times");
    }

    private void CheckOrder(GtfsTrip trip, List<GtfsStopTime> times)
    {
        foreach (var edge in new[] { times[0], times[^1] })
            if (edge.Arrival is null && edge.Departure is null)
                notices.Error("missing_trip_edge", File, edge.Row, "arrival_time",
                    $"the first and last stop of {trip.Id} have times");
        var before = times[0].Departure ?? times[0].Arrival;
        for (var i = 1; i < times.Count; i++)
        {
            var time = times[i];
            if (time.Sequence == times[i - 1].Sequence)
                notices.Error("duplicate_key", File, time.Row, "trip_id,stop_sequence",
                    $"{trip.Id} {time.Sequence} stands there twice");
            if (time.Arrival is { } arrival && before is { } departure && arrival < departure)
                notices.Error("stop_time_with_arrival_before_previous_departure_time", File, time.Row, "arrival_time",
                    $"{trip.Id} arrives before it left the stop before");
            before = time.Departure ?? time.Arrival ?? before;
        }
    }

    private void CheckSpeed(GtfsTrip trip, List<GtfsStopTime> times, int type)
    {
        var most = SpeedMax(type);
        for (var i = 1; i < times.Count; i++)
        {
            if (times[i - 1].Departure is not { } from || times[i].Arrival is not { } to || to < from) continue;
            if (!_stops.TryGetValue(times[i - 1].StopId, out var a) || !_stops.TryGetValue(times[i].StopId, out var b)
                || Earth.Metres(a, b) is not { } metres)
                continue;
            // Whole minutes are common: a minute is given to the train.
            if (metres / 1000 / ((to - from + 60) / 3600.0) > most)
                notices.Warn("fast_travel_between_consecutive_stops", File, times[i].Row, "arrival_time",
                    $"{trip.Id} runs faster than {most} km/h");
        }
    }

    // Speeds beyond which the canonical validator calls a run too fast, by mode.
    private static int SpeedMax(int type) => type switch
    {
        0 or 5 or 6 or 7 => 100,
        2 or >= 100 and < 200 => 500,
        4 or 1000 or 1200 => 80,
        1 or 3 or 11 or 12 or >= 200 and < 1000 => 150,
        1100 => 1200,
        _ => 500,
    };

    private void CheckBlocks()
    {
        var days = new ServiceDays(feed);
        foreach (var block in feed.Trips.Where(t => t.BlockId.Length > 0).GroupBy(t => t.BlockId))
        {
            var trips = block.Select(t => (Trip: t, Span: Span(t))).Where(t => t.Span is not null)
                .OrderBy(t => t.Span!.Value.From).ToList();
            for (var i = 1; i < trips.Count && i < 2000; i++)
            {
                var (before, after) = (trips[i - 1], trips[i]);
                if (after.Span!.Value.From < before.Span!.Value.To
                    && days.Share(before.Trip.ServiceId, after.Trip.ServiceId))
                    notices.Error("block_trips_with_overlapping_stop_times", "trips.txt", after.Trip.Row, "block_id",
                        $"{before.Trip.Id} and {after.Trip.Id} of block {block.Key} run at one time");
            }
        }
    }

    private (int From, int To)? Span(GtfsTrip trip) =>
        feed.StopTimes.TryGetValue(trip.Id, out var times) && times.Count > 1
        && (times[0].Departure ?? times[0].Arrival) is { } from && (times[^1].Arrival ?? times[^1].Departure) is { } to
            ? (from, to) : null;

    private void CheckFrequencies()
    {
        foreach (var trip in feed.Frequencies.GroupBy(f => f.TripId))
        {
            GtfsFrequency? before = null;
            foreach (var one in trip.OrderBy(f => f.Start).ThenBy(f => f.End))
            {
                if (before is not null && one.Start < before.End)
                    notices.Error("overlapping_frequency", "frequencies.txt", one.Row, "start_time",
                        $"two headways of {trip.Key} hold at one time");
                before = one;
            }
        }
    }
}
