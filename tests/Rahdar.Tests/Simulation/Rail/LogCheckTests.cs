using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: the check of a log catches each thing that must not happen. Method: a sound log of a small railway is
/// spoilt in one place, or read with rules that its railway did not know; the fault expected must be among those
/// found, and the sound log has none.</summary>
public sealed class LogCheckTests
{
    private const string Sound = """
        A =12km/2min= L(600m,600m) =9km/2min= M(400m,900m) #6km/2min# B
        train T0 A>L>M>B 500m stop L 5min
        train T1 B>M>L>A 500m 00:02
        train T2 A>L>M>B 800m 00:20
        train T3 B>M>L>A 300m 00:30
        """;

    private readonly DrawnRailway _drawn = DrawnRailway.Draw(Sound);
    private readonly List<RailwayEntry> _log = [];

    public LogCheckTests()
    {
        var calendar = new EventCalendar();
        var railway = _drawn.Prepare(calendar);
        railway.Log = _log;
        while (calendar.TryNext(out var due)) railway.Handle(due);
        Assert.Equal(4, railway.TrainsGone);
    }

    [Fact]
    public void Sound_log_has_no_fault() => Assert.Empty(Faults());

    [Fact]
    public void Train_that_vanishes_is_caught()
    {
        _log.RemoveAll(e => e is { Train: 1, Act: RailwayAct.Leaves });
        Expect("vanished");
    }

    [Fact]
    public void Train_of_which_nothing_is_heard_is_caught()
    {
        _log.RemoveAll(e => e.Train == 3);
        Expect("vanished");
    }

    [Fact]
    public void Train_that_leaves_half_way_is_caught()
    {
        _log[Find(1, RailwayAct.Stands)] = _log[Find(1, RailwayAct.Stands)] with { Act = RailwayAct.Leaves };
        Expect("vanished");
    }

    [Fact]
    public void Train_that_nobody_knows_is_caught()
    {
        _log.Insert(1, _log[0] with { Train = 4 });
        Expect("unknown-train");
    }

    [Fact]
    public void Train_that_enters_twice_is_caught()
    {
        var again = _log[Find(1, RailwayAct.Enters)];
        _log.Add(again with { Time = _log[^1].Time });
        Expect("two-places");
    }

    [Fact]
    public void Train_that_stands_while_its_tail_is_on_the_line_is_caught()
    {
        _log.RemoveAt(Find(0, RailwayAct.ClearsSection));
        Expect("two-places");
    }

    [Fact]
    public void Train_that_jumps_over_a_section_is_caught()
    {
        var at = Find(0, RailwayAct.TakesSection);
        _log[at] = _log[at] with { Where = _drawn.Section("L", "M") };
        Expect("route");
    }

    [Fact]
    public void Train_that_takes_a_section_from_another_one_is_caught()
    {
        var at = Find(0, RailwayAct.TakesSection);
        _log.RemoveAt(at);
        Expect("two-places");
    }

    [Fact]
    public void Two_trains_in_a_section_of_one_track_are_caught()
    {
        // T1 leaves M for L while T0 is on the way from L to M.
        MoveBefore(1, RailwayAct.TakesSection, _drawn.Section("L", "M"), 0, RailwayAct.ClearsSection);
        Expect("section-taken");
    }

    [Fact]
    public void Two_trains_on_one_track_of_a_loop_are_caught()
    {
        // T0 stands in the loop when T1 comes.
        var loop = _drawn.Place("L");
        var track = _log.First(e => e.Train == 0 && e.Act == RailwayAct.TakesTrack && e.Where == loop).Track;
        for (var i = 0; i < _log.Count; i++)
            if (_log[i].Train == 1 && _log[i].Where == loop && IsAtPlace(_log[i]))
                _log[i] = _log[i] with { Track = track };
        Expect("track-taken");
    }

    [Fact]
    public void Wrong_direction_on_double_track_is_caught()
    {
        var at = _log.FindIndex(e =>
            e.Train == 1 && e.Act == RailwayAct.TakesSection && e.Where == _drawn.Section("M", "B"));
        _log[at] = _log[at] with { Track = 0 };
        Expect("direction");
    }

    [Fact]
    public void Train_on_a_track_too_short_for_it_is_caught()
    {
        for (var i = 0; i < _log.Count; i++)
            if (_log[i].Train == 2 && _log[i].Where == _drawn.Place("M") && IsAtPlace(_log[i]))
                _log[i] = _log[i] with { Track = 0 };
        Expect("too-long");
    }

    [Fact]
    public void Track_that_is_not_there_is_caught()
    {
        var at = _log.FindIndex(e => e.Act == RailwayAct.TakesTrack && e.Where == _drawn.Place("L"));
        _log[at] = _log[at] with { Track = 2 };
        Expect("track");
    }

    [Fact]
    public void Entry_before_the_headway_is_over_is_caught() =>
        // The same log, read as if four minutes were asked for.
        Expect("headway", DrawnRailway.Draw(Sound.Replace("/2min", "/4min", StringComparison.Ordinal)));

    [Fact]
    public void Entry_into_a_closed_section_is_caught() =>
        Expect("closure", DrawnRailway.Draw(Sound + "\nshut A-L 00:00..00:01"));

