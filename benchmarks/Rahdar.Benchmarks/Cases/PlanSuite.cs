using Rahdar.Benchmarks.Harness;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Suite "plan": how fast plans are found.</summary>
internal static class PlanSuite
{
    private static readonly (string Name, Action<History> Run)[] Cases =
    [
        ("alone", GeneratedCases.Alone),
        ("ratio", GeneratedCases.Ratio),
        ("growth", GeneratedCases.Growing),
        ("relations", ShippedCases.Relations),
        ("one-to-all", GeneratedCases.OneToAll),
        ("what-if", ShippedCases.WhatIf),
        ("start", ShippedCases.Start),
    ];

    /// <summary>Runs the named cases, or all when none is named; 2 when a name is unknown.</summary>
    public static int Run(IReadOnlyList<string> names)
    {
        var unknown = names.Except(Cases.Select(c => c.Name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine(
                $"unknown: {string.Join(", ", unknown)}; cases are {string.Join(", ", Cases.Select(c => c.Name))}");
            return 2;
        }
        var history = new History();
        foreach (var (name, run) in Cases)
            if (names.Count == 0 || names.Contains(name)) run(history);
        return 0;
    }
}
