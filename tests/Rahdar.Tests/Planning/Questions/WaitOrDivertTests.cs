using System.Collections.Frozen;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Quantities;
using Rahdar.Reports;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>
/// Goal: whether to wait, until when and where, is what a clerk would reckon. Method: two trucks and two ways, the
/// short one shut; 24 USD a TEU and day are 2 USD an hour for both boxes. Through takes 29 h and 1,520 USD, 11 h
/// and 620 USD of it up to the border; the other way 49 h and 2,720 USD, from the border back 59 h and 3,320 USD.
/// </summary>
public sealed class WaitOrDivertTests
{
    private const string Crossing = "B-PKBBB-IRCCC-road";

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

    // The knowledge date of a drawing is the day before: day 0 begins 29 h before the boxes are ready.
    private const string Shut = "closed PKBBB IRCCC road 2025-05-31 ";

    [Fact]
    public void Week_is_waited_out_at_the_border()
    {
        // Day 7 begins 24 * 7 - 29 = 139 h after the start; 18 h more from the border: 157 h. 1,520 + 2 * 157 = 1,834.
        var w = Weighed(TwoWays + Shut + "7d");
        Assert.Equal(["PKAAA", "PKBBB"], w.Points.Select(p => p.Place.Value));
        Assert.Equal(("PKBBB", null), (w.Recommended.Point.Place.Value, w.Recommended.LastDay));
        Assert.Equal(1_834_00m, w.Recommended.Generalised.Mean);
        Assert.Equal(Instant.FromUtc(2025, 6, 7, 13, 0), w.Recommended.ArrivalP50);
        Assert.Equal(2_818_00m, w.LeaveAtOnce!.Generalised.Mean);
        Assert.Equal(984_00m, w.Recommended.LessThan(w.LeaveAtOnce).Mean);
        Assert.Equal(RemainingBasis.Scenario, w.Crossing.Remaining!.Basis);
    }

    [Fact]
    public void Forty_days_are_not_waited_for()
    {
        // At the border 24 * 40 - 11 = 949 h: 1,520 + 1,898 = 3,418 against 2,818 by the other way.
        var w = Weighed(TwoWays + Shut + "40d");
        Assert.Equal(w.LeaveAtOnce, w.Recommended);
        Assert.Equal(3_418_00m, w.AlwaysWait!.Generalised.Mean);
        Assert.Equal(0m, w.Recommended.ThroughShare);
    }

    [Fact]
    public void Last_paying_day_is_where_both_cost_the_same() =>
        // 1,520 + 2 * (24 d - 11) <= 2,818 up to d = 27.5.
        Assert.Equal(27, Weighed(TwoWays + Shut + "7d").LastPayingDay);

    [Fact]
    public void Records_are_weighed_one_by_one_and_the_wait_ends_before_the_long_one()
    {
        // At the origin until day 10: 1,520 + 48 d for 3, 5 and 10; else 2,720 + 2 * (211 + 49) = 3,240. Mean 2,166.
        var w = Weighed(TwoWays, n => WithRecords(n, [3, 5, 10, 100]));
        Assert.Equal((CrossingState.Shut, RemainingBasis.Records, 4),
            (w.Crossing.State, w.Crossing.Remaining!.Basis, w.Crossing.Remaining.Count));
        Assert.Equal(("PKAAA", 10), (w.Recommended.Point.Place.Value, w.Recommended.LastDay));
        Assert.Equal(new LocalDate(2025, 6, 10), w.Recommended.Until);
        Assert.Equal(2_166_00m, w.Recommended.Generalised.Mean);
        Assert.Equal(0.75m, w.Recommended.ThroughShare);
        // Against 2,818: 1,154, 1,058 and 818 less, or 422 more.
        var less = w.Recommended.LessThan(w.LeaveAtOnce!);
        Assert.Equal((652_00m, -422_00L, 1_154_00L), (less.Mean, less.P10, less.P90));
        // At the border until day 10: 1,642, 1,738, 1,978, or back: 3,940 + 2 * (211 + 59) = 4,480.
        Assert.Equal(2_459_50m,
            w.Policies.Single(p => p.Point.Place.Value == "PKBBB" && p.LastDay == 10).Generalised.Mean);
        Assert.Equal(2_914_00m, w.AlwaysWait!.Generalised.Mean);
    }

