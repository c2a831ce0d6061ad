using System.Security.Cryptography;
using System.Text;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;

namespace Rahdar.Tower;

/// <summary>Opens the shipped corridor, or one in a folder, and scenario files.</summary>
public static class CorridorStore
{
    /// <summary>Stands for the file in faults of a scenario given as text.</summary>
    public const string ScenarioTextFile = "scenario";

    private const int ScenarioBytesMax = 1_000_000;
    private const string TooLong = "a scenario file has at most 1,000,000 bytes";

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

    /// <summary>Applies a scenario given by file, by the name of a shipped one, or as its text.</summary>
    /// <param name="network">The network.</param>
    /// <param name="nameOrPath">File, name without ending, or text of several lines.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static (CorridorNetwork Network, Scenario Scenario)? Apply(
        CorridorNetwork network, string nameOrPath, FaultCollector faults)
    {
        if (IsScenarioText(nameOrPath)) return ApplyText(network, nameOrPath, faults);
        var shipped = Path.Combine(ScenarioFolder, nameOrPath + ".scenario");
        var path = File.Exists(nameOrPath) ? nameOrPath : shipped;
        if (nameOrPath.IndexOfAny(['/', '\\']) >= 0 && !File.Exists(nameOrPath) || !File.Exists(path))
        {
            faults.Add(nameOrPath, 0, "", "scenario:missing-file",
                $"there is no such file; shipped are {string.Join(", ", ListScenarios())}");
            return null;
        }
        if (new FileInfo(path).Length > ScenarioBytesMax)
        {
            faults.Add(nameOrPath, 0, "", "scenario:too-long", TooLong);
            return null;
        }
        return Apply(network, Path.GetFileName(path), File.ReadAllText(path), faults);
    }

    /// <summary>Names of the shipped scenarios, in alphabetical order.</summary>
    public static IReadOnlyList<string> ListScenarios() =>
    [
        .. new DirectoryInfo(ScenarioFolder).GetFiles("*.scenario")
            .Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whole path of a shipped scenario; null when none bears the name.</summary>
    public static string? FindScenarioFile(string name) =>
        ListScenarios().Contains(name) ? Path.Combine(ScenarioFolder, name + ".scenario") : null;

    /// <summary>Whether what was given for a scenario is its text: it has several lines, as no name has.</summary>
    public static bool IsScenarioText(string given) => given.Contains('\n', StringComparison.Ordinal);

    /// <summary>Hash of all files of a corridor and of the shipped scenarios: another hash, other answers.</summary>
    /// <remarks>Unit: 16 hexadecimal digits of a SHA-256 over names, lengths and bytes, in order of names.</remarks>
    /// <param name="folder">Folder of the corridor; null for the shipped one.</param>
    public static string VersionOf(string? folder = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var root in new[] { Path.GetFullPath(folder ?? ShippedFolder), ScenarioFolder })
            foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal))
            {
                var bytes = File.ReadAllBytes(Path.Combine(root, file));
                hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{bytes.Length}\n"));
                hash.AppendData(bytes);
            }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string ScenarioFolder => Path.Combine(AppContext.BaseDirectory, "scenarios");

    private static (CorridorNetwork Network, Scenario Scenario)? ApplyText(
        CorridorNetwork network, string text, FaultCollector faults)
    {
        if (text.Length <= ScenarioBytesMax) return Apply(network, ScenarioTextFile, text, faults);
        faults.Add(ScenarioTextFile, 0, "", "scenario:too-long", TooLong);
        return null;
    }

    private static (CorridorNetwork Network, Scenario Scenario)? Apply(
        CorridorNetwork network, string file, string text, FaultCollector faults)
    {
        var scenario = ScenarioReader.Read(file, text, network, faults);
        return scenario is null ? null : (ScenarioApply.Apply(network, scenario), scenario);
    }
}
