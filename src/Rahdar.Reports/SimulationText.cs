using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>What a simulation found, as sentences and tables: what is waited for, how long borders and ways
/// take.</summary>
public static class SimulationText
{
    private const int NamedFirst = 3;
    private static readonly int[] Columns = [16, 16, 16, 16];

    /// <summary>Share of its time from which a resource has no steady state to speak of.</summary>
    private const double Full = 0.99;

    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="rows">Rows a table at most.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(SimulationAnswer answer, int rows = 12, int width = 80, bool isPlain = true)
    {
        var (n, r) = (answer.Network, answer.Result);
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line(Summary(r));
        sheet.Line($"Simulated: {SimulationLines.Asked(r.Request)}, "
            + $"{(r.Scenario.Length > 0 ? "scenario " + r.Scenario : "no scenario")}.");
        SimulationLines.Model(sheet, n, r);
        SimulationLines.Notes(sheet, answer.Notes, n.Assumptions, answer.Idle);
        SimulationLines.Consignments(sheet, n, r, answer.Consignments);
        Resources(sheet, r, rows, width, isPlain);
        Marginal(sheet, answer, width);
        Crossings(sheet, answer, rows, width);
        Relations(sheet, r, rows, width);
        SimulationLines.Limits(sheet, r, rows);
        if (answer.Movements is { } file)
        {
            sheet.Heading("Movements");
            sheet.Line($"{file.File} holds {file.Movements:#,0} movements of {file.Units:#,0} units: all that happened "
                + $"in the days measured of run {file.Replication}, by time. Units on the way at the first instant "
                + "begin in the middle, those on the way at the last have no end. `indicators` measures them.", 2);
        }
        QuestionLines.Written(sheet, answer.Pictures);
        SimulationLines.Basis(sheet, n, r);
        return sheet.Finish();
    }

    private static string Summary(SimulationResult r)
    {
        var waited = r.Resources.Where(w => w.UnitHoursPerDay.Mean > 0).Take(NamedFirst).ToList();
        if (waited.Count == 0) return "Nothing was waited for.";
        var named = waited.Select(w =>
            $"{w.Name} ({SimulationLines.Interval(w.UnitHoursPerDay, r.Request.Replications)} {Hours(w)} a day)");
        return $"Most waited for: {string.Join(", ", named)}.";
    }

    /// <summary>Hours of one unit: `truck-hours`.</summary>
    private static string Hours(ResourceResult resource) =>
        (resource.Unit.EndsWith('s') ? resource.Unit[..^1] : resource.Unit) + "-hours";

    private static void Resources(TextSheet sheet, SimulationResult r, int rows, int width, bool isPlain)
    {
        var waited = r.Resources.Where(w => w.UnitHoursPerDay.Mean > 0).ToList();
        if (waited.Count == 0) return;
        sheet.Heading("Most waited for");
        string Show(Estimate value, double scale = 1) => SimulationLines.Interval(value, r.Request.Replications, scale);
        SimulationLines.Table(
            sheet, width, [15, 13, 15, 18], ["units a day", "use %", "mean wait h", "unit-hours a day"],
            waited.Take(rows).Select((w, i) => (
                $"{i + 1} {w.Name} ({SimulationLines.Kind(w)})",
                (IReadOnlyList<string>)[
                    Show(w.UnitsPerDay), Show(w.Utilisation, 100), Show(w.WaitHours), Show(w.UnitHoursPerDay),
                ],
                w.Queue.Count > 1 ? Queue(w, width, isPlain) : "")));
        SimulationLines.More(sheet, waited.Count - rows, "that are waited for");
        var letters = isPlain ? "_ for none to @" : "▁ for none to █";
        var overfull = waited.Take(rows).Any(w => w.Utilisation.Mean > 1)
            ? " Use above 100 %: more came in the days measured than could be worked off in them." : "";
        sheet.Line("Ranked by hours waited a day; an hour of a truck, wagon, TEU, train or ship counts alike."
            + $"{overfull} Queues are means of the runs at midnight, {letters} for the most, with the least and the "
            + "greatest of any run in brackets.", 2);
    }

    private static string Queue(ResourceResult resource, int width, bool isPlain)
    {
        var line = $"queue {SimulationLines.Spark(resource.Queue, width / 4, isPlain)} from "
            + $"{SimulationLines.Whole(resource.Queue[0])} to {SimulationLines.Whole(resource.Queue[^1])}";
        if (resource.QueueRange.Count == 0) return line;
        var last = resource.QueueRange[^1];
        return $"{line} ({last.Least:#,0} to {last.Greatest:#,0}) {resource.Unit}"
            // Without a steady state a mean wait is one of the days simulated and of nothing else.
            + (IsAtLimit(resource) ? "; AT ITS LIMIT: the wait hangs on the days simulated" : "");
    }

