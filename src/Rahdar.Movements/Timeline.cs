using NodaTime;

namespace Rahdar.Movements;

/// <summary>What one unit did with its time: its movements folded to stages.</summary>
/// <remarks>
/// The same whatever the order and repetition of the movements: those of one instant are put into the order in which
/// they can have happened.
/// </remarks>
/// <param name="Unit">The unit; the default id when nothing is told.</param>
/// <param name="Movements">In order of time, each once.</param>
/// <param name="Stages">In order of time, each beginning where the one before it ends. Those without length are left
/// out, but for rides and activities.</param>
/// <param name="Activities">Activities that ended, in order of their end.</param>
/// <param name="Contradictions">What cannot all be true, in order of time.</param>
/// <param name="IsDelivered">True when the unit is at the end of its way.</param>
public sealed record Timeline(
    UnitId Unit, IReadOnlyList<Movement> Movements, IReadOnlyList<Stage> Stages,
    IReadOnlyList<ActivityTime> Activities, IReadOnlyList<Contradiction> Contradictions, bool IsDelivered)
{
    /// <summary>Folds the movements of one unit.</summary>
    /// <param name="movements">In any order; repeated ones count once.</param>
    /// <param name="until">Later movements are left out, and the stage of a unit not delivered ends here; null: at its
    /// last movement.</param>
    /// <remarks>Throws: when the movements are of several units. What contradicts itself is listed, not
    /// thrown.</remarks>
    public static Timeline Of(IEnumerable<Movement> movements, Instant? until = null)
    {
        var sorted = movements.Where(m => until is null || m.At <= until).ToList();
        sorted.Sort(MovementRow.Compare);
        if (sorted.Count == 0) return new Timeline(default, [], [], [], [], false);
        if (sorted.FirstOrDefault(m => m.Unit != sorted[0].Unit) is { } other)
            throw new ArgumentException($"movements of {sorted[0].Unit} and of {other.Unit}", nameof(movements));
        return new TimelineFold().Run([.. sorted.Where((m, i) => i == 0 || m != sorted[i - 1])], until);
    }

    /// <summary>Folds movements unit by unit.</summary>
    /// <remarks>Shape: one timeline for each unit that is told of, in order of their ids.</remarks>
    public static IReadOnlyList<Timeline> ListOf(IEnumerable<Movement> movements, Instant? until = null) =>
    [
        .. movements.Where(m => until is null || m.At <= until).GroupBy(m => m.Unit).OrderBy(unit => unit.Key)
            .Select(unit => Of(unit, until)),
    ];

    /// <summary>Time spent in stages of one kind.</summary>
    public Duration TimeIn(StageKind kind) =>
        Stages.Where(s => s.Kind == kind).Aggregate(Duration.Zero, (sum, stage) => sum + stage.Length);

    /// <summary>The border passages of the unit.</summary>
    /// <remarks>Shape: in order of time; may be empty.</remarks>
    public IReadOnlyList<Crossing> ListCrossings() => CrossingFinder.ListOf(this);
}
