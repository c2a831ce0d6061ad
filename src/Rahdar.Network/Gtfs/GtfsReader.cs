using NodaTime;

namespace Rahdar.Network.Gtfs;

/// <summary>Reads a feed and says everything that is wrong with it.</summary>
/// <remarks>Source: GTFS Schedule reference; notice codes and severities of the canonical GTFS validator. Memory: all
/// rows but those of stop_times are kept as text once; limits in <see cref="GtfsLimits"/>.</remarks>
public static class GtfsReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="today">Day against which expiry is judged; null: not judged.</param>
    /// <returns>The feed as far as it could be read, and all notices.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static (GtfsFeed Feed, NoticeBook Notices) Read(GtfsFiles files, LocalDate? today = null)
    {
        var notices = new NoticeBook();
        var feed = new GtfsFeed { Name = files.Name };
        var pass = new Pass(files, feed, notices);
        foreach (var entry in files.InFolders)
            notices.Error("invalid_input_files_in_subfolder", entry, 0, "", "files lie at the root of the zip");
        var known = GtfsSchema.Tables.Select(t => t.File).ToHashSet();
        foreach (var name in files.Names.Where(n => !known.Contains(n) && !GtfsSchema.NotRead.Contains(n)))
            notices.Tell("unknown_file", name, 0, "", "the reference knows no such file; it was not read"
                + (known.FirstOrDefault(k => IsMeant(name, k)) is { } meant ? $": is it {meant}?" : ""));
        if (files.Names.Count > GtfsLimits.EntriesMax)
            notices.Error("too_many_files", files.Name, 0, "", $"more than {GtfsLimits.EntriesMax} files");
        else
            foreach (var table in GtfsSchema.Tables) pass.ReadTable(table);
        if (!files.Names.Contains("calendar.txt") && !files.Names.Contains("calendar_dates.txt"))
            notices.Error("missing_calendar_and_calendar_date_files", "calendar.txt", 0, "",
                "neither calendar.txt nor calendar_dates.txt is there");
        foreach (var times in feed.StopTimes.Values) SortBySequence(times);
        new Rules.StopRules(feed, notices).Check();
        new Rules.TripRules(feed, pass.Incomplete, notices).Check();
        new Rules.CalendarRules(feed, notices).Check(today);
        new Rules.TransferRules(feed, notices).Check();
        return (feed, notices);
    }

    /// <summary>`Stops.TXT`, `stops.csv` and `stops.txt.csv` for `stops.txt`.</summary>
    private static bool IsMeant(string name, string known) =>
        name.Split('.')[0].Trim().Equals(known.Split('.')[0], StringComparison.OrdinalIgnoreCase);

    // Most files are in order; a stable sort keeps rows of one sequence in file order.
    private static void SortBySequence(List<GtfsStopTime> times)
    {
        for (var i = 1; i < times.Count; i++)
        {
            if (times[i].Sequence >= times[i - 1].Sequence) continue;
            var sorted = times.OrderBy(t => t.Sequence).ToList();
            times.Clear();
            times.AddRange(sorted);
            return;
        }
    }

    /// <summary>One pass over the files: fields, keys and references are checked row by row.</summary>
    private sealed class Pass(GtfsFiles files, GtfsFeed feed, NoticeBook notices)
    {
        private readonly GtfsFiles _files = files;
        private readonly GtfsFeed _feed = feed;
        private readonly NoticeBook _notices = notices;
        private readonly Dictionary<string, HashSet<string>> _ids = [];
        private readonly List<(int Line, string Parent)> _parents = [];
        private readonly FeedRows _rows = new(feed);
        private readonly Rules.RowRules _rules = new(notices);

        /// <summary>Files that are missing or were not read to their end: what is not there may have stood in
        /// them.</summary>
        internal HashSet<string> Incomplete { get; } = [];

        internal void ReadTable(TableRule rule)
        {
            if (!_files.Names.Contains(rule.File))
            {
                if (rule.Presence == Presence.Required)
                {
                    Incomplete.Add(rule.File);
                    _notices.Error("missing_required_file", rule.File, 0, "", "the file is required");
                }
                else if (rule.Presence == Presence.Recommended)
                    _notices.Warn("missing_recommended_file", rule.File, 0, "", "the file is recommended");
                return;
            }
            using var stream = _files.Open(rule.File);
            var table = new TablePass(this, rule);
            if (!new GtfsCsv(rule.File, _notices).Read(stream, table.OnRow)) Incomplete.Add(rule.File);
            table.End(Incomplete.Contains(rule.File));
        }

        private sealed class TablePass(Pass pass, TableRule rule)
        {
            private readonly HashSet<string> _keys = [];
            private readonly List<(int At, ColumnRule Column)> _columns = [];
            private GtfsRow? _row;
            private int _width;
            private int _count;

            private NoticeBook Notices => pass._notices;

            internal bool OnRow(int line, IReadOnlyList<string> fields)
            {
                if (_row is null) return ReadHeader(line, fields);
                if (fields.Count == 1 && fields[0].Length == 0)
                {
                    Notices.Warn("empty_row", rule.File, line, "", "the row is empty");
                    return true;
                }
                if (++_count > GtfsLimits.RowsMax)
                {
                    Notices.Error("too_many_rows", rule.File, line, "", $"more than {GtfsLimits.RowsMax} rows");
                    return false;
                }
                if (fields.Count != _width)
                    Notices.Error("invalid_row_length", rule.File, line, "",
                        $"{fields.Count} fields where the header has {_width}");
                else
                {
                    (_row.Line, _row.Fields) = (line, fields as List<string> is { } list ? Trim(list, line) : fields);
                    CheckRow(line);
                    pass._rules.Check(_row);
                    pass._rows.Take(_row);
                }
                return true;
            }

            internal void End(bool isBroken)
            {
                // Of a file that cannot be read it was told why.
                if (_row is null && !isBroken)
                {
                    Notices.Error("empty_file", rule.File, 0, "", "the file has no header");
                    pass.Incomplete.Add(rule.File);
                }
                pass._feed.RowCounts[rule.File] = _count;
                if (rule.File == "stops.txt") CheckParents();
                if (rule.File == "feed_info.txt" && _count > 1)
                    Notices.Warn("more_than_one_entity", rule.File, 0, "", $"{_count} rows where one is wanted");
            }

            private List<string> Trim(List<string> fields, int line)
            {
                for (var i = 0; i < fields.Count; i++)
                {
                    if (fields[i].Length == 0 || !char.IsWhiteSpace(fields[i][0]) && !char.IsWhiteSpace(fields[i][^1]))
                        continue;
                    fields[i] = fields[i].Trim();
                    Notices.Warn("leading_or_trailing_whitespaces", rule.File, line, "", "blanks around a field");
                }
                return fields;
            }

            // A spreadsheet saves with semicolons where the comma is the decimal sign.
            private static string Hint(IReadOnlyList<string> header) =>
                header is not [var only] ? ""
                : only.Contains(';') ? "; the header is separated by semicolons: save the file with commas"
                : only.Contains('\t') ? "; the header is separated by tabs: save the file with commas" : "";

            private bool ReadHeader(int line, IReadOnlyList<string> fields)
            {
                if (fields.Count == 1 && fields[0].Length == 0) return true;
                var index = new Dictionary<string, int>();
                for (var i = 0; i < fields.Count; i++)
                {
                    var name = fields[i].Trim();
                    if (name.Length == 0)
                        Notices.Error("empty_column_name", rule.File, line, "", $"column {i + 1} has no name");
                    else if (!index.TryAdd(name, i))
                        Notices.Error("duplicated_column", rule.File, line, name, "the column stands there twice");
                    else if (rule.ByName.TryGetValue(name, out var known)) _columns.Add((i, known));
                    else Notices.Tell("unknown_column", rule.File, line, name, "the reference knows no such column");
                }
                _width = fields.Count;
                _row = new GtfsRow(rule, index);
                var isReadable = true;
                foreach (var column in rule.Columns.Where(c => !index.ContainsKey(c.Name)))
                    if (column.Presence == Presence.Required)
                    {
                        Notices.Error("missing_required_column", rule.File, line, column.Name,
                            "the column is required" + Hint(fields));
                        isReadable = false;
                    }
                    else if (column.Presence == Presence.Recommended)
                        Notices.Warn(
                            "missing_recommended_column", rule.File, line, column.Name, "the column is recommended");
                return isReadable;
            }

            private void CheckRow(int line)
            {
                foreach (var (at, column) in _columns)
                {
                    var text = _row!.Fields[at];
                    if (text.Length == 0)
                    {
                        if (column.Presence == Presence.Required)
                            Notices.Error(
                                "missing_required_field", rule.File, line, column.Name, "the field is required");
                        else if (column.Presence == Presence.Recommended)
                            Notices.Warn("missing_recommended_field", rule.File, line, column.Name,
                                "the field is recommended");
                        continue;
                    }
                    if (FieldCheck.Find(column, text) is { } fault)
                        Add(fault.Severity, fault.Code, line, column.Name,
                            $"`{Reading.CsvRow.Shorten(text)}` is not {fault.Wanted}");
                    CheckReference(line, column, text);
                    if (column.Type == "id") pass.IdsOf(rule.File[..^4] + "." + column.Name).Add(text);
                }
                CheckKey(line);
            }

            private void Add(Severity severity, string code, int line, string column, string message)
            {
                if (severity == Severity.Error) Notices.Error(code, rule.File, line, column, message);
                else Notices.Warn(code, rule.File, line, column, message);
            }

            private void CheckReference(int line, ColumnRule column, string text)
            {
                if (column.PointsTo is not { } target) return;
                if (target == "stops.stop_id" && rule.File == "stops.txt")
                {
                    pass._parents.Add((line, text));
                    return;
                }
                foreach (var one in target.Split('|'))
                    if (pass.IdsOf(one).Contains(text) || pass.Incomplete.Contains(one[..one.IndexOf('.')] + ".txt"))
                        return;
                Notices.Error("foreign_key_violation", rule.File, line, column.Name,
                    $"`{Reading.CsvRow.Shorten(text)}` stands not in {target}");
            }

            private void CheckParents()
            {
                if (pass.Incomplete.Contains("stops.txt")) return;
                var ids = pass.IdsOf("stops.stop_id");
                foreach (var (line, parent) in pass._parents.Where(p => !ids.Contains(p.Parent)))
                    Notices.Error("foreign_key_violation", rule.File, line, "parent_station",
                        $"`{Reading.CsvRow.Shorten(parent)}` stands not in stops.stop_id");
            }

            // Keys of stop_times are compared trip by trip, when all rows are there.
            private void CheckKey(int line)
            {
                if (rule.Key.Count == 0 || rule.File == "stop_times.txt") return;
                var key = string.Join('\u001f', rule.Key.Select(_row!.Text));
                if (rule.Key.Count == 1 && key.Length == 0 || _keys.Add(key)) return;
                Notices.Error("duplicate_key", rule.File, line, string.Join(',', rule.Key),
                    $"`{Reading.CsvRow.Shorten(key.Replace('\u001f', ' ').Trim())}` stands there twice");
            }
        }

        private HashSet<string> IdsOf(string column) =>
            _ids.TryGetValue(column, out var ids) ? ids : _ids[column] = [];
    }
}
