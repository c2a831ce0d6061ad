using System.Globalization;
using System.Text;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;

namespace Rahdar.Tests.Drawing;

/// <summary>Writes a drawing as the product's own input files and reads them with the product's own reader.</summary>
/// <remarks>So a drawing tests the whole way from files to plans; nothing of the planner is bypassed.</remarks>
public static class DrawnCorridor
{
    private static readonly string[] Coordinates = ["-72", "-56", "-40", "-24", "-8", "8", "24", "40", "56", "72"];

    /// <summary>The question of a drawing.</summary>
    public static PlanQuery QueryOf(CorridorDrawing d) => new(
        new PlaceId(d.Query.From), new PlaceId(d.Query.To), d.Query.Ready, d.Query.Ready.InUtc().Date.PlusDays(-1),
        new Cargo(d.Cargo.Boxes, 20, d.Cargo.TonnesABox))
    {
        Avoid = d.TrucksOn ? new HashSet<string>() : new HashSet<string> { "trucks" },
    };

    /// <summary>The network of a drawing, closures applied as a scenario.</summary>
    public static CorridorNetwork NetworkOf(
        CorridorDrawing d, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string,
        string>>? change = null)
    {
        var files = FilesOf(d);
        var outcome = CorridorReader.Read(CorridorFiles.InMemory("drawing", change is null ? files : change(files)));
        if (outcome.Network is null) throw new InvalidOperationException(string.Join("\n", outcome.Faults));
        if (d.Closures.Count == 0) return outcome.Network;
        var text = new StringBuilder("scenario drawing\n");
        foreach (var c in d.Closures)
            text.Append(CultureInfo.InvariantCulture, $"close-border {BorderId(d, c.From, c.To, c.Mode)} "
                + $"from={c.Date:uuuu-MM-dd} days={c.Days}/{c.Days}/{c.Days} override\n");
        var faults = new FaultCollector();
        var scenario = ScenarioReader.Read("drawing", text.ToString(), outcome.Network, faults)
            ?? throw new InvalidOperationException(string.Join("\n", faults.Faults));
        return ScenarioApply.Apply(outcome.Network, scenario);
    }

    /// <summary>Input files of a drawing by name.</summary>
    public static Dictionary<string, string> FilesOf(CorridorDrawing d)
    {
        var tables = CorridorTables.Shapes.ToDictionary(s => s.File, s => new DrawnTable(s.Required));
        Basics(d, tables);
        Borders(d, tables);
        Rail(d, tables);
        Services(d, tables);
        Prices(d, tables);
        Storage(d, tables);
        Emissions(d, tables);
        var files = tables.ToDictionary(t => t.Key, t => t.Value.ToString());
        foreach (var mode in new[] { "rail", "road", "sea" }) files[$"network/{mode}.geojson"] = GeoJson(d, mode);
        return files;
    }

    private static void Basics(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        for (var i = 0; i < d.Places.Count; i++)
        {
            var p = d.Places[i];
            t["network/places.csv"]
                .Add(("id", p.Id), ("name", p.Id), ("country", p.Country), ("lat", Coordinates[i % 10]), ("lon", "60"),
                ("kinds", "city"));
            t["ours/zones.csv"].Add(("place_id", p.Id), ("zone", p.Zone.Id), ("confidence", "low"));
        }
        foreach (var h in d.Holidays.Index())
            t["facts/calendar.csv"]
                .Add(("calendar_id", $"H{h.Index}"), ("kind", "holiday"), ("scope_type", "country"),
                ("scope", h.Item.Country),
                ("from_date", $"{h.Item.First:uuuu-MM-dd}"), ("to_date", $"{h.Item.Last:uuuu-MM-dd}"),
                    ("recurrence", "dated"),
                ("throughput_share_mode", N(h.Item.Share)));
        t["ours/scope_words.csv"].Add(("scope", "all"), ("reach", "freight"));
        t["ours/service_words.csv"].Add(("status", "running"), ("offered", "yes"));
        Default(t, "closure-days", 0);
        Default(t, "cut-off", 0);
        Default(t, "regime-weight", 0);
        Default(t, "value-of-time", 24);
        Default(t, "request-teu", d.RequestOn ? 1 : 1_000_000);
        Default(t, "truck-gross", 1000);
        Default(t, "truck-places", 1);
        if (d.Split is { } split)
        {
            Default(t, "split-work", split.WorkHours);
            Default(t, "split-headway", split.HeadwayHours);
            Default(t, "split-locomotive", split.LocomotiveUsd);
        }
        Role(t, "driver-hours:1", "dwell", "facts/dwell.csv", "dwell_id", "DRIVE", ("min_h", "9"), ("mode_h", "9"),
            ("max_h", "9"));
        var build = N(d.RequestBuildHours ?? 0);
        Role(t, "request-build", "dwell", "facts/dwell.csv", "dwell_id", "BUILD", ("min_h", build), ("mode_h", build),
            ("max_h", build));
        Role(t, "truck-tare", "vehicles", "facts/vehicles.csv", "class_id", "TARE", ("value", "10"), ("unit", "t"));
        Role(t, "teu-ratio", "tariffs", "facts/tariffs.csv", "tariff_id", "RATIO", ("usd_mode", "1"));
        foreach (var h in d.Handlings.Index())
        {
            var sea = h.Item.From == "sea" || h.Item.To == "sea" ? "yes" : "no";
            t["ours/handling.csv"]
                .Add(("handling_id", $"HP{h.Index}"), ("from_carrier", h.Item.From), ("to_carrier", h.Item.To),
                ("hours_mode", N(h.Item.Hours)), ("usd_mode", N(h.Item.Usd)), ("through_port", sea),
                    ("adds_port_dwell", sea));
        }
    }

