using Rahdar.Indicators;
using Rahdar.Movements;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: simulated boxes tell what their plan costs, no more and no less, and TFI2 and TFI3 follow from it.
/// Method: boxes by truck and by train through the shipped corridor, their bill against that of the plan.</summary>
[Trait("Category", "Slow")]
public sealed class SimulatedPriceTests
{
    private static readonly Lazy<SimulationAnswer> Simulated = new(() =>
    {
        var faults = new FaultCollector();
        var answer = SimulateVerb.Answer(
            ShippedCorridor.Network,
            new SimulateRequest("2025-05-01")
            {
                Known = "2025-05-01",
                Days = 90,
                WarmUpDays = 5,
                Replications = 1,
                Consignments = ["16x20ft:20t PKLHE UZTAS 2025-05-02", "3x20ft:20t PKKHI PKLHE 2025-05-02"],
            },
            faults);
        Assert.True(faults.IsClean, string.Join('\n', faults.Faults));
        return answer!;
    });

    [Fact]
    public void Bill_of_boxes_is_that_of_their_plan_without_storage()
    {
        var told = Movements().ToLookup(m => m.Unit.Value);
        Assert.All(Simulated.Value.Consignments, way =>
        {
            Assert.Contains(told[way.Id], m => m is Delivered);
            Assert.Equal(
                way.Plan.Cents - way.Plan.StorageLines.Sum(l => l.Cents), told[way.Id].Sum(m => CentsOf(m) ?? 0));
            Assert.DoesNotContain(told[way.Id], m => m is Ended or Arrived && CentsOf(m) is null);
        });
    }

    [Fact]
    public void A_truck_pays_its_border_and_nothing_is_told_of_a_train()
    {
        var told = Movements().ToList();
        var torkham = told.OfType<Ended>().Where(e => e.Resource == "TORKHAM-RD-OUT" && e.Cents is not null).ToList();
        Assert.NotEmpty(torkham);
        Assert.All(torkham, e => Assert.True(e.Cents > 0, $"{e} {e.Cents}"));
        Assert.All(told.OfType<Arrived>().Where(a => a.Unit.Value.Contains("S-PR-", StringComparison.Ordinal)),
            a => Assert.Null(a.Cents));
    }

    [Fact]
    public void Costs_at_borders_and_of_ways_are_known()
    {
        var units = new Dictionary<UnitId, Unit>();
        var movements = new List<Movement>();
        CorridorSimulation.Trace(Simulated.Value.Result, 0, (unit, movement) =>
        {
            units.TryAdd(unit.Id, unit);
            movements.Add(movement);
        });
        var builder = new MeasurementBuilder(Geography.Of(ShippedCorridor.Network));
        builder.Add(new MovementLog([.. units.Values], movements));
        var sheet = IndicatorSheet.Of(builder.Finish(), [IndicatorKey.Post]);
        Assert.True(sheet.AllBorders.Cost.N > 0, "TFI2 is unknown");
        Assert.True(sheet.AllSections.Cost.N > 0, "TFI3 is unknown");
    }

    private static IEnumerable<Movement> Movements()
    {
        var movements = new List<Movement>();
        CorridorSimulation.Trace(Simulated.Value.Result, 0, (_, movement) => movements.Add(movement));
        return movements;
    }

    private static long? CentsOf(Movement movement) => movement switch
    {
        Arrived arrived => arrived.Cents,
        Ended ended => ended.Cents,
        _ => null,
    };
}
