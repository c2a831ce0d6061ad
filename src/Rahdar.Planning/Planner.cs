using Rahdar.Network;
using Rahdar.Planning.Questions;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning;

/// <summary>Answers a question with the exact Pareto front over arrival, cost, risk and emissions, or with a coded
/// no.</summary>
public static class Planner
{
    /// <summary>Plans for a question that <see cref="QueryCheck"/> found nothing wrong with.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="query">The question.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The question is faulty.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PlanOutcome Plan(CorridorNetwork network, PlanQuery query, CancellationToken cancel = default)
    {
        if (QueryCheck.Check(network, query) is [var fault, ..])
            throw new ArgumentException($"{fault.Code} {fault.Message}", nameof(query));
        var question = new PreparedQuestion(network, query);
        if (question.Search(cancel) is not { } front) return new PlanOutcome.NotFound(Diagnosis.WhyNot(network, query));
        if (front.Plans.Count == 0)
            return new PlanOutcome.NotFound(
                !question.CanReach ? NotBy(question) : front.IsTruncated ? GaveUp(front) : TooLong(question));
        return new PlanOutcome.Found(question.Context, front, question.Space.Rejected);
    }

    /// <summary>The honest no of a search that met its cap: whether there is a plan is not known.</summary>
    private static NoPlan GaveUp(FoundFront front) => new(
        "no-plan:gave-up", $"the search met its limit of {Limits.LabelsMax:#,0} partial plans before it found one",
        "fewer modes (--only), fewer places (--avoid), or a ready date nearer to the departure wanted",
        [$"{front.LabelsMade:#,0} partial plans were made; whether a plan exists is not known"]);

    private static NoPlan TooLong(PreparedQuestion question) => new(
        "no-plan:time",
        $"no departure gets the boxes there within {Limits.HorizonDays} days and the longest stays allowed",
        "another ready date",
        question.EarliestArrival() is { } earliest
            ? [$"but for longest stays they could be there on {earliest.InUtc().Date:uuuu-MM-dd}"]
            : [$"nothing arrives within {Limits.HorizonDays} days"]);

    private static NoPlan NotBy(PreparedQuestion question)
    {
        var via = string.Join(", then ", question.Context.Query.Via);
        return new NoPlan(
            "no-plan:via", $"ways lead there, but none by {via}", "another place, border or service to pass",
            [.. question.Space.Rejected.Where(r => question.Context.Query.Via.Contains(r.Subject))
                .Select(r => $"{r.Code} {SubjectName.Of(question.Context.Network, r.Subject)}: {r.Evidence}")]);
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
