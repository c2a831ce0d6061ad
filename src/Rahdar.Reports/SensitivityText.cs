using System.Globalization;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Reports;

/// <summary>What moves a plan, as a tornado in letters, and what better information would be worth.</summary>
public static class SensitivityText
{
    private const int FiguresShown = 15;
    private const int WorthShown = 8;
    private const int Arm = 9;

    /// <summary>Both about one plan of the list.</summary>
    /// <param name="answer">The answer, looked ahead.</param>
    /// <param name="sensitivity">What was found out.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Of(PlanAnswer answer, Sensitivity sensitivity, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        Tornado(sheet, sensitivity);
        Worth(sheet, sensitivity, answer.Outlook!);
        return sheet.Finish();
    }

    private static void Tornado(TextSheet sheet, Sensitivity sensitivity)
    {
        sheet.Heading($"What moves plan {sensitivity.Number}: {sensitivity.Tornado.Count} figures");
        if (sensitivity.Tornado.Count == 0) return;
        sheet.Line("Each figure goes from its p10 to its p90, all others stay at planning values (means): swing of the "
            + "arrival, of the cost and of both as one (generalised). Bars: `-` at p10, `=` at p90; left is better.");
        var greatest = sensitivity.Tornado.Max(i => Math.Max(Length(i.AtLow), Length(i.AtHigh)));
        var rows = new List<IReadOnlyList<string>> { new[] { "figure", "h", "USD", "generalised", "" } };
        foreach (var i in sensitivity.Tornado.Take(FiguresShown))
            rows.Add(
            [
                $"{i.Figure.Id} {Number(i.Low)} to {Number(i.High)} {i.Figure.Unit}, "
                    + i.Figure.Provenance.Basis.ToString().ToLowerInvariant(),
                i.Swing is { } s ? (s.Minutes / 60m).ToString("0.0", CultureInfo.InvariantCulture) : "stranded",
                i.Swing is { } c ? PlanText.Usd(c.Cents) : "", i.Swing is { } g ? PlanText.Usd(g.Generalised) : "",
                Bar(i, greatest),
            ]);
        sheet.Rows([0, 8, 7, 11, 2 * Arm + 1], rows, 2, 1, 2, 3);
        if (sensitivity.Tornado.Count > FiguresShown)
            sheet.Line($"and {sensitivity.Tornado.Count - FiguresShown} figures with smaller swings.", 2);
    }

    private static void Worth(TextSheet sheet, Sensitivity sensitivity, Outlook outlook)
    {
        sheet.Heading("What better information would be worth");
        if (outlook.Shown.Count < 2)
        {
            sheet.Line("Nothing: only one plan is shown, so there is nothing to choose.", 2);
            return;
        }
        if (sensitivity.Information is not { } information)
        {
            sheet.Line($"Not worked out: at least {InformationValue.DrawsMin} draws are needed (`--draws`).", 2);
            return;
        }
        sheet.Line($"Expected saving for this consignment if a figure were known before one of the "
            + $"{outlook.Shown.Count} plans shown is chosen, in generalised cost, of {information.Draws:#,0} draws. "
            + "Knowing a figure tells something of others of its table.");
        var told = information.Figures.Where(f => !f.IsNoise).ToList();
        sheet.Rows([0, 8], told.Take(WorthShown).Select(IReadOnlyList<string> (f) =>
        [
            $"{f.Figure.Id}, {f.Figure.Provenance.Basis.ToString().ToLowerInvariant()}", PlanText.Usd(f.Cents) + " USD",
        ]), 2, 1);
        if (told.Count > WorthShown) sheet.Line($"and {told.Count - WorthShown} figures worth less.", 2);
        sheet.Line($"{(told.Count == 0 ? "Every figure" : "Every other figure")}: no more than noise (under 3 x "
            + $"{Exactly(information.SpreadCents)} USD). All known, the days of departures too: "
            + $"{PlanText.Usd(information.AllKnownCents)} USD, the most that any information is worth. Chance alone "
            + $"gives {Exactly(information.BiasCents)} USD with so few draws a bin: that is taken off, what is left "
            + "may still lie a little high.", 2);
    }

    private static string Bar(Influence influence, long greatest)
    {
        var cells = new string(' ', 2 * Arm + 1).ToCharArray();
        var ends = new[] { (influence.AtLow, '-'), (influence.AtHigh, '=') };
        // The longer one first, so that the shorter stays seen when both lie on one side.
        foreach (var (shift, sign) in ends.OrderByDescending(e => Length(e.Item1)))
        {
            if (shift is null || greatest == 0) continue;
            var cents = shift.Generalised;
            var length = (int)((Math.Abs(cents) * Arm + greatest - 1) / greatest);
            for (var i = 1; i <= length; i++) cells[Arm + (cents < 0 ? -i : i)] = sign;
        }
        cells[Arm] = '|';
        return new string(cells).TrimEnd();
    }

    private static long Length(Shift? shift) => Math.Abs(shift?.Generalised ?? 0);

    private static string Exactly(long cents) => (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
