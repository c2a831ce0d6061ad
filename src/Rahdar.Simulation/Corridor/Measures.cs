using Rahdar.Simulation.Rail;

namespace Rahdar.Simulation.Corridor;

/// <summary>What is measured in one replication, from the end of the warm-up on.</summary>
internal sealed class Measures
{
    /// <summary>Hours told apart at borders; longer ones count as this.</summary>
    internal const int HoursMax = 1000;

    private readonly CorridorModel _model;
    private readonly PassingQueue[] _queues;

    internal Measures(CorridorModel model)
    {
        _model = model;
        var (gates, borders, sources) = (model.Gates.Length, model.Borders.Length, Sources(model));
        _queues = [.. model.Gates.Select(_ => new PassingQueue())];
        Waiting = new int[gates * (model.Days + 1)];
        (Crossings, CrossingSeconds) = (new long[borders], new long[borders]);
        (Comers, Held, NeverThrough) = (new long[borders], new long[borders], new long[borders]);
        CrossingHours = new int[borders * (HoursMax + 1)];
        (LineTrains, LineWaitSeconds) = (new long[model.Lines.Length], new long[model.Lines.Length]);
        (BoardedUnits, BoardedWaitSeconds) = (new long[model.Services.Length], new long[model.Services.Length]);
        ServiceWaitSeconds = new long[model.Services.Length];
        SectionBusyBefore = new long[model.Layout.Sections.Count];
        (PlaceWaitBefore, PlaceWait) = (new long[model.Layout.Places.Count], new long[model.Layout.Places.Count]);
        (SetOutUnits, DeliveredUnits) = (new long[sources], new long[sources]);
        (ArrivedUnits, UnderWayUnits) = (new long[sources], new long[sources]);
        Travels = [.. Enumerable.Range(0, sources).Select(_ => new List<long>())];
        TravelsSoFar = [.. Enumerable.Range(0, sources).Select(_ => new List<long>())];
    }

    /// <summary>Units that wait at a gate at midnight, at gate x (days + 1) + day.</summary>
    internal int[] Waiting { get; }

    /// <summary>Units through in the days measured, by border row and direction.</summary>
    internal long[] Crossings { get; }

    /// <summary>Units that came in the days measured.</summary>
    internal long[] Comers { get; }

    /// <summary>Of those that came, unit-seconds until they are through, also after the days measured.</summary>
    internal long[] CrossingSeconds { get; }

    /// <summary>Of those that came, units by whole hours until they are through.</summary>
    internal int[] CrossingHours { get; }

    /// <summary>Of those that came, units that never get through.</summary>
    internal long[] NeverThrough { get; }

    /// <summary>Units that came at any time and are not through at the end.</summary>
    internal long[] Held { get; }

    internal long[] LineTrains { get; }

    internal long[] LineWaitSeconds { get; }

    internal long[] BoardedUnits { get; }

    /// <summary>Unit-seconds waited by those that boarded in the days measured.</summary>
    internal long[] BoardedWaitSeconds { get; }

    /// <summary>Unit-seconds waited inside the days measured, by those that boarded and those that still
    /// wait.</summary>
    internal long[] ServiceWaitSeconds { get; }

    /// <summary>Seconds that the railway had a section busy up to the end of the warm-up.</summary>
    internal long[] SectionBusyBefore { get; }

    /// <summary>Seconds waited at places of the railway up to the end of the warm-up.</summary>
    internal long[] PlaceWaitBefore { get; }

    /// <summary>The same up to the end.</summary>
    internal long[] PlaceWait { get; }

    /// <summary>Units that set out since the beginning of the warm-up, by source.</summary>
    internal long[] SetOutUnits { get; }

    internal long[] DeliveredUnits { get; }

    /// <summary>Units that arrived after the warm-up, whenever they set out.</summary>
    internal long[] ArrivedUnits { get; }

    /// <summary>Units that are somewhere on the way at the end.</summary>
    internal long[] UnderWayUnits { get; }

    /// <summary>Seconds from setting out to arrival of convoys that set out after the warm-up, by source.</summary>
    internal List<long>[] Travels { get; }

    /// <summary>Seconds since setting out of such convoys that are still on the way at the end, by source.</summary>
    internal List<long>[] TravelsSoFar { get; }

    /// <summary>Sources, and after them the consignments.</summary>
    internal static int Sources(CorridorModel model) => model.Sources.Length + model.Consignments.Length;

    internal void Reset()
    {
        foreach (var queue in _queues) queue.Clear();
        foreach (var list in Travels.Concat(TravelsSoFar)) list.Clear();
        foreach (var array in new[] { Crossings, Comers, CrossingSeconds, NeverThrough, Held }) Array.Clear(array);
        Array.Clear(CrossingHours);
        foreach (var array in new[] { SetOutUnits, DeliveredUnits, UnderWayUnits, ArrivedUnits }) Array.Clear(array);
        foreach (var array in new[] { LineTrains, LineWaitSeconds, BoardedUnits, BoardedWaitSeconds,
            ServiceWaitSeconds, SectionBusyBefore, PlaceWaitBefore }) Array.Clear(array);
    }

