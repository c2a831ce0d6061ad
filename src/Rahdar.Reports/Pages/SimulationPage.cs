using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports.Pages;

/// <summary>The page of a simulation: what is waited for, where, and for how long.</summary>
public static class SimulationPage
{
    /// <summary>The page.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="answer">The simulation.</param>
    /// <param name="log">Movements of the first run; null when nothing asked for them.</param>
    /// <param name="line">Line whose trains are drawn; null for none; needs the movements.</param>
    /// <param name="rows">Rows a table at most.</param>
    public static StoryPage Of(
        Speech speech, SimulationAnswer answer, MovementLog? log = null, TrainLine? line = null, int rows = 12)
    {
        var (n, r) = (answer.Network, answer.Result);
        var names = new Naming(n, speech);
        var source = Source(speech, r);
        var blocks = new List<StoryBlock>
        {
            new StoryBlock.Paragraph(Lead(speech, names, r)) { IsLead = true },
            new StoryBlock.Paragraph(Model(speech, n, r)),
        };
        void Show(Picture? picture)
        {
            if (picture is not null) blocks.Add(new StoryBlock.Figure(picture));
        }
        Show(QueueChart.Of(speech, n, r, source));
        Show(CorridorMap.OfDelays(speech, n, r, source));
        if (log is not null && line is not null)
            Show(StringLine.Of(
                speech, n, line, log, r.Begin, r.Request.Days, speech.Say("simulation.source.run", source)));
        if (log is not null)
            foreach (var way in answer.Consignments) Show(Consignment(speech, n, names, way, log, source));
        if (Waited(speech, names, r, rows) is { } table) blocks.Add(table);
        if (Relations(speech, names, r, rows) is { } relations) blocks.Add(relations);
        blocks.Add(new StoryBlock.Paragraph(speech.Say("simulation.interval")));
        Limits(speech, r, blocks);
        PlanPage.Remarks(speech, [.. answer.Notes, .. n.Assumptions, .. answer.Idle], blocks);
        return new StoryPage(speech, speech.Say("simulation.title"), Asked(speech, r), blocks);
    }

    /// <summary>What was simulated.</summary>
    internal static string Asked(Speech speech, SimulationResult r) => speech.List(
    [
        speech.Say("simulation.asked", speech.Number(r.Request.Days), speech.FullDate(r.Request.From)),
        speech.Say("simulation.runs", speech.Number(r.Request.Replications)),
        speech.Say("word.known", speech.FullDate(r.Request.Known ?? r.Request.From)),
        .. r.Scenario.Length > 0 ? [speech.Say("word.scenario", Speech.Id(r.Scenario))] : Array.Empty<string>(),
    ]);

    /// <summary>Where the figures of a simulation come from.</summary>
    internal static string Source(Speech speech, SimulationResult r) => speech.Say(
        "simulation.source", speech.Number(r.Request.Replications), speech.Number(r.Request.Seed));

    /// <summary>What the model leaves out or takes for granted.</summary>
    internal static void Limits(Speech speech, SimulationResult r, List<StoryBlock> blocks)
    {
        blocks.Add(new StoryBlock.Heading(speech.Say("limit.heading")));
        blocks.Add(new StoryBlock.Points([.. r.Limits.Select(l => speech.Say("limit." + l.Code))]));
    }

    /// <summary>That it is a model, and what its figures rest on.</summary>
    internal static string Model(Speech speech, CorridorNetwork network, SimulationResult r)
    {
        var all = SimulationFigures.ListOf(network, r.Figures)[0];
        return speech.Say(
            "simulation.model", speech.Number(all.Count), speech.Number(all.Published), speech.Number(all.Recalled),
            speech.Number(all.Assumed));
    }

    private static string Lead(Speech speech, Naming names, SimulationResult r)
    {
        var waited = r.Resources.Where(x => x.UnitHoursPerDay.Mean > 0).Take(3).ToList();
        return waited.Count == 0 ? speech.Say("simulation.lead.none") : speech.Say(
            "simulation.lead", speech.List(waited.Select(x => speech.Say(
                "simulation.lead.one", names.Resource(x), speech.Number(x.UnitHoursPerDay.Mean)))));
    }

    private static Picture? Consignment(
        Speech speech, CorridorNetwork network, Naming names, GivenWay way, MovementLog log, string source)
    {
        var timeline = Timeline.Of(log.Movements.Where(m => m.Unit.Value == way.Id));
        if (timeline.Stages.Count == 0) return null;
        var planned = WayCourse.Planned(names, way.Plan);
        var happened = WayCourse.Happened(network, way.Plan, timeline, way.Plan.Ready);
        var picture = TimeCostChart.Of(speech, planned, happened, speech.Say("simulation.source.run", source));
        return picture with
        {
            Title = speech.Say(
                "simulation.consignment", Speech.Id(way.Id), names.Way(way.Query.From, way.Query.To)),
            Caption = picture.Caption
                + (timeline.IsDelivered ? "" : " " + speech.Say("simulation.consignment.underway")),
        };
    }

    private static StoryBlock.Table? Waited(Speech speech, Naming names, SimulationResult r, int rows)
    {
        var waited = r.Resources.Where(x => x.UnitHoursPerDay.Mean > 0).Take(rows).ToList();
        if (waited.Count == 0) return null;
        return new StoryBlock.Table(
            speech.Say("simulation.waited"),
            [
                new(speech.Say("simulation.column.what")), new(speech.Say("simulation.column.served"), true),
                new(speech.Say("simulation.column.use"), true), new(speech.Say("simulation.column.wait"), true),
                new(speech.Say("simulation.column.unit-hours"), true),
            ],
            [
                .. waited.Select(IReadOnlyList<string> (x) =>
                [
                    speech.List([names.Resource(x), names.Counted(x.Unit)]), Interval(speech, x.UnitsPerDay),
                    Interval(speech, x.Utilisation, 100), Interval(speech, x.WaitHours),
                    Interval(speech, x.UnitHoursPerDay),
                ]),
            ]);
    }

    private static StoryBlock.Table? Relations(Speech speech, Naming names, SimulationResult r, int rows)
    {
        var arrived = r.Relations.Where(x => double.IsFinite(x.Median.Mean))
            .OrderByDescending(x => x.ArrivedPerDay.Mean).Take(rows).ToList();
        if (arrived.Count == 0) return null;
        return new StoryBlock.Table(
            speech.Say("simulation.relations"),
            [
                new(speech.Say("simulation.column.relation")), new(speech.Say("simulation.column.teu"), true),
                new(speech.Say("simulation.column.days50"), true), new(speech.Say("simulation.column.days90"), true),
            ],
            [
                .. arrived.Select(IReadOnlyList<string> (x) =>
                [
                    names.Relation(x), Interval(speech, x.ArrivedPerDay), Interval(speech, x.Median),
                    Interval(speech, x.Ninetieth),
                ]),
            ]);
    }

    /// <summary>`12.3 ± 1.1`.</summary>
    private static string Interval(Speech speech, Estimate value, double scale = 1)
    {
        if (double.IsNaN(value.Mean)) return "–";
        var half = value.Half * scale;
        var decimals = double.IsNaN(half) || half < 10 ? 1 : 0;
        return speech.PlusMinus(value.Mean * scale, half, decimals);
    }
}
