namespace Rahdar.Simulation.Rail;

/// <summary>Reads the log of a railway and finds what cannot or must not happen: trains that vanish or are in two
/// places, two trains on one track, wrong directions, trains longer than their track, entries within the headway or
/// into a closed section, trains faster than they can run.</summary>
/// <remarks>Knows the layout, the trains and the closures, and nothing of how hops are granted. After a first fault of
/// a train its later entries are still read as far as they make sense. Shape: faults in order of the log, those of what
/// is missing at its end.</remarks>
public sealed class LogCheck
{
    private readonly TrackLayout _layout;
    private readonly IReadOnlyList<TrainRun> _runs;
    private readonly IReadOnlyList<SectionClosure> _closures;
    private readonly List<RailwayFault> _faults = [];
    private readonly Dictionary<(int Place, int Track), int> _onTrack = [];
    private readonly Dictionary<(int Section, int Track), int> _onSection = [];
    private readonly Dictionary<(int Section, int Track), long> _clearedAt = [];
    private readonly TrainTrace[] _traces;
    private RailwayEntry _entry;

    private LogCheck(TrackLayout layout, IReadOnlyList<TrainRun> runs, IReadOnlyList<SectionClosure> closures)
    {
        (_layout, _runs, _closures) = (layout, runs, closures);
        _traces = [.. runs.Select(_ => new TrainTrace())];
    }

    /// <summary>Faults of a log; empty when there are none.</summary>
    /// <param name="layout">The tracks.</param>
    /// <param name="runs">The trains, by their number.</param>
    /// <param name="closures">When sections were shut.</param>
    /// <param name="log">What was written.</param>
    /// <param name="isOver">Whether the run went on until all trains should have left.</param>
    public static IReadOnlyList<RailwayFault> FindFaults(
        TrackLayout layout,
        IReadOnlyList<TrainRun> runs,
        IReadOnlyList<SectionClosure> closures,
        IEnumerable<RailwayEntry> log,
        bool isOver)
    {
        var check = new LogCheck(layout, runs, closures);
        foreach (var entry in log) check.Read(entry);
        if (isOver) check.Close();
        return check._faults;
    }

    private void Read(RailwayEntry entry)
    {
        var before = _entry;
        _entry = entry;
        Demand(entry.Time >= before.Time, "order", $"nothing before {before.Time}");
        if (entry.Train < 0 || entry.Train >= _runs.Count)
        {
            Fault("unknown-train", $"trains are 0 to {_runs.Count - 1}");
            return;
        }
        var (trace, run) = (_traces[entry.Train], _runs[entry.Train]);
        switch (entry.Act)
        {
            case RailwayAct.Enters: Enter(trace, run); break;
            case RailwayAct.TakesSection: TakeSection(trace, run); break;
            case RailwayAct.TakesTrack: TakeTrack(trace, run); break;
            case RailwayAct.ClearsTrack: ClearTrack(trace, run); break;
            case RailwayAct.ClearsSection: ClearSection(trace, run); break;
            case RailwayAct.Stands: Stand(trace, run); break;
            case RailwayAct.Leaves: Leave(trace, run); break;
            default: Fault("order", "a known act"); break;
        }
        trace.LastEntry = entry;
    }

    private void Enter(TrainTrace trace, TrainRun run)
    {
        Demand(trace.Phase == Phase.Outside, "two-places", "a train enters once");
        Demand(_entry.Where == run.Route.Places[0], "route", $"it begins at {run.Route.Places[0]}");
        Demand(_entry.Time >= run.EarliestEntry, "too-early", $"not before {run.EarliestEntry}");
        Occupy(_entry.Where, _entry.Track);
        DemandFits(run);
        trace.StoodSince = _entry.Time;
        trace.Phase = Phase.AtPlace;
        trace.IsStanding = true;
    }