    /// <summary>The warm-up is over.</summary>
    internal void Begin(Railway railway)
    {
        for (var s = 0; s < SectionBusyBefore.Length; s++) SectionBusyBefore[s] = railway.SectionBusySeconds(s, 0);
        railway.ReadWaits(PlaceWaitBefore);
    }

    internal void Midnight(int day, Replication run, long now)
    {
        if (day > _model.Days) return;
        for (var gate = 0; gate < _queues.Length; gate++)
            Waiting[gate * (_model.Days + 1) + day] = _queues[gate].WaitingAt(now);
        // What waits for room in a yard waits before its cranes.
        foreach (var yard in run.Yards)
            Waiting[yard.Model.Cranes * (_model.Days + 1) + day] += yard.Outside.Units;
    }

    internal void Came(int gate, long end, int units) => _queues[gate].Add(end, units);

    /// <summary>Seconds of a stretch of time that lie between two others.</summary>
    internal static long Inside(long from, long until, long first, long last) =>
        Math.Max(0, Math.Min(until, last) - Math.Max(from, first));

    /// <summary>A passage that begins now; done is <see cref="Gate.Never"/> when it does not end.</summary>
    internal void Crosses(int border, int units, long now, long done)
    {
        if (done > _model.End) Held[border] += units;
        else if (done >= _model.Begin) Crossings[border] += units;
        if (now < _model.Begin) return;
        Comers[border] += units;
        if (done == Gate.Never)
        {
            NeverThrough[border] += units;
            return;
        }
        CrossingSeconds[border] += (done - now) * units;
        CrossingHours[border * (HoursMax + 1) + (int)Math.Min(HoursMax, (done - now) / 3600)] += units;
    }

    internal void Ran(int line, long waited, long now)
    {
        LineWaitSeconds[line] += Inside(now, now + waited, _model.Begin, _model.End);
        if (now >= _model.Begin) LineTrains[line]++;
    }

    internal void Boarded(int service, long waited, int units, long now)
    {
        if (now < _model.Begin) return;
        BoardedUnits[service] += units;
        BoardedWaitSeconds[service] += waited * units;
        WaitedForService(service, now - waited, units, now);
    }

    /// <summary>A wait for a service, whether it ended in boarding or with the days measured.</summary>
    internal void WaitedForService(int service, long since, int units, long until) =>
        ServiceWaitSeconds[service] += Inside(since, until, _model.Begin, _model.End) * units;

    internal void SetOut(int source, int units) => SetOutUnits[source] += units;

    internal void Delivered(int source, Convoys convoys, int convoy, long at)
    {
        DeliveredUnits[source] += convoys.Units[convoy];
        if (at >= _model.Begin) ArrivedUnits[source] += convoys.Units[convoy];
        if (IsTravelMeasured(source, convoys.Born[convoy])) Travels[source].Add(at - convoys.Born[convoy]);
    }

    /// <summary>Counts what is still on its way.</summary>
    internal void Close(Replication run)
    {
        var convoys = run.Convoys;
        for (var convoy = 0; convoy < convoys.Reach; convoy++)
        {
            if (!convoys.IsThere(convoy) || convoys.Source[convoy] is not (not Convoys.None and var source)) continue;
            UnderWayUnits[source] += convoys.Units[convoy];
            if (IsTravelMeasured(source, convoys.Born[convoy]))
                TravelsSoFar[source].Add(_model.End - convoys.Born[convoy]);
        }
        run.Railway.ReadWaits(PlaceWait);
    }

    /// <summary>A consignment is told of whenever it sets out; of a relation, what the empty corridor let pass is
    /// not.</summary>
    private bool IsTravelMeasured(int source, long born) => source >= _model.Sources.Length
        || (_model.Sources[source].IsObserved && born >= _model.Begin);

    /// <summary>Units between their coming to a gate and their leaving it, without an event for either.</summary>
    private sealed class PassingQueue
    {
        private (long End, int Units)[] _passing = new (long, int)[64];
        private int _first;
        private int _count;
        private int _units;

        internal void Clear() => (_first, _count, _units) = (0, 0, 0);

        internal void Add(long end, int units)
        {
            if (_count == _passing.Length) Grow();
            _passing[(_first + _count++) & (_passing.Length - 1)] = (end, units);
            _units += units;
        }

        internal int WaitingAt(long now)
        {
            while (_count > 0 && _passing[_first].End <= now)
            {
                _units -= _passing[_first].Units;
                _first = (_first + 1) & (_passing.Length - 1);
                _count--;
            }
            return _units;
        }

        private void Grow()
        {
            var larger = new (long, int)[_passing.Length * 2];
            for (var i = 0; i < _count; i++) larger[i] = _passing[(_first + i) & (_passing.Length - 1)];
            (_passing, _first) = (larger, 0);
        }
    }
}
