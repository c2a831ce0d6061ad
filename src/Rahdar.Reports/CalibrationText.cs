using System.Globalization;
using Rahdar.Network.Borders;
using Rahdar.Network.Indicators;
using Rahdar.Planning.Calibration;

namespace Rahdar.Reports;

/// <summary>The calibration report as Markdown; it is shipped as docs/calibration.md.</summary>
public static class CalibrationText
{
    private const string Title = "Calibration";
    private static readonly int Fitted = CalibrationReport.FittedUntil;
    private static readonly int Judged = CalibrationReport.JudgedYear;

    /// <summary>The whole page.</summary>
    public static string Of(CalibrationReport report)
    {
        var page = new MarkdownSheet().Heading(1, Title).Paragraph(Summary(report));
        page.Paragraph("Made by `./rahdar calibrate --write docs/calibration.md`; a test compares this page with "
            + "what the command prints. A comparison counts only when no published page stands behind both of its "
            + "sides: the walk follows the sources of a row, the pages and rows its remarks name, and rows whose "
            + "figures were copied without saying so. What shares a page is listed as circular and not judged. "
            + "Sources stand by the row, so the walk rather calls too much circular than too little. Nothing is "
            + "fitted to a route.");
        Forecast(page, report.Forecast);
        Borders(page, report);
        Speeds(page, report);
        CalibrationServices.Write(page, report);
        return page.Finish();
    }

    internal static string N(decimal? value, int digits = 1) =>
        value?.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "";

    internal static string Percent(decimal share) => $"{N(share * 100, 0)} %";

    private static string Signed(decimal value) => value > 0 ? "+" + N(value) : N(value);

    private static string Summary(CalibrationReport r)
    {
        var (model, last) = (r.Forecast.ErrorsOf(), r.Forecast.LastYearErrorsOf());
        var borders = BorderErrors(r);
        var speeds = r.Speeds.Where(s => s.Standing == Standing.Judged).ToList();
        var services = r.Services.Where(s => s.Standing == Standing.Judged).ToList();
        var verdict = (model.Mean - last.Mean) switch
        {
            < 0 => "which beats",
            _ => "which does not beat",
        };
        return $"Compared with what was published. Border times of {Judged}, predicted from years up to {Fitted} for "
            + $"{model.Count} series: mean absolute error {N(model.Mean)} h (median {N(model.Median)} h, bias "
            + $"{Signed(model.Bias)} h), {verdict} \"last year again\", {N(last.Mean)} h (median {N(last.Median)} "
            + $"h, bias {Signed(last.Bias)} h). The planner's own border times, where they do not derive from the "
            + $"published ones: mean absolute error {N(borders.Mean)} h, bias {Signed(borders.Bias)} h (n = "
            + $"{borders.Count}). Rail and road speeds: {speeds.Count(s => s.IsInside)} of {speeds.Count} lie "
            + "between the published speeds with and without delay. Services built from sections, borders and "
            + $"gauge changes: {services.Count(s => s.IsInside)} of {services.Count} lie within the published "
            + $"days. {r.CircularCount} comparisons are circular and were not judged.";
    }

    private static Errors BorderErrors(CalibrationReport r) => Errors.Of(
        r.Borders.Where(b => b.Standing == Standing.Judged).Select(b => (b.Hours, b.PublishedHours)));

    private static void Forecast(MarkdownSheet page, BorderForecast f)
    {
        page.Heading(2, "Border times by year")
            .Table(
                [$"error on {Judged}", "n", "model: mean abs h", "median abs h", "bias h", "last year: mean abs h",
                    "median abs h", "bias h"],
                [
                    ErrorRow("all series", f.ErrorsOf(), f.LastYearErrorsOf()),
                    ErrorRow("posts", f.ErrorsOf(IndicatorScope.Post), f.LastYearErrorsOf(IndicatorScope.Post)),
                    ErrorRow(
                        "country means", f.ErrorsOf(IndicatorScope.Country),
                        f.LastYearErrorsOf(IndicatorScope.Country)),
                ])
            .Paragraph("The first line of the table is the answer: "
                + (f.ErrorsOf().Mean < f.LastYearErrorsOf().Mean
                    ? "the model beats \"last year again\"." : "the model does not beat \"last year again\"."))
            .Paragraph($"Hours at one post (CPMM TFI1), by direction. The model is {Words(f.Chosen)}. It was chosen "
                + $"among {f.Tried.Count} by its mean absolute error on years up to {Fitted}, each predicted from "
                + $"the years before it; no value of {Judged} is read to choose or to predict. The last column of "
                + "the second table was looked at afterwards. Posts and the mean of their country overlap, so the "
                + "lines of the first table are not independent; a year of few series and of a pandemic is little "
                + "to choose by.")
            .Table(
                ["model", $"n to {Fitted}", $"mean abs h to {Fitted}", $"n {Judged}", $"mean abs h {Judged}"],
                [
                    .. f.Tried.Select(t => (string[])
                        [
                            Words(t.Model) + (t.Model == f.Chosen ? " (chosen)" : ""), $"{t.HeldOut.Count}",
                            N(t.HeldOut.Mean, 2), $"{t.Judged.Count}", N(t.Judged.Mean, 2),
                        ]),
                ]);
        var years = f.Series.SelectMany(s => s.Series.ByYear.Keys).Distinct().Order().ToList();
        page.Table(
            ["post or country", "mode", "direction", .. years.Select(y => $"{y} h"), $"model {Judged} h", "error h",
                "last year's error h"],
            [
                .. f.Series.Select(s => (string[])
                    [
                        s.Series.Scope == IndicatorScope.Post
                            ? $"{s.Series.ScopeId}, told by {s.Series.Country}" : $"{s.Series.Country}, all posts",
                        s.Series.Mode.ToString().ToLowerInvariant(), s.Series.Direction.ToString().ToLowerInvariant(),
                        .. years.Select(y => N(s.Series.HoursOf(y))), N(s.Predicted),
                        Difference(s.Predicted, s.Series.HoursOf(Judged)),
                        s.Predicted is null ? "" : Difference(s.Series.HoursOf(Fitted), s.Series.HoursOf(Judged)),
                    ]),
            ],
            words: 3);
    }

