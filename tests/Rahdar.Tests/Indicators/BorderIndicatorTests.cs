using Rahdar.Indicators;
using Rahdar.Indicators.Borders;
using Rahdar.Network.Indicators;

namespace Rahdar.Tests.Indicators;

/// <summary>Goal: time and cost at each post are what a clerk would read off the notes. Method: written
/// movements.</summary>
public sealed class BorderIndicatorTests
{
    [Fact]
    public void Crossing_is_a_sample_at_each_of_its_posts_and_the_ride_between_is_in_neither()
    {
        var (outbound, inbound) = Two(Told.Measure(Told.LahoreToKabul));
        Assert.Equal((Told.Place("PKTOR"), "PK", Told.Hours(25)), (outbound.Post, outbound.Country, outbound.Time));
        Assert.Equal((Told.Place("AFRKH"), "AF", Told.Hours(16)), (inbound.Post, inbound.Country, inbound.Time));
        Assert.Equal((12000, 8000), (outbound.Cents, inbound.Cents));
    }

    [Fact]
    public void Time_is_split_into_queue_and_work()
    {
        var (outbound, _) = Two(Told.Measure(Told.LahoreToKabul));
        Assert.Equal([("queue", 20m), ("border-out", 5m)], BorderClearanceTime.Split([outbound]));
    }

    [Fact]
    public void Formalities_of_both_posts_at_one_place_are_told_apart_by_what_is_done()
    {
        var (outbound, inbound) = Two(Told.Measure("""
            2 00:00 queued PKTOR border-out TORKHAM
            2 03:00 began PKTOR border-out TORKHAM
            2 05:00 ended PKTOR border-out TORKHAM
            2 05:00 began PKTOR border-in TORKHAM
            2 06:00 ended PKTOR border-in TORKHAM
            2 06:00 departed PKTOR AFRKH road -
            2 07:00 arrived AFRKH PKTOR road -
            2 07:00 delivered AFRKH
            """));
        Assert.Equal((Told.Place("PKTOR"), Told.Hours(5)), (outbound.Post, outbound.Time));
        Assert.Equal((Told.Place("AFRKH"), Told.Hours(1)), (inbound.Post, inbound.Time));
    }

    [Fact]
    public void Customs_between_formalities_and_the_stay_before_it_belong_to_the_post_where_they_are()
    {
        var (outbound, _) = Two(Told.Measure("""
            2 00:00 began PKPEW papers DESK
            2 01:00 ended PKPEW papers DESK 0
            2 01:00 departed PKPEW PKTOR road -
            2 03:00 arrived PKTOR PKPEW road -
            2 03:00 began PKTOR border-out TORKHAM
            2 04:00 ended PKTOR border-out TORKHAM 100
            2 06:00 began PKTOR customs TORKHAM
            2 09:00 ended PKTOR customs TORKHAM 300
            2 09:00 departed PKTOR AFRKH road -
            2 10:00 arrived AFRKH PKTOR road -
            2 10:00 began AFRKH border-in TORKHAM
            2 12:00 ended AFRKH border-in TORKHAM 50
            """));
        Assert.Equal((Told.Hours(6), 400L), (outbound.Time, outbound.Cents));
        Assert.Equal(
            [("customs", 3m), ("standing", 2m), ("border-out", 1m)], BorderClearanceTime.Split([outbound]));
    }

    [Fact]
    public void Unknown_price_leaves_the_passage_out_of_the_cost_and_not_out_of_the_time()
    {
        var m = Told.Measure(Told.LahoreToKabul.Replace(" 12000", "", StringComparison.Ordinal));
        Assert.Equal((2, 41m / 2), (BorderClearanceTime.Of(m.Passages).N, BorderClearanceTime.Of(m.Passages).Mean));
        Assert.Equal((1, 80m), (BorderCost.Of(m.Passages).N, BorderCost.Of(m.Passages).Mean));
    }

    [Fact]
    public void Trucks_that_stay_together_are_samples_each_and_share_the_price()
    {
        var (outbound, _) = Two(Told.Measure(Told.LahoreToKabul, 4));
        Assert.Equal((4, 25m), (BorderClearanceTime.Of([outbound]).N, BorderClearanceTime.Of([outbound]).Mean));
        Assert.Equal((4, 30m), (BorderCost.Of([outbound]).N, BorderCost.Of([outbound]).Mean));
    }

