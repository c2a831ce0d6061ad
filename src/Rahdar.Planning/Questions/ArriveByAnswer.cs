using Rahdar.Network;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>The question with its answer, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Query">The question; its ready instant is that of the last day that can be asked.</param>
/// <param name="Deadline">By when, and with which chance.</param>
/// <param name="Draw">How chances were drawn.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record ArriveByAnswer(
    CorridorNetwork Network, PlanQuery Query, Deadline Deadline, DrawRequest Draw, ArriveByOutcome Outcome,
    IReadOnlyList<string> Notes);
