using Rahdar.Network.Reading;

namespace Rahdar.Conformance;

/// <summary>One public suite: what it tests, and the adapter that runs it on a folder of its form.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Tests">What is compared with what, in one sentence.</param>
/// <param name="Holds">What a folder must hold.</param>
/// <param name="ListCases">Runs all cases of a folder. What it cannot read it reports to the folder; no case at all
/// without such a report is reported by <see cref="Run"/>.</param>
public sealed record Suite(
    string Name, string Tests, string Holds, Func<SuiteFolder, IReadOnlyList<SuiteCase>> ListCases)
{
    /// <summary>Runs the suite on a folder.</summary>
    /// <param name="root">Any folder of the form of <see cref="Holds"/>.</param>
    public SuiteResult Run(string root)
    {
        var faults = new FaultCollector();
        var folder = new SuiteFolder(root, faults);
        var cases = faults.IsClean ? ListCases(folder) : [];
        if (cases.Count == 0 && faults.IsClean)
            faults.Add(root, 0, "", "suite:no-cases", $"no case is here; {Name} needs {Holds}");
        return new SuiteResult(Name, faults.IsClean ? cases : [], faults.Faults, folder.Notes);
    }
}
