using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>What scenarios change in a simulation, as sentences and tables.</summary>
public static class ComparisonText
{
    private const int BarWidth = 8;
    private static readonly string[] Relations = ["days50", "days90"];

    /// <summary>An answer as text; its first sentences are the answer, one a scenario.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="rows">Rows a table at most.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(ComparisonAnswer answer, int rows = 12, int width = 80, bool isPlain = true)
    {
        var (n, plain) = (answer.Network, answer.Plain);
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        foreach (var scenario in answer.Scenarios) sheet.Line(Summary(answer, scenario));
        sheet.Line($"Simulated: {SimulationLines.Asked(plain.Request)}; each scenario and the corridor as it is, under "
            + "the same luck.");
        SimulationLines.Model(sheet, n, plain);
        SimulationLines.Notes(sheet, answer.Notes, n.Assumptions, []);
        SimulationLines.Consignments(sheet, n, plain, answer.Consignments);
        foreach (var scenario in answer.Scenarios) Scenario(sheet, answer, scenario, rows, width);
        SimulationLines.Limits(sheet, plain, rows);
        QuestionLines.Written(sheet, answer.Pictures);
        SimulationLines.Basis(sheet, n, plain);
        return sheet.Finish();
    }

    private static string Summary(ComparisonAnswer answer, ComparedScenario scenario)
    {
        var (name, all) = (scenario.Effect.Scenario, scenario.Effect.Changes);
        var idle = scenario.Idle.Count == 0 ? ""
            : $" NOT ACTING in this simulation: {string.Join("; ", scenario.Idle)}.";
        var queues = ListQueues(answer, scenario);
        if (queues.Count == 0 && !all.Any(c => c.Difference.IsBeyondZero))
            return $"{name}: no figure changes by more than luck.{idle}";
        var medians = all.Where(c => c.Measure == "days50").ToList();
        var days = Moved(answer, scenario, medians, "longer", "shorter", "days");
        var waits = Moved(
            answer, scenario, [.. all.Where(c => c.Measure == "hours")], "waited for more", "waited for less",
            "unit-hours a day");
        return $"{name}: "
            + (days.Length == 0 ? $"none of {medians.Count} relations takes longer or shorter by more than luck"
                : $"of {medians.Count} relations {days}")
            + (waits.Length == 0 ? "" : $"; of the resources {waits}")
            + (queues.Count == 0 ? "" : $"; the queue on the last day changes most at {Named(queues[0].After)}, from "
                + $"{LastQueue(queues[0].Before)} to {LastQueue(queues[0].After)}") + $".{idle}";
    }

    /// <summary>`3 longer (most Lahore - Almaty, +1.2 +- 0.3 days), 1 shorter (...)`; empty when none moved by more
    /// than luck.</summary>
    private static string Moved(
        ComparisonAnswer answer, ComparedScenario scenario, IReadOnlyList<MeasureChange> all, string up, string down,
        string unit) => string.Join(", ", new[] { (Words: up, Sign: 1), (Words: down, Sign: -1) }.Select(side =>
    {
        var moved = all.Where(c => c.Difference.IsBeyondZero && Math.Sign(c.Difference.Mean) == side.Sign).ToList();
        if (moved.Count == 0) return "";
        var most = moved.MaxBy(c => Math.Abs(c.Difference.Mean))!;
        return $"{moved.Count} {side.Words} (most {Subject(answer, scenario, most)}, "
            + $"{SimulationLines.Interval(most.Difference, answer.Plain.Request.Replications, isChange: true)} {unit})";
    }).Where(words => words.Length > 0));

