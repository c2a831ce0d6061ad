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
        CorridorNetwork network, string path, int laterDays, FaultCollector faults, Action<string>? step = null) =>
        Answer(
            network,
            new CorridorFiles("the folder given", name => File.Exists(name) ? File.OpenRead(name) : null),
            path, laterDays, faults, step);

    /// <summary>Answers for consignments given as the text of such a file.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="text">The text, header first.</param>
    /// <param name="laterDays">Days after the ready day on which boxes may start too.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static SharedCapacityAnswer? AnswerText(
        CorridorNetwork network, string text, int laterDays, FaultCollector faults, Action<string>? step = null) =>
        Answer(
            network, CorridorFiles.InMemory("what was sent", new Dictionary<string, string> { [TextFile] = text }),
            TextFile, laterDays, faults, step);

    private const string TextFile = "consignments";

    private static SharedCapacityAnswer? Answer(
        CorridorNetwork network, CorridorFiles files, string file, int laterDays, FaultCollector faults,
        Action<string>? step)
    {
        ConsolidateVerb.CheckLaterDays(laterDays, faults);
        var (consignments, notes) = ConsignmentReader.Read(files, file, network, faults);
        if (!faults.IsClean) return null;
        var (allotments, loads) = SharedCapacity.Allot(network, consignments, laterDays, step);
        return new SharedCapacityAnswer(network, allotments, loads, laterDays, notes);
    }
}
