using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Ready days of a window, as JSON; the form is documented in docs/formats/questions-json.md and pinned by a
/// test.</summary>
public static class DeparturesJson
{
    /// <summary>An answer, one element a day.</summary>
    public static string Answer(DeparturesAnswer answer) => PlanJson.Write(json =>
    {
        PlanJson.Query(json, answer.Network, answer.Query, answer.Notes);
        json.WriteString("until", QuestionLines.Date(answer.Until));
        json.WriteStartArray("days");
        foreach (var day in answer.Days)
        {
            json.WriteStartObject();
            json.WriteString("day", QuestionLines.Date(day.Day));
            json.WriteBoolean("truncated", day.IsTruncated);
            json.WriteBoolean("fastestChanged", day.IsFastestChanged);
            json.WriteBoolean("cheapestChanged", day.IsCheapestChanged);
            var (n, q) = (answer.Network, answer.Query);
            if (day.Fastest is { } fastest) QuestionJson.Plan(json, "fastest", n, q, fastest);
            if (day.Cheapest is { } cheapest) QuestionJson.Plan(json, "cheapest", n, q, cheapest);
            if (day.No is { } no) PlanJson.NoPlan(json, no);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