    private static void Scenario(
        TextSheet sheet, ComparisonAnswer answer, ComparedScenario scenario, int rows, int width)
    {
        var changes = scenario.Effect.Changes;
        sheet.Heading($"Scenario {scenario.Effect.Scenario}");
        SimulationLines.Notes(sheet, [], scenario.Network.Assumptions, scenario.Idle);
        if (answer.Plain.Request.Replications == 1)
            sheet.Line("One run each: whether a change is more than luck cannot be told.", 2);
        void Show(string title, Func<MeasureChange, bool> isIn) => Table(
            sheet, answer, scenario, [.. changes.Where(isIn)], $"{scenario.Effect.Scenario}: {title}", rows, width);
        Show("relations, days", c => Relations.Contains(c.Measure));
        Show("waiting, unit-hours a day", c => c.Measure == "hours");
        Queues(sheet, answer, scenario, rows, width);
        Show("crossings, mean hours", c => c.Measure == "crossing");
        Show("held at crossings at the end, units", c => c.Measure == "held");
        Show("use, %", c => c.Measure == "use");
        sheet.Line("Waiting, crossings and use are listed where they change by more than luck; of all that were "
            + "compared about one in twenty would be called so by luck alone. "
            + $"{SimulationLines.Count(scenario.Effect.WithinLuck, "figure")} that change within luck are not "
            + "listed.", 2);
        Gone(sheet, answer, scenario);
    }

    private static void Table(
        TextSheet sheet, ComparisonAnswer answer, ComparedScenario scenario, IReadOnlyList<MeasureChange> changes,
        string title, int rows, int width)
    {
        var runs = answer.Plain.Request.Replications;
        var given = answer.Consignments.Select(c => c.Id).ToHashSet();
        // Consignments that were asked for come first, then what is more than luck, the greatest change before others.
        var moved = changes.Where(c => given.Contains(c.Subject) || (c.Difference.N > 0 && !c.IsSame) || c.IsOneSided)
            .OrderByDescending(c => given.Contains(c.Subject)).ThenByDescending(c => c.Difference.IsBeyondZero)
            .ThenByDescending(Size).ToList();
        if (changes.Count == 0) return;
        sheet.Heading(title);
        if (moved.Count > 0)
            SimulationLines.Table(
                sheet, width, [16, 16, 17, 14, 8], ["before", "after", "change", "", ""],
                moved.Take(rows).Select(c => (
                    Subject(answer, scenario, c) + Share(c), Cells(c, runs, moved.Max(Size)), "")), 3, 4);
        SimulationLines.More(
            sheet, moved.Count - rows,
            $"rows, {moved.Skip(rows).Count(c => c.Difference.IsBeyondZero)} of them more than luck");
        var others = changes.Except(moved).ToList();
        if (others.Count(c => c.IsSame) is > 0 and var same)
            sheet.Line($"{same} of {changes.Count} rows are the same in every run.", 2);
        if (moved.Any(c => c.IsOneSided && c.Measure == "crossing"))
            sheet.Line("- for a crossing: some of those that came never get through.", 2);
        if (others.Count(c => c.Difference.N == 0) is > 0 and var none)
            sheet.Line($"{none} of {changes.Count} rows have no value: in no run did enough arrive both with it and "
                + "without.", 2);
    }

    /// <summary>Resources whose queue on the last day is, in every run, longer than in any run without the scenario, or
    /// shorter; the greatest change first.</summary>
    private static List<(ResourceResult Before, ResourceResult After)> ListQueues(
        ComparisonAnswer answer, ComparedScenario scenario)
    {
        var before = answer.Plain.Resources.ToDictionary(KeyOf);
        return
        [
            .. scenario.Effect.Result.Resources.Where(after => before.ContainsKey(KeyOf(after)))
                .Select(after => (Before: before[KeyOf(after)], After: after))
                .Where(p => p.Before.QueueRange.Count > 0 && p.After.QueueRange.Count > 0
                    && (p.After.QueueRange[^1].Least > p.Before.QueueRange[^1].Greatest
                        || p.After.QueueRange[^1].Greatest < p.Before.QueueRange[^1].Least))
                .OrderByDescending(p => Math.Abs(p.After.Queue[^1] - p.Before.Queue[^1])),
        ];
    }

    private static void Queues(
        TextSheet sheet, ComparisonAnswer answer, ComparedScenario scenario, int rows, int width)
    {
        var queues = ListQueues(answer, scenario);
        if (queues.Count == 0) return;
        sheet.Heading($"{scenario.Effect.Scenario}: queue on the last day, units");
        var greatest = Math.Abs(queues[0].After.Queue[^1] - queues[0].Before.Queue[^1]);
        SimulationLines.Table(
            sheet, width, [25, 25, 14, 8], ["before", "after", "", ""],
            queues.Take(rows).Select(p => (
                Named(p.After),
                (IReadOnlyList<string>)[
                    LastQueue(p.Before), LastQueue(p.After), "in every run",
                    SimulationLines.Bar(p.After.Queue[^1] - p.Before.Queue[^1], greatest, BarWidth),
                ],
                "")), 2, 3);
        SimulationLines.More(sheet, queues.Count - rows, "queues");
        sheet.Line(
            "Mean of the runs, and in brackets the least and the greatest of any run; listed where every run with "
            + "the scenario is beyond all runs without it.", 2);
    }

