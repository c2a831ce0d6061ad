using Rahdar.Benchmarks.Harness;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Suite "plan": how fast plans are found.</summary>
internal static class PlanSuite
{
    private static readonly Suite Suite = new(
    [
        ("alone", GeneratedCases.Alone),
        ("ratio", GeneratedCases.Ratio),
        ("growth", GeneratedCases.Growing),
        ("relations", ShippedCases.Relations),
        ("one-to-all", GeneratedCases.OneToAll),
        ("what-if", ShippedCases.WhatIf),
        ("start", ShippedCases.Start),
    ]);

    /// <summary>Runs the named cases, or all when none is named; 2 when a name is unknown.</summary>
    public static int Run(IReadOnlyList<string> names) => Suite.Run(names);
}
