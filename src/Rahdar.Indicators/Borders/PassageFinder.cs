using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Indicators;
using Rahdar.Quantities;

namespace Rahdar.Indicators.Borders;

/// <summary>Divides the crossings of a unit between the two posts of each border.</summary>
/// <remarks>Formalities of leaving belong to the post left and those of entering to the post entered, wherever they are
/// done; other work belongs to the post where it is done.</remarks>
public static class PassageFinder
{
    /// <summary>Passages of the posts of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="timeline">What it did.</param>
    /// <param name="crossings">Its border passages.</param>
    /// <param name="geography">Countries, modes and corridors.</param>
    public static UnitPassages Of(
        Unit unit, Timeline timeline, IReadOnlyList<Crossing> crossings, Geography geography)
    {
        var (passages, open) = (new List<PostPassage>(), new List<PostPassage>());
        var begun = 0;
        // A wait that nothing has ended yet is no stage.
        var waits = timeline.Movements[^1] is Queued { Activity: Activity.BorderOut or Activity.BorderIn } queued
            ? queued : null;
        var side = waits?.Activity == Activity.BorderIn ? IndicatorDirection.Inbound : IndicatorDirection.Outbound;
        foreach (var crossing in crossings)
        {
            if (!crossing.IsComplete)
            {
                var last = waits?.Resource == crossing.BorderId ? side
                    : DirectionOf(crossing, crossing.Stages.Last(s => s.Kind != StageKind.Moving));
                open.Add(Make(unit, timeline, crossing, last, crossing.Stages, geography));
                continue;
            }
            foreach (var direction in new[] { IndicatorDirection.Outbound, IndicatorDirection.Inbound })
            {
                var stages = SideOf(crossing, direction);
                if (stages.Count == 0) continue;
                if (IsBegun(timeline, stages[0])) begun++;
                else passages.Add(Make(unit, timeline, crossing, direction, stages, geography));
            }
        }
        if (waits is not null && !crossings.Any(c => !c.IsComplete && c.BorderId == waits.Resource))
            open.Add(new PostPassage(
                unit, waits.Resource, waits.Place, waits.Place, geography.CountryOf(waits.Place),
                side, geography.ModeOfBorder(waits.Resource), geography.CorridorsOf(waits.Place), waits.At,
                Duration.Zero, null, new Dictionary<string, Duration>()));
        return new UnitPassages(passages, open, begun);
    }

    // Work with which the movements of a unit begin: nobody saw it come, nobody saw it wait.
    private static bool IsBegun(Timeline timeline, Stage first) =>
        ReferenceEquals(first, timeline.Stages[0]) && timeline.Movements[0] is not (Queued or Arrived or Departed);

    private static List<Stage> SideOf(Crossing crossing, IndicatorDirection direction)
    {
        var (own, side) = (new List<Stage>(), IndicatorDirection.Outbound);
        foreach (var stage in crossing.Stages.Where(s => s.Kind != StageKind.Moving))
        {
            // What is between activities counts to the post of the activity before it.
            if (stage.Kind != StageKind.Standing) side = DirectionOf(crossing, stage);
            if (side == direction) own.Add(stage);
        }
        return own;
    }

    private static IndicatorDirection DirectionOf(Crossing crossing, Stage stage) => stage.Activity switch
    {
        Activity.BorderOut => IndicatorDirection.Outbound,
        Activity.BorderIn => IndicatorDirection.Inbound,
        _ => OfPlace(crossing, stage.From),
    };

    private static IndicatorDirection DirectionOf(Crossing crossing, ActivityTime work) => work.Activity switch
    {
        Activity.BorderOut => IndicatorDirection.Outbound,
        Activity.BorderIn => IndicatorDirection.Inbound,
        _ => OfPlace(crossing, work.Place),
    };

    private static IndicatorDirection OfPlace(Crossing crossing, Network.Places.PlaceId place) =>
        place == crossing.To && place != crossing.From ? IndicatorDirection.Inbound : IndicatorDirection.Outbound;

    private static PostPassage Make(
        Unit unit, Timeline timeline, Crossing crossing, IndicatorDirection direction, IReadOnlyList<Stage> stages,
        Geography geography)
    {
        var isOut = direction == IndicatorDirection.Outbound;
        var (post, facing) = isOut ? (crossing.From, crossing.To) : (crossing.To, crossing.From);
        var work = crossing.Activities.Where(a => DirectionOf(crossing, a) == direction).ToList();
        return new PostPassage(
            unit, crossing.BorderId, post, facing, geography.CountryOf(post), direction,
            geography.ModeOfBorder(crossing.BorderId) ?? ModeNear(timeline, crossing),
            [.. geography.CorridorsOf(post).Union(geography.CorridorsOf(facing)).Order(StringComparer.Ordinal)],
            stages[0].Begin, stages.Aggregate(Duration.Zero, (sum, s) => sum + s.Length),
            work.Count == 0 || work.Exists(a => a.Cents is null) ? null : work.Sum(a => a.Cents),
            stages.GroupBy(NameOf).ToDictionary(
                g => g.Key, g => g.Aggregate(Duration.Zero, (sum, s) => sum + s.Length)));
    }

    private static string NameOf(Stage stage) => stage.Kind switch
    {
        StageKind.Waiting => PostPassage.Queue,
        StageKind.Working => MovementNames.Of(stage.Activity!.Value),
        _ => PostPassage.Standing,
    };

    /// <summary>Mode of the ride to the border, else of the ride from it.</summary>
    private static Mode? ModeNear(Timeline timeline, Crossing crossing)
    {
        var rides = timeline.Stages.Where(s => s.Kind == StageKind.Moving).ToList();
        return (rides.LastOrDefault(s => s.End <= crossing.Begin) ?? rides.Find(s => s.Begin >= crossing.Begin))?.Mode;
    }
}
