using Rahdar.Simulation.Calendar;

namespace Rahdar.Simulation.Rail;

/// <summary>A running railway: trains move over a layout, wait for each other, and never jam.</summary>
/// <remarks>
/// One part of a larger model, which owns the calendar and hands the railway its events. An event is a kind and two
/// indices; the railway uses the <see cref="Kinds"/> kinds from the one given to it, and its first index is a train or
/// a section. One kind is for the owner: <see cref="Arrived"/> (train, position in the route's places) says that a
/// train stands where it waits to be sent on, or has left at its last place. What happens at one place must not hang on
/// trains that have to pass it: a stand at a place with tracks has to end by itself. Trains of the same way and length
/// best share one <see cref="TrainRoute"/>. Time base: seconds. Shape: trains are numbered from 0 in the order in which
/// they were added. Nothing is allocated after <see cref="Reset"/> as long as there are no more trains than before.
/// </remarks>
/// <example><code>
/// var calendar = new EventCalendar();
/// var railway = new Railway(layout, calendar, firstKind: 100);
/// var train = railway.Add(run);                       // at the start or at any time
/// while (calendar.TryNext(out var due))
///     if (railway.Handle(due)) continue;              // trains have moved
///     else if (due.Kind == railway.Arrived            // due.First: train, due.Second: position in its route
///         &amp;&amp; railway.FindPlace(due.First) is not null)    // else it has left
///         calendar.Schedule(due.Time + clearance, Cleared, due.First);
///     else if (due.Kind == Cleared)
///         railway.SendOn(due.First);
/// var share = railway.SectionBusySeconds(section, 0) / (double)calendar.Now;
/// </code></example>
public sealed class Railway
{
    /// <summary>Kinds of events it uses.</summary>
    public const int Kinds = 7;

    private const int None = TrackLayout.None;
    private const int FewestTrains = 64;

    private enum Kind { Enters, Moves, Ready, EndsHeadway, Shuts, Breaks, Arrived }

    private enum Phase : byte { Expected, Standing, Held, Waiting, UnderWay, Gone }

    private readonly TrackLayout _layout;
    private readonly EventCalendar _calendar;
    private readonly Dispatcher _dispatcher;
    private readonly int _firstKind;
    private readonly long[] _waited; // by place
    private readonly int[] _waits;

    private Train[] _trains = [];

    /// <summary>An empty railway.</summary>
    /// <param name="layout">Its tracks.</param>
    /// <param name="calendar">The calendar of the model it belongs to.</param>
    /// <param name="firstKind">First of the <see cref="Kinds"/> kinds of events that are its own.</param>
    /// <param name="waitSecondsMax">Seconds after which a train that waits stops others from entering its district.
    /// </param>
    public Railway(
        TrackLayout layout, EventCalendar calendar, int firstKind, long waitSecondsMax = RailLimits.WaitSecondsMax)
        : this(layout, calendar, firstKind, waitSecondsMax, GrantRule.SafeAfter)
    {
    }

    internal Railway(
        TrackLayout layout, EventCalendar calendar, int firstKind, long waitSecondsMax, GrantRule grantRule)
    {
        (_layout, _calendar, _firstKind) = (layout, calendar, firstKind);
        _dispatcher = new Dispatcher(layout, grantRule, waitSecondsMax);
        (_waited, _waits) = (new long[layout.Places.Count], new int[layout.Places.Count]);
    }

    /// <summary>For tests: what grants the hops.</summary>
    internal Dispatcher Dispatcher => _dispatcher;

    /// <summary>Kind of the events that tell the owner of a train that stands until it is sent on, or that has left.
    /// </summary>
    public int Arrived => _firstKind + (int)Kind.Arrived;

    /// <summary>Trains added.</summary>
    public int Trains { get; private set; }

    /// <summary>Trains that have left at their last place.</summary>
    public int TrainsGone { get; private set; }

    /// <summary>Hops granted.</summary>
    public long Hops { get; private set; }

    /// <summary>Where everything that trains do is written, in order of time; null for nowhere.</summary>
    public ICollection<RailwayEntry>? Log { get; set; }

    /// <summary>Takes all trains and closures away; the calendar is its owner's to reset, before this.</summary>
    public void Reset()
    {
        (Trains, TrainsGone, Hops) = (0, 0, 0);
        _dispatcher.Reset();
        Array.Clear(_trains);
        Array.Clear(_waited);
        Array.Clear(_waits);
    }

