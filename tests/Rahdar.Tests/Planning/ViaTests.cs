using Rahdar.Planning;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: a question bound to pass something gets exactly the plans that pass it. Method: on the shipped corridor, by a
/// border, a service, both in order, and something that no way passes.
/// </summary>
[Trait("Category", "Slow")]
public sealed class ViaTests
{
    private static readonly PlanQuery Free = ShippedQuestion.Of("PKLHE", "UZTAS", "2025-07-01", "2025-07-01");

    [Theory]
    [InlineData("TORKHAM-RD-OUT")]
    [InlineData("S-PR-LHEKHI")]
    public void Every_plan_passes_it_and_no_plan_of_the_free_front_that_does_is_lost(string via)
    {
        var bound = Plans(Free with { Via = [via] });
        Assert.All(bound, p => Assert.Contains(p.Elements, e => Passes(e, via)));
        var free = Plans(Free);
        foreach (var plan in free.Where(p => p.Elements.Any(e => Passes(e, via))))
            Assert.Contains(plan.Vector, bound.Select(p => p.Vector));
        Assert.All(bound, p => Assert.Contains(free, f => f.Vector.A <= p.Vector.A && f.Cents <= p.Cents
            && f.Vector.Nepers <= p.Vector.Nepers && f.Grams <= p.Grams));
    }

    [Fact]
    public void Two_things_are_passed_in_their_order()
    {
        foreach (var plan in Plans(Free with { Via = ["S-PR-LHEKHI", "TORKHAM-RD-OUT"] }))
        {
            var first = plan.Elements.Index().First(e => Passes(e.Item, "S-PR-LHEKHI")).Index;
            Assert.Contains(plan.Elements.Skip(first), e => Passes(e, "TORKHAM-RD-OUT"));
        }
    }

    [Fact]
    public void A_place_that_no_way_passes_is_a_coded_no()
    {
        var no = Assert.IsType<PlanOutcome.NotFound>(
            Planner.Plan(ShippedCorridor.Network, Free with { Via = ["RUMOW"], Avoid = new HashSet<string> { "RU" } }));
        Assert.Equal("no-plan:via", no.Reason.Code);
    }

    private static IReadOnlyList<Itinerary> Plans(PlanQuery query) =>
        Assert.IsType<PlanOutcome.Found>(Planner.Plan(ShippedCorridor.Network, query)).Plans;

    private static bool Passes(Element e, string id) =>
        e.BorderId == id || e.ServiceId == id || e.From.Value == id || e.To.Value == id;
}
