using NodaTime;

namespace Rahdar.Planning.Transit;

/// <summary>Turns what was found into a journey leg by leg.</summary>
/// <remarks>A stay at a stop to go by stands where the ride before it ended, if that is the stop; else where the next
/// begins. Of changes at different stops between the same two vehicles the feed's own preference is taken.</remarks>
internal sealed class JourneyLayout(TransitTimetable t)
{
    /// <summary>A ride in running order, whatever the direction of the search.</summary>
    private readonly record struct Ride(
        Pattern Pattern, int Run, int Board, int Alight, int BoardLayer, int AlightLayer)
    {
        internal int From => Pattern.Points[Board];

        internal int To => Pattern.Points[Alight];

        internal int Departure => Pattern.Departures[Board * Pattern.Runs + Run];

        internal int Arrival => Pattern.Arrivals[Run * Pattern.Points.Length + Alight];

        internal IReadOnlyList<string> Trips
        {
            get
            {
                var trips = new List<string>();
                for (var i = Board; i < Alight; i++)
                {
                    var trip = Pattern.HopTrips[Run * Pattern.Points.Length + i];
                    if (trips.Count == 0 || trips[^1] != trip) trips.Add(trip);
                }
                return trips;
            }
        }
    }

    internal TransitJourney Of(JourneyFound found, TransitQuery query, bool isBack)
    {
        var rides = found.Rides.Select(r => Turn(r, isBack, query.Vias.Count)).ToList();
        if (isBack) rides.Reverse();
        if (query.Vias.Count == 0 && t.Preferred.Count > 0) Prefer(rides);
        var legs = new List<TransitLeg>();
        var stays = new StayList(t, query.Vias);
        var departure = LayStart(legs, rides[0], query, stays);
        for (var i = 0; i < rides.Count; i++)
        {
            if (i > 0) LayChange(legs, rides[i - 1], rides[i], stays);
            legs.Add(new TransitLeg(
                TransitLegKind.Service, Id(rides[i].From), At(rides[i].Departure), Id(rides[i].To),
                At(rides[i].Arrival), rides[i].Trips));
            stays.Next = rides[i].AlightLayer;
        }
        var arrival = LayEnd(legs, rides[^1], query, stays);
        return new TransitJourney(
            query.Time == TransitTime.ReadyAt ? query.From : At(departure), At(arrival), rides.Count, legs);
    }

    private Ride Turn(RideTaken ride, bool isBack, int vias)
    {
        var pattern = t.Patterns[ride.Pattern];
        var last = pattern.Points.Length - 1;
        return isBack
            ? new Ride(
                pattern, pattern.Runs - 1 - ride.Run, last - ride.Alight, last - ride.Board, vias - ride.AlightLayer,
                vias - ride.BoardLayer)
            : new Ride(pattern, ride.Run, ride.Board, ride.Alight, ride.BoardLayer, ride.AlightLayer);
    }

    private int LayStart(List<TransitLeg> legs, Ride first, TransitQuery query, StayList stays)
    {
        // The origin whose access takes least; its walk, if it lies at another stop, is laid last.
        var (end, walk, point) = Nearest(query.Origins, first.From, isFrom: true);
        var stay = stays.Take(point, first.BoardLayer)
            + (point == first.From ? 0 : stays.Take(first.From, first.BoardLayer));
        var at = first.Departure - walk - stay;
        if (query.Origins.Any(o => o.IsOffset))
            legs.Add(new TransitLeg(
                TransitLegKind.Offset, "START", At(at - end.OffsetSeconds), Id(point), At(at), []));
        if (point != first.From)
            legs.Add(new TransitLeg(TransitLegKind.Transfer, Id(point), At(at), Id(first.From), At(at + walk), []));
        return at - end.OffsetSeconds;
    }

