using System.Text.Json;
using Rahdar.Network.Reading;

namespace Rahdar.Conformance;

/// <summary>The folder given to a suite: its files, what is wrong with them, and what is said beside the
/// cases.</summary>
public sealed class SuiteFolder
{
    private readonly string _root;
    private readonly FaultCollector _faults;
    private readonly List<string> _notes = [];

    /// <param name="root">The folder.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public SuiteFolder(string root, FaultCollector faults)
    {
        (_root, _faults) = (Path.GetFullPath(root), faults);
        if (!Directory.Exists(_root)) Fault(root, 0, "", "suite:no-folder", "there is no such folder");
    }

    /// <summary>Absolute name of the folder, for what must be given one.</summary>
    public string Root => _root;

    /// <summary>Receives faults of readers that are given a stream of this folder.</summary>
    public FaultCollector Faults => _faults;

    /// <summary>What is said beside the cases.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Files of one kind in the folder and below it.</summary>
    /// <remarks>Shape: relative to the folder, with forward slashes, in ordinal order; may be empty.</remarks>
    /// <param name="ending">Such as ".json".</param>
    /// <param name="below">Folder below it, such as "feeds"; the whole when left out.</param>
    public IReadOnlyList<string> ListFiles(string ending, string below = "")
    {
        var start = Path.Combine(_root, below);
        return !Directory.Exists(start) ? [] :
        [
            .. Directory.EnumerateFiles(start, "*" + ending, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(_root, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>True when the folder holds the file.</summary>
    public bool Has(string file) => File.Exists(Path.Combine(_root, file));

    /// <summary>Opens a file; null with a fault when it is not there.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public Stream? Open(string file)
    {
        if (Has(file)) return File.OpenRead(Path.Combine(_root, file));
        Fault(file, 0, "", "suite:missing-file", "the folder does not hold this file");
        return null;
    }

    /// <summary>A file as JSON; null with a fault when it is not there or no JSON.</summary>
    public JsonElement? ReadJson(string file)
    {
        using var stream = Open(file);
        if (stream is null) return null;
        try
        {
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            Fault(file, (int)(e.LineNumber ?? 0) + 1, "", "suite:bad-json", "the file is not JSON here");
            return null;
        }
    }

    /// <summary>A file as CSV with these columns; null with every fault when it is not there or none.</summary>
    /// <param name="file">Relative name.</param>
    /// <param name="required">Columns separated by commas; there may be more.</param>
    public IReadOnlyList<CsvRow>? ReadCsv(string file, string required)
    {
        var files = new CorridorFiles(_root, f => Has(f) ? File.OpenRead(Path.Combine(_root, f)) : null);
        var table = CsvTable.Read(files, file, required, _faults);
        return table.IsComplete ? table.Rows : null;
    }

    /// <summary>Reports what is wrong with a file of the folder; the run then ends with exit code 2.</summary>
    public void Fault(string file, int row, string field, string code, string message) =>
        _faults.Add(file, row, field, code, message);

    /// <summary>Says something beside the cases: a file left alone, rows that do not count.</summary>
    public void Note(string note) => _notes.Add(note);
}
