using Rahdar.Lines.Capacity;
using Rahdar.Network.Reading;

namespace Rahdar.Tower.Rail;

/// <summary>Use case: answer a file of line capacity cases.</summary>
public static class LineCapacityVerb
{
    /// <summary>All cases, answered; null with every fault when the file is wrong.</summary>
    /// <remarks>A train that a case names is looked for in `trains` beside the file, in `rail-running-time/trains`
    /// beside its folder, and among the shipped ones.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name for faults.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static IReadOnlyList<CapacityCase>? Answer(string path, string name, FaultCollector faults)
    {
        if (RailFiles.ReadText(path, name, faults) is not { } text) return null;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string[] trains =
        [
            Path.Combine(folder, "trains"),
            Path.Combine(Path.GetDirectoryName(folder) ?? folder, "rail-running-time", "trains"),
        ];
        var cases = CapacityReader.Read(name, text, t => RailFiles.FindTrain(t, trains, faults), faults);
        return faults.IsClean ? cases : null;
    }
}
