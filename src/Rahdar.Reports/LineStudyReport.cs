using System.Globalization;
using System.Text.Json;
using Rahdar.Lines.Studies;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The study of a line, as text and as JSON (docs/formats/rail.md).</summary>
public static class LineStudyReport
{
    /// <summary>The page.</summary>
    public static string Text(LineStudy study, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain).Title($"Line {study.Line}", "today, and after the project");
        sheet.Line("A model, not a timetable. * holds an estimate; a/b/c is least/likely/greatest. "
            + "The profile of the line is in no table: trains run on level straight track without a stop, "
            + "so times are the shortest that can be. Trains a day are those of one kind, equally fast; "
            + "mixed traffic passes fewer. `said` is what pages or the tables say; "
            + "it judges, and no count of trains rests on it.");
        foreach (var project in study.Projects)
            sheet.Labelled(project.Id, $"{project.Name}: {project.Status}"
                + (project.Opens is { } opens ? $"; opens {opens}" : ""), 12);
        var sources = new List<string>();
        foreach (var section in study.Sections)
        {
            sheet.Heading($"{section.Section.Id} {section.Section.Name}");
            foreach (var remark in section.Remarks) sheet.Line(remark, 2);
            Table(sheet, section.Rows, section.Upgrade is not null, sources);
        }
        sheet.Heading("the whole line: times added, trains of the weakest section");
        Table(sheet, study.Totals, true, sources);
        sheet.Heading("sources (./rahdar network show ID)");
        for (var i = 0; i < sources.Count; i++) sheet.Labelled($"[{i + 1}]", sources[i], 5, 2);
        return sheet.Finish();
    }

    /// <summary>The study.</summary>
    public static string Json(LineStudy study) => PlanJson.Write(json =>
    {
        json.WriteString("line", study.Line);
        json.WriteString("profile", "unknown: level straight track, no stop");
        json.WriteStartArray("projects");
        foreach (var project in study.Projects)
        {
            json.WriteStartObject();
            json.WriteString("id", project.Id);
            json.WriteString("name", project.Name);
            json.WriteString("status", project.Status);
            if (project.Opens is { } opens) Range(json, "opens", opens);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var section in study.Sections)
        {
            json.WriteStartObject();
            json.WriteString("section", section.Section.Id);
            json.WriteString("name", section.Section.Name);
            if (section.Upgrade is { } upgrade) json.WriteString("upgrade", upgrade.Id);
            PlanJson.Texts(json, "remarks", section.Remarks);
            Rows(json, "rows", section.Rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Rows(json, "line_totals", study.Totals);
    });

    private static void Table(
        TextSheet sheet, IReadOnlyList<StudyRow> rows, bool isChanged, List<string> sources) =>
        sheet.Rows([29, 14, 15, 0], rows.Select(r => Row(r, isChanged, sources))
            .Prepend(["", "today", isChanged ? "after" : "", "confidence"]), 2, 1, 2);

    private static IReadOnlyList<string> Row(StudyRow row, bool isChanged, List<string> sources) =>
    [
        row.Name + (row.Unit.Length == 0 ? "" : $", {row.Unit}"), Value(row.Today),
        isChanged ? Value(row.After) : "", Grade(row) + Notes(row, sources),
    ];

    // ` [3] [4]`: sources are long and many rows share them, so each set stands once, at the end of the page.
    private static string Notes(StudyRow row, List<string> sources)
    {
        var text = "";
        foreach (var set in new[] { row.Today, row.After }.OfType<StudyValue>()
            .Select(v => v.Source.Replace(";", ", ", StringComparison.Ordinal)).Distinct())
        {
            if (!sources.Contains(set)) sources.Add(set);
            text += $" [{sources.IndexOf(set) + 1}]";
        }
        return text;
    }

    private static string Grade(StudyRow row) =>
        string.Join("/", new[] { row.Today, row.After }.OfType<StudyValue>()
            .Select(v => v.Confidence.ToString().ToLowerInvariant()).Distinct());

    private static string Value(StudyValue? value) =>
        value is null ? "unknown" : Triangle(value.Value) + (value.IsEstimate ? " *" : "");

    // As many places as the size calls for: a tenth of a train a day is not known.
    private static string Triangle(Triangle value)
    {
        var format = value.Mode < 20 && value.Mode != decimal.Truncate(value.Mode) ? "0.0" : "#,0";
        string Of(decimal number) => number.ToString(format, CultureInfo.InvariantCulture);
        return value.IsExact ? Of(value.Mode) : $"{Of(value.Min)}/{Of(value.Mode)}/{Of(value.Max)}";
    }

    private static void Rows(Utf8JsonWriter json, string name, IReadOnlyList<StudyRow> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("what", row.Name);
            json.WriteString("unit", row.Unit);
            One(json, "today", row.Today);
            One(json, "after", row.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void One(Utf8JsonWriter json, string name, StudyValue? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Range(json, "value", value.Value);
        json.WriteString("source", value.Source);
        json.WriteString("confidence", value.Confidence.ToString().ToLowerInvariant());
        json.WriteBoolean("computed", value.IsComputed);
        json.WriteBoolean("estimate", value.IsEstimate);
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, string name, Triangle value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("min", value.Min);
        json.WriteNumber("mode", value.Mode);
        json.WriteNumber("max", value.Max);
        json.WriteEndObject();
    }
}
