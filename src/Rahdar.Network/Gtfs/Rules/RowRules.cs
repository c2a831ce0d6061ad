namespace Rahdar.Network.Gtfs.Rules;

/// <summary>Rules that one row can break by itself, or against a row of the same file read before it.</summary>
/// <remarks>Source: GTFS Schedule reference and best practices; codes of the canonical GTFS validator.</remarks>
internal sealed class RowRules(NoticeBook notices)
{
    private readonly HashSet<string> _routeNames = [];
    private readonly HashSet<string> _agencyUrls = [];
    private readonly HashSet<string> _routeUrls = [];
    private string? _zone;
    private string? _language;
    private (string Shape, double? Distance, double Latitude, double Longitude) _point = ("", null, 0, 0);

    internal void Check(GtfsRow row)
    {
        switch (row.File)
        {
            case "agency.txt":
                CheckAgency(row);
                break;
            case "stops.txt":
                CheckStop(row);
                break;
            case "routes.txt":
                CheckRoute(row);
                break;
            case "stop_times.txt":
                CheckStopTime(row);
                break;
            case "calendar.txt":
                CheckRange(row, "start_date", "end_date", row.Date("start_date"), row.Date("end_date"), true);
                break;
            case "frequencies.txt":
                CheckRange(row, "start_time", "end_time", row.Time("start_time"), row.Time("end_time"), false);
                break;
            case "feed_info.txt":
                CheckFeedInformation(row);
                break;
            case "shapes.txt":
                CheckShape(row);
                break;
            case "attributions.txt":
                if (!new[] { "is_producer", "is_operator", "is_authority" }.Any(c => row.Text(c) == "1"))
                    Warn("attribution_without_role", row, "", "one role is wanted");
                break;
        }
    }

    private void CheckAgency(GtfsRow row)
    {
        _agencyUrls.Add(row.Text("agency_url"));
        _zone ??= row.Text("agency_timezone");
        if (row.Text("agency_timezone") != _zone)
            Error("inconsistent_agency_timezone", row, "agency_timezone", "all agencies of a feed share one zone");
        var language = row.Text("agency_lang");
        if (language.Length == 0) return;
        _language ??= language;
        if (!language.Equals(_language, StringComparison.OrdinalIgnoreCase))
            Warn("inconsistent_agency_lang", row, "agency_lang", "all agencies of a feed share one language");
    }

    private void CheckStop(GtfsRow row)
    {
        var type = row.Integer("location_type") ?? 0;
        if (type is 0 or 1 or 2)
        {
            if (row.Text("stop_name").Length == 0)
                Error("missing_stop_name", row, "stop_name", "stops, stations and entrances have a name");
            if (row.Text("stop_lat").Length == 0 || row.Text("stop_lon").Length == 0)
                Error("stop_without_location", row, "stop_lat", "stops, stations and entrances have a position");
        }
        CheckPosition(row, row.Number("stop_lat"), row.Number("stop_lon"), "stop_lat");
        if (row.Text("stop_name") is { Length: > 0 } name && name == row.Text("stop_desc"))
            Warn("same_name_and_description_for_stop", row, "stop_desc", "the description repeats the name");
        if (row.Text("stop_url") is not { Length: > 0 } url) return;
        if (_agencyUrls.Contains(url)) Warn("same_stop_and_agency_url", row, "stop_url", "the page of an agency");
        if (_routeUrls.Contains(url)) Warn("same_stop_and_route_url", row, "stop_url", "the page of a route");
    }

    private void CheckPosition(GtfsRow row, double? latitude, double? longitude, string field)
    {
        if (latitude is not { } lat || longitude is not { } lon) return;
        if (Math.Abs(lat) <= 1 && Math.Abs(lon) <= 1)
            Error("point_near_origin", row, field, "a position near 0, 0 is a missing one");
        else if (Math.Abs(lat) is >= 89 and <= 90) Error("point_near_pole", row, field, "a position near a pole");
    }

    private void CheckRoute(GtfsRow row)
    {
        var (brief, full) = (row.Text("route_short_name"), row.Text("route_long_name"));
        if (brief.Length == 0 && full.Length == 0)
            Error("route_both_short_and_long_name_missing", row, "route_short_name", "one of the names is required");
        else if (!_routeNames.Add(string.Join('\u001f', row.Text("agency_id"), brief, full, row.Text("route_type"))))
            Warn("duplicate_route_name", row, "route_short_name", "a route of this type has the same names");
        if (brief.Length > 12)
            Warn("route_short_name_too_long", row, "route_short_name", "a short name has at most 12 characters");
        if (brief.Length > 0 && full.StartsWith(brief, StringComparison.OrdinalIgnoreCase)
            && (full.Length == brief.Length || full[brief.Length] is ' ' or '-' or '('))
            Warn("route_long_name_contains_short_name", row, "route_long_name", "the long name repeats the short one");
        if (row.Text("route_desc") is { Length: > 0 } about && (about == brief || about == full))
            Warn("same_name_and_description_for_route", row, "route_desc", "the description repeats a name");
        if (row.Text("route_url") is { Length: > 0 } url)
        {
            _routeUrls.Add(url);
            if (_agencyUrls.Contains(url)) Warn("same_route_and_agency_url", row, "route_url", "the page of an agency");
        }
        CheckContrast(row);
    }

