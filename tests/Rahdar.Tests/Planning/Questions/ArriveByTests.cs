using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>Goal: the latest ready day is the one a clerk finds by counting back, by planning value and by chance, and
/// being ready earlier is told as long as it saves something. Method: the drawing of <see cref="TwoOffers"/>, the
/// search for the day on rules of its own, and one relation of the shipped corridor.</summary>
public sealed class ArriveByTests
{
    private static readonly DrawRequest Draw = new();
    private static readonly Instant Deadline = Instant.FromUtc(2025, 6, 12, 0, 0);
    private static readonly LocalDate First = new(2025, 1, 1);

    [Fact]
    public void Latest_day_is_the_one_whose_truck_arrives_on_the_minute()
    {
        // Ready on the 11th at 00:00 in Karachi, 19:00 UTC of the 10th; 29 h later it is 00:00 UTC of the 12th.
        var possible = Possible(Deadline, parts: [TwoOffers.Road, "trucks on\n"]);
        Assert.Equal(new LocalDate(2025, 6, 11), possible.Latest.Day);
        Assert.Equal(Deadline, possible.Latest.Fastest!.Arrival);
        Assert.Equal(possible.Latest.Day, possible.Surest!.Day);
        Assert.Equal(new LocalDate(2025, 6, 10), Possible(Deadline - Duration.FromMinutes(1),
            parts: [TwoOffers.Road, "trucks on\n"]).Latest.Day);
    }

    [Fact]
    public void Being_ready_two_days_earlier_catches_the_cheap_train()
    {
        // The train of the 10th, 06:00, takes boxes until 00:00: those ready on the 9th are the first to reach it.
        var days = Possible(
            Deadline, parts: [TwoOffers.Road, TwoOffers.Rail, TwoOffers.DatedTrain, "trucks on\n"]).Days;
        Assert.Equal([new LocalDate(2025, 6, 11), new LocalDate(2025, 6, 9)], days.Select(d => d.Day));
        Assert.Equal([1_520_00L, 206_00L], days.Select(d => d.CheapestInTime!.Cents));
    }

    [Fact]
    public void Chance_asks_for_an_earlier_day_than_the_planning_value()
    {
        // 20.6 h and a wait of 42 h: 62.6 h, the 9th leaves 77. Nine of ten waits are below 75.6 h: 96.2 h, the 8th
        // leaves 101. In time are (77 - 20.6) / 84 = 67.1 % and (101 - 20.6) / 84 = 95.7 %.
        string[] parts = [TwoOffers.Rail, TwoOffers.FrequentTrain];
        var possible = Possible(Deadline, parts: parts);
        Assert.Equal(new LocalDate(2025, 6, 9), possible.Latest.Day);
        Assert.InRange(possible.Latest.SurestChance, 0.64, 0.71);
        Assert.Equal(new LocalDate(2025, 6, 8), possible.Surest!.Day);
        Assert.InRange(possible.Surest.SurestChance, 0.93, 0.98);
        Assert.Equal(possible.Latest.Day, Possible(Deadline, 0.5, parts: parts).Surest!.Day);
    }

