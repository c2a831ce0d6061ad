using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>A table of relations, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Relations">Every pair of an origin and another destination, by origin as given, then destination; never
/// empty.</param>
/// <param name="Value">What a day is worth, and who says so.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record RelationsAnswer(
    CorridorNetwork Network, IReadOnlyList<Relation> Relations, ValueOfTime Value, IReadOnlyList<string> Notes);