    [Fact]
    public void Entry_at_the_last_second_of_a_closure_is_caught_and_at_its_end_is_not()
    {
        var time = _log[Find(1, RailwayAct.TakesSection)].Time;
        var section = _drawn.Section("M", "B");
        Assert.DoesNotContain(ShutUntil(time), f => f.Entry.Train == 1);
        Assert.Contains(ShutUntil(time + 1), f => f is { Code: "railway:closure", Entry.Train: 1 });

        IReadOnlyList<RailwayFault> ShutUntil(long until) => LogCheck.FindFaults(
            _drawn.Layout, _drawn.Runs, [new SectionClosure(section, 0, until)], _log, isOver: true);
    }

    [Fact]
    public void Train_faster_than_it_can_run_is_caught() =>
        Expect("too-fast", DrawnRailway.Draw(Sound.Replace("00:02", "59km/h 00:02", StringComparison.Ordinal)));

    [Fact]
    public void Train_that_enters_before_its_time_is_caught() =>
        Expect("too-early", DrawnRailway.Draw(Sound.Replace("00:02", "00:03", StringComparison.Ordinal)));

    [Fact]
    public void Train_that_cuts_its_business_short_is_caught() =>
        Expect("dwell", DrawnRailway.Draw(Sound.Replace("5min", "90min", StringComparison.Ordinal)));

    [Fact]
    public void Tail_that_is_too_near_the_head_is_caught() =>
        // The same log, read as if the train were longer: half a minute is too short for its tail to be out.
        Expect("tail", DrawnRailway.Draw(Sound.Replace("L>A 500m", "L>A 600m", StringComparison.Ordinal)));

    [Fact]
    public void Log_out_of_order_is_caught()
    {
        (_log[3], _log[^1]) = (_log[^1], _log[3]);
        Expect("order");
    }

    [Fact]
    public void Dispatcher_that_forgets_the_headway_is_caught() => Caught(
        "headway",
        forgets: "A =12km= B\ntrain T1 A>B\ntrain T2 A>B",
        rules: "A =12km/1min= B\ntrain T1 A>B\ntrain T2 A>B");

    [Fact]
    public void Dispatcher_that_takes_single_track_for_double_is_caught() => Caught(
        "direction",
        forgets: "A #12km# B\ntrain T1 A>B\ntrain T2 B>A",
        rules: "A =12km= B\ntrain T1 A>B\ntrain T2 B>A");

    [Fact]
    public void Dispatcher_that_counts_a_track_too_many_is_caught() => Caught(
        "track",
        forgets: "A =12km= L(600m,600m) =9km= B\ntrain T1 A>L>B\ntrain T2 B>L>A",
        rules: "A =12km= L(600m) =9km= B\ntrain T1 A>L>B\ntrain T2 B>L>A");

    [Fact]
    public void Dispatcher_that_takes_tracks_for_longer_than_they_are_is_caught() => Caught(
        "too-long",
        forgets: "A =12km= L(700m,700m) =9km= B\ntrain T1 A>L>B 650m stop L 0min",
        rules: "A =12km= L(600m,600m) =9km= B\ntrain T1 A>L>B 650m");

    [Fact]
    public void Dispatcher_that_forgets_a_closure_is_caught() => Caught(
        "closure",
        forgets: "A =12km= B\ntrain T1 A>B",
        rules: "A =12km= B\nshut A-B 00:00..01:00\ntrain T1 A>B");

    private static bool IsAtPlace(RailwayEntry e) =>
        e.Act is not (RailwayAct.TakesSection or RailwayAct.ClearsSection);

    private static void Caught(string code, string forgets, string rules)
    {
        var log = new List<RailwayEntry>();
        var calendar = new EventCalendar();
        var railway = DrawnRailway.Draw(forgets).Prepare(calendar);
        railway.Log = log;
        while (calendar.TryNext(out var due)) railway.Handle(due);
        var drawn = DrawnRailway.Draw(rules);
        Assert.Contains(
            LogCheck.FindFaults(drawn.Layout, drawn.Runs, drawn.Closures, log, isOver: true),
            f => f.Code == $"railway:{code}");
    }

    private void Expect(string code, DrawnRailway? rules = null) =>
        Assert.Contains(Faults(rules), f => f.Code == $"railway:{code}");

    private IReadOnlyList<RailwayFault> Faults(DrawnRailway? rules = null) => LogCheck.FindFaults(
        (rules ?? _drawn).Layout, (rules ?? _drawn).Runs, (rules ?? _drawn).Closures, _log, isOver: true);

    private int Find(int train, RailwayAct act) => _log.FindIndex(e => e.Train == train && e.Act == act);

    /// <summary>Moves an entry of one train, with its time, to before one of another.</summary>
    private void MoveBefore(int train, RailwayAct act, int where, int other, RailwayAct otherAct)
    {
        var from = _log.FindIndex(e => e.Train == train && e.Act == act && e.Where == where);
        var entry = _log[from];
        _log.RemoveAt(from);
        var to = _log.FindIndex(e => e.Train == other && e.Act == otherAct && e.Where == where);
        _log.Insert(to, entry with { Time = _log[to].Time });
    }
}
