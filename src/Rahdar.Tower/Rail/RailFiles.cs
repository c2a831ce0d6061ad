using Rahdar.Lines;
using Rahdar.Lines.Forms;
using Rahdar.Lines.Running;
using Rahdar.Network.Reading;

namespace Rahdar.Tower.Rail;

/// <summary>Opens files of railway forms: trains, vehicles, paths.</summary>
public static class RailFiles
{
    /// <summary>Folder of the shipped trains, beside the program.</summary>
    public static string ShippedTrains => Path.Combine(AppContext.BaseDirectory, "railway", "trains");

    /// <summary>Reads files, and folders with their `.yaml` and `.yml` files but not those below folders named
    /// `schema-...`.</summary>
    /// <remarks>Samples of a schema are no trains: some are wrong on purpose. A folder given by name is always
    /// read.</remarks>
    /// <param name="names">Files and folders.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>What was read, and how many files.</returns>
    public static (RailForms Forms, int Files) Read(IEnumerable<string> names, FaultCollector faults)
    {
        var (forms, count) = (RailForms.None, 0);
        foreach (var name in names)
        {
            if (!Directory.Exists(name))
            {
                (forms, count) = (forms.With(ReadFile(name, name, faults)), count + 1);
                continue;
            }
            foreach (var file in ListYaml(name))
            {
                var path = Path.Combine(name, file);
                (forms, count) = (forms.With(ReadFile(path, file, faults)), count + 1);
            }
        }
        return (forms, count);
    }

    /// <summary>The first train of a file `NAME.yaml` in the first of some folders that holds it; null when none
    /// does.</summary>
    /// <param name="name">Letters, digits, `-` and `_`.</param>
    /// <param name="folders">Looked through in order, then the shipped trains.</param>
    /// <param name="faults">Receives what is wrong with the file.</param>
    public static Train? FindTrain(string name, IEnumerable<string> folders, FaultCollector faults)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        var file = folders.Append(ShippedTrains).Select(f => Path.Combine(f, name + ".yaml"))
            .FirstOrDefault(File.Exists);
        return file is null ? null : ReadFile(file, file, faults).ListTrains(faults).FirstOrDefault();
    }

    /// <summary>A text file; null with a fault when it is not there or too large.</summary>
    internal static string? ReadText(string path, string name, FaultCollector faults)
    {
        if (!File.Exists(path))
            faults.Add(name, 0, "", "rail:missing-file", "there is no such file or folder");
        else if (new FileInfo(path).Length > Limits.TextMax)
            faults.Add(name, 0, "", "rail:too-large", $"a file has at most {Limits.TextMax} bytes");
        else
            return File.ReadAllText(path);
        return null;
    }

    private static RailForms ReadFile(string path, string name, FaultCollector faults) =>
        ReadText(path, name, faults) is { } text ? RailForms.Read(name, text, faults) : RailForms.None;

    private static IEnumerable<string> ListYaml(string folder) =>
        Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal))
            .Where(f => !f.Split('/')[..^1].Any(p => p.StartsWith("schema-", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
}
