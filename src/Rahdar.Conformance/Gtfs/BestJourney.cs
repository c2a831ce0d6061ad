using System.Globalization;
using System.Text.Json;
using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Planning.Transit;

namespace Rahdar.Conformance.Gtfs;

/// <summary>The journey that comes first against the published best one: its rides, and its line of text.</summary>
/// <remarks>Line: `Stop 1g1 ~ BUS bus 0:03 0:04 ~ Stop 1g2 [C₁90]`: names of stops, mode, route and local times; what
/// stands in brackets is a cost of the source and is not compared. Some published cases give the line alone.</remarks>
internal static class BestJourney
{
    internal static IEnumerable<Difference> Compare(
        JsonElement expected, IReadOnlyList<TransitJourney> found, GtfsFeed feed)
    {
        var best = found.OrderBy(j => j.Arrival).ThenByDescending(j => j.Departure).ThenBy(j => j.Rides)
            .FirstOrDefault();
        if (best is null)
        {
            yield return new Difference("best journey", expected.GetProperty("summary").GetString()!, "no journey");
            yield break;
        }
        var legs = expected.GetProperty("legs").EnumerateArray().Select(l => string.Join(
            ' ', l.GetProperty("from").GetString(), JourneyQuestion.Parse(l.GetProperty("dep").GetString()!),
            l.GetProperty("to").GetString(), JourneyQuestion.Parse(l.GetProperty("arr").GetString()!))).ToList();
        var rides = best.Legs.Where(l => l.Kind == TransitLegKind.Service).ToList();
        var given = rides.Select(l => string.Join(' ', l.From, l.Departure, l.To, l.Arrival)).ToList();
        if (legs.Count > 0 && !legs.SequenceEqual(given))
            yield return new Difference("legs", string.Join(", ", legs), string.Join(", ", given));
        if (!expected.TryGetProperty("summary", out var summary)) yield break;
        var line = summary.GetString()!.Split('[')[0].Trim();
        var ours = Line(rides, feed);
        if (line.Contains('~') && line != ours) yield return new Difference("line", line, ours);
    }

    private static string Line(IReadOnlyList<TransitLeg> rides, GtfsFeed feed)
    {
        var text = Name(feed, rides[0].From);
        foreach (var ride in rides)
        {
            var trip = feed.Trips.FirstOrDefault(t => t.Id == ride.Trips[0]);
            var route = feed.Routes.FirstOrDefault(r => r.Id == trip?.RouteId);
            text += $" ~ {Mode(route)} {(route?.ShortName is { Length: > 0 } brief ? brief : route?.LongName)} "
                + $"{Local(ride.Departure, feed)} {Local(ride.Arrival, feed)} ~ {Name(feed, ride.To)}";
        }
        return text;
    }

    private static string Mode(GtfsRoute? route)
    {
        var word = TransitModes.Of(route?.Type ?? -1)[^1];
        return word.ToUpperInvariant();
    }

    private static string Name(GtfsFeed feed, string stop) => feed.Stops.First(s => s.Id == stop).Name;

    private static string Local(Instant at, GtfsFeed feed) =>
        at.InZone(feed.Zone).ToString("H:mm", CultureInfo.InvariantCulture);
}
