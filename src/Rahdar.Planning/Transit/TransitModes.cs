namespace Rahdar.Planning.Transit;

/// <summary>Words for the route types of GTFS.</summary>
/// <remarks>Source: GTFS Schedule reference, routes.route_type; extended route types, whose hundreds group by mode. A
/// plain rail route (2) says nothing of its class and counts as regional.</remarks>
public static class TransitModes
{
    /// <summary>The words of a route type, the general one last: `rail-regional`, `rail`.</summary>
    public static IReadOnlyList<string> Of(int routeType) => routeType switch
    {
        0 or 5 or >= 900 and <= 906 => ["tram"],
        1 or >= 400 and <= 405 => ["subway"],
        2 or 100 or 106 or 107 or 108 => ["rail-regional", "rail"],
        101 => ["rail-highspeed", "rail"],
        102 => ["rail-longdistance", "rail"],
        103 => ["rail-regional-fast", "rail"],
        104 or 105 => ["rail-night", "rail"],
        109 or 300 => ["rail-suburban", "rail"],
        >= 110 and <= 117 => ["rail-other", "rail"],
        3 or 11 or >= 700 and <= 717 or 800 => ["bus"],
        >= 200 and <= 209 => ["coach"],
        4 or 1000 or 1200 => ["ship", "ferry"],
        6 or >= 1300 and <= 1307 => ["cable-car"],
        7 or 1400 => ["funicular"],
        12 => ["monorail"],
        1100 => ["air"],
        >= 1500 and <= 1507 => ["taxi"],
        _ => ["other"],
    };
}
