using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Realtime;
using Rahdar.Planning.Transit;

namespace Rahdar.Conformance.Gtfs;

/// <summary>The question of a case: read from its JSON, put to the engine.</summary>
internal sealed class JourneyQuestion(JsonElement one, GtfsFeed feed, SuiteFolder folder)
{
    /// <summary>How far beyond the window a journey may run when the case names no longest one.</summary>
    private static readonly Duration Reach = Duration.FromDays(2);

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private readonly JsonElement _query = one.GetProperty("query");

    internal GtfsFeed Feed => feed;

    /// <summary>The journeys of the case, in the order of the engine.</summary>
    internal IReadOnlyList<TransitJourney> Ask()
    {
        var query = Query();
        var last = Instant.Max(Last(query), Instant.Max(query.From, query.To));
        var (from, to) = (query.From - Reach, last + Reach);
        var planner = new TransitPlanner(TimetableBuilder.Build(feed, from, to, Options()));
        var found = Journeys(planner, query);
        // A window with too few journeys grows, departure by departure, up to its limit.
        var wanted = Number("minConnections") ?? 0;
        if (found.Count >= wanted || Time("maxWindowTo") is not { } limit) return found;
        var more = Journeys(planner, query with { To = limit }).Where(j => j.Departure >= query.To).ToList();
        var end = more.Skip(wanted - found.Count - 1).FirstOrDefault()?.Departure + Duration.FromMinutes(1);
        return Journeys(planner, query with { To = end ?? limit });
    }

    private static IReadOnlyList<TransitJourney> Journeys(TransitPlanner planner, TransitQuery query) =>
        planner.Answer(query) switch
        {
            TransitOutcome.Answer answer => answer.Journeys,
            TransitOutcome.Refused refused => throw new InvalidDataException($"{refused.Code} {refused.Evidence}"),
            _ => throw new InvalidOperationException("an outcome nobody knows"),
        };

    private Instant Last(TransitQuery query) => Time("maxWindowTo") ?? query.To;

    private TransitQuery Query()
    {
        var (time, from, to) = _query.GetProperty("mode").GetString() switch
        {
            "depart" => (TransitTime.LeavesWithin, Time("windowFrom"), Time("windowTo")),
            "arrive" => (TransitTime.ArrivesWithin, Time("windowFrom"), Time("windowTo")),
            "depart-at-or-after" => (TransitTime.ReadyAt, Time("time"), Time("time")),
            // Instants at the end are read as those of windows are: what arrives at the instant itself is too late.
            "arrive-by" => (TransitTime.ArriveBy, Time("time") - Duration.FromSeconds(1), Time("time")),
            var mode => throw new InvalidDataException($"mode {mode}"),
        };
        var vias = !_query.TryGetProperty("via", out var list) ? [] : list.EnumerateArray()
            .Select(v => new TransitVia(v.GetProperty("stop").GetString()!, Minutes(v, "stayMin") ?? 0)).ToList();
        return new TransitQuery(time, from!.Value, to!.Value, Ends("from"), Ends("to"))
        {
            Vias = vias,
            ChangesMax = Number("maxTransfers") ?? Rahdar.Planning.Limits.TransitRidesMax - 1,
            TravelMax = Number("maxTravelMin") is { } minutes ? Duration.FromMinutes(minutes) : null,
        };
    }

    private List<TransitEnd> Ends(string name) =>
    [
        .. _query.GetProperty(name).EnumerateArray().Select(e => new TransitEnd(
            e.GetProperty("stop").GetString()!, Minutes(e, "offsetMin") ?? 0, e.TryGetProperty("offsetMin", out _))),
    ];

    private static int? Minutes(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() * 60 : null;

    private TransitOptions Options()
    {
        var changes = new ChangeTimes(one.TryGetProperty("expectedBest", out _) ? 0 : 120);
        if (_query.TryGetProperty("transferSettings", out var settings))
            changes = changes with
            {
                LeastMinutes = settings.TryGetProperty("minMin", out var min) ? min.GetInt32() : 0,
                Factor = settings.TryGetProperty("factor", out var factor) ? factor.GetDouble() : 1,
                AdditionalMinutes = settings.TryGetProperty("additionalMin", out var more) ? more.GetInt32() : 0,
            };
        var modes = !_query.TryGetProperty("modes", out var words) ? null
            : words.EnumerateArray().Select(w => w.GetString()!).ToHashSet();
        var filter = new TripFilter(
            modes, Flag("noCompulsoryReservation"), Flag("requireBikesAllowed"), Flag("wheelchair"));
        return new TransitOptions(changes, filter, Updates());
    }

    private IReadOnlyList<TripUpdate> Updates()
    {
        if (one.TryGetProperty("realtimeFile", out var file))
        {
            using var stream = folder.Open(file.GetString()!)
                ?? throw new InvalidDataException($"{file} is not in the folder");
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return RealtimeReader.Read(file.GetString()!, buffer.ToArray(), folder.Faults)?.Updates
                ?? throw new InvalidDataException($"{file} is no GTFS-Realtime message");
        }
        return one.TryGetProperty("realtime", out var list) ? [.. list.EnumerateArray().Select(Update)] : [];
    }

    private static TripUpdate Update(JsonElement update) => new(
        "", Text(update, "tripId"), Text(update, "routeId"),
        Text(update, "startDate") is { Length: > 0 } day ? Day.Parse(day).Value : null, null,
        Text(update, "scheduleRelationship").ToUpperInvariant() switch
        {
            "CANCELED" or "CANCELLED" => TripRelation.Canceled,
            "ADDED" or "NEW" => TripRelation.Added,
            _ => TripRelation.Scheduled,
        },
        update.TryGetProperty("stopTimeUpdates", out var stops) ? [.. stops.EnumerateArray().Select(Stop)] : [], null);

    private static StopUpdate Stop(JsonElement stop) => new(
        stop.TryGetProperty("stopSequence", out var sequence) ? sequence.GetInt32() : null, Text(stop, "stopId"),
        Event(stop, "arrival"), Event(stop, "departure"),
        Text(stop, "scheduleRelationship").ToUpperInvariant() switch
        {
            "SKIPPED" => StopRelation.Skipped,
            "NO_DATA" => StopRelation.NoData,
            _ => StopRelation.Scheduled,
        });

    private static StopEvent? Event(JsonElement stop, string name)
    {
        int? delay = stop.TryGetProperty(name + "DelaySec", out var seconds) ? seconds.GetInt32() : null;
        var time = Text(stop, name + "Time") is { Length: > 0 } text ? Parse(text) : (Instant?)null;
        return delay is null && time is null ? null : new StopEvent(delay, time);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private bool Flag(string name) => _query.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private int? Number(string name) => _query.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private Instant? Time(string name) =>
        _query.TryGetProperty(name, out var value) ? Parse(value.GetString()!) : null;

    /// <summary>An instant with or without seconds.</summary>
    internal static Instant Parse(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } full ? full.Value.ToInstant()
            : InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(text).Value;
}
