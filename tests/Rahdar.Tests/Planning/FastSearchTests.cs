using Rahdar.Planning;
using Rahdar.Planning.Plain;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Network;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: the product's own search gives the same front as the plain one. Method: both on random corridors and on real
/// relations, dates, cargoes and scenarios drawn by seed; fronts compared figure by figure.
/// </summary>
public sealed class FastSearchTests(ITestOutputHelper output)
{
    private const int Corridors = 1_000;
    private const int Relations = 200;
    private const int FirstSeed = 50_000;

    [Fact]
    public void Fast_search_equals_plain_search_on_random_corridors()
    {
        var different = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Corridors; seed++)
        {
            var drawing = DrawingParser.Parse(RandomDrawings.Draw(seed));
            var (plain, fast, _) = Both(
                DrawnCorridor.NetworkOf(drawing), DrawnCorridor.QueryOf(drawing));
            if (!plain.SequenceEqual(fast))
                different.Add($"seed {seed}: plain {string.Join(" ", plain)}, fast {string.Join(" ", fast)}");
        }
        output.WriteLine($"{Corridors} corridors, {different.Count} differences");
        Assert.Empty(different);
    }

    [Fact, Trait("Category", "Slow")]
    public void Fast_search_equals_plain_search_on_real_relations()
    {
        var different = new List<string>();
        var (fronts, plans, labels) = (0, 0, 0L);
        for (var i = 0; i < Relations; i++)
        {
            var (network, query) = RealRelation.Draw(i);
            var (plain, fast, made) = Both(network, query);
            if (plain.Count > 0) fronts++;
            plans += plain.Count;
            labels += made;
            if (!plain.SequenceEqual(fast)) different.Add($"{i}: {query.From}-{query.To} {query.Ready} {query.Cargo}");
        }
        output.WriteLine($"{Relations} relations, {fronts} with plans, {plans} plans in all, {labels} labels made by "
            + $"the fast search, {different.Count} differences");
        Assert.Empty(different);
        Assert.True(fronts > Relations / 2, $"only {fronts} relations have plans");
    }

    private static (List<(int, long, long, long)> Plain, List<(int, long, long, long)> Fast, long Made) Both(
        Rahdar.Network.CorridorNetwork network, PlanQuery query)
    {
        var context = new PlanContext(network, query, new FigureReads());
        var space = new PlanSpace(context);
        List<(int, long, long, long)> plain = space.IsConnected
            ? [.. new PlainSearch(context, space).Run().Front.Select(l => (l.A, l.Cents, l.Nepers, l.Grams))]
            : [];
        var front = new PreparedQuestion(network, query).Search();
        return (plain, [.. front?.Vectors ?? []], front?.LabelsMade ?? 0);
    }
}
