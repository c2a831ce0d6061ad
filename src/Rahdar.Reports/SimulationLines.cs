using System.Globalization;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>What the texts of a simulation and of a comparison say alike.</summary>
internal static class SimulationLines
{
    private const string PlainLevels = "_.:-=+*#%@";
    private const int NameWidth = 45;
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>`12.3 +- 1.1`; `-` for what no run has a value of, and behind it the number of runs that have one where
    /// not all have.</summary>
    /// <param name="value">Mean and interval.</param>
    /// <param name="runs">Runs in all.</param>
    /// <param name="scale">Factor to the unit shown.</param>
    /// <param name="isChange">True to show the sign.</param>
    internal static string Interval(Estimate value, int runs, double scale = 1, bool isChange = false)
    {
        if (double.IsNaN(value.Mean)) return "-";
        if (value is { Mean: 0, Half: 0 } && value.N == runs) return "0 +- 0";
        var (mean, half) = (value.Mean * scale, value.Half * scale);
        // As many digits as the interval bears: never more than one that it makes uncertain.
        var size = double.IsNaN(half) || half == 0 ? Math.Abs(mean) / 10 : half;
        var digits = size >= 10 ? "#,0" : size >= 0.1 ? "#,0.0" : "#,0.00";
        var format = isChange ? $"+{digits};-{digits};0" : digits;
        return $"{Text(mean, format)} +- {(double.IsNaN(half) ? "-" : Text(half, digits))}"
            + (value.N < runs ? $" ({value.N})" : "");
    }

    /// <summary>Values over time as one letter a stretch, from none to their greatest.</summary>
    internal static string Spark(IReadOnlyList<double> values, int widthMax, bool isPlain)
    {
        var levels = isPlain ? PlainLevels : Levels;
        var most = values.Max();
        var width = Math.Min(widthMax, values.Count);
        return string.Concat(Enumerable.Range(0, width).Select(i =>
        {
            var (first, next) = (i * values.Count / width, (i + 1) * values.Count / width);
            var mean = values.Skip(first).Take(next - first).Average();
            return most <= 0 ? levels[0] : levels[(int)Math.Round(mean / most * (levels.Length - 1))];
        }));
    }

    /// <summary>A bar of plus or minus signs, as long as a change is beside the greatest of its table.</summary>
    internal static string Bar(double change, double greatest, int widthMax)
    {
        if (double.IsNaN(change) || change == 0 || greatest == 0) return "";
        var length = Math.Max(1, (int)Math.Round(Math.Abs(change) / greatest * widthMax));
        return new string(change > 0 ? '+' : '-', length);
    }

    /// <summary>Whether a difference is more than luck, in words.</summary>
    internal static string Verdict(Estimate difference, bool isOneSided = false) => Luck(difference, isOneSided) switch
    {
        "no-value" => "no value",
        "some-runs" => "not in all runs",
        "same" => "no change",
        "one-run" => "one run only",
        "more" => "more than luck",
        _ => "within luck",
    };

    /// <summary>Whether a difference is more than luck: `more`, `within`, `same` in every run, `one-run`, `some-runs`
    /// where not every run has a value, `no-value`.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="isOneSided">Whether some run has a value on one side alone.</param>
    internal static string Luck(Estimate difference, bool isOneSided = false) => difference switch
    {
        { N: 0 } => "no-value",
        _ when isOneSided => "some-runs",
        { Mean: 0, Half: 0 } => "same",
        { Missing: > 0 } => "some-runs",
        { N: 1 } => "one-run",
        { IsBeyondZero: true } => "more",
        _ => "within",
    };

    /// <summary>What was simulated, in one sentence.</summary>
    internal static string Asked(SimulationRequest request) =>
        $"{Count(request.Days, "day")} from {QuestionLines.Date(request.From)} after "
        + $"{Count(request.WarmUpDays, "day")} of warm-up, {Count(request.Replications, "run")} (seed {request.Seed}); "
        + $"known {QuestionLines.Date(request.Known ?? request.From)}";

    /// <summary>That it is a model, and what its figures rest on: in the first lines of every answer.</summary>
    internal static void Model(TextSheet sheet, CorridorNetwork network, SimulationResult result)
    {
        var all = SimulationFigures.ListOf(network, result.Figures)[0];
        sheet.Line("This is a model, not a measurement: most of its border work, demand and yards are estimates. Of "
            + $"the {all.Count:#,0} figures it was made from {all.Published:#,0} are published (none was measured by "
            + $"Rahdar), {all.Recalled:#,0} recalled and {all.Assumed:#,0} assumed.");
        if (result.Request.Replications == 1)
            sheet.Line("One run has no interval: its luck cannot be told from the rest.");
    }

    /// <summary>What is taken for granted, assumed by scenarios, and cannot act on these days.</summary>
    internal static void Notes(
        TextSheet sheet, IReadOnlyList<string> notes, IReadOnlyList<string> assumptions, IReadOnlyList<string> idle)
    {
        QuestionLines.Notes(sheet, notes);
        foreach (var assumption in assumptions) sheet.Line($"Assumed by the scenario: {assumption}.");
        foreach (var sentence in idle) sheet.Line($"NOT ACTING in this simulation: {sentence}.");
    }

