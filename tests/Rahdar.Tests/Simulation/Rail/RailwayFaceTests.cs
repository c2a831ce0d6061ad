using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: a larger model can use the railway as one of its parts. Method: a border in the middle of a line,
/// whose clearance the test plays; figures and memory by hand.</summary>
public sealed class RailwayFaceTests
{
    private const int FirstKind = 100;
    private const int Cleared = 1;

    [Fact]
    public void A_train_is_held_for_its_business_and_sent_on()
    {
        var drawn = DrawnRailway.Draw("""
            A =12km= BORDER(600m,600m) =9km= B
            train T1 A>BORDER>B held BORDER
            train T2 B>BORDER>A held BORDER
            """);
        var (calendar, log, told) = (new EventCalendar(), new List<RailwayEntry>(), new List<string>());
        var railway = new Railway(drawn.Layout, calendar, FirstKind) { Log = log };
        foreach (var run in drawn.Runs) railway.Add(run);
        while (calendar.TryNext(out var due))
            if (railway.Handle(due)) continue;
            else if (due.Kind == railway.Arrived)
            {
                told.Add($"{due.Time / 60} min: train {due.First} at {due.Second}");
                if (due.Second == 1) calendar.Schedule(due.Time + 3_600, Cleared, due.First);
            }
            else if (due.Kind == Cleared) railway.SendOn(due.First);
        drawn.Check(log, isOver: true);
        Assert.Equal(
            "T1  A 00:00  BORDER 00:12-01:12  B 01:21\nT2  B 00:00  BORDER 00:09-01:09  A 01:21", drawn.Timetable(log));
        Assert.Equal(
            ["9 min: train 1 at 1", "12 min: train 0 at 1", "81 min: train 1 at 2", "81 min: train 0 at 2"], told);
    }

    [Fact]
    public void Only_a_train_that_is_held_can_be_sent_on()
    {
        var railway = DrawnRailway.Draw("A =12km= B\ntrain T1 A>B").Prepare(new EventCalendar());
        Assert.Throws<InvalidOperationException>(() => railway.SendOn(0));
    }

    [Fact]
    public void A_train_can_be_added_while_others_run()
    {
        var drawn = DrawnRailway.Draw("A =12km= B\ntrain T1 A>B\ntrain T2 B>A");
        var (calendar, log) = (new EventCalendar(), new List<RailwayEntry>());
        var railway = new Railway(drawn.Layout, calendar, FirstKind) { Log = log };
        railway.Add(drawn.Runs[0]);
        while (calendar.TryNext(out var due))
            if (!railway.Handle(due) && railway.Trains == 1)
                railway.Add(drawn.Runs[1]);
        Assert.Equal("T1  A 00:00  B 00:12\nT2  B 00:12  A 00:24", drawn.Timetable(log));
        drawn.Check(log, isOver: true);
    }

    [Fact]
    public void Events_of_other_kinds_are_left_to_their_owner()
    {
        var drawn = DrawnRailway.Draw("A =12km= B");
        var railway = new Railway(drawn.Layout, new EventCalendar(), FirstKind);
        Assert.False(railway.Handle(new CalendarEvent(0, FirstKind - 1, 0, 0)));
        Assert.False(railway.Handle(new CalendarEvent(0, FirstKind + Railway.Kinds, 0, 0)));
        Assert.False(railway.Handle(new CalendarEvent(0, railway.Arrived, 0, 0)));
    }

    [Fact]
    public void Use_and_waits_are_counted()
    {
        var drawn = DrawnRailway.Draw("""
            A =12km= L(600m,600m) =9km= B
            train T1 A>L>B
            train T2 B>L>A
            train T3 A>L>B 00:06
            """);
        var calendar = new EventCalendar();
        var railway = drawn.Prepare(calendar);
        while (calendar.TryNext(out var due)) railway.Handle(due);
        // T1 A 00:00, L 00:12, B 00:21; T2 B 00:00, L 00:09 to 00:12, A 00:24; T3 A 00:06 to 00:24, L 00:36, B 00:45.
        Assert.Equal(36 * 60, railway.SectionBusySeconds(drawn.Section("A", "L"), 0));
        Assert.Equal(27 * 60, railway.SectionBusySeconds(drawn.Section("L", "B"), 0));
        // A track is taken from when the way to it is granted until the tail has left it.
        var tracks = railway.TrackBusySeconds(drawn.Place("L"), 0) + railway.TrackBusySeconds(drawn.Place("L"), 1);
        Assert.Equal((12 * 60 + 30) + (12 * 60 + 30) + (12 * 60 + 30), tracks);
        Assert.Equal((3 * 60, 1), (railway.WaitedSeconds(drawn.Place("L")), railway.Waits(drawn.Place("L"))));
        Assert.Equal((18 * 60, 1), (railway.WaitedSeconds(drawn.Place("A")), railway.Waits(drawn.Place("A"))));
        Assert.Equal((3, 3, 6L), (railway.Trains, railway.TrainsGone, railway.Hops));
    }

    [Fact]
    public void Where_a_train_is_can_be_asked_at_any_time()
    {
        var drawn = DrawnRailway.Draw("A =12km= L(600m) =9km= B\ntrain T1 A>L>B 00:10 stop L 5min");
        var calendar = new EventCalendar();
        var railway = drawn.Prepare(calendar);
        Assert.Null(railway.FindPlace(0));
        Run(15 * 60);
        Assert.Equal(drawn.Place("A"), railway.FindPlace(0));
        Run(25 * 60);
        Assert.Equal(drawn.Place("L"), railway.FindPlace(0));
        Run(60 * 60);
        Assert.Null(railway.FindPlace(0));

        void Run(long until)
        {
            while (calendar.TryNext(until, out var due)) railway.Handle(due);
        }
    }

    [Fact]
    public void A_second_replication_is_the_same_and_allocates_nothing()
    {
        var drawn = DrawnRailway.Draw("""
            A =12km/2min= L(600m,600m) =9km= M(600m,900m) =9km= B
            shut L-M 00:30..01:00
            """ + "\n" + string.Join('\n', Enumerable.Range(0, 100).Select(
                i => $"train T{i} {(i % 2 == 0 ? "A>L>M>B" : "B>M>L>A")} {300 + i % 3 * 250}m priority {i % 4}")));
        var calendar = new EventCalendar(1);
        var railway = new Railway(drawn.Layout, calendar, 0, waitSecondsMax: 7_200);
        var (runs, closures, loop) = (drawn.Runs, drawn.Closures, drawn.Place("L"));
        var first = Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, second);
        Assert.Equal(100, second.Gone);

        (int Gone, long Steps, long Now, long Busy, long Waited) Run()
        {
            calendar.Reset();
            railway.Reset();
            for (var i = 0; i < runs.Count; i++) railway.Add(runs[i]);
            for (var i = 0; i < closures.Count; i++)
                railway.Shut(closures[i].Section, closures[i].From, closures[i].Until);
            while (calendar.TryNext(out var due)) railway.Handle(due);
            return (railway.TrainsGone, calendar.Handled, calendar.Now, railway.SectionBusySeconds(0, 0),
                railway.WaitedSeconds(loop));
        }
    }
}
