using System.Text.Json;
using NodaTime;
using Rahdar.Network.Reading;

namespace Rahdar.Reports;

/// <summary>A scenario that was read, or could not be.</summary>
/// <param name="Name">Name in its first line; empty when it could not be read.</param>
/// <param name="Text">As written.</param>
/// <param name="AsOf">Day whose knowledge its author had in mind; null when it names none.</param>
/// <param name="Assumptions">What it assumes, one sentence each.</param>
/// <param name="Faults">Every fault; empty when it was read.</param>
public sealed record ScenarioReading(
    string Name, string Text, LocalDate? AsOf, IReadOnlyList<string> Assumptions, IReadOnlyList<InputFault> Faults)
{
    /// <summary>Name by which it is asked for; empty for one that is not shipped.</summary>
    public string Id { get; init; } = "";
}

/// <summary>Scenarios as JSON; the form is documented in docs/formats/corridor-json.md.</summary>
public static class ScenariosJson
{
    /// <summary>Scenarios in the order given.</summary>
    public static string List(IReadOnlyList<ScenarioReading> scenarios) => PlanJson.Write(json =>
    {
        json.WriteStartArray("scenarios");
        foreach (var scenario in scenarios)
        {
            json.WriteStartObject();
            json.WriteString("id", scenario.Id);
            json.WriteString("text", scenario.Text);
            Write(json, scenario);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>One scenario: what it assumes, or its faults.</summary>
    public static string Check(ScenarioReading scenario) => PlanJson.Write(json =>
    {
        Write(json, scenario);
        PlanJson.FaultList(json, scenario.Faults);
    });

    private static void Write(Utf8JsonWriter json, ScenarioReading scenario)
    {
        json.WriteString("name", scenario.Name);
        ClaimsJson.Day(json, "asOf", scenario.AsOf);
        PlanJson.Texts(json, "assumptions", scenario.Assumptions);
    }
}
