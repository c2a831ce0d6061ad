using System.Globalization;
using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>How late boxes may be ready, as sentences and a table.</summary>
public static class ArriveByText
{
    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(ArriveByAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        switch (answer.Outcome)
        {
            case ArriveByOutcome.NotFound(var reason, _):
                sheet.Line($"No plan: {reason.Code}. {QuestionLines.Sentence(reason.Message)}");
                Asked(sheet, answer, null);
                QuestionLines.No(sheet, reason);
                break;
            case ArriveByOutcome.Possible possible:
                sheet.Line(Latest(answer, possible));
                Asked(sheet, answer, possible.Latest.Fastest);
                Table(sheet, answer, possible);
                Grounds(sheet, answer, possible);
                break;
            default:
                throw new InvalidOperationException("an outcome nobody knows");
        }
        return sheet.Finish();
    }

    private static string Latest(ArriveByAnswer answer, ArriveByOutcome.Possible p)
    {
        var (draws, asked) = (answer.Draw.Replicates, QuestionLines.Chance(answer.Deadline.Chance));
        var sure = p.Surest is { } day
            ? $"with a chance of {asked} or more, ready by {Date(day.Day)} "
                + $"({QuestionLines.Chance(day.SurestChance)} of {draws:#,0} draws)"
            : $"no day from {Date(p.First.Day)} on gives a chance of {asked} ({Date(p.First.Day)}: "
                + $"{QuestionLines.Chance(p.First.SurestChance)} of {draws:#,0} draws)";
        return $"Ready by {Date(p.Latest.Day)} at the latest to arrive by {At(answer, answer.Deadline.By)} by planning "
            + $"value (means; that day {QuestionLines.Chance(p.Latest.SurestChance)}); {sure}.";
    }

    private static void Asked(TextSheet sheet, ArriveByAnswer answer, Itinerary? plan)
    {
        var (n, q) = (answer.Network, answer.Query);
        var (first, last) = ArriveBy.Window(n.GetPlace(q.From).Zone, answer.Deadline.By, q.Known);
        QuestionLines.Asked(
            sheet, n, q, $"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}, ready at 00:00 of a day from {Date(first)} to "
                + $"{Date(last)}", answer.Notes, plan);
    }

    private static void Table(TextSheet sheet, ArriveByAnswer answer, ArriveByOutcome.Possible p)
    {
        var ways = new WayList(answer.Network);
        sheet.Heading("Ready earlier, while arriving in time gets cheaper: the cheapest plan in time, then the surest");
        sheet.Line($"Arrivals are local to {answer.Network.GetPlace(answer.Query.To).Name} and, like USD, planning "
            + $"values (means); chance: share of {answer.Draw.Replicates:#,0} draws (seed {answer.Draw.Seed}) in "
            + $"time. {Caveats.Legend}.");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "ready", "cheapest", "USD", "chance", "way", "surest", "USD", "chance", "way" },
        };
        // The surest day stands there too, though arriving in time may cost no less on it.
        var days = p.Surest is { } sure ? p.Days.UnionBy([sure], d => d.Day) : p.Days;
        foreach (var day in days.OrderByDescending(d => d.Day))
            rows.Add(
            [
                Date(day.Day), .. Cells(answer, ways, day.CheapestInTime, day.CheapestChance),
                .. Cells(answer, ways, day.Surest, day.SurestChance),
            ]);
        sheet.Rows([10, 11, 8, 6, 4, 11, 8, 6, 4], rows, 2, 2, 3, 6, 7);
        sheet.Line($"Nothing in time is cheaper back to {Date(p.First.Day)}, the first day that can be asked.", 2);
        ways.Write(sheet);
    }

    private static string[] Cells(ArriveByAnswer answer, WayList ways, Itinerary? plan, double chance) => plan is null
        ? ["-", "-", "-", "-"]
        :
        [
            At(answer, plan.Arrival)[5..], PlanText.Usd(plan.Cents), QuestionLines.Chance(chance),
            ways.Marked(answer.Query, plan),
        ];

    private static void Grounds(TextSheet sheet, ArriveByAnswer answer, ArriveByOutcome.Possible p)
    {
        sheet.Heading("What this rests on");
        var own = p.Surest is { Surest: { } surest } ? $": on {Date(p.Surest.Day)} that is "
            + $"{PlanText.Way(answer.Network, surest)}, {PlanText.Usd(surest.Cents)} USD" : "";
        sheet.Line($"- a day's chance is that of its surest plan, of the earliest plans of the first "
            + $"{ReadyDay.WaysForecast} ways to arrive{own}", 2);
        sheet.Line($"- {p.Searches} ready days were asked, all with what was known on "
            + $"{Date(answer.Query.Known)}; days in between are taken to follow, as boxes may wait at the origin", 2);
        sheet.Line("- what is only disputed is not drawn: `plan` for a ready day shows it", 2);
        if (p.IsTruncated) sheet.Line("- a search met a limit: a better plan may exist", 2);
        sheet.Line("Arrival is at the terminal, before import clearance. Planning aid, not legal advice.", 2);
    }

    private static string Date(LocalDate date) => QuestionLines.Date(date);

    private static string At(ArriveByAnswer answer, Instant instant) =>
        instant.InZone(answer.Network.GetPlace(answer.Query.To).Zone)
            .ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
