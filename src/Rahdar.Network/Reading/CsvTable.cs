using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rahdar.Network.Reading;

/// <summary>One CSV file as rows of text by column, with line numbers kept for messages.</summary>
/// <remarks>Source: RFC 4180; UTF-8 without fallback, header row first.</remarks>
public sealed class CsvTable
{
    private CsvTable(string file, IReadOnlyList<string> columns, IReadOnlyList<CsvRow> rows, bool isComplete) =>
        (File, Columns, Rows, IsComplete) = (file, columns, rows, isComplete);

    /// <summary>Relative file name.</summary>
    public string File { get; }

    /// <summary>Column names in file order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows in file order; rows that could not be read are left out and reported as faults.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>False when rows were left out: what is not here may have stood there.</summary>
    public bool IsComplete { get; }

    /// <summary>Reads a table; what is wrong goes to the collector.</summary>
    /// <param name="files">Where the file is.</param>
    /// <param name="file">Relative name.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="faults">Receives the faults of the file: csv and what.</param>
    public static CsvTable Read(CorridorFiles files, string file, string required, FaultCollector faults)
    {
        var text = ReadText(files, file, faults);
        return text is null
            ? new CsvTable(file, [], [], false)
            : new Parse(file, text, faults).Read(required.Split(','));
    }

    internal static string? ReadText(CorridorFiles files, string file, FaultCollector faults)
    {
        using var stream = files.Open(file);
        if (stream is null)
        {
            faults.Add(file, 0, "", "csv:missing-file", $"the file is not in {files.Name}");
            return null;
        }
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (var n = stream.Read(chunk); n > 0; n = stream.Read(chunk))
        {
            buffer.Write(chunk, 0, n);
            if (buffer.Length <= ReadingLimits.FileBytesMax) continue;
            faults.Add(file, 0, "", "csv:file-too-large", $"larger than {ReadingLimits.FileBytesMax} bytes");
            return null;
        }
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        try
        {
            // A zero byte is valid UTF-8, but no text: UTF-16 of Latin letters looks like this.
            var text = bytes.Contains((byte)0)
                ? null
                : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            if (text is not null) return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            // Told below, as for a zero byte.
        }
        faults.Add(file, 0, "", "csv:encoding", "the file is not UTF-8 text");
        return null;
    }

    /// <summary>One pass over the text of a file.</summary>
    private sealed class Parse(string file, string text, FaultCollector faults)
    {
        private readonly List<CsvRow> _rows = [];
        private readonly Dictionary<string, int> _index = [];
        private string[]? _columns;
        private bool _isComplete = true;
        private bool _hasStrayQuote;

        internal CsvTable Read(string[] required)
        {
            using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                MaxFieldSize = ReadingLimits.FieldCharactersMax,
                BadDataFound = _ => _hasStrayQuote = true,
                IgnoreBlankLines = true,
            });
            for (var count = 0; Advance(parser); count++)
            {
                var record = parser.Record!;
                var line = FirstLine(parser);
                if (_columns is null)
                {
                    ReadHeader(record, line, required);
                    if (!_isComplete) break;
                }
                else if (count > ReadingLimits.RowsMax)
                {
                    Lose(line, "csv:too-many-rows",
                        $"more than {ReadingLimits.RowsMax} rows; nothing after it was read");
                    break;
                }
                else if (_hasStrayQuote)
                    Lose(line, "csv:bad-row", "a quote stands inside a field or is not closed");
                else if (record.Length != _columns.Length)
                    Lose(line, "csv:bad-row", $"{record.Length} fields where the header has {_columns.Length}");
                else _rows.Add(new CsvRow(file, line, _index, record, faults));
                _hasStrayQuote = false;
            }
            if (_columns is null && _isComplete) Lose(0, "csv:empty-file", "the file is empty: no header row");
            return new CsvTable(file, _columns ?? [], _rows, _isComplete);
        }

        private bool Advance(CsvParser parser)
        {
            try
            {
                return parser.Read();
            }
            catch (MaxFieldSizeException)
            {
                Lose(parser.RawRow, "csv:field-too-long",
                    $"a field has more than {ReadingLimits.FieldCharactersMax} characters; nothing after it was read");
                return false;
            }
        }

        private void ReadHeader(string[] record, int line, string[] required)
        {
            _columns = record;
            // A second column of one name is known as `name#2` (tariffs.csv has two named `mode`).
            for (var i = 0; i < record.Length; i++)
                if (!_index.TryAdd(record[i].Trim(), i)) _index.TryAdd(record[i].Trim() + "#2", i);
            foreach (var name in required.Where(name => !_index.ContainsKey(name)))
                Lose(line, "csv:missing-column", $"column `{name}` is missing", name);
        }

        private void Lose(int line, string code, string message, string column = "")
        {
            faults.Add(file, line, column, code, message);
            _isComplete = false;
        }

        // A record may run over several lines; the parser tells the last.
        private static int FirstLine(CsvParser parser) =>
            parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
    }
}
