using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>One origin and one destination, with the plans that a table shows.</summary>
/// <param name="Query">The question of this pair.</param>
/// <param name="No">Why there is no plan; null when there is one.</param>
public sealed record Relation(PlanQuery Query, NoPlan? No)
{
    /// <summary>Plan that arrives first, by planning value; null without a plan.</summary>
    public Itinerary? Fastest { get; private init; }

    /// <summary>Plan that costs least; null without a plan.</summary>
    public Itinerary? Cheapest { get; private init; }

    /// <summary>Plan of least generalised cost; null without a plan.</summary>
    public Itinerary? Best { get; private init; }

    /// <summary>True when a limit was met, so that a better plan may exist.</summary>
    public bool IsTruncated { get; private init; }

    /// <summary>Asks every pair by itself.</summary>
    /// <param name="network">The network.</param>
    /// <param name="queries">The pairs.</param>
    /// <param name="value">What a day is worth.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static IReadOnlyList<Relation> Ask(
        CorridorNetwork network, IReadOnlyList<PlanQuery> queries, ValueOfTime value, Action<string>? step = null) =>
    [
        .. queries.Select((query, i) =>
        {
            step?.Invoke($"searching {query.From} to {query.To} ({i + 1} of {queries.Count})");
            return Of(query, Planner.Plan(network, query), value);
        }),
    ];

    private static Relation Of(PlanQuery query, PlanOutcome outcome, ValueOfTime value) => outcome switch
    {
        PlanOutcome.Found found => new Relation(query, null)
        {
            Fastest = found.Fastest(),
            Cheapest = found.Cheapest(),
            Best = found.Plans[found.BestBy(value)],
            IsTruncated = found.IsTruncated,
        },
        PlanOutcome.NotFound(var no) => new Relation(query, no),
        _ => throw new InvalidOperationException("an outcome nobody knows"),
    };
}
