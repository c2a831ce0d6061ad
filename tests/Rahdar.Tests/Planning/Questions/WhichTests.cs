using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>Goal: origins are ranked by generalised cost under common draws, with a margin that says whether the first
/// can be told from the second; a table holds what each pair has by itself. Method: the road of
/// <see cref="TwoOffers"/> with a nearer origin, two trains that differ in luck only, and the shipped
/// corridor.</summary>
public sealed class WhichTests
{
    private static readonly DrawRequest Draw = new();

    /// <summary>430 km: 1 h, 14 h 20 min, border 6 h, 1 h; 2 x 430 + 200 + 60 USD.</summary>
    private const string NearerOrigin = "place PKEEE Asia/Karachi\nlink PKEEE PKBBB road 100km\ntrucks on\n";

    private const string TrainFromElsewhere =
        """
        place PKEEE Asia/Karachi
        link PKEEE PKBBB rail 1676 300km
        train T2 PKEEE PKBBB IRCCC IRDDD rail weekly 2 capacity 40

        """;

    [Fact]
    public void Nearer_origin_is_best_by_what_it_saves()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, NearerOrigin);
        var ranking = Rank(network, query, "PKAAA", "PKEEE");
        Assert.True(ranking.IsClear);
        Assert.Equal(["PKEEE", "PKAAA"], ranking.Ranked.Select(r => r.Query.From.Value));
        // 1,120 + 2 x 22 h 20 min = 1,164.67; 1,520 + 2 x 29 = 1,578.00.
        Assert.Equal([1_164_67m, 1_578_00m], ranking.Ranked.Select(r => r.Generalised.Mean));
        Assert.Equal(new WeightedSpread(413_33, 413_33, 413_33, 413_33), ranking.Ranked[1].Margin);
        Assert.Equal([1.0, 0.0], ranking.Ranked.Select(r => r.BestShare));
    }

    [Fact]
    public void Two_trains_that_differ_in_luck_only_give_no_clear_answer()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Rail, TwoOffers.FrequentTrain, TrainFromElsewhere);
        var ranking = Rank(network, query, "PKAAA", "PKEEE");
        Assert.False(ranking.IsClear);
        Assert.True(ranking.Ranked[1].Margin is { P10: < 0, P90: > 0, Mean: >= 0 });
        Assert.Equal(1.0, ranking.Ranked.Sum(r => r.BestShare), 9);
        Assert.All(ranking.Ranked, r => Assert.InRange(r.BestShare, 0.4, 0.6));
        // Two waits of up to 84 h at 2 USD an hour: the difference lies within 168 USD, a tenth of it beyond
        // 84 x (1 - sqrt(0.2)) = 46.4 h, 92.9 USD, on either side.
        Assert.InRange(ranking.Ranked[1].Margin.P90, 80_00, 115_00);
        Assert.InRange(-ranking.Ranked[1].Margin.P10, 70_00, 105_00);
    }

    [Fact]
    public void Order_of_the_origins_changes_nothing()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Rail, TwoOffers.FrequentTrain, TrainFromElsewhere);
        static IEnumerable<(string, WeightedSpread, WeightedSpread)> Rows(Ranking r) =>
            r.Ranked.Select(x => (x.Query.From.Value, x.Generalised, x.Margin));
        Assert.Equal(
            Rows(Rank(network, query, "PKAAA", "PKEEE")), Rows(Rank(network, query, "PKEEE", "PKAAA")));
    }

    [Fact]
    public void Origin_without_a_plan_stands_beside_the_ranking_with_its_code()
    {
        var (network, query) = TwoOffers.Of(
            TwoOffers.Road, "trucks on\nplace PKFFF Asia/Karachi\nlink PKAAA PKFFF rail 1676 10km\n");
        var ranking = Rank(network, query, "PKFFF", "PKAAA");
        Assert.Equal("PKAAA", Assert.Single(ranking.Ranked).Query.From.Value);
        Assert.True(ranking.IsClear);
        Assert.StartsWith("no-plan:", Assert.Single(ranking.Without).No!.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_holds_what_each_pair_has_by_itself()
    {
        var (network, query) = TwoOffers.Of(
            TwoOffers.Road, TwoOffers.Rail, TwoOffers.DatedTrain, NearerOrigin);
        var value = ValueOfTime.OfData(network, query.Cargo);
        var relations = Relation.Ask(network, [query, query with { From = new PlaceId("PKEEE") }], value);
        Assert.Equal([29 * 60, 22 * 60 + 20], relations.Select(r => r.Fastest!.Minutes));
        Assert.Equal(206_00L, relations[0].Cheapest!.Cents);
        // The train arrives on the 3rd at 20:36 UTC, 68.6 h: 206 + 137.20 is less than 1,520 + 58.
        Assert.Equal(206_00L, relations[0].Best!.Cents);
        Assert.Equal(68 * 60 + 36, relations[0].Best!.Minutes);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Ports_of_Pakistan_are_ranked_for_Almaty_on_the_shipped_corridor()
    {
        var network = ShippedCorridor.Network;
        PlanQuery[] queries =
        [
            .. new[] { "PKKHI", "PKBQM", "PKGWD" }
                .Select(p => ShippedQuestion.Of(p, "KZALA", "2025-07-10", "2025-07-01")),
        ];
        var value = ValueOfTime.OfData(network, queries[0].Cargo);
        var ranking = Which.Ask(network, queries, value, new DrawRequest(1, 200));
        Assert.Equal(3, ranking.Ranked.Count + ranking.Without.Count);
        Assert.Equal(0m, ranking.Ranked[0].Margin.Mean);
        Assert.Equal(1.0, ranking.Ranked.Sum(r => r.BestShare), 9);
        Assert.All(ranking.Ranked, r => Assert.True(r.Margin.Mean >= 0));
    }

    private static Ranking Rank(CorridorNetwork network, PlanQuery query, params string[] origins) => Which.Ask(
        network, [.. origins.Select(o => query with { From = new PlaceId(o) })],
        ValueOfTime.OfData(network, query.Cargo), Draw);
}