    private static string[] ErrorRow(string name, Errors model, Errors last) =>
    [
        name, $"{model.Count}", N(model.Mean), N(model.Median), Signed(model.Bias), N(last.Mean), N(last.Median),
        Signed(last.Bias),
    ];

    private static string Difference(decimal? a, decimal? b) => a is { } x && b is { } y ? Signed(x - y) : "";

    private static string Words(BorderModel m)
    {
        if (m == BorderModel.LastYear) return "last year again";
        var mean = m.Years == 1 ? "the last year" : $"the mean of the last {m.Years} years";
        if (m.Pull > 0) mean += $", {Percent(m.Pull)} of the way to the mean of its country";
        return m.Trend > 0 ? mean + $", with {Percent(m.Trend)} of the last change of all series" : mean;
    }

    private static void Borders(MarkdownSheet page, CalibrationReport r)
    {
        var errors = BorderErrors(r);
        var bothWays = r.Borders.Count(
            b => b.Standing == Standing.Judged && b.Row.Direction == BorderDirection.Both);
        page.Heading(2, $"The planner's border times against {Judged}")
            .Paragraph($"Both posts with queue against the sum of the two posts as published (of the post itself "
                + $"where it is published, else the mean of the country's posts). n = {errors.Count}, mean "
                + $"absolute error {N(errors.Mean)} h, median {N(errors.Median)} h, bias {Signed(errors.Bias)} h. "
                + $"For {r.BordersUnjudged} more rows and directions no more than one of the two posts is "
                + $"published: they cannot be judged. {bothWays} of the {errors.Count} pairs come from rows that "
                + "hold one figure for both ways, and that cannot meet two published values.")
            .Table(
                ["border row", "from-to", "likely h", "planning value h", "published h", "error h", "ratio"],
                [.. r.Borders.Where(b => b.Standing == Standing.Judged).Select(b => (string[])
                    [b.Row.Id, $"{b.From}-{b.To}", N(b.Row.Clearance!.Value.Mode), N(b.Hours), N(b.PublishedHours),
                        Signed(b.Hours - b.PublishedHours), N(b.Hours / b.PublishedHours, 2)])],
                words: 2)
            .Heading(3, "Circular, not judged")
            .Table(
                ["border row", "from-to", "shared pages", "likely h", "planning value h", "published h"],
                [.. r.Borders.Where(b => b.Standing == Standing.Circular).Select(b => (string[])
                    [b.Row.Id, $"{b.From}-{b.To}", string.Join(", ", b.Comparison.Shared),
                        N(b.Row.Clearance!.Value.Mode), N(b.Hours),
                        N(b.PublishedHours) + (b.Comparison.Judges.Count == 1 ? " (one post)" : "")])],
                words: 3);
    }

    private static void Speeds(MarkdownSheet page, CalibrationReport r)
    {
        var judged = r.Speeds.Where(s => s.Standing == Standing.Judged).ToList();
        page.Heading(2, "Speeds by country")
            .Paragraph("By rail the length of all operating links divided by the hours of their sections; by road "
                + "the speed of a loaded truck. Section speeds count stops inside a section and not borders, so "
                + "they should lie between the published speeds with delay (SWD) and without (SWOD): "
                + $"{judged.Count(s => s.IsInside)} of {judged.Count} do.")
            .Table(
                ["country", "mode", "verdict", "km", "figures n", "planner km/h", "SWD km/h", "SWOD km/h", "data year"],
                [.. judged.Select(s => SpeedRow(
                    s, s.IsInside ? "inside" : s.Kmh > s.WithoutDelay ? "too fast" : "too slow"))],
                words: 3)
            .Heading(3, "Circular, not judged")
            .Table(
                ["country", "mode", "shared pages", "km", "figures n", "planner km/h", "SWD km/h", "SWOD km/h",
                    "data year"],
                [.. r.Speeds.Where(s => s.Standing == Standing.Circular)
                    .Select(s => SpeedRow(s, string.Join(", ", s.Comparison.Shared)))],
                words: 3);
    }

    private static string[] SpeedRow(SpeedCheck s, string verdict) =>
    [
        s.Country, s.Mode.ToString().ToLowerInvariant(), verdict, s.Km == 0 ? "" : N(s.Km, 0),
        $"{s.Comparison.Inputs.Count}", N(s.Kmh), N(s.WithDelay), N(s.WithoutDelay),
        s.Year.ToString(CultureInfo.InvariantCulture),
    ];
}
