using Rahdar.Network.Places;

namespace Rahdar.Movements;

/// <summary>Cuts the border passages out of a timeline.</summary>
/// <remarks>A passage is waits and activities at one border, from one post to the other at most: who comes back to a
/// post, or begins a border-out after a border-in, makes another.</remarks>
internal static class CrossingFinder
{
    internal static IReadOnlyList<Crossing> ListOf(Timeline timeline)
    {
        var borders = timeline.Movements.Select(BorderOf).OfType<string>().ToHashSet();
        var (stages, crossings) = (timeline.Stages, new List<Crossing>());
        (int First, int Last)? passage = null;
        for (var i = 0; i < stages.Count; i++)
        {
            if (stages[i].Kind is not (StageKind.Waiting or StageKind.Working)) continue;
            if (!borders.Contains(stages[i].Resource)) continue;
            if (passage is { } open && !IsOnePassage(stages, open.First, i))
            {
                crossings.Add(Make(timeline, open.First, open.Last));
                passage = null;
            }
            passage = (passage?.First ?? i, i);
        }
        if (passage is { } last) crossings.Add(Make(timeline, last.First, last.Last));
        return crossings;
    }

    private static string? BorderOf(Movement movement) => movement switch
    {
        Queued { Activity: Activity.BorderOut or Activity.BorderIn, Resource.Length: > 0 } m => m.Resource,
        Began { Activity: Activity.BorderOut or Activity.BorderIn, Resource.Length: > 0 } m => m.Resource,
        _ => null,
    };

    private static bool IsOnePassage(IReadOnlyList<Stage> stages, int first, int next)
    {
        var (border, changes) = (stages[first].Resource, 0);
        for (var i = first + 1; i <= next; i++)
        {
            if (stages[i].To != stages[i - 1].To) changes++;
            if (stages[next].Activity == Activity.BorderOut && IsEntry(stages[i - 1], border)) return false;
        }
        return stages[next].Resource == border && changes <= 1;
    }

    private static bool IsEntry(Stage stage, string border) =>
        stage is { Kind: StageKind.Working, Activity: Activity.BorderIn } && stage.Resource == border;

    private static Crossing Make(Timeline timeline, int first, int last)
    {
        var stages = timeline.Stages.Skip(first).Take(last - first + 1).ToList();
        var after = timeline.Stages.Skip(last + 1).ToList();
        var (border, from, to) = (stages[0].Resource, stages[0].From, stages[^1].From);
        var isEntry = stages.Exists(s => IsEntry(s, border)) && !stages.Exists(s => s.Activity == Activity.BorderOut);
        if (from == to && isEntry) from = CameFrom(timeline.Stages.Take(first), to);
        else if (from == to) to = after.Find(s => s.Kind == StageKind.Moving && s.From == from)?.To ?? to;
        var activities = timeline.Activities
            .Where(a => a.Resource == border && a.Begin >= stages[0].Begin && a.End <= stages[^1].End).ToList();
        var isComplete = timeline.IsDelivered || activities.Exists(a => a.Activity == Activity.BorderIn)
            || after.Exists(s => s.To != from && s.To != to);
        return new Crossing(timeline.Unit, border, from, to, stages, activities, isComplete);
    }

    private static PlaceId CameFrom(IEnumerable<Stage> before, PlaceId post) =>
        before.LastOrDefault(s => s.Kind == StageKind.Moving && s.To == post)?.From ?? post;
}
