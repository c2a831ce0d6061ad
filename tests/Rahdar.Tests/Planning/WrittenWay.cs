using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Quantities;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning;

/// <summary>A plan of the shipped corridor written by hand, `PKLHE rail PKTFT TAFTAN-RL IRMJV rail IRZAH`, so that
/// its papers can be told without a search.</summary>
/// <remarks>Between two places stands a mode, `sea:SERVICE`, or a border row, which makes two elements as in a plan of
/// the search: the clearance and the ride over the link. Each element takes a day, the first begins on 21 June 2025 at
/// 00:00 UTC.</remarks>
internal static class WrittenWay
{
    private static readonly Instant Start = Instant.FromUtc(2025, 6, 21, 0, 0);

    private static readonly Dictionary<string, ElementKind> Rides = new()
    {
        ["rail"] = ElementKind.Rail,
        ["road"] = ElementKind.Road,
        ["sea"] = ElementKind.Sea,
        ["air"] = ElementKind.Air,
    };

    private static CorridorNetwork Network => ShippedCorridor.Network;

    /// <summary>The papers of a way, by what was known on a day.</summary>
    public static PaperTrail Papers(string way, string known = "2025-06-11")
    {
        var plan = Plan(way);
        var (from, to) = (plan.Elements[0].From, plan.Elements[^1].To);
        var query = new PlanQuery(from, to, Start, ShippedQuestion.Day(known), new Cargo(16, 20, 20));
        return PaperTrail.Of(Network, query, plan);
    }

    private static Itinerary Plan(string way)
    {
        var words = way.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var elements = new List<Element>();
        for (var i = 1; i < words.Length; i += 2)
            Add(elements, words[i], new PlaceId(words[i - 1]), new PlaceId(words[i + 1]));
        return new Itinerary(elements, Start, elements[^1].Arrival, 0, default, 0, [], [], [], []);
    }

    private static void Add(List<Element> elements, string by, PlaceId from, PlaceId to)
    {
        Assert.True(Network.Places.ContainsKey(from) && Network.Places.ContainsKey(to), $"{from} or {to} is no place");
        var (word, service) = by.Split(':') is [var w, var s] ? (w, s) : (by, "");
        if (Rides.TryGetValue(word, out var ride))
        {
            elements.Add(Step(ride, service, ""));
            return;
        }
        var border = Network.Borders.FirstOrDefault(b => b.Id == word && b.Covers(from, to))
            ?? throw new FormatException($"no border {word} from {from} to {to}");
        elements.Add(Step(ElementKind.Border, "", border.Id));
        elements.Add(Step(border.Mode == Mode.Rail ? ElementKind.Rail : ElementKind.Road, "", ""));

        Element Step(ElementKind kind, string serviceId, string borderId)
        {
            var begins = Start + Duration.FromDays(elements.Count);
            return new Element(
                kind, from, to, begins, begins + Duration.FromDays(1), 0, "", serviceId, borderId, 1, [], default, 0,
                "");
        }
    }
}
