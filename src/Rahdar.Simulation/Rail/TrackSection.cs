namespace Rahdar.Simulation.Rail;

/// <summary>Line between two neighbouring places: a block, with one train at a time on each track.</summary>
/// <param name="From">One place, index in the layout.</param>
/// <param name="To">The other.</param>
/// <param name="LengthMetres">Its length, at least 1.</param>
/// <remarks>A long stretch on which trains follow each other is drawn as several sections with places between.
/// </remarks>
public sealed record TrackSection(int From, int To, int LengthMetres)
{
    /// <summary>1: used in both directions; 2: one for each, the first from <see cref="From"/> to
    /// <see cref="To"/>.</summary>
    public int Tracks { get; init; } = 1;

    /// <summary>Seconds from when one train has left a track to when the next may enter it.</summary>
    public int HeadwaySeconds { get; init; }
}
