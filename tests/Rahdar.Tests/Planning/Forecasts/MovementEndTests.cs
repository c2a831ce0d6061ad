using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Tests.Planning.Questions;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>Goal: the spread of each step of a plan is that of the same runs as its arrival. Method: a drawn road, and
/// a train that leaves twice a week.</summary>
public sealed class MovementEndTests
{
    private static readonly double[] Shares = [0.1, 0.5, 0.9];

    [Fact]
    public void Last_movement_ends_when_the_plan_arrives()
    {
        var (plan, forecast) = Of("", TwoOffers.Road, "trucks on\n");
        Assert.All(Shares, s => Assert.Equal(
            forecast.Arrival(s).Value, forecast.EndOf(plan.Elements[^1].Movement, s)));
    }

    [Fact]
    public void Movements_end_one_after_another_in_every_share()
    {
        var (plan, forecast) = Of("T1", TwoOffers.Rail, TwoOffers.FrequentTrain);
        var numbers = plan.Elements.Select(e => e.Movement).Distinct().ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.True(numbers.Count > 1);
        foreach (var share in Shares)
        {
            var ends = numbers.Select(n => forecast.EndOf(n, share)!.Value).ToList();
            Assert.Equal(ends.Order(), ends);
        }
        // The wait for the train is anything from 0 to 84 h: its spread is that of the ride behind it.
        Assert.True((forecast.EndOf(numbers[^1], 0.9) - forecast.EndOf(numbers[^1], 0.1))!.Value.TotalHours > 48);
    }

    /// <summary>The first plan that rides a service, and what becomes of it.</summary>
    private static (Itinerary Plan, Forecast Forecast) Of(string service, params string[] parts)
    {
        var (network, query) = TwoOffers.Of(parts);
        var found = (PlanOutcome.Found)Planner.Plan(network, query);
        var index = found.Plans.Index()
            .First(p => service.Length == 0 || p.Item.Elements.Any(e => e.ServiceId == service)).Index;
        return (found.Plans[index], found.Forecast([index], new DrawRequest(Replicates: 400))[0]);
    }
}
