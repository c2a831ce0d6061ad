namespace Rahdar.Network.Gtfs;

/// <summary>Whether a file or column must be there.</summary>
internal enum Presence
{
    Optional,
    Recommended,
    Required,
}

/// <summary>One column of a file: its type, whether it must be there, and which column it points to.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Type">Word for the type; <see cref="FieldCheck"/> knows them.</param>
/// <param name="Presence">Whether it must be there.</param>
/// <param name="PointsTo">`file.column` of the ids it must be one of; null when none. Several are split by `|`.</param>
internal sealed record ColumnRule(string Name, string Type, Presence Presence, string? PointsTo);

/// <summary>One file: its columns and the columns that make a row unique.</summary>
internal sealed record TableRule(
    string File, Presence Presence, IReadOnlyList<string> Key, IReadOnlyList<ColumnRule> Columns)
{
    internal IReadOnlyDictionary<string, ColumnRule> ByName { get; } = Columns.ToDictionary(c => c.Name);
}

/// <summary>The files of GTFS Schedule that are read and checked, and our freight columns.</summary>
/// <remarks>Source: GTFS Schedule reference (2024-2025 revisions). A line is `name type`, with `!` required, `?`
/// recommended, `-> file.column` for ids. Files of fares, pathways, levels, areas and flexible services are known by
/// name and not read. A file stands after those it points to: they are read in this order.</remarks>
internal static class GtfsSchema
{
    internal static IReadOnlyList<TableRule> Tables { get; } =
    [
        Table("agency.txt", Presence.Required, "agency_id", """
            agency_id id
            agency_name text!
            agency_url url!
            agency_timezone timezone!
            agency_lang language
            agency_phone phone
            agency_fare_url url
            agency_email email
            """),
        Table("stops.txt", Presence.Required, "stop_id", """
            stop_id id!
            stop_code text
            stop_name text
            tts_stop_name text
            stop_desc text
            stop_lat latitude
            stop_lon longitude
            zone_id id
            stop_url url
            location_type 0-4
            parent_station id -> stops.stop_id
            stop_timezone timezone
            wheelchair_boarding 0-2
            level_id id
            platform_code text
            stop_access 0-1
            """),
        Table("routes.txt", Presence.Required, "route_id", """
            route_id id!
            agency_id id -> agency.agency_id
            route_short_name text
            route_long_name text
            route_desc text
            route_type route-type!
            route_url url
            route_color color
            route_text_color color
            route_sort_order count
            continuous_pickup 0-3
            continuous_drop_off 0-3
            network_id id
            freight_kind frequency,fill,timetabled
            freight_per_week_min amount
            freight_per_week_mode amount
            freight_per_week_max amount
            freight_transit_days_min amount
            freight_transit_days_mode amount
            freight_transit_days_max amount
            freight_price_usd_min amount
            freight_price_usd_mode amount
            freight_price_usd_max amount
            freight_price_unit text
            freight_hop_modes text
            freight_status text
            freight_status_date date
            freight_since date
            freight_until date
            freight_distance_km amount
            freight_source text
            freight_confidence high,medium,low
            freight_note text
            """),
        Table("calendar.txt", Presence.Optional, "service_id", """
            service_id id!
            monday 0-1!
            tuesday 0-1!
            wednesday 0-1!
            thursday 0-1!
            friday 0-1!
            saturday 0-1!
            sunday 0-1!
            start_date date!
            end_date date!
            """),
        Table("calendar_dates.txt", Presence.Optional, "service_id,date", """
            service_id id!
            date date!
            exception_type 1-2!
            """),
        Table("shapes.txt", Presence.Optional, "shape_id,shape_pt_sequence", """
            shape_id id!
            shape_pt_lat latitude!
            shape_pt_lon longitude!
            shape_pt_sequence count!
            shape_dist_traveled amount
            """),
        Table("trips.txt", Presence.Required, "trip_id", """
            route_id id! -> routes.route_id
            service_id id! -> calendar.service_id|calendar_dates.service_id
            trip_id id!
            trip_headsign text
            trip_short_name text
            direction_id 0-1
            block_id id
            shape_id id -> shapes.shape_id
            wheelchair_accessible 0-2
            bikes_allowed 0-2
            cars_allowed 0-2
            pickup_type 0-3
            freight_teu amount
            freight_tonnes amount
            freight_wagons count
            freight_cut_off_h amount
            freight_min_teu amount
            freight_cargo_classes text
            """),
        Table("stop_times.txt", Presence.Required, "trip_id,stop_sequence", """
            trip_id id! -> trips.trip_id
            arrival_time time
            departure_time time
            stop_id id -> stops.stop_id
            location_group_id id
            location_id id
            stop_sequence count!
            stop_headsign text
            start_pickup_drop_off_window time
            end_pickup_drop_off_window time
            pickup_type 0-3
            drop_off_type 0-3
            continuous_pickup 0-3
            continuous_drop_off 0-3
            shape_dist_traveled amount
            timepoint 0-1
            pickup_booking_rule_id id
            drop_off_booking_rule_id id
            """),
        Table("frequencies.txt", Presence.Optional, "trip_id,start_time", """
            trip_id id! -> trips.trip_id
            start_time time!
            end_time time!
            headway_secs positive!
            exact_times 0-1
            """),
        Table("transfers.txt", Presence.Optional,
            "from_stop_id,to_stop_id,from_trip_id,to_trip_id,from_route_id,to_route_id", """
            from_stop_id id -> stops.stop_id
            to_stop_id id -> stops.stop_id
            from_route_id id -> routes.route_id
            to_route_id id -> routes.route_id
            from_trip_id id -> trips.trip_id
            to_trip_id id -> trips.trip_id
            transfer_type 0-5
            min_transfer_time count
            """),
        Table("feed_info.txt", Presence.Recommended, "", """
            feed_publisher_name text!
            feed_publisher_url url!
            feed_lang language!
            default_lang language
            feed_start_date date?
            feed_end_date date?
            feed_version text?
            feed_contact_email email
            feed_contact_url url
            """),
        Table("translations.txt", Presence.Optional,
            "table_name,field_name,language,record_id,record_sub_id,field_value",
            """
            table_name text!
            field_name text!
            language language!
            translation text!
            record_id id
            record_sub_id id
            field_value text
            """),
        Table("fare_attributes.txt", Presence.Optional, "fare_id", """
            fare_id id!
            price amount!
            currency_type currency!
            payment_method 0-1!
            transfers 0-2
            agency_id id -> agency.agency_id
            transfer_duration count
            """),
        Table("fare_rules.txt", Presence.Optional, "fare_id,route_id,origin_id,destination_id,contains_id", """
            fare_id id! -> fare_attributes.fare_id
            route_id id -> routes.route_id
            origin_id id -> stops.zone_id
            destination_id id -> stops.zone_id
            contains_id id -> stops.zone_id
            """),
        Table("attributions.txt", Presence.Optional, "attribution_id", """
            attribution_id id
            agency_id id -> agency.agency_id
            route_id id -> routes.route_id
            trip_id id -> trips.trip_id
            organization_name text!
            is_producer 0-1
            is_operator 0-1
            is_authority 0-1
            attribution_url url
            attribution_email email
            attribution_phone phone
            """),
    ];

