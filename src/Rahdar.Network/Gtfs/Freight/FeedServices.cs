using System.Globalization;
using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Gtfs.Freight;

/// <summary>The services of a railway's feed in the terms of the corridor.</summary>
/// <param name="Services">One a route and order of stops.</param>
/// <param name="Departures">Published departures of timetabled services.</param>
/// <param name="Events">What became known of services with the feed.</param>
/// <param name="TripOf">For each departure: trip and service day it was made from.</param>
/// <param name="Remarks">Stops that are no places of the corridor, and routes not offered for it.</param>
public sealed record FeedServiceList(
    IReadOnlyList<Service> Services, IReadOnlyList<Departure> Departures, IReadOnlyList<ServiceEvent> Events,
    IReadOnlyDictionary<Departure, (string Trip, LocalDate Day)> TripOf, IReadOnlyList<InputFault> Remarks);

/// <summary>Makes services of the corridor of a feed.</summary>
/// <remarks>A route is a service; where its trips call in several orders, or take other times between their stops, each
/// is one. The freight columns stand in docs/formats/gtfs.md. Claims of the feed are known from its
/// publication.</remarks>
/// <param name="feed">A feed without errors.</param>
/// <param name="network">The corridor.</param>
/// <param name="place">The place of the corridor that a stop is; null when it is none.</param>
/// <param name="near">What a name that no place bears may mean, in words; empty when nothing is near.</param>
/// <param name="published">Day on which the feed became known.</param>
/// <param name="faults">Receives what does not fit the corridor.</param>
public sealed class FeedServices(
    GtfsFeed feed, CorridorNetwork network, Func<GtfsStop, PlaceId?> place, Func<string, string> near,
    LocalDate published, FaultCollector faults)
{
    /// <summary>Greatest number of departures that one feed may bring.</summary>
    public const int DeparturesMax = 20_000;

    private static readonly string[] PriceUnits = ["per truck", "per wagon", "per TEU", "per box", "per 40HQ"];

    private static readonly Dictionary<string, Mode> Modes = new()
    {
        ["rail"] = Mode.Rail,
        ["road"] = Mode.Road,
        ["sea"] = Mode.Sea,
        ["ro-ro"] = Mode.RoRo,
        ["air"] = Mode.Air,
    };

    private readonly ServiceDays _days = new(feed);
    private readonly Dictionary<string, PlaceId> _places = [];
    private readonly HashSet<string> _unknown = [];
    private readonly List<InputFault> _remarks = [];
    private readonly List<Service> _services = [];
    private readonly List<Departure> _departures = [];
    private readonly List<ServiceEvent> _events = [];
    private readonly Dictionary<Departure, (string, LocalDate)> _tripOf = [];

    /// <summary>All services of the feed.</summary>
    public FeedServiceList Read()
    {
        foreach (var stop in feed.Stops.Where(s => s.LocationType is 0 or 1))
            if (place(stop) is { } found) _places[stop.Id] = found;
        var trips = feed.Trips.ToLookup(t => t.RouteId);
        foreach (var route in feed.Routes)
        {
            var orders = trips[route.Id].Where(t => feed.StopTimes.GetValueOrDefault(t.Id)?.Count > 1)
                .GroupBy(t => string.Join('\u001f', feed.StopTimes[t.Id].Select(s => s.StopId)
                    .Concat(Calls(t, KindOf(route))?.Select(c => $"{c.Arrival}-{c.Departure}") ?? []))).ToList();
            for (var i = 0; i < orders.Count; i++)
                ReadService(route, i == 0 ? route.Id : $"{route.Id}~{i + 1}", [.. orders[i]]);
        }
        return new FeedServiceList(_services, _departures, _events, _tripOf, _remarks);
    }

    private void ReadService(GtfsRoute route, string id, List<GtfsTrip> trips)
    {
        if (Known(route, trips[0]) is not { } known || HopModes(route, trips[0], known) is not { } modes) return;
        var stops = known.Select(i => _places[feed.StopTimes[trips[0].Id][i].StopId]).ToList();
        var kind = KindOf(route);
        var status = route.Freight.GetValueOrDefault("status", "running");
        if (!network.ServiceWords.ContainsKey(status))
            Fault(route.Row, "freight_status", "value:unknown-word",
                $"`{status}` stands not in ours/service_words.csv");
        var unit = route.Freight.GetValueOrDefault("price_unit", "");
        var price = Spread(route, id, "price_usd", "price_usd", unit);
        if (price is not null && !PriceUnits.Contains(unit))
            Fault(route.Row, "freight_price_unit", "value:unknown-word",
                $"`{unit}` is not one of {string.Join(", ", PriceUnits)}");
        var service = new Service(
            id, route.LongName.Length > 0 ? route.LongName : route.ShortName, Operator(route), stops, modes, kind,
            Spread(route, id, "per_week", "freq_per_week", "1/week"), Transit(route, id, trips[0], kind),
            Single(trips[0].Freight, route, id, "teu", "capacity_teu", "TEU"),
            Single(trips[0].Freight, route, id, "tonnes", "capacity_t", "t"),
            price, unit, status, Day(route, "status_date"), Day(route, "since"),
            Day(route, "until"), route.Freight.GetValueOrDefault("note", ""))
        {
            DistanceKm = Single(route.Freight, route, id, "distance_km", "distance_km", "km"),
            Calls = Calls(trips[0], kind) is { } calls ? [.. known.Select(i => From(calls, known[0], i))] : null,
        };
        _services.Add(service);
        if (kind == ServiceKind.Timetabled) foreach (var trip in trips) ReadDepartures(service, route, trip, known[0]);
        // A feed that brings no status of its own says: this runs, and it was known when the feed came out.
        if (!route.Freight.ContainsKey("status"))
            _events.Add(new ServiceEvent(
                $"gtfs/{id}", id, published, published, null, "running", $"timetable {feed.Name}", By(route)));
    }

    private static ServiceKind KindOf(GtfsRoute route) => route.Freight.GetValueOrDefault("kind") switch
    {
        "frequency" => ServiceKind.Frequency,
        "fill" => ServiceKind.Fill,
        _ => ServiceKind.Timetabled,
    };

    /// <summary>Times of a trip at its stops, minutes from leaving the first; those not told or approximate lie
    /// evenly between those that are exact. Null where no timetable was published, or one of the ends has no
    /// time.</summary>
    private List<CallTimes>? Calls(GtfsTrip trip, ServiceKind kind)
    {
        var rows = feed.StopTimes[trip.Id];
        if (kind != ServiceKind.Timetabled || (rows[0].Departure ?? rows[0].Arrival) is not { } start
            || !IsExact(rows[0]) || !IsExact(rows[^1])) return null;
        var calls = new List<CallTimes> { default };
        for (var i = 1; i < rows.Count; i++)
        {
            if (!IsExact(rows[i])) continue;
            var arrival = (rows[i].Arrival ?? rows[i].Departure)!.Value;
            var (first, before) = (calls.Count, calls[^1].Departure);
            var come = Minutes(arrival - start);
            for (var gap = first; gap < i; gap++)
            {
                var between = before + (come - before) * (gap - first + 1) / (i - first + 1);
                calls.Add(new CallTimes(between, between));
            }
            calls.Add(new CallTimes(come, Math.Max(come, Minutes((rows[i].Departure ?? arrival) - start))));
        }
        return calls;

        static int Minutes(int seconds) => (seconds + 59) / 60;

        static bool IsExact(GtfsStopTime row) =>
            row.Timepoint != 0 && (row.Arrival ?? row.Departure) is not null;
    }

    /// <summary>Calls of a trip at places of the corridor, by their number among all its calls; at others it passes.
    /// Null, and told, when fewer than two are left.</summary>
    private List<int>? Known(GtfsRoute route, GtfsTrip trip)
    {
        var known = new List<int>();
        foreach (var (i, time) in feed.StopTimes[trip.Id].Index())
            if (_places.ContainsKey(time.StopId)) known.Add(i);
            else if (_unknown.Add(time.StopId))
            {
                var stop = feed.Stops.FirstOrDefault(s => s.Id == time.StopId);
                _remarks.Add(new InputFault(
                    "stops.txt", stop?.Row ?? 0, "stop_id", "gtfs:unknown-place",
                    $"{time.StopId} ({stop?.Name}) is no place of the corridor{near(stop?.Name ?? time.StopId)}: "
                    + "stop_id, stop_code or stop_name must be one; trains pass it without a call"));
            }
        if (known.Count > 1) return known;
        _remarks.Add(new InputFault(
            "routes.txt", route.Row, "route_id", "gtfs:no-known-stops",
            $"{route.Id} calls at fewer than two places of the corridor: it is not offered"));
        return null;
    }

    /// <summary>Mode of each hop between known calls: that of the hop that leaves the first of them.</summary>
    private List<Mode>? HopModes(GtfsRoute route, GtfsTrip trip, List<int> known)
    {
        var stops = feed.StopTimes[trip.Id].Count;
        if (route.Freight.TryGetValue("hop_modes", out var text))
        {
            var words = text.Split('|', StringSplitOptions.TrimEntries);
            if (words.Length == stops - 1 && words.All(Modes.ContainsKey))
                return [.. known[..^1].Select(i => Modes[words[i]])];
            Fault(route.Row, "freight_hop_modes", "service:hops",
                $"{stops - 1} words of {string.Join(", ", Modes.Keys)} are wanted, split by |");
            return null;
        }
        Mode? mode = route.Type switch
        {
            2 or >= 100 and <= 117 => Mode.Rail,
            3 or >= 200 and <= 209 or >= 700 and <= 717 => Mode.Road,
            4 or 1000 or 1200 => Mode.Sea,
            1100 => Mode.Air,
            _ => null,
        };
        if (mode is { } one) return [.. Enumerable.Repeat(one, known.Count - 1)];
        Fault(route.Row, "route_type", "gtfs:no-freight-mode", $"route_type {route.Type} is no way for freight");
        return null;
    }

    private static CallTimes From(List<CallTimes> calls, int first, int i) => new(
        Math.Max(0, calls[i].Arrival - calls[first].Departure), calls[i].Departure - calls[first].Departure);

    private void ReadDepartures(Service service, GtfsRoute route, GtfsTrip trip, int call)
    {
        if (_days.Span(trip.ServiceId) is not { } span) return;
        var first = feed.StopTimes[trip.Id][call];
        if ((first.Departure ?? first.Arrival) is not { } seconds) return;
        var hours = trip.Freight.TryGetValue("cut_off_h", out var text) && FieldCheck.Number(text) is { } own
            ? (decimal)own : (decimal?)null;
        var cutOff = hours is { } given
            ? new Figure($"timetable/{service.Id}-{trip.Id}/cut_off_h", Triangle.Exactly(given), "h", By(route))
            : network.Figures.GetDefault("cut-off");
        var zone = network.GetPlace(service.Stops[0]).Zone;
        var last = LocalDate.Min(span.To, span.From.PlusDays(GtfsLimits.DaysMax));
        foreach (var day in _days.List(trip.ServiceId, span.From, last))
        {
            if (_departures.Count >= DeparturesMax)
            {
                Fault(trip.Row, "service_id", "gtfs:too-many-departures", $"a feed brings at most {DeparturesMax}");
                return;
            }
            var leaves = InstantOf(day, seconds).InZone(zone).LocalDateTime;
            var departure = new Departure(
                service.Id, leaves, cutOff, false, $"gtfs/{feed.Name}/{trip.Id}/{day:uuuu-MM-dd}")
            { KnownFrom = published };
            _departures.Add(departure);
            _tripOf[departure] = (trip.Id, day);
        }
    }

    private Instant InstantOf(LocalDate day, int seconds) =>
        day.At(new LocalTime(12, 0)).InZoneLeniently(feed.Zone).ToInstant() - Duration.FromHours(12)
        + Duration.FromSeconds(seconds);

    private Figure? Transit(GtfsRoute route, string id, GtfsTrip trip, ServiceKind kind)
    {
        if (Spread(route, id, "transit_days", "transit_days", "d") is { } told) return told;
        var times = feed.StopTimes[trip.Id];
        return kind == ServiceKind.Timetabled && (times[0].Departure ?? times[0].Arrival) is { } from
            && (times[^1].Arrival ?? times[^1].Departure) is { } to && to > from
            ? new Figure($"services/{id}/transit_days", Triangle.Exactly((to - from) / 86_400m), "d", By(route))
            : null;
    }

    private string Operator(GtfsRoute route) =>
        (feed.Agencies.FirstOrDefault(a => a.Id == route.AgencyId) ?? feed.Agencies.FirstOrDefault())?.Name ?? "";

    private Figure? Spread(GtfsRoute route, string id, string column, string field, string unit)
    {
        var parts = new[] { "_min", "_mode", "_max" }.Select(e => route.Freight.GetValueOrDefault(column + e))
            .Select(t => t is null ? null : (decimal?)decimal.Parse(t, NumberStyles.Float,
                CultureInfo.InvariantCulture))
            .ToList();
        var (low, mode, high) = (parts[0] ?? parts[1], parts[1] ?? parts[0], parts[2] ?? parts[1] ?? parts[0]);
        if (low is not { } a || mode is not { } b || high is not { } c) return null;
        if (a <= b && b <= c) return new Figure($"services/{id}/{field}", new Triangle(a, b, c), unit, By(route));
        Fault(route.Row, $"freight_{column}_mode", "value:out-of-range", "min, mode and max are not in order");
        return null;
    }

    private Figure? Single(
        IReadOnlyDictionary<string, string> texts, GtfsRoute route, string id, string column, string field,
            string unit) =>
        texts.TryGetValue(column, out var text)
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new Figure($"services/{id}/{field}", Triangle.Exactly(value), unit, By(route)) : null;

    private static LocalDate? Day(GtfsRoute route, string column) =>
        route.Freight.TryGetValue(column, out var text) ? FieldCheck.Date(text) : null;

    private Provenance By(GtfsRoute route) => new(
        route.Freight.GetValueOrDefault("source", feed.Name),
        route.Freight.GetValueOrDefault("confidence", "high") switch
        {
            "high" => Confidence.High,
            "medium" => Confidence.Medium,
            _ => Confidence.Low,
        }, null, null);

    private void Fault(int row, string field, string code, string message) =>
        faults.Add("routes.txt", row, field, code, message);
}
