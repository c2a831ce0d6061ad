using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Whether to wait for a crossing, as sentences and tables.</summary>
public static class WaitOrDivertText
{
    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(WaitOrDivertAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        switch (answer.Outcome)
        {
            case WaitOrDivertOutcome.Open(var crossing):
                sheet.Line(NotShut(answer, crossing));
                Head(sheet, answer);
                break;
            case WaitOrDivertOutcome.OffTheWay(var crossing, var best):
                sheet.Line(OffTheWay(answer, crossing, best));
                Head(sheet, answer);
                Crossing(sheet, answer, crossing);
                Remarks(sheet, answer, best);
                Caveats.Hazards(sheet, [best]);
                break;
            case WaitOrDivertOutcome.NoWay(var reason):
                sheet.Line($"No plan: {reason.Code}. {QuestionLines.Sentence(reason.Message)}");
                Head(sheet, answer);
                sheet.Line($"What would change it: {reason.Change}.");
                foreach (var evidence in reason.Evidence) sheet.Line($"- {evidence}", 2);
                break;
            case WaitOrDivertOutcome.Weighed weighed:
                sheet.Line(Recommendation(answer, weighed));
                Head(sheet, answer);
                Crossing(sheet, answer, weighed.Crossing);
                Comparison(sheet, answer, weighed);
                foreach (var point in weighed.Points) Table(sheet, answer, weighed, point);
                Caveats.Hazards(sheet, Ways(weighed));
                Grounds(sheet, answer, weighed);
                break;
            default:
                throw new InvalidOperationException("an outcome nobody knows");
        }
        return sheet.Finish();
    }

    /// <summary>Nothing to wait for: the best way goes elsewhere, or clears the same crossing by a row that no claim
    /// shuts.</summary>
    private static string OffTheWay(WaitOrDivertAnswer answer, ShutCrossing crossing, Itinerary best)
    {
        var way = Described(answer.Network, best);
        var cleared = best.Elements.Where(e => e.Kind == ElementKind.Border)
            .Select(e => answer.Network.Borders.First(b => b.Id == e.BorderId))
            .FirstOrDefault(b => crossing.Rows.Any(r => r.Crossing == b.Crossing));
        return cleared is null
            ? $"Do not wait for {crossing.Name}: even open it is not on the best way, which is {way}."
            : $"Do not wait: shut or disputed is only {string.Join(", ", crossing.Rows.Select(r => r.Id))}; the best "
                + $"way clears the same crossing by {cleared.Id}: {way}.";
    }

    private static string NotShut(WaitOrDivertAnswer answer, ShutCrossing crossing) =>
        $"{crossing.Name} is not known to be shut to freight on {Date(answer.Query.Known)}: no need to wait"
        + (crossing.ShutFrom is { } from ? $" (a closure begins on {Date(from)}, after the boxes are ready)" : "")
        + ". Ask `plan`, or give a `--scenario` that shuts it.";

    private static string Recommendation(WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w)
    {
        var best = w.Recommended;
        var advice = Advice(answer, w, best);
        var against = new List<string>();
        if (w.LeaveAtOnce is { } leave && leave != best) against.Add($"{Mean(best, leave)} than leaving at once");
        if (w.AlwaysWait is { } wait && wait != best) against.Add($"{Mean(best, wait)} than waiting without end");
        return against.Count == 0 ? advice + "."
            : $"{advice}: expected generalised cost is {string.Join(" and ", against)}.";
    }

    /// <summary>What a policy tells to do.</summary>
    private static string Advice(WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w, WaitPolicy policy)
    {
        var (place, name) = (answer.Network.GetPlace(policy.Point.Place).Name, w.Crossing.Name);
        var isOrigin = policy.Point == w.Points[0];
        return policy.LastDay switch
        {
            0 when isOrigin => $"Leave {place} at once by another way than {name}",
            0 => $"Go to {place}; if {name} is still shut then, go on by another way at once",
            null => $"{(isOrigin ? "Wait at" : "Go to")} {place}{(isOrigin ? "" : " and wait there")} until {name} "
                + "reopens, however long it takes",
            _ => $"{(isOrigin ? "Wait at" : "Go to")} {place}{(isOrigin ? "" : " and wait there")} until "
                + $"{Date(policy.Until!.Value)} at the latest for {name} to reopen, then go by another way",
        };
    }

    private static string Mean(WaitPolicy best, WaitPolicy other) =>
        $"{Usd(best.LessThan(other).Mean)} USD less";

