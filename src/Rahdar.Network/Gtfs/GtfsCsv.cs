using System.Text;

namespace Rahdar.Network.Gtfs;

/// <summary>The rows of one file of a feed, read one after the other.</summary>
/// <remarks>Source: GTFS Schedule reference, file requirements: UTF-8, comma separated, quoted as in RFC 4180, header
/// first, LF or CRLF. Memory: one row at a time.</remarks>
internal sealed class GtfsCsv(string file, NoticeBook notices)
{
    private readonly StringBuilder _field = new();
    private readonly List<string> _row = [];
    private readonly Dictionary<string, string> _pool = [];
    private int _line = 1;

    /// <summary>Calls back for each row, the header first, with the line it begins on; ends early when the text cannot
    /// be read on.</summary>
    /// <returns>False when not all of the file could be read; the notice says why.</returns>
    internal bool Read(Stream stream, Func<int, IReadOnlyList<string>, bool> onRow)
    {
        using var reader = new StreamReader(
            stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 65536);
        try
        {
            if (reader.Peek() == '\uFEFF') reader.Read();
            while (ReadRow(reader, out var line) is { } state)
            {
                if (state == RowState.Refused) return false;
                if (!onRow(line, _row)) return false;
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            notices.Error("invalid_character", file, _line, "", "the file is not UTF-8 from here on: save it as UTF-8");
            return false;
        }
    }

    private enum RowState
    {
        Read,
        Refused,
    }

    private RowState? ReadRow(StreamReader reader, out int line)
    {
        _row.Clear();
        line = _line;
        if (reader.Peek() < 0) return null;
        while (true)
        {
            var end = reader.Peek() == '"' ? ReadQuoted(reader) : ReadBare(reader);
            if (end == FieldEnd.Refused || _row.Count >= GtfsLimits.ColumnsMax)
            {
                if (end != FieldEnd.Refused)
                    notices.Error("csv_parsing_failed", file, line, "",
                        $"more than {GtfsLimits.ColumnsMax} columns; nothing after it was read");
                return RowState.Refused;
            }
            _row.Add(Pooled());
            if (end == FieldEnd.Row) return RowState.Read;
        }
    }

    private enum FieldEnd
    {
        Field,
        Row,
        Refused,
    }

    private FieldEnd ReadBare(StreamReader reader)
    {
        _field.Clear();
        while (true)
        {
            var c = reader.Read();
            switch (c)
            {
                case -1:
                    return FieldEnd.Row;
                case ',':
                    return FieldEnd.Field;
                case '\r' when reader.Peek() is '\n' or -1:
                    continue;
                case '\n':
                    _line++;
                    return FieldEnd.Row;
                case 0:
                    return Refuse("a zero byte stands here: the file is no text");
            }
            if (!Append((char)c)) return FieldEnd.Refused;
        }
    }

    private FieldEnd ReadQuoted(StreamReader reader)
    {
        _field.Clear();
        reader.Read();
        while (true)
        {
            var c = reader.Read();
            if (c < 0) return Refuse("a quote is not closed");
            if (c == 0) return Refuse("a zero byte stands here: the file is no text");
            if (c == '\n') _line++;
            if (c == '"')
            {
                if (reader.Peek() != '"') break;
                reader.Read();
            }
            if (!Append((char)c)) return FieldEnd.Refused;
        }
        while (reader.Peek() == ' ') reader.Read();
        if (reader.Peek() == '\r') reader.Read();
        switch (reader.Read())
        {
            case ',':
                return FieldEnd.Field;
            case -1:
                return FieldEnd.Row;
            case '\n':
                _line++;
                return FieldEnd.Row;
            default:
                return Refuse("text stands after a closing quote");
        }
    }

    private bool Append(char c)
    {
        _field.Append(c);
        if (_field.Length <= GtfsLimits.FieldCharactersMax) return true;
        Refuse($"a field has more than {GtfsLimits.FieldCharactersMax} characters");
        return false;
    }

    private FieldEnd Refuse(string why)
    {
        notices.Error("csv_parsing_failed", file, _line, "", why + "; nothing after it was read");
        return FieldEnd.Refused;
    }

    // Ids stand in many rows: each is held once. The pool is bounded, for feeds that never repeat anything.
    private string Pooled()
    {
        if (_field.Length == 0) return "";
        var text = _field.ToString();
        if (_pool.TryGetValue(text, out var held)) return held;
        if (_pool.Count < 100_000) _pool[text] = text;
        return text;
    }
}
