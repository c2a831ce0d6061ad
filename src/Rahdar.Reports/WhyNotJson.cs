using System.Text.Json;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Why plans do not go a way that was expected, as JSON; the form is documented in
/// docs/formats/questions-json.md.</summary>
public static class WhyNotJson
{
    /// <summary>The answer about one way.</summary>
    public static string Of(PlanAnswer answer, WhyNotAnswer why) => PlanJson.Write(json =>
    {
        PlanJson.Query(json, answer.Network, answer.Query, answer.Notes);
        json.WriteStartObject("whyNot");
        json.WriteString("code", why.Code);
        json.WriteString("way", why.Way.Id);
        json.WriteString("name", why.Way.Name);
        json.WriteString("kind", why.Way.Subject?.Kind.ToString().ToLowerInvariant() ?? "mode");
        json.WriteString("message", why.Message);
        json.WriteString("change", why.Change);
        PlanJson.Texts(json, "evidence", why.Evidence);
        Plans(json, "plans", why.Plans);
        json.WriteString("supposition", why.Supposition);
        Plans(json, "supposed", why.Supposed);
        json.WriteEndObject();
    });

    private static void Plans(Utf8JsonWriter json, string name, IReadOnlyList<BeatenPlan> plans)
    {
        json.WriteStartArray(name);
        foreach (var p in plans)
        {
            json.WriteStartObject();
            json.WriteString("best", p.Reason);
            Plan(json, "plan", p.Plan);
            json.WriteBoolean("onFront", p.IsOnFront);
            if (p.BeaterIndex >= 0) json.WriteNumber("frontIndex", p.BeaterIndex);
            if (p.Beater is { } beater) Plan(json, "beatenBy", beater);
            if (p.CentsLess is { } cents) PlanJson.Amount(json, "backIfUsdLess", cents);
            if (p.MinutesLess is { } minutes) json.WriteNumber("backIfMinutesLess", minutes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Plan(Utf8JsonWriter json, string name, Itinerary plan)
    {
        json.WriteStartObject(name);
        json.WriteString("arrival", PlanJson.Iso(plan.Arrival));
        PlanJson.Amount(json, "costUsd", plan.Cents);
        json.WriteNumber("risk", Math.Round(plan.Risk.Probability, 9));
        json.WriteNumber("emissions", plan.Grams);
        PlanJson.Texts(json, "family", plan.Family);
        json.WriteEndObject();
    }
}
