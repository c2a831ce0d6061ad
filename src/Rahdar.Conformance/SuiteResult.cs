using Rahdar.Network.Reading;

namespace Rahdar.Conformance;

/// <summary>What a suite says of a folder.</summary>
/// <param name="Suite">Name of the suite.</param>
/// <param name="Cases">In the order of the folder; empty only beside faults.</param>
/// <param name="Faults">Why the folder, or a file of it, could not be read; then nothing is judged.</param>
/// <param name="Notes">What a reader must know of the run: files left alone, rows that do not count.</param>
public sealed record SuiteResult(
    string Suite, IReadOnlyList<SuiteCase> Cases, IReadOnlyList<InputFault> Faults, IReadOnlyList<string> Notes)
{
    /// <summary>Cases in which nothing differs.</summary>
    public int Passed => Cases.Count(c => c.IsPassed);

    /// <summary>Cases in which something differs.</summary>
    public int Failed => Cases.Count - Passed;
}
