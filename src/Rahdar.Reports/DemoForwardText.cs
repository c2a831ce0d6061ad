using System.Globalization;
using NodaTime;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>The chapter of the demo that runs June 2025 forward: how a queue grows behind a shut crossing, how it goes
/// away again, and who waits for what meanwhile.</summary>
public static class DemoForwardText
{
    private const int EveryDays = 5;
    private const int Rows = 6;
    private const int BarWidth = 22;

    /// <summary>The chapter.</summary>
    /// <param name="number">Step of the story.</param>
    /// <param name="title">Title.</param>
    /// <param name="answer">One scenario against the corridor as it is, with the boxes of the story sent along.</param>
    /// <param name="crossing">Beginning of the ids of the posts told of.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Chapter(
        int number, string title, ComparisonAnswer answer, string crossing, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain);
        var (plain, scenario) = (answer.Plain, answer.Scenarios[0]);
        var request = plain.Request;
        sheet.Line("").Title($"Step {number}. {title}", $"known {request.Known ?? request.From:uuuu-MM-dd}");
        sheet.Line($"Simulated twice under the same luck, with {scenario.Effect.Scenario} and without: "
            + $"{SimulationLines.Asked(request)}.");
        SimulationLines.Model(sheet, answer.Network, plain);
        foreach (var assumption in scenario.Network.Assumptions) sheet.Line($"ASSUMED, not news: {assumption}.");
        foreach (var post in scenario.Effect.Result.Resources.Where(r => IsTold(r, crossing)))
            Queue(sheet, post, plain.Resources.FirstOrDefault(r => r.Id == post.Id), request);
        Waits(sheet, answer, scenario, width);
        Boxes(sheet, answer, scenario);
        return sheet.Finish();
    }

    private static bool IsTold(ResourceResult resource, string crossing) =>
        resource.Kind == ResourceKind.Post && resource.Queue.Count > 0
        && resource.Id.StartsWith(crossing, StringComparison.Ordinal);

    /// <summary>Backlog and recovery at one post.</summary>
    private static void Queue(TextSheet sheet, ResourceResult shut, ResourceResult? open, SimulationRequest request)
    {
        sheet.Heading($"{shut.Name}: {shut.Unit} waiting at midnight UTC");
        var most = shut.Queue.Max();
        var rows = new List<IReadOnlyList<string>> { new[] { "", "mean", "least to greatest", "" } };
        for (var day = 0; day < shut.Queue.Count; day += EveryDays)
            rows.Add(
            [
                Day(request, day), SimulationLines.Whole(shut.Queue[day]),
                $"{shut.QueueRange[day].Least:#,0} to {shut.QueueRange[day].Greatest:#,0}",
                SimulationLines.Bar(shut.Queue[day], most, BarWidth),
            ]);
        sheet.Rows([10, 8, 20, BarWidth], rows, 2, 1, 2);
        var usual = open?.QueueRange.Max(r => r.Greatest) ?? 0;
        var peak = Enumerable.Range(0, shut.Queue.Count).MaxBy(d => shut.Queue[d]);
        var calm = Enumerable.Range(peak, shut.Queue.Count - peak).Where(d => shut.QueueRange[d].Greatest <= usual)
            .Cast<int?>().FirstOrDefault();
        sheet.Line($"Backlog: most on {Day(request, peak)}, {SimulationLines.Whole(most)} "
            + $"({shut.QueueRange[peak].Least:#,0} to {shut.QueueRange[peak].Greatest:#,0}); without the closure never "
            + $"more than {usual:#,0} in any run. Recovery: "
            + (calm is { } first ? $"back to that in every run by {Day(request, first)}."
                : "not in every run within the days simulated."), 2);
    }

    private static void Waits(TextSheet sheet, ComparisonAnswer answer, ComparedScenario scenario, int width)
    {
        var runs = answer.Plain.Request.Replications;
        var waits = scenario.Effect.Changes.Where(c => c.Measure == "hours" && c.Difference.IsBeyondZero)
            .OrderByDescending(c => Math.Abs(c.Difference.Mean)).ToList();
        sheet.Heading("Who waits for what, and is it more: unit-hours a day");
        if (waits.Count == 0) sheet.Line("nothing changes by more than luck", 2);
        SimulationLines.Table(
            sheet, width, [18, 18, 20], ["open", "shut", "change"],
            waits.Take(Rows).Select(c => (
                ComparisonText.Subject(answer, scenario, c),
                (IReadOnlyList<string>)
                [
                    SimulationLines.Interval(c.Before, runs), SimulationLines.Interval(c.After, runs),
                    SimulationLines.Interval(c.Difference, runs, isChange: true),
                ],
                "")));
    }

    private static void Boxes(TextSheet sheet, ComparisonAnswer answer, ComparedScenario scenario)
    {
        foreach (var way in answer.Consignments)
        {
            sheet.Heading($"The {way.Query.Cargo} of the story, sent by {PlanText.Way(answer.Network, way.Plan)}");
            sheet.Line($"the planner, had nothing been shut: {PlanText.Days(way.Plan.Arrival - way.Plan.Ready)} days "
                + "(planning value)", 2);
            foreach (var (name, result) in new[] { ("open", answer.Plain), ("shut", scenario.Effect.Result) })
                sheet.Line($"simulated, {name}: {Taken(result, way.Id)}", 2);
        }
        sheet.Line("+- is half of a 95 % interval of the mean of the runs: how well the model's own mean is known, not "
            + "how well the model fits the world (docs/simulation.md says where it misses).");
    }

    private static string Taken(SimulationResult result, string id)
    {
        var runs = result.Request.Replications;
        return result.Relations.FirstOrDefault(r => r.Id == id) switch
        {
            null => "could not be simulated",
            { Median.N: 0 } => $"in none of {runs} runs within {result.Request.Days} days",
            var found => $"{SimulationLines.Interval(found.Median, found.Median.N)} days"
                + (found.Median.N == runs ? ""
                    : $", mean of the {found.Median.N} of {runs} runs in which they arrive within "
                    + $"{result.Request.Days} days: too short"),
        };
    }

    private static string Day(SimulationRequest request, int day) =>
        request.From.PlusDays(day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
