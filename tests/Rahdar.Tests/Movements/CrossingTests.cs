using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;

namespace Rahdar.Tests.Movements;

/// <summary>Goal: a border passage holds what CPMM asks of it: time with queue, activities, cost, direction. Method:
/// histories written as text; the worked example of the CPMM formulas as movements.</summary>
public sealed class CrossingTests
{
    private static readonly PlaceId Taftan = new("PKTFT");
    private static readonly PlaceId Mirjaveh = new("IRMJV");

    private const string Over = """
        1 08:00 arrived PKTFT PKUET road -
        1 08:00 queued PKTFT border-out B1
        1 18:00 began PKTFT border-out B1
        1 20:00 ended PKTFT border-out B1 9000
        1 21:00 departed PKTFT IRMJV road -
        1 22:00 arrived IRMJV PKTFT road -
        1 22:00 queued IRMJV border-in B1
        2 03:00 began IRMJV border-in B1
        2 04:00 ended IRMJV border-in B1 1000
        2 04:00 queued IRMJV inspection B1
        2 05:00 began IRMJV inspection B1
        2 06:00 ended IRMJV inspection B1 0
        """;

    private const string AndOn = """
        2 07:00 departed IRMJV IRZAH road -
        2 09:00 arrived IRZAH IRMJV road -
        """;

    [Fact]
    public void Passage_of_both_posts_is_one_crossing_with_queue_activities_and_cost()
    {
        var crossing = Assert.Single(History.Fold($"{Over}\n{AndOn}").ListCrossings());
        Assert.Equal(("B1", Taftan, Mirjaveh), (crossing.BorderId, crossing.From, crossing.To));
        Assert.Equal((History.At("1", "08:00"), History.At("2", "06:00")), (crossing.Begin, crossing.End));
        Assert.Equal(Duration.FromHours(22), crossing.Total);
        Assert.Equal(Duration.FromHours(10 + 5 + 1), crossing.Queued);
        Assert.Equal(Duration.FromHours(13), crossing.TimeAt(Taftan));
        Assert.Equal(Duration.FromHours(8), crossing.TimeAt(Mirjaveh));
        Assert.Equal(
            [Activity.BorderOut, Activity.BorderIn, Activity.Inspection], crossing.Activities.Select(a => a.Activity));
        Assert.Equal(10_000, crossing.Cents);
        Assert.True(crossing.IsComplete);
    }

    [Fact]
    public void Way_back_over_the_same_border_is_another_crossing_in_the_other_direction()
    {
        var crossings = History.Fold($"""
            {Over}
            2 12:00 queued IRMJV border-out B1
            2 14:00 began IRMJV border-out B1
            2 15:00 ended IRMJV border-out B1
            2 15:00 departed IRMJV PKTFT road -
            2 16:00 arrived PKTFT IRMJV road -
            2 16:00 began PKTFT border-in B1
            2 18:00 ended PKTFT border-in B1
            """).ListCrossings();
        Assert.Equal([(Taftan, Mirjaveh), (Mirjaveh, Taftan)], crossings.Select(c => (c.From, c.To)));
        Assert.Equal([Duration.FromHours(22), Duration.FromHours(6)], crossings.Select(c => c.Total));
    }

    [Fact]
    public void Who_turns_back_and_comes_again_makes_another_crossing()
    {
        const string once = """
            {0} 00:00 arrived PKTFT PKUET road -
            {0} 00:00 queued PKTFT border-out B1
            {0} 04:00 began PKTFT customs B1
            {0} 05:00 ended PKTFT customs B1
            {0} 05:00 departed PKTFT PKUET road -
            {0} 22:00 arrived PKUET PKTFT road -
            {0} 23:00 departed PKUET PKTFT road -
            """;
        var crossings = History.Fold(once.Replace("{0}", "1") + "\n" + once.Replace("{0}", "2")).ListCrossings();
        Assert.Equal([Duration.FromHours(5), Duration.FromHours(5)], crossings.Select(c => c.Total));
    }

