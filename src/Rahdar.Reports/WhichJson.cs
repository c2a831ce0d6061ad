using System.Text.Json;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Which origin or destination is best, as JSON; the form is documented in docs/formats/questions-json.md and
/// pinned by a test.</summary>
public static class WhichJson
{
    /// <summary>An answer, the best first.</summary>
    public static string Answer(WhichAnswer answer) => PlanJson.Write(json =>
    {
        QuestionJson.Terms(json, answer.Network, answer.Query, answer.Notes);
        QuestionJson.Value(json, answer.Value);
        json.WriteStartObject("draw");
        json.WriteNumber("draws", answer.Draw.Replicates);
        json.WriteNumber("seed", answer.Draw.Seed);
        json.WriteEndObject();
        json.WriteBoolean("clear", answer.Ranking.IsClear);
        json.WriteStartArray("ranked");
        foreach (var relation in answer.Ranking.Ranked) Ranked(json, answer, relation);
        json.WriteEndArray();
        json.WriteStartArray("without");
        foreach (var relation in answer.Ranking.Without)
        {
            json.WriteStartObject();
            QuestionJson.Pair(json, answer.Network, relation.Query);
            PlanJson.NoPlan(json, relation.No!);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void Ranked(Utf8JsonWriter json, WhichAnswer answer, RankedRelation relation)
    {
        json.WriteStartObject();
        QuestionJson.Pair(json, answer.Network, relation.Query);
        json.WriteBoolean("truncated", relation.IsTruncated);
        QuestionJson.Plan(json, "plan", answer.Network, relation.Query, relation.Plan);
        json.WriteStartObject("arrival");
        foreach (var (name, share) in Shares)
            if (relation.Forecast.Arrival(share).Value is { } at) json.WriteString(name, PlanJson.Iso(at));
        json.WriteEndObject();
        json.WriteStartObject("costUsd");
        foreach (var (name, share) in Shares)
            if (relation.Forecast.Cost(share).Value is { } cents) PlanJson.Amount(json, name, cents);
        json.WriteEndObject();
        json.WriteNumber("strandedShare", Math.Round(relation.Forecast.StrandedShare, 9));
        QuestionJson.Spread(json, "generalisedUsd", relation.Generalised);
        QuestionJson.Spread(json, "moreThanFirstUsd", relation.Margin);
        json.WriteNumber("bestShare", Math.Round(relation.BestShare, 9));
        json.WriteEndObject();
    }

    private static readonly (string Name, double Share)[] Shares = [("p10", 0.1), ("p50", 0.5), ("p90", 0.9)];
}
