namespace Rahdar.Planning.Questions;

/// <summary>What a scenario changes for one pick: the difference of each draw from the same draw of the
/// baseline.</summary>
/// <param name="Pick">By what both plans were picked.</param>
/// <param name="Minutes">Minutes to arrival, more (positive) or fewer than without it; null without a pair.</param>
/// <param name="Cents">US cents more or less; null without a pair.</param>
/// <param name="Unpaired">Draws left out because one of the two plans never arrives.</param>
public sealed record PairedChange(Criterion Pick, WeightedSpread? Minutes, WeightedSpread? Cents, int Unpaired)
{
    internal static PairedChange Of(PickedPlan baseline, PickedPlan other)
    {
        var (a, b) = (baseline.Forecast, other.Forecast);
        var pairs = Enumerable.Range(0, a.Replicates)
            .Where(n => a.Arrivals[n] is not null && b.Arrivals[n] is not null).ToList();
        WeightedSpread? Spread(Func<int, long> difference) =>
            pairs.Count == 0 ? null : WeightedSpread.Of(pairs.Select(n => (difference(n), 1m)));
        return new PairedChange(
            other.Pick, Spread(n => b.Arrivals[n]!.Value - a.Arrivals[n]!.Value), Spread(n => b.Cents[n] - a.Cents[n]),
            a.Replicates - pairs.Count);
    }
}
