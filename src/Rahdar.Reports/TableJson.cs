using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Many origins against many destinations, as JSON; the form is documented in
/// docs/formats/questions-json.md and pinned by a test.</summary>
public static class TableJson
{
    /// <summary>An answer, one element a pair.</summary>
    public static string Answer(RelationsAnswer answer) => PlanJson.Write(json =>
    {
        QuestionJson.Terms(json, answer.Network, answer.Relations[0].Query, answer.Notes);
        QuestionJson.Value(json, answer.Value);
        json.WriteStartArray("relations");
        foreach (var relation in answer.Relations)
        {
            json.WriteStartObject();
            QuestionJson.Pair(json, answer.Network, relation.Query);
            json.WriteBoolean("truncated", relation.IsTruncated);
            if (relation.No is { } no) PlanJson.NoPlan(json, no);
            if (relation is { Fastest: { } fastest, Cheapest: { } cheapest, Best: { } best })
            {
                QuestionJson.Plan(json, "fastest", answer.Network, relation.Query, fastest);
                QuestionJson.Plan(json, "cheapest", answer.Network, relation.Query, cheapest);
                QuestionJson.Plan(json, "best", answer.Network, relation.Query, best);
                PlanJson.Amount(json, "generalisedUsd", answer.Value.GeneralisedCents(best.Cents, best.Minutes));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
