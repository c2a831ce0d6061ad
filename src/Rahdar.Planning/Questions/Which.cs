using Rahdar.Network;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>Which of several origins, or of several destinations, is best: by mean generalised cost over common
/// draws.</summary>
public static class Which
{
    /// <summary>Ranks the pairs that have a plan.</summary>
    /// <param name="network">The network.</param>
    /// <param name="queries">The pairs; they differ in origin or destination only.</param>
    /// <param name="value">What a day is worth.</param>
    /// <param name="draw">How to draw, the same for all.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static Ranking Ask(
        CorridorNetwork network, IReadOnlyList<PlanQuery> queries, ValueOfTime value, DrawRequest draw,
        Action<string>? step = null)
    {
        var (runs, rejected) = (new List<Run>(), new List<Relation>());
        var draws = Draws.Of(network, draw);
        foreach (var (i, query) in queries.Index())
        {
            step?.Invoke($"searching {query.From} to {query.To} ({i + 1} of {queries.Count})");
            var outcome = Planner.Plan(network, query);
            if (outcome is PlanOutcome.NotFound(var no)) rejected.Add(new Relation(query, no));
            if (outcome is not PlanOutcome.Found found) continue;
            var best = found.BestBy(value);
            var forecast = Forecast.Of(found.Context, [found.Held(best)], draws)[0];
            runs.Add(new Run(
                query, found.Plans[best], forecast, Generalised(forecast, query, found.Context.EndMinute, value),
                found.IsTruncated));
        }
        var ranked = runs.OrderBy(r => r.Cents.Average(c => (decimal)c))
            .ThenBy(r => r.Query.From.Value, StringComparer.Ordinal)
            .ThenBy(r => r.Query.To.Value, StringComparer.Ordinal).ToList();
        return new Ranking([.. ranked.Select((r, i) => Of(r, i, ranked))], rejected);
    }

    /// <summary>Generalised cost of each run from the ready instant on; who never arrives pays for the days to the
    /// horizon.</summary>
    private static long[] Generalised(Forecast forecast, PlanQuery query, int end, ValueOfTime value)
    {
        var ready = CorridorClock.MinuteOf(query.Ready);
        return [.. forecast.Cents.Select((cents, n) =>
            value.GeneralisedCents(cents, (forecast.Arrivals[n] ?? end) - ready))];
    }

    private static RankedRelation Of(Run run, int rank, List<Run> ranked)
    {
        var draws = Enumerable.Range(0, run.Cents.Length).ToList();
        // Of equals the one that ranks higher has the draw, so that the shares add up to one.
        var wins = draws.Count(n => ranked.FindIndex(r => r.Cents[n] == ranked.Min(o => o.Cents[n])) == rank);
        return new RankedRelation(
            run.Query, run.Plan, run.Forecast, Spread(run.Cents),
            Spread(draws.Select(n => run.Cents[n] - ranked[0].Cents[n])), wins / (double)draws.Count, run.IsTruncated);
    }

    private static WeightedSpread Spread(IEnumerable<long> values) => WeightedSpread.Of(values.Select(v => (v, 1m)));

    private sealed record Run(PlanQuery Query, Itinerary Plan, Forecast Forecast, long[] Cents, bool IsTruncated);
}
