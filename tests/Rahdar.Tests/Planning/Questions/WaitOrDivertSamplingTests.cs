using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Quantities;
using Rahdar.Tests.Network;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>
/// Goal: the recommended policy costs less on average than always waiting and than always leaving at once. Method:
/// real relations of the shipped corridor, each with a border of its best way shut since some days, drawn by seed.
/// Policies are computed on the recorded durations, then played against 10,000 and more closures whose durations
/// are drawn afresh: a record drawn with replacement, longer or shorter by up to a quarter, given that it lasted
/// beyond the days elapsed. All three policies meet the same closure.
/// </summary>
[Trait("Category", "Slow")]
public sealed class WaitOrDivertSamplingTests(ITestOutputHelper output)
{
    private const int Seed = 41;
    private const int Cases = 60;
    private const int ClosuresPerCase = 200;
    private const int ElapsedMost = 30;
    private static readonly LocalDate Known = new(2025, 9, 1);

    private static readonly (string From, string To)[] Relations =
    [
        ("PKLHE", "RUASF"), ("PKUET", "RUASF"), ("PKKHI", "UZTAS"), ("PKISB", "KZALA"), ("PKLHE", "RUCEK"),
        ("UZTAS", "PKKHI"), ("RUASF", "PKLHE"), ("KZALA", "PKISB"),
    ];

    [Fact]
    public void Recommended_policy_costs_less_than_always_waiting_and_always_leaving_at_once()
    {
        var ways = Relations.SelectMany(r => FindWays(r.From, r.To)).ToList();
        output.WriteLine($"{ways.Count} pairs of relation and border");
        var random = new SplitMix(Seed, 0);
        var (wait, divert) = (new Differences(), new Differences());
        var (seen, kinds) = (new HashSet<(int, int)>(), new int[3]);
        for (var n = 0; n < Cases; n++)
        {
            var pair = random.Between(0, ways.Count - 1);
            var elapsed = random.Between(0, ElapsedMost);
            seen.Add((pair, elapsed));
            var weighed = Weigh(ways[pair], elapsed);
            kinds[weighed.Recommended.LastDay switch { 0 => 0, null => 1, _ => 2 }]++;
            wait.Begin();
            divert.Begin();
            for (var i = 0; i < ClosuresPerCase; i++)
            {
                var day = Draw(random, elapsed);
                var best = Cost(weighed, weighed.Recommended, day);
                wait.Add(Cost(weighed, weighed.AlwaysWait!, day) - best);
                divert.Add(Cost(weighed, weighed.LeaveAtOnce!, day) - best);
            }
        }
        output.WriteLine($"{seen.Count} different cases of {Cases}; leave at once {kinds[0]}, wait {kinds[1]}, "
            + $"wait until a day {kinds[2]}");
        output.WriteLine("always waiting costs more by " + wait);
        output.WriteLine("always leaving at once costs more by " + divert);
        Assert.True(seen.Count >= 40, $"only {seen.Count} different cases");
        Assert.True(wait.Count >= 10_000 && wait.Low > 0, $"against always waiting: {wait}");
        Assert.True(divert.Count >= 10_000 && divert.Low > 0, $"against always leaving: {divert}");
    }

    private static long Cost(WaitOrDivertOutcome.Weighed w, WaitPolicy policy, int day) =>
        w.Rule.Run(policy.Point, policy.LastDay, day)!.Value.Generalised;

    private static readonly List<int> Records =
        [.. new Knowledge(ShippedCorridor.Network, Known).Statistics.Durations("").Days];

    /// <summary>Remaining days of a closure that has lasted so long, from the smoothed records.</summary>
    private static int Draw(SplitMix random, int elapsed)
    {
        while (true)
            if (random.OneOf(Records) * random.Between(750, 1250) / 1000m is var days && days > elapsed)
                return (int)decimal.Ceiling(days - elapsed);
    }

    private static WaitOrDivertOutcome.Weighed Weigh(Pair pair, int elapsed)
    {
        var closed = Shut(pair.Crossing, elapsed);
        var start = pair.Ways.Through.Context.StartMinute;
        var shut = ShutCrossing.Of(closed, pair.Crossing, Known, start, new DrawRequest());
        Assert.Equal(RemainingBasis.Records, shut.Remaining!.Basis);
        var value = ValueOfTime.OfData(closed, pair.Query.Cargo);
        return pair.Ways.Weigh(closed, shut, value)!;
    }

    /// <summary>Each border of the best way of a relation, with the ways on when it is shut; only where there is
    /// another way.</summary>
    private static IEnumerable<Pair> FindWays(string from, string to)
    {
        var network = ShippedCorridor.Network;
        var query = ShippedQuestion.Of(from, to, "2025-09-01", "2025-09-01");
        var value = ValueOfTime.OfData(network, query.Cargo);
        var through = BestPlan.Find(network, query, value)!;
        var borders = through.Itinerary.Elements.Where(e => e.Kind == ElementKind.Border)
            .Select(e => network.Borders.First(b => b.Id == e.BorderId)).Where(b => !b.IsDefault)
            .Select(b => b.Crossing).Distinct().Take(2);
        foreach (var crossing in borders)
        {
            var rows = network.Borders.Where(b => b.Crossing == crossing).Select(b => b.Id).ToHashSet();
            var ways = WaysOn.Find(Shut(crossing, 0), query, through, rows, value);
            if (ways.Points[0].Diversion is not null) yield return new Pair(query, crossing, ways);
        }
    }

    private static CorridorNetwork Shut(string crossing, int elapsed)
    {
        var from = Known.PlusDays(-elapsed);
        var closure = new Closure(
            "TEST", ClosureTarget.Crossing, crossing, from, null, "all", ClosureReach.Freight, "", "security", "drawn",
            Verification.Confirmed, from, null, null, [], new Provenance("TEST", Confidence.High, from, from), "");
        var network = ShippedCorridor.Network;
        return network with { Closures = [.. network.Closures, closure] };
    }

    private sealed record Pair(PlanQuery Query, string Crossing, WaysOn Ways);

    /// <summary>Paired differences in US cents with the 95 % interval of their mean: over closures, and over cases,
    /// which share their ways.</summary>
    private sealed class Differences
    {
        private readonly List<List<double>> _cases = [];

        public int Count => _cases.Sum(c => c.Count);

        public double Low => Mean(All) - Half(All);

        private List<double> All => [.. _cases.SelectMany(c => c)];

        public void Begin() => _cases.Add([]);

        public void Add(long cents) => _cases[^1].Add(cents / 100.0);

        public override string ToString()
        {
            var means = _cases.ConvertAll(Mean);
            return string.Create(CultureInfo.InvariantCulture, $"{Mean(All):#,0} USD (95 % {Interval(All)} over ")
                + $"{Count} closures; {Interval(means)} over {means.Count} cases)";
        }

        private static string Interval(List<double> values) => string.Create(CultureInfo.InvariantCulture,
            $"{Mean(values) - Half(values):#,0} to {Mean(values) + Half(values):#,0}");

        private static double Mean(List<double> values) => values.Average();

        private static double Half(List<double> values)
        {
            var mean = values.Average();
            return 1.96 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1) / values.Count);
        }
    }
}
