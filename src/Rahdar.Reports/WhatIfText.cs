using System.Globalization;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>What scenarios change, as sentences and tables.</summary>
public static class WhatIfText
{
    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(WhatIfAnswer answer, int width = 80, bool isPlain = true)
    {
        var (n, q) = (answer.Network, answer.Query);
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line(Summary(answer));
        sheet.Heading($"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}, {q.Cargo}");
        sheet.Line($"ready {PlanText.Local(n, q.From, q.Ready)}, known {q.Known:uuuu-MM-dd}"
            + (q.LimitWords.Length > 0 ? $", {q.LimitWords}" : ""));
        QuestionLines.Notes(sheet, answer.Notes);
        foreach (var @case in answer.Cases) Case(sheet, answer, @case);
        Caveats.Hazards(sheet, answer.Cases.SelectMany(c => c.Picked).Select(p => p.Plan));
        sheet.Heading("What this rests on");
        sheet.Line($"days and USD are the p50 of {answer.Request.Replicates:#,0} draws (seed {answer.Request.Seed}); "
            + "p10 to p90 in brackets. Plans are picked by planning values (means).", 2);
        sheet.Line("- a change is the mean difference of each draw from the same draw without the scenario, p10 to p90 "
            + "in brackets; it exceeds its uncertainty when these do not cover zero", 2);
        sheet.Line("- standing at a shut post is in no price here; it is named where it lasts more than two days. "
            + "`wait-or-divert` counts it, and storage at the origin while boxes wait there", 2);
        sheet.Line($"- value of time {answer.Value.UsdPerDay:#,0.##} USD a day: {answer.Value.Source}", 2);
        sheet.Line("- every case knows what was known on the same day; a scenario's own `as-of` is not used", 2);
        if (answer.Cases.Any(c => c.IsTruncated)) sheet.Line("- a search met a limit: a better plan may exist", 2);
        sheet.Line("Planning aid, not legal advice.", 2);
        return sheet.Finish();
    }

    private static string Summary(WhatIfAnswer answer)
    {
        // Who asks about a scenario that is not in force must not read a table of zeros as its effect.
        var idle = string.Concat(answer.Scenarios.Where(s => s.IsIdle)
            .Select(s => $"{s.Name} is NOT IN FORCE on these dates: {string.Join("; ", s.Idle)}. "));
        if (answer.Baseline.Reason is { } none)
            return $"{idle}Without a scenario there is no plan ({none.Code}); "
                + (answer.Scenarios.Where(s => s.Reason is null).Select(s => s.Name).ToList() is { Count: > 0 } open
                    ? $"there is one under {string.Join(", ", open)}." : "there is none under any scenario either.");
        var acting = answer.Scenarios.Where(s => !s.IsIdle).ToList();
        if (acting.Count == 0) return $"{idle}So nothing changes.";
        var words = acting.Select(s => s.Reason is { } reason
            ? $"{s.Name} leaves no plan ({reason.Code})"
            : $"{s.Name} changes the best value by {Best(WhatIf.Changes(answer.Baseline, s))}{Unpriced(s)}");
        return $"{idle}Against no scenario, {string.Join("; ", words)}.";
    }

    /// <summary>Standing that comes with the best value under a scenario and is in no price.</summary>
    private static string Unpriced(ScenarioCase @case) =>
        @case.Picked.FirstOrDefault(p => p.Pick == Criterion.BestValue) is { } best
        && Caveats.StandingCents(best.Plan) is { } cents
            ? $" (standing at the shut post: {PlanText.Usd(cents)} USD more, not in the plan's price)" : "";

    private static string Best(IReadOnlyList<PairedChange> changes)
    {
        var best = changes.Single(c => c.Pick == Criterion.BestValue);
        if (best is not { Minutes: { } minutes, Cents: { } cents }) return "an unknown amount: it never arrives";
        var exceeds = minutes.IsBeyondUncertainty || cents.IsBeyondUncertainty;
        return $"{Days(minutes.Mean)} days and {Usd(cents.Mean)} USD, which "
            + $"{(exceeds ? "exceeds" : "does not exceed")} its uncertainty";
    }

    private static void Case(TextSheet sheet, WhatIfAnswer answer, ScenarioCase @case)
    {
        sheet.Heading(@case.Name.Length == 0 ? "Without a scenario" : $"Scenario {@case.Name}");
        foreach (var assumption in @case.Assumptions) sheet.Line($"Assumed by the scenario: {assumption}.", 2);
        foreach (var idle in @case.Idle) sheet.Line($"Not in force on these dates: {idle}.", 2);
        if (@case.Reason is { } reason)
        {
            sheet.Line($"No plan: {reason.Code}. {reason.Message}.", 2);
            sheet.Line($"What would change it: {reason.Change}.", 2);
            foreach (var evidence in reason.Evidence) sheet.Line($"- {evidence}", 4);
            return;
        }
        var changes = WhatIf.Changes(answer.Baseline, @case);
        void Row(params string[] cells) => sheet.Rows([10, 21, 27, 0], [cells]);
        Row("", "days", "USD", @case.Name.Length > 0 ? "beyond its uncertainty?" : "");
        foreach (var picked in @case.Picked)
        {
            Row(Name(picked.Pick), Spread(s => Time(picked, s)), Spread(s => Money(picked, s)), "");
            if (@case.Name.Length > 0 && changes.FirstOrDefault(c => c.Pick == picked.Pick) is { } change)
            {
                Row(Change(change));
                if (change.Unpaired > 0)
                    sheet.Line($"without {change.Unpaired:#,0} of {answer.Request.Replicates:#,0} draws in which one "
                        + "of the two never arrives", 4);
            }
            sheet.Line(PlanText.Way(answer.Network, picked.Plan), 4);
            foreach (var caveat in Caveats.Of(answer.Network, answer.Query, picked.Plan)) sheet.Line(caveat, 4);
        }
    }

    private static string[] Change(PairedChange change)
    {
        if (change is not { Minutes: { } minutes, Cents: { } cents }) return ["  change", "-", "-", ""];
        static string Exceeds(WeightedSpread s) => s.IsBeyondUncertainty ? "yes" : "no";
        return
        [
            "  change", $"{Days(minutes.Mean)} ({Days(minutes.P10)} to {Days(minutes.P90)})",
            $"{Usd(cents.Mean)} ({Usd(cents.P10)} to {Usd(cents.P90)})",
            $"days {Exceeds(minutes)}, USD {Exceeds(cents)}",
        ];
    }

    private static string Name(Criterion pick) => pick switch
    {
        Criterion.Fastest => "fastest",
        Criterion.Cheapest => "cheapest",
        _ => "best value",
    };

    private static string Spread(Func<double, string> text) => $"{text(0.5)} ({text(0.1)} to {text(0.9)})";

    private static string Time(PickedPlan picked, double share) => picked.Forecast.Arrival(share).Value is { } at
        ? PlanText.Days(at - picked.Plan.Ready) : "never";

    private static string Money(PickedPlan picked, double share) =>
        picked.Forecast.Cost(share).Value is { } cents ? PlanText.Usd(cents) : "-";

    private static string Days(decimal minutes) =>
        (minutes / 1440m).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Usd(decimal cents) =>
        decimal.Round(cents / 100m, MidpointRounding.AwayFromZero)
            .ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);
}
