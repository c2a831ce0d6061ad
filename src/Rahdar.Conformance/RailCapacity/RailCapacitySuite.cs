using System.Globalization;
using Rahdar.Lines.Capacity;
using Rahdar.Tower.Rail;

namespace Rahdar.Conformance.RailCapacity;

/// <summary>Line capacity, resistance and kinematics by published formulas.</summary>
internal static class RailCapacitySuite
{
    /// <summary>Half a unit of the fourth place, to which the form prints, and what binary numbers add.</summary>
    private const double HalfUnit = 0.000051;

    internal static Suite Suite { get; } = new(
        "rail-capacity", "Each case gives the expected values.",
        "JSON files of cases with id, method, input and expected", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder)
    {
        var cases = new List<SuiteCase>();
        foreach (var file in folder.ListFiles(".json").Where(f => !f.Contains('/')))
            foreach (var one in LineCapacityVerb.Answer(Path.Combine(folder.Root, file), file, folder.Faults) ?? [])
                cases.Add(SuiteCase.Of($"{file} {one.Id}", () => Compare(one)));
        return cases;
    }

    private static IEnumerable<Difference> Compare(CapacityCase one)
    {
        if (one.Expected.Count == 0) yield return new Difference("expected", "a value to compare with", "none");
        foreach (var expected in one.Expected)
        {
            var found = one.Answer.FirstOrDefault(v => v.Name == expected.Name);
            if (found is null || found.Numbers.Count != expected.Numbers.Count
                || found.Numbers.Zip(expected.Numbers).Any(p => !IsSame(p.First, p.Second, one.Tolerance)))
                yield return new Difference(expected.Name, Text(expected), found is null ? "nothing" : Text(found));
        }
    }

    private static bool IsSame(double found, double expected, double? tolerance) =>
        Math.Abs(found - expected) <= (tolerance ?? HalfUnit);

    private static string Text(CapacityValue value) =>
        string.Join(" ", value.Numbers.Select(n => n.ToString("0.####", CultureInfo.InvariantCulture)));
}
