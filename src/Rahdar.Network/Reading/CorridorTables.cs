using NodaTime;
using Rahdar.Network.Places;

namespace Rahdar.Network.Reading;

/// <summary>All CSV tables of a corridor, read once, with the ids they may name.</summary>
internal sealed class CorridorTables
{
    private readonly Dictionary<string, CsvTable> _tables = [];
    private readonly IdSet _linkedPlaces;
    private readonly IdSet _places;

    // file, required columns, id column (empty: none must be unique)
    internal static readonly (string File, string Required, string Id)[] Shapes =
    [
        ("network/places.csv", "id,name,country,lat,lon,kinds,id_scheme", "id"),
        ("facts/places_needed.csv", "id,name,country,lat,lon,kind", "id"),
        ("facts/borders.csv", "border_id,name,place_a,place_b,mode,direction,open_days,open_hours_local,tz_a,tz_b,"
            + "clear_min_h,"
            + "clear_mode_h,clear_max_h,clear_mean_h,cost_usd_min,cost_usd_mode,cost_usd_max,capacity_per_day,"
            + "capacity_unit,"
            + "status,status_date,source,confidence,note", "border_id"),
        ("facts/border_closures.csv", "closure_id,border_id,from_date,to_date,scope,kind,cause,verification,source,"
            + "confidence,note",
            "closure_id"),
        ("facts/gauge_change.csv", "gauge_id,place_id,name,from_gauge_mm,to_gauge_mm,method,capacity_min_per_day,"
            + "capacity_mode_per_day,capacity_max_per_day,capacity_unit,hours_per_train_min,hours_per_train_mode,"
            + "hours_per_train_max,wait_for_wagons_min_h,wait_for_wagons_mode_h,wait_for_wagons_max_h,cost_min_usd,"
            + "cost_mode_usd,cost_max_usd,status,source,confidence", "gauge_id"),
        ("facts/rail_sections.csv", "section_id,scenario,name,from_id,to_id,via,length_km,gauge_mm,axle_load_t,"
            + "freight_speed_min_kmh,freight_speed_mode_kmh,freight_speed_max_kmh,max_train_length_m,max_gross_t,"
            + "status,"
            + "source,confidence", "section_id"),
        ("facts/services.csv", "service_id,name,mode,operator,stops,freq_per_week_min,freq_per_week_mode,"
            + "freq_per_week_max,"
            + "transit_days_min,transit_days_mode,transit_days_max,capacity_teu,capacity_t,price_usd_min,"
            + "price_usd_mode,"
            + "price_usd_max,price_unit,status,status_date,since,until,source,confidence,note", "service_id"),
        ("facts/service_events.csv", "event_id,service_id,known_from,holds_from,holds_to,status,detail,source,"
            + "confidence",
            "event_id"),
        ("facts/tariffs.csv", "tariff_id,kind,scope,from_id,to_id,mode,vehicle_or_unit_class,unit,currency,value,"
            + "usd_min,"
            + "usd_mode,usd_max,valid_from,valid_to,source,confidence,note", "tariff_id"),
        ("facts/fx.csv", "currency,per_usd,date,source,confidence", ""),
        ("facts/ports.csv", "port_id,terminal,thc_20_usd_min,thc_20_usd_mode,thc_20_usd_max,thc_40_usd_mode,free_days,"
            + "storage_usd_per_day_20,storage_usd_per_day_40,dwell_min_d,dwell_mode_d,dwell_max_d,status,status_date,"
            + "hazard,"
            + "source,confidence", ""),
        ("facts/dwell.csv", "dwell_id,where,applies_to,min_h,mode_h,max_h,source,confidence,note", "dwell_id"),
        ("facts/vehicles.csv", "class_id,country,what,value,unit,source,confidence", "class_id"),
        ("facts/emissions.csv", "factor_id,mode,energy,region,wtw_min,wtw_mode,wtw_max,unit,source,confidence",
            "factor_id"),
        ("facts/calendar.csv", "calendar_id,kind,scope_type,scope,name,from_date,to_date,recurrence,uncertainty_days,"
            + "throughput_share_min,throughput_share_mode,throughput_share_max,source,confidence", "calendar_id"),
        ("facts/incidents.csv", "incident_id,date_from,date_to,place_id,geo_precision_km,kind,affected_mode,title,"
            + "verification,source,confidence", "incident_id"),
        ("facts/projects.csv", "project_id,name,from_id,to_id,status,expected_open_min,expected_open_mode,"
            + "expected_open_max,"
            + "scenario,affects_sections,source,confidence", "project_id"),
        ("facts/project_events.csv", "event_id,project_id,date,event,source,confidence", "event_id"),
        ("facts/terminals.csv", "terminal_id,name,place_id,rail_connected,status,source,confidence", "terminal_id"),
        ("facts/legal.csv", "legal_id,instrument,country_or_list,state,since,source,confidence", "legal_id"),
        ("facts/cpmm.csv", "record_id,data_year,scope_type,scope_id,mode,direction,indicator,value,unit,source,"
            + "confidence,note", "record_id"),
        ("facts/trade.csv", "trade_id,reporter,partner,year,period,direction,commodity,value_usd_m,volume,volume_unit,"
            + "source,confidence,note", "trade_id"),
        ("facts/sources.csv", "source_id,publisher,what,date", "source_id"),
        ("ours/zones.csv", "place_id,zone,source,confidence", "place_id"),
        ("ours/names.csv", "place_id,language,name,source,confidence", ""),
        ("ours/known_from.csv", "closure_id,known_from,shut_probability,source,confidence", "closure_id"),
        ("ours/closures.csv", "closure_id,target_kind,target_id,from_date,to_date,scope,kind,cause,verification,"
            + "known_from,"
            + "source,confidence,note", "closure_id"),
        ("ours/rail_terminals.csv", "place_id,source,confidence", "place_id"),
        ("ours/incident_words.csv", "kind,counts,source,confidence", "kind"),
        ("ours/border_limits.csv", "border_id,limit,source,confidence", "border_id"),
        ("ours/chokepoints.csv", "chokepoint_id,name,link_id,source,confidence", ""),
        ("ours/scope_words.csv", "scope,reach,service_id,source,confidence", "scope"),
        ("ours/service_kinds.csv", "service_id,kind,hop_modes,source,confidence", "service_id"),
        ("ours/service_status.csv", "event_id,service_id,known_from,holds_from,holds_to,status,detail,source,"
            + "confidence",
            "event_id"),
        ("ours/service_words.csv", "status,offered,flag,source,confidence", "status"),
        ("ours/timetable.csv", "service_id,leaves,cut_off_h,source,confidence", ""),
        ("ours/handling.csv", "handling_id,from_carrier,to_carrier,hours_min,hours_mode,hours_max,usd_min,usd_mode,"
            + "usd_max,"
            + "through_port,adds_port_dwell,source,confidence", "handling_id"),
        ("ours/wagons.csv", "wagon_id,gauge_mm,tare_t,teu,payload_t,length_m,axles,source,confidence", "wagon_id"),
        ("ours/storage_tiers.csv", "place_id,ground,from_day,usd_per_day,source,confidence", ""),
        ("ours/defaults.csv", "default_id,what,scope,min,mode,max,unit,source,confidence", "default_id"),
        ("ours/roles.csv", "role,table,row_id,source,confidence", "role"),
        ("ours/papers.csv", "paper_id,topic,kind,moment,country,mode,condition,treaty,treaty_state,parties,name,"
            + "text_en,lead_min,lead_mode,lead_max,lead_unit,legal_id,source,confidence", "paper_id"),
        ("ours/demand.csv", "demand_id,kind,from_id,to_id,border_id,min,mode,max,only,source,confidence,note",
            "demand_id"),
        ("ours/activities.csv", "activity_id,mode,regime,direction,what,min_h,mode_h,max_h,source,confidence,note",
            "activity_id"),
        ("ours/backlogs.csv", "backlog_id,closure_id,border_id,on_date,least,greatest,unit,source,confidence,note",
            "backlog_id"),
        ("ours/project_claims.csv", "claim_id,project_id,from_id,to_id,kind,least,greatest,source,confidence,note",
            "claim_id"),
        (LineReader.TrainFile, "train_id,name,gauge_mm,locomotives,locomotive_t,locomotive_m,power_kw,pull_kn,"
            + "locomotive_base_permil,locomotive_air_permil,wagon_id,wagons,wagon_gross_t,wagon_base_permil,"
            + "wagon_air_permil,rotating_factor,speed_limit_kmh,braking_mps2,source,confidence,note", "train_id"),
        (LineReader.OperationFile, "section_id,train_id,freight_limit_kmh,block_min_km,block_mode_km,block_max_km,"
            + "blocks_between,work_min_minutes,work_mode_minutes,work_max_minutes,window_minutes,reliability,"
            + "efficiency,source,confidence,note", "section_id"),
        ("ours/observation.csv", "key,value,source,confidence", "key"),
    ];

