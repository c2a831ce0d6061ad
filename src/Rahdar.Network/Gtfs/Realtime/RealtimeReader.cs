using NodaTime;
using Rahdar.Network.Reading;

namespace Rahdar.Network.Gtfs.Realtime;

/// <summary>Reads GTFS-Realtime messages: trip updates and alerts.</summary>
/// <remarks>Source: gtfs-realtime.proto, version 2.0. Unknown fields are passed over; vehicle positions and shapes are
/// counted and not read. Limits in <see cref="GtfsLimits"/>.</remarks>
public static class RealtimeReader
{
    private static readonly Instant Latest = Instant.FromUnixTimeSeconds(253_402_300_799);

    /// <summary>Reads a message.</summary>
    /// <param name="name">File or address, for faults.</param>
    /// <param name="bytes">The message.</param>
    /// <param name="faults">Receives why it is none.</param>
    /// <returns>Null with a fault when it is none, or is beyond a limit.</returns>
    public static RealtimeMessage? Read(string name, ReadOnlySpan<byte> bytes, FaultCollector faults)
    {
        if (bytes.Length > GtfsLimits.RealtimeBytesMax)
        {
            faults.Add(name, 0, "", "gtfs-rt:too-large", $"a message has at most {GtfsLimits.RealtimeBytesMax} bytes");
            return null;
        }
        try
        {
            return Message(bytes);
        }
        catch (WireException e)
        {
            faults.Add(name, 0, "", "gtfs-rt:bad-message", $"the bytes are no GTFS-Realtime message: {e.Message}");
            return null;
        }
    }

    private static RealtimeMessage Message(ReadOnlySpan<byte> bytes)
    {
        Instant? known = null;
        var hasHeader = false;
        var (isDifference, ignored, count) = (false, 0, 0);
        var (updates, alerts, withdrawn) = (new List<TripUpdate>(), new List<ServiceAlert>(), new List<string>());
        for (var reader = new WireReader(bytes); reader.Next();)
            switch (reader.Field)
            {
                case 1:
                    hasHeader = true;
                    for (var header = new WireReader(reader.Bytes()); header.Next();)
                        if (header.Field == 2) isDifference = header.Number() == 1;
                        else if (header.Field == 3) known = Time(header.Number());
                    break;
                case 2:
                    if (++count > GtfsLimits.EntitiesMax) throw new WireException("too many entities");
                    if (!Entity(reader.Bytes(), updates, alerts, withdrawn)) ignored++;
                    break;
            }
        if (!hasHeader) throw new WireException("no header");
        return new RealtimeMessage(known, isDifference, updates, alerts, withdrawn, ignored);
    }

    private static bool Entity(
        ReadOnlySpan<byte> bytes, List<TripUpdate> updates, List<ServiceAlert> alerts, List<string> withdrawn)
    {
        var (id, isDeleted) = ("", false);
        ReadOnlySpan<byte> update = default, alert = default;
        var (hasUpdate, hasAlert) = (false, false);
        for (var reader = new WireReader(bytes); reader.Next();)
            switch (reader.Field)
            {
                case 1:
                    id = reader.Text();
                    break;
                case 2:
                    isDeleted = reader.Number() != 0;
                    break;
                case 3:
                    update = reader.Bytes();
                    hasUpdate = true;
                    break;
                case 5:
                    alert = reader.Bytes();
                    hasAlert = true;
                    break;
            }
        if (isDeleted) withdrawn.Add(id);
        else
        {
            if (hasUpdate) updates.Add(Update(id, update));
            if (hasAlert) alerts.Add(Alert(id, alert));
        }
        return isDeleted || hasUpdate || hasAlert;
    }

    private static TripUpdate Update(string id, ReadOnlySpan<byte> bytes)
    {
        var trip = new TripUpdate(id, "", "", null, null, TripRelation.Scheduled, [], null);
        var stops = new List<StopUpdate>();
        for (var reader = new WireReader(bytes); reader.Next();)
            switch (reader.Field)
            {
                case 1:
                    trip = Descriptor(trip, reader.Bytes());
                    break;
                case 2:
                    stops.Add(Stop(reader.Bytes()));
                    if (stops.Count > GtfsLimits.PartsMax) throw new WireException("too many stops of a trip");
                    break;
                case 4:
                    trip = trip with { Timestamp = Time(reader.Number()) };
                    break;
            }
        return trip with { Stops = stops };
    }

