using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>What happens in the first run of a simulation, told, and written as a file of movements.</summary>
internal static class SimulatedMovements
{
    /// <summary>Runs the first replication and tells the movements of the days measured, by time.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static MovementLog Tell(
        CorridorNetwork network, SimulationRequest request, Action<string>? step, CancellationToken cancel) =>
        Tell(request, tell => CorridorSimulation.Trace(network, request, 0, tell, cancel), step, cancel);

    /// <summary>Runs the first replication of a result once more and tells the same.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static MovementLog Tell(
        SimulationResult result, Action<string>? step = null, CancellationToken cancel = default) =>
        Tell(result.Request, tell => CorridorSimulation.Trace(result, 0, tell), step, cancel);

    private static MovementLog Tell(
        SimulationRequest request, Action<Action<Unit, Movement>> trace, Action<string>? step, CancellationToken cancel)
    {
        step?.Invoke("telling the movements of run 1");
        var begin = request.From.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var end = begin + Duration.FromDays(request.Days);
        var units = new Dictionary<UnitId, Unit>();
        var movements = new List<Movement>();
        trace((unit, movement) =>
        {
            cancel.ThrowIfCancellationRequested();
            if (movement.At < begin || movement.At >= end) return;
            units.TryAdd(unit.Id, unit);
            movements.Add(movement);
        });
        // In the order told where a unit has several at one instant.
        return new MovementLog([.. units.Values], [.. movements.OrderBy(m => m.At).ThenBy(m => m.Unit)]);
    }

    /// <summary>Writes them, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the file is as it was before.</exception>
    internal static WrittenMovements Write(MovementLog log, string file, Action<string>? step, CancellationToken cancel)
    {
        step?.Invoke($"writing {file}");
        WholeFile.Write(file, stream => MovementWriter.Write(stream, log), cancel);
        return new WrittenMovements(file, 1, log.Units.Count, log.Movements.Count);
    }
}
