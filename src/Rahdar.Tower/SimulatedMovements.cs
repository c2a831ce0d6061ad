using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>Writes what happens in one run of a simulation as a file of movements, whole or not at all.</summary>
internal static class SimulatedMovements
{
    /// <summary>Why a file cannot be written; null when nothing is seen to speak against it.</summary>
    internal static string? Check(string file)
    {
        if (file.Trim().Length == 0) return "the name of a file is missing";
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path)) return $"`{file}` is a folder";
        return Directory.Exists(Path.GetDirectoryName(path)) ? null : $"`{file}` is in a folder that is not there";
    }

    /// <summary>Runs the first replication once more and writes the movements of the days measured, by time.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the file is as it was before.</exception>
    internal static WrittenMovements Write(
        CorridorNetwork network, SimulationRequest request, string file, Action<string>? step, CancellationToken cancel)
    {
        step?.Invoke("telling the movements of run 1");
        var begin = request.From.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var end = begin + Duration.FromDays(request.Days);
        var units = new Dictionary<UnitId, Unit>();
        var movements = new List<Movement>();
        CorridorSimulation.Trace(
            network, request, 0,
            (unit, movement) =>
            {
                cancel.ThrowIfCancellationRequested();
                if (movement.At < begin || movement.At >= end) return;
                units.TryAdd(unit.Id, unit);
                movements.Add(movement);
            },
            cancel);
        // In the order told where a unit has several at one instant.
        var log = new MovementLog([.. units.Values], [.. movements.OrderBy(m => m.At).ThenBy(m => m.Unit)]);
        step?.Invoke($"writing {file}");
        WriteWhole(file, log, cancel);
        return new WrittenMovements(file, 1, units.Count, movements.Count);
    }

    /// <summary>Writes beside the file and puts the result in its place when it is complete.</summary>
    private static void WriteWhole(string file, MovementLog log, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file);
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew)) MovementWriter.Write(stream, log);
            cancel.ThrowIfCancellationRequested();
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