    /// <summary>Whether a resource works all its time, or has a day's work before it at every midnight.</summary>
    private static bool IsAtLimit(ResourceResult resource) =>
        resource.Utilisation.Mean >= Full || resource.Queue.Min() > resource.UnitsPerDay.Mean;

    private static void Marginal(TextSheet sheet, SimulationAnswer answer, int width)
    {
        if (answer.MarginalAsked == 0) return;
        sheet.Heading("What a little more would be worth");
        if (answer.Marginal.Count > 0)
            SimulationLines.Table(
                sheet, width, [38, 18, 14], ["more", "saves unit-hours", "is it luck?"],
                answer.Marginal.Select((m, i) => (
                    $"{i + 1} {m.Resource.Name} ({SimulationLines.Kind(m.Resource)})",
                    (IReadOnlyList<string>)[
                        m.More,
                        SimulationLines.Interval(
                            m.SavedUnitHoursPerDay, answer.Result.Request.Replications, isChange: true),
                        SimulationLines.Verdict(m.SavedUnitHoursPerDay),
                    ],
                    "")), 0, 2);
        if (answer.Marginal.Count < answer.MarginalAsked)
            sheet.Line($"{answer.MarginalAsked} were asked and {answer.Marginal.Count} could be tried: berths, and "
                + "posts without hours, have nothing to add to.", 2);
        sheet.Line(
            "One at a time, under the same luck; saved a day in the whole corridor, all units together. Below 0: "
            + "the waiting moves on and grows.", 2);
    }

    private static void Crossings(TextSheet sheet, SimulationAnswer answer, int rows, int width)
    {
        var runs = answer.Result.Request.Replications;
        var passed = answer.Result.Crossings.Where(c => c.UnitsPerDay.Mean > 0 || c.Held.Mean > 0)
            .OrderByDescending(c => double.IsNaN(c.Hours.Mean) ? 0 : c.UnitsPerDay.Mean * c.Hours.Mean).ToList();
        if (passed.Count == 0) return;
        sheet.Heading("Crossings: hours from coming to leaving, queue and both posts");
        SimulationLines.Table(
            sheet, width, Columns, ["units a day", "mean h", "p50 h", "p90 h"],
            passed.Take(rows).Select(c => (
                SimulationLines.Crossing(answer.Network, c.BorderId, c.To),
                (IReadOnlyList<string>)[
                    SimulationLines.Interval(c.UnitsPerDay, runs), SimulationLines.Interval(c.Hours, runs),
                    SimulationLines.Interval(c.Median, runs), SimulationLines.Interval(c.Ninetieth, runs),
                ],
                c.Held.Mean > c.UnitsPerDay.Mean
                    ? $"more than a day's passages held at the end: {SimulationLines.Interval(c.Held, runs)}" : "")));
        SimulationLines.More(sheet, passed.Count - rows, "crossings and directions");
        sheet.Line("Of units that came in the days measured, also where they leave after them; - where some never get "
            + "through.", 2);
        if (answer.Result.Crossings.Count - passed.Count is > 0 and var none)
            sheet.Line(
                $"{SimulationLines.Count(none, "crossing and direction", "crossings and directions")} had no passage.",
                2);
    }

    private static void Relations(TextSheet sheet, SimulationResult r, int rows, int width)
    {
        if (r.Relations.Count == 0) return;
        var runs = r.Request.Replications;
        var arrived = r.Relations.Where(x => !double.IsNaN(x.Median.Mean)).OrderByDescending(x => x.ArrivedPerDay.Mean)
            .ToList();
        sheet.Heading("Relations: days from setting out to arrival");
        sheet.Line("Who is still on the way counts with the time so far (Kaplan-Meier); - where too few arrived to "
            + "tell.", 2);
        if (arrived.Count > 0)
            SimulationLines.Table(
                sheet, width, Columns, ["TEU a day", "p50 days", "p90 days", "TEU on the way"],
                arrived.Take(rows).Select(x => (
                    SimulationLines.Relation(x),
                    (IReadOnlyList<string>)[
                        SimulationLines.Interval(x.ArrivedPerDay, runs), SimulationLines.Interval(x.Median, runs),
                        SimulationLines.Interval(x.Ninetieth, runs), SimulationLines.Interval(x.Underway, runs),
                    ],
                    "")));
        SimulationLines.More(sheet, arrived.Count - rows, "relations");
        var none = r.Relations.Except(arrived).ToList();
        if (none.Count == 0) return;
        sheet.Line("Of what set out in the days measured fewer than half arrived in them:", 2);
        foreach (var x in none.Take(rows))
            sheet.Line(
                $"- {SimulationLines.Relation(x)}: {SimulationLines.Interval(x.Underway, runs)} TEU on the way", 2);
        SimulationLines.More(sheet, none.Count - rows, "of which fewer than half arrived");
    }
}
