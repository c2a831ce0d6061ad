using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Reports;

namespace Rahdar.Tower;

/// <summary>Use case: can a scenario be read, and what does it assume?</summary>
public static class ScenarioVerb
{
    /// <summary>A shipped scenario with its text.</summary>
    /// <exception cref="ArgumentException">None bears the name.</exception>
    public static ScenarioReading Read(CorridorNetwork network, string name)
    {
        var file = CorridorStore.FindScenarioFile(name) ?? throw new ArgumentException($"no scenario {name}");
        return Check(network, File.ReadAllText(file)) with { Id = name };
    }

    /// <summary>A scenario as typed: what it assumes, or every fault.</summary>
    public static ScenarioReading Check(CorridorNetwork network, string text)
    {
        var faults = new FaultCollector();
        // One line alone is no name of a scenario here, but the beginning of its text.
        var lines = text.EndsWith('\n') ? text : text + "\n";
        return CorridorStore.Apply(network, lines, faults) is var (changed, scenario)
            ? new ScenarioReading(scenario.Name, text, scenario.AsOf, changed.Assumptions, [])
            : new ScenarioReading("", text, null, [], faults.Faults);
    }
}
