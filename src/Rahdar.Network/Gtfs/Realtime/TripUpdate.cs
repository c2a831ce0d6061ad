using NodaTime;

namespace Rahdar.Network.Gtfs.Realtime;

/// <summary>What an update says of a whole trip.</summary>
/// <remarks>Numbers are those of the format.</remarks>
public enum TripRelation
{
    /// <summary>Runs by the timetable, with the updates given.</summary>
    Scheduled = 0,

    /// <summary>Runs beside the timetable.</summary>
    Added = 1,

    /// <summary>Runs without a timetable.</summary>
    Unscheduled = 2,

    /// <summary>Does not run.</summary>
    Canceled = 3,

    /// <summary>Runs in the place of a trip of the timetable.</summary>
    Replacement = 5,

    /// <summary>Runs as a copy of a trip at another time.</summary>
    Duplicated = 6,

    /// <summary>Does not run and is not shown.</summary>
    Deleted = 7,
}

/// <summary>What an update says of one stop of a trip.</summary>
public enum StopRelation
{
    /// <summary>Called at.</summary>
    Scheduled = 0,

    /// <summary>Not called at.</summary>
    Skipped = 1,

    /// <summary>Nothing is known from here on: the timetable stands.</summary>
    NoData = 2,

    /// <summary>Called at without a timetable.</summary>
    Unscheduled = 3,
}

/// <summary>A new time of an arrival or departure.</summary>
/// <param name="Delay">Seconds late; negative early; null not given.</param>
/// <param name="Time">The instant; null not given. Stands before the delay.</param>
public sealed record StopEvent(int? Delay, Instant? Time);

/// <summary>New times at one stop, or that it is skipped.</summary>
/// <param name="Sequence">stop_sequence; null not given.</param>
/// <param name="StopId">Stop; empty not given.</param>
/// <param name="Arrival">Null not given.</param>
/// <param name="Departure">Null not given.</param>
/// <param name="Relation">Called at or not.</param>
public sealed record StopUpdate(
    int? Sequence, string StopId, StopEvent? Arrival, StopEvent? Departure,
    StopRelation Relation = StopRelation.Scheduled);

/// <summary>What became known of one trip on one day.</summary>
/// <param name="EntityId">Id of the entity in the message.</param>
/// <param name="TripId">Trip; may be empty for an added trip.</param>
/// <param name="RouteId">Route; may be empty.</param>
/// <param name="StartDate">Service day; null: every day in sight.</param>
/// <param name="StartTime">Seconds of the service day, for trips of frequencies; null not given.</param>
/// <param name="Relation">Runs, is cancelled, is added.</param>
/// <param name="Stops">In running order; may be empty.</param>
/// <param name="Timestamp">When it was measured; null: as the message.</param>
public sealed record TripUpdate(
    string EntityId, string TripId, string RouteId, LocalDate? StartDate, int? StartTime, TripRelation Relation,
    IReadOnlyList<StopUpdate> Stops, Instant? Timestamp);

/// <summary>An alert.</summary>
/// <param name="EntityId">Id of the entity in the message.</param>
/// <param name="Periods">When it holds; empty always. An open end is the greatest instant.</param>
/// <param name="Routes">Routes it is about.</param>
/// <param name="Trips">Trips it is about.</param>
/// <param name="Stops">Stops it is about.</param>
/// <param name="Agencies">Agencies it is about.</param>
/// <param name="Cause">Number of the cause in the format; null not given.</param>
/// <param name="Effect">Number of the effect: 1 no service, 2 reduced, 3 delays, 4 detour ...; null not given.</param>
/// <param name="Header">First text given, by language when there are several; may be empty.</param>
/// <param name="Description">The same.</param>
public sealed record ServiceAlert(
    string EntityId, IReadOnlyList<Interval> Periods, IReadOnlyList<string> Routes, IReadOnlyList<string> Trips,
    IReadOnlyList<string> Stops, IReadOnlyList<string> Agencies, int? Cause, int? Effect, string Header,
    string Description);

/// <summary>A GTFS-Realtime message: what became known when.</summary>
/// <param name="KnownFrom">Timestamp of its header; null not given.</param>
/// <param name="IsDifference">True: entities not named stand as before.</param>
/// <param name="Updates">Trip updates in order of the message.</param>
/// <param name="Alerts">Alerts in order of the message.</param>
/// <param name="Withdrawn">Ids of entities taken back.</param>
/// <param name="Ignored">Entities of kinds that are not read: vehicle positions, shapes.</param>
public sealed record RealtimeMessage(
    Instant? KnownFrom, bool IsDifference, IReadOnlyList<TripUpdate> Updates, IReadOnlyList<ServiceAlert> Alerts,
    IReadOnlyList<string> Withdrawn, int Ignored);
