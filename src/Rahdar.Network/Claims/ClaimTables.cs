using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Borders;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>How the rows of one table become claims about subjects.</summary>
/// <param name="File">Relative file name.</param>
/// <param name="Kind">Kind of the subject.</param>
/// <param name="IdColumn">Column that names the subject.</param>
/// <param name="RowColumn">Column that names the row when it is not the subject's id; empty when it is.</param>
/// <param name="NameColumn">Column with a name for people; empty when there is none.</param>
internal sealed record ClaimTable(
    string File, SubjectKind Kind, string IdColumn, string RowColumn = "", string NameColumn = "name")
{
    /// <summary>Tables that hold claims, in the order in which they are shown.</summary>
    internal static readonly IReadOnlyList<ClaimTable> All =
    [
        new("network/places.csv", SubjectKind.Place, "id"),
        new("facts/places_needed.csv", SubjectKind.Place, "id"),
        new("ours/zones.csv", SubjectKind.Place, "place_id", NameColumn: ""),
        new("ours/names.csv", SubjectKind.Place, "place_id", NameColumn: ""),
        new("facts/ports.csv", SubjectKind.Place, "port_id", "terminal", ""),
        new("ours/storage_tiers.csv", SubjectKind.Place, "place_id", NameColumn: ""),
        new("facts/borders.csv", SubjectKind.Border, "border_id"),
        new("ours/border_limits.csv", SubjectKind.Border, "border_id", NameColumn: ""),
        new("facts/services.csv", SubjectKind.Service, "service_id"),
        new("ours/service_kinds.csv", SubjectKind.Service, "service_id", NameColumn: ""),
        new("facts/service_events.csv", SubjectKind.Service, "service_id", "event_id", ""),
        new("ours/service_status.csv", SubjectKind.Service, "service_id", "event_id", ""),
        new("ours/timetable.csv", SubjectKind.Service, "service_id", NameColumn: ""),
        new("facts/projects.csv", SubjectKind.Project, "project_id"),
        new("facts/project_events.csv", SubjectKind.Project, "project_id", "event_id", ""),
        new("facts/border_closures.csv", SubjectKind.Closure, "closure_id", NameColumn: "cause"),
        new("ours/closures.csv", SubjectKind.Closure, "closure_id", NameColumn: "cause"),
        new("ours/known_from.csv", SubjectKind.Closure, "closure_id", NameColumn: ""),
        new("facts/gauge_change.csv", SubjectKind.GaugeYard, "gauge_id"),
        new("facts/rail_sections.csv", SubjectKind.Section, "section_id"),
        new("facts/tariffs.csv", SubjectKind.Tariff, "tariff_id", NameColumn: "kind"),
        new("facts/incidents.csv", SubjectKind.Incident, "incident_id", NameColumn: "title"),
        new("facts/terminals.csv", SubjectKind.Terminal, "terminal_id"),
        new("ours/chokepoints.csv", SubjectKind.Chokepoint, "chokepoint_id"),
        new("facts/dwell.csv", SubjectKind.FigureRow, "dwell_id", NameColumn: "applies_to"),
        new("facts/vehicles.csv", SubjectKind.FigureRow, "class_id", NameColumn: "what"),
        new("facts/emissions.csv", SubjectKind.FigureRow, "factor_id", NameColumn: "vehicle_class"),
        new("facts/calendar.csv", SubjectKind.FigureRow, "calendar_id"),
        new("ours/handling.csv", SubjectKind.FigureRow, "handling_id", NameColumn: ""),
        new("ours/wagons.csv", SubjectKind.FigureRow, "wagon_id", NameColumn: ""),
        new(LineReader.TrainFile, SubjectKind.FigureRow, "train_id"),
        new(LineReader.OperationFile, SubjectKind.Section, "section_id", NameColumn: ""),
        new("ours/defaults.csv", SubjectKind.FigureRow, "default_id", NameColumn: "what"),
        new("facts/trade.csv", SubjectKind.FigureRow, "trade_id", NameColumn: "commodity"),
        new("ours/demand.csv", SubjectKind.FigureRow, "demand_id", NameColumn: ""),
        new("ours/activities.csv", SubjectKind.FigureRow, "activity_id", NameColumn: "what"),
        new("facts/sources.csv", SubjectKind.Source, "source_id", NameColumn: "what"),
    ];

    /// <summary>Columns that are part of a claim and no claim of their own.</summary>
    private static readonly HashSet<string> Frame =

    [
        "source", "confidence", "verification", "unit", "capacity_unit", "price_unit", "cost_unit", "volume_unit",
        "status_date",
    ];

    private static readonly Dictionary<string, string> UnitBySuffix = new()
    {
        ["_per_day_20"] = "USD/d",
        ["_per_day_40"] = "USD/d",
        ["_teu_yr"] = "TEU/yr",
        ["_t_yr"] = "t/yr",
        ["_per_week"] = "a week",
        ["_days"] = "d",
        ["_kmh"] = "km/h",
        ["_usd_m"] = "million USD",
        ["_usd"] = "USD",
        ["_teu"] = "TEU",
        ["_km"] = "km",
        ["_mm"] = "mm",
        ["_h"] = "h",
        ["_d"] = "d",
        ["_t"] = "t",
        ["_m"] = "m",
    };

    /// <summary>Name of a row's subject for people.</summary>
    internal string NameOf(CsvRow row) => NameColumn.Length == 0 ? "" : row.Text(NameColumn);

    /// <summary>Claims of one row. Days on which each became known are given by the caller.</summary>
    internal IEnumerable<Claim> ClaimsOf(CsvRow row, Func<string, LocalDate?> knownFrom)
    {
        var subject = row.Text(IdColumn);
        var id = RowColumn.Length > 0 && row.Text(RowColumn).Length > 0 ? row.Text(RowColumn) : subject;
        if (File is "facts/service_events.csv" or "ours/service_status.csv")
            return [Whole(row, id, "status", StatusWords(row), Day(row.Text("known_from"))) with
            {
                HoldsFrom = Day(row.Text("holds_from")),
                HoldsTo = Day(row.Text("holds_to")),
                Note = row.Text("detail"),
            }];
        if (File == "facts/project_events.csv")
            return [Whole(row, id, "status", row.Text("event"), Day(row.Text("date")))];
        if (File == "ours/names.csv")
            return [Whole(row, id, $"name ({row.Text("language")})", row.Text("name"), null)];
        if (File == "ours/chokepoints.csv")
            return [Whole(row, id, "link", row.Text("link_id") + Bracketed(row.Text("note")), null)];
        return Wide(row, id, knownFrom);
    }

    private IEnumerable<Claim> Wide(CsvRow row, string id, Func<string, LocalDate?> knownFrom)
    {
        var cells = row.Cells.ToDictionary(c => c.Column, c => c.Text);
        var done = new HashSet<string>(Frame) { IdColumn };
        if (RowColumn.Length > 0) done.Add(RowColumn);
        foreach (var column in cells.Keys)
        {
            if (!done.Add(column)) continue;
            var field = column.Replace("#2", "", StringComparison.Ordinal);
            var value = cells[column];
            if (TripleOf(column, cells) is (var name, var mode, var max))
            {
                done.Add(mode);
                done.Add(max);
                field = name;
                value = Range(cells[column], cells[mode], cells[max]);
            }
            if (value.Length == 0) continue;
            yield return Whole(row, id, field, WithUnit(field, value, row), knownFrom(column)) with
            {
                HoldsFrom = Day(row.Text("valid_from")),
                HoldsTo = Day(row.Text("valid_to")),
                StatedOn = field == "status" ? Day(row.Text("status_date")) : null,
            };
        }
    }

    private Claim Whole(CsvRow row, string id, string field, string value, LocalDate? known) => new(
        id, row.Text(IdColumn), field, value, null, null, known, row.Text("source"), GradeOf(row.Text("confidence")),
        VerificationOf(row.Text("verification")), row.File, row.Line);

    private static string Bracketed(string note) => note.Length == 0 ? "" : $" ({note})";

    private static string StatusWords(CsvRow row) =>
        row.Text("holds_from") is { Length: > 0 } from && row.Text("holds_from") != row.Text("known_from")
            ? $"{row.Text("status")} for {from}"
            : row.Text("status");

    /// <summary>
    /// Common name and the two other columns of a triple that a least-value column begins; null when it begins none.
    /// </summary>
    private static (string Name, string Mode, string Max)? TripleOf(string column, Dictionary<string, string> cells)
    {
        var words = column.Split('_').ToList();
        var at = words.IndexOf("min");
        if (at < 0) return null;
        string With(string word) => string.Join('_', words.Select((w, i) => i == at ? word : w));
        var mode = cells.ContainsKey(With("mode") + "#2") ? With("mode") + "#2" : With("mode");
        var max = With("max");
        if (!cells.ContainsKey(mode) || !cells.ContainsKey(max)) return null;
        words.RemoveAt(at);
        var name = string.Join('_', words);
        return (name switch { "" => "range", "h" => "hours", _ => name }, mode, max);
    }

    private static string Range(string min, string mode, string max)
    {
        var middle = mode.Length > 0 ? mode : min.Length > 0 ? min : max;
        var (least, greatest) = (min.Length > 0 ? min : middle, max.Length > 0 ? max : middle);
        return least == middle && middle == greatest ? middle : $"{least}/{middle}/{greatest}";
    }

    private static string WithUnit(string field, string value, CsvRow row)
    {
        if (value.Length == 0 || !value.Split('/').All(IsNumber)) return value;
        var unit = field switch
        {
            "capacity_per_day" => row.Text("capacity_unit") + " a day",
            "price_usd" => "USD " + row.Text("price_unit"),
            "cost_usd" when row.Text("cost_unit").Length > 0 => "USD/" + row.Text("cost_unit"),
            "volume" => row.Text("volume_unit"),
            "range" when row.File == "ours/demand.csv" => row.Text("kind") == "boxes" ? "TEU/d" : "trucks/d",
            "value" or "range" or "wtw" or "ttw" or "wtt" => row.Text("unit"),
            "usd" => "USD, where the price is " + row.Text("unit"),
            "hours_per_train" => "h",
            "hours" => row.Text("dwell_id").Contains("-SPEED-", StringComparison.Ordinal) ? "km/h" : "h",
            "days" => "d",
            _ => UnitBySuffix.FirstOrDefault(u => field.EndsWith(u.Key, StringComparison.Ordinal)).Value ?? "",
        };
        return unit.Length == 0 ? value : $"{value} {unit}";
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// A day `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null when the text is none. The reader has told faults already.
    /// </summary>
    internal static LocalDate? Day(string text)
    {
        var padded = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text };
        return LocalDatePattern.Iso.Parse(padded) is { Success: true } day ? day.Value : null;
    }

    private static Confidence? GradeOf(string text) => text switch
    {
        "high" => Confidence.High,
        "medium" => Confidence.Medium,
        "low" => Confidence.Low,
        _ => null,
    };

    private static Verification? VerificationOf(string text) => text switch
    {
        "confirmed" => Verification.Confirmed,
        "denied" => Verification.Denied,
        "reported" => Verification.Reported,
        "under_verification" => Verification.UnderVerification,
        _ => null,
    };
}
