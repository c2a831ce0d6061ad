using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>A pair of origin and destination in a ranking, with its plan of least generalised cost.</summary>
/// <param name="Query">The question of this pair.</param>
/// <param name="Plan">Its plan of least generalised cost by planning values.</param>
/// <param name="Forecast">What becomes of that plan, under the draws common to all.</param>
/// <param name="Generalised">Generalised cost of that plan, US cents.</param>
/// <param name="Margin">Generalised cost less that of the first of the ranking in the same draw, US cents.</param>
/// <param name="BestShare">Share of draws in which it costs least; of equals the higher ranked.</param>
/// <param name="IsTruncated">True when a limit was met, so that a better plan may exist.</param>
public sealed record RankedRelation(
    PlanQuery Query, Itinerary Plan, Forecast Forecast, WeightedSpread Generalised, WeightedSpread Margin,
    double BestShare, bool IsTruncated);

/// <summary>Pairs by mean generalised cost over common draws.</summary>
/// <param name="Ranked">The best first; empty when no pair has a plan.</param>
/// <param name="Without">Pairs without a plan, each with its code.</param>
public sealed record Ranking(IReadOnlyList<RankedRelation> Ranked, IReadOnlyList<Relation> Without)
{
    /// <summary>True when the first can be told apart from the second: p10 to p90 of their paired difference does not
    /// cover zero, or there is no second.</summary>
    public bool IsClear => Ranked.Count > 0 && (Ranked.Count == 1 || Ranked[1].Margin.IsBeyondUncertainty);
}
