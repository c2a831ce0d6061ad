using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Who gets room on which departure, as JSON; the form is documented in docs/formats/questions-json.md and
/// pinned by a test.</summary>
public static class SharedCapacityJson
{
    /// <summary>An answer; what is not known is left out.</summary>
    public static string Answer(SharedCapacityAnswer answer) => PlanJson.Write(json =>
    {
        json.WriteNumber("laterDays", answer.LaterDays);
        PlanJson.Texts(json, "notes", answer.Notes);
        json.WriteStartArray("consignments");
        foreach (var allotment in answer.Allotments) AllotmentJson.Write(json, answer.Network, allotment);
        json.WriteEndArray();
        json.WriteStartArray("departures");
        foreach (var load in answer.Loads)
        {
            json.WriteStartObject();
            AllotmentJson.Departure(json, load.Boarding);
            json.WriteNumber("teu", load.Teu);
            json.WriteNumber("tonnes", load.Tonnes);
            PlanJson.Texts(json, "consignments", [.. load.Aboard.Select(a => a.Id)]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
