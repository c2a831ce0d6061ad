using System.Globalization;
using Rahdar.Network;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>Reported backlogs beside simulated ones, as Markdown: a section of docs/simulation.md.</summary>
public static class ReplayText
{
    /// <summary>The section; its first sentence says how often the model misses.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="replays">Reported backlogs with simulated ones.</param>
    public static string Of(CorridorNetwork network, IReadOnlyList<ReplayedBacklog> replays)
    {
        if (replays.Count == 0) return "No backlog of a simulated post is reported in the data.\n";
        var missed = replays.Count(r => !r.IsWithin);
        var sheet = new MarkdownSheet();
        sheet.Paragraph($"Of {replays.Count} reported backlogs the simulation misses {missed}: no run came to a figure "
            + $"that was reported. {replays[0].Runs} runs, from what was known on the first day of each closure; "
            + "arrivals come from trade figures, capacity from the border row, and neither was read from a backlog.");
        sheet.Table(
            ["closure", "post", "day", "reported", "simulated, mean", "least to greatest run", "verdict", "source"],
            [.. replays.Select(r => (IReadOnlyList<string>)
            [
                r.Reported.ClosureId, r.Reported.BorderId, $"{r.Day}, {r.Reported.On:uuuu-MM-dd}", Reported(r),
                Number(r.Mean), $"{Number(r.Least)} to {Number(r.Greatest)}", Verdict(r),
                $"{r.Reported.Id} ({r.Reported.Units.Provenance.Source})",
            ])], 3);
        var closures = replays.Select(r => r.Reported.ClosureId).Distinct()
            .Select(id => network.Closures.First(c => c.Id == id));
        return sheet.Items(
        [
            .. closures.Select(c => $"{c.Id}: {c.TargetId}, from {c.From:uuuu-MM-dd}, {c.Cause}"),
            .. replays.Select(r => $"{r.Reported.Id}: {r.Reported.Note}"),
        ]).Finish();
    }

    private static string Reported(ReplayedBacklog replay)
    {
        var units = replay.Reported.Units;
        var (least, greatest) = (Number(units.Value.Min), Number(units.Value.Max));
        return $"{(units.Value.IsExact ? least : $"{least} to {greatest}")} {units.Unit}";
    }

    private static string Verdict(ReplayedBacklog replay) =>
        replay.IsWithin ? "within the runs"
        : replay.Least > replay.Reported.Units.Value.Max ? "MISSED: every run too high" : "MISSED: every run too low";

    private static string Number(IFormattable value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
