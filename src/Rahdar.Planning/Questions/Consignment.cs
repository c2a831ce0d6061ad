namespace Rahdar.Planning.Questions;

/// <summary>Boxes that want to go somewhere, among others.</summary>
/// <param name="Id">What its owner calls it; told apart from the others by it.</param>
/// <param name="Priority">1 takes room first.</param>
/// <param name="Row">Order among those of equal priority.</param>
/// <param name="Query">Its question, which <see cref="QueryCheck"/> found nothing wrong with.</param>
/// <param name="Value">What a day is worth for it.</param>
public sealed record Consignment(string Id, int Priority, int Row, PlanQuery Query, ValueOfTime Value);
