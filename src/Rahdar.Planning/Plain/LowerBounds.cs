using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>Least that is still to come from each state to the destination, each criterion by itself, without storage.</summary>
internal sealed class LowerBounds
{
    private readonly Dictionary<State, (int Minutes, long Cents, long Nepers, long Grams)> _bounds = [];

    internal LowerBounds(PlanSpace space)
    {
        var into = space.States.SelectMany(space.From).ToLookup(m => m.Spec.To);
        var minutes = Least(space, into, m => m.MinutesMin);
        var cents = Least(space, into, m => m.Cents);
        var nepers = Least(space, into, m => m.Nanonepers);
        var grams = Least(space, into, m => m.Grams);
        foreach (var state in minutes.Keys)
            _bounds[state] = ((int)minutes[state], cents[state], nepers[state], grams[state]);
    }

    internal (int Minutes, long Cents, long Nepers, long Grams) Of(State state) => _bounds.GetValueOrDefault(state);

    private static Dictionary<State, long> Least(PlanSpace space, ILookup<State, Movement> into, Func<Movement, long> cost)
    {
        var least = new Dictionary<State, long> { [space.Arrived] = 0 };
        var queue = new PriorityQueue<State, long>();
        queue.Enqueue(space.Arrived, 0);
        var done = new HashSet<State>();
        while (queue.TryDequeue(out var state, out var sum))
        {
            if (!done.Add(state)) continue;
            foreach (var movement in into[state])
            {
                var next = sum + cost(movement);
                if (least.TryGetValue(movement.Spec.From, out var known) && known <= next) continue;
                least[movement.Spec.From] = next;
                queue.Enqueue(movement.Spec.From, next);
            }
        }
        return least;
    }
}