    [Fact]
    public void Plan_is_drawn_no_longer_than_its_chance_is_in_doubt_and_the_answer_stays()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Rail, TwoOffers.FrequentTrain);
        var draws = Draws.Of(network, Draw);
        foreach (var day in new[] { 5, 6, 7, 8, 9, 10 })
        {
            var ready = new LocalDate(2025, 6, day);
            var start = network.GetPlace(query.From).Zone.AtStartOfDay(ready).ToInstant();
            var asked = ReadyDay.Of(ready, Planner.Plan(network, query with { Ready = start }), Deadline);
            var chance = asked.WithChances(Deadline, draws).SurestChance;
            foreach (var wanted in new[] { 0.001, 0.3, chance, chance + 0.0005, 0.9, 0.9999 })
                if (wanted is > 0 and < 1)
                    Assert.Equal(chance >= wanted, asked.Reaches(new Deadline(Deadline, wanted), draws));
        }
    }

    [Fact]
    public void Table_lists_the_surest_plan_of_each_day_and_the_day_that_is_sure()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Rail, TwoOffers.FrequentTrain);
        var deadline = new Deadline(Deadline, 0.9);
        var answer = new ArriveByAnswer(
            network, query, deadline, Draw, ArriveBy.Ask(network, query, deadline, Draw), []);
        var rows = ArriveByText.Answer(answer).Split('\n')
            .SkipWhile(l => !l.StartsWith("  ready ", StringComparison.Ordinal)).Skip(1).Take(2).ToList();
        // The train costs the same on both days: the 8th is there because it is sure, the 9th because it is the latest.
        Assert.StartsWith("  2025-06-09 ", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("  2025-06-08 ", rows[1], StringComparison.Ordinal);
        Assert.All(rows, r => Assert.Equal(2, r.Split(" % ").Length - 1));
    }

    [Fact]
    public void Chance_nobody_can_give_leaves_the_planning_value_alone()
    {
        // Ready as early as may be, on the 31st of May, 77 h are left for the wait and the way.
        var by = Instant.FromUtc(2025, 6, 3, 0, 0);
        var possible = Possible(by, 0.9, [TwoOffers.Rail, TwoOffers.FrequentTrain]);
        Assert.Equal(new LocalDate(2025, 5, 31), possible.Latest.Day);
        Assert.Null(possible.Surest);
    }

    [Fact]
    public void Too_late_is_coded_and_says_the_earliest_arrival()
    {
        var no = Assert.IsType<ArriveByOutcome.NotFound>(
            Ask(Instant.FromUtc(2025, 5, 31, 23, 0), 0.9, [TwoOffers.Road, "trucks on\n"]));
        Assert.Equal("no-plan:too-late", no.Reason.Code);
        Assert.Contains("2025-06-01 03:30", no.Reason.Message, StringComparison.Ordinal);
        Assert.Equal(Instant.FromUtc(2025, 6, 1, 0, 0), no.Earliest!.Fastest!.Arrival);
    }

    [Fact]
    public void Knowledge_after_the_deadline_is_too_late_too() =>
        Assert.Equal("no-plan:too-late", Assert.IsType<ArriveByOutcome.NotFound>(
            Ask(Instant.FromUtc(2025, 5, 20, 0, 0), 0.9, [TwoOffers.Road, "trucks on\n"])).Reason.Code);

    [Fact]
    public void No_way_at_all_keeps_its_own_code()
    {
        var no = Assert.IsType<ArriveByOutcome.NotFound>(Ask(Deadline, 0.9, [TwoOffers.Road]));
        Assert.NotEqual("no-plan:too-late", no.Reason.Code);
        Assert.Null(no.Earliest);
    }

    [Fact]
    public void Every_last_day_is_found_where_earlier_days_hold_too()
    {
        for (var last = 0; last <= 120; last++)
            Assert.Equal(First.PlusDays(last), Latest(d => d <= last));
    }

    [Fact]
    public void Day_within_a_week_after_a_gap_is_found() =>
        Assert.Equal(First.PlusDays(47), Latest(d => d is <= 40 or 47));

    [Fact]
    public void Longest_stay_that_shuts_out_the_first_days_hides_nothing_within_a_week() =>
        Assert.Equal(First.PlusDays(9), Latest(d => d is >= 3 and <= 9));

    [Fact]
    public void Nothing_found_is_null() => Assert.Null(Latest(_ => false));

    [Fact]
    public void Window_begins_with_knowledge_and_ends_on_the_day_of_the_deadline()
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Karachi"];
        var late = Instant.FromUtc(2025, 6, 12, 20, 0);
        Assert.Equal((new LocalDate(2025, 2, 13), new LocalDate(2025, 6, 13)), ArriveBy.Window(zone, late, null));
        Assert.Equal((new LocalDate(2025, 6, 1), new LocalDate(2025, 6, 13)),
            ArriveBy.Window(zone, late, new LocalDate(2025, 6, 1)));
        Assert.Equal(new LocalDate(2020, 1, 1), ArriveBy.Window(zone, Instant.FromUtc(2020, 2, 1, 0, 0), null).First);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void On_the_shipped_corridor_the_next_day_is_too_late()
    {
        var query = ShippedQuestion.Of("PKLHE", "UZTAS", "2025-07-10", "2025-07-01");
        var by = Instant.FromUtc(2025, 7, 20, 18, 59);
        var possible = Assert.IsType<ArriveByOutcome.Possible>(
            ArriveBy.Ask(ShippedCorridor.Network, query, new Deadline(by, 0.9), new DrawRequest(1, 200)));
        Assert.True(possible.Latest.Fastest!.Arrival <= by);
        var zone = ShippedCorridor.Network.GetPlace(new PlaceId("PKLHE")).Zone;
        var next = query with { Ready = zone.AtStartOfDay(possible.Latest.Day.PlusDays(1)).ToInstant() };
        Assert.All(ShippedQuestion.Plans(next), p => Assert.True(p.Arrival > by));
        var costs = possible.Days.Select(d => d.CheapestInTime!.Cents).ToList();
        Assert.Equal(costs.OrderDescending(), costs);
        Assert.Equal(costs.Distinct(), costs);
        Assert.All(possible.Days, d => Assert.True(d.CheapestInTime!.Arrival <= by));
    }

    private static LocalDate? Latest(Func<int, bool> holds) =>
        ArriveBy.FindLatest(First, First.PlusDays(120), day => holds(Period.DaysBetween(First, day)));

    private static ArriveByOutcome.Possible Possible(Instant by, double chance = 0.9, string[]? parts = null) =>
        Assert.IsType<ArriveByOutcome.Possible>(Ask(by, chance, parts!));

    private static ArriveByOutcome Ask(Instant by, double chance, string[] parts)
    {
        var (network, query) = TwoOffers.Of(parts);
        return ArriveBy.Ask(network, query, new Deadline(by, chance), Draw);
    }
}
