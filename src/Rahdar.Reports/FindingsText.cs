using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Hazards;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>The findings as a Markdown page: docs/findings.md.</summary>
public static class FindingsText
{
    private const int EstimatesShown = 3;
    private static readonly (string Measure, string Name)[] Measures = [("days50", "p50"), ("days90", "p90")];

    /// <summary>The page.</summary>
    public static string Of(FindingsAnswer answer)
    {
        var sheet = new MarkdownSheet();
        sheet.Heading(1, "What projects and better borders change");
        sheet.Paragraph("`./rahdar findings --write docs/findings.md` makes this page; same data, same page.");
        sheet.Items([.. answer.Network.ProjectClaims.Select(c => Verdict(answer, c))]);
        sheet.Items([.. answer.Scenarios.Select(s => InOneLine(answer, s))]);
        sheet.Paragraph($"Simulated: {SimulationLines.Asked(answer.Plain.Request)}, each scenario and the corridor as "
            + "it is under the same luck; boxes go by the way of best value, which is mostly by truck. Planned: the "
            + $"way of best value by rail alone for {answer.Ways[0].Query.Cargo}, "
            + $"{answer.Draw.Replicates:#,0} draws. +- and brackets are 95 % intervals: how well the model's own "
            + "figure is known, not how well the model fits the "
            + "world. Demand is that of today. The day is far off because the projects are; what was known in May 2025 "
            + "is used, before the war and the closures of that year, so that projects are compared on an open "
            + "corridor.");
        Simulated(sheet, answer);
        Planned(sheet, answer);
        Claims(sheet, answer);
        Estimates(sheet, answer);
        return sheet.Finish();
    }

    private static string InOneLine(FindingsAnswer answer, ScenarioFinding scenario)
    {
        var moved = answer.Ways.SelectMany(w => Changes(scenario, w.DemandId))
            .Where(c => c.Change.Difference.IsBeyondZero)
            .Select(c => $"{Name(answer, c.Change.Subject)} {c.Name} {Interval(c.Change.Difference, true)} days")
            .ToList();
        var planned = answer.Ways.Zip(scenario.Ways)
            .Where(w => Days(w.First, 0.5) != Days(w.Second, 0.5))
            .Select(w => $"{Name(answer, w.First.DemandId)} {Percentile(w.First, 0.5)} to "
                + $"{Percentile(w.Second, 0.5)} days").ToList();
        return $"{scenario.Effect.Scenario}: simulated, "
            + (moved.Count == 0 ? "none of the three relations changes by more than luck" : string.Join(", ", moved))
            + $"; planned by rail, p50 {(planned.Count == 0 ? "unchanged" : string.Join(", ", planned))}.";
    }

    private static void Simulated(MarkdownSheet sheet, FindingsAnswer answer)
    {
        sheet.Heading(2, "Simulated, on ways of best value: days on the way");
        var asItIs = answer.Ways.Select(w => answer.Plain.Relations.FirstOrDefault(r => r.Id == w.DemandId));
        sheet.Items(
        [
            .. asItIs.OfType<RelationResult>().Select(r => $"{Name(answer, r.Id)}, as it is: p50 {Interval(r.Median)}, "
                + $"p90 {Interval(r.Ninetieth)}, of {Runs(r.Median.N, r.Ninetieth.N)} runs"),
        ]);
        var rows = (from scenario in answer.Scenarios
                    from way in answer.Ways
                    from change in Changes(scenario, way.DemandId)
                    select (scenario, way, change)).ToList();
        sheet.Table(
            ["scenario", "relation", "", "as it is", "with it", "change", "is it luck?"],
            [
                .. rows.Where(r => !r.change.Change.IsSame).Select(r => (IReadOnlyList<string>)
                [
                    r.scenario.Effect.Scenario, Name(answer, r.way.DemandId), r.change.Name,
                    Interval(r.change.Change.Before), Interval(r.change.Change.After),
                    Interval(r.change.Change.Difference, true),
                    SimulationLines.Verdict(r.change.Change.Difference, r.change.Change.IsOneSided),
                ]),
            ], 3);
        var same = rows.Count(r => r.change.Change.IsSame);
        sheet.Paragraph($"The other {same} of {rows.Count} figures are the same in every run: the boxes of these "
            + "relations go by a way that the scenario does not touch.");
    }

    /// <summary>`20`, or `20 and 18` where fewer runs can tell the second.</summary>
    private static string Runs(int first, int second) => first == second ? $"{first}" : $"{first} and {second}";

