using System.Globalization;
using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The plans of a short list with how sure they are, what decides among them and what is not there.</summary>
internal static class ForecastText
{
    private const int EstimatesShown = 5;

    /// <summary>Estimates that decide the ranking, for the first lines of an answer.</summary>
    internal static void Estimates(TextSheet sheet, Outlook outlook)
    {
        var estimates = outlook.Ranking.Where(d => d.IsEstimate).ToList();
        var others = outlook.Ranking.Count - estimates.Count;
        var rest = others == 0 ? ""
            : $" {others} published or recalled {(others == 1 ? "figure decides" : "figures decide")} it too.";
        if (estimates.Count == 0)
        {
            if (outlook.Shown.Count > 1)
                sheet.Line("No estimate alone, between its p10 and p90, changes which of these plans is fastest, "
                    + $"cheapest or best value.{rest}");
            return;
        }
        sheet.Line("This ranking rests on estimates:");
        foreach (var decisive in estimates.Take(EstimatesShown)) sheet.Line($"- {Sentence(decisive, outlook)}", 2);
        var more = estimates.Count - EstimatesShown;
        if (more > 0) sheet.Line($"- and on {more} more.{rest}", 2);
        else if (rest.Length > 0) sheet.Line(rest.Trim(), 2);
    }

    /// <summary>The list: p50 with p10 and p90 where draws were made, else planning values.</summary>
    internal static void Table(TextSheet sheet, PlanAnswer answer, PlanOutcome.Found found)
    {
        var shown = answer.Shown;
        var forecasts = answer.Outlook?.Forecasts ?? [];
        sheet.Heading($"{found.Plans.Count} plans are on the "
            + $"{(found.IsTruncated ? "front, which is truncated" : "exact front")}; {shown.Count} are shown");
        sheet.Line(answer.Outlook is { Request.Draw: { } draw }
            ? $"p50, p10 and p90 of {draw.Replicates:#,0} draws (seed {draw.Seed}); risk and CO2e are planning values "
                + "(means)."
            : "All are planning values (means): nothing was drawn.");
        var rows = new List<IReadOnlyList<string>>();
        string[] head = ["#", "arrives", "days", "USD", "risk", "t CO2e", "way, and why it is shown"];
        rows.Add(forecasts.Count == 0 ? head : [head[0], "", .. head[1..]]);
        for (var i = 0; i < shown.Count; i++)
        {
            var plan = found.Plans[shown[i].Index];
            var way = string.Join('\n', Remarks(answer, plan, forecasts.ElementAtOrDefault(i))
                .Prepend($"{PlanText.Way(answer.Network, plan)} ({shown[i].Reason})"));
            var (risk, tonnes) = (PlanText.Percent(plan.Risk.Probability), PlanText.Tonnes(plan.Grams));
            rows.Add(forecasts.Count == 0
                ?
                [
                    $"{i + 1}", PlanText.LocalDate(answer, plan.Arrival), PlanText.Days(plan.Arrival - plan.Ready),
                    PlanText.Usd(plan.Cents), risk, tonnes, way,
                ]
                : [$"{i + 1}", "p50\np10\np90", .. Spread(answer, plan, forecasts[i]), risk, tonnes, way]);
        }
        sheet.Rows(forecasts.Count == 0 ? [2, 10, 5, 8, 6, 6, 0] : [2, 3, 10, 5, 8, 6, 6, 0], rows, 2,
            forecasts.Count == 0 ? [2, 3, 4, 5] : [3, 4, 5, 6]);
        if (answer.Outlook is { } outlook) BestValue(sheet, found, outlook);
    }

    /// <summary>Ways a reader may miss.</summary>
    internal static void Unseen(TextSheet sheet, Outlook outlook)
    {
        if (outlook.Unseen.Count == 0) return;
        sheet.Heading("You may miss (more: `--why-not ID`)");
        foreach (var way in outlook.Unseen) sheet.Line($"{way.Subject}, {way.Name}: {way.Reason}.", 2);
    }

