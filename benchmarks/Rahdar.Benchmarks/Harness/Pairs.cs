namespace Rahdar.Benchmarks.Harness;

/// <summary>Two searches on the same questions, turn by turn, so that what disturbs the machine disturbs
/// both.</summary>
internal static class Pairs
{
    private const int Rounds = 3;

    /// <summary>Throws unless both searches give the same front for each question.</summary>
    public static void DemandEqualAnswers(IFrontSearch one, IFrontSearch other, IReadOnlyList<FrontQuery> queries)
    {
        foreach (var query in queries)
        {
            var (first, second) = (one.Find(query).Plans, other.Find(query).Plans);
            if (first.Length == second.Length && first.Zip(second).All(p => p.First.AsSpan().SequenceEqual(p.Second)))
                continue;
            throw new InvalidOperationException(
                $"{one.Name} finds {first.Length} plans for {query}, {other.Name} {second.Length}, and not the same");
        }
    }

    /// <summary>Microseconds of processor time for each question: the median of some rounds, in which the two take
    /// turns in going first.</summary>
    public static List<(decimal One, decimal Other)> Measure(
        IFrontSearch one, IFrontSearch other, IReadOnlyList<FrontQuery> queries)
    {
        var pairs = new List<(decimal, decimal)>();
        foreach (var query in queries)
        {
            var (first, second) = (new decimal[Rounds], new decimal[Rounds]);
            for (var round = 0; round < Rounds; round++)
            {
                if (round % 2 == 0) first[round] = CpuMeter.Measure(() => one.Find(query));
                second[round] = CpuMeter.Measure(() => other.Find(query));
                if (round % 2 == 1) first[round] = CpuMeter.Measure(() => one.Find(query));
            }
            pairs.Add((Spread.Of(first).Median, Spread.Of(second).Median));
        }
        return pairs;
    }
}
