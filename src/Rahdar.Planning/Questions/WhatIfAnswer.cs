using Rahdar.Network;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>The question with its answer, as reports need it.</summary>
/// <param name="Network">The network without a scenario.</param>
/// <param name="Query">The question.</param>
/// <param name="Value">What a day is worth, and who says so.</param>
/// <param name="Request">How forecasts drew.</param>
/// <param name="Baseline">The case without a scenario.</param>
/// <param name="Scenarios">The other cases by name.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record WhatIfAnswer(
    CorridorNetwork Network, PlanQuery Query, ValueOfTime Value, DrawRequest Request, ScenarioCase Baseline,
    IReadOnlyList<ScenarioCase> Scenarios, IReadOnlyList<string> Notes)
{
    /// <summary>The baseline, then the scenarios.</summary>
    public IEnumerable<ScenarioCase> Cases => Scenarios.Prepend(Baseline);
}