    private int LayEnd(List<TransitLeg> legs, Ride last, TransitQuery query, StayList stays)
    {
        var (end, walk, point) = Nearest(query.Destinations, last.To, isFrom: false);
        var at = last.Arrival + stays.Take(last.To, query.Vias.Count);
        if (point != last.To)
            legs.Add(new TransitLeg(TransitLegKind.Transfer, Id(last.To), At(at), Id(point), At(at + walk), []));
        at += walk + (point == last.To ? 0 : stays.Take(point, query.Vias.Count));
        if (query.Destinations.Any(d => d.IsOffset))
            legs.Add(new TransitLeg(
                TransitLegKind.Offset, Id(point), At(at), "END", At(at + end.OffsetSeconds), []));
        return at + end.OffsetSeconds;
    }

    private (TransitEnd End, int Walk, int Point) Nearest(IReadOnlyList<TransitEnd> ends, int at, bool isFrom)
    {
        var best = (End: ends[0], Walk: int.MaxValue / 2, Point: at);
        foreach (var end in ends)
            foreach (var point in t.PointsOf(t.StopIndex[end.Stop]))
            {
                var walk = point == at ? 0 : isFrom ? Walk(point, at) : Walk(at, point);
                if (walk is { } seconds && seconds + end.OffsetSeconds < best.Walk + best.End.OffsetSeconds)
                    best = (end, seconds, point);
            }
        return best;
    }

    private void LayChange(List<TransitLeg> legs, Ride before, Ride after, StayList stays)
    {
        var seconds = before.To == after.From ? t.Change[before.To] : Walk(before.To, after.From) ?? 0;
        var at = before.Arrival + stays.Take(before.To, after.BoardLayer);
        stays.Take(after.From, after.BoardLayer);
        legs.Add(new TransitLeg(
            TransitLegKind.Transfer, Id(before.To), At(at), Id(after.From), At(at + seconds), []));
    }

    private int? Walk(int from, int to)
    {
        for (var w = t.WalkStart[from]; w < t.WalkStart[from + 1]; w++)
            if (t.WalkTo[w] == to) return t.WalkSeconds[w];
        return null;
    }

    // Between two vehicles that meet several times, the change goes to where the feed prefers it.
    private void Prefer(List<Ride> rides)
    {
        for (var i = 1; i < rides.Count; i++)
        {
            var (before, after) = (rides[i - 1], rides[i]);
            var best = t.Preferred.GetValueOrDefault((before.To, after.From));
            for (var alight = before.Board + 1; alight < before.Pattern.Points.Length; alight++)
                for (var board = 0; board < after.Alight; board++)
                {
                    if (!before.Pattern.CanAlight[alight] || !after.Pattern.CanBoard[board]) continue;
                    var (left, taken) = (before with { Alight = alight }, after with { Board = board });
                    var seconds = left.To == taken.From
                        ? t.Change[left.To] == int.MaxValue ? null : t.Change[left.To]
                        : Walk(left.To, taken.From);
                    var preference = t.Preferred.GetValueOrDefault((left.To, taken.From));
                    if (seconds is not { } change || preference <= best || left.Arrival + change > taken.Departure)
                        continue;
                    (best, rides[i - 1], rides[i]) = (preference, left, taken);
                }
        }
    }

    private string Id(int point) => t.Stops[t.StopOf[point]].Id;

    private Instant At(int seconds) => t.Base + Duration.FromSeconds(seconds);

    /// <summary>Stops to go by, met one after the other along a journey: where each was met the search knows.</summary>
    private sealed class StayList(TransitTimetable t, IReadOnlyList<TransitVia> vias)
    {
        /// <summary>The first that is not behind.</summary>
        internal int Next { get; set; }

        /// <summary>Seconds of the stays at a point, which are behind it then.</summary>
        /// <param name="point">The point.</param>
        /// <param name="upTo">So many are behind when the journey goes on.</param>
        internal int Take(int point, int upTo)
        {
            var seconds = 0;
            while (Next < upTo && t.PointsOf(t.StopIndex[vias[Next].Stop]).Contains(point))
                seconds += vias[Next++].StaySeconds;
            return seconds;
        }
    }
}
