namespace Rahdar.Network.Gtfs;

/// <summary>Turns rows of text into rows of the feed; a row without what makes it one is left out, with the notice its
/// check gave.</summary>
internal sealed class FeedRows(GtfsFeed feed)
{
    internal void Take(GtfsRow row)
    {
        switch (row.File)
        {
            case "agency.txt":
                feed.Agencies.Add(new GtfsAgency(
                    row.Text("agency_id"), row.Text("agency_name"), row.Text("agency_timezone"),
                    row.Text("agency_lang"), row.Text("agency_url")));
                break;
            case "stops.txt" when row.Text("stop_id").Length > 0:
                feed.Stops.Add(Stop(row));
                break;
            case "routes.txt" when row.Text("route_id").Length > 0:
                feed.Routes.Add(new GtfsRoute(
                    row.Text("route_id"), row.Text("agency_id"), row.Text("route_short_name"),
                    row.Text("route_long_name"), row.Integer("route_type") ?? -1, row.Freight(), row.Line));
                break;
            case "trips.txt" when row.Text("trip_id").Length > 0:
                feed.Trips.Add(Trip(row));
                break;
            case "stop_times.txt" when row.Text("trip_id").Length > 0 && row.Integer("stop_sequence") is not null:
                TakeStopTime(row);
                break;
            case "calendar.txt" when row.Date("start_date") is { } start && row.Date("end_date") is { } end:
                feed.Calendars.Add(new GtfsCalendar(
                    row.Text("service_id"),
                    [.. "monday tuesday wednesday thursday friday saturday sunday".Split(' ')
                        .Select(d => row.Text(d) == "1")],
                    start, end));
                break;
            case "calendar_dates.txt" when row.Date("date") is { } date && row.Text("exception_type") is "1" or "2":
                feed.CalendarDates.Add(
                    new GtfsCalendarDate(row.Text("service_id"), row.Date("date")!.Value,
                        row.Text("exception_type") == "1"));
                break;
            case "frequencies.txt" when row.Time("start_time") is { } start && row.Time("end_time") is { } end
                && row.Integer("headway_secs") is > 0:
                feed.Frequencies.Add(new GtfsFrequency(
                    row.Text("trip_id"), start, end, row.Integer("headway_secs")!.Value,
                    row.Text("exact_times") == "1", row.Line));
                break;
            case "transfers.txt":
                feed.Transfers.Add(Transfer(row));
                break;
            case "translations.txt":
                feed.Translations.Add(new GtfsTranslation(
                    row.Text("table_name"), row.Text("field_name"), row.Text("language"), row.Text("translation"),
                    row.Text("record_id"), row.Text("record_sub_id"), row.Text("field_value")));
                break;
            case "feed_info.txt":
                feed.Information ??= new GtfsFeedInformation(
                    row.Text("feed_publisher_name"), row.Text("feed_lang"), row.Date("feed_start_date"),
                    row.Date("feed_end_date"), row.Text("feed_version"));
                break;
        }
    }

    private static GtfsStop Stop(GtfsRow row) => new(
        row.Text("stop_id"), row.Text("stop_code"), row.Text("stop_name"),
        row.Number("stop_lat") is { } lat && Math.Abs(lat) <= 90 ? lat : null,
        row.Number("stop_lon") is { } lon && Math.Abs(lon) <= 180 ? lon : null,
        row.Integer("location_type") ?? 0, row.Text("parent_station"), row.Integer("wheelchair_boarding") ?? 0,
        row.Text("stop_timezone"), row.Line);

    private static GtfsTrip Trip(GtfsRow row) => new(
        row.Text("trip_id"), row.Text("route_id"), row.Text("service_id"), row.Text("trip_headsign"),
        row.Text("trip_short_name"), row.Text("block_id"), row.Integer("wheelchair_accessible") ?? 0,
        row.Integer("bikes_allowed") ?? 0, row.Integer("pickup_type") ?? 0, row.Freight(), row.Line);

    private void TakeStopTime(GtfsRow row)
    {
        var id = row.Text("trip_id");
        if (!feed.StopTimes.TryGetValue(id, out var times)) feed.StopTimes[id] = times = [];
        times.Add(new GtfsStopTime(
            row.Text("stop_id"), row.Time("arrival_time"), row.Time("departure_time"),
            row.Integer("stop_sequence")!.Value, row.Integer("pickup_type") ?? 0, row.Integer("drop_off_type") ?? 0,
            row.Integer("timepoint"), row.Line));
    }

    private static GtfsTransfer Transfer(GtfsRow row) => new(
        row.Text("from_stop_id"), row.Text("to_stop_id"), row.Text("from_route_id"), row.Text("to_route_id"),
        row.Text("from_trip_id"), row.Text("to_trip_id"), row.Integer("transfer_type") ?? 0,
        row.Integer("min_transfer_time") is { } seconds and >= 0 ? seconds : null, row.Line);
}
