using Rahdar.Planning;
using Rahdar.Planning.Papers;
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
        QuestionLines.Taken(sheet, answer.Notes);
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
        sheet.Line($"All are planning values (means). * another way than the day before; {Caveats.Legend}. A train "
            + "known as so many a week is a mean wait on every day.");
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
                    QuestionLines.Date(day.Day), .. Cells(answer, day.Fastest!, ways, day.IsFastestChanged),
                    .. Cells(answer, day.Cheapest!, ways, day.IsCheapestChanged),
                ]);
        sheet.Rows([10, 10, 5, 8, 3, 3, 10, 5, 8, 3, 3], rows, 2, 2, 3, 4, 7, 8, 9);
        ways.Write(sheet);
        Papers(sheet, answer);
    }

    /// <summary>The days on which papers may come too late, and how long they take.</summary>
    private static void Papers(TextSheet sheet, DeparturesAnswer answer)
    {
        var late = answer.Days.Where(d => d.No is null)
            .Select(d => (d.Day, Fastest: Late(answer, d.Fastest!), Cheapest: Late(answer, d.Cheapest!)))
            .Where(d => d.Fastest is not null || d.Cheapest is not null).ToList();
        if (late.Count == 0) return;
        sheet.Heading($"Papers that may come too late, asked for on {QuestionLines.Date(answer.Query.Known)}");
        sheet.Rows([10, 33, 33],
        [
            ["ready", "fastest", "cheapest"],
            .. late.Select(IReadOnlyList<string> (d) =>
                [QuestionLines.Date(d.Day), Words(d.Fastest), Words(d.Cheapest)]),
        ]);
        var names = late.SelectMany(d => new[] { d.Fastest, d.Cheapest }).OfType<FirstToAsk>()
            .Select(f => $"{f.Item.Name.ToLowerInvariant()} ({f.Item.PaperId})").Distinct();
        sheet.Line($"To ask for first: {string.Join(", ", names)}; `plan --papers N` lists all. On other days the "
            + "papers whose lead time is known come in time.", 2);
    }

    private static FirstToAsk? Late(DeparturesAnswer answer, Itinerary plan) =>
        Caveats.Late(answer.Network, answer.Query, plan);

    private static string Words(FirstToAsk? first) => first is null ? "in time"
        : $"need {Caveats.Need(first)} days, departure in {first.DaysLeft}: {Caveats.Verdict(first)}";

    private static string[] Cells(DeparturesAnswer answer, Itinerary plan, WayList ways, bool isChanged) =>
    [
        QuestionLines.Day(answer.Network, answer.Query, plan.Arrival), Days(plan), PlanText.Usd(plan.Cents),
        ways.Number(plan), Mark(isChanged) + Caveats.Marks(answer.Network, answer.Query, plan),
    ];

    private static string Mark(bool isChanged) => isChanged ? "*" : "";

    private static string Days(Itinerary plan) => PlanText.Days(plan.Arrival - plan.Ready);
}
