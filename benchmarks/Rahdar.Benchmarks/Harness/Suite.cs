namespace Rahdar.Benchmarks.Harness;

/// <summary>Cases that are run together or one by one.</summary>
/// <param name="cases">Name of each, and what it does.</param>
internal sealed class Suite(IReadOnlyList<(string Name, Action<History> Run)> cases)
{
    /// <summary>Runs the named cases, or all when none is named; 2 when a name is unknown.</summary>
    public int Run(IReadOnlyList<string> names)
    {
        var unknown = names.Except(cases.Select(c => c.Name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine(
                $"unknown: {string.Join(", ", unknown)}; cases are {string.Join(", ", cases.Select(c => c.Name))}");
            return 2;
        }
        var history = new History();
        foreach (var (name, run) in cases)
            if (names.Count == 0 || names.Contains(name)) run(history);
        return 0;
    }
}