    private static void Planned(MarkdownSheet sheet, FindingsAnswer answer)
    {
        sheet.Heading(2, "Planned, by rail alone: days from ready to available");
        var cases = ListCases(answer);
        sheet.Table(
            ["scenario", "relation", "p50", "p90", "running", "all else"],
            [
                .. cases.Select(c => (IReadOnlyList<string>)
                [
                    c.Scenario, Name(answer, c.Way.DemandId), Percentile(c.Way, 0.5), Percentile(c.Way, 0.9),
                    c.Way.Plan is { } p ? Number(Running(p)) : "-",
                    c.Way.Plan is { } q ? Number(Total(q) - Running(q)) : "-",
                ]),
            ], 2);
        sheet.Paragraph("Running is trains moving; all else is waits, borders, gauge changes and handling (planning "
            + "values). A scenario is listed where it changes the plan of a relation. The ways:");
        sheet.Items(
        [
            .. cases.Select(c => $"{c.Scenario}, {Name(answer, c.Way.DemandId)}: "
                + (c.Way.Plan is { } plan ? PlanText.Way(c.Network, plan) : c.Way.Reason!.Code)),
        ]);
    }

    /// <summary>Ways as they are, then those that a scenario changes.</summary>
    internal static List<(string Scenario, CorridorNetwork Network, RailWay Way)> ListCases(FindingsAnswer answer) =>
    [
        .. answer.Ways.Select(w => ("as it is", answer.Network, w)),
        .. from scenario in answer.Scenarios
        from pair in answer.Ways.Zip(scenario.Ways)
        where pair.Second.Plan is null != pair.First.Plan is null
            || Days(pair.First, 0.5) != Days(pair.Second, 0.5) || Days(pair.First, 0.9) != Days(pair.Second, 0.9)
        select (scenario.Effect.Scenario, scenario.Network, pair.Second),
    ];

    private static void Claims(MarkdownSheet sheet, FindingsAnswer answer)
    {
        sheet.Heading(2, "What was claimed, and what would have to be true");
        foreach (var claim in answer.Network.ProjectClaims)
            sheet.Paragraph($"{claim.Id}, {claim.ProjectId}: {claim.Note} ({claim.Days.Provenance.Source}, "
                + $"{claim.Days.Provenance.Confidence.ToString().ToLowerInvariant()}). {Verdict(answer, claim)} "
                + $"{Needed(answer, claim)}");
    }

    /// <summary>Whether what was claimed is within reach, in words.</summary>
    internal static string Verdict(FindingsAnswer answer, ProjectClaim claim)
    {
        var relation = $"{Place(answer, claim.From)} - {Place(answer, claim.To)}";
        var said = claim.Days.Value.IsExact ? $"{claim.Days.Value.Min:0.#}"
            : $"{claim.Days.Value.Min:0.#} to {claim.Days.Value.Max:0.#}";
        if (Find(answer, claim) is not var (scenario, before, after) || after.Plan is null)
            return $"{claim.Id}: {relation}, {said} days: cannot be judged, no scenario plans it.";
        var name = scenario.Effect.Scenario;
        var today = answer.Plain.Relations.FirstOrDefault(r => r.Id == before.DemandId);
        switch (claim.Kind)
        {
            case ProjectClaimKind.DaysBefore:
                return $"{claim.Id}: {relation} is said to take {said} days today; simulated on the way of best value "
                    + $"it takes {(today is null ? "-" : Interval(today.Median))} (p50) and "
                    + $"{(today is null ? "-" : Interval(today.Ninetieth))} (p90).";
            case ProjectClaimKind.DaysSaved:
                var saved = (today?.Median.Mean ?? double.NaN) - Days(after, 0.5);
                return $"{claim.Id}: {relation}, {said} days less is claimed; by rail with {name} it takes "
                    + $"{Percentile(after, 0.5)} (p50), {Number(Math.Abs(saved))} days "
                    + $"{(saved >= 0 ? "less" : "MORE")} than the way of best value today.";
            default:
                var (fast, slow) = (Days(after, 0.1), Days(after, 0.9));
                var isReached = fast <= (double)claim.Days.Value.Max;
                return $"{claim.Id}: {relation} in {said} days is {(isReached ? "within reach" : "NOT reached")}: "
                    + $"by rail with {name} p10 {Number(fast)}, p50 {Percentile(after, 0.5)}, p90 {Number(slow)} days.";
        }
    }

