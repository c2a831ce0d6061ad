using System.Text.Json;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>What scenarios change, as JSON; the form is documented in docs/formats/questions-json.md and pinned by a
/// test.</summary>
public static class WhatIfJson
{
    /// <summary>An answer; what is not known is left out.</summary>
    public static string Answer(WhatIfAnswer answer) => PlanJson.Write(json =>
    {
        PlanJson.Query(json, answer.Network, answer.Query, answer.Notes);
        QuestionJson.Value(json, answer.Value);
        json.WriteNumber("draws", answer.Request.Replicates);
        json.WriteNumber("seed", answer.Request.Seed);
        json.WriteStartArray("cases");
        foreach (var @case in answer.Cases)
        {
            json.WriteStartObject();
            json.WriteString("scenario", @case.Name);
            json.WriteBoolean("truncated", @case.IsTruncated);
            PlanJson.Texts(json, "assumptions", @case.Assumptions);
            json.WriteBoolean("inForce", !@case.IsIdle);
            PlanJson.Texts(json, "notInForce", @case.Idle);
            if (@case.Reason is { } reason) PlanJson.NoPlan(json, reason);
            json.WriteStartArray("plans");
            foreach (var picked in @case.Picked) Plan(json, answer, picked);
            json.WriteEndArray();
            if (@case.Name.Length > 0) Changes(json, WhatIf.Changes(answer.Baseline, @case));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void Plan(Utf8JsonWriter json, WhatIfAnswer answer, PickedPlan picked)
    {
        json.WriteStartObject();
        json.WriteString("pick", QuestionJson.Word(picked.Pick));
        json.WriteString("ready", PlanJson.Iso(picked.Plan.Ready));
        json.WriteString("plannedArrival", PlanJson.Iso(picked.Plan.Arrival));
        PlanJson.Amount(json, "plannedCostUsd", picked.Plan.Cents);
        foreach (var (name, share) in new[] { ("p10", 0.1), ("p50", 0.5), ("p90", 0.9) })
        {
            json.WriteStartObject(name);
            if (picked.Forecast.Arrival(share).Value is { } at) json.WriteString("arrival", PlanJson.Iso(at));
            if (picked.Forecast.Cost(share).Value is { } cents) PlanJson.Amount(json, "costUsd", cents);
            json.WriteEndObject();
        }
        json.WriteNumber("strandedShare", Math.Round(picked.Forecast.StrandedShare, 4));
        PlanJson.Texts(json, "family", picked.Plan.Family);
        json.WriteString("way", PlanText.Way(answer.Network, picked.Plan));
        QuestionJson.Caveats(json, answer.Network, answer.Query, picked.Plan);
        json.WriteEndObject();
    }

    private static void Changes(Utf8JsonWriter json, IReadOnlyList<PairedChange> changes)
    {
        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("pick", QuestionJson.Word(change.Pick));
            json.WriteNumber("unpairedDraws", change.Unpaired);
            if (change.Minutes is { } minutes) Spread(json, "days", minutes, 1440m);
            if (change.Cents is { } cents) Spread(json, "usd", cents, 100m);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Spread(Utf8JsonWriter json, string name, WeightedSpread spread, decimal unit)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", Math.Round(spread.Mean / unit, 2));
        json.WriteNumber("p10", Math.Round(spread.P10 / unit, 2));
        json.WriteNumber("p90", Math.Round(spread.P90 / unit, 2));
        json.WriteBoolean("exceedsUncertainty", spread.IsBeyondUncertainty);
        json.WriteEndObject();
    }
}
