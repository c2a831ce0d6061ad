using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Which origin or destination is best, as a sentence and two tables.</summary>
public static class WhichText
{
    private static readonly double[] Shares = [0.5, 0.1, 0.9];

    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(WhichAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        var (n, q, ranking) = (answer.Network, answer.Query, answer.Ranking);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line(First(answer));
        var what = answer.IsOfOrigins ? $"to {n.GetPlace(q.To)}" : $"from {n.GetPlace(q.From)}";
        QuestionLines.Asked(
            sheet, n, q, $"{what}, ready {PlanText.Local(n, q.From, q.Ready)}", answer.Notes,
            ranking.Ranked.FirstOrDefault()?.Plan);
        if (ranking.Ranked.Count > 0)
        {
            Plans(sheet, answer);
            Margins(sheet, answer);
        }
        foreach (var relation in ranking.Without)
        {
            sheet.Heading($"{n.GetPlace(Place(answer, relation.Query))}, no plan: {relation.No!.Code}");
            sheet.Line(QuestionLines.Sentence(relation.No.Message), 2);
            QuestionLines.No(sheet, relation.No);
        }
        if (ranking.Ranked.Any(r => r.IsTruncated)) sheet.Line("A search met a limit: a better plan may exist.");
        return sheet.Finish();
    }

    private static string First(WhichAnswer answer)
    {
        var ranked = answer.Ranking.Ranked;
        if (ranked.Count == 0)
            return $"No plan: {answer.Ranking.Without[0].No!.Code}; none of {answer.Ranking.Without.Count} has one.";
        var best = $"{Name(answer, ranked[0])} ({QuestionLines.Usd(ranked[0].Generalised.Mean)} USD generalised cost "
            + $"on average of {answer.Draw.Replicates:#,0} draws)";
        if (ranked.Count == 1) return $"{best} is the only one with a plan.";
        var margin = ranked[1].Margin;
        var less = $"{QuestionLines.Usd(margin.Mean)} USD less than {Name(answer, ranked[1])} on average, p10 to p90 "
            + $"of the paired difference {PlanText.Usd(margin.P10)} to {PlanText.Usd(margin.P90)} USD";
        return answer.Ranking.IsClear ? $"{best} is best: {less}."
            : $"No clear answer: {best} comes first, but {less}, which covers zero.";
    }

    private static void Plans(TextSheet sheet, WhichAnswer answer)
    {
        sheet.Heading("The plan of least generalised cost of each, and how it may turn out");
        sheet.Line($"p50, p10 and p90 of {answer.Draw.Replicates:#,0} draws (seed {answer.Draw.Seed}, the same for "
            + "all); the plan is chosen by planning values (means).");
        var rows = new List<IReadOnlyList<string>> { new[] { "#", "place", "", "days", "USD", "way" } };
        foreach (var (i, r) in answer.Ranking.Ranked.Index())
            rows.Add(
            [
                $"{i + 1}", answer.Network.GetPlace(Place(answer, r.Query)).ToString(), "p50\np10\np90",
                Lines(s => r.Forecast.Arrival(s).Value is { } at ? PlanText.Days(at - r.Plan.Ready) : "never"),
                Lines(s => r.Forecast.Cost(s).Value is { } cents ? PlanText.Usd(cents) : "-"),
                string.Join('\n', Remarks(answer, r).Prepend(PlanText.Way(answer.Network, r.Plan))),
            ]);
        sheet.Rows([2, 18, 3, 5, 9, 0], rows, 2, 3, 4);
        Caveats.Hazards(sheet, answer.Ranking.Ranked.Select(r => r.Plan));
    }

    private static IEnumerable<string> Remarks(WhichAnswer answer, RankedRelation r)
    {
        foreach (var caveat in Caveats.Of(answer.Network, r.Query, r.Plan)) yield return caveat;
        if (r.Forecast.StrandedShare > 0)
            yield return $"never arrives: {QuestionLines.Chance(r.Forecast.StrandedShare)}";
    }

    private static void Margins(TextSheet sheet, WhichAnswer answer)
    {
        sheet.Heading("Generalised cost, and how much more than the first of the list in the same draw, USD");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "#", "place", "mean", "more: mean", "p10", "p90", "best in" },
        };
        foreach (var (i, r) in answer.Ranking.Ranked.Index())
            rows.Add(
            [
                $"{i + 1}", answer.Network.GetPlace(Place(answer, r.Query)).ToString(),
                QuestionLines.Usd(r.Generalised.Mean),
                .. i == 0 ? new[] { "-", "-", "-" }
                    : [QuestionLines.Usd(r.Margin.Mean), PlanText.Usd(r.Margin.P10), PlanText.Usd(r.Margin.P90)],
                QuestionLines.Chance(r.BestShare),
            ]);
        sheet.Rows([2, 18, 10, 10, 10, 10, 7], rows, 2, 2, 3, 4, 5, 6);
        sheet.Line($"A day from the ready instant to arrival counts {answer.Value.UsdPerDay:#,0.##} USD: "
            + $"{answer.Value.Source}. Best in: share of draws. Draws that never arrive pay for the days to the "
            + "horizon. Each keeps its plan in every draw; what is only disputed is not drawn.", 2);
    }

    private static string Lines(Func<double, string> text) => string.Join('\n', Shares.Select(text));

    private static PlaceId Place(WhichAnswer answer, PlanQuery query) => answer.IsOfOrigins ? query.From : query.To;

    private static string Name(WhichAnswer answer, RankedRelation relation) =>
        answer.Network.GetPlace(Place(answer, relation.Query)).ToString();
}
