using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Indicators.Sections;

/// <summary>Measures the way of a unit, whole and by country.</summary>
/// <remarks>
/// A ride counts from its departure to its arrival; where one of the two is not told, neither its time nor its length
/// does. The way begins with the first movement told, and ends with the delivery or, without one, with the last
/// arrival. A unit that only goes from one post of a border to the other is on no section of a corridor.
/// </remarks>
public static class SectionFinder
{
    /// <summary>Sections of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="timeline">What it did.</param>
    /// <param name="crossings">Its border passages.</param>
    /// <param name="geography">Countries and lengths.</param>
    /// <param name="corridors">Corridors its border posts are counted to.</param>
    public static UnitSections Of(
        Unit unit, Timeline timeline, IReadOnlyList<Crossing> crossings, Geography geography,
        IReadOnlyList<string> corridors)
    {
        var rides = ListRides(timeline, geography);
        bool IsAcross(Ride ride) => geography.CountryOf(ride.From) != geography.CountryOf(ride.To);
        if (rides.TrueForAll(r => IsAcross(r) && crossings.Any(c => (c.From, c.To) == (r.From, r.To))))
            return new UnitSections(null, [], 0);
        var end = timeline.IsDelivered ? timeline.Stages[^1].End : rides[^1].End;
        var stages = timeline.Stages.Where(s => s.End <= end).ToList();
        var whole = Make(unit, "", geography, corridors, stages, rides, timeline.Activities);
        return new UnitSections(whole, ListCountries(unit, geography, corridors, stages, rides, timeline),
            rides.Count(IsAcross));
    }

    private static List<SectionRun> ListCountries(
        Unit unit, Geography geography, IReadOnlyList<string> corridors, List<Stage> stages, List<Ride> rides,
        Timeline timeline)
    {
        string? CountryOf(PlaceId from, PlaceId to) =>
            geography.CountryOf(from) is { Length: > 0 } country && country == geography.CountryOf(to) ? country : null;
        return
        [
            .. from ride in rides
               where CountryOf(ride.From, ride.To) is not null
               group ride by CountryOf(ride.From, ride.To)! into own
               select Make(
                   unit, own.Key, geography, corridors, [.. stages.Where(s => CountryOf(s.From, s.To) == own.Key)],
                   [.. own], [.. timeline.Activities.Where(a => CountryOf(a.Place, a.Place) == own.Key)]),
        ];
    }

    private static SectionRun Make(
        Unit unit, string country, Geography geography, IReadOnlyList<string> corridors, List<Stage> stages,
        List<Ride> rides, IReadOnlyList<ActivityTime> activities)
    {
        var (modes, cents) = (rides.Select(r => r.Mode).Distinct().ToList(), rides.Select(r => r.Cents)
            .Concat(activities.Select(a => a.Cents)).ToList());
        return new SectionRun(
            unit, country, modes is [var only] ? only : null, corridors, stages[0].Begin,
            rides.Exists(r => r.Km is null) ? null : rides.Sum(r => r.Km),
            Sum(rides.SelectMany(r => r.Stages)), Sum(stages), cents.Contains(null) ? null : cents.Sum(),
            geography.TonnesOf(unit));
    }

    private static Duration Sum(IEnumerable<Stage> stages) =>
        stages.Aggregate(Duration.Zero, (sum, stage) => sum + stage.Length);

    /// <summary>Rides of which both ends are told, in order of time.</summary>
    private static List<Ride> ListRides(Timeline timeline, Geography geography)
    {
        var (rides, open) = (new List<Ride>(), (Departed?)null);
        var moving = timeline.Stages.Where(s => s.Kind == StageKind.Moving).ToList();
        foreach (var movement in timeline.Movements)
            if (movement is Departed departed) open = departed;
            else if (movement is Arrived arrived)
            {
                if (open is not null && (open.Place, open.To) == (arrived.From, arrived.Place))
                    rides.Add(new Ride(
                        arrived.From, arrived.Place, arrived.Mode, arrived.At,
                        geography.KmOf(arrived.From, arrived.Place, arrived.Mode), arrived.Cents,
                        [.. moving.Where(s => s.Begin >= open.At && s.End <= arrived.At)]));
                open = null;
            }
        return rides;
    }

    private sealed record Ride(
        PlaceId From, PlaceId To, Mode Mode, Instant End, decimal? Km, long? Cents, IReadOnlyList<Stage> Stages);
}