    private void TakeSection(TrainTrace trace, TrainRun run)
    {
        Demand(trace.Phase == Phase.AtPlace, "two-places", "its head is at a place");
        var isAhead = trace.Head < run.Route.Sections.Count && run.Route.Sections[trace.Head] == _entry.Where;
        Demand(isAhead, "route", "the next section of its route");
        if (!isAhead) return;
        var section = _layout.Sections[_entry.Where];
        var isBackwards = section.To == run.Route.Places[trace.Head];
        Demand(_entry.Track == (section.Tracks == 2 && isBackwards ? 1 : 0), "direction", "the track of its direction");
        var key = (_entry.Where, _entry.Track);
        Demand(_onSection.TryAdd(key, _entry.Train), "section-taken", "no other train on this track");
        if (_clearedAt.TryGetValue(key, out var cleared))
            Demand(_entry.Time >= cleared + section.HeadwaySeconds, "headway",
                $"{section.HeadwaySeconds} s after {cleared}");
        foreach (var c in _closures)
            if (c.Section == _entry.Where)
                Demand(_entry.Time < c.From || _entry.Time >= c.Until, "closure", $"shut until {c.Until}");
        var dwell = run.DwellSeconds[trace.Head];
        if (dwell != 0)
        {
            Demand(trace.IsStanding, "dwell", "it stops here");
            Demand(_entry.Time >= trace.StoodSince + Math.Max(0, dwell), "dwell", $"a stand of {dwell} s");
        }
        trace.SectionTakenAt.Add(_entry.Time);
        trace.IsStanding = false;
        trace.Phase = Phase.OnSection;
    }

    private void TakeTrack(TrainTrace trace, TrainRun run)
    {
        Demand(trace.Phase == Phase.OnSection, "two-places", "its head is on a section");
        if (trace.Phase != Phase.OnSection) return;
        var least = run.RunningSeconds[trace.Head];
        Demand(_entry.Time >= trace.SectionTakenAt[trace.Head] + least, "too-fast", $"{least} s over the section");
        trace.Head++;
        Demand(_entry.Where == run.Route.Places[trace.Head], "route", "the next place of its route");
        Occupy(_entry.Where, _entry.Track);
        trace.Phase = Phase.AtPlace;
    }

    private void ClearTrack(TrainTrace trace, TrainRun run)
    {
        var isNext = trace.TailOnTrack && trace.Tail < run.Route.Places.Count
            && run.Route.Places[trace.Tail] == _entry.Where && trace.SectionTakenAt.Count > trace.Tail;
        Demand(isNext, "two-places", "a track that its tail stands on and its head has left");
        if (!isNext) return;
        Demand(HasRunItsLength(trace, run), "tail", $"{run.Route.TrainLengthMetres} m behind the head");
        if (_layout.Places[_entry.Where].AlwaysAccepts) Demand(_entry.Track == -1, "track", "no track");
        else
            Demand(_onTrack.TryGetValue((_entry.Where, _entry.Track), out var train) && train == _entry.Train
                && _onTrack.Remove((_entry.Where, _entry.Track)), "track", "a track that it holds");
        trace.TailOnTrack = false;
    }

    private void ClearSection(TrainTrace trace, TrainRun run)
    {
        var isNext = !trace.TailOnTrack && trace.Tail < trace.Head && run.Route.Sections[trace.Tail] == _entry.Where;
        Demand(isNext, "two-places", "a section that its tail is on and its head has left");
        if (!isNext) return;
        var key = (_entry.Where, _entry.Track);
        Demand(_onSection.TryGetValue(key, out var train) && train == _entry.Train && _onSection.Remove(key),
            "track", "a section track that it holds");
        _clearedAt[key] = _entry.Time;
        trace.Tail++;
        trace.TailOnTrack = true;
    }

