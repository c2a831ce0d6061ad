using NodaTime;

namespace Rahdar.Planning.Transit;

/// <summary>Answers questions to one timetable, one after the other.</summary>
/// <remarks>Keeps its working arrays between questions: one object for one thread.</remarks>
/// <param name="timetable">The timetable.</param>
public sealed class TransitPlanner(TransitTimetable timetable)
{
    private readonly RaptorSearch _ahead = new(timetable);
    private readonly JourneyLayout _layout = new(timetable);
    private RaptorSearch? _back;

    /// <summary>All journeys of which none is better in departure, arrival and rides.</summary>
    /// <param name="query">The question.</param>
    public TransitOutcome Answer(TransitQuery query)
    {
        if (Refuse(query) is { } refused) return refused;
        var isBack = query.Time is TransitTime.ArrivesWithin or TransitTime.ArriveBy;
        var t = isBack ? timetable.Mirror!.Value : timetable;
        var search = isBack ? _back ??= new RaptorSearch(t) : _ahead;
        var side = new SearchSide(t, query, isBack);
        search.Prepare(side.Meets, side.Stays, side.Ends);
        var found = Search(search, side, query, isBack);
        var journeys = found.Select(f => _layout.Of(f, query, isBack)).ToList();
        var front = Front(journeys);
        return new TransitOutcome.Answer(isBack ? [.. front.Select(j => Forward(j, query))] : front);
    }

    // Of ways that leave and arrive alike, the one found forwards is told whatever the question: at each change it is
    // there as early as can be.
    private TransitJourney Forward(TransitJourney journey, TransitQuery query)
    {
        var ahead = query with { Time = TransitTime.ReadyAt, From = journey.Departure, ChangesMax = journey.Changes };
        var side = new SearchSide(timetable, ahead, false);
        _ahead.Prepare(side.Meets, side.Stays, side.Ends);
        var same = Search(_ahead, side, ahead, false).FirstOrDefault(f => f.Rides.Count == journey.Rides);
        var told = same is null ? journey : _layout.Of(same, ahead, false);
        return told.Arrival == journey.Arrival ? told : journey;
    }

    private TransitOutcome.Refused? Refuse(TransitQuery query)
    {
        foreach (var stop in query.Origins.Concat(query.Destinations).Select(e => e.Stop)
            .Concat(query.Vias.Select(v => v.Stop)))
            if (!timetable.StopIndex.ContainsKey(stop))
                return new TransitOutcome.Refused("no-journey:unknown-stop", $"{timetable.Name} has no stop {stop}");
        if (query.Vias.Count > Limits.TransitViaMax)
            return new TransitOutcome.Refused("no-journey:too-many-vias", $"at most {Limits.TransitViaMax} stops");
        var isWindow = query.Time is TransitTime.LeavesWithin or TransitTime.ArrivesWithin;
        if (isWindow && query.To < query.From)
            return new TransitOutcome.Refused("no-journey:window", "the window ends before it begins");
        if (isWindow && query.To - query.From > Duration.FromDays(Limits.TransitDaysMax)
            || query.TravelMax > Duration.FromDays(Limits.TransitDaysMax))
            return new TransitOutcome.Refused(
                "no-journey:window", $"a window or journey of more than {Limits.TransitDaysMax} days");
        return null;
    }

    private List<JourneyFound> Search(RaptorSearch search, SearchSide side, TransitQuery query, bool isBack)
    {
        var rides = Math.Clamp(query.ChangesMax + 1, 0, Limits.TransitRidesMax);
        var (from, to) = (Seconds(query.From), Seconds(query.To));
        var most = query.TravelMax is { } max ? (int)max.TotalSeconds : int.MaxValue;
        switch (query.Time)
        {
            case TransitTime.ReadyAt:
                return search.Run(from, side.Starts, int.MaxValue, Latest(from, most), rides);
            case TransitTime.ArriveBy:
                return search.Run(-from, side.Starts, int.MaxValue, Latest(-from, most), rides);
            default:
                // [from, to) of arrivals is (-to, -from] of departures in the mirror.
                var (first, before) = isBack ? (-to + 1, -from + 1) : (from, to);
                var found = new List<JourneyFound>();
                foreach (var ready in side.ListDepartures(first, before))
                    found.AddRange(search.Run(ready, side.Starts, before, Latest(ready, most), rides));
                return found;
        }
    }

    private static int Latest(int ready, int most) =>
        most == int.MaxValue ? int.MaxValue : (int)Math.Min((long)ready + most, int.MaxValue - 1);

    private int Seconds(Instant at) => (int)Math.Clamp((at - timetable.Base).TotalSeconds, -1e9, 1e9);

    private static List<TransitJourney> Front(List<TransitJourney> journeys)
    {
        var kept = new List<TransitJourney>();
        foreach (var one in journeys.OrderBy(j => j.Rides).ThenByDescending(j => j.Departure).ThenBy(j => j.Arrival))
            if (!kept.Any(k => k.Departure >= one.Departure && k.Arrival <= one.Arrival)) kept.Add(one);
        return [.. kept.OrderBy(j => j.Departure).ThenBy(j => j.Arrival).ThenBy(j => j.Rides)];
    }
}
