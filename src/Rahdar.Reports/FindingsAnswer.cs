using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>What projects and better borders change, planned and simulated.</summary>
/// <param name="Network">The corridor as it is.</param>
/// <param name="Plain">The corridor as it is, simulated.</param>
/// <param name="Ways">Ways by rail as it is, one a relation.</param>
/// <param name="Scenarios">In the order asked.</param>
/// <param name="Draw">How plans were drawn.</param>
public sealed record FindingsAnswer(
    CorridorNetwork Network, SimulationResult Plain, IReadOnlyList<RailWay> Ways,
    IReadOnlyList<ScenarioFinding> Scenarios, DrawRequest Draw);

/// <summary>One scenario of the findings.</summary>
/// <param name="Network">The corridor with it.</param>
/// <param name="ProjectIds">Projects it opens or upgrades; may be empty.</param>
/// <param name="Effect">What it changes in the simulation.</param>
/// <param name="Ways">Ways by rail with it, in the order of those without it.</param>
public sealed record ScenarioFinding(
    CorridorNetwork Network, IReadOnlyList<string> ProjectIds, ScenarioEffect Effect, IReadOnlyList<RailWay> Ways);

/// <summary>The way of best value by rail alone for one relation, or why there is none.</summary>
/// <param name="DemandId">Row of the demand whose ends it has.</param>
/// <param name="Query">The question.</param>
/// <param name="Plan">The plan, planning values; null without one.</param>
/// <param name="Forecast">Its forecast under draws that all have in common; null without a plan.</param>
/// <param name="Tornado">Figures that move it, the greatest swing first; empty without a plan.</param>
/// <param name="Reason">Why there is no plan; null with one.</param>
public sealed record RailWay(
    string DemandId, PlanQuery Query, Itinerary? Plan, Forecast? Forecast, IReadOnlyList<Influence> Tornado,
    NoPlan? Reason);