    private void Stand(TrainTrace trace, TrainRun run)
    {
        Demand(trace.Phase == Phase.AtPlace && _entry.Where == run.Route.Places[trace.Head], "two-places",
            "it stands where its head is");
        Demand(trace.Tail == trace.Head && trace.TailOnTrack, "two-places", "its tail has come in");
        Demand(_layout.Places[_entry.Where].AlwaysAccepts
            || (_onTrack.TryGetValue((_entry.Where, _entry.Track), out var train) && train == _entry.Train),
            "track", "the track that it took");
        DemandFits(run);
        trace.StoodSince = _entry.Time;
        trace.IsStanding = true;
    }

    private void Leave(TrainTrace trace, TrainRun run)
    {
        Demand(trace.Phase == Phase.AtPlace && trace.Head == run.Route.Places.Count - 1 && trace.IsStanding, "vanished",
            "it leaves from its last place");
        trace.Phase = Phase.Gone;
    }

    private void Close()
    {
        for (var train = 0; train < _runs.Count; train++)
        {
            if (_traces[train].Phase == Phase.Gone) continue;
            _entry = _traces[train].LastEntry with { Train = train };
            Fault("vanished", "it leaves before the end");
        }
    }

    private void Occupy(int place, int track)
    {
        if (place < 0 || place >= _layout.Places.Count)
        {
            Fault("route", "a place of the layout");
            return;
        }
        var lengths = _layout.Places[place].TrackLengths;
        if (lengths.Count == 0)
        {
            Demand(track == -1, "track", "no track");
            return;
        }
        Demand(track >= 0 && track < lengths.Count, "track", $"one of {lengths.Count} tracks");
        Demand(_onTrack.TryAdd((place, track), _entry.Train), "track-taken", "no other train on this track");
    }

    private void DemandFits(TrainRun run)
    {
        var lengths = _layout.Places[_entry.Where].TrackLengths;
        if (_entry.Track >= 0 && _entry.Track < lengths.Count)
            Demand(lengths[_entry.Track] >= run.Route.TrainLengthMetres, "too-long",
                $"{run.Route.TrainLengthMetres} m on {lengths[_entry.Track]} m");
    }

    /// <summary>Whether the head, at its running times, can be a train's length beyond the place where the tail is; a
    /// train that has come in stands within its track.</summary>
    private bool HasRunItsLength(TrainTrace trace, TrainRun run)
    {
        var metres = 0m;
        for (var i = trace.Tail; i < trace.SectionTakenAt.Count; i++)
        {
            var length = _layout.Sections[run.Route.Sections[i]].LengthMetres;
            var run1 = (decimal)(_entry.Time - trace.SectionTakenAt[i]) * length / run.RunningSeconds[i];
            metres += i < trace.Head ? length : Math.Min(length, run1);
        }
        return metres >= run.Route.TrainLengthMetres
            || (trace.Phase == Phase.AtPlace && CanStandAt(run, trace.Head));
    }

    private bool CanStandAt(TrainRun run, int position)
    {
        var place = _layout.Places[run.Route.Places[position]];
        return place.AlwaysAccepts || place.TrackLengths.Any(l => l >= run.Route.TrainLengthMetres);
    }

    private void Demand(bool isGood, string code, string message)
    {
        if (!isGood) Fault(code, message);
    }

    private void Fault(string code, string message) =>
        _faults.Add(new RailwayFault($"railway:{code}", _entry, message));

    private enum Phase { Outside, AtPlace, OnSection, Gone }

    /// <summary>What the log has said of one train.</summary>
    private sealed class TrainTrace
    {
        internal Phase Phase { get; set; }

        /// <summary>Position in the route that the head reached last.</summary>
        internal int Head { get; set; }

        /// <summary>Position in the route that the tail has reached: on the track there, or beyond it.</summary>
        internal int Tail { get; set; }

        internal bool TailOnTrack { get; set; } = true;

        internal bool IsStanding { get; set; }

        internal long StoodSince { get; set; }

        internal List<long> SectionTakenAt { get; } = [];

        internal RailwayEntry LastEntry { get; set; }
    }
}
