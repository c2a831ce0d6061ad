using NodaTime;

namespace Rahdar.Planning.Questions;

/// <summary>By when boxes shall have arrived.</summary>
/// <param name="By">The instant.</param>
/// <param name="Chance">Chance with which, above 0 and below 1.</param>
public sealed record Deadline(Instant By, double Chance);

/// <summary>What became of the question how late boxes may be ready.</summary>
public abstract record ArriveByOutcome
{
    private ArriveByOutcome()
    {
    }

    /// <summary>It can be done.</summary>
    /// <param name="Latest">Latest ready day from which some plan arrives in time by planning value.</param>
    /// <param name="Surest">Latest ready day from which some plan arrives in time with the chance asked; null when
    /// none of the days that can be asked has one.</param>
    /// <param name="First">First day that can be asked.</param>
    /// <param name="Days">The latest day, then those on which arriving in time gets cheaper, backwards.</param>
    /// <param name="IsTruncated">True when a search met a limit.</param>
    /// <param name="Searches">Ready days that were asked.</param>
    public sealed record Possible(
        ReadyDay Latest, ReadyDay? Surest, ReadyDay First, IReadOnlyList<ReadyDay> Days, bool IsTruncated, int Searches)
        : ArriveByOutcome;

    /// <summary>It cannot.</summary>
    /// <param name="Reason">`no-plan:too-late`, or why there is no plan at all.</param>
    /// <param name="Earliest">The first day that can be asked, with the earliest arrival there is; null when there is
    /// no plan at all.</param>
    public sealed record NotFound(NoPlan Reason, ReadyDay? Earliest) : ArriveByOutcome;
}
