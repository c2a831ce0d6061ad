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
        if (text is null) return new CsvTable(file, [], [], false);
        using var reader = new StringReader(text);
        var parse = new Parse(file, reader, faults, ReadingLimits.RowsMax);
        var rows = parse.Rows(required.Split(',')).ToList();
        return new CsvTable(file, parse.Columns, rows, parse.IsComplete);
    }

    /// <summary>Reads a table row by row, so that it may be longer than memory; what is wrong goes to the
    /// collector.</summary>
    /// <param name="input">UTF-8 text; stays open.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="faults">Receives the faults of the file, row by row.</param>
    /// <param name="rowsMax">Greatest number of rows.</param>
    public static IEnumerable<CsvRow> ReadRows(
        Stream input, string file, string required, FaultCollector faults, int rowsMax)
    {
        var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(input, utf8, detectEncodingFromByteOrderMarks: false, -1, leaveOpen: true);
        foreach (var row in new Parse(file, reader, faults, rowsMax).Rows(required.Split(','))) yield return row;
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
    private sealed class Parse(string file, TextReader text, FaultCollector faults, int rowsMax)
    {
        private readonly Dictionary<string, int> _index = [];
        private string[]? _columns;
        private bool _hasStrayQuote;

        internal IReadOnlyList<string> Columns => _columns ?? [];

        internal bool IsComplete { get; private set; } = true;

        internal IEnumerable<CsvRow> Rows(string[] required)
        {
            using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
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
                    if (!IsComplete) break;
                }
                else if (count > rowsMax)
                {
                    Lose(line, "csv:too-many-rows",
                        $"more than {rowsMax} rows; nothing after it was read");
                    break;
                }
                else if (_hasStrayQuote)
                    Lose(line, "csv:bad-row", "a quote stands inside a field or is not closed");
                else if (record.Length != _columns.Length)
                    Lose(line, "csv:bad-row", $"{record.Length} fields where the header has {_columns.Length}");
                else if (Array.Exists(record, field => field.Contains('\0')))
                    Lose(line, "csv:encoding", "a zero byte: this is not UTF-8 text");
                else yield return new CsvRow(file, line, _index, record, faults);
                _hasStrayQuote = false;
            }
            if (_columns is null && IsComplete) Lose(0, "csv:empty-file", "the file is empty: no header row");
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
            catch (DecoderFallbackException)
            {
                Lose(0, "csv:encoding", "the file is not UTF-8 text");
                return false;
            }
        }

        private void ReadHeader(string[] record, int line, string[] required)
        {
            if (record[0].StartsWith('\uFEFF')) record[0] = record[0][1..];
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
            IsComplete = false;
        }

        // A record may run over several lines; the parser tells the last.
        private static int FirstLine(CsvParser parser) =>
            parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
    }
}
