namespace Rahdar.Simulation.Corridor;

/// <summary>What is measured in one replication, from the end of the warm-up on.</summary>
internal sealed class Measures
{
    /// <summary>Hours told apart at borders; longer ones count as this.</summary>
    internal const int HoursMax = 1000;

    private readonly CorridorModel _model;
    private readonly PassingQueue[] _queues;
    private long _begin = long.MaxValue;

    internal Measures(CorridorModel model)
    {
        _model = model;
        var (gates, borders, sources) = (model.Gates.Length, model.Borders.Length, Sources(model));
        _queues = [.. model.Gates.Select(_ => new PassingQueue())];
        Waiting = new int[gates * (model.Days + 1)];
        (Crossings, CrossingSeconds) = (new long[borders], new long[borders]);
        CrossingHours = new int[borders * (HoursMax + 1)];
        (LineTrains, LineWaitSeconds) = (new long[model.Lines.Length], new long[model.Lines.Length]);
        (BoardedUnits, BoardedWaitSeconds) = (new long[model.Services.Length], new long[model.Services.Length]);
        (SetOutUnits, DeliveredUnits) = (new long[sources], new long[sources]);
        (ArrivedUnits, UnderWayUnits) = (new long[sources], new long[sources]);
        Travels = [.. Enumerable.Range(0, sources).Select(_ => new List<long>())];
    }

    /// <summary>Units that wait at a gate at midnight, at gate x (days + 1) + day.</summary>
    internal int[] Waiting { get; }

    /// <summary>Units by border row and direction.</summary>
    internal long[] Crossings { get; }

    internal long[] CrossingSeconds { get; }

    /// <summary>Units by whole hours at the border.</summary>
    internal int[] CrossingHours { get; }

    internal long[] LineTrains { get; }

    internal long[] LineWaitSeconds { get; }

    internal long[] BoardedUnits { get; }

    internal long[] BoardedWaitSeconds { get; }

    /// <summary>Units that set out since the beginning of the warm-up, by source.</summary>
    internal long[] SetOutUnits { get; }

    internal long[] DeliveredUnits { get; }

    /// <summary>Units that arrived after the warm-up, whenever they set out.</summary>
    internal long[] ArrivedUnits { get; }

    /// <summary>Units that are somewhere on the way at the end.</summary>
    internal long[] UnderWayUnits { get; }

    /// <summary>Seconds from setting out to arrival of convoys that set out after the warm-up, by source.</summary>
    internal List<long>[] Travels { get; }

    /// <summary>Sources, and after them the consignments.</summary>
    internal static int Sources(CorridorModel model) => model.Sources.Length + model.Consignments.Length;

    internal void Reset()
    {
        _begin = long.MaxValue;
        foreach (var queue in _queues) queue.Clear();
        foreach (var list in Travels) list.Clear();
        Array.Clear(Crossings);
        Array.Clear(CrossingSeconds);
        Array.Clear(CrossingHours);
        foreach (var array in new[] { SetOutUnits, DeliveredUnits, UnderWayUnits, ArrivedUnits }) Array.Clear(array);
        Begin();
        _begin = long.MaxValue;
    }

    /// <summary>The warm-up is over.</summary>
    internal void Begin()
    {
        _begin = _model.Begin;
        Array.Clear(LineTrains);
        Array.Clear(LineWaitSeconds);
        Array.Clear(BoardedUnits);
        Array.Clear(BoardedWaitSeconds);
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

    /// <summary>A passage, counted when it is done.</summary>
    internal void Crossed(int border, long seconds, int units, long done)
    {
        if (done < _model.Begin || done > _model.End) return;
        Crossings[border] += units;
        CrossingSeconds[border] += seconds * units;
        CrossingHours[border * (HoursMax + 1) + (int)Math.Min(HoursMax, seconds / 3600)] += units;
    }

    internal void Ran(int line, long waited, long now)
    {
        if (now < _begin) return;
        LineTrains[line]++;
        LineWaitSeconds[line] += waited;
    }

    internal void Boarded(int service, long waited, int units, long now)
    {
        if (now < _begin) return;
        BoardedUnits[service] += units;
        BoardedWaitSeconds[service] += waited * units;
    }

    internal void SetOut(int source, int units) => SetOutUnits[source] += units;

    internal void Delivered(int source, Convoys convoys, int convoy, long at)
    {
        DeliveredUnits[source] += convoys.Units[convoy];
        if (at >= _model.Begin) ArrivedUnits[source] += convoys.Units[convoy];
        // A consignment is told of whenever it sets out; of a relation, what the empty corridor let pass is not.
        if (source >= _model.Sources.Length
            || (_model.Sources[source].IsObserved && convoys.Born[convoy] >= _model.Begin))
            Travels[source].Add(at - convoys.Born[convoy]);
    }

    /// <summary>Counts what is still on its way.</summary>
    internal void Close(Replication run)
    {
        var convoys = run.Convoys;
        for (var convoy = 0; convoy < convoys.Reach; convoy++)
            if (convoys.IsThere(convoy) && convoys.Source[convoy] != Convoys.None)
                UnderWayUnits[convoys.Source[convoy]] += convoys.Units[convoy];
    }

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
