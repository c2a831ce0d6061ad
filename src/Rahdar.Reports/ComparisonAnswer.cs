using Rahdar.Network;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>Scenarios simulated against the corridor as it is, under the same luck.</summary>
/// <param name="Network">The corridor as it is.</param>
/// <param name="Plain">What it came to.</param>
/// <param name="Scenarios">In the order asked.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record ComparisonAnswer(
    CorridorNetwork Network, SimulationResult Plain, IReadOnlyList<ComparedScenario> Scenarios,
    IReadOnlyList<string> Notes)
{
    /// <summary>Consignments that were sent along, under every scenario on the same way.</summary>
    public IReadOnlyList<GivenWay> Consignments { get; init; } = [];

    /// <summary>Files of pages and pictures that were written.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];
}

/// <summary>One scenario of a comparison.</summary>
/// <param name="Network">The corridor with it.</param>
/// <param name="Effect">What it changes.</param>
/// <param name="Idle">What of it cannot act on the days simulated, one sentence each.</param>
public sealed record ComparedScenario(CorridorNetwork Network, ScenarioEffect Effect, IReadOnlyList<string> Idle);
