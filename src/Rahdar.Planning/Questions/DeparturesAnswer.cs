using NodaTime;
using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>The question with its answer, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Query">The question of the first day.</param>
/// <param name="Until">Last ready day.</param>
/// <param name="Days">One answer a day; never empty.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record DeparturesAnswer(
    CorridorNetwork Network, PlanQuery Query, LocalDate Until, IReadOnlyList<DepartureDay> Days,
    IReadOnlyList<string> Notes);