    /// <summary>Consignments that were sent along, and how long they took.</summary>
    internal static void Consignments(
        TextSheet sheet, CorridorNetwork network, SimulationResult result, IReadOnlyList<GivenWay> given)
    {
        foreach (var way in given)
        {
            var (from, to) = (network.GetPlace(way.Query.From), network.GetPlace(way.Query.To));
            var found = result.Relations.FirstOrDefault(r => r.Id == way.Id);
            sheet.Heading($"{way.Id}: {way.Query.Cargo}, {from} to {to}");
            sheet.Line($"ready {PlanText.Local(network, way.Query.From, way.Query.Ready)}, on the plan of best value: "
                + $"{PlanText.Way(network, way.Plan)}", 2);
            sheet.Line(
                $"- the planner says {PlanText.Days(way.Plan.Arrival - way.Plan.Ready)} days (planning value)", 2);
            var runs = result.Request.Replications;
            sheet.Line(found switch
            {
                null => "- it could not be simulated: see what was left out",
                { Median.N: 0 } => $"- simulated: in none of {Count(runs, "run")} did it arrive before the last day",
                _ => $"- simulated: {Interval(found.Median, found.Median.N)} days, mean of the "
                    + $"{Count(found.Median.N, "run")} in which it arrived"
                    + (found.Median.N == runs ? ""
                        : $"; in the other {runs - found.Median.N} it was still on the way on the "
                        + "last day, so the mean is too short"),
            }, 2);
        }
    }

    /// <summary>What was left out and what the model takes for granted.</summary>
    internal static void Limits(TextSheet sheet, SimulationResult result, int rows)
    {
        if (result.LeftOut.Count > 0)
        {
            sheet.Heading($"Left out: {Count(result.LeftOut.Count, "demand or service", "demands and services")}");
            foreach (var line in result.LeftOut.Take(rows)) sheet.Line($"- {line}", 2);
            More(sheet, result.LeftOut.Count - rows, "left out");
        }
        sheet.Heading("Limits of the model");
        foreach (var limit in result.Limits) sheet.Line($"- {limit.Text}", 2);
    }

    /// <summary>What `+-` means, and what the figures rest on, table by table.</summary>
    internal static void Basis(TextSheet sheet, CorridorNetwork network, SimulationResult result)
    {
        sheet.Heading("What this rests on");
        sheet.Line("- +- is half the width of a 95 % interval of the mean of the runs (Student's t): how well the "
            + "model's own mean is known, not how well the model fits the world. A number in brackets counts the runs "
            + "that have a value, where not all have one; - stands for no value", 2);
        sheet.Line(
            "- who came in the days measured is followed to the end of his wait, also after them; who is still on the "
            + "way at the end counts with the time so far (Kaplan-Meier)", 2);
        sheet.Line($"- {result.EventsPerReplication:#,0} events a run; same seed, same answer", 2);
        sheet.Line("- figures by table:", 2);
        string[] head = ["table", "figures", "published", "recalled", "assumed"];
        sheet.Rows(
            [16, 8, 9, 9, 8],
            [
                head,
                .. SimulationFigures.ListOf(network, result.Figures).Skip(1).Select(f => (string[])
                    [f.Table, $"{f.Count}", $"{f.Published}", $"{f.Recalled}", $"{f.Assumed}"]),
            ], 4, 1, 2, 3, 4);
        sheet.Line("Planning aid, not legal advice.", 2);
    }

    /// <summary>Rows of a name and figures: beside each other where there is room, else the figures under the
    /// name.</summary>
    /// <param name="sheet">Where they go.</param>
    /// <param name="width">Columns of the page.</param>
    /// <param name="widths">Columns of each figure.</param>
    /// <param name="head">What the figures are.</param>
    /// <param name="rows">Names, figures, and a remark under them that may be empty.</param>
    /// <param name="left">Which figures are words.</param>
    internal static void Table(
        TextSheet sheet, int width, IReadOnlyList<int> widths, IReadOnlyList<string> head,
        IEnumerable<(string Name, IReadOnlyList<string> Figures, string Remark)> rows, params int[] left)
    {
        var isBeside = width - widths.Sum() - widths.Count >= NameWidth;
        var right = Enumerable.Range(0, widths.Count).Except(left).Select(i => isBeside ? i + 1 : i).ToArray();
        if (isBeside) sheet.Rows([0, .. widths], [["", .. head]], 2, right);
        else sheet.Rows(widths, [head], 4, right);
        foreach (var (name, figures, remark) in rows)
        {
            if (isBeside) sheet.Rows([0, .. widths], [[name, .. figures]], 2, right);
            else sheet.Line(name, 2).Rows(widths, [figures], 4, right);
            if (remark.Length > 0) sheet.Line(remark, 4);
        }
    }

    /// <summary>A crossing in one direction: `Torkham road, to Kabul`.</summary>
    internal static string Crossing(CorridorNetwork network, string borderId, PlaceId to) =>
        $"{network.Borders.FirstOrDefault(b => b.Id == borderId)?.ShortName ?? borderId}, to "
        + network.GetPlaceOrUnlinked(to).Name;

    /// <summary>A relation by name and row; a consignment has only its name.</summary>
    internal static string Relation(RelationResult relation) =>
        relation.Name == relation.Id ? relation.Name : $"{relation.Name} ({relation.Id})";

    /// <summary>What a resource is, by its row: names are not alone, `post TORKHAM-RD-OUT, trucks`.</summary>
    internal static string Kind(ResourceResult resource) =>
        $"{resource.Kind.ToString().ToLowerInvariant()} {resource.Id.Split('>')[0]}, {resource.Unit}";

    internal static void More(TextSheet sheet, int hidden, string what)
    {
        if (hidden > 0) sheet.Line($"and {hidden:#,0} more {what}: --top, --json", 2);
    }

    internal static string Count(int count, string one, string? many = null) =>
        $"{count:#,0} {(count == 1 ? one : many ?? one + "s")}";

    internal static string Whole(double value) => Text(value, "#,0");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
