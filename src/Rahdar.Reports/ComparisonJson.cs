using System.Text.Json;

namespace Rahdar.Reports;

/// <summary>What scenarios change in a simulation, as JSON; the form is documented in docs/formats/simulation-json.md
/// and pinned by a test.</summary>
public static class ComparisonJson
{
    /// <summary>An answer; what no run has a value of is left out.</summary>
    public static string Answer(ComparisonAnswer answer) => PlanJson.Write(json =>
    {
        SimulationJson.Query(json, answer.Network, answer.Plain.Request, answer.Notes, answer.Consignments);
        SimulationJson.Figures(json, answer.Network, answer.Plain);
        SimulationJson.Result(json, "plain", answer.Network, answer.Plain);
        SimulationJson.List(json, "scenarios", answer.Scenarios, scenario => Scenario(json, scenario));
    });

    private static void Scenario(Utf8JsonWriter json, ComparedScenario scenario)
    {
        SimulationJson.Scenario(json, scenario.Network, scenario.Idle);
        SimulationJson.List(json, "changes", scenario.Effect.Changes, c =>
        {
            json.WriteString("measure", c.Measure);
            json.WriteString("unit", c.Unit);
            json.WriteString("subject", c.Subject);
            SimulationJson.Interval(json, "before", c.Before);
            SimulationJson.Interval(json, "after", c.After);
            SimulationJson.Interval(json, "change", c.Difference);
            json.WriteBoolean("moreThanLuck", c.Difference.IsBeyondZero);
            json.WriteString("luck", SimulationLines.Luck(c.Difference, c.IsOneSided));
        });
        json.WriteNumber("withinLuck", scenario.Effect.WithinLuck);
        SimulationJson.Result(json, "result", scenario.Network, scenario.Effect.Result);
    }
}
