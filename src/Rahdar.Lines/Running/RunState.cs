namespace Rahdar.Lines.Running;

/// <summary>What a train does.</summary>
public enum Behaviour
{
    /// <summary>Setting off from a stand.</summary>
    BreakFree,

    /// <summary>Full pull, and it is more than the resistance.</summary>
    Accelerating,

    /// <summary>Holding the limit of the section the front is in.</summary>
    Cruising,

    /// <summary>Holding a limit that only its tail is still in.</summary>
    Clearing,

    /// <summary>Holding the limit downhill by braking.</summary>
    DownhillBraking,

    /// <summary>Full pull, and it is less than the resistance.</summary>
    Diminishing,

    /// <summary>Service braking.</summary>
    Braking,

    /// <summary>At the end.</summary>
    Halt,
}

/// <summary>State of a train at one position; forces and behaviour are those that begin there.</summary>
/// <param name="Front">Position of its front, metres.</param>
/// <param name="Seconds">Since it set off.</param>
/// <param name="Speed">m/s.</param>
/// <param name="Acceleration">m/s2.</param>
/// <param name="Pull">Newtons.</param>
/// <param name="TrainResistance">Newtons.</param>
/// <param name="PathResistance">Newtons.</param>
/// <param name="Behaviour">What it does.</param>
public sealed record RunState(
    double Front, double Seconds, double Speed, double Acceleration, double Pull, double TrainResistance,
    double PathResistance, Behaviour Behaviour)
{
    /// <summary>The word of the form: `accelerating`, `downhillBraking`.</summary>
    public string Word => char.ToLowerInvariant(Behaviour.ToString()[0]) + Behaviour.ToString()[1..];
}

/// <summary>A point of interest and the state there.</summary>
/// <param name="Point">The point.</param>
/// <param name="State">Null when the front would be before the start or beyond the end.</param>
public sealed record PointState(PointOfInterest Point, RunState? State);

/// <summary>Outcome of a run.</summary>
public abstract record RunOutcome
{
    private RunOutcome()
    {
    }

    /// <summary>The train arrived.</summary>
    /// <param name="Seconds">Running time from stand to stand.</param>
    /// <param name="Points">States at the points of interest, in the order of the path.</param>
    /// <param name="Steps">How many steps it took.</param>
    public sealed record Arrived(double Seconds, IReadOnlyList<PointState> Points, int Steps) : RunOutcome;

    /// <summary>No run, with a stable code and what stood in the way.</summary>
    /// <param name="Code">`no-run:stalled`, `no-run:no-limit`, `no-run:no-resistance`, `no-run:too-long`.</param>
    /// <param name="Evidence">What was asked, what stood in the way, what would change it.</param>
    public sealed record Refused(string Code, string Evidence) : RunOutcome;
}

/// <summary>How a run is cut into steps.</summary>
/// <param name="Metres">Length of a step.</param>
/// <param name="IsMidpoint">True when forces of the middle of a step hold for all of it, false when those of its
/// beginning do.</param>
/// <remarks>What each costs in accuracy: docs/decisions/0009-running-time.md.</remarks>
public sealed record StepRule(double Metres, bool IsMidpoint)
{
    /// <summary>The rule of the form: 20 m, forces of the beginning. A train sets off too fast by some
    /// seconds.</summary>
    public static readonly StepRule OfForm = new(20, false);

    /// <summary>As good as exact: 1 m, forces of the middle.</summary>
    public static readonly StepRule Fine = new(1, true);
}