    private static void Head(TextSheet sheet, WaitOrDivertAnswer answer)
    {
        var (n, q) = (answer.Network, answer.Query);
        sheet.Heading($"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}, {q.Cargo}");
        sheet.Line($"ready {Instant(n, q.From, q.Ready)}, known {Date(q.Known)}"
            + (n.ScenarioName.Length > 0 ? $", scenario {n.ScenarioName}" : ""));
        QuestionLines.Notes(sheet, answer.Notes);
        QuestionLines.Scenario(sheet, n, q);
    }

    private static void Crossing(TextSheet sheet, WaitOrDivertAnswer answer, ShutCrossing crossing)
    {
        var (claim, remaining) = (crossing.Claim!, crossing.Remaining!);
        var state = claim.IsAssumed ? "assumed shut by the scenario"
            : crossing.State == CrossingState.Shut ? "confirmed shut"
            : $"disputed, shut with chance {crossing.ShutProbability:0.##}";
        sheet.Labelled("crossing", $"{string.Join(", ", crossing.Rows.Select(r => r.Id))}: {state} since "
            + $"{Date(claim.From!.Value)}: {claim.Cause} ({claim.Id}, {claim.Provenance.Source})");
        var days = remaining.Spread;
        sheet.Labelled("reopening", $"day {days.P10} / {days.P50} / {days.P90} after {Date(answer.Query.Known)} (p10 / "
            + $"p50 / p90), mean {days.Mean.ToString("0.0", CultureInfo.InvariantCulture)}: {Basis(crossing)}");
    }

    private static string Basis(ShutCrossing crossing)
    {
        var r = crossing.Remaining!;
        var basis = r.Basis switch
        {
            RemainingBasis.Records => $"{r.Count} recorded closures of {(r.IsOwnGroup ? "this" : "any")} cause that "
                + $"lasted longer than {Days(r.ElapsedDays)}; closures not yet over are not among them",
            RemainingBasis.Scenario => $"{r.Count:#,0} draws of the scenario's {r.WholeDays} days",
            _ => $"no recorded closure lasted longer than {Days(r.ElapsedDays)}: assumed {r.WholeDays} days in all, "
                + $"{r.Count:#,0} draws",
        };
        return crossing.State == CrossingState.Disputed
            ? $"{basis}; with chance {1 - crossing.ShutProbability:0.##} it is not shut, which is read on day 1"
            : basis;
    }

    private static void Comparison(TextSheet sheet, WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w)
    {
        sheet.Labelled("open", Described(answer.Network, w.Through));
        Remarks(sheet, answer, w.Through);
        sheet.Labelled("other way", w.Points[0].Diversion is { } other ? Described(answer.Network, other)
            : "there is none from the origin");
        if (w.Points[0].Diversion is { } around) Remarks(sheet, answer, around);
        if (w.LeaveAtOnce is { } leave && leave != w.Recommended)
            sheet.Labelled("better", $"than leaving at once by {Paired(w.Recommended, leave)}");
        if (w.AlwaysWait is null)
            sheet.Labelled("waiting", $"without end is not offered: it may last longer than {Limits.HorizonDays} days "
                + "or a stay may be longer than allowed");
        else if (w.AlwaysWait != w.Recommended)
            sheet.Labelled("better", $"than waiting without end at "
                + $"{answer.Network.GetPlace(w.AlwaysWait.Point.Place).Name} by {Paired(w.Recommended, w.AlwaysWait)}");
        sheet.Labelled("pays until", w.LastPayingDay switch
        {
            null => "there is no other way to compare with",
            0 => "waiting costs more than leaving at once even if it reopens on day 1",
            Limits.HorizonDays => $"waiting pays on any day of reopening within {Limits.HorizonDays} days",
            { } day => $"a reopening by {Date(answer.Query.Known.PlusDays(day))} (day {day}): later, having left at "
                + "once would have cost less",
        });
        Standing(sheet, answer, w);
    }

