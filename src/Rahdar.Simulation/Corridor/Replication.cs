using Rahdar.Movements;
using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Simulation.Corridor;

/// <summary>One run of a corridor: what happens, in order of time, under the luck of one number.</summary>
/// <remarks>May be run again and again: after the first time next to nothing is allocated.</remarks>
internal sealed class Replication
{
    private const int RailKinds = 32;

    private enum Kind { Proceed, Emit, Depart, SetDown, Loaded, WagonsBack, Midnight, Consign }

    private readonly CorridorModel _model;
    private readonly EventCalendar _calendar = new(4096);
    private readonly Railway _railway;
    private readonly Convoys _convoys = new();
    private readonly Yard[] _yards;
    private readonly WaitingList[][] _waiting; // by service and stop
    private readonly long[] _lineEntered;
    private readonly long[] _lineLeft;
    private readonly long[] _serviceSerial;
    private readonly long[] _sourceSerial;
    private readonly double[] _perDay; // by source
    private readonly double[] _serviceSeconds; // between departures; 0 when none leaves by the week
    private int[] _convoyOfTrain = [];
    private Chance _chance;
    private Tracing? _trace;

    internal Replication(CorridorModel model)
    {
        _model = model;
        _railway = new Railway(model.Layout, _calendar, RailKinds);
        Gates = [.. model.Gates.Select(g => new Gate(g, model.Begin, model.End))];
        _yards = [.. model.Yards.Select(y => new Yard(y, _convoys))];
        _waiting = [.. model.Services.Select(s => s.Stops.Select(_ => new WaitingList(_convoys)).ToArray())];
        (_lineEntered, _lineLeft) = (new long[model.Lines.Length], new long[model.Lines.Length]);
        (_serviceSerial, _sourceSerial) = (new long[model.Services.Length], new long[model.Sources.Length]);
        (_perDay, _serviceSeconds) = (new double[model.Sources.Length], new double[model.Services.Length]);
        Measured = new Measures(model);
    }

    /// <summary>Gates as they are at the end.</summary>
    internal Gate[] Gates { get; }

    /// <summary>Yards as they are at the end.</summary>
    internal IReadOnlyList<Yard> Yards => _yards;

    /// <summary>What was measured in the last run.</summary>
    internal Measures Measured { get; }

    internal Convoys Convoys => _convoys;

    internal Railway Railway => _railway;

    /// <summary>Boxes that wait for a service at a stop.</summary>
    internal WaitingList Waiting(int service, int stop) => _waiting[service][stop];

    /// <summary>Events handled in the last run.</summary>
    internal long Events => _calendar.Handled;

    /// <summary>Runs it from warm-up to end.</summary>
    /// <param name="seed">Seed of the whole simulation.</param>
    /// <param name="number">Number of the replication, from 0.</param>
    /// <param name="trace">Told of all that happens; null for nobody.</param>
    internal void Run(long seed, int number, Tracing? trace = null)
    {
        _chance = new Chance(seed, number);
        _trace = trace;
        Reset();
        Begin();
        while (_calendar.TryNext(_model.End, out var due)) Handle(due);
        CloseWaits();
        Measured.Close(this);
    }

    private void Reset()
    {
        _calendar.Reset();
        _railway.Reset();
        _convoys.Reset();
        foreach (var gate in Gates) gate.Reset();
        foreach (var yard in _yards) yard.Reset();
        foreach (var list in _waiting.SelectMany(w => w)) list.Clear();
        Array.Fill(_lineEntered, long.MinValue / 2);
        Array.Fill(_lineLeft, long.MinValue / 2);
        Array.Clear(_serviceSerial);
        Array.Clear(_sourceSerial);
        Measured.Reset();
    }

