using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;

namespace Rahdar.Tests.Movements;

/// <summary>Goal: what happened to a unit becomes the stretches of its time a clerk would note. Method: histories
/// written as text, folded, and compared with stages written as text.</summary>
public sealed class TimelineTests
{
    private const string OverTheBorder = """
        1 06:00 departed PKUET PKTFT rail T1
        1 18:00 arrived PKTFT PKUET rail T1
        1 18:00 queued PKTFT border-out B1
        2 03:00 began PKTFT border-out B1
        2 05:00 ended PKTFT border-out B1 9000
        2 05:30 departed PKTFT IRMJV rail T1
        2 06:00 arrived IRMJV PKTFT rail T1
        2 06:00 began IRMJV border-in B1
        2 08:00 ended IRMJV border-in B1
        2 08:00 delivered IRMJV
        """;

    private const string OverTheBorderStages = """
        1 06:00 - 1 18:00 moving PKUET > PKTFT T1
        1 18:00 - 2 03:00 waiting PKTFT border-out B1
        2 03:00 - 2 05:00 working PKTFT border-out B1
        2 05:00 - 2 05:30 standing PKTFT
        2 05:30 - 2 06:00 moving PKTFT > IRMJV T1
        2 06:00 - 2 08:00 working IRMJV border-in B1
        """;

    [Fact]
    public void Box_moves_waits_is_cleared_and_is_delivered()
    {
        var timeline = History.Fold(OverTheBorder);
        Assert.Equal(OverTheBorderStages, History.Text(timeline.Stages));
        Assert.Empty(timeline.Contradictions);
        Assert.True(timeline.IsDelivered);
        Assert.Equal(Duration.FromHours(9), timeline.TimeIn(StageKind.Waiting));
        Assert.Equal([9000, null], timeline.Activities.Select(a => a.Cents));
    }

    [Fact]
    public void Order_and_repetition_of_what_is_told_change_nothing()
    {
        var movements = History.Of(OverTheBorder);
        var random = new Random(41);
        for (var round = 0; round < 200; round++)
        {
            var told = movements.Concat(movements.Where(_ => random.Next(3) == 0)).ToArray();
            random.Shuffle(told);
            var timeline = Timeline.Of(told);
            Assert.Equal(movements, timeline.Movements);
            Assert.Equal(OverTheBorderStages, History.Text(timeline.Stages));
            Assert.Empty(timeline.Contradictions);
        }
    }

    [Fact]
    public void Everything_that_happens_at_one_instant_is_put_in_order()
    {
        // The papers take no time, the ferry place is beside the yard, and the next wait begins at once.
        var timeline = History.Fold("""
            1 00:00 arrived AAAAA XXXXX rail T1
            1 00:00 queued AAAAA papers office
            1 00:00 began AAAAA papers office
            1 00:00 ended AAAAA papers office 500
            1 00:00 departed AAAAA BBBBB road truck
            1 00:00 arrived BBBBB AAAAA road truck
            1 00:00 queued BBBBB boarding ferry
            2 00:00 departed BBBBB CCCCC sea ferry
            3 00:00 arrived CCCCC BBBBB sea ferry
            3 00:00 delivered CCCCC
            """);
        Assert.Equal("""
            1 00:00 - 1 00:00 working AAAAA papers office
            1 00:00 - 1 00:00 moving AAAAA > BBBBB truck
            1 00:00 - 2 00:00 waiting BBBBB boarding ferry
            2 00:00 - 3 00:00 moving BBBBB > CCCCC ferry
            """, History.Text(timeline.Stages));
        Assert.Empty(timeline.Contradictions);
        Assert.Equal(500, Assert.Single(timeline.Activities).Cents);
    }

