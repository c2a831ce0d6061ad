using NodaTime;

namespace Rahdar.Reports;

/// <summary>One step of the demo.</summary>
/// <param name="Number">Step of the story.</param>
/// <param name="Title">What happens, in one line.</param>
/// <param name="Known">Knowledge date.</param>
/// <param name="NewsAfter">News after this day and up to the knowledge date is told.</param>
/// <param name="Scenario">Shipped scenario; empty for the data as they are.</param>
/// <param name="ComparesWaiting">True when waiting is set against going another way.</param>
public sealed record StoryStep(
    int Number, string Title, LocalDate Known, LocalDate NewsAfter, string Scenario, bool ComparesWaiting);

/// <summary>The steps of the demo as JSON: what a page asks, one after the other.</summary>
public static class StoryJson
{
    /// <summary>The steps in order.</summary>
    public static string Of(IEnumerable<StoryStep> steps) => PlanJson.Write(json =>
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
