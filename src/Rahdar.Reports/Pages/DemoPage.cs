using System.Globalization;
using NodaTime;
using Rahdar.Network.Claims;
using Rahdar.Planning;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pages;

/// <summary>One date of the demo: the question answered with what was known then.</summary>
/// <param name="Title">What happened.</param>
/// <param name="NewsAfter">News after this day is told.</param>
/// <param name="Answer">The answer.</param>
public sealed record DemoChapter(string Title, LocalDate NewsAfter, PlanAnswer Answer);

/// <summary>The story of the demo as one page for somebody who has never heard of it. English only.</summary>
public static class DemoPage
{
    private static readonly StoryColumn[] DateColumns =
    [
        new("known on"), new("what happened"), new("fastest, days (p50)", true), new("cheapest, USD (p50)", true),
        new("plans", true),
    ];

    /// <summary>The page.</summary>
    /// <param name="chapters">Dates in order; the last is under the assumed closure.</param>
    /// <param name="forward">Run forward, with the closure and without.</param>
    /// <param name="measured">Its first run, measured.</param>
    public static StoryPage Of(
        IReadOnlyList<DemoChapter> chapters, ComparisonAnswer forward, DemoMeasured measured)
    {
        var speech = Speech.Of(Language.English);
        var query = chapters[0].Answer.Query;
        var blocks = new List<StoryBlock>
        {
            new StoryBlock.Paragraph(
                "In June 2025 a first freight train from Pakistan to Russia was announced for the 22nd. On the 17th, "
                + "in the middle of a war, it was cancelled. One report called the border to Iran closed, the next "
                + "denied it. A forwarder in Lahore with sixteen boxes for Astrakhan had to decide: what now, at what "
                + "cost, and how sure is that?")
            {
                IsLead = true,
            },
            new StoryBlock.Paragraph(
                "The forwarder is fictitious, the reports are not. At each date below the same question is asked with "
                + "what was known by then, and nothing else. Figures are estimates of a model unless a source is "
                + "named."),
        };
        First(speech, chapters[0], blocks);
        Dates(speech, chapters, blocks);
        Forward(speech, forward, blocks);
        Measured(speech, forward, measured, blocks);
        SimulationPage.Limits(speech, forward.Plain, blocks);
        PlanPage.Remarks(speech, ["Planning aid, not legal advice."], blocks);
        return new StoryPage(
            speech, "The train that never left",
            $"{new Naming(chapters[0].Answer.Network, speech).Way(query.From, query.To)}, {query.Cargo}, June 2025",
            blocks);
    }

    private static void First(Speech speech, DemoChapter chapter, List<StoryBlock> blocks)
    {
        blocks.Add(new StoryBlock.Heading($"{Day(chapter)}: {chapter.Title}"));
        var answer = chapter.Answer;
        if (answer.Outcome is not PlanOutcome.Found found) return;
        var number = PlanPage.BestOf(answer, found);
        var plan = found.Plans[answer.Shown[number - 1].Index];
        var source = $"rahdar plan, known {Day(chapter)}; figures and sources with --explain";
        blocks.Add(new StoryBlock.Paragraph(
            $"{found.Plans.Count} plans are on the exact front: none is better than another in days, cost, risk and "
            + $"emissions at once. The one of best value goes by {PlanText.Way(answer.Network, plan)}."));
        blocks.Add(new StoryBlock.Figure(PlanGantt.Of(
            speech, answer, plan, answer.Outlook?.Forecasts.ElementAtOrDefault(number - 1), source)));
        blocks.Add(new StoryBlock.Figure(CorridorMap.OfPlan(speech, answer.Network, plan, source)));
    }

    private static void Dates(Speech speech, IReadOnlyList<DemoChapter> chapters, List<StoryBlock> blocks)
    {
        blocks.Add(new StoryBlock.Heading("As knowledge grew"));
        foreach (var chapter in chapters.Skip(1))
        {
            var n = chapter.Answer.Network;
            var news = News.Between(n, chapter.NewsAfter, chapter.Answer.Query.Known);
            blocks.Add(new StoryBlock.Paragraph($"{Day(chapter)}. {chapter.Title}."));
            blocks.Add(new StoryBlock.Points(
            [
                .. n.Assumptions.Select(a => $"ASSUMED, not news: {a}."),
                .. news.Select(i => $"{i.Subject}: {i.Text} ({i.State}; {i.Effect}; {i.ClaimId}, {i.Source})"),
            ]));
        }
        blocks.Add(new StoryBlock.Table(
            "The same question at five dates", DateColumns,
            [
                .. chapters.Select(IReadOnlyList<string> (c) => c.Answer.Outcome is PlanOutcome.Found found
                    ?
                    [
                        Day(c), c.Title, Least(speech, c.Answer, f => f.Arrival(0.5).Value is { } at
                            ? (at - c.Answer.Query.Ready).TotalDays : null, 1),
                        Least(speech, c.Answer, f => f.Cost(0.5).Value / 100.0, 0), speech.Number(found.Plans.Count),
                    ]
                    : [Day(c), c.Title, "–", "–", "0"]),
            ])
        {
            Note = "Of the plans shown at each date; 1,000 draws of every figure, the same luck at each date.",
        });
    }

    private static string Least(
        Speech speech, PlanAnswer answer, Func<Planning.Forecasts.Forecast, double?> value, int digits) =>
        answer.Outlook?.Forecasts.Select(value).Min() is { } least ? speech.Number(least, digits) : "–";

    private static void Forward(Speech speech, ComparisonAnswer forward, List<StoryBlock> blocks)
    {
        blocks.Add(new StoryBlock.Heading("Run forward: Taftan shut for a month, and not"));
        blocks.Add(new StoryBlock.Paragraph(SimulationPage.Model(speech, forward.Network, forward.Plain)));
        var scenario = forward.Scenarios[0];
        var source = SimulationPage.Source(speech, forward.Plain);
        if (QueueChart.Of(speech, scenario.Network, scenario.Effect.Result, source) is { } queue)
            blocks.Add(new StoryBlock.Figure(queue));
        blocks.AddRange(ComparisonPage.Of(speech, forward).Blocks.OfType<StoryBlock.Figure>());
    }

    private static void Measured(
        Speech speech, ComparisonAnswer forward, DemoMeasured measured, List<StoryBlock> blocks)
    {
        blocks.Add(new StoryBlock.Heading("Measured the way ministries do"));
        blocks.Add(new StoryBlock.Table(
            "Border clearance time (TFI1) in the first run, hours at one post: where the closure changes it most",
            [
                new("post"), new("way"), new("n, open", true), new("h, open", true), new("n, shut", true),
                new("h, shut", true),
            ],
            DemoMeasuredText.Posts(forward, measured))
        {
            Note = "Simulated. `rahdar indicators --judge` says how far such times are from those published.",
        });
        var names = new Naming(forward.Network, speech);
        foreach (var way in forward.Consignments)
            blocks.Add(new StoryBlock.Figure(TimeCostChart.Of(
                speech, WayCourse.Planned(names, way.Plan),
                WayCourse.Happened(forward.Network, way.Plan, measured.Boxes, way.Plan.Ready),
                SimulationPage.Source(speech, forward.Plain))));
    }

    private static string Day(DemoChapter chapter) =>
        chapter.Answer.Query.Known.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