    [Fact]
    public void Ride_at_the_first_instant_told_starts_where_it_departed()
    {
        var timeline = History.Fold("""
            1 00:00 arrived AAAAA ZZZZZ road -
            1 00:00 departed ZZZZZ AAAAA road -
            1 00:00 queued AAAAA handling yard
            1 04:00 began AAAAA handling yard
            """);
        Assert.Equal("""
            1 00:00 - 1 00:00 moving ZZZZZ > AAAAA
            1 00:00 - 1 04:00 waiting AAAAA handling yard
            1 04:00 - 1 04:00 working AAAAA handling yard
            """, History.Text(timeline.Stages));
        Assert.Empty(timeline.Contradictions);
    }

    [Fact]
    public void Repair_on_the_way_stops_the_ride_and_an_escort_goes_along()
    {
        var timeline = History.Fold("""
            1 00:00 began PKUET escort police
            1 02:00 departed PKUET PKTFT road -
            1 06:00 began PKTFT repair N40
            1 09:00 ended PKTFT repair N40
            1 20:00 arrived PKTFT PKUET road - 42000
            1 21:00 ended PKTFT escort police
            2 00:00 delivered PKTFT
            """);
        Assert.Equal("""
            1 00:00 - 1 02:00 working PKUET escort police
            1 02:00 - 1 06:00 moving PKUET > PKTFT
            1 06:00 - 1 09:00 working PKTFT repair N40
            1 09:00 - 1 20:00 moving PKUET > PKTFT
            1 20:00 - 1 21:00 working PKTFT escort police
            1 21:00 - 2 00:00 standing PKTFT
            """, History.Text(timeline.Stages));
        Assert.Empty(timeline.Contradictions);
        Assert.Equal(Duration.FromHours(15), timeline.TimeIn(StageKind.Moving));
        var escort = timeline.Activities.Single(a => a.Activity == Activity.Escort);
        Assert.Equal(Duration.FromHours(21), escort.End - escort.Begin);
    }

    [Fact]
    public void Storage_names_the_time_only_where_nothing_else_does()
    {
        var timeline = History.Fold("""
            1 00:00 arrived IRBND AEDXB sea ship
            1 06:00 began IRBND storage port
            2 00:00 queued IRBND boarding T9
            4 00:00 began IRBND handling port
            4 03:00 ended IRBND handling port
            5 00:00 ended IRBND storage port 12000
            5 01:00 departed IRBND IRTHR rail T9
            6 00:00 arrived IRTHR IRBND rail T9
            """);
        Assert.Equal("""
            1 00:00 - 1 06:00 standing IRBND
            1 06:00 - 2 00:00 standing IRBND storage port
            2 00:00 - 4 00:00 waiting IRBND boarding T9
            4 00:00 - 4 03:00 working IRBND handling port
            4 03:00 - 5 00:00 standing IRBND storage port
            5 00:00 - 5 01:00 standing IRBND
            5 01:00 - 6 00:00 moving IRBND > IRTHR T9
            """, History.Text(timeline.Stages));
        Assert.Empty(timeline.Contradictions);
    }

    [Fact]
    public void Storage_that_begins_while_a_box_waits_does_not_end_the_wait() => Assert.Equal("""
        1 00:00 - 9 00:00 waiting IRBND boarding T9
        9 00:00 - 9 00:00 moving IRBND > IRTHR T9
        """, History.Text(History.Fold("""
            1 00:00 queued IRBND boarding T9
            6 00:00 began IRBND storage port
            9 00:00 ended IRBND storage port
            9 00:00 departed IRBND IRTHR rail T9
            """).Stages));

    [Fact]
    public void Of_two_activities_at_once_the_later_names_the_time_until_it_ends() => Assert.Equal("""
        1 00:00 - 1 02:00 working PKTFT customs B1
        1 02:00 - 1 03:00 working PKTFT sanitary B1
        1 03:00 - 1 06:00 working PKTFT customs B1
        """, History.Text(History.Fold("""
            1 00:00 began PKTFT customs B1
            1 02:00 began PKTFT sanitary B1
            1 03:00 ended PKTFT sanitary B1
            1 06:00 ended PKTFT customs B1
            """).Stages));

