namespace Rahdar.Network.Gtfs.Rules;

/// <summary>Transfers: places they may join, and trips and routes that fit them.</summary>
internal sealed class TransferRules(GtfsFeed feed, NoticeBook notices)
{
    private const string File = "transfers.txt";

    internal void Check()
    {
        if (feed.Transfers.Count == 0) return;
        var stops = new Dictionary<string, GtfsStop>();
        foreach (var stop in feed.Stops) stops.TryAdd(stop.Id, stop);
        var trips = new Dictionary<string, GtfsTrip>();
        foreach (var trip in feed.Trips) trips.TryAdd(trip.Id, trip);
        foreach (var one in feed.Transfers)
        {
            CheckPlace(one, "from_stop_id", one.FromStop, stops);
            CheckPlace(one, "to_stop_id", one.ToStop, stops);
            CheckTrip(one, "from_trip_id", one.FromTrip, one.FromRoute, one.FromStop, trips, stops);
            CheckTrip(one, "to_trip_id", one.ToTrip, one.ToRoute, one.ToStop, trips, stops);
        }
    }

    private void CheckPlace(GtfsTransfer one, string field, string id, Dictionary<string, GtfsStop> stops)
    {
        if (id.Length == 0 && one.Type is not (4 or 5))
            notices.Error("missing_required_field", File, one.Row, field, "the field is required for this type");
        if (!stops.TryGetValue(id, out var stop)) return;
        if (stop.LocationType > 1 || stop.LocationType == 1 && one.Type is 4 or 5)
            notices.Error("transfer_with_invalid_stop_location_type", File, one.Row, field,
                $"{id} is of type {stop.LocationType}: a transfer joins stops or stations");
    }

    private void CheckTrip(
        GtfsTransfer one, string field, string id, string route, string stop, Dictionary<string, GtfsTrip> trips,
        Dictionary<string, GtfsStop> stops)
    {
        if (id.Length == 0 && one.Type is 4 or 5)
            notices.Error("missing_required_field", File, one.Row, field, "an in-seat transfer names both trips");
        if (!trips.TryGetValue(id, out var trip)) return;
        if (route.Length > 0 && trip.RouteId != route)
            notices.Error("transfer_with_invalid_trip_and_route", File, one.Row, field,
                $"{id} is a trip of {trip.RouteId}, not of {route}");
        if (stop.Length > 0 && feed.StopTimes.TryGetValue(id, out var times)
            && !times.Any(t => t.StopId == stop
                || stops.TryGetValue(t.StopId, out var at) && at.ParentStation == stop))
            notices.Error("transfer_with_invalid_trip_and_stop", File, one.Row, field, $"{id} does not stop at {stop}");
    }
}