    /// <summary>Puts down what is known from the start: closures, first departures, first convoys.</summary>
    private void Begin()
    {
        foreach (var (section, from, until) in _model.ShutSections) _railway.Shut(section, from, until);
        for (var i = 0; i < _model.Services.Length; i++)
        {
            var service = _model.Services[i];
            var (min, mode, max) = service.PerWeek;
            var perWeek = Draw(min, mode, max, service.Stream, -1);
            _serviceSeconds[i] = service.LeavesFull > 0 || perWeek <= 0 ? 0 : 7 * 86_400 / perWeek;
            if (_serviceSeconds[i] > 0)
                _calendar.Schedule((long)(_serviceSeconds[i] * _chance.Uniform(service.Stream, -2)), (int)Kind.Depart,
                    i);
        }
        for (var i = 0; i < _model.Sources.Length; i++)
        {
            var source = _model.Sources[i];
            var (min, mode, max) = source.PerDay;
            _perDay[i] = Draw(min, mode, max, source.Stream, -1);
            if (_perDay[i] <= 0) continue;
            var every = source.IsTrain ? 86_400 / _perDay[i] : source.EverySeconds;
            _calendar.Schedule((long)(every * _chance.Uniform(source.Stream, -2)), (int)Kind.Emit, i);
        }
        for (var i = 0; i < _model.Consignments.Length; i++)
            _calendar.Schedule(_model.Consignments[i].Ready, (int)Kind.Consign, i);
        _calendar.Schedule(_model.Begin, (int)Kind.Midnight);
    }

    private double Draw(double min, double mode, double max, ulong stream, long number) =>
        Chance.Triangular(min, mode, max, _chance.Uniform(stream, number));

    private void Handle(in CalendarEvent due)
    {
        if (due.Kind >= RailKinds)
        {
            if (!_railway.Handle(due) && --_convoys.Pending[_convoyOfTrain[due.First]] == 0)
                Proceed(_convoyOfTrain[due.First]);
            return;
        }
        switch ((Kind)due.Kind)
        {
            case Kind.Proceed: Proceed(due.First); break;
            case Kind.Emit: Emit(due.First); break;
            case Kind.Depart: DepartByTheWeek(due.First); break;
            case Kind.SetDown: SetDown(due.First, due.Second); break;
            case Kind.Loaded: Loaded(due.First, due.Second); break;
            case Kind.WagonsBack: WagonsBack(due.First, due.Second); break;
            case Kind.Midnight: Midnight(); break;
            case Kind.Consign: Consign(due.First); break;
            default: throw new InvalidOperationException($"an event nobody knows: {due}");
        }
    }

    private void Midnight()
    {
        if (_calendar.Now == _model.Begin) Measured.Begin(_railway);
        Measured.Midnight((int)((_calendar.Now - _model.Begin) / 86_400), this, _calendar.Now);
        _calendar.Schedule(_calendar.Now + 86_400, (int)Kind.Midnight);
    }

    private void Emit(int index)
    {
        var source = _model.Sources[index];
        var number = _sourceSerial[index]++;
        var next = source.IsTrain
            ? (long)(86_400 / _perDay[index] * (0.5 + _chance.Uniform(source.Stream, number, 1)))
            : source.EverySeconds;
        _calendar.Schedule(_calendar.Now + Math.Max(1, next), (int)Kind.Emit, index);
        var units = source.IsTrain ? 1
            : _chance.Count(_perDay[index] * source.EverySeconds / 86_400, source.Stream, number);
        if (units == 0) return;
        Measured.SetOut(index, units);
        Enter(_convoys.Add(source.Program, units, index, Convoys.None, number, _calendar.Now));
    }

    private void Consign(int index)
    {
        var consignment = _model.Consignments[index];
        Measured.SetOut(_model.Sources.Length + index, consignment.Boxes);
        Enter(_convoys.Add(
            consignment.Program, consignment.Boxes, _model.Sources.Length + index, Convoys.None, 0, _calendar.Now));
    }

    private void DepartByTheWeek(int index)
    {
        Depart(index);
        _calendar.Schedule(_calendar.Now + Math.Max(1, (long)_serviceSeconds[index]), (int)Kind.Depart, index);
    }

    private void Depart(int index)
    {
        var service = _model.Services[index];
        var number = _serviceSerial[index]++;
        var convoy = _convoys.Add(service.Program, 1, Convoys.None, index, number, _calendar.Now);
        (_convoys.Room[convoy], _convoys.Wagons[convoy]) = (service.Room - service.Others, service.Wagons);
        Enter(convoy);
    }

    /// <summary>A convoy is done with a step.</summary>
    private void Proceed(int convoy)
    {
        _trace?.Ended(convoy, _calendar.Now);
        _convoys.Step[convoy]++;
        Enter(convoy);
    }

