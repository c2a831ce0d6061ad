using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pages;

/// <summary>The page of a question about a way: the plans shown, and one of them in pictures.</summary>
public static class PlanPage
{
    /// <summary>The page.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="answer">The answer, with or without a look ahead.</param>
    /// <param name="number">Plan drawn, number of the list from 1; null takes the one of best value.</param>
    public static StoryPage Of(Speech speech, PlanAnswer answer, int? number = null)
    {
        var names = new Naming(answer.Network, speech);
        var (n, q) = (answer.Network, answer.Query);
        var blocks = new List<StoryBlock>();
        if (answer.Outcome is PlanOutcome.NotFound(var reason)) No(speech, reason, blocks);
        if (answer.Outcome is PlanOutcome.Found found) Found(speech, names, answer, found, number, blocks);
        Remarks(speech, answer.Notes.Concat(n.Assumptions), blocks);
        return new StoryPage(
            speech, names.Way(q.From, q.To),
            speech.List(
            [
                speech.Say(
                    "plan.cargo", speech.Number(q.Cargo.Boxes), speech.Number(q.Cargo.SizeFeet),
                    speech.Number((double)q.Cargo.GrossTonnes, 1)),
                speech.Say("plan.ready", speech.FullDate(q.Ready.InZone(n.GetPlace(q.From).Zone).Date)),
                speech.Say("word.known", speech.FullDate(q.Known)),
                .. n.ScenarioName.Length > 0 ? [speech.Say("word.scenario", Speech.Id(n.ScenarioName))]
                    : Array.Empty<string>(),
            ]),
            blocks);
    }

    /// <summary>Number of the plan of best value in the list, from 1.</summary>
    internal static int BestOf(PlanAnswer answer, PlanOutcome.Found found)
    {
        var value = answer.Outlook?.Value ?? ValueOfTime.OfData(answer.Network, answer.Query.Cargo);
        return answer.Shown.Index()
            .MinBy(s => value.GeneralisedCents(found.Plans[s.Item.Index].Cents, found.Plans[s.Item.Index].Minutes))
            .Index + 1;
    }

    /// <summary>Remarks of question, data and scenario, which are English.</summary>
    internal static void Remarks(Speech speech, IEnumerable<string> remarks, List<StoryBlock> blocks)
    {
        var all = remarks.Distinct().ToList();
        if (all.Count == 0) return;
        blocks.Add(new StoryBlock.Heading(speech.Say("page.remarks")));
        blocks.Add(new StoryBlock.Points(all, Language.English));
    }

    private static void No(Speech speech, NoPlan reason, List<StoryBlock> blocks)
    {
        blocks.Add(new StoryBlock.Paragraph(speech.Say("plan.none", Speech.Id(reason.Code))) { IsLead = true });
        blocks.Add(new StoryBlock.Points([reason.Message, reason.Change, .. reason.Evidence], Language.English));
    }

    private static void Found(
        Speech speech, Naming names, PlanAnswer answer, PlanOutcome.Found found, int? number, List<StoryBlock> blocks)
    {
        var chosen = Math.Clamp(number ?? BestOf(answer, found), 1, answer.Shown.Count);
        var plan = found.Plans[answer.Shown[chosen - 1].Index];
        var forecast = answer.Outlook?.Forecasts.ElementAtOrDefault(chosen - 1);
        blocks.Add(new StoryBlock.Paragraph(Lead(speech, answer, plan, forecast, chosen)) { IsLead = true });
        blocks.Add(Plans(speech, names, answer, found));
        blocks.Add(new StoryBlock.Heading(speech.Say("plan.heading", speech.Number(chosen))));
        var source = speech.Say("plan.source", speech.FullDate(answer.Query.Known));
        blocks.Add(new StoryBlock.Figure(PlanGantt.Of(speech, answer, plan, forecast, source)));
        blocks.Add(new StoryBlock.Figure(
            TimeCostChart.Of(speech, WayCourse.Planned(names, plan), happened: null, source)));
        blocks.Add(new StoryBlock.Figure(CorridorMap.OfPlan(speech, answer.Network, plan, source)));
        blocks.Add(Costs(speech, names, plan));
        blocks.Add(new StoryBlock.Paragraph(speech.Say("plan.meaning")));
        Remarks(speech, plan.Assumptions.Concat(plan.Hazards), blocks);
    }