    /// <summary>What binds a plan, in one phrase.</summary>
    internal static string Binds(PlanAnswer answer, Itinerary plan)
    {
        var binding = Binding.Of(plan);
        var (n, e) = (answer.Network, binding.Element);
        // The id stands with the way above it.
        var carrier = n.Services.FirstOrDefault(s => s.Id == e.ServiceId)?.Name ?? PlanText.Carrier(n, e);
        var what = e.Kind switch
        {
            ElementKind.Border => "border " + PlanText.BorderName(n, e.BorderId),
            ElementKind.Gauge => $"gauge {n.GetPlace(e.From).Name}",
            ElementKind.Handling when e.WaitMinutes * 2 > binding.Minutes => $"wait at {n.GetPlace(e.From).Name}",
            ElementKind.Handling => $"handling {n.GetPlace(e.From).Name}",
            _ => binding.IsRide ? $"ride {carrier}" : $"wait for {carrier}",
        };
        return $"{what} {PlanText.Hours(binding.Minutes)}";
    }

    private static IEnumerable<string> Remarks(PlanAnswer answer, Itinerary plan, Forecast? forecast)
    {
        yield return $"binding: {Binds(answer, plan)}";
        foreach (var caveat in Caveats.Of(answer.Network, answer.Query, plan)) yield return caveat;
        if (forecast is null) yield break;
        if (answer.Outlook!.Request.By is { } by)
            yield return $"by {PlanText.Local(answer.Network, answer.Query.To, by)}: "
                + QuestionLines.Chance(forecast.ProbabilityBy(by));
        foreach (var (service, missed) in forecast.Connections)
            yield return $"misses {service}: {QuestionLines.Chance(missed)}";
        if (forecast.StrandedShare > 0) yield return $"never arrives: {QuestionLines.Chance(forecast.StrandedShare)}";
    }

    private static string[] Spread(PlanAnswer answer, Itinerary plan, Forecast forecast)
    {
        double[] shares = [0.5, 0.1, 0.9];
        string Lines(Func<double, string> text) => string.Join('\n', shares.Select(text));
        return
        [
            Lines(s => forecast.Arrival(s).Value is { } at ? PlanText.LocalDate(answer, at) : "never"),
            Lines(s => forecast.Arrival(s).Value is { } at ? PlanText.Days(at - plan.Ready) : "-"),
            Lines(s => forecast.Cost(s).Value is { } cents ? PlanText.Usd(cents) : "-"),
        ];
    }

    private static void BestValue(TextSheet sheet, PlanOutcome.Found found, Outlook outlook)
    {
        var value = outlook.Value;
        var best = outlook.Shown.Select(s => found.Plans[s.Index]).Index()
            .MinBy(p => value.GeneralisedCents(p.Item.Cents, p.Item.Minutes)).Index;
        sheet.Line($"Best value is plan {best + 1} (planning values): a day counts {value.UsdPerDay:#,0} USD, "
            + $"{value.Source}.", 2);
    }

    private static string Sentence(Decisive decisive, Outlook outlook)
    {
        var (f, o) = (decisive.Figure, decisive.Overturns[0]);
        int Number(int index) => outlook.Shown.Index().First(s => s.Item.Index == index).Index + 1;
        var word = o.Criterion switch
        {
            Criterion.Fastest => "the fastest",
            Criterion.Cheapest => "the cheapest",
            _ => "best value",
        };
        return $"{f.Id} ({f.Value} {f.Unit}, {f.Provenance.Source}): at its {(o.Share < 0.5 ? "p10" : "p90")} of "
            + $"{o.Value.ToString("0.##", CultureInfo.InvariantCulture)}, plan {Number(o.After)} and not plan "
            + $"{Number(o.Before)} is {word}, by {PlanText.Usd(o.Cents)} USD";
    }
}
