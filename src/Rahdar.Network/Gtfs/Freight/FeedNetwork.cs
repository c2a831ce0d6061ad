using NodaTime;
using Rahdar.Network.Gtfs.Realtime;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Gtfs.Freight;

/// <summary>A corridor with the services of feeds, and with what became known of them since.</summary>
public static class FeedNetwork
{
    private const int NoService = 1;

    /// <summary>Puts services of a feed into a network; one with the id of a known service takes its place.</summary>
    public static CorridorNetwork With(CorridorNetwork network, FeedServiceList list)
    {
        var own = list.Services.Select(s => s.Id).ToHashSet();
        var byId = list.Services.ToDictionary(s => s.Id);
        var known = network.Services.Select(s => s.Id).ToHashSet();
        return Audited(network with
        {
            Services =
            [
                .. network.Services.Select(s => byId.GetValueOrDefault(s.Id, s)),
                .. list.Services.Where(s => !known.Contains(s.Id)),
            ],
            Timetable = [.. network.Timetable.Where(d => !own.Contains(d.ServiceId)), .. list.Departures],
            ServiceEvents = [.. network.ServiceEvents, .. list.Events],
        });
    }

    /// <summary>Lays a GTFS-Realtime message over the departures of a feed: each change is known from the day of the
    /// message, and before that day nothing changed.</summary>
    /// <param name="network">The network with the feed's services.</param>
    /// <param name="list">The feed's services, as put into the network.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="message">The message.</param>
    /// <param name="known">Day on which the message became known.</param>
    public static CorridorNetwork With(
        CorridorNetwork network, FeedServiceList list, GtfsFeed feed, RealtimeMessage message, LocalDate known)
    {
        var timetable = new List<Departure>();
        foreach (var departure in network.Timetable)
        {
            if (IsSuspended(departure, message, network, list))
            {
                timetable.Add(departure with { KnownUntil = known });
                continue;
            }
            var update = list.TripOf.TryGetValue(departure, out var run)
                ? message.Updates.FirstOrDefault(u => u.TripId == run.Trip && (u.StartDate ?? run.Day) == run.Day)
                    : null;
            if (update is null) timetable.Add(departure);
            else timetable.AddRange(Changed(departure, update, network, list, feed, known));
        }
        timetable.AddRange(message.Updates.Where(u => u.Relation == TripRelation.Added)
            .Select(u => Added(u, network, list, known)).OfType<Departure>());
        var events = message.Alerts.SelectMany(a => Events(a, list, known));
        return network with { Timetable = timetable, ServiceEvents = [.. network.ServiceEvents, .. events] };
    }

    private static CorridorNetwork Audited(CorridorNetwork network) =>
        network with { AllFigures = FigureAudit.ListAll(network) };

    private static IEnumerable<Departure> Changed(
        Departure departure, TripUpdate update, CorridorNetwork network, FeedServiceList list, GtfsFeed feed,
        LocalDate known)
    {
        yield return departure with { KnownUntil = known };
        if (update.Relation is TripRelation.Canceled or TripRelation.Deleted) yield break;
        var first = feed.StopTimes[update.TripId][0];
        var told = update.Stops.FirstOrDefault(
            s => s.Sequence is { } n ? n == first.Sequence : s.StopId == first.StopId);
        if (told?.Relation == StopRelation.Skipped) yield break;
        var zone = network.GetPlace(list.Services.First(s => s.Id == departure.ServiceId).Stops[0]).Zone;
        var leaves = (told?.Departure ?? told?.Arrival) switch
        {
            { Time: { } time } => time.InZone(zone).LocalDateTime,
            { Delay: { } delay } => departure.Leaves.PlusSeconds(delay),
            _ => departure.Leaves,
        };
        yield return departure with
        {
            Leaves = leaves,
            KnownFrom = known,
            Claim = departure.Claim + $"/told {known:uuuu-MM-dd}",
        };
    }

    private static Departure? Added(
        TripUpdate update, CorridorNetwork network, FeedServiceList list, LocalDate known)
    {
        var service = list.Services.FirstOrDefault(s => s.Id == update.RouteId);
        var first = update.Stops.FirstOrDefault(s => s.Relation == StopRelation.Scheduled);
        if (service is null || (first?.Departure?.Time ?? first?.Arrival?.Time) is not { } leaves) return null;
        return new Departure(
            service.Id, leaves.InZone(network.GetPlace(service.Stops[0]).Zone).LocalDateTime,
            network.Figures.GetDefault("cut-off"), false, $"gtfs-rt/{update.EntityId}/added")
        { KnownFrom = known };
    }

    // Several services may be made of one route: CT1, CT1~2.
    private static bool IsOf(string service, IEnumerable<string> routes) =>
        routes.Any(r => service == r || service.StartsWith(r + "~", StringComparison.Ordinal));

    // An alert of no service with its times takes out the departures in them, and no others.
    private static bool IsSuspended(
        Departure departure, RealtimeMessage message, CorridorNetwork network, FeedServiceList list)
    {
        if (!list.TripOf.ContainsKey(departure)) return false;
        var alerts = message.Alerts.Where(a =>
            a is { Effect: NoService, Periods.Count: > 0 } && IsOf(departure.ServiceId, a.Routes)).ToList();
        if (alerts.Count == 0) return false;
        var zone = network.GetPlace(list.Services.First(s => s.Id == departure.ServiceId).Stops[0]).Zone;
        var leaves = departure.Leaves.InZoneLeniently(zone).ToInstant();
        return alerts.Exists(a => a.Periods.Any(p => p.Contains(leaves)));
    }

    // An alert of no service without times suspends the routes it names; any other is a claim that they are disrupted.
    private static IEnumerable<ServiceEvent> Events(ServiceAlert alert, FeedServiceList list, LocalDate known)
    {
        if (alert is { Effect: NoService, Periods.Count: > 0 }) yield break;
        foreach (var service in list.Services.Where(s => IsOf(s.Id, alert.Routes)))
        {
            var from = alert.Periods.Count > 0 ? alert.Periods.Min(p => p.Start).InUtc().Date : known;
            yield return new ServiceEvent(
                $"gtfs-rt/{alert.EntityId}/{service.Id}", service.Id, known, from, null,
                alert.Effect == NoService ? "suspended" : "disrupted", alert.Header,
                new Provenance("GTFS-RT", Confidence.High, null, known));
        }
    }
}
