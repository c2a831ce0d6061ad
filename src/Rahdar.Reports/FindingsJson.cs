using System.Text.Json;
using Rahdar.Network;
using Rahdar.Planning.Forecasts;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>The findings as JSON; the form is documented in docs/formats/findings-json.md and pinned by a
/// test.</summary>
public static class FindingsJson
{
    /// <summary>An answer.</summary>
    public static string Answer(FindingsAnswer answer) => PlanJson.Write(json =>
    {
        SimulationJson.Query(json, answer.Network, answer.Plain.Request, [], []);
        json.WriteString("cargoByRail", answer.Ways[0].Query.Cargo.ToString());
        json.WriteNumber("draws", answer.Draw.Replicates);
        SimulationJson.List(json, "relations", answer.Ways, way =>
        {
            json.WriteString("id", way.DemandId);
            QuestionJson.Pair(json, answer.Network, way.Query);
            if (answer.Plain.Relations.FirstOrDefault(r => r.Id == way.DemandId) is not { } today) return;
            SimulationJson.Interval(json, "p50Days", today.Median);
            SimulationJson.Interval(json, "p90Days", today.Ninetieth);
        });
        SimulationJson.List(json, "scenarios", answer.Scenarios, s =>
        {
            json.WriteString("scenario", s.Effect.Scenario);
            PlanJson.Texts(json, "projects", s.ProjectIds);
            PlanJson.Texts(json, "assumptions", s.Network.Assumptions);
            SimulationJson.List(
                json, "changes", answer.Ways.SelectMany(w => FindingsText.Changes(s, w.DemandId)), c =>
                {
                    json.WriteString("measure", c.Name);
                    json.WriteString("relation", c.Change.Subject);
                    SimulationJson.Interval(json, "before", c.Change.Before);
                    SimulationJson.Interval(json, "after", c.Change.After);
                    SimulationJson.Interval(json, "change", c.Change.Difference);
                    json.WriteBoolean("moreThanLuck", c.Change.Difference.IsBeyondZero);
                    json.WriteString("luck", SimulationLines.Luck(c.Change.Difference, c.Change.IsOneSided));
                });
        });
        SimulationJson.List(
            json, "byRail", FindingsText.ListCases(answer), c => Way(json, c.Scenario, c.Network, c.Way));
        SimulationJson.List(json, "claims", answer.Network.ProjectClaims, claim =>
        {
            json.WriteString("id", claim.Id);
            json.WriteString("project", claim.ProjectId);
            json.WriteString("said", claim.Note);
            json.WriteString("source", claim.Days.Provenance.Source);
            json.WriteString("confidence", claim.Days.Provenance.Confidence.ToString().ToLowerInvariant());
            json.WriteString("verdict", FindingsText.Verdict(answer, claim));
            json.WriteString("needed", FindingsText.Needed(answer, claim));
        });
    });

    private static void Way(Utf8JsonWriter json, string scenario, CorridorNetwork network, RailWay way)
    {
        json.WriteString("scenario", scenario);
        json.WriteString("relation", way.DemandId);
        if (way.Plan is not { } plan || way.Forecast is not { } forecast)
        {
            json.WriteString("code", way.Reason!.Code);
            json.WriteString("reason", way.Reason.Message);
            return;
        }
        json.WriteString("way", PlanText.Way(network, plan));
        Percentile(json, "p50Days", way, forecast, 0.5);
        Percentile(json, "p90Days", way, forecast, 0.9);
        var running = FindingsText.Running(plan);
        json.WriteNumber("runningDays", Math.Round(running, 2));
        json.WriteNumber("otherDays", Math.Round(FindingsText.Total(plan) - running, 2));
        SimulationJson.List(json, "estimates", FindingsText.Deciding(way), i =>
        {
            json.WriteString("id", i.Figure.Id);
            json.WriteString("basis", i.Figure.Provenance.Basis.ToString().ToLowerInvariant());
            json.WriteString("unit", i.Figure.Unit);
            json.WriteNumber("p10", i.Low);
            json.WriteNumber("p90", i.High);
            json.WriteNumber("minutesAtP10", i.AtLow!.Minutes);
            json.WriteNumber("minutesAtP90", i.AtHigh!.Minutes);
        });
    }

    private static void Percentile(Utf8JsonWriter json, string name, RailWay way, Forecast forecast, double share)
    {
        var (at, low, high) = forecast.Arrival(share);
        json.WriteStartObject(name);
        Days("value", at);
        Days("low", low);
        Days("high", high);
        json.WriteEndObject();

        void Days(string part, NodaTime.Instant? instant)
        {
            if (instant is { } i) json.WriteNumber(part, Math.Round((i - way.Plan!.Ready).TotalDays, 2));
        }
    }
}
