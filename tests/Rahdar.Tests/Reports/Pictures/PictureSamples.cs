using System.Text.Json;
using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;
using Rahdar.Tests.House;
using Rahdar.Tests.Planning.Questions;

namespace Rahdar.Tests.Reports.Pictures;

/// <summary>One small picture of each kind, from results made by hand or drawn corridors.</summary>
internal static class PictureSamples
{
    private const string Source = "a source";

    public static IReadOnlyList<string> Names { get; } =
        ["bars-days50", "gantt", "map", "map-delays", "queues", "string-line", "time-cost"];

    public static Picture Of(string name, Language language)
    {
        var speech = Speech.Of(language);
        return name switch
        {
            "bars-days50" => Bars(speech),
            "gantt" => Gantt(speech),
            "map" => CorridorMap.OfPlan(speech, Rail().Network, PlanOf(Rail().Found), Source),
            "map-delays" => CorridorMap.OfDelays(
                speech, SimulationSamples.Answer().Network, SimulationSamples.Result(), Source),
            "queues" => QueueChart.Of(
                speech, SimulationSamples.Answer().Network, SimulationSamples.Result(), Source)!,
            "string-line" => Strings(speech),
            "time-cost" => TimeCostChart.Of(speech, Points().Planned, Points().Happened, Source),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    /// <summary>The points of the sample, and the same a quarter later.</summary>
    public static (IReadOnlyList<WayPoint> Planned, IReadOnlyList<WayPoint> Happened) Points()
    {
        using var json = JsonDocument.Parse(
            Checkout.ReadText("tests/Rahdar.Tests/Reports/Pictures/time-cost-distance.json"));
        var names = json.RootElement.GetProperty("legs").EnumerateArray()
            .Select(l => l.GetProperty("name").GetString()!).Prepend("").ToList();
        var planned = json.RootElement.GetProperty("expected").GetProperty("points").EnumerateArray()
            .Select((p, i) => new WayPoint(
                p.GetProperty("km").GetDouble(), p.GetProperty("h").GetDouble(), p.GetProperty("usd").GetDouble(),
                names[i]))
            .ToList();
        return (planned, [.. planned.Select(p => p with { Hours = p.Hours * 1.25, Usd = null })]);
    }

    private static Picture Bars(Speech speech)
    {
        Estimate Of(double mean, double half) => new(mean, half, 4);
        return ChangeBars.Of(
            speech, "bars-days50", speech.Say("bars.days50"), speech.Say("axis.days"), "d",
            [
                new BarPair("Alpha", Of(5, 0.5), Of(7.5, 0.6), Of(2.5, 0.4)),
                new BarPair("Bravo", Of(6, 0.5), Of(6.1, 0.6), Of(0.1, 0.4)),
                new BarPair("Charlie", Of(4, 0.2), new Estimate(double.NaN, double.NaN, 0),
                    new Estimate(double.NaN, double.NaN, 0)),
            ],
            4, Source);
    }

    private static Picture Gantt(Speech speech)
    {
        var (network, query, found) = Rail();
        var answer = new PlanAnswer(network, query, found, []);
        var index = found.Plans.ToList().IndexOf(PlanOf(found));
        var forecast = found.Forecast([index], new DrawRequest(Seed: 50, Replicates: 1))[0];
        return PlanGantt.Of(speech, answer, found.Plans[index], forecast, Source);
    }

    private static (Rahdar.Network.CorridorNetwork Network, PlanQuery Query, PlanOutcome.Found Found) Rail()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Rail, TwoOffers.DatedTrain);
        return (network, query, (PlanOutcome.Found)Planner.Plan(network, query));
    }

    private static Itinerary PlanOf(PlanOutcome.Found found) => found.Plans[0];

    /// <summary>Two trains that meet in the middle, and one that only goes half the way.</summary>
    private static Picture Strings(Speech speech)
    {
        var (a, b, c) = (new PlaceId("PKAAA"), new PlaceId("PKBBB"), new PlaceId("IRCCC"));
        var begin = Instant.FromUtc(2025, 6, 1, 0, 0);
        IEnumerable<Movement> Ride(string id, PlaceId from, PlaceId to, double leaves, double comes)
        {
            var unit = new UnitId(id);
            yield return new Departed(unit, begin + Duration.FromHours(leaves), from, to, Mode.Rail, "");
            yield return new Arrived(unit, begin + Duration.FromHours(comes), to, from, Mode.Rail, "");
        }
        Movement[] all =
        [
            .. Ride("T/1", a, b, 1, 8), .. Ride("T/1", b, c, 9, 10), .. Ride("T/2", c, b, 6, 7.5),
            .. Ride("T/2", b, a, 8.2, 15), .. Ride("T/3", a, b, 12, 19),
        ];
        var units = all.Select(m => m.Unit).Distinct().Select(u => new Unit(u, UnitKind.Train, 1)).ToList();
        var line = new TrainLine("A line", [(a, 0), (b, 300), (c, 330)], ["S-1", "S-2"]);
        return StringLine.Of(speech, Rail().Network, line, new MovementLog(units, all), begin, 1, Source);
    }
}