    [Fact]
    public void Days_already_passed_leave_only_longer_records()
    {
        var w = Weighed(TwoWays, n => WithRecords(n, [3, 5, 10, 100], 5));
        Assert.Equal([new ReopeningDay(5, 0.5m), new ReopeningDay(95, 0.5m)], w.Crossing.Remaining!.Days);
    }

    [Fact]
    public void Closure_longer_than_every_record_follows_the_rule_and_says_so()
    {
        var remaining = Weighed(TwoWays, n => WithRecords(n, [3, 5, 10], 20)).Crossing.Remaining!;
        Assert.Equal(RemainingBasis.Rule, remaining.Basis);
        Assert.Equal(new Triangle(21, 40, 80), remaining.WholeDays);
        Assert.All(remaining.Days, d => Assert.InRange(d.Day, 1, 60));
        Assert.Equal(1m, Math.Round(remaining.Days.Sum(d => d.Weight), 9));
    }

    [Fact]
    public void Dispute_is_open_on_the_first_day_with_the_chance_that_it_is_not_shut()
    {
        // Day 1 lies before the start: through at once, 1,578. Shut until day 10: from the border 1,978. 0.7 and 0.3.
        var w = Weighed(
            TwoWays + "disputed PKBBB IRCCC road 0.30", n => n with { Closures = [.. n.Closures, Ended(10, 0)] });
        Assert.Equal((CrossingState.Disputed, 0.3m), (w.Crossing.State, w.Crossing.ShutProbability));
        Assert.Equal([new ReopeningDay(1, 0.7m), new ReopeningDay(10, 0.3m)], w.Crossing.Remaining!.Days);
        Assert.Equal(("PKBBB", null), (w.Recommended.Point.Place.Value, w.Recommended.LastDay));
        Assert.Equal(1_698_00m, w.Recommended.Generalised.Mean);
    }