    /// <summary>Files of the reference that are taken as they are: not read, and not strange.</summary>
    internal static IReadOnlySet<string> NotRead { get; } = new HashSet<string>
    {
        "areas.txt", "stop_areas.txt", "networks.txt", "route_networks.txt", "timeframes.txt", "rider_categories.txt",
        "fare_media.txt", "fare_products.txt", "fare_leg_rules.txt", "fare_leg_join_rules.txt",
        "fare_transfer_rules.txt", "pathways.txt", "levels.txt", "location_groups.txt", "location_group_stops.txt",
        "locations.geojson", "booking_rules.txt",
    };

    /// <summary>Route types: the basic ones, and those of the extended list (hundreds group by mode).</summary>
    internal static bool IsRouteType(int type) =>
        type is >= 0 and <= 7 or 11 or 12 or >= 100 and <= 117 or >= 200 and <= 209 or >= 400 and <= 405
            or >= 700 and <= 717 or 800 or >= 900 and <= 906 or 1000 or 1100 or 1200 or 1300 or >= 1301 and <= 1307
            or 1400 or >= 1500 and <= 1507 or >= 1700 and <= 1702;

    private static TableRule Table(string file, Presence presence, string key, string columns) => new(
        file, presence, key.Length == 0 ? [] : key.Split(','),
        [.. columns.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Column)]);

    private static ColumnRule Column(string line)
    {
        var parts = line.Split("->", StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ');
        var presence = words[1][^1] switch
        {
            '!' => Presence.Required,
            '?' => Presence.Recommended,
            _ => Presence.Optional,
        };
        return new ColumnRule(
            words[0], words[1].TrimEnd('!', '?'), presence, parts.Length > 1 ? parts[1] : null);
    }
}
