using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>A simulation with all that was asked beside it.</summary>
/// <param name="Network">The corridor, with its scenarios.</param>
/// <param name="Result">What the simulation found.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record SimulationAnswer(CorridorNetwork Network, SimulationResult Result, IReadOnlyList<string> Notes)
{
    /// <summary>What of the scenarios cannot act on the days simulated, one sentence each.</summary>
    public IReadOnlyList<string> Idle { get; init; } = [];

    /// <summary>Consignments that were sent along.</summary>
    public IReadOnlyList<GivenWay> Consignments { get; init; } = [];

    /// <summary>What a little more of the resources most waited for would be worth; empty when it was not
    /// asked.</summary>
    public IReadOnlyList<MarginalValue> Marginal { get; init; } = [];

    /// <summary>How many resources were to be tried.</summary>
    public int MarginalAsked { get; init; }

    /// <summary>The file of movements; null when none was asked.</summary>
    public WrittenMovements? Movements { get; init; }

    /// <summary>Files of pages and pictures that were written.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];
}

/// <summary>A consignment that is sent through a simulation on its plan of best value.</summary>
/// <param name="Id">Its id in the result: `consignment-1`.</param>
/// <param name="Query">The question its plan answers.</param>
/// <param name="Plan">Its way.</param>
public sealed record GivenWay(string Id, PlanQuery Query, Itinerary Plan);

/// <summary>A file of simulated movements.</summary>
/// <param name="File">Its name as given.</param>
/// <param name="Replication">Which run it tells, from 1.</param>
/// <param name="Units">Units in it.</param>
/// <param name="Movements">Rows in it, without the header.</param>
public sealed record WrittenMovements(string File, int Replication, int Units, int Movements);
