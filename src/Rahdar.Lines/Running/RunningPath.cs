namespace Rahdar.Lines.Running;

/// <summary>A path over which a train runs from stand to stand.</summary>
/// <param name="Id">Id inside its file.</param>
/// <param name="Name">Name; may be empty.</param>
/// <param name="Sections">By position, without gaps; at least one.</param>
/// <param name="Points">By position; may be empty.</param>
/// <param name="File">File it came from.</param>
public sealed record RunningPath(
    string Id, string Name, IReadOnlyList<PathSection> Sections, IReadOnlyList<PointOfInterest> Points, string File)
{
    /// <summary>Where the front of the train stands at first, metres.</summary>
    public double From => Sections[0].From;

    /// <summary>Where the front comes to a stand, metres.</summary>
    public double To => Sections[^1].To;
}

/// <summary>A stretch on which speed limit and resistance do not change.</summary>
/// <param name="From">Metres.</param>
/// <param name="To">Metres.</param>
/// <param name="Kmh">Speed limit; null when the form never said one.</param>
/// <param name="Permil">Resistance of gradient, curves and tunnels, permil of weight; null when never said.</param>
public sealed record PathSection(double From, double To, double? Kmh, double? Permil);

/// <summary>A place at which the state of the train is asked for.</summary>
/// <param name="Metres">Position.</param>
/// <param name="Label">Name.</param>
/// <param name="Measure">Which part of the train stands there.</param>
public sealed record PointOfInterest(double Metres, string Label, Measure Measure)
{
    /// <summary>Where the front of the train is then, metres.</summary>
    /// <param name="length">Of the train, metres.</param>
    public double FrontAt(double length) =>
        Metres + Measure switch { Measure.Rear => length, Measure.Middle => length / 2, _ => 0 };
}

/// <summary>Part of a train that stands at a point.</summary>
public enum Measure
{
    /// <summary>First coupler.</summary>
    Front,

    /// <summary>Half of its length.</summary>
    Middle,

    /// <summary>Last coupler.</summary>
    Rear,
}