    /// <summary>Adds a train; it asks to enter at its earliest entry, or now if that has passed.</summary>
    /// <returns>Its number.</returns>
    public int Add(TrainRun run)
    {
        if (run.Route.Layout != _layout) throw new ArgumentException("a route of another layout", nameof(run));
        if (Trains == _trains.Length) Grow();
        var train = Trains++;
        (_trains[train].Run, _trains[train].Phase, _trains[train].StandsUntil) = (run, Phase.Expected, long.MinValue);
        _dispatcher.Add(train, run.Route);
        Schedule(Math.Max(run.EarliestEntry, _calendar.Now), Kind.Enters, train);
        return train;
    }

    /// <summary>Sends on a train that stands until it is sent on.</summary>
    /// <remarks>Throws: when the train does not stand so.</remarks>
    public void SendOn(int train)
    {
        if (_trains[train].Phase != Phase.Held) throw new InvalidOperationException($"train {train} is not held");
        Resume(train);
        Serve();
    }

    /// <summary>No train enters a section from a time until another; who is in it then runs out of it.</summary>
    public void Shut(int section, long from, long until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        if (until <= Math.Max(from, _calendar.Now)) return;
        _dispatcher.Shut(new SectionClosure(section, from, until));
        Schedule(Math.Max(from, _calendar.Now), Kind.Shuts, section);
        Schedule(until, Kind.Shuts, section);
    }

    /// <summary>A train breaks down at a time and stands still for some seconds; nothing happens to one that has left.
    /// </summary>
    public void BreakDown(int train, long at, int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        Schedule(at, Kind.Breaks, train, seconds);
    }

    /// <summary>Handles an event of the calendar if it is the railway's to handle.</summary>
    /// <returns>False when it is the owner's: of another kind, or <see cref="Arrived"/>.</returns>
    public bool Handle(in CalendarEvent due)
    {
        switch ((Kind)(due.Kind - _firstKind))
        {
            case Kind.Moves: Move(due.First); break;
            case Kind.Ready: Resume(due.First); break;
            case Kind.Enters: Enter(due.First); break;
            case Kind.EndsHeadway: _dispatcher.EndHeadway(due.First); break;
            case Kind.Shuts: _dispatcher.NoteClosure(due.First, due.Time); break;
            case Kind.Breaks: Break(due.First, due.Second); break;
            default: return false;
        }
        Serve();
        return true;
    }

    /// <summary>Place at which a train stands or which it left last; null before it entered and after it
    /// left.</summary>
    public int? FindPlace(int train)
    {
        var (run, phase) = (_trains[train].Run, _trains[train].Phase);
        var stop = _dispatcher.Stop(train) - (phase == Phase.UnderWay ? 1 : 0);
        if (run is null || phase == Phase.Expected || stop == None) return null;
        return run.Route.PlaceAt[run.Route.StopAt[stop]];
    }

    /// <summary>Seconds for which a section's track was reserved or taken up to now.</summary>
    /// <param name="section">The section.</param>
    /// <param name="track">0, or 1 for the second track of a double line.</param>
    public long SectionBusySeconds(int section, int track) =>
        _dispatcher.SectionUse.Read(_layout.FirstSectionTrack[section] + track, _calendar.Now);

    /// <summary>Seconds for which a track of a place was reserved or taken up to now.</summary>
    /// <param name="place">The place.</param>
    /// <param name="track">Number of its track, from 0, the shortest first.</param>
    public long TrackBusySeconds(int place, int track) =>
        _dispatcher.TrackUse.Read(_layout.FirstTrack[place] + track, _calendar.Now);

    /// <summary>Seconds of all waits for the line at a place that have ended.</summary>
    public long WaitedSeconds(int place) => _waited[place];

    /// <summary>Fills in seconds waited for the line by place, with the waits that go on now.</summary>
    internal void ReadWaits(long[] byPlace)
    {
        _waited.CopyTo(byPlace, 0);
        for (var train = 0; train < _trains.Length; train++)
        {
            ref readonly var state = ref _trains[train];
            if (state.Run is null || state.Phase != Phase.Waiting) continue;
            byPlace[FindPlace(train) ?? state.Run.Route.PlaceAt[0]] += _calendar.Now - state.WaitsSince;
        }
    }

    /// <summary>How many waits at a place have ended; going on at once is none.</summary>
    public int Waits(int place) => _waits[place];

