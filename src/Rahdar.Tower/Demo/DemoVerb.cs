using System.Globalization;
using NodaTime;
using Rahdar.Indicators;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Reports;
using Rahdar.Reports.Pages;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower.Demo;

/// <summary>One chapter of the demo: the same question at one knowledge date.</summary>
/// <param name="Number">Step of the story, as the design numbers it; 2 books once that room
/// exists.</param>
/// <param name="Title">What happens, in one line.</param>
/// <param name="Known">Knowledge date.</param>
/// <param name="NewsAfter">News after this day and up to the knowledge date is told.</param>
/// <param name="Scenario">Shipped scenario applied; empty for the data as they are.</param>
/// <param name="ComparesWaiting">True when waiting at the crossing is set against going another way.</param>
public sealed record DemoStep(
    int Number, string Title, LocalDate Known, LocalDate NewsAfter, string Scenario, bool ComparesWaiting);

/// <summary>Use case: the train that never left. Embedded data, fictitious parties, civilian goods; the same bytes each
/// time.</summary>
public static class DemoVerb
{
    /// <summary>The steps in order; later rooms add theirs here.</summary>
    public static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(1, "The train has been announced: plan with it", new(2025, 6, 11), new(2025, 6, 9), "", false),
        new(3, "War: the train is cancelled, travellers are stopped", new(2025, 6, 17), new(2025, 6, 11), "", false),
        new(3, "The closure is officially denied", new(2025, 6, 18), new(2025, 6, 17), "", false),
        new(3, "Trucks are reported stuck: is Taftan shut?", new(2025, 6, 21), new(2025, 6, 18), "", false),
        new(3, "Suppose it is shut for a month: wait or go another way?", new(2025, 6, 21), new(2025, 6, 21),
            "taftan-shut-30", true),
    ];

    /// <summary>The question of the demo at a knowledge date.</summary>
    public static PlanQuery Question(LocalDate known) => new(
        new PlaceId("PKLHE"), new PlaceId("RUASF"), Instant.FromUtc(2025, 6, 20, 19, 0), known, new Cargo(16, 20, 20));

    /// <summary>The answers of all steps, for reports and for the steps to come.</summary>
    public static IEnumerable<(DemoStep Step, PlanAnswer Answer)> Answers(CorridorNetwork shipped)
    {
        foreach (var step in Steps)
        {
            var network = shipped;
            if (step.Scenario.Length > 0)
            {
                var faults = new FaultCollector();
                network = CorridorStore.Apply(shipped, step.Scenario, faults)?.Network
                    ?? throw new InvalidOperationException(string.Join('\n', faults.Faults));
            }
            var query = Question(step.Known);
            var answer = new PlanAnswer(network, query, Planner.Plan(network, query), []);
            yield return (step, OutlookReader.LookAhead(answer, new AheadRequest { ListsUnseen = false }));
        }
    }

    /// <summary>Step 4: the boxes go by the plan of best value that was known on the last date, and the corridor around
    /// them is simulated with the assumed closure and without.</summary>
    public static ComparisonAnswer RunForward(CorridorNetwork shipped)
    {
        var last = Steps[^1];
        var (faults, day) = (new FaultCollector(), last.Known.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        var question = Question(last.Known);
        return CompareVerb.Answer(
            shipped,
            new SimulateRequest(day)
            {
                Known = day,
                Days = 75,
                Scenarios = [last.Scenario],
                // Ready in Lahore on the 21st; the first whole day simulated after it is the next.
                Consignments =
                    [$"16x20ft:20t {question.From.Value} {question.To.Value} {last.Known.PlusDays(1):uuuu-MM-dd}"],
            },
            faults) ?? throw new InvalidOperationException(string.Join('\n', faults.Faults));
    }

    /// <summary>Step 5: the first run of step 4, measured with the closure and without.</summary>
    public static DemoMeasured Measure(ComparisonAnswer forward)
    {
        var id = forward.Consignments[0].Id;
        var (open, boxesOpen) = MeasureRun(forward.Network, forward.Plain, id);
        var (shut, boxes) = MeasureRun(forward.Scenarios[0].Network, forward.Scenarios[0].Effect.Result, id);
        return new DemoMeasured(open, shut, boxes, boxesOpen);
    }

    /// <summary>Why a page cannot be written there; null when nothing speaks against it.</summary>
    public static string? CheckPage(string file) => WholeFile.Check(file);

    private static (IndicatorSheet Sheet, Timeline Boxes) MeasureRun(
        CorridorNetwork network, SimulationResult result, string boxes)
    {
        var log = SimulatedMovements.Tell(result);
        var builder = new MeasurementBuilder(Geography.Of(network));
        builder.Add(log);
        return (
            IndicatorSheet.Of(builder.Finish(), [IndicatorKey.Post, IndicatorKey.Direction]),
            Timeline.Of(log.Movements.Where(m => m.Unit.Value == boxes)));
    }

    /// <summary>The demo as text, step by step as each is ready; at last the page, if one is wanted.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    /// <param name="html">File for the story as a page; null for none.</param>
    /// <exception cref="IOException">The page cannot be written.</exception>
    public static IEnumerable<string> Run(CorridorNetwork shipped, int width, bool isPlain, string? html = null)
    {
        var chapters = new List<DemoChapter>();
        yield return DemoText.Opening(shipped, Question(Steps[0].Known), width, isPlain);
        PlanAnswer? before = null;
        foreach (var (step, answer) in Answers(shipped))
        {
            yield return DemoText.Chapter(
                step.Number, step.Title, answer, before, step.NewsAfter, step.ComparesWaiting, width, isPlain);
            before = answer;
            chapters.Add(new DemoChapter(step.Title, step.NewsAfter, answer));
        }
        var forward = RunForward(shipped);
        yield return DemoForwardText.Chapter(
            4, "Run it forward: a month of Taftan shut", forward, "TAFTAN-RD", width, isPlain);
        var measured = Measure(forward);
        yield return DemoMeasuredText.Chapter(
            5, "Measure it the way ministries do", forward, measured, width, isPlain);
        var asked = Question(Steps[0].Known);
        var first = (PlanOutcome.Found)Planner.Plan(shipped, asked);
        var announced = first.Plans.ToList().FindIndex(p => p.Flags.Contains("announced-never-run"));
        yield return DemoText.Closing(first.Explain(Math.Max(0, announced)), width, isPlain);
        if (html is null) yield break;
        var page = StoryHtml.Of(DemoPage.Of(chapters, forward, measured));
        WholeFile.Write(html, page);
        yield return $"\nThe story as a page: {html}\n";
    }
}