    private static TripUpdate Descriptor(TripUpdate trip, ReadOnlySpan<byte> bytes)
    {
        for (var reader = new WireReader(bytes); reader.Next();)
            switch (reader.Field)
            {
                case 1:
                    trip = trip with { TripId = reader.Text() };
                    break;
                case 2:
                    trip = trip with { StartTime = Wanted(FieldCheck.Time(reader.Text()), "a start time") };
                    break;
                case 3:
                    trip = trip with { StartDate = Wanted(FieldCheck.Date(reader.Text()), "a start date") };
                    break;
                case 4:
                    var number = reader.Int32();
                    if (!Enum.IsDefined((TripRelation)number)) throw new WireException($"trip relation {number}");
                    trip = trip with { Relation = (TripRelation)number };
                    break;
                case 5:
                    trip = trip with { RouteId = reader.Text() };
                    break;
            }
        return trip;
    }

    private static T Wanted<T>(T? value, string what) where T : struct =>
        value ?? throw new WireException($"{what} that is none");

    private static StopUpdate Stop(ReadOnlySpan<byte> bytes)
    {
        var stop = new StopUpdate(null, "", null, null);
        for (var reader = new WireReader(bytes); reader.Next();)
            switch (reader.Field)
            {
                case 1:
                    stop = stop with { Sequence = reader.Int32() };
                    break;
                case 2:
                    stop = stop with { Arrival = Event(reader.Bytes()) };
                    break;
                case 3:
                    stop = stop with { Departure = Event(reader.Bytes()) };
                    break;
                case 4:
                    stop = stop with { StopId = reader.Text() };
                    break;
                case 5:
                    var number = reader.Int32();
                    if (!Enum.IsDefined((StopRelation)number)) throw new WireException($"stop relation {number}");
                    stop = stop with { Relation = (StopRelation)number };
                    break;
            }
        return stop;
    }

    private static StopEvent Event(ReadOnlySpan<byte> bytes)
    {
        var found = new StopEvent(null, null);
        for (var reader = new WireReader(bytes); reader.Next();)
            if (reader.Field == 1)
            {
                var delay = reader.Int32();
                if (Math.Abs((long)delay) > GtfsLimits.HoursMax * 3600L) throw new WireException("a delay of months");
                found = found with { Delay = delay };
            }
            else if (reader.Field == 2) found = found with { Time = Time(reader.Number()) };
        return found;
    }

    private static ServiceAlert Alert(string id, ReadOnlySpan<byte> bytes)
    {
        var periods = new List<Interval>();
        var (routes, trips, stops, agencies) = (new List<string>(), new List<string>(), new List<string>(),
            new List<string>());
        var (cause, effect, header, description) = ((int?)null, (int?)null, "", "");
        var parts = 0;
        for (var reader = new WireReader(bytes); reader.Next();)
        {
            if (++parts > GtfsLimits.PartsMax) throw new WireException("too many parts of an alert");
            switch (reader.Field)
            {
                case 1:
                    periods.Add(Period(reader.Bytes()));
                    break;
                case 5:
                    Selector(reader.Bytes(), routes, trips, stops, agencies);
                    break;
                case 6:
                    cause = reader.Int32();
                    break;
                case 7:
                    effect = reader.Int32();
                    break;
                case 10:
                    header = FirstText(reader.Bytes());
                    break;
                case 11:
                    description = FirstText(reader.Bytes());
                    break;
            }
        }
        return new ServiceAlert(id, periods, routes, trips, stops, agencies, cause, effect, header, description);
    }

    private static Interval Period(ReadOnlySpan<byte> bytes)
    {
        var (start, end) = (Instant.FromUnixTimeSeconds(0), Latest);
        for (var reader = new WireReader(bytes); reader.Next();)
            if (reader.Field == 1) start = Time(reader.Number());
            else if (reader.Field == 2) end = Time(reader.Number());
        return end >= start ? new Interval(start, end) : throw new WireException("a period that ends before it begins");
    }

    private static void Selector(
        ReadOnlySpan<byte> bytes, List<string> routes, List<string> trips, List<string> stops, List<string> agencies)
    {
        for (var reader = new WireReader(bytes); reader.Next();)
            switch (reader.Field)
            {
                case 1:
                    agencies.Add(reader.Text());
                    break;
                case 2:
                    routes.Add(reader.Text());
                    break;
                case 4:
                    for (var trip = new WireReader(reader.Bytes()); trip.Next();)
                        if (trip.Field == 1) trips.Add(trip.Text());
                    break;
                case 5:
                    stops.Add(reader.Text());
                    break;
            }
    }

    private static string FirstText(ReadOnlySpan<byte> bytes)
    {
        var found = "";
        for (var reader = new WireReader(bytes); reader.Next();)
            if (reader.Field == 1)
                for (var text = new WireReader(reader.Bytes()); text.Next();)
                    if (text.Field == 1 && found.Length == 0) found = text.Text();
        return found;
    }

    // From 1970 to 9999: what a timetable may speak of.
    private static Instant Time(long seconds) => seconds is >= 0 and <= 253_402_300_799
        ? Instant.FromUnixTimeSeconds(seconds) : throw new WireException("a time out of range");
}
