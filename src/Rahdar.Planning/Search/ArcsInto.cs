namespace Rahdar.Planning.Search;

/// <summary>The arcs of a graph by the state they lead to, what they cost side by side: laid out once, for every
/// destination.</summary>
internal sealed class ArcsInto
{
    internal ArcsInto(SearchGraph graph)
    {
        First = new int[graph.StateCount + 1];
        foreach (ref readonly var arc in graph.Arcs.AsSpan()) First[arc.To + 1]++;
        for (var s = 0; s < graph.StateCount; s++) First[s + 1] += First[s];
        var next = First.AsSpan(0, graph.StateCount).ToArray();
        var count = graph.Arcs.Length;
        From = new int[count];
        (Minutes, Cents, Nepers, Grams) = (new long[count], new long[count], new long[count], new long[count]);
        for (var s = 0; s < graph.StateCount; s++)
            foreach (ref readonly var arc in graph.From(s))
            {
                var i = next[arc.To]++;
                (From[i], Minutes[i], Cents[i], Nepers[i], Grams[i]) =
                    (s, arc.MinutesMin, arc.Cents, arc.Nepers, arc.Grams);
            }
    }

    /// <summary>Arcs into state s are those from First[s] up to First[s + 1].</summary>
    internal int[] First { get; }

    /// <summary>State each comes from.</summary>
    internal int[] From { get; }

    internal long[] Minutes { get; }

    internal long[] Cents { get; }

    internal long[] Nepers { get; }

    internal long[] Grams { get; }
}
