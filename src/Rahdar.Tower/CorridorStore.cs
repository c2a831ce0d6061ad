using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;

namespace Rahdar.Tower;

/// <summary>Opens the shipped corridor, or one in a folder, and scenario files.</summary>
public static class CorridorStore
{
    /// <summary>Folder of the shipped corridor, beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "corridor");

    /// <summary>Reads a corridor; all faults at once.</summary>
    /// <param name="folder">Folder with network/, facts/ and ours/; null for the shipped one.</param>
    public static ReadOutcome Read(string? folder = null)
    {
        var root = Path.GetFullPath(folder ?? ShippedFolder);
        if (!Directory.Exists(root))
            return new ReadOutcome(null, [new InputFault(root, 0, "", "csv:missing-file", "there is no such folder")]);
        return CorridorReader.Read(new CorridorFiles(root, file =>
        {
            var path = Path.Combine(root, file);
            return File.Exists(path) ? File.OpenRead(path) : null;
        }));
    }

    /// <summary>Applies a scenario given by file, or by the name of a shipped one.</summary>
    /// <param name="network">The network.</param>
    /// <param name="nameOrPath">File, or name without ending.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static (CorridorNetwork Network, Scenario Scenario)? Apply(
        CorridorNetwork network, string nameOrPath, FaultCollector faults)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "scenarios");
        var shipped = Path.Combine(folder, nameOrPath + ".scenario");
        var path = File.Exists(nameOrPath) ? nameOrPath : shipped;
        if (nameOrPath.IndexOfAny(['/', '\\']) >= 0 && !File.Exists(nameOrPath) || !File.Exists(path))
        {
            var names = new DirectoryInfo(folder).GetFiles("*.scenario")
                .Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal);
            faults.Add(nameOrPath, 0, "", "scenario:missing-file",
                $"there is no such file; shipped are {string.Join(", ", names)}");
            return null;
        }
        if (new FileInfo(path).Length > 1_000_000)
        {
            faults.Add(nameOrPath, 0, "", "scenario:too-long", "a scenario file has at most 1,000,000 bytes");
            return null;
        }
        var scenario = ScenarioReader.Read(Path.GetFileName(path), File.ReadAllText(path), network, faults);
        return scenario is null ? null : (ScenarioApply.Apply(network, scenario), scenario);
    }
}