    /// <summary>A convoy comes to a step.</summary>
    private void Enter(int convoy)
    {
        _convoys.Since[convoy] = _calendar.Now;
        ref readonly var step = ref _model.Steps[_convoys.Step[convoy]];
        _trace?.Began(convoy, step, _calendar.Now);
        switch (step.Kind)
        {
            case StepKind.Pass: ProceedAt(convoy, _calendar.Now + Take(convoy, step.A)); break;
            case StepKind.Border: PassBorder(convoy, step); break;
            case StepKind.Gate: PassGate(convoy, step); break;
            case StepKind.Yard: EnterYard(convoy, step); break;
            case StepKind.Line: RunLine(convoy, step); break;
            case StepKind.Track: RunTrack(convoy, step); break;
            case StepKind.Ride: WaitForService(convoy, step); break;
            case StepKind.Call: Call(convoy, step); break;
            case StepKind.End: End(convoy, _calendar.Now); break;
            default: throw new InvalidOperationException($"a step nobody knows: {step}");
        }
    }

    /// <summary>A convoy will be done with a step at a time. What it then does by itself alone, passing and arriving,
    /// is certain from now on and done at once: one event the less for each.</summary>
    private void ProceedAt(int convoy, long time)
    {
        if (time == Gate.Never) return; // what a gate never lets through stays where it is
        while (time <= _model.End)
        {
            ref readonly var next = ref _model.Steps[_convoys.Step[convoy] + 1];
            if (next.Kind is not (StepKind.Pass or StepKind.End)) break;
            _trace?.Ended(convoy, time);
            _convoys.Step[convoy]++;
            _trace?.Began(convoy, next, time);
            if (next.Kind == StepKind.End)
            {
                End(convoy, time);
                return;
            }
            time += Take(convoy, next.A);
        }
        _calendar.Schedule(time, (int)Kind.Proceed, convoy);
    }

    /// <summary>Seconds a duration takes this time.</summary>
    private long Take(int convoy, int duration) =>
        _chance.Draw(_model.Durations[duration], StreamOf(convoy), _convoys.Serial[convoy], _convoys.Step[convoy]);

    private ulong StreamOf(int convoy)
    {
        var (source, service) = (_convoys.Source[convoy], _convoys.Service[convoy]);
        return service != Convoys.None ? _model.Services[service].Stream
            : source < _model.Sources.Length ? _model.Sources[source].Stream
            : unchecked((ulong)source * 0xD6E8FEB86659FD93UL);
    }

    private void PassGate(int convoy, in Step step)
    {
        var (begin, end) = Gates[step.A].Pass(_calendar.Now, _convoys.Units[convoy]);
        Measured.Came(step.A, end, _convoys.Units[convoy]);
        if (end != Gate.Never)
            _trace?.Working(convoy, Activity.Handling, Gates[step.A].Model.Id, begin);
        ProceedAt(convoy, end);
    }

    private void PassBorder(int convoy, in Step step)
    {
        var gate = Gates[step.A];
        // Boxes by rail without a service are a train of their own.
        var units = gate.Model.Unit switch
        {
            "wagons" => Math.Max(1, _convoys.Wagons[convoy]),
            "trains" => 1,
            _ => _convoys.Units[convoy],
        };
        var (begin, end) = gate.Pass(_calendar.Now, units);
        Measured.Came(step.A, end, units);
        var done = end == Gate.Never ? Gate.Never : end + Take(convoy, step.B);
        Measured.Crosses(step.C, units, _calendar.Now, done);
        if (done == Gate.Never)
        {
            _trace?.Held(convoy, step, _calendar.Now);
            return;
        }
        _trace?.Border(convoy, step, _calendar.Now, begin, end, done);
        ProceedAt(convoy, done);
    }

