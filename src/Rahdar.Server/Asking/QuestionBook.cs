namespace Rahdar.Server.Asking;

/// <summary>Every question that may be asked over HTTP: addresses, parameters and the OpenAPI document are made from
/// this list.</summary>
internal static class QuestionBook
{
    internal static IReadOnlyList<Question> All { get; } =
        [.. PlanQuestions.All, .. SimulationQuestions.All, .. CorridorQuestions.All];

    internal static Question? Find(string name) => All.FirstOrDefault(q => q.Name == name);
}
