namespace Rahdar.Simulation.Rail;

/// <summary>Where trains can stand or meet: station, crossing loop, junction, yard.</summary>
/// <remarks>Shape: a place has tracks, each for one train at a time, or always accepts (a yard, a terminus, the edge of
/// the railway). A junction is a place with one track of no length: nobody can stop there and one passes at a time.
/// A single line's crossing loop has two tracks, the main one included.</remarks>
public sealed record TrackPlace
{
    /// <summary>A place with tracks.</summary>
    /// <param name="name">Its name, for people.</param>
    /// <param name="trackLengths">Usable length of each track, metres; at least one.</param>
    /// <remarks>Throws: when there is no track, too many, or one too long.</remarks>
    public TrackPlace(string name, IReadOnlyList<int> trackLengths)
    {
        if (trackLengths.Count is 0 or > RailLimits.TracksMax)
            throw new ArgumentException($"{name} has {trackLengths.Count} tracks", nameof(trackLengths));
        if (trackLengths.Any(l => l is < 0 or > RailLimits.TrainLengthMax))
            throw new ArgumentException($"{name} has a track of an impossible length", nameof(trackLengths));
        (Name, TrackLengths) = (name, [.. trackLengths.Order()]);
    }

    private TrackPlace(string name) => (Name, TrackLengths) = (name, []);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Usable length of each track, metres; the shortest first; empty when it always accepts.</summary>
    public IReadOnlyList<int> TrackLengths { get; }

    /// <summary>Whether it takes any number of trains of any length.</summary>
    public bool AlwaysAccepts => TrackLengths.Count == 0;

    /// <summary>A place that takes any number of trains of any length.</summary>
    public static TrackPlace Open(string name) => new(name);
}