    [Fact]
    public void Wait_on_the_way_ends_with_the_arrival() => Assert.Equal("""
        1 00:00 - 1 04:00 moving AAAAA > BBBBB T1
        1 04:00 - 1 06:00 waiting BBBBB passage line
        1 06:00 - 1 08:00 standing BBBBB
        """, History.Text(History.Fold("""
            1 00:00 departed AAAAA BBBBB rail T1
            1 04:00 queued BBBBB passage line
            1 06:00 arrived BBBBB AAAAA rail T1
            1 08:00 delivered BBBBB
            """).Stages));

    [Fact]
    public void Activity_may_begin_again_at_the_instant_it_ends()
    {
        var timeline = History.Fold("""
            1 00:00 began PKTFT inspection gate
            1 02:00 ended PKTFT inspection gate
            1 02:00 began PKTFT inspection gate
            1 05:00 ended PKTFT inspection gate
            """);
        Assert.Empty(timeline.Contradictions);
        Assert.Equal([2, 3], timeline.Activities.Select(a => (a.End - a.Begin).TotalHours));
    }

    [Fact]
    public void Loading_takes_no_time_and_ends_no_wait()
    {
        var timeline = History.Fold("""
            1 00:00 unloaded AAAAA wagon-1
            1 00:00 queued AAAAA boarding T2
            1 08:00 loaded AAAAA wagon-2
            1 12:00 departed AAAAA BBBBB rail T2
            2 00:00 arrived BBBBB AAAAA rail T2
            2 00:00 unloaded BBBBB wagon-2
            """);
        Assert.Equal("""
            1 00:00 - 1 12:00 waiting AAAAA boarding T2
            1 12:00 - 2 00:00 moving AAAAA > BBBBB T2
            """, History.Text(timeline.Stages));
        Assert.Empty(timeline.Contradictions);
    }

    [Fact]
    public void Timeline_as_it_stood_at_an_instant_ends_there_and_knows_nothing_later()
    {
        var timeline = Timeline.Of(History.Of(OverTheBorder), History.At("2", "01:00"));
        Assert.Equal("""
            1 06:00 - 1 18:00 moving PKUET > PKTFT T1
            1 18:00 - 2 01:00 waiting PKTFT border-out B1
            """, History.Text(timeline.Stages));
        Assert.False(timeline.IsDelivered);
        Assert.Equal(3, timeline.Movements.Count);
    }

    [Fact]
    public void Time_of_a_delivered_unit_ends_with_its_delivery() => Assert.Equal(
        OverTheBorderStages, History.Text(Timeline.Of(History.Of(OverTheBorder), History.At("20", "00:00")).Stages));

