using NodaTime;

namespace Rahdar.Network.Gtfs;

/// <summary>One feed of one railway, as read: rows by file, in file order.</summary>
/// <remarks>A feed with errors is here too, as far as it could be read: who uses it asks the notices first.</remarks>
public sealed class GtfsFeed
{
    /// <summary>Name of the folder or zip.</summary>
    public required string Name { get; init; }

    /// <summary>agency.txt.</summary>
    public List<GtfsAgency> Agencies { get; } = [];

    /// <summary>stops.txt.</summary>
    public List<GtfsStop> Stops { get; } = [];

    /// <summary>routes.txt.</summary>
    public List<GtfsRoute> Routes { get; } = [];

    /// <summary>trips.txt.</summary>
    public List<GtfsTrip> Trips { get; } = [];

    /// <summary>stop_times.txt by trip id: in order of stop_sequence, rows of one sequence in file order.</summary>
    public Dictionary<string, List<GtfsStopTime>> StopTimes { get; } = [];

    /// <summary>calendar.txt.</summary>
    public List<GtfsCalendar> Calendars { get; } = [];

    /// <summary>calendar_dates.txt.</summary>
    public List<GtfsCalendarDate> CalendarDates { get; } = [];

    /// <summary>frequencies.txt.</summary>
    public List<GtfsFrequency> Frequencies { get; } = [];

    /// <summary>transfers.txt.</summary>
    public List<GtfsTransfer> Transfers { get; } = [];

    /// <summary>translations.txt.</summary>
    public List<GtfsTranslation> Translations { get; } = [];

    /// <summary>feed_info.txt; null when there is none.</summary>
    public GtfsFeedInformation? Information { get; internal set; }

    /// <summary>Number of rows by file, as read.</summary>
    public Dictionary<string, int> RowCounts { get; } = [];

    /// <summary>Zone of all times of the feed: that of its first agency; UTC when there is none.</summary>
    public DateTimeZone Zone =>
        Agencies.Select(a => DateTimeZoneProviders.Tzdb.GetZoneOrNull(a.Zone)).FirstOrDefault(z => z is not null)
        ?? DateTimeZone.Utc;

    /// <summary>The name of a thing in a language, or as it stands in its own file.</summary>
    /// <param name="table">`stops`, `routes` ...</param>
    /// <param name="field">`stop_name` ...</param>
    /// <param name="id">Id of the record.</param>
    /// <param name="text">The text of its own file.</param>
    /// <param name="language">Language wanted.</param>
    public string Translated(string table, string field, string id, string text, string language) =>
        Translations.FirstOrDefault(t => t.Table == table && t.Field == field
            && t.Language.Equals(language, StringComparison.OrdinalIgnoreCase)
            && (t.RecordId == id || t.RecordId.Length == 0 && t.FieldValue == text))?.Text ?? text;
}

/// <summary>A row of agency.txt.</summary>
/// <param name="Id">Id; may be empty when there is one agency.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">IANA zone of all times of the feed.</param>
/// <param name="Language">Language; may be empty.</param>
/// <param name="Url">Page.</param>
public sealed record GtfsAgency(string Id, string Name, string Zone, string Language, string Url);

/// <summary>A row of stops.txt.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Code shown to users; here often the UN/LOCODE or railway code.</param>
/// <param name="Name">Name.</param>
/// <param name="Latitude">Degrees; null when not given.</param>
/// <param name="Longitude">Degrees; null when not given.</param>
/// <param name="LocationType">0 stop or platform, 1 station, 2 entrance, 3 node, 4 boarding area.</param>
/// <param name="ParentStation">Id of the station; empty when none.</param>
/// <param name="WheelchairBoarding">0 not said, 1 possible, 2 not.</param>
/// <param name="Zone">Zone for display; times of the feed are in the agency's zone whatever stands here.</param>
/// <param name="Row">Line of the file.</param>
public sealed record GtfsStop(
    string Id, string Code, string Name, double? Latitude, double? Longitude, int LocationType, string ParentStation,
    int WheelchairBoarding, string Zone, int Row);

/// <summary>A row of routes.txt.</summary>
/// <param name="Id">Id.</param>
/// <param name="AgencyId">Agency; may be empty when there is one.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="LongName">Long name.</param>
/// <param name="Type">Basic or extended route type.</param>
/// <param name="Freight">Freight columns of ours by name without `freight_`; only those filled in.</param>
/// <param name="Row">Line of the file.</param>
public sealed record GtfsRoute(
    string Id, string AgencyId, string ShortName, string LongName, int Type,
    IReadOnlyDictionary<string, string> Freight, int Row);

