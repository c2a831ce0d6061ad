namespace Rahdar.Planning.Search;

/// <summary>When boxes can be in each state at the earliest, whatever that costs: one search from an origin to
/// all.</summary>
/// <remarks>
/// Every arc is FIFO, so who comes earlier can do all that who comes later can: one label a state is enough. A longest
/// stay
/// can forbid a wait that coming later would avoid; states behind such a ground are then only said to be no earlier.
/// </remarks>
internal static class EarliestArrivals
{
    internal const int Never = int.MaxValue;

    /// <summary>Minute by state; <see cref="Never"/> where nothing comes by the end.</summary>
    /// <param name="graph">The plan space.</param>
    /// <param name="origins">States in which the boxes may start.</param>
    /// <param name="start">Minute at which they are ready.</param>
    /// <param name="end">Nothing arrives after this minute.</param>
    internal static int[] From(SearchGraph graph, ReadOnlySpan<int> origins, int start, int end)
    {
        var earliest = new int[graph.StateCount];
        Array.Fill(earliest, Never);
        var queue = new PriorityQueue<int, int>();
        foreach (var origin in origins)
        {
            earliest[origin] = start;
            queue.Enqueue(origin, start);
        }
        while (queue.TryDequeue(out var state, out var minute))
        {
            if (minute > earliest[state]) continue;
            foreach (ref readonly var arc in graph.From(state))
            {
                if (Leave(arc, minute) is not { } leaves || arc.Arrive(leaves) is not { } arrives) continue;
                if (arrives > end || arrives >= earliest[arc.To]) continue;
                earliest[arc.To] = arrives;
                queue.Enqueue(arc.To, arrives);
            }
        }
        return earliest;
    }

    private static int? Leave(in SearchArc arc, int ready)
    {
        if (arc.Dated is not { } dated) return ready + arc.Wait;
        var next = SearchArc.FirstCatchable(dated, ready);
        return next < dated.Length ? dated[next].Leaves : null;
    }
}
