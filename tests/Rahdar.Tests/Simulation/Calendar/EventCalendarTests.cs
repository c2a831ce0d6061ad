using Rahdar.Benchmarks.Generated;
using Rahdar.Simulation.Calendar;

namespace Rahdar.Tests.Simulation.Calendar;

/// <summary>Goal: events come in order of time, and in the order of putting down among equals, however many wait.
/// Method: small cases by hand; long random ones against a list that is sorted anew each time.</summary>
public sealed class EventCalendarTests
{
    [Fact]
    public void Earlier_events_come_first()
    {
        var calendar = new EventCalendar();
        calendar.Schedule(30, 3);
        calendar.Schedule(10, 1, 7, 8);
        calendar.Schedule(20, 2);
        Assert.Equal(new CalendarEvent(10, 1, 7, 8), Next(calendar));
        Assert.Equal(10, calendar.Now);
        Assert.Equal([2, 3], new[] { Next(calendar).Kind, Next(calendar).Kind });
        Assert.False(calendar.TryNext(out _));
        Assert.Equal(3, calendar.Handled);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(500)]
    public void Events_of_one_instant_come_in_the_order_in_which_they_were_put_down(int events)
    {
        var calendar = new EventCalendar(4);
        for (var i = 0; i < events; i++) calendar.Schedule(60, 0, i);
        for (var i = 0; i < events; i++) Assert.Equal(i, Next(calendar).First);
    }

    [Fact]
    public void What_is_put_down_for_now_comes_after_what_already_waits_for_now()
    {
        var calendar = new EventCalendar();
        calendar.Schedule(60, 1);
        calendar.Schedule(60, 2);
        Assert.Equal(1, Next(calendar).Kind);
        calendar.Schedule(60, 3);
        Assert.Equal([2, 3], new[] { Next(calendar).Kind, Next(calendar).Kind });
    }

    [Fact]
    public void Time_does_not_go_back()
    {
        var calendar = new EventCalendar();
        calendar.Schedule(60, 1);
        Next(calendar);
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Schedule(59, 1));
    }

    [Fact]
    public void Nothing_later_than_the_end_asked_for_is_handed_out()
    {
        var calendar = new EventCalendar();
        calendar.Schedule(60, 1);
        calendar.Schedule(61, 2);
        Assert.True(calendar.TryNext(60, out _));
        Assert.False(calendar.TryNext(60, out _));
        Assert.Equal((60, 1), (calendar.Now, calendar.Count));
        Assert.Equal(2, Next(calendar).Kind);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    [InlineData(3, 40)]
    [InlineData(4, 5_000)]
    public void Any_history_comes_out_sorted_by_time_and_order(ulong seed, int pending)
    {
        var draw = new SplitMix(seed);
        var calendar = new EventCalendar(1);
        var expected = new SortedSet<(long Time, int Number)>();
        var number = 0;
        for (var round = 0; round < 20_000; round++)
        {
            // Times repeat often, and how many wait goes up and down.
            for (var left = expected.Count < pending ? draw.Between(0, 3) : 0; left > 0; left--)
            {
                var time = calendar.Now + draw.Below(draw.OnceIn(3) ? 5 : 2_000);
                calendar.Schedule(time, 0, number);
                expected.Add((time, number++));
            }
            if (expected.Count == 0) continue;
            Assert.Equal(expected.Count, calendar.Count);
            var due = Next(calendar);
            Assert.True(
                expected.Min == (due.Time, due.First), $"seed {seed}, round {round}: {due}, not {expected.Min}");
            expected.Remove(expected.Min);
        }
    }

    [Fact]
    public void A_second_run_gives_the_same_and_allocates_nothing()
    {
        var calendar = new EventCalendar(1);
        var first = Run(calendar);
        calendar.Reset();
        Assert.Equal((0, 0, 0L), (calendar.Now, calendar.Count, calendar.Handled));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = Run(calendar);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, second);
    }

    private static long Run(EventCalendar calendar)
    {
        for (var i = 0; i < 1_000; i++) calendar.Schedule(i * 7_919 % 1_009, 0, i);
        var sum = 0L;
        while (calendar.TryNext(out var due)) sum = unchecked(sum * 31 + due.First);
        return sum;
    }

    private static CalendarEvent Next(EventCalendar calendar) =>
        calendar.TryNext(out var due) ? due : throw new InvalidOperationException("nothing waits");
}