    /// <summary>What standing makes of the money here, and what the advice would be without it: `plan` and `what-if`
    /// price the same ways without.</summary>
    private static void Standing(TextSheet sheet, WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w)
    {
        var waiting = new[] { w.Recommended, w.AlwaysWait }.OfType<WaitPolicy>().Distinct().Select(p =>
            $"{Usd(p.Standing.Mean)} USD on average of {(p == w.Recommended ? "the advice" : "waiting without end at "
            + answer.Network.GetPlace(p.Point.Place).Name)}");
        var other = w.CheapestWithoutStanding;
        sheet.Labelled("standing", $"storage, and standing at the shut post: {string.Join(", ", waiting)}; not in the "
            + "price of `plan` and `what-if`. Without it the advice would be "
            + (other == w.Recommended ? "the same." : $"another: {Advice(answer, w, other)}."));
    }

    /// <summary>Hazards and late papers of a way from the origin, below its description.</summary>
    private static void Remarks(TextSheet sheet, WaitOrDivertAnswer answer, Itinerary plan)
    {
        foreach (var caveat in Caveats.Of(answer.Network, answer.Query, plan)) sheet.Labelled("", caveat);
    }

    private static IEnumerable<Itinerary> Ways(WaitOrDivertOutcome.Weighed w) =>
        w.Points.Select(p => p.Diversion).OfType<Itinerary>().Prepend(w.Through);

    private static string Paired(WaitPolicy mine, WaitPolicy other)
    {
        var less = mine.LessThan(other);
        return $"{Usd(less.Mean)} USD on average, p10 to p90 {Usd(less.P10)} to {Usd(less.P90)} USD (same day of "
            + "reopening for both)";
    }

    private static void Table(
        TextSheet sheet, WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w, StoppingPoint point)
    {
        var n = answer.Network;
        sheet.Heading($"{n.GetPlace(point.Place)}, {(point.IsOnGround ? "on the ground" : "on wheels at the border")}, "
            + $"reached {Instant(n, point.Place, point.Reached)}");
        if (point.Diversion is { } diversion && point != w.Points[0])
            sheet.Line($"other way from here: {Described(n, diversion)}"
                + (Caveats.Hazard(diversion) is { } hazard ? $"; {hazard}" : ""), 2);
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { " wait until", "gen. USD", "through", "USD p50", "p90", "standing", "arrive p50", "p90" },
        };
        foreach (var policy in w.ListShown(point))
            rows.Add(
            [
                (policy == w.Recommended ? "*" : " ") + Until(policy), Usd(policy.Generalised.Mean),
                (100 * policy.ThroughShare).ToString("0", CultureInfo.InvariantCulture) + " %",
                Usd(policy.Cents.P50), Usd(policy.Cents.P90), Usd(policy.Standing.Mean),
                Arrives(answer, policy.ArrivalP50), Arrives(answer, policy.ArrivalP90),
            ]);
        sheet.Rows([11, 9, 7, 8, 8, 8, 10, 10], rows, 2, 1, 2, 3, 4, 5);
    }

    private static string Until(WaitPolicy policy) => policy.LastDay switch
    {
        0 => "no wait",
        null => "reopening",
        _ => Date(policy.Until!.Value),
    };

    private static void Grounds(TextSheet sheet, WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w)
    {
        sheet.Heading("What this rests on");
        sheet.Line("* least expected generalised cost: money plus the value of time from the first possible departure "
            + "to arrival; gen. USD is its mean, standing the mean of storage and standing in it. p50 and p90 spread "
            + "over the day of reopening alone: the ways are planning values (means).", 2);
        sheet.Line($"- value of time {answer.Value.UsdPerDay:#,0.##} USD a day: {answer.Value.Source}", 2);
        foreach (var point in w.Points) sheet.Line($"- {point.StandingWords}", 2);
        sheet.Line("- both ways on keep the durations and prices of the instant the boxes reach the stopping point; on "
            + "a diversion they are taken up there anew", 2);
        sheet.Line("- the news is read once a day; the queue that a reopening finds at the border is not counted", 2);
        sheet.Line("- storage counts at the origin too while boxes wait (`plan` lets them wait there free, and names "
            + "standing at a shut post beside its price)", 2);
        if (w.IsTruncated) sheet.Line("- a search met a limit: a better way may exist", 2);
        sheet.Line("Planning aid, not legal advice; risk and emissions are not weighed here, see `plan`.", 2);
    }

    private static string Described(CorridorNetwork n, Itinerary plan) =>
        $"{PlanText.Way(n, plan)} ({(plan.Minutes / 1440m).ToString("0.0", CultureInfo.InvariantCulture)} days, "
        + $"{PlanText.Usd(plan.Cents)} USD, planning values"
        + (plan.Flags.Contains("assumed-reopening") ? "; itself waits for a closure assumed to be over by then" : "")
        + (plan.Disputed.Count > 0 ? $"; disputed: {string.Join(", ", plan.Disputed.Select(d => d.BorderId))}" : "")
        + ")";

    private static string Arrives(WaitOrDivertAnswer answer, Instant instant) =>
        Date(instant.InZone(answer.Network.GetPlace(answer.Query.To).Zone).Date);

    private static string Instant(CorridorNetwork n, Network.Places.PlaceId place, Instant instant) =>
        instant.InZone(n.GetPlace(place).Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Date(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Usd(decimal cents) => PlanText.Usd((long)decimal.Round(cents, MidpointRounding.AwayFromZero));
}
