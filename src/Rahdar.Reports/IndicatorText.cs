using System.Globalization;
using Rahdar.Indicators;
using Rahdar.Indicators.Arrivals;
using Rahdar.Indicators.Charts;
using Rahdar.Network.Places;

namespace Rahdar.Reports;

/// <summary>Indicators as text: borders, sections, planned against happened, the chart of a unit.</summary>
public static class IndicatorText
{
    private const int OpenShown = 8;
    private const string Unknown = "-";

    /// <summary>An answer as text.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(IndicatorAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        sheet.Line(First(answer));
        sheet.Line($"{answer.Measured.Units:#,0} units of {string.Join(", ", answer.Files)}"
            + (answer.Corridor is { } corridor ? $"; only corridor {corridor}." : "."));
        foreach (var note in answer.Notes) sheet.Line("Note: " + note);
        Borders(sheet, answer);
        Activities(sheet, answer);
        Sections(sheet, answer);
        if (answer.Arrivals is { } arrivals) Arrivals(sheet, arrivals);
        if (answer.Chart is { } chart) Chart(sheet, chart);
        if (answer.Csv is { } file) sheet.Heading("Sheet").Line($"written to {file}", 2);
        Basis(sheet, answer.Measured);
        return sheet.Finish();
    }

    internal static string N(decimal? value, int digits = 1) =>
        value?.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? Unknown;

    private static string First(IndicatorAnswer answer)
    {
        var (time, with) = (answer.Sheet.AllBorders.ClearanceTime, answer.Sheet.AllSections.WithDelay.Speeds);
        var border = time.N == 0
            ? "No passage of a border post could be measured."
            : $"A border post takes {N(time.Mean)} h on average ({Interval(time)}median {N(time.Median)} h, "
                + $"{time.N:#,0} samples in {time.Units:#,0} passages).";
        return border + (with.N == 0 ? "" : $" Speed with delay {N(with.Mean)} km/h, without "
            + $"{N(answer.Sheet.AllSections.WithoutDelay.Speeds.Mean)} km/h ({with.N:#,0} samples).");
    }

    private static string Interval(Statistic s) =>
        s.Half is null ? "" : $"95 % interval {N(Math.Max(0, s.Low!.Value))} to {N(s.High)} h, ";

    private static void Borders(TextSheet sheet, IndicatorAnswer answer)
    {
        var s = answer.Sheet;
        if (s.AllBorders.ClearanceTime.N == 0 && s.AllBorders.Open == 0) return;
        sheet.Heading("Border clearance time, h at one post (TFI1)");
        Table(sheet, answer, s.Keys, s.Borders.Append(s.AllBorders).Select(g => (g.Key, g.ClearanceTime)));
        Open(sheet, answer);
        sheet.Heading("Cost at a border, USD at one post (TFI2)");
        if (s.AllBorders.Cost.N == 0) sheet.Line("unknown: no price of border work is told", 2);
        else Table(sheet, answer, s.Keys, s.Borders.Append(s.AllBorders).Select(g => (g.Key, g.Cost)), 0);
    }

    /// <summary>Groups with units whose crossing had not ended, the most first: their means are too small.</summary>
    private static void Open(TextSheet sheet, IndicatorAnswer answer)
    {
        var s = answer.Sheet;
        var open = s.Borders.Where(g => g.Open > 0).OrderByDescending(g => g.Open).ToList();
        if (open.Count == 0) return;
        sheet.Line("Not through when the movements end, and in no mean: that makes it too small.", 2);
        foreach (var group in open.Take(OpenShown))
            sheet.Line(
                $"- {string.Join(", ", KeyCells(answer, s.Keys, group.Key).DefaultIfEmpty("all"))}: "
                + $"{group.Open.ToString("#,0", CultureInfo.InvariantCulture)} held beside "
                + $"{group.ClearanceTime.N.ToString("#,0", CultureInfo.InvariantCulture)} measured", 2);
        if (open.Count > OpenShown) sheet.Line($"and {open.Count - OpenShown} more groups", 2);
    }

    private static void Sections(TextSheet sheet, IndicatorAnswer answer)
    {
        var s = answer.Sheet;
        if (s.AllSections.WithDelay.Speeds.N == 0)
        {
            sheet.Heading("Sections (TFI3, TFI4)").Line("no way of known length is told", 2);
            return;
        }
        var groups = s.Sections.Append(s.AllSections).ToList();
        sheet.Heading("Speed with delay, km/h (TFI4, SWD)");
        Table(sheet, answer, s.SectionKeys, groups.Select(g => (g.Key, g.WithDelay.Speeds)));
        sheet.Heading("Speed without delay, km/h (TFI4, SWOD)");
        Table(sheet, answer, s.SectionKeys, groups.Select(g => (g.Key, g.WithoutDelay.Speeds)));
        sheet.Line($"All kilometres by all hours: {N(s.AllSections.WithDelay.Pooled)} km/h with delay, "
            + $"{N(s.AllSections.WithoutDelay.Pooled)} km/h without.", 2);
        sheet.Heading("Cost of a section, USD per 500 km and 20 t (TFI3)");
        if (s.AllSections.Cost.N == 0) sheet.Line("unknown: of no way are all prices told", 2);
        else Table(sheet, answer, s.SectionKeys, groups.Select(g => (g.Key, g.Cost)), 0);
    }

    private static void Table(
        TextSheet sheet, IndicatorAnswer answer, IReadOnlyList<IndicatorKey> keys,
        IEnumerable<(IReadOnlyList<string> Key, Statistic Value)> groups, int digits = 1)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            (string[])[.. keys.Select(IndicatorKeys.Of).DefaultIfEmpty(""), "n", "units", "mean", "+-", "median", "cv"],
        };
        foreach (var (key, value) in groups.Where(g => g.Value.N > 0))
            rows.Add(
            [
                .. KeyCells(answer, keys, key), value.N.ToString("#,0", CultureInfo.InvariantCulture),
                value.Units.ToString("#,0", CultureInfo.InvariantCulture), N(value.Mean, digits),
                N(value.Half, digits), N(value.Median, digits), N(value.Variation, 2),
            ]);
        var first = Math.Max(1, keys.Count);
        sheet.Rows(
            [.. keys.Select(WidthOf).DefaultIfEmpty(5), 9, 7, 7, 6, 7, 5], rows, 2,
            [.. Enumerable.Range(first, 6)]);
    }

    private static void Activities(TextSheet sheet, IndicatorAnswer answer)
    {
        var s = answer.Sheet;
        if (s.AllBorders.ClearanceTime.N == 0) return;
        sheet.Heading("Where the time at borders goes, mean h a sample");
        foreach (var group in s.Borders.Append(s.AllBorders))
            sheet.Line(
                string.Join(", ", KeyCells(answer, s.Keys, group.Key).Where(c => c.Length > 0)) + ": "
                + string.Join(", ", group.Activities.Where(a => Math.Round(a.Hours, 1) > 0)
                    .Select(a => $"{a.Activity} {N(a.Hours)}")), 2);
    }

    private static IEnumerable<string> KeyCells(
        IndicatorAnswer answer, IReadOnlyList<IndicatorKey> keys, IReadOnlyList<string> key)
    {
        if (key.Count == 0) return [.. keys.Select((_, i) => i == 0 ? "all" : "").DefaultIfEmpty("all")];
        return key.Select((value, i) => keys[i] == IndicatorKey.Post
            && answer.Network.Places.GetValueOrDefault(new PlaceId(value)) is { } place ? place.ToString() : value);
    }

    private static int WidthOf(IndicatorKey key) => key switch
    {
        IndicatorKey.Post => 0,
        IndicatorKey.Direction => 9,
        IndicatorKey.Mode => 5,
        _ => 8,
    };

    private static void Arrivals(TextSheet sheet, ArrivalComparison a)
    {
        var (share, late) = (a.Punctuality, a.Late);
        sheet.Heading("Planned against happened");
        sheet.Line(share.N == 0
            ? "of no planned unit can be told whether it came on time"
            : $"on time (no more than {N((decimal)a.Tolerance.TotalHours)} h after the plan): {Percent(share.Value)}, "
                + $"95 % interval {Percent(share.Low)} to {Percent(share.High)} ({share.N:#,0} samples of "
                + $"{share.Units:#,0} units)", 2);
        if (late.N > 0)
            sheet.Line($"late by {N(late.Mean)} h on average ({(late.Half is null ? "" : $"+- {N(late.Half)} h, ")}"
                + $"median {N(late.Median)} h, {late.N:#,0} samples)", 2);
        if (a.NotSeen > 0) sheet.Line($"{a.NotSeen:#,0} planned units are not in the movements", 2);
    }

    private static string Percent(double? share) => $"{N((decimal?)share * 100)} %";

    private static void Chart(TextSheet sheet, UnitChart chart)
    {
        sheet.Heading($"Time and cost over distance: {chart.UnitId}");
        Points(sheet, chart.Happened);
        if (chart.Planned is null) return;
        sheet.Heading($"As it was planned: {chart.UnitId}");
        Points(sheet, chart.Planned);
    }

    private static void Points(TextSheet sheet, TimeCostChart chart)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "leg or node", "km", "h", "sum km", "sum h", "sum USD" } };
        foreach (var (i, leg) in chart.Legs.Index())
        {
            var point = chart.Points[i + 1];
            rows.Add(
            [
                leg.Name, leg.IsNode ? "" : N(leg.Km, 0), N(leg.Hours), N(point.Km, 0), N(point.Hours), N(point.Usd, 0),
            ]);
        }
        sheet.Rows([0, 6, 7, 7, 7, 9], rows, 2, 1, 2, 3, 4, 5);
        sheet.Line($"{N(chart.TotalKm, 0)} km, {N(chart.TotalHours)} h, {N(chart.TotalUsd, 0)} USD; "
            + $"{N(chart.AverageSpeed)} km/h, {N(chart.UsdPerKm, 2)} USD/km"
            + (chart.WorstNode is null ? "."
                : $"; at nodes {N(chart.NodeTimeShare * 100, 0)} % of the time, most at {chart.WorstNode}."), 2);
    }

    private static void Basis(TextSheet sheet, Measurement m)
    {
        sheet.Heading("What this rests on");
        foreach (var line in IndicatorLines.Basis(m)) sheet.Line("- " + line, 2);
    }
}
