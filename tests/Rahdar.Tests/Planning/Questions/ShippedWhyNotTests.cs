using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Planning;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>Goal: what a forwarder would expect between Lahore and Astrakhan is there or is explained. Method: the
/// shipped corridor in June 2025.</summary>
[Trait("Category", "Slow")]
public sealed class ShippedWhyNotTests(ITestOutputHelper output)
{
    [Fact]
    public void Cancelled_train_is_not_offered_and_missed_in_the_answer()
    {
        var answer = Answer(ShippedCorridor.Network, "2025-06-17");
        var why = Ask(answer, "S-PKRU-RAIL");
        Assert.Equal("why-not:not-offered", why.Code);
        Assert.Contains(why.Evidence, e => e.Contains("CL-22", StringComparison.Ordinal));
        Assert.Contains(why.Supposed, p => p.Plan.Flags.Contains("announced-never-run"));
        var found = (PlanOutcome.Found)answer.Outcome;
        var unseen = UnseenWay.Of(
            answer, found, [.. ShortList.Choose(found.Plans).Select(s => s.Index)], Value(answer));
        Assert.InRange(unseen.Count, 1, UnseenWay.Most);
        Assert.Equal("not-offered", unseen.First(w => w.Subject == "S-PKRU-RAIL").Code);
    }

    [Fact]
    public void Taftan_is_closed_under_the_scenario()
    {
        var why = Ask(Answer(ShippedQuestion.Under("taftan-shut-30"), "2025-06-21"), "PKTFT");
        Assert.Equal("why-not:closed", why.Code);
        Assert.Contains("assumed reopening 2025-07-20", why.Message, StringComparison.Ordinal);
        Assert.Contains(why.Plans, p => p.IsOnFront);
        Assert.True(why.Supposed.Min(p => p.Plan.Arrival) < why.Plans.Min(p => p.Plan.Arrival));
    }

    [Theory]
    [InlineData("PJ-UAP", "R-AFNAI-AFPKM-1520 proposed")]
    [InlineData("PJ-RASHTASTARA", "R-IRASR-IRRAS-1435 planned")]
    [InlineData("R-IRASR-IRRAS-1435", "R-IRASR-IRRAS-1435 planned")]
    public void Railway_that_is_not_built_is_said_to_be_so_and_supposed(string way, string link)
    {
        var why = Ask(Answer(ShippedCorridor.Network, "2025-06-21"), way);
        Assert.Equal("why-not:not-built", why.Code);
        Assert.Contains(link, why.Message, StringComparison.Ordinal);
        Assert.NotEmpty(why.Supposed);
    }

    [Fact]
    public void Railway_on_paper_is_no_border_of_its_post_and_not_in_service_when_asked_for()
    {
        var answer = Answer(ShippedCorridor.Network, "2025-06-17");
        Assert.DoesNotContain(
            Ask(answer, "PKTOR").Evidence, e => e.Contains("DEFAULT-", StringComparison.Ordinal));
        var railway = Ask(answer, "DEFAULT-PKTOR-AFJAA-rail");
        Assert.Equal("why-not:not-built", railway.Code);
        Assert.Contains("R-PKTOR-AFJAA-1676 proposed", railway.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Post_shut_to_trade_is_closed_and_not_passed_by()
    {
        var why = Ask(Answer(ShippedCorridor.Network, "2025-06-17"), "PKWGH");
        Assert.Equal("why-not:closed", why.Code);
        Assert.Contains("WAGAH-RD", why.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PKKHI")]
    [InlineData("sea")]
    public void Sea_via_Karachi_is_shown(string way) =>
        Assert.Equal("why-not:shown", Ask(Answer(ShippedCorridor.Network, "2025-06-21"), way).Code);

    [Fact]
    public void Change_told_brings_a_beaten_plan_onto_the_front_and_a_cent_less_does_not()
    {
        var answer = Answer(ShippedCorridor.Network, "2025-06-21");
        var front = ((PlanOutcome.Found)answer.Outcome).Plans;
        var beaten = Ask(answer, "KZALA").Plans.Where(p => !p.IsOnFront).ToList();
        Assert.NotEmpty(beaten);
        foreach (var p in beaten)
        {
            var v = p.Plan.Vector;
            if (p.CentsLess is { } less)
            {
                Assert.True(Stands(v with { Cents = v.Cents - less }));
                Assert.False(Stands(v with { Cents = v.Cents - less + 1 }));
            }
            if (p.MinutesLess is { } earlier)
            {
                Assert.True(Stands(v with { A = v.A - earlier }));
                Assert.False(Stands(v with { A = v.A - earlier + 1 }));
            }
        }

        bool Stands((int A, long Cents, long Nepers, long Grams) v) => !front.Any(f =>
            f.Vector.A <= v.A && f.Vector.Cents <= v.Cents && f.Vector.Nepers <= v.Nepers && f.Vector.Grams <= v.Grams);
    }

    [Fact]
    public void What_was_not_yet_known_is_not_missed()
    {
        var network = ShippedCorridor.Network;
        var answer = Answer(network, "2025-06-11");
        var found = (PlanOutcome.Found)answer.Outcome;
        var knowledge = new Knowledge(network, answer.Query.Known);
        Assert.All(UnseenWay.Of(answer, found, [], Value(answer)), w =>
            Assert.DoesNotContain(network.Services, s =>
                s.Id == w.Subject && knowledge.OfferOf(s).Status == ServiceOffer.NotYetKnown));
    }

    private static PlanAnswer Answer(CorridorNetwork network, string known)
    {
        var query = ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", known);
        return new PlanAnswer(network, query, Planner.Plan(network, query), []);
    }

    private WhyNotAnswer Ask(PlanAnswer answer, string way)
    {
        var why = WhyNot.Ask(answer, ExpectedWay.Find(answer.Network, way)!, Value(answer));
        output.WriteLine($"{way}: {why.Code}; {why.Message}; {why.Change}");
        return why;
    }

    private static ValueOfTime Value(PlanAnswer answer) => ValueOfTime.OfData(answer.Network, answer.Query.Cargo);
}
