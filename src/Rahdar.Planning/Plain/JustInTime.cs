using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>Latest starts of unscheduled movements that still catch a timetabled departure, found backwards.</summary>
internal static class JustInTime
{
    /// <summary>Starts by ground state, ascending: any unscheduled movement that leaves it may use them.</summary>
    internal static Dictionary<State, List<int>> Starts(PlanContext c, PlanSpace space, out bool isCut)
    {
        var cut = false;
        var into = space.States.SelectMany(space.From).Where(m => !m.IsScheduled).ToLookup(m => m.Spec.To);
        var aims = new HashSet<(State State, int Minute)>();
        var starts = new Dictionary<State, HashSet<int>>();
        var work = new Queue<(State State, int Minute)>();
        foreach (var state in space.States.Where(s => s.Kind == StateKind.Ready))
            foreach (var movement in space.From(state))
                foreach (var (_, latestStart) in movement.Leaving.Dated ?? [])
                    Aim(state, latestStart);
        while (work.TryDequeue(out var aim))
            foreach (var movement in into[aim.State])
                if (movement.LatestStart(aim.Minute) is { } start && start >= c.StartMinute)
                {
                    if (movement.Spec.From.Kind == StateKind.Ready) Keep(movement.Spec.From, start);
                    Aim(movement.Spec.From, start);
                }
        isCut = cut;
        return starts.ToDictionary(p => p.Key, p => p.Value.Order().ToList());

        void Keep(State state, int start)
        {
            if (!starts.TryGetValue(state, out var list)) starts[state] = list = [];
            if (list.Count < Limits.JustInTimeMax) list.Add(start);
            else cut |= !list.Contains(start);
        }

        void Aim(State state, int minute)
        {
            if (minute < c.StartMinute || aims.Contains((state, minute))) return;
            if (aims.Count >= Limits.JustInTimeAimsMax) cut = true;
            else if (aims.Add((state, minute))) work.Enqueue((state, minute));
        }
    }
}