    [Theory]
    [InlineData(Contradiction.InTwoPlaces, "2 00:00 began IRMJV customs B1")]
    [InlineData(Contradiction.InTwoPlaces, "2 00:00 departed IRMJV IRZAH rail T2")]
    [InlineData(Contradiction.InTwoPlaces, "2 00:00 delivered IRMJV")]
    [InlineData(Contradiction.NotDeparted, "2 00:00 arrived IRMJV PKTFT rail T1")]
    [InlineData(Contradiction.BegunTwice, "2 00:00 began PKTFT inspection yard")]
    [InlineData(Contradiction.NotBegun, "2 00:00 ended PKTFT customs B1")]
    [InlineData(Contradiction.NotBegun, "2 00:00 ended PKTFT inspection gate")]
    [InlineData(Contradiction.NotEnded, "2 00:00 departed PKTFT IRMJV rail T1")]
    [InlineData(Contradiction.NotEnded, "2 00:00 delivered PKTFT")]
    [InlineData(Contradiction.StillLoaded, "2 00:00 loaded PKTFT wagon-2")]
    [InlineData(Contradiction.NotLoaded, "2 00:00 unloaded PKTFT wagon-2")]
    public void Contradiction_is_listed_with_the_movement_that_came_up_against_the_others(string code, string line)
    {
        var timeline = History.Fold($"""
            1 06:00 arrived PKTFT PKUET rail T1
            1 06:00 loaded PKTFT wagon-1
            1 12:00 began PKTFT inspection yard
            {line}
            """);
        var contradiction = Assert.Single(timeline.Contradictions);
        Assert.Equal((code, History.Of(line)[0]), (contradiction.Code, contradiction.Movement));
        Assert.StartsWith(contradiction.Movement.ToString(), contradiction.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Contradiction.InTwoPlaces, "1 12:00 queued PKUET passage track")]
    [InlineData(Contradiction.InTwoPlaces, "1 12:00 arrived IRMJV PKUET rail T1")]
    [InlineData(Contradiction.InTwoPlaces, "1 12:00 arrived PKTFT PKKHI rail T1")]
    [InlineData(Contradiction.NotArrived, "1 12:00 departed PKTFT IRMJV rail T1")]
    [InlineData(Contradiction.NotArrived, "1 12:00 delivered PKTFT")]
    public void On_the_way_a_unit_is_nowhere_but_before_the_place_ahead(string code, string line)
    {
        var timeline = History.Fold($"""
            1 06:00 departed PKUET PKTFT rail T1
            {line}
            """);
        Assert.Equal(code, Assert.Single(timeline.Contradictions).Code);
        Assert.Equal("1 06:00 - 1 12:00 moving PKUET > PKTFT T1", History.Text(timeline.Stages.Take(1)));
    }

    [Fact]
    public void After_a_contradiction_the_later_movement_is_believed() => Assert.Equal("""
        1 06:00 - 1 12:00 moving PKUET > PKTFT T1
        1 12:00 - 1 18:00 waiting IRZAH handling yard
        1 18:00 - 1 18:00 working IRZAH handling yard
        """, History.Text(History.Fold("""
            1 06:00 departed PKUET PKTFT rail T1
            1 12:00 queued IRZAH handling yard
            1 18:00 began IRZAH handling yard
            """).Stages));

    [Fact]
    public void What_is_told_after_delivery_is_listed_and_left_out()
    {
        var timeline = History.Fold(OverTheBorder + "\n3 00:00 departed IRMJV IRZAH rail T2");
        Assert.Equal(OverTheBorderStages, History.Text(timeline.Stages));
        Assert.Equal(Contradiction.AfterDelivery, Assert.Single(timeline.Contradictions).Code);
    }

    [Fact]
    public void Nothing_told_is_an_empty_timeline()
    {
        var timeline = Timeline.Of([]);
        Assert.Empty(timeline.Stages);
        Assert.Equal(default, timeline.Unit);
        Assert.Empty(Timeline.ListOf(History.Of(OverTheBorder), History.At("1", "00:00")));
    }

    [Fact]
    public void Movements_of_two_units_are_not_folded_to_one_timeline()
    {
        var other = new Delivered(new UnitId("another"), History.At("1", "00:00"), new PlaceId("PKTFT"));
        var movements = History.Of(OverTheBorder).Append(other).ToList();
        Assert.Throws<ArgumentException>(() => Timeline.Of(movements));
        Assert.Equal([History.Box, "another"], Timeline.ListOf(movements).Select(t => t.Unit.Value));
    }

    [Fact]
    public void More_than_anybody_could_tell_of_one_instant_is_folded_all_the_same()
    {
        var movements = Enumerable.Range(0, 4_000).Select(n => new Departed(
            new UnitId(History.Box), History.At("1", "00:00"), new PlaceId($"P{n % 200}"), new PlaceId($"Q{n}"),
            Rahdar.Quantities.Mode.Road, "")).ToList<Movement>();
        var timeline = Timeline.Of(movements);
        Assert.Equal(4_000, timeline.Movements.Count);
        movements.Reverse();
        Assert.Equal(timeline.Contradictions, Timeline.Of(movements).Contradictions);
    }
}
