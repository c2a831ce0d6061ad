using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Realtime;

namespace Rahdar.Planning.Transit;

/// <summary>Lays updates over the runs of the timetable: late, skipped, cancelled, added.</summary>
/// <remarks>Source: GTFS-Realtime reference. A delay holds from its stop on until another is told; a time stands before
/// a
/// delay; an arrival's delay carries to the departure; where nothing is known the timetable stands.</remarks>
internal sealed class LiveRuns(
    GtfsFeed feed, IReadOnlyDictionary<string, int> stops, Instant origin, IReadOnlyList<TripUpdate> updates)
{
    internal void Apply(List<TripRun> runs)
    {
        if (updates.Count == 0) return;
        var byTrip = runs.ToLookup(r => r.Trip.Id);
        var known = feed.Trips.Select(t => t.Id).ToHashSet();
        foreach (var update in updates)
        {
            var isNew = update.Relation is TripRelation.Added or TripRelation.Unscheduled or TripRelation.Replacement
                && (!known.Contains(update.TripId) || update.Relation == TripRelation.Replacement);
            foreach (var run in byTrip[update.TripId].Where(r => IsMeant(r, update)))
                if (update.Relation is TripRelation.Canceled or TripRelation.Deleted || isNew) run.IsUsable = false;
                else Change(run, update.Stops);
            if (isNew && Added(update) is { } added) runs.Add(added);
        }
    }

    private static bool IsMeant(TripRun run, TripUpdate update) =>
        (update.StartDate is not { } day || run.Day == day)
        && (!run.IsRepeated || update.StartTime is not { } || update.StartTime == run.ScheduledStart);

    private void Change(TripRun run, IReadOnlyList<StopUpdate> told)
    {
        var rows = feed.StopTimes[run.Trip.Id];
        var (arrivals, departures) = ((int[])run.Arrivals.Clone(), (int[])run.Departures.Clone());
        var (board, alight) = ((bool[])run.CanBoard.Clone(), (bool[])run.CanAlight.Clone());
        var (next, delay, before) = (0, 0, int.MinValue);
        for (var i = 0; i < rows.Count; i++)
        {
            var update = next < told.Count && IsAt(told[next], rows[i]) ? told[next++] : null;
            if (update?.Relation == StopRelation.NoData) delay = 0;
            if (update?.Relation == StopRelation.Skipped) board[i] = alight[i] = false;
            if (update?.Relation == StopRelation.Scheduled) delay = Delay(update.Arrival, arrivals[i], delay);
            arrivals[i] = before = Math.Max(before, arrivals[i] + delay);
            if (update?.Relation == StopRelation.Scheduled) delay = Delay(update.Departure, departures[i], delay);
            departures[i] = before = Math.Max(before, departures[i] + delay);
        }
        (run.Arrivals, run.Departures, run.CanBoard, run.CanAlight) = (arrivals, departures, board, alight);
    }

    private static bool IsAt(StopUpdate update, GtfsStopTime row) =>
        update.Sequence is { } sequence ? sequence == row.Sequence : update.StopId == row.StopId;

    private int Delay(StopEvent? told, int scheduled, int before) =>
        told?.Time is { } time ? Seconds(time) - scheduled : told?.Delay ?? before;

    private int Seconds(Instant time) => (int)Math.Clamp((time - origin).TotalSeconds, -1e9, 1e9);

    private TripRun? Added(TripUpdate update)
    {
        var calls = update.Stops.Where(s => s.Relation != StopRelation.Skipped && stops.ContainsKey(s.StopId)
            && (s.Arrival?.Time ?? s.Departure?.Time) is not null).ToList();
        if (calls.Count < 2) return null;
        var (arrivals, departures, before) = (new int[calls.Count], new int[calls.Count], int.MinValue);
        for (var i = 0; i < calls.Count; i++)
        {
            var arrival = Seconds((calls[i].Arrival?.Time ?? calls[i].Departure!.Time)!.Value);
            arrivals[i] = before = Math.Max(before, arrival);
            departures[i] = before = Math.Max(before, calls[i].Departure?.Time is { } time ? Seconds(time) : arrival);
        }
        var id = update.TripId.Length > 0 ? update.TripId : update.EntityId;
        return new TripRun
        {
            Trip = new GtfsTrip(
                id, update.RouteId, "", "", "", "", 0, 0, 0, new Dictionary<string, string>(), 0),
            Day = update.StartDate ?? (origin + Duration.FromSeconds(departures[0])).InZone(feed.Zone).Date,
            IsRepeated = true,
            Stops = [.. calls.Select(c => stops[c.StopId])],
            Arrivals = arrivals,
            Departures = departures,
            CanBoard = [.. calls.Select(_ => true)],
            CanAlight = [.. calls.Select(_ => true)],
            Starts = departures[0],
            Ends = arrivals[^1],
        };
    }
}
