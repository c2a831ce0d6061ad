using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>Least that is still to come from each state to the destination, each criterion by itself, without
/// storage.</summary>
internal static class LowerBounds
{
    internal static void Fill(IReadOnlyCollection<Node> nodes, Node arrived)
    {
        var into = nodes.SelectMany(n => n.Out.Select(o => (o.To, From: n, o.Movement))).ToLookup(x => x.To);
        var minutes = Least(arrived, into, m => m.MinutesMin);
        var cents = Least(arrived, into, m => m.Cents);
        var nepers = Least(arrived, into, m => m.Nanonepers);
        var grams = Least(arrived, into, m => m.Grams);
        foreach (var node in nodes.Where(minutes.ContainsKey))
            node.Least = ((int)minutes[node], cents[node], nepers[node], grams[node]);
    }

    private static Dictionary<Node, long> Least(
        Node arrived, ILookup<Node, (Node To, Node From, Movement Movement)> into, Func<Movement, long> cost)
    {
        var least = new Dictionary<Node, long> { [arrived] = 0 };
        var queue = new PriorityQueue<Node, long>();
        queue.Enqueue(arrived, 0);
        var done = new HashSet<Node>();
        while (queue.TryDequeue(out var node, out var sum))
        {
            if (!done.Add(node)) continue;
            foreach (var (_, from, movement) in into[node])
            {
                var next = sum + cost(movement);
                if (least.TryGetValue(from, out var known) && known <= next) continue;
                least[from] = next;
                queue.Enqueue(from, next);
            }
        }
        return least;
    }
}
