using Rahdar.Network;
using Rahdar.Planning.Plain;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning;

/// <summary>Answers a question with the exact Pareto front over arrival, cost, risk and emissions, or with a coded
/// no.</summary>
public static class Planner
{
    /// <summary>Plans for a question that <see cref="QueryCheck"/> found nothing wrong with.</summary>
    /// <exception cref="ArgumentException">The question is faulty.</exception>
    public static PlanOutcome Plan(CorridorNetwork network, PlanQuery query)
    {
        if (QueryCheck.Check(network, query) is [var fault, ..])
            throw new ArgumentException($"{fault.Code} {fault.Message}", nameof(query));
        var context = new PlanContext(network, query, new FigureReads());
        var space = new PlanSpace(context);
        if (!space.IsConnected) return new PlanOutcome.NotFound(Diagnosis.WhyNot(network, query));
        var result = new PlainSearch(context, space).Run();
        if (result.Front.Count == 0)
            return new PlanOutcome.NotFound(new NoPlan("no-plan:time",
                $"no departure gets the boxes there within {Limits.HorizonDays} days and the longest stays allowed",
                    "another ready date", []));
        var plans = result.Front.Select(label => Evaluator.Evaluate(context, Held(label), isRebuilt: false)
            ?? throw new InvalidOperationException("a plan of the front cannot be evaluated")).ToList();
        CheckAgainstSearch(plans, result);
        return new PlanOutcome.Found(plans, result.IsTruncated, space.Rejected, result.LabelsMade);
    }

    /// <summary>The figures behind one plan of an answer, and what happens to the plan when one of them is
    /// changed.</summary>
    /// <param name="network">The network.</param>
    /// <param name="query">The question.</param>
    /// <param name="plan">Index of the plan on the front.</param>
    public static Explanation Explain(CorridorNetwork network, PlanQuery query, int plan)
    {
        var context = new PlanContext(network, query, new FigureReads());
        var label = new PlainSearch(context, new PlanSpace(context)).Run().Front[plan];
        return new Explanation(network, query, Held(label));
    }

    internal static HeldPlan Held(Label label)
    {
        var taken = new List<Taken>();
        for (var l = label; l.Before is not null; l = l.Before) taken.Add(l.By);
        taken.Reverse();
        return new HeldPlan(taken);
    }

    private static void CheckAgainstSearch(List<Itinerary> plans, SearchResult result)
    {
        for (var i = 0; i < plans.Count; i++)
        {
            var (plan, label) = (plans[i], result.Front[i]);
            if (plan.Cents != label.Cents || plan.Grams != label.Grams || plan.Risk.Nanonepers != label.Nepers
                || Network.Calendars.CorridorClock.MinuteOf(plan.Arrival) != label.A)
                throw new InvalidOperationException("search and evaluator disagree about a plan");
        }
    }
}

/// <summary>A plan held fixed, to list the figures it rests on and to see what one of them changes.</summary>
public sealed class Explanation
{
    private readonly CorridorNetwork _network;
    private readonly PlanQuery _query;
    private readonly HeldPlan _plan;

    internal Explanation(CorridorNetwork network, PlanQuery query, HeldPlan plan)
    {
        (_network, _query, _plan) = (network, query, plan);
        var reads = new FigureReads(new Dictionary<string, Triangle>(), isRecording: true);
        Plan = Evaluator.Evaluate(new PlanContext(network, query, reads), plan, isRebuilt: true)
            ?? throw new InvalidOperationException("a held plan cannot be evaluated");
        Figures = [.. reads.Read.Values.OrderBy(f => f.Id, StringComparer.Ordinal)];
    }

    /// <summary>The plan as evaluated.</summary>
    public Itinerary Plan { get; }

    /// <summary>Every figure the evaluator read, by id.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>The same plan with one figure changed; null when it can no longer be run.</summary>
    public Itinerary? With(string figureId, Triangle value)
    {
        var reads = new FigureReads(new Dictionary<string, Triangle> { [figureId] = value }, isRecording: false);
        return Evaluator.Evaluate(new PlanContext(_network, _query, reads), _plan, isRebuilt: true);
    }
}
