using System.Globalization;

namespace Rahdar.Lines.Running;

/// <summary>Shortest running time of a train over a path, from stand to stand.</summary>
/// <remarks>
/// The train pulls with all it has until it meets the ceiling of <see cref="SpeedCeiling"/>, holds it, and brakes
/// along it. Within a step the acceleration is constant, so that the square of the speed is a straight line over the
/// way; where it meets the ceiling inside a step, the step ends there exactly. The path acts where the front is, as in
/// the form. Coasting does not occur in a shortest run.
/// </remarks>
public sealed class RunningTime
{
    /// <summary>Positions closer than this are one, metres.</summary>
    private const double Same = 1e-7;

    /// <summary>A train that cannot even go so far at walking pace does not move, metres.</summary>
    private const double StallMetres = 1e-3;

    private readonly Train _train;
    private readonly StepRule _rule;
    private readonly IReadOnlyList<CeilingPiece> _pieces;
    private readonly List<(double Front, int Index)> _marks;
    private readonly RunState?[] _states;
    private double _front;
    private double _square;
    private double _seconds;
    private int _nextMark;
    private int _steps;

    private RunningTime(Train train, RunningPath path, StepRule rule)
    {
        (_train, _rule, _front) = (train, rule, path.From);
        _pieces = SpeedCeiling.Of(train, path);
        _states = new RunState?[path.Points.Count];
        _marks = [.. path.Points.Select((p, i) => (Front: p.FrontAt(train.Length), Index: i))
            .Where(m => m.Front >= path.From && m.Front <= path.To).OrderBy(m => m.Front)];
    }

    private enum Motion
    {
        Pulling,
        Holding,
        Braking,
    }

    /// <summary>Runs a train.</summary>
    /// <param name="train">The train.</param>
    /// <param name="path">The path.</param>
    /// <param name="rule">How it is cut into steps.</param>
    public static RunOutcome Of(Train train, RunningPath path, StepRule rule)
    {
        if (path.Sections.FirstOrDefault(s => s.Kmh is null) is { } unlimited)
            return new RunOutcome.Refused("no-run:no-limit",
                $"no speed is said from {Metres(unlimited.From)} on; the first section must say one");
        if (path.Sections.FirstOrDefault(s => s.Permil is null) is { } unknown)
            return new RunOutcome.Refused("no-run:no-resistance",
                $"no resistance is said from {Metres(unknown.From)} on; say 0 when it is level and straight");
        return new RunningTime(train, path, rule).Run(path);
    }

    private RunOutcome Run(RunningPath path)
    {
        foreach (var piece in _pieces)
            while (piece.To - _front > Same)
                if (Step(piece) is { } refused)
                    return refused;
        _square = 0;
        foreach (var mark in _marks.Skip(_nextMark))
            _states[mark.Index] = State(path.Sections[^1].Permil!.Value, Behaviour.Halt);
        return new RunOutcome.Arrived(
            _seconds, [.. path.Points.Select((p, i) => new PointState(p, _states[i]))], _steps);
    }

    // One step within one piece: at most a step of the rule, to the next mark, to the end of the piece.
    private RunOutcome.Refused? Step(CeilingPiece piece)
    {
        if (++_steps > Limits.StepsMax)
            return new RunOutcome.Refused("no-run:too-long",
                $"{Limits.StepsMax} steps were made and the train is at {Metres(_front)}; a longer step would do");
        var motion = MotionIn(piece);
        Mark(piece, motion);
        var way = Math.Min(_rule.Metres, piece.To - _front);
        if (_nextMark < _marks.Count && _marks[_nextMark].Front - _front > Same)
            way = Math.Min(way, _marks[_nextMark].Front - _front);
        var slope = 2 * (motion switch
        {
            Motion.Holding => 0,
            Motion.Braking => -_train.Braking,
            _ => PullOver(piece, ref way),
        });
        if (motion == Motion.Pulling)
        {
            if (way < StallMetres && slope <= 0 && _square + slope * way <= 0) return Stalled(piece);
            way = ToCeiling(piece, slope, way);
        }
        Move(way, slope, motion == Motion.Pulling ? double.MaxValue : CeilingAt(piece, _front + way));
        return null;
    }