    internal CorridorTables(CorridorFiles files, FaultCollector faults)
    {
        foreach (var (file, required, id) in Shapes)
        {
            var table = CsvTable.Read(files, file, required, faults);
            _tables[file] = table;
            if (id.Length > 0) CheckUnique(table, id);
            foreach (var row in table.Rows) row.CheckGrade();
        }
        _linkedPlaces = Ids("network/places.csv", "id");
        _places = _linkedPlaces.With(Ids("facts/places_needed.csv", "id"));
    }

    internal IReadOnlyList<CsvTable> All => [.. _tables.Values];

    internal IReadOnlyList<CsvRow> Rows(string file) => _tables[file].Rows;

    /// <summary>Ids that stand in a column of a table; any id may have stood in a cell that is empty now.</summary>
    internal IdSet Ids(string file, string column)
    {
        var ids = Rows(file).Select(r => r.Text(column)).ToHashSet();
        return new IdSet(ids, IsComplete(file) && !ids.Contains(""));
    }

    /// <summary>Whether every row of a table could be read.</summary>
    internal bool IsComplete(string file) => _tables[file].IsComplete;

    /// <summary>Whether a place of that id may exist, also one that no link touches.</summary>
    internal bool MayBePlace(string id) => id.Length > 0 && _places.MayHold(id);