    private static void Borders(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        foreach (var b in d.Borders)
        {
            var id = BorderId(d, b.From, b.To, b.Mode);
            var (days, hours) = Hours(b);
            t["facts/borders.csv"]
                .Add(("border_id", id), ("name", id), ("place_a", b.From), ("place_b", b.To), ("mode", b.Mode),
                ("direction", "both"),
                ("open_days", days), ("open_hours_local", hours), ("tz_a", ZoneOf(d, b.From)),
                    ("tz_b", ZoneOf(d, b.To)),
                ("clear_mode_h", N(b.Hours)), ("cost_usd_mode", N(b.Usd)), ("status", "open"));
        }
        foreach (var q in d.Disputes.Index())
        {
            var known = $"{d.Query.Ready.InUtc().Date.PlusDays(-1):uuuu-MM-dd}";
            t["facts/border_closures.csv"]
                .Add(("closure_id", $"Q{q.Index}"), ("border_id", BorderId(d, q.Item.From, q.Item.To, q.Item.Mode)),
                ("from_date", known), ("scope", "all"), ("kind", "war"), ("verification", "reported"));
            t["ours/known_from.csv"]
                .Add(("closure_id", $"Q{q.Index}"), ("known_from", known), ("shut_probability", N(q.Item.Probability)));
        }
    }

    private static void Rail(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        foreach (var link in d.Links.Where(l => l.Mode == "rail"))
        {
            var speed = SpeedOf(d, link.From[..2], "rail");
            t["facts/rail_sections.csv"]
                .Add(("section_id", $"S-{link.From}-{link.To}-{link.Gauge}"), ("scenario", "baseline"),
                ("name", "drawn"),
                ("from_id", link.From), ("to_id", link.To), ("length_km", N(link.Kilometres)),
                    ("gauge_mm", $"{link.Gauge}"),
                ("freight_speed_mode_kmh", speed),
                ("max_train_length_m", link.LongestMetres is { } longest ? N(longest) : ""),
                ("max_gross_t", link.HeaviestTonnes is { } heaviest ? N(heaviest) : ""));
        }
        foreach (var gauge in d.Gauges.Index())
            t["facts/gauge_change.csv"]
                .Add(("gauge_id", $"G{gauge.Index}"), ("place_id", gauge.Item.Place),
                ("from_gauge_mm", $"{gauge.Item.GaugeA}"),
                ("to_gauge_mm", $"{gauge.Item.GaugeB}"), ("hours_per_train_mode", N(gauge.Item.WorkHours)),
                ("wait_for_wagons_mode_h", N(gauge.Item.WaitHours)), ("cost_mode_usd", N(gauge.Item.Usd)),
                    ("status", "operating"));
        // Two gauges that meet without a yard in the drawing: the network wants a row, so a yard that is only proposed
        // stands there.
        foreach (var place in d.Places)
        {
            var met = d.Links.Where(l => l.Gauge is not null && (l.From == place.Id || l.To == place.Id))
                .Select(l => l.Gauge!.Value).Distinct().Order().ToList();
            for (var i = 1; i < met.Count; i++)
                if (!d.Gauges.Any(
                    g => g.Place == place.Id && (g.GaugeA, g.GaugeB) is var (a, b)
                    && (a == met[i - 1] && b == met[i] || b == met[i - 1] && a == met[i])))
                    t["facts/gauge_change.csv"]
                        .Add(("gauge_id", $"P-{place.Id}-{i}"), ("place_id", place.Id),
                        ("from_gauge_mm", $"{met[i - 1]}"),
                        ("to_gauge_mm", $"{met[i]}"), ("status", "proposed"));
        }
        foreach (var gauge in d.Links.Where(l => l.Gauge is not null).Select(l => l.Gauge!.Value).Distinct())
            t["ours/wagons.csv"]
                .Add(("wagon_id", $"W{gauge}"), ("gauge_mm", $"{gauge}"), ("tare_t", "20"), ("teu", "1"),
                ("payload_t", "60"),
                ("length_m", "10"), ("axles", "4"));
        var stops = d.Trains.Where(s => s.Mode == "rail").SelectMany(s => s.Stops).Concat(d.Gauges.Select(g => g.Place))
            .Distinct();
        foreach (var place in stops.Where(_ => d.RequestOn))
            t["facts/terminals.csv"].Add(("terminal_id", $"T-{place}"), ("place_id", place), ("rail_connected", "yes"));
    }

