using NodaTime;
using Rahdar.Network.Places;

namespace Rahdar.Movements;

/// <summary>One passage of one border by one unit, with its activities. TFI1 and TFI2 of CPMM are those of each of its
/// two posts.</summary>
/// <remarks>Source: CAREC CPMM; see "border crossing point" and "clearance time" in docs/glossary.md.</remarks>
/// <param name="Unit">The unit.</param>
/// <param name="BorderId">The border row: the resource of a border-out or a border-in.</param>
/// <param name="From">First post; where only the second is told of, the place from which the unit came to it.</param>
/// <param name="To">Second post; where only the first is told of, the place to which the unit went on.</param>
/// <param name="Stages">All stages from the first wait or work at the border to the last, the ride between the posts
/// among them; in order of time, never empty.</param>
/// <param name="Activities">Activities at the border that ended, in order of their end; may be empty.</param>
/// <param name="IsComplete">True when a border-in has ended, or the unit has been delivered or seen elsewhere
/// since.</param>
public sealed record Crossing(
    UnitId Unit, string BorderId, PlaceId From, PlaceId To, IReadOnlyList<Stage> Stages,
    IReadOnlyList<ActivityTime> Activities, bool IsComplete)
{
    /// <summary>When the unit began to wait or to be cleared.</summary>
    public Instant Begin => Stages[0].Begin;

    /// <summary>When the last activity ended.</summary>
    public Instant End => Stages[^1].End;

    /// <summary>Wall-clock time at both posts and between them, queue included.</summary>
    public Duration Total => End - Begin;

    /// <summary>Time waited for the border at both posts.</summary>
    public Duration Queued => Sum(s => s.Kind == StageKind.Waiting && s.Resource == BorderId);

    /// <summary>What the activities at both posts cost in US cents; null when one of them is not known, or none is
    /// told.</summary>
    public long? Cents => Activities.Count == 0 || Activities.Any(a => a.Cents is null)
        ? null
        : Activities.Sum(a => a.Cents);

    /// <summary>Time at one post, its queue included; the ride between the posts counts at neither.</summary>
    public Duration TimeAt(PlaceId post) => Sum(s => s.Kind != StageKind.Moving && s.From == post);

    private Duration Sum(Func<Stage, bool> isMeant) =>
        Stages.Where(isMeant).Aggregate(Duration.Zero, (sum, stage) => sum + stage.Length);
}
