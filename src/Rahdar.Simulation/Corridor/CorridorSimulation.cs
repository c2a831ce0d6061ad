using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;

namespace Rahdar.Simulation.Corridor;

/// <summary>Simulates a corridor: replications in parallel, estimates with intervals.</summary>
/// <remarks>Same request, same result to the byte, on however many threads.</remarks>
public static class CorridorSimulation
{
    /// <summary>Runs all replications.</summary>
    /// <param name="network">The corridor, with a scenario or without.</param>
    /// <param name="request">What to simulate.</param>
    /// <param name="done">Told how many replications are done.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="threads">Threads at most.</param>
    public static SimulationResult Run(
        CorridorNetwork network, SimulationRequest request, Action<int>? done = null,
            CancellationToken cancel = default,
        int threads = 2)
    {
        var model = ModelBuilder.Build(network, request, out var used);
        return Run(model, request, network.ScenarioName, [.. used.Select(f => f.Id).Order(StringComparer.Ordinal)],
            done,
            cancel, threads);
    }

    /// <summary>Tells all that happens in one replication as movements; not in order of time.</summary>
    /// <param name="network">The corridor, with a scenario or without.</param>
    /// <param name="request">What is simulated.</param>
    /// <param name="replication">Which run, from 0.</param>
    /// <param name="tell">Told of each.</param>
    /// <param name="cancel">Stops it before it begins.</param>
    public static void Trace(
        CorridorNetwork network, SimulationRequest request, int replication, Action<Unit, Movement> tell,
        CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        Trace(ModelBuilder.Build(network, request), request, replication, tell);
    }

    /// <summary>Tells a replication of a result, without laying the corridor out again.</summary>
    /// <inheritdoc cref="Trace(CorridorNetwork, SimulationRequest, int, Action{Unit, Movement}, CancellationToken)"/>
    public static void Trace(SimulationResult result, int replication, Action<Unit, Movement> tell) =>
        Trace(
            result.Model ?? throw new ArgumentException("no simulation made this result", nameof(result)),
            result.Request, replication, tell);

    private static void Trace(
        CorridorModel model, SimulationRequest request, int replication, Action<Unit, Movement> tell)
    {
        var run = new Replication(model);
        run.Run(request.Seed, replication, new Tracing(model, run.Convoys, tell));
    }

    internal static SimulationResult Run(
        CorridorModel model, SimulationRequest request, string scenario, IReadOnlyList<string> figures,
        Action<int>? done = null, CancellationToken cancel = default, int threads = 2)
    {
        var sheets = new Sheet[request.Replications];
        var count = 0;
        Parallel.For(
            0, request.Replications,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel },
            () => new Replication(model),
            (number, _, run) =>
            {
                run.Run(request.Seed, number);
                sheets[number] = Sheet.Of(model, run);
                done?.Invoke(Interlocked.Increment(ref count));
                return run;
            },
            _ => { });
        return Summary.Of(model, request, scenario, figures, sheets);
    }
}
