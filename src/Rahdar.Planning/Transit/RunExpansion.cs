using NodaTime;
using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>Makes runs of trips: one a service day, or one a headway.</summary>
/// <remarks>Source: GTFS Schedule reference: times count from noon minus 12 hours of the service day in the zone of the
/// agency, so that a change of summer time moves no train. A trip that is not whole (an unknown stop, no time at an
/// edge) makes no run.</remarks>
internal sealed class RunExpansion(GtfsFeed feed, IReadOnlyDictionary<string, int> stops, Instant origin, int reach)
{
    private readonly ServiceDays _days = new(feed);
    private readonly DateTimeZone _zone = feed.Zone;
    private readonly Dictionary<LocalDate, int?> _starts = [];
    private readonly Dictionary<string, List<LocalDate>> _listed = [];
    private long _calls;

    /// <summary>All runs that are under way between the base and the reach, by trip in file order, then day.</summary>
    internal List<TripRun> List()
    {
        var repeats = feed.Frequencies.ToLookup(f => f.TripId);
        var runs = new List<TripRun>();
        foreach (var trip in feed.Trips.DistinctBy(t => t.Id))
        {
            if (Shape(trip) is not { } shape) continue;
            foreach (var day in Days(trip.ServiceId))
            {
                if (Start(day) is not { } start) continue;
                if (!repeats.Contains(trip.Id)) Add(runs, trip, day, shape, start, start, false);
                else
                    foreach (var repeat in repeats[trip.Id])
                        for (var at = repeat.Start; at < repeat.End; at += repeat.Headway)
                            Add(runs, trip, day, shape, start, start + at - shape.Departures[0], true);
            }
        }
        return runs;
    }

    /// <summary>Seconds from the base to the beginning of a service day; null when out of reach of numbers.</summary>
    internal int? Start(LocalDate day)
    {
        if (_starts.TryGetValue(day, out var known)) return known;
        var noon = day.At(new LocalTime(12, 0)).InZoneLeniently(_zone).ToInstant();
        var seconds = (noon - Duration.FromHours(12) - origin).TotalSeconds;
        return _starts[day] = Math.Abs(seconds) < 1_000_000_000 ? (int)seconds : null;
    }

    private void Add(
        List<TripRun> runs, GtfsTrip trip, LocalDate day, Times shape, int midnight, int start, bool isRepeated)
    {
        if (start + shape.Departures[0] > reach || start + shape.Arrivals[^1] < 0) return;
        if (runs.Count >= GtfsLimits.RunsMax)
            throw new TransitLimitException($"more than {GtfsLimits.RunsMax} runs in {feed.Name}");
        if ((_calls += shape.Stops.Length) > GtfsLimits.CallsMax)
            throw new TransitLimitException($"more than {GtfsLimits.CallsMax} calls in {feed.Name}");
        runs.Add(new TripRun
        {
            Trip = trip,
            Day = day,
            IsRepeated = isRepeated,
            ScheduledStart = start + shape.Departures[0] - midnight,
            Stops = shape.Stops,
            Arrivals = Array.ConvertAll(shape.Arrivals, t => t + start),
            Departures = Array.ConvertAll(shape.Departures, t => t + start),
            CanBoard = shape.CanBoard,
            CanAlight = shape.CanAlight,
            Starts = start + shape.Departures[0],
            Ends = start + shape.Arrivals[^1],
        });
    }

    private List<LocalDate> Days(string service)
    {
        if (_listed.TryGetValue(service, out var known)) return known;
        if (_days.Span(service) is not { } span) return _listed[service] = [];
        var first = origin.InZone(_zone).Date.PlusDays(-GtfsLimits.HoursMax / 24 - 2);
        var last = (origin + Duration.FromSeconds(reach)).InZone(_zone).Date.PlusDays(1);
        return _listed[service] =
            [.. _days.List(service, LocalDate.Max(first, span.From), LocalDate.Min(last, span.To))];
    }

    private sealed record Times(int[] Stops, int[] Arrivals, int[] Departures, bool[] CanBoard, bool[] CanAlight);

    private Times? Shape(GtfsTrip trip)
    {
        if (!feed.StopTimes.TryGetValue(trip.Id, out var rows) || rows.Count < 2) return null;
        var n = rows.Count;
        var times = new Times(new int[n], new int[n], new int[n], new bool[n], new bool[n]);
        for (var i = 0; i < n; i++)
        {
            if (!stops.TryGetValue(rows[i].StopId, out times.Stops[i])) return null;
            (times.CanBoard[i], times.CanAlight[i]) = (rows[i].PickupType != 1, rows[i].DropOffType != 1);
        }
        return Fill(rows, times) ? times : null;
    }

    // Stops without times lie evenly between those with times, as the reference has it.
    private static bool Fill(List<GtfsStopTime> rows, Times times)
    {
        var timed = -1;
        for (var i = 0; i < rows.Count; i++)
        {
            if ((rows[i].Arrival ?? rows[i].Departure) is not { } arrival)
            {
                if (i == 0 || i == rows.Count - 1) return false;
                continue;
            }
            var departure = rows[i].Departure ?? arrival;
            // The arrival at the first stop, and the departure from the last, mean nothing.
            if (i == 0) arrival = departure;
            if (i == rows.Count - 1) departure = arrival;
            if (departure < arrival || timed >= 0 && arrival < times.Departures[timed]) return false;
            (times.Arrivals[i], times.Departures[i]) = (arrival, departure);
            for (var gap = timed + 1; timed >= 0 && gap < i; gap++)
            {
                var from = times.Departures[timed];
                times.Arrivals[gap] = times.Departures[gap] =
                    from + (int)((long)(arrival - from) * (gap - timed) / (i - timed));
            }
            timed = i;
        }
        return true;
    }
}

/// <summary>A timetable beyond a limit.</summary>
/// <param name="message">Which limit.</param>
public sealed class TransitLimitException(string message) : Exception(message);
