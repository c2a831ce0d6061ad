using Rahdar.Simulation.Corridor;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Simulation.Corridor;

/// <summary>Goal: a gate lets units through in order, at its rate, in its hours. Method: small posts with times a
/// clerk can
/// follow, and a slow gate that serves unit by unit and second by second as the oracle.</summary>
public sealed class GateTests
{
    private const long Hour = 3600;
    private const long Day = 24 * Hour;

    [Fact]
    public void Trucks_pass_one_after_another()
    {
        // 60 trucks an hour: a minute each.
        var gate = Post(60_000, (0, 10 * Day, 1000));
        Assert.Equal((8 * Hour, 8 * Hour + 1800), gate.Pass(8 * Hour, 30));
        // Ten come ten minutes later: they wait for the twenty still before them.
        Assert.Equal((8 * Hour + 1800, 8 * Hour + 2400), gate.Pass(8 * Hour + 600, 10));
        Assert.Equal(10 * 1200, gate.UnitSecondsWaited);
        Assert.Equal(40, gate.Units);
    }

    [Fact]
    public void What_is_not_done_at_closing_time_goes_on_the_next_morning()
    {
        var gate = Post(60_000, (8 * Hour, 17 * Hour, 1000), (Day + 8 * Hour, Day + 17 * Hour, 1000));
        // Ninety minutes of work an hour before closing.
        Assert.Equal((16 * Hour, Day + 8 * Hour + 1800), gate.Pass(16 * Hour, 90));
        Assert.Equal((Day + 8 * Hour + 1800, Day + 8 * Hour + 1860), gate.Pass(20 * Hour, 1));
    }

    [Fact]
    public void A_holiday_slows_it_down()
    {
        var gate = Post(60_000, (0, Day, 500), (Day, 2 * Day, 1000));
        Assert.Equal((0L, 2 * Hour), gate.Pass(0, 60));
    }

    [Fact]
    public void What_comes_to_a_post_that_does_not_open_again_stays()
    {
        var gate = Post(60_000, (0, Day, 1000));
        Assert.Equal(Gate.Never, gate.Pass(2 * Day, 1).End);
        Assert.Equal(Gate.Never, gate.Pass(3 * Day, 1).Begin);
        Assert.Equal(0, gate.Units);
    }

    [Fact]
    public void Without_a_published_capacity_only_the_hours_hold()
    {
        var gate = Post(0, (8 * Hour, 17 * Hour, 1000));
        Assert.Equal((8 * Hour, 8 * Hour), gate.Pass(Hour, 500));
        Assert.Equal((9 * Hour, 9 * Hour), gate.Pass(9 * Hour, 500));
    }

    [Fact]
    public void Of_work_across_the_edges_of_the_days_measured_only_the_part_inside_is_use()
    {
        var hours = new GateHours([0], [10 * Day], [1000]);
        var gate = new Gate(new GateModel("post", "post", ResourceKind.Post, "trucks", 60_000, hours), Day, 2 * Day);
        gate.Pass(Day - Hour, 90); // until half an hour into the first day
        Assert.Equal(Hour / 2, gate.BusySeconds);
        gate.Pass(Day + Hour, 23 * 60 + 600); // from one o'clock to ten hours after the end
        Assert.Equal(23 * Hour + Hour / 2, gate.BusySeconds);
    }

    [Fact]
    public void Who_is_still_held_at_the_end_has_waited_up_to_it()
    {
        // Measured are the first two days; the post is shut from the second day to the end of the third.
        var hours = new GateHours([0, 3 * Day], [Day, 10 * Day], [1000, 1000]);
        var gate = new Gate(new GateModel("post", "post", ResourceKind.Post, "trucks", 60_000, hours), 0, 2 * Day);
        Assert.Equal(3 * Day, gate.Pass(Day, 10).Begin);
        Assert.Equal(10 * Day, gate.UnitSecondsWaited);
        Assert.Equal(0, gate.Units);
        // Their turn comes after the days measured, and what they wait for it is known.
        Assert.Equal(2 * Day, gate.SecondsToTurn);
        Assert.Equal(3 * Day + 600, gate.Pass(Day + Day / 2, 1).Begin);
        Assert.Equal(10 * Day + Day / 2, gate.UnitSecondsWaited);
        Assert.Equal((10 * 2 * Day + 3 * Day / 2 + 600) / 11.0, gate.SecondsToTurn, 6);
    }

    [Fact]
    public void A_mean_wait_is_unknown_where_some_never_have_their_turn()
    {
        var hours = new GateHours([0], [Day], [1000]);
        var gate = new Gate(new GateModel("post", "post", ResourceKind.Post, "trucks", 60_000, hours), 0, 2 * Day);
        gate.Pass(Hour, 5);
        Assert.Equal(0, gate.SecondsToTurn);
        gate.Pass(Day + Hour, 2);
        Assert.True(double.IsNaN(gate.SecondsToTurn));
        Assert.Equal(2 * 23 * Hour, gate.UnitSecondsWaited);
    }

    /// <summary>Serves a unit a second at a time.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Passages_are_those_of_a_gate_that_counts_every_second(int seed)
    {
        var random = new SplitMix(seed, 0);
        for (var round = 0; round < 40; round++)
        {
            var stretches = new List<(long, long, int)>();
            var at = 0L;
            for (var i = 0; i < 6; i++)
            {
                var start = at + random.Between(0, 50);
                stretches.Add((start, at = start + random.Between(1, 90), 1000));
            }
            var seconds = random.Between(1, 9);
            var gate = Post(seconds * 1000L, [.. stretches]);
            var (clock, arrival) = (0L, 0L);
            for (var convoy = 0; convoy < 12; convoy++)
            {
                arrival += random.Between(0, 30);
                var units = random.Between(1, 5);
                clock = Math.Max(clock, arrival);
                long? begin = null;
                long? end = clock;
                for (var left = (long)units * seconds; left > 0; left--)
                {
                    while (clock < at && !stretches.Exists(s => clock >= s.Item1 && clock < s.Item2)) clock++;
                    if (clock >= at)
                    {
                        end = null;
                        break;
                    }
                    begin ??= clock;
                    end = ++clock;
                }
                var found = gate.Pass(arrival, units);
                if (end is null)
                {
                    Assert.Equal(Gate.Never, found.End);
                    break;
                }
                Assert.Equal((begin!.Value, end.Value), found);
            }
        }
    }

    private static Gate Post(long millisecondsPerUnit, params (long Start, long End, int Share)[] open) =>
        new(new GateModel(
        "post", "Post", ResourceKind.Post, "trucks", millisecondsPerUnit, new GateHours(
            [.. open.Select(o => o.Start)], [.. open.Select(o => o.End)], [.. open.Select(o =>
                o.Share)])), 0, 1000 * Day);
}