    private void CheckContrast(GtfsRow row)
    {
        if (Brightness(row.Text("route_color")) is not { } ground) return;
        if (Brightness(row.Text("route_text_color")) is { } text && Math.Abs(ground - text) < 72)
            Warn("route_color_contrast", row, "route_color", "the colours can hardly be told apart");
    }

    private static int? Brightness(string color) =>
        color.Length == 6 && int.TryParse(
            color, System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture, out var rgb)
            ? ((rgb >> 16 & 255) * 30 + (rgb >> 8 & 255) * 59 + (rgb & 255) * 11) / 100 : null;

    private void CheckStopTime(GtfsRow row)
    {
        var hasPlace = row.Text("stop_id").Length + row.Text("location_group_id").Length
            + row.Text("location_id").Length > 0;
        if (!hasPlace) Error("missing_required_field", row, "stop_id", "the field is required");
        var (arrival, departure) = (row.Text("arrival_time"), row.Text("departure_time"));
        if (arrival.Length > 0 != departure.Length > 0)
            Error("stop_time_with_only_arrival_or_departure_time", row,
                arrival.Length > 0 ? "departure_time" : "arrival_time", "both times are given, or none");
        CheckRange(
            row, "arrival_time", "departure_time", row.Time("arrival_time"), row.Time("departure_time"), true);
        if (row.Text("timepoint") == "1" && (arrival.Length == 0 || departure.Length == 0))
            Error("stop_time_timepoint_without_times", row, "arrival_time", "an exact stop has both times");
        else if (row.HasColumn("timepoint") && row.Text("timepoint").Length == 0 && arrival.Length > 0)
            Warn("missing_timepoint_value", row, "timepoint", "a time is exact (1) or approximate (0)");
    }

    private void CheckFeedInformation(GtfsRow row)
    {
        var (start, end) = (row.Date("feed_start_date"), row.Date("feed_end_date"));
        CheckRange(row, "feed_start_date", "feed_end_date", start, end, true);
        if (start is null != end is null)
            Warn("missing_feed_info_date", row, start is null ? "feed_start_date" : "feed_end_date",
                "both dates are given, or none");
        if (row.Text("feed_contact_email").Length == 0 && row.Text("feed_contact_url").Length == 0)
            Warn("missing_feed_contact_email_and_url", row, "feed_contact_email", "an address or a page is wanted");
        if (_language is not null && row.Text("feed_lang") is { Length: > 0 } language && language != "mul"
            && !language.Equals(_language, StringComparison.OrdinalIgnoreCase))
            Warn("feed_info_lang_and_agency_lang_mismatch", row, "feed_lang", $"the agencies say {_language}");
    }

    private void CheckShape(GtfsRow row)
    {
        var (lat, lon) = (row.Number("shape_pt_lat") ?? 0, row.Number("shape_pt_lon") ?? 0);
        CheckPosition(row, row.Number("shape_pt_lat"), row.Number("shape_pt_lon"), "shape_pt_lat");
        var (shape, distance) = (row.Text("shape_id"), row.Number("shape_dist_traveled"));
        if (shape == _point.Shape && distance is { } now && _point.Distance is { } before)
        {
            var isSame = lat == _point.Latitude && lon == _point.Longitude;
            if (now < before)
                Error("decreasing_shape_distance", row, "shape_dist_traveled", "the distance grows along a shape");
            else if (now == before && isSame)
                Warn("equal_shape_distance_same_coordinates", row, "shape_dist_traveled", "a point stands twice");
            else if (now == before)
                Error("equal_shape_distance_diff_coordinates", row, "shape_dist_traveled", "two places, one distance");
        }
        _point = (shape, distance, lat, lon);
    }

    private void CheckRange<T>(GtfsRow row, string from, string to, T? start, T? end, bool mayBeEqual)
        where T : struct, IComparable<T>
    {
        if (start is not { } first || end is not { } last) return;
        if (first.CompareTo(last) > 0)
            Error("start_and_end_range_out_of_order", row, from, $"{from} is after {to}");
        else if (!mayBeEqual && first.CompareTo(last) == 0)
            Error("start_and_end_range_equal", row, from, $"{from} equals {to}");
    }

    private void Error(string code, GtfsRow row, string field, string message) =>
        notices.Error(code, row.File, row.Line, field, message);

    private void Warn(string code, GtfsRow row, string field, string message) =>
        notices.Warn(code, row.File, row.Line, field, message);
}