    [Fact]
    public void Country_is_the_mean_of_its_samples_and_not_of_its_posts()
    {
        // One truck of 50 h at one post, three of 10 h at another: 20 h, not 30 h.
        var (slow, _) = Two(Told.Measure(Told.LahoreToKabul));
        var samples = new[]
        {
            slow with { Time = Told.Hours(50) },
            slow with { Post = Told.Place("PKCMN"), Time = Told.Hours(10), Unit = slow.Unit with { Id = new("B") } },
            slow with { Post = Told.Place("PKCMN"), Time = Told.Hours(10), Unit = slow.Unit with { Id = new("C") } },
            slow with { Post = Told.Place("PKCMN"), Time = Told.Hours(10), Unit = slow.Unit with { Id = new("D") } },
        };
        var sheet = IndicatorSheet.Of(
            new Measurement(samples, [], [], 4, [], 0, 0, 0), [IndicatorKey.Country, IndicatorKey.Direction]);
        var group = Assert.Single(sheet.Borders);
        Assert.Equal(["PK", "outbound"], group.Key);
        Assert.Equal((4, 20m), (group.ClearanceTime.N, group.ClearanceTime.Mean));
    }

    [Fact]
    public void Crossing_that_has_not_ended_is_left_out_and_counted()
    {
        var m = Told.Measure("""
            1 20:00 departed PKPEW PKTOR road -
            2 00:00 arrived PKTOR PKPEW road -
            2 00:00 queued PKTOR border-out TORKHAM
            2 20:00 began PKTOR border-out TORKHAM
            """);
        Assert.Empty(m.Passages);
        Assert.Equal(0, m.Begun);
        // A group that held units and let none through is there, without a mean.
        var sheet = IndicatorSheet.Of(m, [IndicatorKey.Post, IndicatorKey.Direction, IndicatorKey.Week]);
        var group = Assert.Single(sheet.Borders);
        Assert.Equal(["PKTOR", "outbound", "2025-W23"], group.Key);
        Assert.Equal((0, 1L, 1L), (group.ClearanceTime.N, group.Open, sheet.AllBorders.Open));
        // One that came and was never worked on.
        var held = Told.Measure("2 00:00 queued PKTOR border-out TORKHAM", 5);
        Assert.Equal(5L, IndicatorSheet.Of(held, [IndicatorKey.Post]).AllBorders.Open);
        // Held at the second post: it is counted there.
        var second = Told.Measure("""
            2 00:00 queued PKTOR border-out TORKHAM
            2 20:00 began PKTOR border-out TORKHAM
            2 22:00 ended PKTOR border-out TORKHAM
            2 22:00 departed PKTOR AFRKH road -
            2 23:00 arrived AFRKH PKTOR road -
            2 23:00 queued AFRKH border-in TORKHAM
            """, 3);
        Assert.Equal(
            [("AFRKH", 3L)],
            IndicatorSheet.Of(second, [IndicatorKey.Post]).Borders.Select(g => (g.Key[0], g.Open)));
    }

    [Fact]
    public void Post_at_which_the_notes_begin_with_work_is_left_out_and_the_next_one_is_not()
    {
        var m = Told.Measure("""
            2 20:00 began PKTOR border-out TORKHAM
            3 01:00 ended PKTOR border-out TORKHAM
            3 01:00 departed PKTOR AFRKH road -
            3 02:00 arrived AFRKH PKTOR road -
            3 02:00 began AFRKH border-in TORKHAM
            3 04:00 ended AFRKH border-in TORKHAM
            """);
        Assert.Equal((IndicatorDirection.Inbound, Told.Hours(2)),
            (Assert.Single(m.Passages).Direction, m.Passages[0].Time));
        Assert.Equal(1, m.Begun);
    }

    [Fact]
    public void Sample_of_two_corridors_is_in_the_group_of_each_and_once_in_all()
    {
        var m = Told.Measure(Told.LahoreToKabul);
        var sheet = IndicatorSheet.Of(m, [IndicatorKey.Corridor]);
        Assert.Equal(["C5", "C6"], sheet.Borders.Select(g => g.Key[0]));
        Assert.All(sheet.Borders, g => Assert.Equal(2, g.ClearanceTime.N));
        Assert.Equal(2, sheet.AllBorders.ClearanceTime.N);
        Assert.Equal(0, IndicatorSheet.Of(m, [], "C2").AllBorders.ClearanceTime.N);
        Assert.Equal(2, IndicatorSheet.Of(m, [], "C6").AllBorders.ClearanceTime.N);
    }

    [Fact]
    public void Week_is_the_iso_week_in_which_the_passage_begins()
    {
        // 1 June 2025 is a Sunday: the 2nd begins week 23.
        var sheet = IndicatorSheet.Of(Told.Measure(Told.LahoreToKabul), [IndicatorKey.Week]);
        Assert.Equal(["2025-W23"], sheet.Borders.Select(g => g.Key[0]));
        Assert.Equal(["2025-W22"], sheet.Sections.Select(g => g.Key[0]));
    }

    private static (PostPassage Outbound, PostPassage Inbound) Two(Measurement m)
    {
        Assert.Equal([IndicatorDirection.Outbound, IndicatorDirection.Inbound], m.Passages.Select(p => p.Direction));
        return (m.Passages[0], m.Passages[1]);
    }
}
