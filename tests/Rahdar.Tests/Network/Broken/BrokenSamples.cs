using System.Globalization;
using System.Text;
using Rahdar.Network.Reading;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Network;

/// <summary>A change of a corridor written as text, with the faults that must come; README.md has the verbs.</summary>
internal sealed class BrokenSample
{
    private readonly Dictionary<string, List<string>> _lines = [];
    private readonly Dictionary<string, byte[]?> _bytes = [];
    private readonly List<string> _expected = [];
    private readonly Func<string, byte[]?> _shipped;

    private BrokenSample(Func<string, byte[]?> shipped) => _shipped = shipped;

    /// <summary>`FILE:ROW FIELD CODE` of every fault expected, in ordinal order; no FIELD when it is the row.</summary>
    public IReadOnlyList<string> Expected => [.. _expected.Order(StringComparer.Ordinal)];

    /// <summary>Texts of the files that the sample writes.</summary>
    public IReadOnlyDictionary<string, string> Texts =>
        _lines.ToDictionary(f => f.Key, f => string.Join('\n', f.Value));

    /// <summary>The corridor with the change.</summary>
    public CorridorFiles Files => new("the sample", file =>
    {
        var bytes = _bytes.TryGetValue(file, out var given) ? given
            : _lines.TryGetValue(file, out var lines) ? Encoding.UTF8.GetBytes(string.Join('\n', lines))
            : _shipped(file);
        return bytes is null ? null : new MemoryStream(bytes, writable: false);
    });

    /// <summary>Reads a sample over a corridor; over nothing when none is given.</summary>
    /// <remarks>Throws: FormatException when the sample itself is wrong.</remarks>
    public static BrokenSample Parse(string text, Func<string, byte[]?>? shipped = null)
    {
        var sample = new BrokenSample(shipped ?? (_ => null));
        var lines = new Queue<string>(text.Split('\n'));
        while (lines.TryDequeue(out var line))
            if (line.Trim().Length > 0 && line[0] != '#') sample.Apply(line, lines);
        return sample;
    }

    private void Apply(string line, Queue<string> rest)
    {
        var (head, tail) = line.Split(": ", 2) is [var h, var t] ? (h, t) : (line, "");
        switch (head.Split(' '))
        {
            case ["replace", var file, var row]: Lines(file)[RowOf(file, row) - 1] = tail; break;
            case ["append", var file]: Lines(file).Add(tail); break;
            case ["delete", var file, var row]: Lines(file).RemoveAt(RowOf(file, row) - 1); break;
            case ["drop", var file]: _bytes[file] = null; break;
            case ["text", var file, "<<"]: _lines[file] = [.. Block(rest)]; break;
            case ["header", var file]: Lines(file)[0] = tail; break;
            case ["set", var file, var row, var column]: SetCell(file, RowOf(file, row), column, tail); break;
            case ["swap", var file, var row]: Swap(file, RowOf(file, row), tail); break;
            case ["bigfield", var file, var column, var size]:
                SetCell(file, 2, column, new string('x', int.Parse(size, CultureInfo.InvariantCulture)));
                break;
            case ["bytes", var file, .. var hex]: _bytes[file] = Convert.FromHexString(string.Concat(hex)); break;
            case ["encode", var file, var encoding]:
                _bytes[file] = CodePagesEncodingProvider.Instance.GetEncoding(encoding) is { } page
                    ? page.GetBytes(string.Join('\n', Lines(file)))
                    : Encoding.GetEncoding(encoding).GetBytes(string.Join('\n', Lines(file)));
                break;
            case ["expect", var place, .. var words]: Expect(place, words); break;
            default: throw new FormatException($"no such line in a sample: {line}");
        }
    }

    private void Expect(string place, string[] words)
    {
        var colon = place.IndexOf(':');
        var (file, row) = (place[..colon], place[(colon + 1)..]);
        var number = row == "*" ? row : RowNumber(file, row).ToString(CultureInfo.InvariantCulture);
        _expected.Add($"{file}:{number} {string.Join(' ', words)}");
    }

    private List<string> Lines(string file)
    {
        if (_lines.TryGetValue(file, out var lines)) return lines;
        var shipped = _shipped(file) ?? throw new FormatException($"no file {file} to change");
        return _lines[file] = [.. Encoding.UTF8.GetString(shipped).TrimEnd('\n').Split('\n')];
    }

    // A row is a line number, `last`, or @ and the id in its first column or its property `id`.
    private int RowOf(string file, string row)
    {
        if (row == "last") return Lines(file).Count;
        if (row[0] != '@') return int.Parse(row, CultureInfo.InvariantCulture);
        var index = Lines(file).FindIndex(l =>
            l.StartsWith(row[1..] + ",", StringComparison.Ordinal)
            || l.Contains($"\"id\":\"{row[1..]}\"", StringComparison.Ordinal));
        return index >= 0 ? index + 1 : throw new FormatException($"no row {row} in {file}");
    }

    // Features are counted from 1, and the first stands on line 2.
    private int RowNumber(string file, string row)
    {
        var isFeature = file.EndsWith(".geojson", StringComparison.Ordinal) && row[0] == '@';
        return RowOf(file, row) - (isFeature ? 1 : 0);
    }

    private void SetCell(string file, int row, string column, string value)
    {
        var index = Array.IndexOf(Lines(file)[0].Split(','), column);
        if (index < 0) throw new FormatException($"no column {column} in {file}");
        var cells = Cells(Lines(file)[row - 1]);
        cells[index] = value;
        Lines(file)[row - 1] = string.Join(',', cells);
    }

    private void Swap(string file, int row, string pair)
    {
        if (pair.Split(" => ") is not [var old, var changed]) throw new FormatException($"no ` => ` in: {pair}");
        var line = Lines(file)[row - 1];
        var at = line.IndexOf(old, StringComparison.Ordinal);
        if (at < 0) throw new FormatException($"`{old}` stands not in line {row} of {file}");
        Lines(file)[row - 1] = line[..at] + changed + line[(at + old.Length)..];
    }

    private static IEnumerable<string> Block(Queue<string> rest)
    {
        while (rest.TryDequeue(out var line) && line != ">>") yield return line;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            if (c == ',' && !isQuoted) cells.Add("");
            else cells[^1] += c;
        }
        return cells;
    }
}

/// <summary>The samples of this folder over the shipped corridor.</summary>
internal static class BrokenSamples
{
    private const string Folder = "tests/Rahdar.Tests/Network/Broken";

    // Files of data/corridor, read once: fifty samples look at the same forty files.
    private static readonly Dictionary<string, byte[]> Shipped = Checkout.ListFiles("data/corridor")
        .ToDictionary(f => f["data/corridor/".Length..], f => File.ReadAllBytes(Path.Combine(Checkout.Root, f)));

    /// <summary>File names in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Checkout.ListFiles(Folder, ".sample").Select(f => f[(Folder.Length + 1)..])];

    /// <summary>The shipped corridor unchanged.</summary>
    public static CorridorFiles ShippedFiles => BrokenSample.Parse("", Find).Files;

    /// <summary>One sample by file name.</summary>
    public static BrokenSample Get(string name) => BrokenSample.Parse(Checkout.ReadText($"{Folder}/{name}"), Find);

    /// <summary>Bytes of a shipped file, or null.</summary>
    public static byte[]? Find(string file) => Shipped.GetValueOrDefault(file);
}
