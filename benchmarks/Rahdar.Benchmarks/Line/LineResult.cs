namespace Rahdar.Benchmarks.Line;

/// <summary>What a run of the line gives.</summary>
/// <param name="Done">Trains that reached their end.</param>
/// <param name="Travel">Sum of their times from start to end, microseconds.</param>
/// <param name="Steps">Events handled.</param>
internal readonly record struct LineResult(int Done, long Travel, long Steps)
{
    internal decimal MeanTravelMinutes => decimal.Round((decimal)Travel / Done / LineDefinition.Minute, 6);
}