    private Motion MotionIn(CeilingPiece piece)
    {
        var ceiling = CeilingAt(piece, _front);
        if (_square < ceiling * (1 - 1e-12) - 1e-12) return Motion.Pulling;
        _square = ceiling;
        var free = FreeAcceleration(piece, _square);
        if (piece.IsBraking) return free < -_train.Braking ? Motion.Pulling : Motion.Braking;
        return free < 0 ? Motion.Pulling : Motion.Holding;
    }

    // Acceleration under full pull over a step. Near a stand the step is shortened until the train does not roll back:
    // only a train whose pull at a stand is too small stops.
    private double PullOver(CeilingPiece piece, ref double way)
    {
        while (true)
        {
            var a = FreeAcceleration(piece, _square);
            if (_rule.IsMidpoint) a = FreeAcceleration(piece, Math.Max(0, _square + a * way));
            if (_square + 2 * a * way > 0 || way < StallMetres) return a;
            way /= 2;
        }
    }

    // A line from here, and the ceiling: where they meet, or the whole way.
    private double ToCeiling(CeilingPiece piece, double slope, double way)
    {
        var room = CeilingAt(piece, _front) - _square;
        var closing = slope + (piece.IsBraking ? 2 * _train.Braking : 0);
        return closing <= 0 || room / closing >= way ? way : Math.Max(room / closing, Same);
    }

    private void Move(double way, double slope, double greatest)
    {
        var before = Math.Sqrt(_square);
        _square = Math.Min(Math.Max(0, _square + slope * way), greatest);
        _seconds += 2 * way / (before + Math.Sqrt(_square));
        _front += way;
    }

    private void Mark(CeilingPiece piece, Motion motion)
    {
        for (; _nextMark < _marks.Count && _marks[_nextMark].Front - _front <= Same; _nextMark++)
            _states[_marks[_nextMark].Index] = State(piece.Permil, BehaviourOf(piece, motion));
    }

    private Behaviour BehaviourOf(CeilingPiece piece, Motion motion)
    {
        var free = FreeAcceleration(piece, _square);
        return motion switch
        {
            Motion.Braking => Behaviour.Braking,
            Motion.Pulling when _square == 0 => Behaviour.BreakFree,
            Motion.Pulling => free < 0 ? Behaviour.Diminishing : Behaviour.Accelerating,
            _ when Resistance(piece.Permil) < 0 => Behaviour.DownhillBraking,
            _ => piece.IsTail ? Behaviour.Clearing : Behaviour.Cruising,
        };
    }

    private RunState State(double permil, Behaviour behaviour)
    {
        var speed = Math.Sqrt(_square);
        var (own, way) = (_train.ResistanceAt(speed), _train.PathResistanceAt(permil));
        var (pull, a) = behaviour switch
        {
            Behaviour.Braking => (0, -_train.Braking),
            Behaviour.Halt or Behaviour.DownhillBraking => (0, 0),
            Behaviour.Cruising or Behaviour.Clearing => (own + way, 0),
            _ => (_train.PullAt(speed), _train.AccelerationOf(_train.PullAt(speed) - own - way)),
        };
        return new RunState(_front, _seconds, speed, a, pull, own, way, behaviour);
    }

    private double FreeAcceleration(CeilingPiece piece, double square)
    {
        var speed = Math.Sqrt(square);
        return _train.AccelerationOf(
            _train.PullAt(speed) - _train.ResistanceAt(speed) - _train.PathResistanceAt(piece.Permil));
    }

    private double Resistance(double permil) =>
        _train.ResistanceAt(Math.Sqrt(_square)) + _train.PathResistanceAt(permil);

    private double CeilingAt(CeilingPiece piece, double front) =>
        piece.SquareTo + (piece.IsBraking ? 2 * _train.Braking * Math.Max(0, piece.To - front) : 0);

    private RunOutcome.Refused Stalled(CeilingPiece piece)
    {
        var needed = _train.ResistanceAt(0) + _train.PathResistanceAt(piece.Permil);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"train `{_train.Id}` ({_train.Mass / 1000:0} t) stands at {_front:0} m, where the path resists with "
            + $"{piece.Permil:0.##} permil: {needed / 1000:0} kN are needed to start and {_train.PullAt(0) / 1000:0} "
            + $"kN are there; less load or another locomotive would change it");
        return new RunOutcome.Refused("no-run:stalled", text);
    }

    private static string Metres(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0} m");
}
