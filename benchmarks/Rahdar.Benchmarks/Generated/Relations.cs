namespace Rahdar.Benchmarks.Generated;

/// <summary>Draws the relations that are asked for.</summary>
internal static class Relations
{
    /// <summary>Shortest and longest straight line of a relation, km.</summary>
    private static readonly (int Shortest, int Longest) Km = (1_000, 2_500);

    /// <summary>First and last day on which boxes are ready: late enough that the horizon bounds how long one may wait,
    /// early enough that slow trains still get there.</summary>
    private static readonly (int First, int Last) ReadyDays = (40, 49);

    /// <summary>So many relations of a corridor, the same for the same seed.</summary>
    public static List<FrontQuery> Draw(Corridor corridor, int count, ulong seed)
    {
        var draw = new SplitMix(seed);
        var relations = new List<FrontQuery>();
        while (relations.Count < count)
        {
            var (from, to) = (draw.Below(corridor.Places.Length), draw.Below(corridor.Places.Length));
            var km = corridor.Places[from].KmTo(corridor.Places[to]);
            if (km < Km.Shortest || km > Km.Longest) continue;
            relations.Add(new FrontQuery(from, to, draw.Between(1440 * ReadyDays.First, 1440 * ReadyDays.Last + 1439)));
        }
        return relations;
    }
}
