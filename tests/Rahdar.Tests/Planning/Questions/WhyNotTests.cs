using Rahdar.Planning;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Planning.Forecasts;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>Goal: each reason why a way is not gone has its own code, with what would change it. Method: drawings with
/// one reason each; times and margins by hand.</summary>
public sealed class WhyNotTests
{
    private const string TwoTrains = SpecAnswer.Basics +
        """
        link PKAAA PKBBB rail 1676 500km
        train T1 PKAAA PKBBB rail weekly 2 capacity 40
        train T2 PKAAA PKBBB rail weekly 1 capacity 40
        train T3 PKAAA PKBBB rail weekly 3 capacity 1
        query PKAAA PKBBB ready 2025-06-01T00:00Z

        """;

    private const string TwoWays = SpecAnswer.Basics +
        """
        place PKEEE Asia/Karachi
        place IRFFF Asia/Tehran
        place PKGGG Asia/Karachi
        link PKAAA PKBBB road 300km
        link PKBBB IRCCC road 30km
        link IRCCC IRDDD road 300km
        link PKAAA PKEEE road 600km
        link PKEEE IRFFF road 30km
        link IRFFF IRDDD road 600km
        link PKAAA PKGGG road 400km
        link PKGGG PKBBB road 400km
        border PKBBB IRCCC road 6h 100
        border PKEEE IRFFF road 6h 100
        trucks on
        query PKAAA IRDDD ready 2025-06-01T00:00Z

        """;

    [Fact]
    public void Rarer_train_is_beaten_by_the_more_frequent_one()
    {
        // Half of 168 h instead of half of 84 h: 42 h later for the same 160 USD. A cent less, or 42 h and a minute
        // earlier, and it would be back.
        var why = Ask(TwoTrains, "T2");
        Assert.Equal("why-not:beaten", why.Code);
        var plan = Assert.Single(why.Plans);
        Assert.Equal(42 * 60, plan.Plan.Minutes - plan.Beater!.Minutes);
        Assert.Equal((0, 1L, 42 * 60 + 1), (plan.BeaterIndex, plan.CentsLess, plan.MinutesLess));
        Assert.Contains("1 USD cheaper, or 42 h earlier", why.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void Longer_way_over_another_border_is_beaten_in_time_and_cost()
    {
        // 62 h and 2,720 USD against 35 h (with 6 h at the border 29 h) and 1,520 USD.
        var why = Ask(TwoWays, "PKEEE");
        Assert.Equal("why-not:beaten", why.Code);
        var plan = Assert.Single(why.Plans);
        Assert.Equal(
            (20 * 60, 1_200_00L), (plan.Plan.Minutes - plan.Beater!.Minutes, plan.Plan.Cents - plan.Beater.Cents));
        Assert.Equal((1_200_01L, 20 * 60 + 1), (plan.CentsLess, plan.MinutesLess));
    }

    [Fact]
    public void Way_of_a_plan_shown_is_shown()
    {
        var why = Ask(TwoTrains, "T1");
        Assert.Equal(("why-not:shown", ""), (why.Code, why.Change));
        Assert.Contains("plan 1", why.Message, StringComparison.Ordinal);
        Assert.True(Assert.Single(why.Plans).IsOnFront);
    }

    [Fact]
    public void Too_small_a_train_is_named_with_its_capacity()
    {
        var why = Ask(TwoTrains, "T3");
        Assert.Equal("why-not:capacity", why.Code);
        Assert.Contains("2 TEU asked, 1 a departure", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_to_be_avoided_is_a_limit_of_the_question()
    {
        var why = Ask(TwoWays, "B-PKBBB-IRCCC-road", q => q with { Avoid = new HashSet<string> { "PKBBB" } });
        Assert.Equal("why-not:limits", why.Code);
        Assert.Contains("avoid PKBBB", why.Message, StringComparison.Ordinal);
        Assert.Equal(29 * 60, Assert.Single(why.Supposed).Plan.Minutes);
    }

    [Fact]
    public void Shut_border_is_closed_and_told_what_it_would_be_if_open()
    {
        var why = Ask(TwoWays + "closed PKBBB IRCCC road 2025-05-31 7d\n", "PKBBB-IRCCC");
        Assert.Equal("why-not:closed", why.Code);
        Assert.Contains("2025-06-07", why.Message, StringComparison.Ordinal);
        var open = Assert.Single(why.Supposed);
        Assert.Equal((29 * 60, 1_520_00L, true), (open.Plan.Minutes, open.Plan.Cents, open.IsOnFront));
        Assert.True(why.Plans.All(p => p.Plan.Minutes > 29 * 60));
    }

    [Fact]
    public void Place_that_a_shorter_way_passes_by_is_said_to_be_passed_by() =>
        Assert.Equal("why-not:passed-by", Ask(TwoWays, "PKGGG").Code);

    [Fact]
    public void Mode_that_nothing_goes_by_is_not_joined() =>
        Assert.Equal("why-not:not-joined", Ask(TwoWays, "air").Code);

    [Fact]
    public void Way_is_found_in_any_case_and_a_pair_from_either_end()
    {
        var network = SpreadDrawing.NetworkOf(TwoWays);
        Assert.Equal("IRCCC-PKBBB", ExpectedWay.Find(network, "pkbbb-irccc")?.Id);
        Assert.Equal("rail", ExpectedWay.Find(network, "Rail")?.Id);
        Assert.Null(ExpectedWay.Find(network, "nowhere"));
    }

    private static WhyNotAnswer Ask(string drawing, string way, Func<PlanQuery, PlanQuery>? ask = null)
    {
        var network = SpreadDrawing.NetworkOf(drawing);
        var query = DrawnCorridor.QueryOf(DrawingParser.Parse(drawing)) with { Avoid = new HashSet<string>() };
        var answer = SpreadDrawing.Answer(network, ask is null ? query : ask(query));
        return WhyNot.Ask(answer, ExpectedWay.Find(network, way)!, SpreadDrawing.ValueOf(answer));
    }
}
