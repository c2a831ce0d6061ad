using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Reading;

namespace Rahdar.Tower;

/// <summary>Opens files of movements, given one by one or as folders.</summary>
internal static class MovementFiles
{
    /// <summary>Files of some paths: a folder stands for all CSV files in it, by name.</summary>
    internal static IReadOnlyList<string> List(IEnumerable<string> paths, FaultCollector faults)
    {
        var files = new List<string>();
        foreach (var path in paths)
            if (Directory.Exists(path))
            {
                var own = Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal).ToList();
                if (own.Count == 0) faults.Add(path, 0, "", "csv:missing-file", "the folder holds no CSV file");
                files.AddRange(own);
            }
            else if (File.Exists(path)) files.Add(path);
            else faults.Add(path, 0, "", "csv:missing-file", "there is no such file or folder");
        return [.. files.Distinct()];
    }

    /// <summary>Reads a file unit by unit.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void Read(
        CorridorNetwork network, string file, FaultCollector faults, Action<Unit, Timeline> tell,
        CancellationToken cancel)
    {
        using var stream = File.OpenRead(file);
        MovementReader.ReadUnits(
            stream, file, faults,
            (unit, movements) =>
            {
                cancel.ThrowIfCancellationRequested();
                tell(unit, Timeline.Of(movements));
            },
            network);
    }
}
