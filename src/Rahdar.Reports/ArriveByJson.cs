using System.Text.Json;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>How late boxes may be ready, as JSON; the form is documented in docs/formats/questions-json.md and
/// pinned by a test.</summary>
public static class ArriveByJson
{
    /// <summary>An answer; what was not found is left out.</summary>
    public static string Answer(ArriveByAnswer answer) => PlanJson.Write(json =>
    {
        json.WriteStartObject("query");
        PlanJson.Place(json, "from", answer.Network, answer.Query.From);
        PlanJson.Place(json, "to", answer.Network, answer.Query.To);
        json.WriteString("by", PlanJson.Iso(answer.Deadline.By));
        json.WriteNumber("chance", answer.Deadline.Chance);
        PlanJson.Terms(json, answer.Network, answer.Query, answer.Notes);
        json.WriteEndObject();
        json.WriteStartObject("draw");
        json.WriteNumber("draws", answer.Draw.Replicates);
        json.WriteNumber("seed", answer.Draw.Seed);
        json.WriteEndObject();
        switch (answer.Outcome)
        {
            case ArriveByOutcome.NotFound(var reason, var earliest):
                PlanJson.NoPlan(json, reason);
                if (earliest is not null) Day(json, answer, "earliest", earliest);
                break;
            case ArriveByOutcome.Possible possible:
                json.WriteBoolean("truncated", possible.IsTruncated);
                json.WriteNumber("searches", possible.Searches);
                Day(json, answer, "latest", possible.Latest);
                if (possible.Surest is { } surest) Day(json, answer, "latestWithChance", surest);
                Day(json, answer, "firstAsked", possible.First);
                json.WriteStartArray("days");
                foreach (var day in possible.Days) Day(json, answer, "", day);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException("an outcome nobody knows");
        }
    });

    private static void Day(Utf8JsonWriter json, ArriveByAnswer answer, string name, ReadyDay day)
    {
        if (name.Length > 0) json.WriteStartObject(name);
        else json.WriteStartObject();
        var (n, q) = (answer.Network, answer.Query);
        json.WriteString("day", QuestionLines.Date(day.Day));
        if (day.Fastest is { } fastest) QuestionJson.Plan(json, "fastest", n, q, fastest);
        if (day.Surest is { } surest)
        {
            QuestionJson.Plan(json, "surest", n, q, surest);
            json.WriteNumber("surestChance", Math.Round(day.SurestChance, 9));
        }
        if (day.CheapestInTime is { } cheapest)
        {
            QuestionJson.Plan(json, "cheapestInTime", n, q, cheapest);
            json.WriteNumber("cheapestInTimeChance", Math.Round(day.CheapestChance, 9));
        }
        json.WriteEndObject();
    }
}
