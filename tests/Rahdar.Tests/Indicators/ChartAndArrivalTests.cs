using NodaTime;
using Rahdar.Indicators.Arrivals;
using Rahdar.Indicators.Charts;
using Rahdar.Movements;
using Rahdar.Tests.Movements;

namespace Rahdar.Tests.Indicators;

/// <summary>Goal: the chart of a unit rises where it stands and slopes where it rides, and lateness is counted against
/// the plan. Method: written movements and arrivals.</summary>
public sealed class ChartAndArrivalTests
{
    [Fact]
    public void Chart_has_a_node_for_each_stay_and_a_leg_for_each_ride()
    {
        var chart = ChartLegs.Of(History.Fold(Told.LahoreToKabul), Told.Geography, place => place.Value);
        Assert.Equal(
            ["PKLHE-PKPEW", "PKPEW", "PKPEW-PKTOR", "PKTOR", "PKTOR-AFRKH", "AFRKH", "AFRKH-AFKBL"],
            chart.Legs.Select(l => l.Name));
        Assert.Equal(
            [(0m, 0m, 0m), (500, 20, 500), (500, 22, 510), (550, 24, 560), (550, 49, 680), (551, 50, 680),
                (551, 66, 760), (781, 76, 960)],
            chart.Points.Select(p => (p.Km, p.Hours, p.Usd!.Value)));
        Assert.Equal(("PKTOR", 43m / 76), (chart.WorstNode, chart.NodeTimeShare));
    }

    [Fact]
    public void Unknown_price_ends_the_line_of_cost_and_not_that_of_time()
    {
        var lines = Told.LahoreToKabul.Replace(" 12000", "", StringComparison.Ordinal);
        var chart = ChartLegs.Of(History.Fold(lines), Told.Geography, place => place.Value);
        Assert.Equal([0m, 500, 510, 560, null, null, null, null], chart.Points.Select(p => p.Usd));
        Assert.Equal((76m, null, null), (chart.TotalHours, chart.TotalUsd, chart.UsdPerKm));
    }

    [Fact]
    public void Chart_of_nothing_has_one_point_and_no_ratios()
    {
        var chart = TimeCostChart.Of([]);
        Assert.Single(chart.Points);
        Assert.Equal((null, null, null, null),
            (chart.NodeTimeShare, chart.WorstNode, chart.AverageSpeed, chart.UsdPerKm));
    }

    [Fact]
    public void Who_is_early_or_within_the_tolerance_is_on_time_and_who_is_missing_is_late()
    {
        // A early, B ten hours late, C thirty; D overdue, E due after the notes end, F told of nowhere else.
        var (at, end) = (History.At("10", "00:00"), History.At("14", "00:00"));
        var planned = "A B C D F".Split(' ').ToDictionary(id => new UnitId(id), _ => at);
        planned[new UnitId("E")] = end;
        var answer = ArrivalComparison.Of(
            planned,
            [
                (Truck("A"), at - Told.Hours(5)), (Truck("B"), at + Told.Hours(10)), (Truck("C"), at + Told.Hours(30)),
                (Truck("D"), null), (Truck("E"), null), (Truck("unplanned"), at),
            ],
            Told.Hours(24), end);
        Assert.Equal((4, 0.5), (answer.Punctuality.N, answer.Punctuality.Value));
        Assert.Equal((3, 35m / 3, 1), (answer.Late.N, answer.Late.Mean, answer.NotSeen));
    }

    private static Unit Truck(string id) => new(new UnitId(id), UnitKind.Truck, 1);
}
