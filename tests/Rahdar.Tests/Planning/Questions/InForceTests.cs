using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Quantities;
using Rahdar.Reports;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>Goal: a scenario that cannot act on the dates asked is said not to be in force, and no other is. Method:
/// the road of <see cref="TwoOffers"/>, boxes ready on 1 June 2025 and there on the 2nd; and the shipped railway of
/// 2028.</summary>
public sealed class InForceTests
{
    private static readonly DrawRequest Draw = new(1, 20);

    [Theory]
    [InlineData("2025-05-01", 5, 20, 30, true)]
    [InlineData("2025-05-01", 5, 20, 31, false)]
    [InlineData("2025-05-30", 7, 7, 7, false)]
    [InlineData("2025-06-01", 7, 7, 7, false)]
    [InlineData("2025-06-03", 7, 7, 7, false)]
    [InlineData("2025-06-04", 7, 7, 7, true)]
    public void Closure_acts_from_its_first_day_to_the_longest_it_may_last(
        string from, int least, int likely, int greatest, bool isIdle)
    {
        var answer = Answer(new Close(
            1, "", ClosureTarget.Crossing, "IRCCC-PKBBB", [], ShippedQuestion.Day(from),
            new Triangle(least, likely, greatest), "EST", Confidence.Low));
        Assert.Equal(isIdle, answer.Scenarios[0].IsIdle);
        Assert.Equal(isIdle, WhatIfText.Answer(answer).StartsWith(
            "drawn is NOT IN FORCE on these dates: IRCCC-PKBBB ", StringComparison.Ordinal));
        Assert.Equal(!isIdle, WhatIfJson.Answer(answer).Contains("\"inForce\": true,\n      \"notInForce\": []",
            StringComparison.Ordinal) && !WhatIfJson.Answer(answer).Contains("\"inForce\": false",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Scenario_with_one_change_that_acts_is_in_force_and_the_other_change_is_named()
    {
        var answer = Answer(
            new StopService(1, "", "T1"), new OpenLink(2, "", "PKAAA-PKBBB", new LocalDate(2025, 6, 2)));
        Assert.False(answer.Scenarios[0].IsIdle);
        Assert.Equal(["PKAAA-PKBBB opens on 2025-06-02, after the ready date 2025-06-01"], answer.Scenarios[0].Idle);
        Assert.Contains("Not in force on these dates: PKAAA-PKBBB opens", WhatIfText.Answer(answer),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Line_upgraded_later_and_room_that_no_plan_counts_are_not_in_force()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, "trucks on\n");
        IReadOnlyList<string> Idle(Modification change) =>
            InForce.ListIdle(network with { Modifications = [change] }, query, null);
        Assert.Single(Idle(new UpgradeLine(1, "", "PJ-A", new LocalDate(2025, 6, 2))));
        Assert.Empty(Idle(new UpgradeLine(1, "", "PJ-A", new LocalDate(2025, 6, 1))));
        Assert.Single(Idle(new SetCapacity(1, "", "GC-A", Triangle.Exactly(5), "EST", Confidence.Low)));
    }

    [Fact]
    public void Railway_of_2028_is_not_in_force_in_2025_and_is_in_2028()
    {
        var network = ShippedQuestion.Under("open-rasht-astara");
        var (now, then) = (ShippedQuestion.Of("PKUET", "RUASF", "2025-06-21", "2025-06-21"),
            ShippedQuestion.Of("PKUET", "RUASF", "2028-01-01", "2025-06-21"));
        Assert.True(InForce.IsNothing(network, InForce.ListIdle(network, now, null)));
        Assert.Empty(InForce.ListIdle(network, then, null));
    }

    private static WhatIfAnswer Answer(params Modification[] changes)
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, TwoOffers.Rail, TwoOffers.FrequentTrain, "trucks on\n");
        // By truck only: the train waits up to 84 h, and its last draw arrives later than the trucks.
        query = query with { Only = new HashSet<string> { "road" } };
        var value = ValueOfTime.OfData(network, query.Cargo);
        var baseline = WhatIf.Ask(network, query, value, Draw);
        var changed = ScenarioApply.Apply(network, new Scenario("drawn", null, changes));
        return new WhatIfAnswer(
            network, query, value, Draw, baseline, [WhatIf.Ask(changed, query, value, Draw, baseline)], []);
    }
}
