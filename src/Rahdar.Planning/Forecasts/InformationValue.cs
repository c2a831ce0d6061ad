using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>What knowing one figure before choosing would be worth.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Cents">Expected saving of generalised cost for this consignment, US cents, bias taken off; 0 or
/// more.</param>
/// <param name="IsNoise">True when it is less than three times what chance alone makes of it.</param>
public sealed record FigureWorth(Figure Figure, long Cents, bool IsNoise);

/// <summary>What better information would be worth before one plan of a list is chosen by generalised cost.</summary>
/// <remarks>
/// Expected value of partial perfect information: the draws are sorted by the figure and cut into equal bins; in each
/// bin the plan of the least mean is taken, and the mean over bins is set against the least mean overall. With so few
/// draws a bin this lies too high even for a figure that says nothing. So the same is done with the draws in a hashed
/// random order, several times: its mean is taken off, and three times its spread is the least that counts. A figure
/// shares good and bad times with its table, so knowing it tells something of the others too; that is in the value.
/// Source: Strong and Oakley 2013, "An efficient method for computing single-parameter partial expected value of
/// perfect information".
/// </remarks>
/// <param name="Draws">Draws it rests on.</param>
/// <param name="AllKnownCents">Upper bound: every figure known before choosing, US cents.</param>
/// <param name="BiasCents">Mean of what chance alone gives; taken off each figure.</param>
/// <param name="SpreadCents">Standard deviation of what chance alone gives.</param>
/// <param name="Figures">Figures above zero, the worthiest first; ties by id.</param>
public sealed record InformationValue(
    int Draws, long AllKnownCents, long BiasCents, long SpreadCents, IReadOnlyList<FigureWorth> Figures)
{
    /// <summary>Fewest draws from which it is worked out: ten a bin.</summary>
    public const int DrawsMin = 10 * Bins;

    private const int Bins = 20;
    private const int Permutations = 20;
    private const double NoiseFactor = 3;

    /// <summary>Worth of each figure over some plans; null with fewer draws than <see cref="DrawsMin"/>.</summary>
    /// <param name="found">The answer.</param>
    /// <param name="plans">Indices on the front.</param>
    /// <param name="forecasts">Their forecasts, all under the same draws.</param>
    /// <param name="request">How those were drawn.</param>
    /// <param name="value">What a day is worth.</param>
    public static InformationValue? Of(
        PlanOutcome.Found found, IReadOnlyList<int> plans, IReadOnlyList<Forecast> forecasts, DrawRequest request,
        ValueOfTime value)
    {
        if (request.Replicates < DrawsMin) return null;
        var runner = new Contenders(found, plans, value);
        var costs = forecasts
            .Select(f => Enumerable.Range(0, request.Replicates).Select(n => (double)runner.Drawn(f, n).Generalised)
                .ToArray())
            .ToArray();
        var draws = Forecasts.Draws.Of(found.Context.Network, request);
        var least = costs.Min(c => c.Average());
        var chance = Enumerable.Range(0, Permutations)
            .Select(k => Gain(costs, least, Order(n => draws.Uniform(n, $"permutation:{k}"), request.Replicates)))
            .ToList();
        var bias = chance.Average();
        var spread = Math.Sqrt(chance.Sum(g => (g - bias) * (g - bias)) / (Permutations - 1));
        var worth = runner.Uncertain.Select(f =>
        {
            var column = draws.Column(f);
            var gain = Gain(costs, least, Order(n => column[n], request.Replicates)) - bias;
            return new FigureWorth(f, Cents(Math.Max(0, gain)), gain < NoiseFactor * spread);
        });
        return new InformationValue(
            request.Replicates,
            Cents(least - Enumerable.Range(0, request.Replicates).Average(n => costs.Min(c => c[n]))),
            Cents(bias), Cents(spread),
            [
                .. worth.Where(w => w.Cents > 0).OrderByDescending(w => w.Cents)
                    .ThenBy(w => w.Figure.Id, StringComparer.Ordinal),
            ]);
    }

    private static int[] Order<T>(Func<int, T> by, int count) => [.. Enumerable.Range(0, count).OrderBy(by)];

    /// <summary>Least mean overall less the mean over bins of the least mean in each.</summary>
    private static double Gain(double[][] costs, double least, int[] order)
    {
        var sum = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var (from, to) = (order.Length * bin / Bins, order.Length * (bin + 1) / Bins);
            sum += costs.Min(c => Sum(c, order, from, to));
        }
        return least - sum / order.Length;
    }

    private static double Sum(double[] costs, int[] order, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++) sum += costs[order[i]];
        return sum;
    }

    private static long Cents(double cents) => (long)Math.Round(cents, MidpointRounding.AwayFromZero);
}
