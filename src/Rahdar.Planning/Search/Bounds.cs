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
        var into = ArcsInto(graph, out var first);
        var minutes = Least(graph, target, into, first, static (in SearchArc a) => a.MinutesMin);
        return new Bounds(
            target, Array.ConvertAll(minutes, m => (int)Math.Min(m, Unreachable)),
            Least(graph, target, into, first, static (in SearchArc a) => a.Cents),
            Least(graph, target, into, first, static (in SearchArc a) => a.Nepers),
            Least(graph, target, into, first, static (in SearchArc a) => a.Grams));
    }

    private delegate long Cost(in SearchArc arc);

    private static (int From, int Arc)[] ArcsInto(SearchGraph graph, out int[] first)
    {
        first = new int[graph.StateCount + 1];
        foreach (ref readonly var arc in graph.Arcs.AsSpan()) first[arc.To + 1]++;
        for (var s = 0; s < graph.StateCount; s++) first[s + 1] += first[s];
        var next = first.AsSpan(0, graph.StateCount).ToArray();
        var into = new (int, int)[graph.Arcs.Length];
        for (var s = 0; s < graph.StateCount; s++)
            for (var a = graph.FirstArc[s]; a < graph.FirstArc[s + 1]; a++) into[next[graph.Arcs[a].To]++] = (s, a);
        return into;
    }

    private static long[] Least(SearchGraph graph, int target, (int From, int Arc)[] into, int[] first, Cost cost)
    {
        var least = new long[graph.StateCount];
        Array.Fill(least, long.MaxValue / 4);
        least[target] = 0;
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(target, 0);
        while (queue.TryDequeue(out var state, out var sum))
        {
            if (sum > least[state]) continue;
            for (var i = first[state]; i < first[state + 1]; i++)
            {
                var (from, arc) = into[i];
                var next = sum + cost(graph.Arcs[arc]);
                if (next >= least[from]) continue;
                least[from] = next;
                queue.Enqueue(from, next);
            }
        }
        return least;
    }
}