    private void RunLine(int convoy, in Step step)
    {
        var line = _model.Lines[step.A];
        var (entered, left) = (0L, 0L);
        for (var portion = 0; portion < Math.Max(1, step.B); portion++)
        {
            entered = Math.Max(_calendar.Now, _lineEntered[step.A] + line.HeadwaySeconds);
            for (var i = 0; i < line.ShutFrom.Length; i++)
                if (entered >= line.ShutFrom[i] && entered < line.ShutUntil[i]) entered = line.ShutUntil[i];
            left = Math.Max(entered + line.RunSeconds + Breakdown(convoy, portion), _lineLeft[step.A]
                + line.HeadwaySeconds);
            (_lineEntered[step.A], _lineLeft[step.A]) = (entered, left);
        }
        Measured.Ran(step.A, entered - _calendar.Now, _calendar.Now);
        ProceedAt(convoy, left);
    }

    private void RunTrack(int convoy, in Step step)
    {
        _convoys.Pending[convoy] = Math.Max(1, step.B);
        for (var portion = 0; portion < Math.Max(1, step.B); portion++)
        {
            var train = _railway.Add(_model.Runs[step.A]);
            if (train >= _convoyOfTrain.Length) Array.Resize(ref _convoyOfTrain, Math.Max(1024, 2 * train));
            _convoyOfTrain[train] = convoy;
            if (Breakdown(convoy, portion) is > 0 and var seconds)
                _railway.BreakDown(train, _calendar.Now + 1800, (int)seconds);
        }
    }

    /// <summary>Seconds a train stands broken down on a step; mostly none.</summary>
    private long Breakdown(int convoy, int portion)
    {
        var (perMillion, lasts) = _model.TrainBreakdown;
        var purpose = 1_000_000 + 16 * _convoys.Step[convoy] + 2 * portion;
        var (stream, serial) = (StreamOf(convoy), _convoys.Serial[convoy]);
        return _chance.Uniform(stream, serial, purpose) * 1_000_000 >= perMillion ? 0
            : _chance.Draw(lasts, stream, serial, purpose + 1);
    }

    private void EnterYard(int convoy, in Step step)
    {
        _yards[step.A].Outside.Add(convoy);
        Admit(step.A);
    }

    /// <summary>Lets in who waits outside, in order, as long as there is a track and there are slots.</summary>
    private void Admit(int index)
    {
        var yard = _yards[index];
        while (yard.Outside.First is not Convoys.None and var convoy)
        {
            if (!yard.TryEnter(TeuOf(convoy))) return;
            yard.Outside.Remove(convoy, Convoys.None);
            yard.TeuSecondsWaited += WaitedInside(convoy);
            Work(index, convoy, Kind.SetDown);
        }
    }

    /// <summary>TEU on a train, or of boxes by themselves.</summary>
    private int TeuOf(int convoy) => _convoys.Service[convoy] == Convoys.None
        ? _convoys.Units[convoy]
        : Math.Max(1, _model.Services[_convoys.Service[convoy]].Room - _convoys.Room[convoy]);

    /// <summary>TEU-seconds inside the days measured since a convoy came to where it is.</summary>
    private long WaitedInside(int convoy) =>
        Measures.Inside(_convoys.Since[convoy], _calendar.Now, _model.Begin, _model.End) * TeuOf(convoy);

    /// <summary>Who still waits at the end has waited up to it: else a closure that outlasts the days measured would be
    /// told as less waiting. The last midnight is the end, so it is that time now.</summary>
    private void CloseWaits()
    {
        foreach (var yard in _yards)
            foreach (var list in yard.Grounded.Append(yard.Outside))
                for (var c = list.First; c != Convoys.None; c = _convoys.Next[c])
                    yard.TeuSecondsWaited += WaitedInside(c);
        for (var service = 0; service < _waiting.Length; service++)
            foreach (var list in _waiting[service])
                for (var c = list.First; c != Convoys.None; c = _convoys.Next[c])
                    Measured.WaitedForService(service, _convoys.Since[c], _convoys.Units[c], _model.End);
    }

    private int WagonsOf(int convoy) => (TeuOf(convoy) + 1) / 2;

    /// <summary>Half of the lifting is setting down, half is loading.</summary>
    private void Work(int index, int convoy, Kind then)
    {
        var model = _yards[index].Model;
        var units = model.CountsWagons ? WagonsOf(convoy) : TeuOf(convoy);
        var (begin, end) = Gates[model.Cranes].Pass(_calendar.Now, units);
        Measured.Came(model.Cranes, end, units);
        if (end == Gate.Never) return;
        if (then == Kind.SetDown) _trace?.Working(convoy, Activity.GaugeChange, model.Id, begin);
        _calendar.Schedule(end, (int)then, index, convoy);
    }

