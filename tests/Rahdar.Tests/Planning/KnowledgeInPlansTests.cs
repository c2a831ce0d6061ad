using NodaTime;
using Rahdar.Planning;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: a plan knows what was known on its knowledge date and nothing more. Method: the events of June 2025 at Taftan,
/// asked of the shipped corridor before and after they became known, with and without an assumed closure.
/// </summary>
public sealed class KnowledgeInPlansTests(ITestOutputHelper output)
{
    private static readonly DateTimeZone Karachi = DateTimeZoneProviders.Tzdb["Asia/Karachi"];

    private static PlanQuery Quetta(string known) => ShippedQuestion.Of("PKUET", "RUASF", "2025-06-16", known);

    private static PlanQuery Lahore(string known) => ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", known);

    [Fact]
    public void Taftan_is_crossed_when_nothing_was_known_against_it()
    {
        var plans = ShippedQuestion.Plans(Quetta("2025-06-11"));
        var count = plans.Count(p => AtTaftan(p).Any());
        output.WriteLine($"{plans.Count} plans, {count} over Taftan");
        Assert.True(count > 0, "no plan crosses TAFTAN-RD or TAFTAN-RL");
    }

    [Fact]
    public void Assumed_closure_lets_no_clearance_start_before_the_assumed_reopening()
    {
        var reopens = Karachi.AtStartOfDay(new LocalDate(2025, 7, 20)).ToInstant();
        var plans = ShippedQuestion.Plans(ShippedQuestion.Under("taftan-shut-30"), Quetta("2025-06-21"));
        var through = plans.Where(p => AtTaftan(p).Any()).ToList();
        output.WriteLine($"{plans.Count} plans, {through.Count} over Taftan");
        Assert.All(through.SelectMany(AtTaftan), e => Assert.True(e.Departure >= reopens, $"{e.BorderId}"));
        Assert.All(through, p =>
            Assert.Contains(p.Assumptions, a => a.Contains("assumed reopening 2025-07-20", StringComparison.Ordinal)));
        Assert.All(through.SelectMany(AtTaftan).Where(e => e.WaitMinutes > 0),
            e => Assert.Contains("assumed reopening", e.WaitReason, StringComparison.Ordinal));
        Assert.NotEmpty(through);
    }

    [Fact]
    public void Reports_of_a_closure_are_priced_and_shown_with_the_denial_beside_them()
    {
        var query = Quetta("2025-06-21");
        var plans = ShippedQuestion.Plans(query);
        var through = plans.Where(p => AtTaftan(p).Any(e => e.BorderId == "TAFTAN-RD")).ToList();
        output.WriteLine($"{plans.Count} plans, {through.Count} over TAFTAN-RD");
        Assert.NotEmpty(through);
        foreach (var plan in through)
        {
            var disputed = Assert.Single(plan.Disputed, d => d.BorderId == "TAFTAN-RD");
            Assert.Equal("CL-21", disputed.ClaimId);
            Assert.InRange(disputed.ShutProbability, 0.01m, 0.99m);
            Assert.True(disputed.ExpectedDelayDays > 0);
            foreach (var claim in new[] { "CL-14", "CL-19", "CL-20", "CL-21" })
                Assert.Contains(disputed.Evidence, e => e.StartsWith($"{claim} ", StringComparison.Ordinal));
            Assert.Contains(disputed.Evidence, e => e.Contains("denied", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Train_announced_for_22_June_is_offered_while_only_the_announcement_was_known()
    {
        var plans = ShippedQuestion.Plans(Lahore("2025-06-11"));
        var by = plans.Where(Rides).ToList();
        output.WriteLine($"{plans.Count} plans, {by.Count} by S-PKRU-RAIL");
        Assert.NotEmpty(by);
        Assert.All(by, p => Assert.Contains("announced-never-run", p.Flags));
        Assert.All(plans.Except(by), p => Assert.DoesNotContain("announced-never-run", p.Flags));
        var first = by[0].Elements.First(e => e.ServiceId == "S-PKRU-RAIL");
        Assert.Equal(new LocalDateTime(2025, 6, 22, 23, 59), first.Departure.InZone(Karachi).LocalDateTime);
    }

    [Fact]
    public void Train_is_in_no_plan_once_its_cancellation_was_known()
    {
        var plans = ShippedQuestion.Plans(Lahore("2025-06-17"));
        output.WriteLine($"{plans.Count} plans");
        Assert.NotEmpty(plans);
        Assert.DoesNotContain(plans, Rides);
    }

    private static bool Rides(Itinerary plan) => plan.Elements.Any(e => e.ServiceId == "S-PKRU-RAIL");

    private static IEnumerable<Element> AtTaftan(Itinerary plan) =>
        plan.Elements.Where(e => e.BorderId is "TAFTAN-RD" or "TAFTAN-RL");
}
