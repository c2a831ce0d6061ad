using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>
/// Goal: draws keep to what docs/planning.md says of them. Method: each property measured on many draws; bounds are
/// those of the statistic used, none was fitted. Figures are printed.
/// </summary>
public sealed class DrawsTests(ITestOutputHelper output)
{
    private const int Many = 20_000;
    private static readonly Figure One = Made("borders/A/clear_h", 2, 5, 12);
    private static readonly Figure Two = Made("borders/B/clear_h", 1, 9, 10);
    private static readonly Figure Else = Made("tariffs/C/usd", 1, 9, 10);
    private static readonly PlanQuery Question = ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", "2025-06-11");

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(1.0)]
    public void A_figure_keeps_its_triangle_whatever_the_regime_weight(double weight)
    {
        var column = new Draws(new DrawRequest(7, Many), weight).Column(One).Order().ToList();
        // Kolmogorov and Smirnov: the greatest distance between the drawn and the true share, 1.63 / sqrt(n) at 1 %.
        var greatest = 0.0;
        for (var i = 0; i < Many; i += 50)
            greatest = Math.Max(greatest, Math.Abs((double)(column[i] - One.Value.Quantile((i + 0.5) / Many))));
        var distance = Enumerable.Range(0, Many).Max(i => Math.Abs(ShareAt(One.Value, column[i]) - (i + 0.5) / Many));
        output.WriteLine($"weight {weight}: distance {distance:0.0000}, greatest shift of a quantile {greatest:0.000}");
        Assert.True(distance < 1.63 / Math.Sqrt(Many), $"distance {distance}");
    }

    [Fact]
    public void Weight_0_is_independent_and_weight_1_is_comonotone_within_a_table()
    {
        double Together(double weight, Figure a, Figure b)
        {
            var draws = new Draws(new DrawRequest(7, Many), weight);
            return Correlation(Ranks(draws.Column(a)), Ranks(draws.Column(b)));
        }
        var (none, some, all) = (Together(0, One, Two), Together(0.3, One, Two), Together(1, One, Two));
        var across = Together(1, One, Else);
        output.WriteLine($"rank correlation 0: {none:0.000}, 0.3: {some:0.000}, 1: {all:0.000}; of two tables at 1: "
            + $"{across:0.000}");
        // Four standard errors of a correlation of nothing.
        Assert.True(Math.Abs(none) < 4 / Math.Sqrt(Many));
        Assert.True(Math.Abs(across) < 4 / Math.Sqrt(Many));
        // Ranks of two normals of correlation r correlate by 6/pi asin(r/2).
        Assert.Equal(6 / Math.PI * Math.Asin(0.15), some, 4 / Math.Sqrt(Many));
        Assert.True(all > 0.999_999);
    }

    [Fact, Trait("Category", "Slow")]
    public void Percentiles_converge_and_their_intervals_hold_the_truth_as_often_as_they_say()
    {
        var found = Found(ShippedCorridor.Network);
        var plan = found.BestBy(ValueOfTime.OfData(ShippedCorridor.Network, Question.Cargo));
        var truth = found.Forecast([plan], new DrawRequest(99, Many))[0].Cost(0.5).Value!.Value;
        foreach (var replicates in new[] { 100, 400, 1_600 })
        {
            const int trials = 200;
            var (held, error) = (0, 0.0);
            for (var seed = 0; seed < trials; seed++)
            {
                var median = found.Forecast([plan], new DrawRequest(1_000 + seed, replicates))[0].Cost(0.5);
                if (median.Low <= truth && truth <= median.High) held++;
                error += Math.Abs((double)(median.Value! - truth)) / trials;
            }
            output.WriteLine($"{replicates} draws: p50 off by {error / 100:0} USD on average, {held} of {trials} "
                + "intervals hold it");
            // 95 % of 200 are 190; four standard deviations of that count are 12.
            Assert.InRange(held, 178, 200);
        }
    }

    [Fact, Trait("Category", "Slow")]
    public void Common_draws_make_the_difference_of_a_scenario_at_least_five_times_less_noisy()
    {
        var changed = Scenario("scenario yard\nset-dwell GC-ZAHEDAN hours=6/10/24 source=EST confidence=low\n");
        var (before, after) = (Announced(ShippedCorridor.Network), Announced(changed));
        double SpreadOfMeans(Func<int, long> otherSeed)
        {
            const int trials = 40;
            var means = Enumerable.Range(0, trials).Select(i =>
            {
                var a = before.Found.Forecast([before.Plan], new DrawRequest(i, 200))[0].Arrivals;
                var b = after.Found.Forecast([after.Plan], new DrawRequest(otherSeed(i), 200))[0].Arrivals;
                return b.Average(x => (double)x!.Value) - a.Average(x => (double)x!.Value);
            }).ToList();
            return Math.Sqrt(means.Sum(m => (m - means.Average()) * (m - means.Average())) / (trials - 1));
        }
        var (common, apart) = (SpreadOfMeans(i => i), SpreadOfMeans(i => 5_000 + i));
        output.WriteLine($"spread of the mean difference: {common:0.0} min under common draws, {apart:0.0} min apart, "
            + $"x{apart / common:0.0}");
        Assert.True(apart >= 5 * common);
    }

    [Fact, Trait("Category", "Slow")]
    public void Order_of_plans_threads_and_scenarios_change_no_draw()
    {
        var found = Found(ShippedCorridor.Network);
        var request = new DrawRequest(3, 200);
        int[] plans = [0, found.Plans.Count / 2, found.Plans.Count - 1];
        var inOrder = found.Forecast(plans, request).Select(Text).ToList();
        Assert.Equal(inOrder, found.Forecast(plans.Reverse(), request).Select(Text).Reverse());
        var parallel = new string[3];
        Parallel.For(0, 3, i => parallel[i] = Text(Found(ShippedCorridor.Network).Forecast([plans[i]], request)[0]));
        Assert.Equal(inOrder, parallel);
        // A scenario that touches nothing on the way leaves every draw as it was.
        var elsewhere = Found(Scenario("scenario other\nclose-border KHUNJERAB-RD-IN-L from=2025-06-01 days=9/9/9 "
            + "source=EST confidence=low\n"));
        var same = elsewhere.Plans.ToList().FindIndex(p => p.Vector == found.Plans[0].Vector);
        Assert.Equal(inOrder[0], Text(elsewhere.Forecast([same], request)[0]));
    }

    [Fact, Trait("Category", "Slow")]
    public void Order_of_the_rows_of_the_data_changes_nothing()
    {
        var turned = CorridorReader.Read(new CorridorFiles("data/corridor", file =>
        {
            var path = Path.Combine(AppContext.BaseDirectory, "corridor", file);
            if (!File.Exists(path)) return null;
            if (!IsTurned(file)) return File.OpenRead(path);
            var lines = File.ReadAllLines(path);
            var text = string.Join('\n', [lines[0], .. lines.Skip(1).Reverse(), ""]);
            return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        })).Network!;
        var (before, after) = (Found(ShippedCorridor.Network), Found(turned));
        Assert.Equal(before.Plans.Select(p => p.Vector), after.Plans.Select(p => p.Vector));
        var request = new DrawRequest(3, 200);
        Assert.Equal(
            before.Forecast([0, 5], request).Select(Text), after.Forecast([0, 5], request).Select(Text));
    }

    /// <summary>Tables whose order says nothing; of ports the first row of a place speaks.</summary>
    private static bool IsTurned(string file) => file is "facts/borders.csv" or "facts/tariffs.csv" or "facts/dwell.csv"
        or "facts/services.csv" or "facts/border_closures.csv" or "facts/emissions.csv" or "facts/vehicles.csv";

    private static PlanOutcome.Found Found(CorridorNetwork network) =>
        Assert.IsType<PlanOutcome.Found>(Planner.Plan(network, Question));

    private static (PlanOutcome.Found Found, int Plan) Announced(CorridorNetwork network)
    {
        var found = Found(network);
        var plans = found.Plans.Index().Where(p => p.Item.Flags.Contains("announced-never-run")
            && p.Item.Elements.Any(e => e.Note.Contains("Zahedan", StringComparison.Ordinal)));
        return (found, plans.MinBy(p => (p.Item.Cents, p.Item.Minutes)).Index);
    }

    private static CorridorNetwork Scenario(string text)
    {
        var faults = new FaultCollector();
        var read = ScenarioReader.Read("test", text, ShippedCorridor.Network, faults);
        Assert.Empty(faults.Faults);
        return ScenarioApply.Apply(ShippedCorridor.Network, read!);
    }

    private static string Text(Forecast forecast) => string.Join(' ', forecast.Arrivals.Zip(forecast.Cents));

    private static double ShareAt(Triangle t, decimal x)
    {
        var (min, mode, max, at) = ((double)t.Min, (double)t.Mode, (double)t.Max, (double)x);
        return at < mode
            ? (at - min) * (at - min) / ((max - min) * (mode - min))
            : 1 - (max - at) * (max - at) / ((max - min) * (max - mode));
    }

    private static double[] Ranks(decimal[] values)
    {
        var ranks = new double[values.Length];
        foreach (var (rank, n) in Enumerable.Range(0, values.Length).OrderBy(n => values[n]).Index()) ranks[n] = rank;
        return ranks;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.Sqrt(aa * bb);
    }

    private static Figure Made(string id, decimal min, decimal mode, decimal max) =>
        new(id, new Triangle(min, mode, max), "h", ShippedCorridor.Network.AllFigures.Values.First().Provenance);
}
