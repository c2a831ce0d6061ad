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
public sealed record FeedServiceList(
    IReadOnlyList<Service> Services, IReadOnlyList<Departure> Departures, IReadOnlyList<ServiceEvent> Events,
    IReadOnlyDictionary<Departure, (string Trip, LocalDate Day)> TripOf);

/// <summary>Makes services of the corridor of a feed.</summary>
/// <remarks>A route is a service; where its trips call in several orders, each order is one. The freight columns stand
/// in
/// docs/formats/gtfs.md. Claims of the feed are known from its publication.</remarks>
/// <param name="feed">A feed without errors.</param>
/// <param name="network">The corridor.</param>
/// <param name="place">The place of the corridor that a stop is; null when it is none.</param>
/// <param name="published">Day on which the feed became known.</param>
/// <param name="faults">Receives what does not fit the corridor.</param>
public sealed class FeedServices(
    GtfsFeed feed, CorridorNetwork network, Func<GtfsStop, PlaceId?> place, LocalDate published,
    FaultCollector faults)
{
    /// <summary>Greatest number of departures that one feed may bring.</summary>
    public const int DeparturesMax = 20_000;

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
                .GroupBy(t => string.Join('\u001f', feed.StopTimes[t.Id].Select(s => s.StopId))).ToList();
            for (var i = 0; i < orders.Count; i++)
                ReadService(route, i == 0 ? route.Id : $"{route.Id}~{i + 1}", [.. orders[i]]);
        }
        return new FeedServiceList(_services, _departures, _events, _tripOf);
    }

    private void ReadService(GtfsRoute route, string id, List<GtfsTrip> trips)
    {
        if (Stops(route, trips[0]) is not { } stops || HopModes(route, stops.Count) is not { } modes) return;
        var kind = route.Freight.GetValueOrDefault("kind") switch
        {
            "frequency" => ServiceKind.Frequency,
            "fill" => ServiceKind.Fill,
            _ => ServiceKind.Timetabled,
        };
        var status = route.Freight.GetValueOrDefault("status", "running");
        if (!network.ServiceWords.ContainsKey(status))
            Fault(route.Row, "freight_status", "value:unknown-word",
                $"`{status}` stands not in ours/service_words.csv");
        var service = new Service(
            id, route.LongName.Length > 0 ? route.LongName : route.ShortName, Operator(route), stops, modes, kind,
            Spread(route, id, "per_week", "freq_per_week", "1/week"), Transit(route, id, trips[0], kind),
            Single(trips[0].Freight, route, id, "teu", "capacity_teu", "TEU"),
            Single(trips[0].Freight, route, id, "tonnes", "capacity_t", "t"),
            Spread(route, id, "price_usd", "price_usd", route.Freight.GetValueOrDefault("price_unit", "")),
            route.Freight.GetValueOrDefault("price_unit", ""), status, Day(route, "status_date"), Day(route, "since"),
            Day(route, "until"), route.Freight.GetValueOrDefault("note", ""))
        {
            DistanceKm = Single(route.Freight, route, id, "distance_km", "distance_km", "km"),
        };
        _services.Add(service);
        if (kind == ServiceKind.Timetabled) foreach (var trip in trips) ReadDepartures(service, route, trip);
        // A feed that brings no status of its own says: this runs, and it was known when the feed came out.
        if (!route.Freight.ContainsKey("status"))
            _events.Add(new ServiceEvent(
                $"gtfs/{id}", id, published, published, null, "running", $"timetable {feed.Name}", By(route)));
    }

    private List<PlaceId>? Stops(GtfsRoute route, GtfsTrip trip)
    {
        var stops = new List<PlaceId>();
        foreach (var time in feed.StopTimes[trip.Id])
            if (_places.TryGetValue(time.StopId, out var found)) stops.Add(found);
            else
            {
                Fault(route.Row, "route_id", "gtfs:unknown-place",
                    $"{route.Id} calls at {time.StopId}, which is no place of the corridor: stop_id, stop_code or "
                    + "stop_name must be one");
                return null;
            }
        return stops;
    }

    private List<Mode>? HopModes(GtfsRoute route, int stops)
    {
        if (route.Freight.TryGetValue("hop_modes", out var text))
        {
            var words = text.Split('|', StringSplitOptions.TrimEntries);
            if (words.Length == stops - 1 && words.All(Modes.ContainsKey)) return [.. words.Select(w => Modes[w])];
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
        if (mode is { } one) return [.. Enumerable.Repeat(one, stops - 1)];
        Fault(route.Row, "route_type", "gtfs:no-freight-mode", $"route_type {route.Type} is no way for freight");
        return null;
    }

    private void ReadDepartures(Service service, GtfsRoute route, GtfsTrip trip)
    {
        if (_days.Span(trip.ServiceId) is not { } span) return;
        var first = feed.StopTimes[trip.Id][0];
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