    [Fact]
    public void Yard_at_the_origin_is_charged_after_its_free_days()
    {
        // Until day 7: 139 h are 6 started days, 2 free: 4 * 2 boxes * 6 = 48 USD.
        var yard = Wait(Weighed(TwoWays + "yard PKAAA free 2 rate 6\n" + Shut + "7d"), "PKAAA");
        var none = Wait(Weighed(TwoWays + Shut + "7d"), "PKAAA");
        Assert.Equal(48_00L, yard.Cents.P50 - none.Cents.P50);
        Assert.True(yard.Point.IsStandingKnown);
        Assert.False(none.Point.IsStandingKnown);
        Assert.Contains("none is counted", none.Point.StandingWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Standing_is_told_apart_because_a_plan_does_not_price_it()
    {
        // At the border from hour 11 to 139: 128 h are 6 started days of two trucks at 100 USD: 1,200 USD.
        var w = Weighed(TwoWays + Shut + "7d", WithStanding);
        var atBorder = Wait(w, "PKBBB");
        Assert.Equal((1_200_00m, 3_034_00m, 1_834_00m),
            (atBorder.Standing.Mean, atBorder.Generalised.Mean, atBorder.MeanWithoutStanding));
        // Waiting in the own shed costs 1,520 + 2 * 168; without the standing the border is nearer by 11 h.
        Assert.Equal(("PKAAA", null), (w.Recommended.Point.Place.Value, w.Recommended.LastDay));
        Assert.Equal(0m, w.Recommended.Standing.Mean);
        Assert.Equal(atBorder, w.CheapestWithoutStanding);
        Assert.Equal(0m, w.LeaveAtOnce!.Standing.Mean);
    }

    [Fact]
    public void Wait_for_a_train_that_begins_at_the_border_is_no_standing()
    {
        // Once a week: 84 h of waiting at the post on the ground; the border itself is always open.
        var text = SpecAnswer.Basics + "link PKAAA PKBBB rail 1676 300km\nlink PKBBB IRCCC rail 1676 30km\n"
            + "border PKBBB IRCCC rail 6h 10\ntrain T1 PKBBB IRCCC rail weekly 1 capacity 40\n"
            + "query PKBBB IRCCC ready 2025-06-01T00:00Z\n";
        var drawing = DrawingParser.Parse(text);
        var plan = ((PlanOutcome.Found)Planner.Plan(
            DrawnCorridor.NetworkOf(drawing), DrawnCorridor.QueryOf(drawing))).Plans.Single();
        Assert.True(plan.Elements.Single(e => e.Kind == ElementKind.Border).WaitMinutes > 2 * 1440);
        Assert.Empty(plan.Standing);
    }

    [Fact]
    public void Way_round_that_waits_for_another_closure_is_charged_for_its_standing()
    {
        // The other border, reached in hour 21, opens in hour 24 * 40 - 29 = 931: 38 started days of two trucks.
        var both = TwoWays + Shut + "40d\nclosed PKEEE IRFFF road 2025-05-31 40d";
        var leave = Weighed(both, WithStanding).LeaveAtOnce!;
        Assert.Equal((7_600_00m, 10_320_00m), (leave.Standing.Mean, leave.Cents.Mean));
        var unpriced = Weighed(both).LeaveAtOnce!;
        Assert.Equal((0m, 2_720_00m), (unpriced.Standing.Mean, unpriced.Cents.Mean));
    }

    [Fact]
    public void Plan_names_the_same_standing_beside_its_price()
    {
        var drawing = DrawingParser.Parse(TwoWays + Shut + "7d");
        var (network, query) = (WithStanding(DrawnCorridor.NetworkOf(drawing)), DrawnCorridor.QueryOf(drawing));
        var plans = ((PlanOutcome.Found)Planner.Plan(network, query)).Plans;
        var waits = plans.Single(p => p.Standing.Count > 0);
        var standing = waits.Standing.Single();
        Assert.Equal((Crossing, 128 * 60, 1_200_00L), (standing.BorderId, standing.Minutes, standing.Cents));
        Assert.Equal(1_520_00, waits.Cents);
        Assert.Contains(waits.Assumptions, a => a.StartsWith(
            $"2 trucks stand 5.3 days before {Crossing}: 1,200 USD for it are not in the cost",
            StringComparison.Ordinal));
        var value = ValueOfTime.OfData(network, query.Cargo);
        var draw = new DrawRequest(1, 20);
        var @case = WhatIf.Ask(network, query, value, draw);
        Assert.Contains("standing at PKBBB 5.3 days: 1,200 USD, not in the price", WhatIfText.Answer(
            new WhatIfAnswer(network, query, value, draw, @case, [@case with { Name = "same" }], [])),
            StringComparison.Ordinal);
        var text = WaitOrDivertText.Answer(new WaitOrDivertAnswer(
            network, query, Crossing, value, WaitOrDivert.Ask(network, query, Crossing, value), []));
        Assert.Contains("Without it the advice would be another: Go to PKBBB",
            string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Closure_of_the_knowledge_date_has_begun_at_every_clock()
    {
        // Midnight in Tehran comes an hour and a half after midnight in Lahore.
        var day = new LocalDate(2025, 9, 1);
        var start = CorridorClock.MinuteOf(Instant.FromUtc(2025, 8, 31, 19, 0));
        var network = ShippedCorridor.Network;
        network = network with { Closures = [.. network.Closures, Confirmed("NOW", "SARAKHS-RL", day, null)] };
        CrossingState State(LocalDate known) =>
            ShutCrossing.Of(network, "IRCKT-TMSRK", known, start, new DrawRequest()).State;
        Assert.Equal(CrossingState.Shut, State(day));
        Assert.Equal(CrossingState.Open, State(day.PlusDays(-1)));
    }

    [Fact]
    public void Longest_stay_at_a_yard_takes_away_the_wait_that_is_longer()
    {
        var w = Weighed(TwoWays + "yard PKAAA free 2 rate 6 stay 3\n" + Shut + "7d");
        Assert.DoesNotContain(w.Policies, p => p.Point.Place.Value == "PKAAA" && p.LastDay is null);
        Assert.NotNull(w.LeaveAtOnce);
    }

    [Fact]
    public void Open_crossing_is_nothing_to_wait_for() =>
        Assert.IsType<WaitOrDivertOutcome.Open>(Ask(TwoWays));

    [Fact]
    public void Closure_that_begins_after_the_boxes_are_ready_is_told()
    {
        var open = Assert.IsType<WaitOrDivertOutcome.Open>(Ask(TwoWays + "closed PKBBB IRCCC road 2025-06-05 7d"));
        Assert.Equal(new LocalDate(2025, 6, 5), open.Crossing.ShutFrom);
    }

    [Fact]
    public void Crossing_off_the_best_way_is_not_waited_for()
    {
        var off = Ask(TwoWays + "closed PKEEE IRFFF road 2025-05-31 7d", crossing: "B-PKEEE-IRFFF-road");
        Assert.Equal(29 * 60, Assert.IsType<WaitOrDivertOutcome.OffTheWay>(off).Best.Minutes);
    }

    [Fact]
    public void Without_another_way_one_waits_and_nothing_is_compared()
    {
        var w = Weighed(TwoWays + Shut + "7d", ask: q => q with { Avoid = new HashSet<string> { "PKEEE" } });
        Assert.All(w.Policies, p => Assert.Null(p.LastDay));
        Assert.Null(w.LeaveAtOnce);
        Assert.Null(w.LastPayingDay);
    }

    [Fact]
    public void Without_any_way_the_no_is_coded()
    {
        var no = Ask(TwoWays + Shut + "7d", ask: q => q with { Avoid = new HashSet<string> { "trucks" } });
        var code = Assert.IsType<WaitOrDivertOutcome.NoWay>(no).Reason.Code;
        Assert.StartsWith("no-plan:", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Pair_of_posts_names_the_crossing_in_either_order()
    {
        Assert.Equal(Crossing, Weighed(TwoWays + Shut + "7d", crossing: "IRCCC-PKBBB").Crossing.Rows.Single().Id);
        Assert.Equal(Crossing, Weighed(TwoWays + Shut + "7d", crossing: "PKBBB-IRCCC").Crossing.Rows.Single().Id);
    }

    [Fact]
    public void Dearer_time_never_makes_one_wait_longer()
    {
        int? before = int.MaxValue;
        foreach (var usd in new[] { 0m, 24m, 48m, 100m, 300m, 1000m, 10_000m })
        {
            var w = Weighed(TwoWays, n => WithRecords(n, [3, 5, 10, 100]), usd: usd);
            var last = w.Recommended.LastDay ?? 100;
            Assert.True(last <= before, $"{usd} USD a day: waits {last} days, before {before}");
            before = last;
        }
        Assert.Equal(0, before);
    }

    [Fact]
    public void Recommended_costs_no_more_than_any_other_policy()
    {
        var w = Weighed(TwoWays, n => WithRecords(n, [2, 6, 9, 14, 30, 151]));
        Assert.All(w.Policies, p => Assert.True(w.Recommended.Generalised.Mean <= p.Generalised.Mean));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Taftan_shut_for_a_month_is_weighed_on_the_shipped_corridor()
    {
        var network = ShippedQuestion.Under("taftan-shut-30");
        var query = ShippedQuestion.Of("PKUET", "RUASF", "2025-06-21", "2025-06-21");
        var value = ValueOfTime.OfData(network, query.Cargo);
        var w = Assert.IsType<WaitOrDivertOutcome.Weighed>(WaitOrDivert.Ask(network, query, "PKTFT-IRMJV", value));
        Assert.Equal(["TAFTAN-RD", "TAFTAN-RL"], w.Crossing.Rows.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal("PKUET", w.Points[0].Place.Value);
        Assert.All(w.Points, p => Assert.True(p.IsStandingKnown, p.StandingWords));
        Assert.Contains("TAFTAN-RL", w.Through.Family);
        Assert.All(w.Points, p => Assert.DoesNotContain(
            p.Diversion!.Family, id => id.StartsWith("TAFTAN", StringComparison.Ordinal)));
        Assert.InRange(w.Crossing.Remaining!.Spread.Mean, 27m, 32m);
    }

    /// <summary>A truck standing before a border costs 100 USD a day.</summary>
    private static CorridorNetwork WithStanding(CorridorNetwork n)
    {
        var rate = new Figure("tariffs/STAND/usd", Triangle.Exactly(100), "USD/day/truck",
            new Provenance("TEST", Confidence.High, null, null));
        return n with
        {
            Figures = n.Figures with
            {
                Rows = n.Figures.Rows.Append(new("tariffs/STAND", rate)).ToFrozenDictionary(),
                Roles = n.Figures.Roles.Append(new("standing:road", "tariffs/STAND")).ToFrozenDictionary(),
            },
        };
    }

    private static WaitPolicy Wait(WaitOrDivertOutcome.Weighed w, string place) =>
        w.Policies.Single(p => p.Point.Place.Value == place && p.LastDay is null);

    private static WaitOrDivertOutcome.Weighed Weighed(
        string text, Func<CorridorNetwork, CorridorNetwork>? change = null, Func<PlanQuery, PlanQuery>? ask = null,
        string crossing = Crossing, decimal? usd = null) =>
        Assert.IsType<WaitOrDivertOutcome.Weighed>(Ask(text, change, ask, crossing, usd));

    private static WaitOrDivertOutcome Ask(
        string text, Func<CorridorNetwork, CorridorNetwork>? change = null, Func<PlanQuery, PlanQuery>? ask = null,
        string crossing = Crossing, decimal? usd = null)
    {
        var drawing = DrawingParser.Parse(text);
        var network = DrawnCorridor.NetworkOf(drawing);
        network = change is null ? network : change(network);
        var query = DrawnCorridor.QueryOf(drawing);
        query = ask is null ? query : ask(query);
        var value = usd is { } given ? new ValueOfTime(given, "test") : ValueOfTime.OfData(network, query.Cargo);
        return WaitOrDivert.Ask(network, query, crossing, value);
    }

    /// <summary>Ended closures of the other border as records, and an open one on the crossing.</summary>
    private static CorridorNetwork WithRecords(CorridorNetwork n, int[] days, int shutDaysAgo = 0) => n with
    {
        Closures =
        [
            .. n.Closures, .. days.Select(Ended),
            Confirmed("NOW", Crossing, new LocalDate(2025, 5, 31).PlusDays(-shutDaysAgo), null),
        ],
    };

    private static Closure Ended(int days, int index)
    {
        var from = new LocalDate(2021, 1, 1).PlusDays(200 * index);
        return Confirmed($"R{index}", "B-PKEEE-IRFFF-road", from, from.PlusDays(days));
    }

    private static Closure Confirmed(string id, string border, LocalDate from, LocalDate? to) => new(
        id, ClosureTarget.Border, border, from, to, "all", ClosureReach.Freight, "", "war", "drawn",
        Verification.Confirmed, from, null, null, [], new Provenance("TEST", Confidence.High, from, from), "");
}