    private static string Lead(Speech speech, PlanAnswer answer, Itinerary plan, Forecast? forecast, int number)
    {
        var zone = answer.Network.GetPlace(answer.Query.To).Zone;
        string Day(Instant at) => speech.FullDate(at.InZone(zone).Date);
        var (usd, risk) = (speech.Number(plan.Cents / 100.0), speech.Percent(plan.Risk.Probability, 1));
        return forecast?.Arrival(0.5).Value is { } half && forecast.Arrival(0.1).Value is { } early
            && forecast.Arrival(0.9).Value is { } late
            ? speech.Say("plan.lead.drawn", speech.Number(number), Day(half), Day(early), Day(late), usd, risk)
            : speech.Say("plan.lead", speech.Number(number), Day(plan.Arrival), usd, risk);
    }

    private static StoryBlock.Table Plans(Speech speech, Naming names, PlanAnswer answer, PlanOutcome.Found found)
    {
        var forecasts = answer.Outlook?.Forecasts ?? [];
        var rows = new List<IReadOnlyList<string>>();
        for (var i = 0; i < answer.Shown.Count; i++)
        {
            var plan = found.Plans[answer.Shown[i].Index];
            var forecast = forecasts.ElementAtOrDefault(i);
            string Days(double share) => forecast?.Arrival(share).Value is { } at
                ? speech.Number((at - plan.Ready).TotalDays, 1) : "–";
            rows.Add(
            [
                speech.Say("plan.row", speech.Number(i + 1), Way(speech, names, plan)),
                forecast is null ? speech.Number((plan.Arrival - plan.Ready).TotalDays, 1)
                    : speech.Say("word.range-of", Days(0.5), Days(0.1), Days(0.9)),
                speech.Number(plan.Cents / 100.0), speech.Percent(plan.Risk.Probability, 1),
                speech.Number(plan.Grams / 1e6, 1),
            ]);
        }
        return new StoryBlock.Table(
            speech.Say("plan.table", speech.Number(found.Plans.Count), speech.Number(answer.Shown.Count)),
            [
                new(speech.Say("plan.column.way")), new(speech.Say("axis.time-spent.days"), true),
                new(speech.Say("axis.cost"), true), new(speech.Say("plan.column.risk"), true),
                new(speech.Say("plan.column.co2e"), true),
            ],
            rows)
        {
            Note = forecasts.Count > 0 ? speech.Say("plan.table.drawn", speech.Number(forecasts[0].Replicates))
                : speech.Say("plan.table.means"),
        };
    }

    /// <summary>Modes and borders of a plan, shortly.</summary>
    private static string Way(Speech speech, Naming names, Itinerary plan)
    {
        var modes = plan.Elements.Where(e => e.Km > 0).Select(e => PlanGantt.Word(speech, e.Kind)).Distinct();
        var borders = plan.Elements.Where(e => e.Kind == ElementKind.Border).Select(e => names.Place(e.To)).Distinct()
            .ToList();
        var by = string.Join(" + ", modes);
        return borders.Count == 0 ? by : speech.Say("plan.way", by, speech.List(borders));
    }

    private static StoryBlock.Table Costs(Speech speech, Naming names, Itinerary plan)
    {
        string Usd(long cents) => speech.Number(cents / 100.0);
        var rows = plan.Elements.Where(e => e.Cost.Count > 0).Select(IReadOnlyList<string> (e) =>
        [
            e.Kind == ElementKind.Border ? names.Border(e.BorderId, e.To) : names.Way(e.From, e.To),
            PlanGantt.Word(speech, e.Kind), e.Km > 0 ? speech.Number((double)e.Km) : "–",
            Usd(e.Cost.Sum(c => c.Cents)),
        ]).ToList();
        if (plan.StorageLines.Count > 0)
            rows.Add([speech.Say("plan.storage"), "–", "–", Usd(plan.StorageLines.Sum(l => l.Cents))]);
        rows.Add([speech.Say("word.total"), "–", speech.Number((double)plan.Elements.Sum(e => e.Km)), Usd(plan.Cents)]);
        return new StoryBlock.Table(
            speech.Say("plan.costs"),
            [
                new(speech.Say("plan.column.where")), new(speech.Say("plan.column.what")),
                new(speech.Say("axis.distance"), true), new(speech.Say("axis.cost"), true),
            ],
            rows)
        {
            Note = speech.Say("plan.costs.note"),
        };
    }
}