    private static void Services(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        foreach (var s in d.Trains)
        {
            var days = d.TransitDays.FirstOrDefault(x => x.Train == s.Id);
            t["facts/services.csv"]
                .Add(("service_id", s.Id), ("name", s.Id), ("stops", string.Join('|', s.Stops)),
                ("freq_per_week_mode", s.Weekly is { } f ? N(f) : ""),
                ("transit_days_mode", days is null ? "" : N(days.Days)), ("capacity_teu", $"{s.Capacity}"),
                    ("status", "running"));
            t["ours/service_kinds.csv"]
                .Add(("service_id", s.Id), ("kind", s.Weekly is null ? "timetabled" : "frequency"),
                ("hop_modes", string.Join('|', Enumerable.Repeat(s.Mode, s.Stops.Count - 1))));
            foreach (var leaves in s.Departures ?? [])
                t["ours/timetable.csv"]
                    .Add(("service_id", s.Id),
                    ("leaves", leaves.ToString("uuuu-MM-ddTHH:mm", CultureInfo.InvariantCulture)),
                    ("cut_off_h", N(s.CutoffHours!.Value)));
        }
    }

    private static void Prices(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        foreach (var r in d.Rates)
            t["facts/tariffs.csv"]
                .Add(("tariff_id", $"{r.Mode}-{r.Country}"), ("kind", r.Mode == "road" ? "haulage" : "rail_freight"),
                ("scope", r.Country),
                ("unit", r.Mode == "road" ? "USD/km" : "USD/FEU-km"), ("currency", "USD"),
                    ("usd_mode", N(r.UsdAKilometre)));
        foreach (var s in d.SeaPrices)
            t["facts/tariffs.csv"]
                .Add(("tariff_id", $"sea-{s.From}-{s.To}"), ("kind", "sea_freight"), ("scope", "sea"),
                ("from_id", s.From), ("to_id", s.To),
                ("unit", "USD/TEU"), ("currency", "USD"), ("usd_mode", N(s.Usd)));
        foreach (var s in d.Speeds.Where(s => s.Mode == "road"))
            t["facts/dwell.csv"]
                .Add(("dwell_id", $"D-TRUCK-SPEED-{s.Country}"), ("where", $"{s.Country} road"),
                ("mode_h", N(s.KilometresAnHour)));
    }

    private static void Storage(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        Default(t, "yard-free-days", 0);
        foreach (var p in d.Ports)
        {
            t["facts/ports.csv"]
                .Add(("port_id", p.Place), ("free_days", $"{p.Tariff.FreeDays}"),
                ("storage_usd_per_day_20", N(p.Tariff.Rate)),
                ("dwell_mode_d", N(p.DwellHours / 24m)), ("thc_20_usd_mode", N(p.ThcUsd)));
            Tier(t, p.Place, "port", p.Tariff);
        }
        foreach (var y in d.Yards)
        {
            Default(t, $"yard-storage:{y.Place}", y.Tariff.Rate);
            Default(t, $"yard-free-days:{y.Place}", y.Tariff.FreeDays);
            Tier(t, y.Place, "yard", y.Tariff);
        }
    }

    private static void Tier(Dictionary<string, DrawnTable> t, string place, string ground, DrawnTariff tariff)
    {
        if (tariff.ThenRate is { } rate)
            t["ours/storage_tiers.csv"]
                .Add(("place_id", place), ("ground", ground), ("from_day", $"{tariff.ThenFromDay}"),
                ("usd_per_day", N(rate)));
        if (tariff.LongestStayDays is { } longest) Default(t, $"longest-stay:{ground}:{place}", longest);
    }

