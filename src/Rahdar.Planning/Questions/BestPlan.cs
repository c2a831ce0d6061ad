using Rahdar.Network;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>The plan of a front with the least generalised cost, still in the planner's own terms.</summary>
/// <param name="Context">The question it answers.</param>
/// <param name="Held">Its movements.</param>
/// <param name="Arrival">Minute of arrival.</param>
/// <param name="CentsBeforeDetention">Cost without what is owed for the carrier's boxes by time.</param>
/// <param name="Standing">What standing before borders costs on it, which is not in its cost; 0 where no price is
/// known.</param>
/// <param name="IsTruncated">True when a cap was met, so that a better one may exist.</param>
internal sealed record BestPlan(
    PlanContext Context, HeldPlan Held, int Arrival, long CentsBeforeDetention, long Standing, bool IsTruncated)
{
    /// <summary>Minutes from the first possible departure to arrival.</summary>
    internal int Minutes => Arrival - Context.StartMinute;

    internal Itinerary Itinerary => Evaluator.Evaluate(Context, Held, isRebuilt: false)
        ?? throw new InvalidOperationException("a plan of the front cannot be evaluated");

    /// <summary>The best plan of the front, standing counted: who weighs waiting must not let a way round wait for
    /// free. Null when there is none.</summary>
    internal static BestPlan? Find(CorridorNetwork network, PlanQuery query, ValueOfTime value)
    {
        var question = new PreparedQuestion(network, query);
        if (question.Search() is not { Plans.Count: > 0 } front) return null;
        var context = question.Context;
        var standing = front.Plans.Select(p => StandingOf(context, p)).ToList();
        var best = Enumerable.Range(0, front.Plans.Count).MinBy(i =>
            value.GeneralisedCents(front.Vectors[i].Cents + standing[i], front.Vectors[i].A - context.StartMinute));
        var (arrival, cents, _, _) = front.Vectors[best];
        var detention = context.Box.Detention.Charge(arrival - context.StartMinute) ?? 0;
        return new BestPlan(
            context, front.Plans[best], arrival, cents - detention, standing[best], front.IsTruncated);
    }

    private static long StandingOf(PlanContext c, HeldPlan plan) =>
        plan.Taken.SelectMany(t => UnpricedStanding.Of(c, t.Movement, t.Leaves)).Sum(s => s.Cents ?? 0);
}