    /// <summary>Whether a place of that id may exist that links may touch.</summary>
    internal bool MayBeLinkedPlace(string id) => id.Length > 0 && _linkedPlaces.MayHold(id);

    /// <summary>Place named in a column; null and a fault when there is none of that id.</summary>
    internal PlaceId? RequirePlace(CsvRow row, string column)
    {
        var text = row.Text(column);
        if (MayBePlace(text)) return new PlaceId(text);
        FaultPlace(row, column, text);
        return null;
    }

    /// <summary>Reports an id that is no place.</summary>
    internal static void FaultPlace(CsvRow row, string column, string id) => row.Fault(
        column, "ref:unknown-place",
        id.Length == 0 ? "no place named" : $"`{CsvRow.Shorten(id)}` is no place of the network");

    /// <summary>Reports an id of a column that certainly stands nowhere.</summary>
    internal static void CheckId(CsvRow row, string column, IdSet ids, string what)
    {
        if (!ids.MayHold(row.Text(column)))
            row.Fault(column, "ref:unknown-id", $"`{CsvRow.Shorten(row.Text(column))}` is no {what}");
    }

    internal LocalDate ObservationDate(string key, LocalDate fallback) => Observation(key)?.Date("value") ?? fallback;

    /// <summary>A number of ours/observation.csv, 0 to 100,000.</summary>
    internal decimal ObservationNumber(string key, decimal fallback) =>
        Observation(key)?.Number("value", 0, 100_000) ?? fallback;

    /// <summary>Checks the names that no reader checks because it does not need them.</summary>
    internal void CheckIds()
    {
        foreach (var file in new[] { "facts/terminals.csv", "ours/rail_terminals.csv", "ours/zones.csv",
            "ours/names.csv" })
            foreach (var row in Rows(file)) RequirePlace(row, "place_id");
        foreach (var row in Rows("facts/terminals.csv")) row.Word("rail_connected", CsvRow.YesNo, false);
        CheckEach("facts/project_events.csv", "project_id", "facts/projects.csv", "project_id", "project");
        CheckEach("ours/known_from.csv", "closure_id", "facts/border_closures.csv", "closure_id", "closure");
        CheckEach("ours/service_kinds.csv", "service_id", "facts/services.csv", "service_id", "service");
        CheckEach("ours/border_limits.csv", "border_id", "facts/borders.csv", "border_id", "border");
        foreach (var row in Rows("ours/roles.csv")) CheckRole(row);
    }

    private void CheckEach(string file, string column, string target, string targetColumn, string what)
    {
        var ids = Ids(target, targetColumn);
        foreach (var row in Rows(file)) CheckId(row, column, ids, what);
    }

    private void CheckRole(CsvRow role)
    {
        // The row id of a back-haul role is a word of the unit class and no row.
        if (role.Text("role").StartsWith("haulage-back:", StringComparison.Ordinal)) return;
        if (!FigureTableReader.IdColumns.TryGetValue(role.Text("table"), out var column))
            role.Fault("table", "value:unknown-word", $"`{CsvRow.Shorten(role.Text("table"))}` is not one of "
                + string.Join(", ", FigureTableReader.IdColumns.Keys));
        else CheckId(role, "row_id", Ids($"facts/{role.Text("table")}.csv", column), $"row of {role.Text("table")}");
    }

    private CsvRow? Observation(string key) => Rows("ours/observation.csv").FirstOrDefault(r => r.Text("key") == key);

    private static void CheckUnique(CsvTable table, string column)
    {
        var seen = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            var id = row.Text(column);
            if (id.Length == 0) row.Fault(column, "value:missing", $"`{column}` is empty");
            else if (!seen.TryAdd(id, row.Line))
                row.Fault(column, "csv:duplicate-id", $"`{CsvRow.Shorten(id)}` stands already in line {seen[id]}");
        }
    }
}