    /// <summary>What would have to be true for a number of days.</summary>
    internal static string Needed(FindingsAnswer answer, ProjectClaim claim)
    {
        if (claim.Kind == ProjectClaimKind.DaysBefore || Find(answer, claim) is not var (_, before, after)
            || after.Plan is not { } plan) return "";
        var today = answer.Plain.Relations.FirstOrDefault(r => r.Id == before.DemandId)?.Median.Mean ?? double.NaN;
        var target = claim.Kind == ProjectClaimKind.Days ? (double)claim.Days.Value.Max
            : today - (double)claim.Days.Value.Min;
        if (double.IsNaN(target)) return "";
        var (running, else_) = (Running(plan), Total(plan) - Running(plan));
        var km = (double)plan.Elements.Where(e => e.Kind == ElementKind.Rail).Sum(e => e.Km);
        if (running <= target)
            return $"For {Number(target)} days all but running, {Number(else_)} days as planned, would have to take "
                + $"{Number(target - running)}.";
        return $"For {Number(target)} days the trains alone, {Number(running)} days over {km:#,0} km at "
            + $"{km / running / 24:0} km/h, would have to run at {km / target / 24:0} km/h with no wait, border or "
            + "change of gauge at all.";
    }

    private static (ScenarioFinding Scenario, RailWay Before, RailWay After)? Find(
        FindingsAnswer answer, ProjectClaim claim)
    {
        if (answer.Scenarios.FirstOrDefault(s => s.ProjectIds.Contains(claim.ProjectId)) is not { } scenario)
            return null;
        var index = answer.Ways.ToList().FindIndex(w => w.Query.From == claim.From && w.Query.To == claim.To);
        return index < 0 ? null : (scenario, answer.Ways[index], scenario.Ways[index]);
    }

    private static void Estimates(MarkdownSheet sheet, FindingsAnswer answer)
    {
        sheet.Heading(2, "Estimates that decide it");
        sheet.Paragraph("Figures that move the planned days most, each set to its p10 and p90 with all others at "
            + "planning values; scenario files stand in `src/Rahdar.Tower/Scenarios`.");
        sheet.Table(
            ["scenario", "relation", "figure", "basis", "p10", "p90", "days at p10", "days at p90"],
            [
                .. from one in ListCases(answer)
                from i in Deciding(one.Way)
                select (IReadOnlyList<string>)
                [
                    one.Scenario, Name(answer, one.Way.DemandId), i.Figure.Id,
                    i.Figure.Provenance.Basis.ToString().ToLowerInvariant(),
                    $"{i.Low.ToString("0.##", CultureInfo.InvariantCulture)} {i.Figure.Unit}",
                    $"{i.High.ToString("0.##", CultureInfo.InvariantCulture)} {i.Figure.Unit}",
                    Signed(i.AtLow!.Minutes), Signed(i.AtHigh!.Minutes),
                ],
            ], 4);
    }

    /// <summary>Figures that move the planned days of a way most, the most first.</summary>
    internal static IEnumerable<Influence> Deciding(RailWay way) => way.Tornado
        .Where(i => i.Swing is { Minutes: > 0 }).OrderByDescending(i => i.Swing!.Minutes).Take(EstimatesShown);

    /// <summary>p50 and p90 of a relation in the simulation, before and after.</summary>
    internal static IEnumerable<(string Name, MeasureChange Change)> Changes(ScenarioFinding scenario, string demand) =>
        from measure in Measures
        from change in scenario.Effect.Changes.Where(c => c.Measure == measure.Measure && c.Subject == demand)
        select (measure.Name, change);

    private static string Name(FindingsAnswer answer, string demand)
    {
        var query = answer.Ways.First(w => w.DemandId == demand).Query;
        return $"{Place(answer, query.From)} - {Place(answer, query.To)}";
    }

    /// <summary>`Karachi` for `Karachi (city, KPT port)`: the page speaks of relations, not of terminals.</summary>
    private static string Place(FindingsAnswer answer, PlaceId place) =>
        answer.Network.GetPlaceOrUnlinked(place).Name.Split(" (")[0];

    private static double Days(RailWay way, double share) =>
        way.Forecast?.Arrival(share).Value is { } at ? (at - way.Plan!.Ready).TotalDays : double.NaN;

    /// <summary>`16.1 (15.9 to 16.4)`.</summary>
    private static string Percentile(RailWay way, double share)
    {
        if (way.Forecast is not { } forecast) return "-";
        var (at, low, high) = forecast.Arrival(share);
        string Days(Instant? instant) => instant is { } i ? Number((i - way.Plan!.Ready).TotalDays) : "-";
        return $"{Days(at)} ({Days(low)} to {Days(high)})";
    }

    /// <summary>Days that trains move.</summary>
    internal static double Running(Itinerary plan) => plan.Elements.Where(e => e.Kind == ElementKind.Rail)
        .Sum(e => (e.Arrival - e.Departure).TotalDays);

    /// <summary>Days from ready to available.</summary>
    internal static double Total(Itinerary plan) => (plan.Arrival - plan.Ready).TotalDays;

    private static string Interval(Estimate value, bool isChange = false) =>
        SimulationLines.Interval(value, value.N, isChange: isChange);

    private static string Signed(int minutes) =>
        (minutes / 1440.0).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