    /// <summary>`1,200 (1,000 to 1,400)`.</summary>
    private static string LastQueue(ResourceResult resource) =>
        $"{SimulationLines.Whole(resource.Queue[^1])} ({resource.QueueRange[^1].Least:#,0} to "
        + $"{resource.QueueRange[^1].Greatest:#,0})";

    private static string Named(ResourceResult resource) => $"{resource.Name} ({SimulationLines.Kind(resource)})";

    private static IReadOnlyList<string> Cells(MeasureChange c, int runs, double greatest)
    {
        var scale = c.Measure == "use" ? 100 : 1;
        return
        [
            SimulationLines.Interval(c.Before, runs, scale), SimulationLines.Interval(c.After, runs, scale),
            SimulationLines.Interval(c.Difference, runs, scale, isChange: true),
            SimulationLines.Verdict(c.Difference, c.IsOneSided),
            c.Difference.IsBeyondZero ? SimulationLines.Bar(c.Difference.Mean, greatest, BarWidth) : "",
        ];
    }


    private static double Size(MeasureChange change) =>
        double.IsNaN(change.Difference.Mean) ? 0 : Math.Abs(change.Difference.Mean);

    private static string Share(MeasureChange change) => change.Measure switch
    {
        "days50" => ", p50",
        "days90" => ", p90",
        _ => "",
    };

    /// <summary>Relations that are only there without the scenario, or only with it: no change can be told of
    /// them.</summary>
    private static void Gone(TextSheet sheet, ComparisonAnswer answer, ComparedScenario scenario)
    {
        var (before, after) = (answer.Plain.Relations, scenario.Effect.Result.Relations);
        void Names(IEnumerable<RelationResult> relations, string sentence)
        {
            var names = relations.Select(SimulationLines.Relation).ToList();
            if (names.Count > 0) sheet.Line($"{sentence}: {string.Join(", ", names)}.", 2);
        }
        Names(before.ExceptBy(after.Select(r => r.Id), r => r.Id), "With the scenario these are left out");
        Names(after.ExceptBy(before.Select(r => r.Id), r => r.Id), "Only with the scenario there are");
        static bool HasArrived(RelationResult r) => !double.IsNaN(r.Median.Mean);
        var arrived = before.Where(HasArrived).Select(r => r.Id).ToHashSet();
        Names(after.Where(r => arrived.Contains(r.Id) && !HasArrived(r)),
            "With the scenario fewer than half of what sets out arrives in the days simulated");
        foreach (var line in scenario.Effect.Result.LeftOut.Except(answer.Plain.LeftOut))
            sheet.Line($"- left out: {line}", 4);
    }

    /// <summary>Name of what changed: a relation, a crossing in one direction, or a resource.</summary>
    internal static string Subject(ComparisonAnswer answer, ComparedScenario scenario, MeasureChange change)
    {
        var (plain, changed) = (answer.Plain, scenario.Effect.Result);
        if (Relations.Contains(change.Measure))
            return plain.Relations.FirstOrDefault(r => r.Id == change.Subject) is { } relation
                ? SimulationLines.Relation(relation) : change.Subject;
        if (change.Measure == "crossing" && change.Subject.Split('>') is [var border, var to])
            return SimulationLines.Crossing(answer.Network, border, new Network.Places.PlaceId(to));
        return plain.Resources.Concat(changed.Resources).FirstOrDefault(r => KeyOf(r) == change.Subject) is { } resource
            ? Named(resource) : change.Subject;
    }

    /// <summary>How a comparison names a resource.</summary>
    private static string KeyOf(ResourceResult resource) => resource.Kind switch
    {
        ResourceKind.Section => "section-" + resource.Id,
        ResourceKind.Service => "service-" + resource.Id,
        _ => resource.Id,
    };
}
