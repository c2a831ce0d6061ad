using System.Globalization;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Why plans do not go a way that was expected, as text.</summary>
public static class WhyNotText
{
    private static readonly int[] Widths = [14, 10, 8, 7, 7, 0];
    private static readonly int[] RightAligned = [2, 3, 4];

    /// <summary>The answer about one way.</summary>
    /// <param name="answer">The answer to the question itself.</param>
    /// <param name="why">What was found out about the way.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Of(PlanAnswer answer, WhyNotAnswer why, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        var (n, q) = (answer.Network, answer.Query);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line($"{QuestionLines.Capital(why.Message)}.");
        if (why.Change.Length > 0) sheet.Line($"What would change it: {why.Change}.");
        sheet.Line("").Title($"Why not {Title(why.Way)}?", why.Code);
        sheet.Line($"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}, {q.Cargo}, ready "
            + $"{PlanText.Local(n, q.From, q.Ready)}, known {q.Known:uuuu-MM-dd}"
            + (n.ScenarioName.Length > 0 ? $", scenario {n.ScenarioName}" : "")
            + (q.LimitWords.Length > 0 ? $"; {q.LimitWords}" : ""));
        QuestionLines.Notes(sheet, answer.Notes);
        QuestionLines.Scenario(sheet, n, q);
        if (why.Plans.Count > 0)
            Compared(sheet, answer, "The best plans by it, against the front (planning values, means)", why.Plans);
        if (why.Supposed.Count > 0)
            Compared(sheet, answer, $"Supposed: {why.Supposition}. The best plans by it, against the front as it is",
                why.Supposed);
        else if (why.Supposition.Length > 0)
        {
            sheet.Heading($"Supposed: {why.Supposition}");
            sheet.Line("No plan would go by it all the same.", 2);
        }
        if (why.Evidence.Count > 0)
        {
            sheet.Heading($"Behind it, as known on {q.Known:uuuu-MM-dd}");
            foreach (var evidence in why.Evidence.Distinct()) sheet.Line($"- {evidence}", 2);
        }
        if (why.Way.Subject is not null)
            sheet.Line($"More: `./rahdar network show {why.Way.Id} --known {q.Known:uuuu-MM-dd}`.");
        return sheet.Finish();
    }

    private static void Compared(TextSheet sheet, PlanAnswer answer, string title, IReadOnlyList<BeatenPlan> plans)
    {
        sheet.Heading(title);
        var rows = new List<IReadOnlyList<string>> { new[] { "", "arrives", "USD", "risk", "t CO2e", "way" } };
        foreach (var p in plans)
        {
            rows.Add(Row(answer, p.Reason, p.Plan));
            if (p.Beater is { } beater)
                rows.Add(Row(answer, $"beaten by {Number(answer, p.BeaterIndex) ?? "(unlisted)"}", beater));
            rows.Add(p.Beater is null
                ? ["", "", "", "", "", p.BeaterIndex < 0 ? "no plan of the front beats it"
                    : Number(answer, p.BeaterIndex) is { } own ? $"is {own} itself" : "stands on the front, not listed"]
                : [.. Margin(p.Plan, p.Beater), Comeback(p)]);
        }
        sheet.Rows(Widths, rows, 2, RightAligned);
    }

    private static string[] Row(PlanAnswer answer, string what, Itinerary plan) =>
    [
        what, PlanText.LocalDate(answer, plan.Arrival), PlanText.Usd(plan.Cents),
        PlanText.Percent(plan.Risk.Probability), PlanText.Tonnes(plan.Grams), PlanText.Way(answer.Network, plan),
    ];

    private static string[] Margin(Itinerary plan, Itinerary beater) =>
    [
        "  margin", Signed((plan.Arrival - beater.Arrival).TotalDays, "0.0") + " days",
        Signed(Math.Round((plan.Cents - beater.Cents) / 100.0), "#,0"),
        Signed(100 * (plan.Risk.Probability - beater.Risk.Probability), "0.0") + " %",
        Signed((plan.Grams - beater.Grams) / 1e6, "0.0"),
    ];

    private static string Comeback(BeatenPlan p)
    {
        var ways = new List<string>();
        if (p.CentsLess is { } cents) ways.Add($"{PlanText.Usd(cents + 99 - (cents + 99) % 100)} USD cheaper");
        if (p.MinutesLess is { } minutes) ways.Add($"{PlanText.Hours(minutes)} earlier");
        return ways.Count == 0 ? "no lower price or earlier arrival alone brings it back"
            : $"back if {string.Join(", or ", ways)}";
    }

    private static string? Number(PlanAnswer answer, int index)
    {
        var shown = answer.Shown;
        var at = shown.Index().Where(s => s.Item.Index == index).Select(s => s.Index + 1).FirstOrDefault();
        return at > 0 ? $"plan {at}" : null;
    }

    private static string Title(ExpectedWay way) =>
        way.IsMode || way.Name.Length == 0 ? way.Id : $"{way.Name} ({way.Id})";

    private static string Signed(double value, string format) =>
        value.ToString($"+{format};-{format};0", CultureInfo.InvariantCulture);
}
