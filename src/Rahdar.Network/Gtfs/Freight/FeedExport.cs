using System.Globalization;
using System.Text;
using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Gtfs.Freight;

/// <summary>The services of a corridor as a GTFS feed with our freight columns.</summary>
/// <remarks>A service known only as so many departures a week becomes a trip with an average headway, so that no reader
/// takes it for a timetable, and one of unknown frequency a trip without days; its figures stand in freight columns,
/// and those are read back. Times of stops between the
/// ends, and of the ends where no transit time was published (a day a hop then), are approximate (timepoint
/// 0).</remarks>
public static class FeedExport
{
    private const int WeekSeconds = 604_800;
    private const int WeeksMax = GtfsLimits.HoursMax / 168;

    /// <summary>Files of the feed by name; services at places without a position are left out.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="from">First day of the feed.</param>
    /// <param name="to">Last day of the feed.</param>
    /// <param name="leftOut">Receives ids of services that were left out.</param>
    public static IReadOnlyDictionary<string, string> Of(
        CorridorNetwork network, LocalDate from, LocalDate to, ICollection<string> leftOut)
    {
        var agencies = new Table("agency_id,agency_name,agency_url,agency_timezone,agency_lang");
        var stops = new Table("stop_id,stop_code,stop_name,stop_lat,stop_lon,stop_timezone");
        var routes = new Table("route_id,agency_id,route_short_name,route_long_name,route_type,freight_kind,"
            + "freight_per_week_min,freight_per_week_mode,freight_per_week_max,freight_transit_days_min,"
            + "freight_transit_days_mode,freight_transit_days_max,freight_price_usd_min,freight_price_usd_mode,"
            + "freight_price_usd_max,freight_price_unit,freight_hop_modes,freight_status,freight_status_date,"
            + "freight_since,freight_until,freight_distance_km,freight_source,freight_confidence,freight_note");
        var trips = new Table("route_id,service_id,trip_id,freight_teu,freight_tonnes,freight_cut_off_h");
        var times = new Table("trip_id,arrival_time,departure_time,stop_id,stop_sequence,timepoint");
        var calendar = new Table(
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date");
        var dates = new Table("service_id,date,exception_type");
        var repeats = new Table("trip_id,start_time,end_time,headway_secs,exact_times");
        var days = new HashSet<int>();
        var operators = new Dictionary<string, string>();
        var places = new HashSet<PlaceId>();
        foreach (var service in network.Services)
        {
            if (!service.Stops.All(network.Places.ContainsKey))
            {
                leftOut.Add(service.Id);
                continue;
            }
            if (operators.TryAdd(service.Operator, $"A{operators.Count + 1}"))
                agencies.Add(operators[service.Operator], service.Operator.Length > 0 ? service.Operator : "not known",
                    "https://example.org/", "Etc/UTC", "en");
            foreach (var place in service.Stops.Where(places.Add).Select(network.GetPlace))
                stops.Add(place.Id.Value, place.Id.Value, place.Name, Number(place.Latitude), Number(place.Longitude),
                    place.Zone.Id);
            routes.Add([service.Id, operators[service.Operator], .. Route(service)]);
            var (teu, tonnes) = (Mode(service.CapacityTeu), Mode(service.CapacityTonnes));
            var departures = network.Timetable.Where(d => d.ServiceId == service.Id && d.KnownUntil is null).ToList();
            if (service.Kind != ServiceKind.Timetabled || departures.Count == 0)
            {
                var often = service.FrequencyPerWeek?.Value.Mode ?? 0;
                var weeks = often <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(1 / often), 1, WeeksMax);
                if (days.Add(weeks)) AddDays(weeks, from, to, calendar, dates);
                trips.Add(service.Id, DaysId(weeks), service.Id, teu, tonnes, "");
                Calls(times, service, service.Id, 0);
                if (weeks > 0)
                    repeats.Add(service.Id, "00:00:00", $"{168 * weeks}:00:00",
                        Math.Clamp((int)(WeekSeconds / often), 1, weeks * WeekSeconds)
                            .ToString(CultureInfo.InvariantCulture), "0");
                continue;
            }
            foreach (var (departure, i) in departures.Select((d, i) => (d, i)))
            {
                var id = $"{service.Id}/{i + 1}";
                var zone = network.GetPlace(service.Stops[0]).Zone;
                var leaves = departure.Leaves.InZoneLeniently(zone).ToInstant().InUtc();
                dates.Add(id, Day(leaves.Date), "1");
                trips.Add(service.Id, id, id, teu, tonnes, Number(departure.CutOff.Value.Mode));
                Calls(times, service, id, (int)(leaves.TimeOfDay.NanosecondOfDay / 1_000_000_000));
            }
        }
        var about = new Table("feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,"
            + "feed_version,feed_contact_url");
        about.Add("Rahdar", "https://example.org/", "en", Day(from), Day(to), Day(from), "https://example.org/");
        return new Dictionary<string, string>
        {
            ["agency.txt"] = agencies.Text,
            ["stops.txt"] = stops.Text,
            ["routes.txt"] = routes.Text,
            ["trips.txt"] = trips.Text,
            ["stop_times.txt"] = times.Text,
            ["calendar.txt"] = calendar.Text,
            ["calendar_dates.txt"] = dates.Text,
            ["frequencies.txt"] = repeats.Text,
            ["feed_info.txt"] = about.Text,
        };
    }

