namespace Rahdar.Movements;

/// <summary>What is told of a number of units: a file of movements in memory.</summary>
/// <param name="Units">Each unit once, in order of first appearance.</param>
/// <param name="Movements">In any order; may tell a thing twice.</param>
public sealed record MovementLog(IReadOnlyList<Unit> Units, IReadOnlyList<Movement> Movements);
