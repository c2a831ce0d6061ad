using Rahdar.Network;

namespace Rahdar.Planning;

/// <summary>A question with its answer, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Query">The question.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record PlanAnswer(
    CorridorNetwork Network, PlanQuery Query, PlanOutcome Outcome, IReadOnlyList<string> Notes)
{
    /// <summary>The short list: index on the front and reason; empty without a plan.</summary>
    public IReadOnlyList<(int Index, string Reason)> Shown => Outlook?.Shown ?? (Outcome is PlanOutcome.Found found
        ? ShortList.Choose(found.Plans, ValueOfTime.OfData(Network, Query.Cargo))
        : []);

    /// <summary>How sure the plans shown are; null when nobody looked ahead, or there is no plan.</summary>
    public Outlook? Outlook { get; init; }
}
