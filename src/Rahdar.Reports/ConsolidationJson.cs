using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Whether to send boxes together or in parts, as JSON; the form is documented in
/// docs/formats/questions-json.md and pinned by a test.</summary>
public static class ConsolidationJson
{
    /// <summary>An answer; what is not known is left out.</summary>
    public static string Answer(ConsolidationAnswer answer) => PlanJson.Write(json =>
    {
        PlanJson.Query(json, answer.Network, answer.Query, answer.Notes);
        QuestionJson.Value(json, answer.Value);
        json.WriteNumber("laterDays", answer.LaterDays);
        if (answer.Best is { } best) json.WriteNumber("bestPartBoxes", best.PartBoxes);
        json.WriteStartArray("splits");
        foreach (var split in answer.Splits)
        {
            json.WriteStartObject();
            json.WriteNumber("partBoxes", split.PartBoxes);
            json.WriteBoolean("complete", split.IsComplete);
            if (split.FirstArrival is { } first) json.WriteString("firstArrival", PlanJson.Iso(first));
            if (split.LastArrival is { } last) json.WriteString("lastArrival", PlanJson.Iso(last));
            if (split.Cents is { } cents) PlanJson.Amount(json, "costUsd", cents);
            if (split.GeneralisedCents is { } generalised) PlanJson.Amount(json, "generalisedUsd", generalised);
            json.WriteStartArray("parts");
            foreach (var part in split.Parts) AllotmentJson.Write(json, answer.Network, part);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unusable");
        foreach (var (part, rejection) in answer.Unusable)
        {
            json.WriteStartObject();
            json.WriteString("part", part.ToString());
            json.WriteString("code", rejection.Code);
            json.WriteString("subject", rejection.Subject);
            json.WriteString("evidence", rejection.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
