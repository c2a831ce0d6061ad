using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Movements;

/// <summary>What a unit does with its time.</summary>
public enum StageKind
{
    /// <summary>On the way between two places.</summary>
    Moving,

    /// <summary>Waiting for an activity, a departure or a track.</summary>
    Waiting,

    /// <summary>An activity is done with it.</summary>
    Working,

    /// <summary>Nothing is told; or it stands in storage.</summary>
    Standing,
}

/// <summary>A stretch of a unit's time of which one thing can be said.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="From">Where it is; on the way, the place left.</param>
/// <param name="To">The same; on the way, the place ahead.</param>
/// <param name="Begin">When it begins.</param>
/// <param name="End">When it ends; not before <paramref name="Begin"/>.</param>
/// <param name="Resource">What it waits for, what works on it, or what it moves by; may be empty.</param>
/// <param name="Activity">What is done or waited for; storage when it stands there; null otherwise.</param>
/// <param name="Mode">How it moves; null when it does not.</param>
public sealed record Stage(
    StageKind Kind, PlaceId From, PlaceId To, Instant Begin, Instant End, string Resource, Activity? Activity,
    Mode? Mode = null)
{
    /// <summary>How long.</summary>
    public Duration Length => End - Begin;
}

/// <summary>An activity from its beginning to its end, also where another one ran beside it.</summary>
/// <param name="Activity">What was done.</param>
/// <param name="Resource">By what; may be empty.</param>
/// <param name="Place">Where it ended.</param>
/// <param name="Begin">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Cents">What it cost in US cents; null when unknown.</param>
public sealed record ActivityTime(
    Activity Activity, string Resource, PlaceId Place, Instant Begin, Instant End, long? Cents);
