using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Indicators.Borders;

/// <summary>What a unit did at one post of a border: one sample of the monitoring, or as many as the unit
/// counts.</summary>
/// <remarks>A crossing has two posts, and so up to two of these. Source: CAREC CPMM.</remarks>
/// <param name="Unit">The unit.</param>
/// <param name="BorderId">Border row.</param>
/// <param name="Post">The post.</param>
/// <param name="Facing">The post across; the same where it is not told.</param>
/// <param name="Country">Country of the post; empty when unknown.</param>
/// <param name="Direction">Out of the country of the post, or into it.</param>
/// <param name="Mode">How the unit moves; null when unknown.</param>
/// <param name="Corridors">Corridors the crossing is counted to; may be empty.</param>
/// <param name="Begin">When it began to wait or to be cleared there.</param>
/// <param name="Time">Time at the post, queue included; the ride between the posts counts at neither.</param>
/// <param name="Cents">What its activities there cost in US cents; null when one is unknown or none ended.</param>
/// <param name="Activities">Time by name of activity; `queue` is waiting, `standing` what is between
/// activities.</param>
public sealed record PostPassage(
    Unit Unit, string BorderId, PlaceId Post, PlaceId Facing, string Country, IndicatorDirection Direction, Mode? Mode,
    IReadOnlyList<string> Corridors, Instant Begin, Duration Time, long? Cents,
    IReadOnlyDictionary<string, Duration> Activities)
{
    /// <summary>Name of waiting among the activities.</summary>
    public const string Queue = "queue";

    /// <summary>Name of the time between activities.</summary>
    public const string Standing = "standing";
}

/// <summary>Passages of the posts of one unit, and how many could not be measured.</summary>
/// <param name="Passages">In order of time.</param>
/// <param name="Open">Crossings that had not ended when the movements ended, each at the post where the unit is, with
/// its time so far: leaving them out of a mean makes it too small.</param>
/// <param name="Begun">Posts at which the movements begin with work under way: the wait before it is not
/// told.</param>
public sealed record UnitPassages(IReadOnlyList<PostPassage> Passages, IReadOnlyList<PostPassage> Open, int Begun);