    /// <summary>For tests: whether a train waits for a hop.</summary>
    internal bool IsWaiting(int train) => _trains[train].Phase == Phase.Waiting;

    private void Enter(int train)
    {
        if (StandsStill(train, Kind.Enters)) return;
        var first = _trains[train].Run!.Route.PlaceAt[0];
        if (_layout.DistrictOfPlace[first] == None) Appear(train);
        else Request(train);
    }

    private void Appear(int train)
    {
        var place = _trains[train].Run!.Route.PlaceAt[0];
        Note(train, RailwayAct.Enters, place, _dispatcher.Track(train));
        BeginStop(train, 0);
    }

    /// <summary>What a train does when it has come to a stand.</summary>
    private void BeginStop(int train, int position)
    {
        var dwell = _trains[train].Run!.DwellAt[position];
        _trains[train].Phase = dwell == TrainRun.UntilSentOn ? Phase.Held : Phase.Standing;
        if (dwell == TrainRun.UntilSentOn) Schedule(_calendar.Now, Kind.Arrived, train, position);
        else if (dwell > 0) Schedule(_calendar.Now + dwell, Kind.Ready, train);
        else Resume(train);
    }

    /// <summary>A train that stands has nothing more to do there.</summary>
    private void Resume(int train)
    {
        _trains[train].Phase = Phase.Standing;
        if (!StandsStill(train, Kind.Ready)) Request(train);
    }

    private bool StandsStill(int train, Kind then)
    {
        if (_trains[train].StandsUntil <= _calendar.Now) return false;
        Schedule(_trains[train].StandsUntil, then, train);
        return true;
    }

    private void Request(int train)
    {
        ref var state = ref _trains[train];
        (state.Phase, state.WaitsSince) = (Phase.Waiting, _calendar.Now);
        if (_dispatcher.Request(train, state.Run!.Priority, _calendar.Now)) Start(train);
    }

    /// <summary>Starts all who are granted their hop, wherever something has changed.</summary>
    private void Serve()
    {
        while (_dispatcher.TryGrantNext(_calendar.Now, out var train)) Start(train);
        while (_dispatcher.TryTakeWake(out var track, out var time)) Schedule(time, Kind.EndsHeadway, track);
    }

    /// <summary>A train has been granted its hop.</summary>
    private void Start(int train)
    {
        ref var state = ref _trains[train];
        var route = state.Run!.Route;
        var stop = _dispatcher.Stop(train) - 1;
        var first = stop == None ? 0 : route.StopAt[stop];
        NoteWait(train, route.PlaceAt[first]);
        Hops++;
        if (stop == None)
        {
            Appear(train);
            return;
        }
        state.Phase = Phase.UnderWay;
        (state.HopStart, state.Head, state.Tail) = (_calendar.Now, first + 1, first);
        NoteSection(train, RailwayAct.TakesSection, first);
        Move(train);
    }

    /// <summary>Does what a train under way has come to, and puts down what it comes to next.</summary>
    private void Move(int train)
    {
        ref var state = ref _trains[train];
        var run = state.Run!;
        var stop = _dispatcher.Stop(train);
        var (from, to) = (run.Route.StopAt[stop - 1], run.Route.StopAt[stop]);
        while (true)
        {
            var atHead = RunningUpTo(run, from, state.Head);
            var atTail = SecondsToClear(run, from, to, state.Tail);
            var next = state.HopStart + Math.Min(atHead, atTail);
            if (next > _calendar.Now)
            {
                Schedule(next, Kind.Moves, train);
                return;
            }
            if (atTail <= atHead) Clear(train, from, state.Tail++);
            else if (state.Head == to)
            {
                Arrive(train, from, to);
                return;
            }
            else Pass(train, ref state);
        }
    }

    /// <summary>The head has come to a place where it does not stop; unless the section ahead is shut, it goes on.
    /// </summary>
    private void Pass(int train, ref Train state)
    {
        if (!state.IsBeforeSection) NoteTrack(train, RailwayAct.TakesTrack, state.Head);
        var until = _dispatcher.ShutUntil(state.Run!.Route.SectionAt[state.Head], _calendar.Now);
        state.IsBeforeSection = until is not null;
        if (until is not null) state.HopStart += until.Value - _calendar.Now;
        else NoteSection(train, RailwayAct.TakesSection, state.Head++);
    }