    /// <summary>Days on which a headway begins: Mondays, every so many weeks. A service of which nobody knows how often
    /// it runs has none, so that no reader sees it leave.</summary>
    private static void AddDays(int weeks, LocalDate from, LocalDate to, Table calendar, Table dates)
    {
        var isWeekly = weeks == 1 ? "1" : "0";
        calendar.Add(DaysId(weeks), isWeekly, "0", "0", "0", "0", "0", "0", Day(from), Day(to));
        if (weeks < 2) return;
        for (var day = from.PlusDays(-1).Next(IsoDayOfWeek.Monday); day <= to; day = day.PlusWeeks(weeks))
            dates.Add(DaysId(weeks), Day(day), "1");
    }

    private static string DaysId(int weeks) =>
        weeks switch { 0 => "UNKNOWN", 1 => "WEEKLY", _ => $"EVERY-{weeks}-WEEKS" };

    private static IEnumerable<string> Route(Service s) =>
    [
        "", s.Name, Type(s), s.Kind.ToString().ToLowerInvariant(), .. Spread(s.FrequencyPerWeek),
        .. Spread(s.TransitDays), .. Spread(s.PriceUsd), s.PriceUnit,
        string.Join('|', s.HopModes.Select(m => m == Quantities.Mode.RoRo ? "ro-ro" : m.ToString().ToLowerInvariant())),
        s.Status, s.StatusDate is { } told ? Day(told) : "", s.Since is { } since ? Day(since) : "",
        s.Until is { } until ? Day(until) : "", Mode(s.DistanceKm), .. By(s), s.Note,
    ];

    private static IEnumerable<string> By(Service s)
    {
        var by = new[] { s.FrequencyPerWeek, s.TransitDays, s.CapacityTeu, s.CapacityTonnes, s.PriceUsd, s.DistanceKm }
            .OfType<Figure>().Select(f => f.Provenance).FirstOrDefault();
        return [by?.Source ?? "", by?.Confidence.ToString().ToLowerInvariant() ?? ""];
    }

    private static string Type(Service s) => s.HopModes[0] switch
    {
        Quantities.Mode.Rail => "2",
        Quantities.Mode.Road => "3",
        Quantities.Mode.Air => "1100",
        _ => "4",
    };

    private static void Calls(Table times, Service service, string trip, int start)
    {
        var hops = service.Stops.Count - 1;
        var days = service.TransitDays?.Value.Mode ?? hops;
        var hours = Math.Min((decimal)GtfsLimits.HoursMax - 48, days * 24);
        for (var i = 0; i <= hops; i++)
        {
            var at = Time(start + (int)(hours * 3600 * i / hops));
            times.Add(trip, at, at, service.Stops[i].Value, (i + 1).ToString(CultureInfo.InvariantCulture), "0");
        }
    }

    private static string Time(int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static string Day(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static string[] Spread(Figure? figure) => figure is null ? ["", "", ""]
        : [Number(figure.Value.Min), Number(figure.Value.Mode), Number(figure.Value.Max)];

    private static string Mode(Figure? figure) => figure is null ? "" : Number(figure.Value.Mode);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private sealed class Table(string header)
    {
        private readonly StringBuilder _text = new(header + "\n");

        internal string Text => _text.ToString();

        internal void Add(params IEnumerable<string> fields) =>
            _text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

        // What a spreadsheet would take for a formula stays as it is: the feed is read by machines.
        private static string Quoted(string text)
        {
            var line = text.ReplaceLineEndings(" ").Trim();
            return line.AsSpan().IndexOfAny(',', '"') < 0 ? line
                : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }
    }
}