    [Fact]
    public void Queue_on_the_road_before_the_post_counts()
    {
        var crossing = Assert.Single(History.Fold("""
            1 00:00 departed PKUET PKTFT road -
            1 12:00 queued PKTFT border-out B1
            2 12:00 arrived PKTFT PKUET road -
            2 12:00 queued PKTFT border-out B1
            2 18:00 began PKTFT border-out B1
            2 20:00 ended PKTFT border-out B1
            2 20:00 departed PKTFT IRMJV road -
            2 21:00 arrived IRMJV PKTFT road -
            2 21:00 began IRMJV border-in B1
            2 22:00 ended IRMJV border-in B1
            """).ListCrossings());
        Assert.Equal((Taftan, Mirjaveh), (crossing.From, crossing.To));
        Assert.Equal(Duration.FromHours(30), crossing.Queued);
        Assert.Equal(Duration.FromHours(34), crossing.Total);
    }

    [Fact]
    public void Check_on_the_road_before_the_post_is_part_of_the_passage()
    {
        var crossing = Assert.Single(History.Fold("""
            1 00:00 departed PKUET PKTFT road -
            1 12:00 began PKTFT customs B1
            1 14:00 ended PKTFT customs B1
            1 15:00 arrived PKTFT PKUET road -
            1 15:00 began PKTFT border-out B1
            1 16:00 ended PKTFT border-out B1
            1 16:00 departed PKTFT IRMJV road -
            1 17:00 arrived IRMJV PKTFT road -
            1 17:00 began IRMJV border-in B1
            1 18:00 ended IRMJV border-in B1
            """).ListCrossings());
        Assert.Equal((Taftan, Mirjaveh), (crossing.From, crossing.To));
        Assert.Equal(Duration.FromHours(6), crossing.Total);
    }

    [Fact]
    public void Work_of_others_at_the_post_takes_its_time_and_is_none_of_its_activities()
    {
        var repair = "1 20:15 began PKTFT repair garage\n1 20:45 ended PKTFT repair garage 70000\n";
        var crossing = Assert.Single(History.Fold(repair + Over).ListCrossings());
        Assert.Equal((Duration.FromHours(22), 10_000), (crossing.Total, crossing.Cents));
        Assert.Equal(3, crossing.Activities.Count);
    }

    [Fact]
    public void Two_borders_are_two_crossings() => Assert.Equal(["B1", "B2"], History.Fold($"""
        {Over}
        {AndOn}
        2 09:00 began IRZAH border-out B2
        2 10:00 ended IRZAH border-out B2
        """).ListCrossings().Select(c => c.BorderId));

    [Theory]
    [InlineData("1 22:00 arrived IRMJV PKTFT road -", false)]
    [InlineData("1 22:00 delivered IRMJV", true)]
    [InlineData("2 03:00 began IRMJV border-in B1", false)]
    [InlineData("2 07:00 departed IRMJV IRZAH road -", true)]
    public void Crossing_is_complete_when_the_unit_has_entered_or_gone_on(string next, bool isComplete)
    {
        // The first post alone is told of, and the ride to the second.
        var lines = string.Join('\n', Over.Split('\n').Take(6));
        var crossing = Assert.Single(History.Fold($"{lines}\n{next}").ListCrossings());
        Assert.Equal((Taftan, Mirjaveh, isComplete), (crossing.From, crossing.To, crossing.IsComplete));
    }

    [Fact]
    public void Crossing_is_complete_when_a_border_in_has_ended_and_nothing_more_is_told() =>
        Assert.True(Assert.Single(History.Fold(Over).ListCrossings()).IsComplete);

    [Fact]
    public void Who_still_waits_at_the_border_has_an_incomplete_crossing()
    {
        var timeline = Timeline.Of(History.Of(Over), History.At("1", "12:00"));
        var crossing = Assert.Single(timeline.ListCrossings());
        Assert.False(crossing.IsComplete);
        Assert.Equal(Duration.FromHours(4), crossing.Total);
        Assert.Null(crossing.Cents);
    }

