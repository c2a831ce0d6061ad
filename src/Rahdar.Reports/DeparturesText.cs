using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Ready days of a window, as sentences and a table.</summary>
public static class DeparturesText
{
    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(DeparturesAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        var planned = answer.Days.Where(d => d.No is null).ToList();
        var (n, q) = (answer.Network, answer.Query);
        sheet.Line(planned.Count > 0 ? Best(answer, planned)
            : $"No plan: {answer.Days[0].No!.Code}, on none of {answer.Days.Count} days. "
                + QuestionLines.Sentence(answer.Days[0].No!.Message));
        QuestionLines.Asked(
            sheet, n, q, $"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}, ready {PlanText.Local(n, q.From, q.Ready)} and "
                + $"each day at that time until {QuestionLines.Date(answer.Until)}", answer.Notes,
                planned.FirstOrDefault()?.Fastest);
        if (planned.Count > 0) Table(sheet, answer);
        foreach (var no in answer.Days.Select(d => d.No).OfType<NoPlan>().DistinctBy(no => no.Code))
        {
            sheet.Heading($"No plan: {no.Code}");
            sheet.Line(QuestionLines.Sentence(no.Message), 2);
            QuestionLines.No(sheet, no);
        }
        if (answer.Days.Any(d => d.IsTruncated)) sheet.Line("A search met a limit: a better plan may exist.");
        return sheet.Finish();
    }

    private static string Best(DeparturesAnswer answer, List<DepartureDay> planned)
    {
        var quick = planned.MinBy(d => d.Fastest!.Minutes)!;
        var cheap = planned.MinBy(d => d.Cheapest!.Cents)!;
        var changes = answer.Days.Where(d => d.IsFastestChanged || d.IsCheapestChanged).ToList();
        return $"Of {answer.Days.Count} ready days {QuestionLines.Date(quick.Day)} is quickest "
            + $"({Days(quick.Fastest!)} days) and {QuestionLines.Date(cheap.Day)} cheapest "
            + $"({PlanText.Usd(cheap.Cheapest!.Cents)} USD), by planning values (means); the way changes on "
            + changes.Count switch
            {
                0 => "none of them.",
                1 => $"{QuestionLines.Date(changes[0].Day)} only.",
                _ => $"{changes.Count} days, first on {QuestionLines.Date(changes[0].Day)}.",
            };
    }

    private static void Table(TextSheet sheet, DeparturesAnswer answer)
    {
        var ways = new WayList(answer.Network);
        sheet.Heading("By ready day: the fastest plan, then the cheapest");
        sheet.Line("All are planning values (means). * another way than the day before. A train known as so many a "
            + "week is a mean wait on every day.");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "ready", "arrives", "days", "USD", "way", "", "arrives", "days", "USD", "way", "" },
        };
        foreach (var day in answer.Days)
            rows.Add(day.No is { } no
                ?
                [
                    QuestionLines.Date(day.Day), "no plan", "", "", "", Mark(day.IsFastestChanged),
                    no.Code["no-plan:".Length..], "", "", "", Mark(day.IsCheapestChanged),
                ]
                :
                [
                    QuestionLines.Date(day.Day), .. Cells(answer, day.Fastest!, ways), Mark(day.IsFastestChanged),
                    .. Cells(answer, day.Cheapest!, ways), Mark(day.IsCheapestChanged),
                ]);
        sheet.Rows([10, 10, 5, 8, 3, 1, 10, 5, 8, 3, 1], rows, 2, 2, 3, 4, 7, 8, 9);
        ways.Write(sheet);
    }

    private static string[] Cells(DeparturesAnswer answer, Itinerary plan, WayList ways) =>
    [
        QuestionLines.Day(answer.Network, answer.Query, plan.Arrival), Days(plan), PlanText.Usd(plan.Cents),
        ways.Number(plan),
    ];

    private static string Mark(bool isChanged) => isChanged ? "*" : "";

    private static string Days(Itinerary plan) => PlanText.Days(plan.Arrival - plan.Ready);
}
