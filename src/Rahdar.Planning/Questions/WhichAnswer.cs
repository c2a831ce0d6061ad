using Rahdar.Network;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>A ranking, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Query">The question of the first pair.</param>
/// <param name="IsOfOrigins">True when origins are ranked for one destination, false the other way round.</param>
/// <param name="Ranking">The answer.</param>
/// <param name="Value">What a day is worth, and who says so.</param>
/// <param name="Draw">How was drawn.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record WhichAnswer(
    CorridorNetwork Network, PlanQuery Query, bool IsOfOrigins, Ranking Ranking, ValueOfTime Value, DrawRequest Draw,
    IReadOnlyList<string> Notes);
