using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The demo as text: each chapter tells what is new, what the options are now, and what changed.</summary>
public static class DemoText
{
    private const string Crossing = "TAFTAN";

    /// <summary>Who asks what.</summary>
    public static string Opening(CorridorNetwork n, PlanQuery q, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain);
        sheet.Title("The train that never left", "Rahdar demo");
        sheet.Line("A forwarder in Lahore (fictitious) has 16 twenty-foot boxes of textiles and surgical goods for "
            + "Astrakhan, 20 t each, "
            + "ready on 21 June 2025. A first freight train to Russia has just been announced for 22 June. The same "
            + "question is asked "
            + "again as knowledge grew; at each date only what was known by then is used.");
        sheet.Line($"From {n.GetPlace(q.From)} to {n.GetPlace(q.To)}, {q.Cargo}. Boxes are shipper-owned. The lists "
            + "show p50, p10 and p90 of 1,000 draws from estimates, no promises; all else is planning values (means).");
        return sheet.Finish();
    }

    /// <summary>One knowledge date.</summary>
    /// <param name="number">Step of the story.</param>
    /// <param name="title">Title.</param>
    /// <param name="answer">The answer at this date.</param>
    /// <param name="before">The answer before; null at first.</param>
    /// <param name="newsAfter">News after this day is told.</param>
    /// <param name="comparesWaiting">Whether waiting is set against going another way.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Chapter(
        int number, string title, PlanAnswer answer, PlanAnswer? before, LocalDate newsAfter, bool comparesWaiting,
            int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain);
        var known = answer.Query.Known;
        sheet.Line("").Title($"Step {number}. {title}", $"known {known:uuuu-MM-dd}");
        Told(sheet, answer, newsAfter, known);
        States(sheet, answer);
        var found = answer.Outcome as PlanOutcome.Found;
        if (found is null) sheet.Heading($"No plan: {((PlanOutcome.NotFound)answer.Outcome).Reason.Code}");
        else
        {
            ForecastText.Table(sheet, answer, found);
            if (before?.Outcome is PlanOutcome.Found earlier) Changed(sheet, earlier, found);
            if (comparesWaiting) WaitOrDivert(sheet, answer, found);
        }
        return sheet.Finish();
    }

    /// <summary>What the numbers rest on.</summary>
    public static string Closing(Explanation explanation, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain);
        sheet.Line("").Title("What the numbers rest on", "plan with the announced train");
        sheet.Line($"{explanation.Figures.Count} figures were read for that plan. None was measured by Rahdar itself.");
        foreach (var group in explanation.Figures.GroupBy(f => f.Provenance.Basis).OrderByDescending(g => g.Key))
            sheet.Labelled(
                $"{group.Count()} {Word(group.Key)}",
                string.Join(", ", group.Take(4).Select(f => f.Id)) + (group.Count() > 4 ? ", ..." : ""), 16, 2);
        sheet.Line("Ask `./rahdar plan --from PKLHE --to RUASF --ready 2025-06-21 --known 2025-06-11 --cargo "
            + "16x20ft:20t --explain 1` for every one "
            + "of them, and `./rahdar network show TAFTAN-RD --known 2025-06-21` for the competing claims.");
        sheet.Line("To come: step 2 books the plan, step 5 measures it.");
        return sheet.Finish();
    }

    private static string Word(Basis basis) => basis switch
    {
        Basis.Published => "published",
        Basis.Recalled => "recalled",
        _ => "assumed",
    };

    private static void Told(TextSheet sheet, PlanAnswer answer, LocalDate after, LocalDate known)
    {
        foreach (var assumption in answer.Network.Assumptions) sheet.Line($"ASSUMED, not news: {assumption}.");
        var news = News.Between(answer.Network, after, known);
        if (news.Count == 0) return;
        sheet.Heading("What became known");
        foreach (var item in news)
        {
            sheet.Labelled($"{item.KnownFrom:MM-dd}", $"{item.Subject}: {item.Text}", 7, 2);
            sheet.Line($"{item.State}; {item.Effect} ({item.ClaimId}, {item.Source})", 9);
        }
    }

    private static void States(TextSheet sheet, PlanAnswer answer)
    {
        var knowledge = new Knowledge(answer.Network, answer.Query.Known);
        var train = knowledge.OfferOf(answer.Network.Services.First(s => s.Id == "S-PKRU-RAIL"));
        sheet.Heading("So");
        sheet.Labelled("the train", train.IsOffered
            ? $"{train.Status} for {train.Departures[0].Leaves:uuuu-MM-dd} ({train.Claim}); it has never run: flagged"
            : $"{train.Status} ({train.Claim}): not offered", 12, 2);
        foreach (var border in answer.Network.Borders.Where(b => b.Id.StartsWith(Crossing, StringComparison.Ordinal))
            .OrderBy(b => b.Id, StringComparer.Ordinal))
            sheet.Labelled(border.Id, State(knowledge, border), 12, 2);
    }

    private static string State(Knowledge knowledge, Network.Borders.BorderRow border)
    {
        if (knowledge.WindowsOf(border) is [var window, ..])
            return $"shut from {window.Claim.From:uuuu-MM-dd} ({window.Claim.Id}), assumed reopening "
                + $"{window.ReopensOn:uuuu-MM-dd}";
        if (knowledge.FindDispute(border) is not { } dispute)
        {
            var count = knowledge.Statistics.CountAt(border.Crossing);
            return $"usable; {(count == 0 ? "no closure on record, prior only" : $"{count} closure(s) on record")} "
                + "since 2020";
        }
        var q = dispute.ShutProbability.Value.Mean;
        return $"usable but DISPUTED ({dispute.Claim.Id}): shut with chance {q:0.##} "
            + $"({dispute.ShutProbability.Provenance.Source}), priced as risk; "
            + $"{q:0.##} x {dispute.MeanDays:0.#} days = {(double)q * dispute.MeanDays:0.#} days expected delay, "
            + "beside the arrival and not in it";
    }

    private static void Changed(TextSheet sheet, PlanOutcome.Found before, PlanOutcome.Found now)
    {
        sheet.Heading("Against the step before");
        var (fast, fastNow) = (before.Plans[0], now.Plans[0]);
        var (cheap, cheapNow) = (before.Plans.MinBy(p => p.Cents)!, now.Plans.MinBy(p => p.Cents)!);
        sheet.Line($"fastest {Difference(fast, fastNow)}; cheapest {Difference(cheap, cheapNow)}; "
            + $"{before.Plans.Count} plans then, {now.Plans.Count} now.", 2);
        var gone = before.Plans.Any(p => p.Flags.Contains("announced-never-run"))
            && !now.Plans.Any(p => p.Flags.Contains("announced-never-run"));
        if (gone) sheet.Line("The announced train is gone from the plans.", 2);
        var disputed = now.Plans.Count(p => p.Disputed.Count > 0);
        if (disputed > 0) sheet.Line($"{disputed} of the plans use a disputed crossing; their risk says so.", 2);
    }

    private static string Difference(Itinerary before, Itinerary now)
    {
        var days = (now.Arrival - before.Arrival).TotalDays;
        var usd = (now.Cents - before.Cents) / 100m;
        return days == 0 && usd == 0 ? "unchanged"
            : string.Create(CultureInfo.InvariantCulture, $"{days:+0.0;-0.0;0.0} days and {usd:+#,0;-#,0;0} USD");
    }

    private static void WaitOrDivert(TextSheet sheet, PlanAnswer answer, PlanOutcome.Found found)
    {
        bool Waits(Itinerary p) => p.Elements.Any(e => e.BorderId.StartsWith(Crossing, StringComparison.Ordinal));
        sheet.Heading("Waiting for Taftan against going another way");
        var rows = new List<IReadOnlyList<string>> { new[] { "", "arrives", "USD", "risk", "t CO2e" } };
        foreach (var (waits, name) in new[] { (true, "wait"), (false, "another way") })
        {
            var plans = found.Plans.Where(p => Waits(p) == waits).ToList();
            if (plans.Count == 0)
            {
                rows.Add([$"{name}: no plan on the front", "", "", "", ""]);
                continue;
            }
            rows.Add(Row($"{name}, fastest", plans.MinBy(p => (p.Arrival, p.Cents))!));
            rows.Add(Row($"{name}, cheapest", plans.MinBy(p => (p.Cents, p.Arrival))!));
        }
        sheet.Rows([24, 12, 10, 8, 8], rows, 2, 2, 3, 4);
        var (waiting, other) = (found.Plans.Where(Waits).ToList(), found.Plans.Where(p => !Waits(p)).ToList());
        if (waiting.Count == 0 || other.Count == 0) return;
        var saved = (other.Min(p => p.Cents) - waiting.Min(p => p.Cents)) / 100m;
        var later = (waiting.Min(p => p.Arrival) - other.Min(p => p.Arrival)).TotalDays;
        var difference = string.Create(
            CultureInfo.InvariantCulture, $"{Math.Abs(saved):#,0} USD {(saved >= 0 ? "less" : "more")}");
        sheet.Line(string.Create(CultureInfo.InvariantCulture, $"Waiting arrives {later:0.0} days later at best; ")
            + $"its cheapest plan costs {difference} than the cheapest other way. This holds only if the assumed "
            + "reopening does; "
            + "what carriers charge for standing at a shut border is not in it.", 2);
        IReadOnlyList<string> Row(string name, Itinerary p) =>
        [
            name, p.Arrival.InZone(answer.Network.GetPlace(answer.Query.To).Zone)
                .ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            (p.Cents / 100m).ToString("#,0", CultureInfo.InvariantCulture), (100 * p.Risk.Probability)
                .ToString("0.0", CultureInfo.InvariantCulture) + " %",
            (p.Grams / 1e6).ToString("0.0", CultureInfo.InvariantCulture),
        ];
    }
}