    [Fact]
    public void Where_only_the_second_post_is_told_of_the_direction_is_that_of_the_ride()
    {
        var crossing = Assert.Single(History.Fold("""
            1 21:00 departed PKTFT IRMJV road -
            1 22:00 arrived IRMJV PKTFT road -
            1 22:00 began IRMJV border-in B1
            1 23:00 ended IRMJV border-in B1
            2 07:00 departed IRMJV IRZAH road -
            """).ListCrossings());
        Assert.Equal((Taftan, Mirjaveh), (crossing.From, crossing.To));
        Assert.True(crossing.IsComplete);
    }

    [Fact]
    public void Cost_with_an_unknown_part_is_unknown() =>
        Assert.Null(Assert.Single(History.Fold(Over.Replace("B1 9000", "B1")).ListCrossings()).Cents);

    [Fact]
    public void Work_at_a_yard_is_no_crossing() => Assert.Empty(History.Fold("""
        1 00:00 queued IRZAH gauge-change yard
        2 00:00 began IRZAH gauge-change yard
        3 00:00 ended IRZAH gauge-change yard 5000
        3 00:00 began IRZAH customs -
        4 00:00 ended IRZAH customs -
        """).ListCrossings());

    /// <remarks>Source: the worked example of the conformance material for CPMM, trips k1 to k3; hours 74.5, 85 and 84,
    /// moving 53, 57 and 34, TFI1 20, 28 and 50 (mean of the two at Torkham 24), TFI2 USD 135, 150 and 50.</remarks>
    [Theory]
    [InlineData("20 checkpoint:1.5 25 ?14 customs:5:12000 sanitary:1:1500 8", 74.5, 53, 20, 14, 13_500)]
    [InlineData("48 ?22 customs:6:15000 9", 85, 57, 28, 22, 15_000)]
    [InlineData("30 ?40 customs:9:4500 weighing:1:500 4", 84, 34, 50, 40, 5_000)]
    public void Trips_of_the_worked_cpmm_example_give_its_times_and_costs(
        string trip, double total, double moving, double atBorder, double queued, long cents)
    {
        var timeline = Timeline.Of(WorkedTrip(trip));
        var crossing = Assert.Single(timeline.ListCrossings());
        Assert.Empty(timeline.Contradictions);
        Assert.Equal(total, (timeline.Stages[^1].End - timeline.Stages[0].Begin).TotalHours);
        Assert.Equal(moving, timeline.TimeIn(StageKind.Moving).TotalHours);
        Assert.Equal((atBorder, queued), (crossing.Total.TotalHours, crossing.Queued.TotalHours));
        Assert.Equal(cents, crossing.Cents);
        Assert.Equal((new PlaceId("POST"), new PlaceId("END")), (crossing.From, crossing.To));
        Assert.True(crossing.IsComplete);
    }

    // Hours of moving as a bare number, ?hours of queue at the post, activity:hours[:cents]; the first stop is on the
    // way.
    private static List<Movement> WorkedTrip(string trip)
    {
        var (unit, at, list) = (new UnitId("truck"), History.At("1", "00:00"), new List<Movement>());
        var (start, post, end) = (new PlaceId("START"), new PlaceId("POST"), new PlaceId("END"));
        var road = Rahdar.Quantities.Mode.Road;
        list.Add(new Departed(unit, at, start, post, road, ""));
        var isAtPost = false;
        foreach (var part in trip.Split(' '))
        {
            var words = part.TrimStart('?').Split(':');
            var hours = Duration.FromHours(double.Parse(words[^(words.Length == 3 ? 2 : 1)]));
            if (part[0] == '?')
            {
                list.Add(new Arrived(unit, at, post, start, road, ""));
                list.Add(new Queued(unit, at, post, Activity.BorderOut, "Torkham"));
                isAtPost = true;
            }
            else if (words.Length > 1)
            {
                var (activity, by) = (MovementNames.Activities[words[0]], isAtPost ? "Torkham" : "police");
                list.Add(new Began(unit, at, post, activity, by));
                list.Add(new Ended(
                    unit, at + hours, post, activity, by, words.Length == 3 ? long.Parse(words[2]) : null));
            }
            else if (isAtPost) list.Add(new Departed(unit, at, post, end, road, ""));
            at += hours;
        }
        return [.. list, new Arrived(unit, at, end, post, road, ""), new Delivered(unit, at, end)];
    }
}