/// <summary>A row of trips.txt.</summary>
/// <param name="Id">Id.</param>
/// <param name="RouteId">Route.</param>
/// <param name="ServiceId">Days of running.</param>
/// <param name="Headsign">Destination shown.</param>
/// <param name="ShortName">Train number.</param>
/// <param name="BlockId">Block: trips of one block are run by the same wagons, one after the other; empty
/// none.</param>
/// <param name="Wheelchair">0 not said, 1 possible, 2 not.</param>
/// <param name="Bikes">0 not said, 1 allowed, 2 not.</param>
/// <param name="PickupType">Extra column pickup_type: 2 the trip needs a reservation.</param>
/// <param name="Freight">Freight columns of ours by name without `freight_`; only those filled in.</param>
/// <param name="Row">Line of the file.</param>
public sealed record GtfsTrip(
    string Id, string RouteId, string ServiceId, string Headsign, string ShortName, string BlockId, int Wheelchair,
    int Bikes, int PickupType, IReadOnlyDictionary<string, string> Freight, int Row);

/// <summary>A row of stop_times.txt.</summary>
/// <param name="StopId">Stop.</param>
/// <param name="Arrival">Seconds after noon minus 12 hours of the service day; null when not given.</param>
/// <param name="Departure">The same.</param>
/// <param name="Sequence">Order within the trip.</param>
/// <param name="PickupType">1: nothing is taken on.</param>
/// <param name="DropOffType">1: nothing is set down.</param>
/// <param name="Timepoint">1 exact, 0 approximate, null not said.</param>
/// <param name="Row">Line of the file.</param>
public sealed record GtfsStopTime(
    string StopId, int? Arrival, int? Departure, int Sequence, int PickupType, int DropOffType, int? Timepoint,
    int Row);

/// <summary>A row of calendar.txt.</summary>
/// <param name="ServiceId">Days of running.</param>
/// <param name="Days">Monday first.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
public sealed record GtfsCalendar(string ServiceId, IReadOnlyList<bool> Days, LocalDate Start, LocalDate End);

/// <summary>A row of calendar_dates.txt.</summary>
/// <param name="ServiceId">Days of running.</param>
/// <param name="Date">The day.</param>
/// <param name="IsAdded">True added (1), false removed (2).</param>
public sealed record GtfsCalendarDate(string ServiceId, LocalDate Date, bool IsAdded);

/// <summary>A row of frequencies.txt.</summary>
/// <param name="TripId">The trip that is repeated.</param>
/// <param name="Start">First departure from the first stop, seconds of the service day.</param>
/// <param name="End">No departure at or after it.</param>
/// <param name="Headway">Seconds between departures.</param>
/// <param name="IsExact">True: a timetable. False: an average headway, no promised time.</param>
/// <param name="Row">Line of the file.</param>
public sealed record GtfsFrequency(string TripId, int Start, int End, int Headway, bool IsExact, int Row);

/// <summary>A row of transfers.txt.</summary>
/// <param name="FromStop">Stop or station; may be empty for types 4 and 5.</param>
/// <param name="ToStop">The same.</param>
/// <param name="FromRoute">Only from this route; empty any.</param>
/// <param name="ToRoute">Only to this route; empty any.</param>
/// <param name="FromTrip">Only from this trip; empty any.</param>
/// <param name="ToTrip">Only to this trip; empty any.</param>
/// <param name="Type">0 recommended, 1 timed, 2 least time, 3 not possible, 4 in-seat, 5 in-seat not
/// allowed.</param>
/// <param name="MinSeconds">Least time; null when not given.</param>
/// <param name="Row">Line of the file.</param>
public sealed record GtfsTransfer(
    string FromStop, string ToStop, string FromRoute, string ToRoute, string FromTrip, string ToTrip, int Type,
    int? MinSeconds, int Row);

/// <summary>The row of feed_info.txt.</summary>
/// <param name="Publisher">Who publishes.</param>
/// <param name="Language">Language of the feed.</param>
/// <param name="Start">First day it speaks of; null not said.</param>
/// <param name="End">Last day; null not said.</param>
/// <param name="Version">Version, often a date.</param>
public sealed record GtfsFeedInformation(
    string Publisher, string Language, LocalDate? Start, LocalDate? End, string Version);

/// <summary>A row of translations.txt.</summary>
/// <param name="Table">`stops`, `routes` ...</param>
/// <param name="Field">Field translated.</param>
/// <param name="Language">Language.</param>
/// <param name="Text">The translation.</param>
/// <param name="RecordId">Which record; empty when by value.</param>
/// <param name="RecordSubId">Second part of the key.</param>
/// <param name="FieldValue">Which text; empty when by record.</param>
public sealed record GtfsTranslation(
    string Table, string Field, string Language, string Text, string RecordId, string RecordSubId,
    string FieldValue);
