using System.Globalization;
using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Whether to send boxes together or in parts, as sentences and tables.</summary>
public static class ConsolidationText
{
    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(ConsolidationAnswer answer, int width = 80, bool isPlain = true)
    {
        var (n, q) = (answer.Network, answer.Query);
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line(Advice(answer));
        sheet.Heading($"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}, {q.Cargo}");
        sheet.Line($"ready {PlanText.Local(n, q.From, q.Ready)}, known {q.Known:uuuu-MM-dd}"
            + (n.ScenarioName.Length > 0 ? $", scenario {n.ScenarioName}" : "")
            + (q.LimitWords.Length > 0 ? $", {q.LimitWords}" : ""));
        QuestionLines.Notes(sheet, answer.Notes);
        QuestionLines.Scenario(sheet, n, q);
        Table(sheet, answer);
        var ways = new WayList(n);
        foreach (var split in answer.Splits) Parts(sheet, answer, split, ways);
        Ways(sheet, answer, ways);
        Unusable(sheet, answer);
        sheet.Heading("What this rests on");
        sheet.Line("All figures are planning values (means). Generalised cost (gen. USD) is money plus the value of "
            + "time of each part from the day all boxes are ready to its arrival.", 2);
        sheet.Line(
            $"- value of time {answer.Value.UsdPerDay:#,0.##} USD a day for all boxes: {answer.Value.Source}", 2);
        sheet.Line($"- parts share the room of departures, the first part first; a part may start up to "
            + $"{answer.LaterDays} days later", 2);
        if (answer.Splits.Any(s => s.Parts.Any(p => p.IsTruncated)))
            sheet.Line("- a search met a limit: a better plan may exist", 2);
        sheet.Line("Planning aid, not legal advice; risk and emissions are not weighed here, see `plan`.", 2);
        return sheet.Finish();
    }

    private static string Advice(ConsolidationAnswer answer)
    {
        var boxes = answer.Query.Cargo.Boxes;
        if (answer.Best is not { } best)
        {
            var reason = answer.Splits.SelectMany(s => s.Parts).First(p => p.Reason is not null).Reason!;
            return $"No plan: {reason.Code}. No split asked for gets all {boxes} boxes there.";
        }
        var advice = best.Parts.Count == 1 ? $"Send all {boxes} boxes together"
            : $"Send the {boxes} boxes in {best.Parts.Count} parts of {best.PartBoxes}";
        var other = best.Parts.Count == 1
            ? answer.Splits.Where(s => s != best && s.IsComplete).MinBy(s => s.GeneralisedCents)
            : answer.Together is { IsComplete: true } together ? together : null;
        if (other is null) return $"{advice}: no other split asked for gets them all there.";
        var saved = other.GeneralisedCents!.Value - best.GeneralisedCents!.Value;
        return $"{advice}: generalised cost is {PlanText.Usd(saved)} USD less than "
            + $"{(other.Parts.Count == 1 ? "all together" : $"in parts of {other.PartBoxes}")} (planning values).";
    }

    private static void Table(TextSheet sheet, ConsolidationAnswer answer)
    {
        sheet.Heading("Splits");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { " boxes a part", "parts", "first in", "last in", "USD", "gen. USD", "against all" },
        };
        foreach (var s in answer.Splits)
            rows.Add(
            [
                (s == answer.Best ? "*" : " ") + s.PartBoxes, $"{s.Parts.Count}", Date(answer, s.FirstArrival),
                Date(answer, s.LastArrival), Usd(s.Cents), Usd(s.GeneralisedCents),
                s == answer.Together ? "" : Signed(s.GeneralisedCents - answer.Together?.GeneralisedCents),
            ]);
        sheet.Rows([13, 5, 10, 10, 9, 9, 11], rows, 2, 1, 4, 5, 6);
        sheet.Line("* least generalised cost; against all: gen. USD more or less than all together.", 2);
    }

    private static void Parts(TextSheet sheet, ConsolidationAnswer answer, Split split, WayList ways)
    {
        sheet.Heading(split.Parts.Count == 1 ? "All together" : $"In {split.Parts.Count} parts of {split.PartBoxes}");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "#", "boxes", "starts", "arrives", "days", "USD", "way" },
        };
        foreach (var (i, part) in split.Parts.Index())
        {
            var boxes = $"{part.Consignment.Query.Cargo.Boxes}";
            rows.Add(part.Taken is { } taken
                ?
                [
                    $"{i + 1}", boxes, taken.DaysLater == 0 ? "at once" : $"+{taken.DaysLater} days",
                    Date(answer, taken.Plan.Arrival), SharedCapacityText.Days(taken.Minutes), PlanText.Usd(taken.Cents),
                    ways.Marked(part.Consignment.Query, taken.Plan),
                ]
                : [$"{i + 1}", boxes, "-", "-", "-", "-", $"{part.Reason!.Code}: {part.Reason.Message}"]);
        }
        sheet.Rows([2, 5, 8, 10, 5, 9, 0], rows, 2, 1, 4, 5);
        foreach (var part in split.Parts.Where(p => p.IsDisplaced))
            sheet.Line(SharedCapacityText.Displaced(answer.Network, part), 2);
    }

    /// <summary>The ways numbered, and papers that may come too late for a part.</summary>
    private static void Ways(TextSheet sheet, ConsolidationAnswer answer, WayList ways)
    {
        var taken = answer.Splits.SelectMany(s => s.Parts).Where(p => p.Taken is not null).ToList();
        if (taken.Count == 0) return;
        sheet.Line(Caveats.Legend + ".", 2);
        ways.Write(sheet);
        var late = taken.Select(p => (Way: ways.Number(p.Taken!.Plan),
                First: Caveats.Late(answer.Network, p.Consignment.Query, p.Taken.Plan)))
            .Where(l => l.First is not null).Select(l => $"way {l.Way}: {Caveats.Papers(l.First!)}").Distinct()
            .ToList();
        if (late.Count == 0) return;
        sheet.Heading("Papers that may come too late");
        foreach (var words in late) sheet.Line($"- {words}", 2);
    }

    private static void Unusable(TextSheet sheet, ConsolidationAnswer answer)
    {
        if (answer.Unusable.Count == 0) return;
        sheet.Heading("What parts of some size cannot use");
        foreach (var size in answer.Unusable.GroupBy(u => u.Part))
            sheet.Line($"- {size.Key}: " + string.Join("; ", size.Select(u =>
                $"{PlanText.Service(answer.Network, u.Rejection.Subject)}: {u.Rejection.Code}, "
                + u.Rejection.Evidence)), 2);
    }

    private static string Date(ConsolidationAnswer answer, Instant? instant) => instant is { } at
        ? at.InZone(answer.Network.GetPlace(answer.Query.To).Zone).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)
        : "-";

    private static string Usd(long? cents) => cents is { } known ? PlanText.Usd(known) : "-";

    private static string Signed(long? cents) => cents is { } known ? SharedCapacityText.Signed(known) : "-";
}
