using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>Another plan comes first when a figure lies at an end of its spread.</summary>
/// <param name="Criterion">In what it comes first.</param>
/// <param name="Share">Which end: 0.1 or 0.9.</param>
/// <param name="Value">The figure there, in its own unit.</param>
/// <param name="Before">Plan that is first at planning values: index on the front.</param>
/// <param name="After">Plan that is first then.</param>
/// <param name="Cents">What following the wrong one would cost then, US cents; time at its value.</param>
public sealed record Overturn(Criterion Criterion, double Share, decimal Value, int Before, int After, long Cents);

/// <summary>A figure that decides which plan of a list comes first.</summary>
/// <param name="Figure">The figure with its source and basis.</param>
/// <param name="Overturns">What it overturns, the costliest first; never empty.</param>
public sealed record Decisive(Figure Figure, IReadOnlyList<Overturn> Overturns)
{
    /// <summary>True when nobody measured or published it and nobody remembers it either.</summary>
    public bool IsEstimate => Figure.Provenance.Basis == Basis.Assumed;

    /// <summary>Figures that decide among some plans, the costliest to be wrong about first; ties by id.</summary>
    /// <remarks>One figure at a time goes to its p10 and p90, all others stay at planning values; held plans are timed
    /// anew. A plan that comes level does not overturn.</remarks>
    /// <param name="found">The answer.</param>
    /// <param name="plans">Indices on the front.</param>
    /// <param name="value">What a day is worth.</param>
    public static IReadOnlyList<Decisive> Of(PlanOutcome.Found found, IReadOnlyList<int> plans, ValueOfTime value)
    {
        var runner = new Contenders(found, plans, value);
        return
        [
            .. runner.Uncertain
                .Select(f => new Decisive(f, [.. Ends(runner, plans, f).OrderByDescending(o => o.Cents)]))
                .Where(d => d.Overturns.Count > 0)
                .OrderByDescending(d => d.Overturns[0].Cents).ThenBy(d => d.Figure.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Overturn> Ends(Contenders runner, IReadOnlyList<int> plans, Figure figure)
    {
        foreach (var share in new[] { Influence.LowShare, Influence.HighShare })
        {
            var value = figure.Value.Quantile(share);
            var then = runner.With(figure, value);
            foreach (var criterion in Enum.GetValues<Criterion>())
            {
                var (before, after) = (First(runner.AsPlanned, criterion), First(then, criterion));
                if (Key(then[before], criterion) > Key(then[after], criterion))
                    yield return new Overturn(criterion, share, value, plans[before], plans[after],
                        Price(then[before], criterion) - Price(then[after], criterion));
            }
        }
    }

    private static int First(IReadOnlyList<Score> scores, Criterion criterion) =>
        Enumerable.Range(0, scores.Count).MinBy(i => Key(scores[i], criterion));

    private static long Key(Score score, Criterion criterion) => criterion switch
    {
        Criterion.Fastest => score.Arrival ?? int.MaxValue,
        Criterion.Cheapest => score.Arrival is null ? long.MaxValue / 2 : score.Cents,
        _ => score.Generalised,
    };

    /// <summary>What a criterion amounts to in money: time at its value.</summary>
    private static long Price(Score score, Criterion criterion) => criterion switch
    {
        Criterion.Fastest => score.Generalised - score.Cents,
        Criterion.Cheapest when score.Arrival is not null => score.Cents,
        _ => score.Generalised,
    };
}
