namespace Rahdar.Simulation.Rail;

/// <summary>A section is shut: no train enters it.</summary>
/// <param name="Section">Index in the layout.</param>
/// <param name="From">From when, seconds.</param>
/// <param name="Until">Until when, this second not included.</param>
public readonly record struct SectionClosure(int Section, long From, long Until);
