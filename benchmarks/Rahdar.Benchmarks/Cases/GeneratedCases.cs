using Rahdar.Benchmarks.Generated;
using Rahdar.Benchmarks.Harness;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Cases on generated corridors.</summary>
internal static class GeneratedCases
{
    private const ulong CorridorSeed = 1;
    private const ulong QuestionSeed = 2;
    private const int Places = 300;
    private const int Questions = 30;

    private static readonly int[] GrowthPlaces = [300, 1_000, 3_000, 10_000];

    /// <summary>The yardstick by itself: its work, its labels, and how large the fronts are.</summary>
    public static void Alone(History history)
    {
        var (corridor, queries) = Draw(Places, Questions);
        var search = Engines.Yardstick(corridor);
        var fronts = queries.Select(search.Find).ToList();
        var name = $"generated-{Places}/{search.Name}";
        history.Add(new Measured($"{name}/plans", Spread.Of(fronts.Select(f => (decimal)f.Plans.Length)), "plans"));
        history.Add(new Measured($"{name}/labels", Spread.Of(fronts.Select(f => (decimal)f.Labels)), "labels"));
        history.Add(new Measured($"{name}/cpu", MeasureAll(search, queries), "us"));
    }

    /// <summary>Each other engine against the yardstick, question by question.</summary>
    public static void Ratio(History history)
    {
        var (corridor, queries) = Draw(Places, Questions);
        var yardstick = Engines.Yardstick(corridor);
        foreach (var make in Engines.Others)
        {
            var search = make(corridor);
            Pairs.DemandEqualAnswers(yardstick, search, queries);
            var pairs = Pairs.Measure(yardstick, search, queries);
            history.Add(new Measured(
                $"generated-{Places}/{search.Name}/cpu", Spread.Of(pairs.Select(p => p.Other)), "us")
            {
                Ratio = decimal.Round(Spread.Of(pairs.Select(p => p.One / p.Other)).Median, 1),
            });
        }
    }

    /// <summary>Earliest arrival from one place at all others.</summary>
    public static void OneToAll(History history)
    {
        var (corridor, queries) = Draw(Places, Questions);
        var search = new ProductSearch(corridor, areBoundsKept: false);
        foreach (var query in queries) search.FindAll(query);
        history.Add(new Measured(
            $"generated-{Places}/{search.Name}/one-to-all",
            Spread.Of(queries.Select(q => CpuMeter.Measure(() => search.FindAll(q)))), "us"));
    }

    /// <summary>Work over the size of the corridor, for relations of the same length.</summary>
    public static void Growing(History history)
    {
        var points = new Dictionary<string, List<(decimal Size, decimal Work)>>();
        foreach (var places in GrowthPlaces)
        {
            var (corridor, queries) = Draw(places, Questions);
            foreach (var search in Engines.Others.Select(make => make(corridor)).Prepend(Engines.Yardstick(corridor)))
            {
                var spread = MeasureAll(search, queries);
                history.Add(new Measured($"growth-{places}/{search.Name}/cpu", spread, "us"));
                if (!points.TryGetValue(search.Name, out var list)) points[search.Name] = list = [];
                list.Add((places, spread.Median));
            }
        }
        foreach (var (name, list) in points)
        {
            var exponent = Growth.Exponent(list);
            history.Add(new Measured($"growth/{name}", new Spread(list.Count, exponent, exponent), "exponent"));
        }
    }

    private static Spread MeasureAll(IFrontSearch search, List<FrontQuery> queries)
    {
        foreach (var query in queries) search.Find(query); // what is compiled or kept on the first run is there
        return Spread.Of(queries.Select(q => CpuMeter.Measure(() => search.Find(q))));
    }

    private static (Corridor Corridor, List<FrontQuery> Queries) Draw(int places, int questions)
    {
        var corridor = CorridorBuilder.Build(new CorridorShape(places, CorridorSeed));
        return (corridor, Relations.Draw(corridor, questions, QuestionSeed));
    }
}
