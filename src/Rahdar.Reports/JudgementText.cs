using System.Globalization;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Planning.Calibration;

namespace Rahdar.Reports;

/// <summary>The judgement of border times as text; its first sentence is the verdict.</summary>
public static class JudgementText
{
    private const int Year = CalibrationReport.JudgedYear;

    /// <summary>An answer as text.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(JudgementAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        sheet.Line(Verdict(answer));
        sheet.Line($"Movements of {string.Join(", ", answer.Files)}"
            + (answer.From is { } from ? $", {Day(from)} to {Day(answer.Until)}." : "."));
        if (answer.Judged.Count > 0)
        {
            Totals(sheet, answer);
            Series(sheet, answer);
        }
        sheet.Heading("What this rests on");
        foreach (var line in Basis(answer)) sheet.Line("- " + line, 2);
        return sheet.Finish();
    }

    /// <summary>The error against "last year again", whatever it says.</summary>
    internal static string Verdict(JudgementAnswer answer)
    {
        if (answer.Judged.Count == 0)
            return $"No published border time of {Year} is met by these movements: nothing is judged.";
        var (own, last) = (answer.ErrorsOfMovements(), answer.ErrorsOfLastYear());
        var word = own.Mean < last.Mean ? "beats" : "does not beat";
        return $"Mean absolute error of {IndicatorText.N(own.Mean)} h on {own.Count} published border times of {Year}, "
            + $"against {IndicatorText.N(last.Mean)} h of \"last year again\": it {word} it. What fits up to "
            + $"{CalibrationReport.FittedUntil} predict is {IndicatorText.N(answer.ErrorsOfPrediction().Mean)} h off.";
    }

    internal static IReadOnlyList<string> Basis(JudgementAnswer answer)
    {
        var lines = new List<string>
        {
            "Hours at one post with queue (TFI1), every sample weighted by what the unit counts; +- is half of a 95 % "
                + "interval over the units.",
            $"Prediction and \"last year again\" read no value of {Year}; posts and the mean of their country overlap, "
                + "so the lines are not independent.",
            $"The movements are of their own days, the judge is a mean of {Year}: traffic, hours and closures differ.",
            "The simulation has one queue a crossing, before the first post: the second post's time is its work alone.",
            "A page marked * tells the published time and stands also in the row of the post's capacity or work; the "
                + "time itself feeds nothing.",
        };
        if (answer.Open > 0)
            lines.Add($"{answer.Open:#,0} crossings had not ended: left out, which makes times too short.");
        if (answer.NotMet.Count > 0)
            lines.Add($"Not met: {string.Join("; ", answer.NotMet.Select(s => Name(answer, s)))}.");
        return lines;
    }

    internal static string Name(JudgementAnswer answer, BorderSeries s)
    {
        var name = s.Scope == IndicatorScope.Country
            ? $"{s.ScopeId}, all posts"
            : answer.Network.Places.GetValueOrDefault(new PlaceId(s.ScopeId))?.ToString() ?? s.ScopeId;
        var direction = s.Direction == IndicatorDirection.Outbound ? "out of" : "into";
        return $"{name} {s.Mode.ToString().ToLowerInvariant()} {direction} {s.Country}";
    }

    private static void Totals(TextSheet sheet, JudgementAnswer answer)
    {
        sheet.Heading($"Errors on {Year}, h");
        var rows = new List<IReadOnlyList<string>> { new[] { "", "n", "mean abs", "median abs", "bias" } };
        void Add(string name, Errors e)
        {
            if (e.Count > 0)
                rows.Add([name, $"{e.Count}", N(e.Mean), N(e.Median), Signed(e.Bias)]);
        }
        Add("movements", answer.ErrorsOfMovements());
        Add("fits up to " + CalibrationReport.FittedUntil, answer.ErrorsOfPrediction());
        Add("last year again", answer.ErrorsOfLastYear());
        if (answer.Judged.Any(j => j.Shared.Count > 0))
        {
            Add("without *: movements", answer.ErrorsOfMovements(true));
            Add("without *: fits", answer.ErrorsOfPrediction(true));
            Add("without *: last year", answer.ErrorsOfLastYear(true));
        }
        sheet.Rows([24, 4, 9, 11, 8], rows, 2, 1, 2, 3, 4);
    }

    private static void Series(TextSheet sheet, JudgementAnswer answer)
    {
        sheet.Heading("Hours at one post");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "post or country", "n", "here", "+-", $"{Year}", "fits", "last year" },
        };
        foreach (var j in answer.Judged)
            rows.Add(
            [
                Name(answer, j.Series) + (j.Shared.Count > 0 ? " *" : ""),
                j.Measured.N.ToString("#,0", CultureInfo.InvariantCulture), N(j.Measured.Mean), N(j.Measured.Half),
                N(j.Published), N(j.Predicted), N(j.LastYear),
            ]);
        sheet.Rows([0, 7, 6, 6, 6, 6, 9], rows, 2, 1, 2, 3, 4, 5, 6);
    }

    private static string N(decimal? value) => IndicatorText.N(value);

    private static string Signed(decimal value) => value > 0 ? "+" + N(value) : N(value);

    private static string Day(NodaTime.Instant at) => at.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
