using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: many consignments share the room of departures.</summary>
public static class ShareVerb
{
    /// <summary>Answers for the consignments of a file; null with every fault when it cannot be asked.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="path">CSV file, as docs/planning.md says.</param>
    /// <param name="laterDays">Days after the ready day on which boxes may start too.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static SharedCapacityAnswer? Answer(
        CorridorNetwork network, string path, int laterDays, FaultCollector faults, Action<string>? step = null)
    {
        ConsolidateVerb.CheckLaterDays(laterDays, faults);
        var files = new CorridorFiles(
            "the folder given", name => File.Exists(name) ? File.OpenRead(name) : null);
        var (consignments, notes) = ConsignmentReader.Read(files, path, network, faults);
        if (!faults.IsClean) return null;
        var (allotments, loads) = SharedCapacity.Allot(network, consignments, laterDays, step);
        return new SharedCapacityAnswer(network, allotments, loads, laterDays, notes);
    }
}
