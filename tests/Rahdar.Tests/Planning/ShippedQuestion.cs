using System.Collections.Concurrent;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning;

/// <summary>Questions about the shipped corridor: 16 boxes of 20 ft and 20 t, ready at local midnight.</summary>
/// <remarks>A search takes seconds, so each answer is kept for all tests of a run.</remarks>
internal static class ShippedQuestion
{
    private static readonly ConcurrentDictionary<string, Lazy<PlanOutcome>> Answers = [];

    /// <summary>A question by place ids and ISO dates.</summary>
    public static PlanQuery Of(string from, string to, string ready, string known)
    {
        var zone = ShippedCorridor.Network.GetPlace(new PlaceId(from)).Zone;
        return new PlanQuery(
            new PlaceId(from), new PlaceId(to), zone.AtStartOfDay(Day(ready)).ToInstant(), Day(known),
            new Cargo(16, 20, 20));
    }

    /// <summary>Plans of the shipped network.</summary>
    public static IReadOnlyList<Itinerary> Plans(PlanQuery query) => Plans(ShippedCorridor.Network, query);

    /// <summary>Plans of a network; a network and a question give the same answer, found once.</summary>
    public static IReadOnlyList<Itinerary> Plans(CorridorNetwork network, PlanQuery query)
    {
        var key = $"{network.ScenarioName} {query.From} {query.To} {query.Ready} {query.Known}";
        var answer = Answers.GetOrAdd(key, _ => new Lazy<PlanOutcome>(() => Planner.Plan(network, query)));
        return Assert.IsType<PlanOutcome.Found>(answer.Value).Plans;
    }

    /// <summary>The shipped network under a shipped scenario.</summary>
    public static CorridorNetwork Under(string scenario)
    {
        var faults = new FaultCollector();
        var text = Checkout.ReadText($"src/Rahdar.Tower/Scenarios/{scenario}.scenario");
        var read = ScenarioReader.Read(scenario, text, ShippedCorridor.Network, faults);
        Assert.Empty(faults.Faults);
        return ScenarioApply.Apply(ShippedCorridor.Network, read!);
    }

    /// <summary>`2025-06-11` as a date.</summary>
    public static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
