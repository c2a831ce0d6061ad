using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>The question with its answer, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Query">The question.</param>
/// <param name="Crossing">The crossing as asked.</param>
/// <param name="Value">What a day is worth, and who says so.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record WaitOrDivertAnswer(
    CorridorNetwork Network, PlanQuery Query, string Crossing, ValueOfTime Value, WaitOrDivertOutcome Outcome,
    IReadOnlyList<string> Notes);