    private static void Emissions(CorridorDrawing d, Dictionary<string, DrawnTable> t)
    {
        foreach (var role in new[] { "emission:handling", "emission:gauge", "emission:road:*", "emission:rail-diesel:*",
            "emission:rail-electric:*" })
            Role(t, role, "emissions", "facts/emissions.csv", "factor_id", role.Replace(':', '-'), ("wtw_mode", "0"),
                ("unit", "zero"));
        var sea = d.EmissionFactors.FirstOrDefault(e => e.Mode == "sea")?.GramsATonneKilometre ?? 0;
        Role(t, "emission:sea", "emissions", "facts/emissions.csv", "factor_id", "SEA", ("wtw_mode", N(sea)),
            ("unit", "g"));
        foreach (var e in d.EmissionFactors.Where(e => e.Country is not null))
            t["facts/emissions.csv"]
                .Add(("factor_id", $"E-ART-{e.Mode}-{e.Country}"), ("mode", e.Mode), ("energy", "diesel"),
                ("region", e.Country!),
                ("wtw_mode", N(e.GramsATonneKilometre)), ("unit", "g CO2e/t-km"));
    }

    private static string GeoJson(CorridorDrawing d, string mode)
    {
        var features = d.Links.Where(l => l.Mode == mode).Select(l =>
        {
            var gauge = l.Gauge is null ? "" : $"\"gauge_mm\":{l.Gauge},";
            var id = $"{mode}-{l.From}-{l.To}-{l.Gauge}";
            return $"{{\"type\":\"Feature\",\"properties\":{{\"id\":\"{id}\",\"from\":\"{l.From}\",\"to\":\"{l.To}\","
                + $"\"mode\":\"{mode}\",{gauge}"
                + $"\"route_km\":{N(l.Kilometres)},\"status\":\"operating\",\"route_basis\":\"published\","
                + $"\"service\":\"sea\"}},"
                + $"\"geometry\":{{\"type\":\"LineString\",\"coordinates\":[[60,{LatitudeOf(d, l.From)}],[60,"
                + $"{LatitudeOf(d, l.To)}]]}}}}";
        });
        return $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(",\n", features)}]}}";
    }

    private static string LatitudeOf(CorridorDrawing d, string id) =>
        Coordinates[d.Places.ToList().FindIndex(p => p.Id == id) % 10];

    private static string ZoneOf(CorridorDrawing d, string id) => d.Places.First(p => p.Id == id).Zone.Id;

    private static string SpeedOf(CorridorDrawing d, string country, string mode) =>
        d.Speeds.FirstOrDefault(s => s.Country == country && s.Mode == mode) is { } s ? N(s.KilometresAnHour) : "";

    private static string BorderId(CorridorDrawing d, string a, string b, string mode)
    {
        var row = d.Borders.First(x => x.Mode == mode && (x.From == a && x.To == b || x.From == b && x.To == a));
        return $"B-{row.From}-{row.To}-{mode}";
    }

    private static (string Days, string Hours) Hours(DrawnBorder b)
    {
        string[] words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        var set = b.OpenDays.ToHashSet();
        var first = Enumerable.Range(0, 7)
            .FirstOrDefault(i => set.Contains((IsoDayOfWeek)(i + 1)) && !set.Contains((IsoDayOfWeek)((i + 6) % 7 + 1)));
        var days = set.Count == 7 ? "mon-sun" : $"{words[first]}-{words[(first + set.Count - 1) % 7]}";
        return (days, $"{b.OpenMinute / 60:00}:{b.OpenMinute % 60:00}-{b.CloseMinute / 60:00}:{b.CloseMinute % 60:00}");
    }

    private static void Default(Dictionary<string, DrawnTable> t, string what, decimal value) =>
        t["ours/defaults.csv"].Add(("default_id", $"DF-{what}"), ("what", what), ("scope", "*"), ("mode", N(value)));

    private static void Role(
        Dictionary<string, DrawnTable> t, string role, string table, string file, string idColumn, string id,
            params (string, string)[] cells)
    {
        t[file].Add([(idColumn, id), .. cells]);
        t["ours/roles.csv"].Add(("role", role), ("table", table), ("row_id", id));
    }

    private static string N(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>A CSV table being written: columns fixed, missing cells empty.</summary>
internal sealed class DrawnTable(string columns)
{
    private readonly string[] _columns = columns.Split(',');
    private readonly List<string> _rows = [];

    public void Add(params (string Column, string Text)[] cells)
    {
        foreach (var (column, _) in cells)
            if (!_columns.Contains(column)) throw new ArgumentException($"no column {column}");
        _rows.Add(string.Join(',', _columns.Select(c => cells.FirstOrDefault(x => x.Column == c).Text ?? "")));
    }

    public override string ToString() => string.Join('\n', _rows.Prepend(columns)) + "\n";
}
