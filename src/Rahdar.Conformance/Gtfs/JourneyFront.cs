using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rahdar.Planning.Transit;

namespace Rahdar.Conformance.Gtfs;

/// <summary>A whole front against the published one, as itineraries in text.</summary>
internal static class JourneyFront
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("dd'T'HH:mm");

    internal static IEnumerable<Difference> Compare(JsonElement one, IReadOnlyList<TransitJourney> found)
    {
        if (one.TryGetProperty("expectedCount", out var count) && count.GetInt32() != found.Count)
            yield return new Difference("number of journeys", $"{count}", $"{found.Count}: {Join(found)}");
        if (!one.TryGetProperty("expected", out var expected)) yield break;
        var wanted = expected.EnumerateArray().Select(Text).ToList();
        var given = found.Select(Text).ToList();
        foreach (var missing in wanted.Except(given).ToList())
            yield return new Difference("journey", missing, Join(found));
        foreach (var extra in given.Except(wanted).ToList()) yield return new Difference("journey", "none", extra);
        if (wanted.Count != given.Count)
            yield return new Difference("number of journeys", $"{wanted.Count}", $"{given.Count}");
    }

    private static string Join(IReadOnlyList<TransitJourney> found) =>
        found.Count == 0 ? "no journey" : string.Join("; ", found.Select(Text));

    /// <summary>`01T08:00 01T08:40 0 changes: A 08:00 ~ T3 ~ D 08:40`.</summary>
    internal static string Text(TransitJourney journey) =>
        Line(journey.Departure, journey.Arrival, journey.Changes, journey.Legs.Select(l => new Leg(
            l.Kind.ToString().ToLowerInvariant(), l.From, l.Departure, l.To, l.Arrival, l.Trips)));

    private static string Text(JsonElement journey) => Line(
        Time(journey, "dep"), Time(journey, "arr"), journey.GetProperty("transfers").GetInt32(),
        journey.GetProperty("legs").EnumerateArray().Select(l => new Leg(
            l.GetProperty("kind").GetString()!, l.GetProperty("from").GetString()!, Time(l, "dep"),
            l.GetProperty("to").GetString()!, Time(l, "arr"),
            l.TryGetProperty("trips", out var trips) ? [.. trips.EnumerateArray().Select(t => t.GetString()!)] : [])));

    private sealed record Leg(
        string Kind, string From, Instant Departure, string To, Instant Arrival, IReadOnlyList<string> Trips);

    // A change of no time at one stop says nothing and is left out on both sides.
    private static string Line(Instant departure, Instant arrival, int changes, IEnumerable<Leg> legs) =>
        $"{Minute.Format(departure)} {Minute.Format(arrival)} {changes} changes: "
        + string.Join(", ", legs.Where(l => l.Kind != "transfer" || l.From != l.To || l.Arrival > l.Departure)
            .Select(l => $"{l.From} {Minute.Format(l.Departure)}"
                + $" ~ {(l.Trips.Count > 0 ? string.Join('+', l.Trips) : l.Kind)}"
                + $" ~ {l.To} {Minute.Format(l.Arrival)}"));

    private static Instant Time(JsonElement element, string name) =>
        JourneyQuestion.Parse(element.GetProperty(name).GetString()!);
}
