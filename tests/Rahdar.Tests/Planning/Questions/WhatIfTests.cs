using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>
/// Goal: scenarios are compared draw by draw. Method: two trucks and two ways, the short one 29 h and 1,520 USD, the
/// other 49 h and 2,720 USD; figures of drawings are single values, so every draw is the plan.
/// </summary>
public sealed class WhatIfTests
{
    private const string TwoWays = SpecAnswer.Basics +
        """
        place PKEEE Asia/Karachi
        place IRFFF Asia/Tehran
        link PKAAA PKBBB road 300km
        link PKBBB IRCCC road 30km
        link IRCCC IRDDD road 300km
        link PKAAA PKEEE road 600km
        link PKEEE IRFFF road 30km
        link IRFFF IRDDD road 600km
        border PKBBB IRCCC road 6h 100
        border PKEEE IRFFF road 6h 100
        trucks on
        query PKAAA IRDDD ready 2025-06-01T00:00Z

        """;

    private static readonly DrawRequest FewDraws = new(1, 50);

    [Fact]
    public void Border_shut_for_long_costs_the_difference_of_the_two_ways()
    {
        var (open, shut) = (Case(TwoWays), Case(TwoWays + "closed PKBBB IRCCC road 2025-05-31 40d"));
        Assert.Equal(("", "drawing"), (open.Name, shut.Name));
        var changes = WhatIf.Changes(open, shut);
        Assert.Equal([Criterion.Fastest, Criterion.Cheapest, Criterion.BestValue], changes.Select(c => c.Pick));
        // Cheapest is to wait: 24 * 40 - 29 h to the reopening and 18 h from the border, in place of 29 h in all.
        Assert.Equal([20 * 60m, 920 * 60m, 20 * 60m], changes.Select(c => c.Minutes!.Value.Mean));
        Assert.Equal([1_200_00m, 0m, 1_200_00m], changes.Select(c => c.Cents!.Value.Mean));
        Assert.Equal([true, false, true], changes.Select(c => c.Cents!.Value.IsBeyondUncertainty));
        Assert.All(changes, c => Assert.Equal(0, c.Unpaired));
        Assert.All(changes, c => Assert.Equal(c.Minutes!.Value.P10, c.Minutes.Value.P90));
    }

    [Fact]
    public void Nothing_changed_is_within_its_uncertainty()
    {
        var change = WhatIf.Changes(Case(TwoWays), Case(TwoWays))[0];
        Assert.Equal(0m, change.Minutes!.Value.Mean);
        Assert.False(change.Minutes.Value.IsBeyondUncertainty);
    }

    [Theory]
    [InlineData(-5, 5, false)]
    [InlineData(0, 5, false)]
    [InlineData(-5, 0, false)]
    [InlineData(1, 5, true)]
    [InlineData(-5, -1, true)]
    public void Band_that_does_not_cover_zero_exceeds_its_uncertainty(int p10, int p90, bool exceeds) =>
        Assert.Equal(exceeds, new WeightedSpread(0, p10, 0, p90).IsBeyondUncertainty);

    [Fact]
    public void Scenario_without_a_way_is_told_with_its_code()
    {
        var shut = Case(TwoWays, q => q with { Avoid = new HashSet<string> { "B-PKBBB-IRCCC-road", "PKEEE" } });
        Assert.StartsWith("no-plan:", shut.Reason!.Code, StringComparison.Ordinal);
        Assert.Empty(shut.Picked);
        Assert.Empty(WhatIf.Changes(Case(TwoWays), shut));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Cases_of_the_shipped_corridor_are_under_the_same_luck()
    {
        var query = ShippedQuestion.Of("PKUET", "RUASF", "2025-06-21", "2025-06-21");
        var value = ValueOfTime.OfData(ShippedCorridor.Network, query.Cargo);
        ScenarioCase Ask(CorridorNetwork n) => WhatIf.Ask(n, query, value, FewDraws);
        var (baseline, later, shut) = (Ask(ShippedCorridor.Network), Ask(ShippedQuestion.Under("open-rasht-astara")),
            Ask(ShippedQuestion.Under("taftan-shut-30")));
        // The railway opens in 2028: nothing of 2025 is drawn otherwise.
        Assert.All(WhatIf.Changes(baseline, later), c =>
            Assert.Equal(new WeightedSpread(0, 0, 0, 0), c.Minutes!.Value));
        Assert.Contains(WhatIf.Changes(baseline, shut), c => c.Minutes!.Value.IsBeyondUncertainty
            || c.Cents!.Value.IsBeyondUncertainty);
    }

    private static ScenarioCase Case(string text, Func<PlanQuery, PlanQuery>? ask = null)
    {
        var drawing = DrawingParser.Parse(text);
        var (network, query) = (DrawnCorridor.NetworkOf(drawing), DrawnCorridor.QueryOf(drawing));
        var value = ValueOfTime.OfData(network, query.Cargo);
        return WhatIf.Ask(network, ask is null ? query : ask(query), value, FewDraws);
    }
}
