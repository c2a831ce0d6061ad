namespace Rahdar.Benchmarks.Textbook;

/// <summary>One way to stand at a node.</summary>
/// <param name="Node">Where.</param>
/// <param name="A">Minute ready to leave.</param>
/// <param name="Sigma">Minute the storage clock began.</param>
/// <param name="Cents">Cost so far.</param>
/// <param name="Nepers">Risk so far, nanonepers.</param>
/// <param name="Grams">Emissions so far.</param>
/// <param name="Before">Number of the label it came from; -1 at the origin.</param>
internal readonly record struct Label(int Node, int A, int Sigma, long Cents, long Nepers, long Grams, int Before);
