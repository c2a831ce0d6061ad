namespace Rahdar.Planning.Space;

/// <summary>A movement as taken in a plan: when it was chosen, when it left.</summary>
/// <param name="Movement">The movement.</param>
/// <param name="Start">Minute it was chosen.</param>
/// <param name="Leaves">Minute it left.</param>
/// <param name="IsChosenLate">True when the boxes were ready before and the start was put off on purpose.</param>
internal readonly record struct Taken(Movement Movement, int Start, int Leaves, bool IsChosenLate);
