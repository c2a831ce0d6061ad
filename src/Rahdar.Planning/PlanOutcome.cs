using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;

namespace Rahdar.Planning;

/// <summary>Why there is no plan. The codes are contracts.</summary>
/// <param name="Code">`no-plan:` and gauge, closed, axle-load, train-length, capacity, mode, unpriced, gross-limit,
/// untimed, no-way, not-offered, via (none passes what was asked), time (nothing arrives within the horizon or a
/// longest stay), unreachable.</param>
/// <param name="Message">What was asked, what stood in the way.</param>
/// <param name="Change">What would change it.</param>
/// <param name="Evidence">Rows behind it, one sentence each.</param>
public sealed record NoPlan(string Code, string Message, string Change, IReadOnlyList<string> Evidence);

/// <summary>The answer to a question: plans, or a coded no.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>Plans were found.</summary>
    public sealed record Found : PlanOutcome
    {
        private readonly PlanContext _context;
        private readonly FoundFront _front;

        internal Found(PlanContext context, FoundFront front, IReadOnlyList<Rejection> rejected)
        {
            (_context, _front, Rejected) = (context, front, rejected);
            Plans = [.. front.Plans.Select(plan => Evaluator.Evaluate(context, plan, isRebuilt: false)
                ?? throw new InvalidOperationException("a plan of the front cannot be evaluated"))];
            for (var i = 0; i < Plans.Count; i++)
                if (front.Vectors[i] != Plans[i].Vector)
                    throw new InvalidOperationException("search and evaluator disagree about a plan");
        }

        /// <summary>The exact Pareto front by arrival, then cost; never empty.</summary>
        public IReadOnlyList<Itinerary> Plans { get; }

        /// <summary>True when a cap was met, so that the front may miss plans.</summary>
        public bool IsTruncated => _front.IsTruncated;

        /// <summary>What was not offered and why, by code, one sentence each.</summary>
        public IReadOnlyList<Rejection> Rejected { get; }

        /// <summary>Labels the search made.</summary>
        public long LabelsMade => _front.LabelsMade;

        /// <summary>Forecasts of some plans, all under the same draws.</summary>
        /// <param name="plans">Indices on the front.</param>
        /// <param name="request">How to draw.</param>
        public IReadOnlyList<Forecast> Forecast(IEnumerable<int> plans, DrawRequest request) =>
            Forecasts.Forecast.Of(_context, plans.Select(i => _front.Plans[i]), request);

        /// <summary>The figures behind one plan, and what happens to the plan when one of them is changed.</summary>
        /// <param name="plan">Index on the front.</param>
        public Explanation Explain(int plan) => new(_context.Network, _context.Query, _front.Plans[plan]);

        /// <summary>Index of the plan with the least generalised cost; of equals the earliest.</summary>
        public int BestBy(ValueOfTime value) =>
            Enumerable.Range(0, Plans.Count).MinBy(i => value.GeneralisedCents(Plans[i].Cents, Plans[i].Minutes));

        internal PlanContext Context => _context;

        internal HeldPlan Held(int plan) => _front.Plans[plan];
    }

    /// <summary>No plan.</summary>
    /// <param name="Reason">Coded reason with evidence.</param>
    public sealed record NotFound(NoPlan Reason) : PlanOutcome;
}

/// <summary>Something the question could have used but may not.</summary>
/// <param name="Code">gauge, closed, axle-load, train-length, capacity, mode, unpriced, gross-limit, no-way,
/// not-offered.</param>
/// <param name="Subject">Service, border, place or country.</param>
/// <param name="Evidence">What stood in the way.</param>
public sealed record Rejection(string Code, string Subject, string Evidence);
