using Rahdar.Network.Calendars;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>Goal: a plan run at planning values is the plan itself, so that all shifts are counted from it. Method:
/// every plan of a front of the shipped corridor, whoever owns the boxes.</summary>
[Trait("Category", "Slow")]
public sealed class PlanTimingTests
{
    [Theory]
    [InlineData(BoxSource.Shipper)]
    [InlineData(BoxSource.Carrier)]
    [InlineData(BoxSource.OneWay)]
    public void Run_at_planning_values_is_the_plan_itself(BoxSource box)
    {
        var query = ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", "2025-06-11") with { Box = box };
        var found = Assert.IsType<PlanOutcome.Found>(Planner.Plan(ShippedCorridor.Network, query));
        for (var i = 0; i < found.Plans.Count; i++)
        {
            var run = new PlanTiming(found.Context, found.Held(i)).Run(new Values.Planning());
            Assert.Equal(CorridorClock.MinuteOf(found.Plans[i].Arrival), run.Arrival);
            Assert.Equal(found.Plans[i].Cents, run.Cents);
        }
    }
}
