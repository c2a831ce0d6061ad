using Rahdar.Network.Places;

namespace Rahdar.Planning.Space;

/// <summary>Latest starts of unscheduled movements that still catch a timetabled departure, found backwards.</summary>
/// <remarks>
/// A chain meets no ground state twice, no place twice on one leg, and does not lead back to the origin; see
/// docs/decisions on
/// the plan space.
/// </remarks>
internal sealed class JustInTime
{
    private readonly PlaceId _origin;
    private readonly Dictionary<State, int> _earliest;
    private readonly ILookup<State, Movement> _into;
    private readonly Dictionary<State, HashSet<int>> _starts = [];
    private readonly HashSet<State> _grounds = [];
    private HashSet<(PlaceId, int)> _leg = [];
    private int _steps;

    private JustInTime(PlanContext c, PlanSpace space)
    {
        _origin = c.Query.From;
        _earliest = Earliest(c, space);
        _into = space.States.SelectMany(space.From).Where(m => !m.IsScheduled).ToLookup(m => m.Spec.To);
    }

    /// <summary>Starts by ground state, ascending: any unscheduled movement that leaves it may use them.</summary>
    internal static Dictionary<State, List<int>> Starts(PlanContext c, PlanSpace space, out bool isCut)
    {
        isCut = false;
        if (!space.States.SelectMany(space.From).Any(m => m.Leaving is { Dated: not null, IsAnnounced: false }))
            return [];
        var search = new JustInTime(c, space);
        foreach (var state in space.States.Where(s => s.Kind == StateKind.Ready))
            foreach (var movement in space.From(state).Where(m => !m.Leaving.IsAnnounced))
                foreach (var (_, latestStart) in movement.Leaving.Dated ?? [])
                    search.StandOn(state, latestStart);
        isCut = search._steps > Limits.JustInTimeStepsMax;
        return search._starts.ToDictionary(p => p.Key, p => p.Value.Order().ToList());
    }

    /// <summary>Earliest minute at which boxes can stand in each state, by the shortest times alone.</summary>
    private static Dictionary<State, int> Earliest(PlanContext c, PlanSpace space)
    {
        var earliest = new Dictionary<State, int> { [space.Origin] = c.StartMinute };
        var queue = new PriorityQueue<State, int>();
        queue.Enqueue(space.Origin, c.StartMinute);
        var done = new HashSet<State>();
        while (queue.TryDequeue(out var state, out var minute))
        {
            if (!done.Add(state)) continue;
            foreach (var movement in space.From(state))
            {
                var next = Math.Min(minute + (long)movement.MinutesMin, int.MaxValue);
                if (earliest.TryGetValue(movement.Spec.To, out var known) && known <= next) continue;
                earliest[movement.Spec.To] = (int)next;
                queue.Enqueue(movement.Spec.To, (int)next);
            }
        }
        return earliest;
    }

    private void StandOn(State state, int minute)
    {
        // The storage tariff is no part of where the boxes stand.
        var ground = state with { Ground = Ground.None };
        if (!_grounds.Add(ground)) return;
        Back(state, minute);
        _grounds.Remove(ground);
    }

    private void Back(State state, int minute)
    {
        foreach (var movement in _into[state])
        {
            if (_steps++ > Limits.JustInTimeStepsMax) return;
            // A start before anything can stand there is of no use: nor is any chain that leads to it.
            var before = movement.Spec.From;
            if (movement.LatestStart(minute) is not { } start
                || start < _earliest.GetValueOrDefault(before, int.MaxValue)) continue;
            switch (before.Kind)
            {
                case StateKind.Ready:
                    if (_grounds.Contains(before with { Ground = Ground.None })) break;
                    if (!_starts.TryGetValue(before, out var list)) _starts[before] = list = [];
                    list.Add(start);
                    StandOn(before, start);
                    break;
                case StateKind.Landed when before.Place != _origin:
                    StandOn(before, start);
                    break;
                case StateKind.Loaded or StateKind.Ran or StateKind.Crossed:
                    OnLeg(before, start, isNew: movement.Spec is LandSpec);
                    break;
                default:
                    break;
            }
        }
    }

    private void OnLeg(State state, int minute, bool isNew)
    {
        var before = _leg;
        if (isNew) _leg = [];
        if (_leg.Add((state.Place, state.Gauge)))
        {
            Back(state, minute);
            _leg.Remove((state.Place, state.Gauge));
        }
        _leg = before;
    }
}