    private void SetDown(int index, int convoy)
    {
        var yard = _yards[index];
        var side = _model.Steps[_convoys.Step[convoy]].B;
        yard.SetDown(_convoys.Service[convoy] == Convoys.None ? 0 : WagonsOf(convoy), side);
        _convoys.Since[convoy] = _calendar.Now;
        yard.Grounded[1 - side].Add(convoy);
        Load(index, 1 - side);
        Load(index, side);
        Admit(index);
    }

    /// <summary>Gives wagons to who waits for them, in order.</summary>
    private void Load(int index, int side)
    {
        var yard = _yards[index];
        while (yard.Grounded[side].First is not Convoys.None and var convoy)
        {
            if (!yard.TryTake(WagonsOf(convoy), side)) return;
            yard.Grounded[side].Remove(convoy, Convoys.None);
            yard.TeuSecondsWaited += WaitedInside(convoy);
            var back = _calendar.Now + _chance.Draw(
                yard.Model.Return, StreamOf(convoy), _convoys.Serial[convoy], 2_000_000 + _convoys.Step[convoy]);
            _calendar.Schedule(back, (int)Kind.WagonsBack, 2 * index + side, WagonsOf(convoy));
            Work(index, convoy, Kind.Loaded);
        }
    }

    private void Loaded(int index, int convoy)
    {
        _yards[index].Leave(TeuOf(convoy));
        Admit(index);
        Proceed(convoy);
    }

    private void WagonsBack(int pool, int wagons)
    {
        _yards[pool / 2].GiveBack(wagons, pool % 2);
        Load(pool / 2, pool % 2);
    }

    private void WaitForService(int convoy, in Step step)
    {
        var list = _waiting[step.A][step.B];
        list.Add(convoy);
        var full = _model.Services[step.A].LeavesFull;
        if (full > 0 && step.B == 0 && list.Units >= full) Depart(step.A);
    }

    /// <summary>A departure calls at a stop: who has arrived leaves it, who waits there boards as far as there is
    /// room.</summary>
    private void Call(int vehicle, in Step step)
    {
        Alight(vehicle, step.B);
        var list = _waiting[step.A][step.B];
        var (before, convoy) = (Convoys.None, list.First);
        while (convoy != Convoys.None && _convoys.Room[vehicle] > 0)
        {
            var next = _convoys.Next[convoy];
            if (_convoys.Units[convoy] <= _convoys.Room[vehicle])
            {
                list.Remove(convoy, before);
                Measured.Boarded(step.A, _calendar.Now - _convoys.Since[convoy], _convoys.Units[convoy], _calendar.Now);
                _convoys.Room[vehicle] -= _convoys.Units[convoy];
                _convoys.Next[convoy] = _convoys.Aboard[vehicle];
                _convoys.Aboard[vehicle] = convoy;
                _trace?.Boarded(convoy, vehicle, step, _calendar.Now);
            }
            else before = convoy;
            convoy = next;
        }
        Proceed(vehicle);
    }

    private void Alight(int vehicle, int stop)
    {
        var (before, convoy) = (Convoys.None, _convoys.Aboard[vehicle]);
        while (convoy != Convoys.None)
        {
            var next = _convoys.Next[convoy];
            if (_model.Steps[_convoys.Step[convoy]].C == stop)
            {
                if (before == Convoys.None) _convoys.Aboard[vehicle] = next;
                else _convoys.Next[before] = next;
                _convoys.Room[vehicle] += _convoys.Units[convoy];
                _convoys.Next[convoy] = Convoys.None;
                _trace?.Alighted(convoy, vehicle, _calendar.Now);
                _calendar.Schedule(_calendar.Now, (int)Kind.Proceed, convoy);
            }
            else before = convoy;
            convoy = next;
        }
    }

    private void End(int convoy, long time)
    {
        if (_convoys.Aboard[convoy] != Convoys.None) throw new InvalidOperationException(
            "boxes are left aboard at the end");
        var source = _convoys.Source[convoy];
        if (source != Convoys.None) Measured.Delivered(source, _convoys, convoy, time);
        _convoys.Drop(convoy);
    }
}
