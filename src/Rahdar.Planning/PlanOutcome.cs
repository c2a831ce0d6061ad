namespace Rahdar.Planning;

/// <summary>Why there is no plan. The codes are contracts.</summary>
/// <param name="Code">`no-plan:` and gauge, closed, axle-load, train-length, capacity, mode, unpriced, gross-limit,
/// untimed, no-way, not-offered, time (nothing arrives within the horizon or a longest stay), unreachable.</param>
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
    /// <param name="Plans">The exact Pareto front by arrival, then cost; never empty.</param>
    /// <param name="IsTruncated">True when a cap was met, so that the front may miss plans.</param>
    /// <param name="Rejected">What was not offered and why, by code, one sentence each.</param>
    /// <param name="LabelsMade">Labels the search made.</param>
    public sealed record Found(
        IReadOnlyList<Itinerary> Plans, bool IsTruncated, IReadOnlyList<Rejection> Rejected, long LabelsMade)
            : PlanOutcome;

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
