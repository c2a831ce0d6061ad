namespace Rahdar.Network.Gtfs.Rules;

/// <summary>Stops, stations and what lies in them; agencies of routes; translations.</summary>
internal sealed class StopRules(GtfsFeed feed, NoticeBook notices)
{
    private const string File = "stops.txt";

    private static readonly HashSet<string> Tables =
    [
        "agency", "stops", "routes", "trips", "stop_times", "feed_info", "pathways", "levels", "attributions",
    ];

    internal void Check()
    {
        var types = new Dictionary<string, int>();
        foreach (var stop in feed.Stops) types.TryAdd(stop.Id, stop.LocationType);
        foreach (var stop in feed.Stops) CheckParent(stop, types);
        var parents = feed.Stops.Select(s => s.ParentStation).ToHashSet();
        foreach (var station in feed.Stops.Where(s => s.LocationType == 1 && !parents.Contains(s.Id)))
            notices.Tell("unused_station", File, 0, "stop_id", $"no stop lies in the station {station.Id}");
        CheckAgencies();
        CheckTranslations(types);
    }

    private void CheckParent(GtfsStop stop, Dictionary<string, int> types)
    {
        if (stop.ParentStation.Length == 0)
        {
            if (stop.LocationType is 2 or 3 or 4)
                notices.Error("location_without_parent_station", File, 0, "parent_station",
                    $"{stop.Id} is of a type that lies in a station");
            return;
        }
        if (stop.LocationType == 1)
            notices.Error("station_with_parent_station", File, 0, "parent_station",
                $"{stop.Id} is a station and lies in no other");
        else if (types.TryGetValue(stop.ParentStation, out var parent) && parent != (stop.LocationType == 4 ? 0 : 1))
            notices.Error("wrong_parent_location_type", File, 0, "parent_station",
                $"{stop.Id} lies in {stop.ParentStation}, which is of type {parent}");
    }

    private void CheckAgencies()
    {
        if (feed.Agencies.Count < 2) return;
        foreach (var agency in feed.Agencies.Where(a => a.Id.Length == 0))
            notices.Error("missing_required_field", "agency.txt", 0, "agency_id",
                $"{agency.Name} has no id among several agencies");
        foreach (var route in feed.Routes.Where(r => r.AgencyId.Length == 0))
            notices.Error("missing_required_field", "routes.txt", route.Row, "agency_id",
                $"{route.Id} names no agency among several");
    }

    private void CheckTranslations(Dictionary<string, int> stops)
    {
        var routes = feed.Routes.Select(r => r.Id).ToHashSet();
        foreach (var one in feed.Translations)
        {
            if (!Tables.Contains(one.Table))
                notices.Warn("translation_unknown_table_name", "translations.txt", 0, "table_name",
                    $"`{Reading.CsvRow.Shorten(one.Table)}` is no table that is translated");
            else if (one.RecordId.Length > 0 && one.FieldValue.Length > 0)
                notices.Error("translation_unexpected_value", "translations.txt", 0, "field_value",
                    "a translation is by record or by value, not both");
            else if (one.Table == "stops" && one.RecordId.Length > 0 && !stops.ContainsKey(one.RecordId)
                || one.Table == "routes" && one.RecordId.Length > 0 && !routes.Contains(one.RecordId))
                notices.Error("translation_foreign_key_violation", "translations.txt", 0, "record_id",
                    $"`{Reading.CsvRow.Shorten(one.RecordId)}` stands not in {one.Table}.txt");
        }
    }
}
