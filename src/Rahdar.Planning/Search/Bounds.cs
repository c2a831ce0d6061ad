namespace Rahdar.Planning.Search;

/// <summary>Least that is still to come from each state to one destination, each criterion by itself, without
/// storage.</summary>
/// <remarks>They depend on the destination alone: one set serves every origin, ready time and front.</remarks>
internal sealed class Bounds
{
    internal const int Unreachable = int.MaxValue / 4;

    internal static readonly Bounds None = new(-1, [], [], [], []);

    private Bounds(int target, int[] minutes, long[] cents, long[] nepers, long[] grams) =>
        (Target, Minutes, Cents, Nepers, Grams) = (target, minutes, cents, nepers, grams);

    /// <summary>State of the destination.</summary>
    internal int Target { get; }

    internal int[] Minutes { get; }

    internal long[] Cents { get; }

    internal long[] Nepers { get; }

    internal long[] Grams { get; }

    internal static Bounds To(SearchGraph graph, int target)
    {
        var into = graph.Into;
        return new Bounds(
            target, Array.ConvertAll(Least(into, target, into.Minutes), m => (int)Math.Min(m, Unreachable)),
            Least(into, target, into.Cents), Least(into, target, into.Nepers), Least(into, target, into.Grams));
    }

    private static long[] Least(ArcsInto into, int target, long[] cost)
    {
        var least = new long[into.First.Length - 1];
        Array.Fill(least, long.MaxValue / 4);
        least[target] = 0;
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(target, 0);
        while (queue.TryDequeue(out var state, out var sum))
        {
            if (sum > least[state]) continue;
            for (var i = into.First[state]; i < into.First[state + 1]; i++)
            {
                var (from, next) = (into.From[i], sum + cost[i]);
                if (next >= least[from]) continue;
                least[from] = next;
                queue.Enqueue(from, next);
            }
        }
        return least;
    }
}
