using NodaTime;

namespace Rahdar.Reports;

/// <summary>The steps of the demo as JSON: what a page asks, one after the other.</summary>
public static class StoryJson
{
    /// <summary>The steps in order.</summary>
    public static string Of(
        IEnumerable<(int Number, string Title, LocalDate Known, LocalDate NewsAfter, string Scenario, bool ComparesWaiting)>
            steps) => PlanJson.Write(json =>
    {
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteNumber("number", step.Number);
            json.WriteString("title", step.Title);
            json.WriteString("known", $"{step.Known:uuuu-MM-dd}");
            json.WriteString("newsAfter", $"{step.NewsAfter:uuuu-MM-dd}");
            json.WriteString("scenario", step.Scenario);
            json.WriteBoolean("comparesWaiting", step.ComparesWaiting);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
