namespace Rahdar.Simulation.Rail;

/// <summary>What a train does to a track.</summary>
public enum RailwayAct
{
    /// <summary>It appears at its first place.</summary>
    Enters,

    /// <summary>Its head goes on to a section.</summary>
    TakesSection,

    /// <summary>Its head reaches a place.</summary>
    TakesTrack,

    /// <summary>Its tail has left the track of a place.</summary>
    ClearsTrack,

    /// <summary>Its tail has left a section.</summary>
    ClearsSection,

    /// <summary>It has come to a stand at a place, whole.</summary>
    Stands,

    /// <summary>It leaves the railway from its last place.</summary>
    Leaves,
}

/// <summary>One line of the log of a railway.</summary>
/// <param name="Time">When, seconds.</param>
/// <param name="Train">Number of the train.</param>
/// <param name="Act">What it did.</param>
/// <param name="Where">Index of the section or of the place.</param>
/// <param name="Track">Number of the track there, from 0; -1 where the place always accepts.</param>
public readonly record struct RailwayEntry(long Time, int Train, RailwayAct Act, int Where, int Track);