    private void Arrive(int train, int from, int to)
    {
        ref var state = ref _trains[train];
        NoteTrack(train, RailwayAct.TakesTrack, to);
        while (state.Tail < to) Clear(train, from, state.Tail++);
        ClearSection(train, to - 1);
        NoteTrack(train, RailwayAct.Stands, to);
        if (to < state.Run!.Route.PlaceAt.Length - 1)
        {
            BeginStop(train, to);
            return;
        }
        NoteTrack(train, RailwayAct.Leaves, to);
        (state.Run, state.Phase) = (null, Phase.Gone);
        _dispatcher.Drop(train);
        TrainsGone++;
        Schedule(_calendar.Now, Kind.Arrived, train, to);
    }

    /// <summary>The tail clears a position of the route: the section before it, unless the hop began there, and the
    /// track held there.</summary>
    private void Clear(int train, int from, int position)
    {
        if (position > from) ClearSection(train, position - 1);
        var place = _trains[train].Run!.Route.PlaceAt[position];
        var track = _dispatcher.ReleaseTrack(place, train, _calendar.Now);
        Note(train, RailwayAct.ClearsTrack, place, track);
    }

    private void ClearSection(int train, int position)
    {
        _dispatcher.ReleaseSection(_trains[train].Run!.Route.TrackAt[position], _calendar.Now);
        NoteSection(train, RailwayAct.ClearsSection, position);
    }

    /// <summary>Seconds from the start of a hop until the head is at a position.</summary>
    private static long RunningUpTo(TrainRun run, int from, int position)
    {
        var seconds = 0L;
        for (var i = from; i < position; i++) seconds += run.RunningAt[i];
        return seconds;
    }

    /// <summary>Seconds from the start of a hop until the tail has cleared a position; for ever if it does so only when
    /// the train has arrived.</summary>
    private static long SecondsToClear(TrainRun run, int from, int to, int position)
    {
        var lengths = run.Route.LengthAt;
        long left = run.Route.TrainLengthMetres;
        var i = position;
        for (; i < to && left >= lengths[i]; i++) left -= lengths[i];
        if (i == to) return long.MaxValue;
        // Whole seconds, upwards: the tail is surely past it.
        return RunningUpTo(run, from, i) + (left * run.RunningAt[i] + lengths[i] - 1) / lengths[i];
    }

    private void Break(int train, int seconds)
    {
        ref var state = ref _trains[train];
        if (state.Phase == Phase.Gone) return;
        state.StandsUntil = Math.Max(state.StandsUntil, _calendar.Now + seconds);
        if (state.Phase == Phase.UnderWay) state.HopStart += seconds;
        if (state.Phase != Phase.Waiting) return;
        _dispatcher.Withdraw(train);
        NoteWait(train, FindPlace(train) ?? state.Run!.Route.PlaceAt[0]);
        Resume(train);
    }

    private void NoteWait(int train, int place)
    {
        var wait = _calendar.Now - _trains[train].WaitsSince;
        if (wait == 0) return;
        _waited[place] += wait;
        _waits[place]++;
    }

    private void Schedule(long time, Kind kind, int first, int second = 0) =>
        _calendar.Schedule(time, _firstKind + (int)kind, first, second);

    private void NoteTrack(int train, RailwayAct act, int position)
    {
        if (Log is null) return;
        var place = _trains[train].Run!.Route.PlaceAt[position];
        var isOpen = _layout.DistrictOfPlace[place] == None;
        Note(train, act, place, isOpen ? None : _dispatcher.TrackHeld(place, train));
    }

    private void NoteSection(int train, RailwayAct act, int position)
    {
        if (Log is null) return;
        var route = _trains[train].Run!.Route;
        var section = route.SectionAt[position];
        Note(train, act, section, route.TrackAt[position] - _layout.FirstSectionTrack[section]);
    }

    private void Note(int train, RailwayAct act, int where, int track) =>
        Log?.Add(new RailwayEntry(_calendar.Now, train, act, where, track));

    private void Grow()
    {
        var trains = Math.Max(FewestTrains, _trains.Length * 2);
        Array.Resize(ref _trains, trains);
        _dispatcher.Reserve(trains);
    }

    private struct Train
    {
        internal TrainRun? Run; // null once it has left
        internal Phase Phase;
        internal bool IsBeforeSection; // under way, and stands where the section ahead is shut
        internal int Head; // position in the route that its head reaches next
        internal int Tail; // position in the route that its tail clears next
        internal long HopStart; // when its hop began, moved on by what it stood still since
        internal long WaitsSince;
        internal long StandsUntil; // after a breakdown
    }
}
