using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports.Pages;

/// <summary>The page of a comparison: each scenario before and after.</summary>
public static class ComparisonPage
{
    /// <summary>What is drawn: measure, words of the title, of the axis, and the unit.</summary>
    private static readonly (string Measure, string Title, string Axis, string Unit)[] Charts =
    [
        ("days50", "bars.days50", "axis.days", "d"), ("hours", "bars.hours", "axis.unit-hours", "h/d"),
        ("crossing", "bars.crossing", "axis.hours", "h"),
    ];

    /// <summary>The page.</summary>
    public static StoryPage Of(Speech speech, ComparisonAnswer answer)
    {
        var names = new Naming(answer.Network, speech);
        var (runs, source) = (answer.Plain.Request.Replications, SimulationPage.Source(speech, answer.Plain));
        var blocks = new List<StoryBlock> { new StoryBlock.Paragraph(Lead(speech, answer)) { IsLead = true } };
        blocks.Add(new StoryBlock.Paragraph(SimulationPage.Model(speech, answer.Network, answer.Plain)));
        foreach (var (index, scenario) in answer.Scenarios.Index())
        {
            blocks.Add(new StoryBlock.Heading(speech.Say("word.scenario", Speech.Id(scenario.Effect.Scenario))));
            var before = blocks.Count;
            foreach (var (measure, title, axis, unit) in Charts)
            {
                var pairs = Pairs(names, answer, scenario, measure);
                if (pairs.Count > 0)
                    blocks.Add(new StoryBlock.Figure(ChangeBars.Of(
                        speech, $"bars-{measure}-{index + 1}", speech.Say(title), speech.Say(axis), unit, pairs, runs,
                        source)));
            }
            if (blocks.Count == before) blocks.Add(new StoryBlock.Paragraph(speech.Say("bars.nothing")));
            var assumed = scenario.Network.Assumptions.Concat(scenario.Idle).ToList();
            if (assumed.Count > 0) blocks.Add(new StoryBlock.Points(assumed, Language.English));
        }
        blocks.Add(new StoryBlock.Paragraph(speech.Say("bars.luck")));
        SimulationPage.Limits(speech, answer.Plain, blocks);
        PlanPage.Remarks(speech, answer.Notes, blocks);
        return new StoryPage(
            speech, speech.Say("comparison.title"), SimulationPage.Asked(speech, answer.Plain), blocks);
    }

    private static string Lead(Speech speech, ComparisonAnswer answer) => speech.Say(
        "comparison.lead", speech.List(answer.Scenarios.Select(s => speech.Say(
            "comparison.lead.one", Speech.Id(s.Effect.Scenario),
            speech.Number(s.Effect.Changes.Count(c => c.Difference.IsBeyondZero)),
            speech.Number(s.Effect.Changes.Count)))));

    /// <summary>Consignments first, then what has a value on one side alone, then what is more than luck, the greatest
    /// change before others.</summary>
    private static List<BarPair> Pairs(
        Naming names, ComparisonAnswer answer, ComparedScenario scenario, string measure)
    {
        var given = answer.Consignments.Select(c => c.Id).ToHashSet();
        return
        [
            .. scenario.Effect.Changes
                .Where(c => c.Measure == measure && (given.Contains(c.Subject) || c.IsOneSided
                    || (!c.IsSame && double.IsFinite(c.Before.Mean) && double.IsFinite(c.After.Mean))))
                .OrderByDescending(c => given.Contains(c.Subject)).ThenByDescending(c => c.IsOneSided)
                .ThenByDescending(c => c.Difference.IsBeyondZero)
                .ThenByDescending(c => double.IsNaN(c.Difference.Mean) ? 0 : Math.Abs(c.Difference.Mean))
                .Select(c => new BarPair(
                    names.Subject(c.Subject, scenario.Effect.Result), c.Before, c.After, c.Difference)),
        ];
    }
}
