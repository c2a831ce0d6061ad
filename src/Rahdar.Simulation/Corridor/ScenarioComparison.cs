using Rahdar.Network;

namespace Rahdar.Simulation.Corridor;

/// <summary>One figure before and after, under the same luck.</summary>
/// <param name="Measure">What it is: `days50`, `days90`, `hours`, `crossing`, `held`, `use`.</param>
/// <param name="Unit">Its unit: d, h, share, units, unit-hours a day.</param>
/// <param name="Subject">Relation, border row and direction, or resource, by its id.</param>
/// <param name="Before">Without the scenario.</param>
/// <param name="After">With it.</param>
/// <param name="Difference">After less before, replication by replication; it is more than luck when
/// <see cref="Estimate.IsBeyondZero"/>.</param>
public sealed record MeasureChange(
    string Measure, string Unit, string Subject, Estimate Before, Estimate After, Estimate Difference)
{
    /// <summary>True when it is the same in every run that has a value.</summary>
    public bool IsSame => Difference is { Mean: 0, Half: 0 } && !IsOneSided;

    /// <summary>True when some run has a value on one side alone: units never get through there, say.</summary>
    public bool IsOneSided => Difference.N < Math.Max(Before.N, After.N);
}

/// <summary>A scenario against the corridor as it is.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Changes">Figures of relations and, of all others, those that change by more than luck or have a value
/// on one side alone; relations first, then by how much of the waiting they change.</param>
public sealed record ScenarioEffect(string Scenario, SimulationResult Result, IReadOnlyList<MeasureChange> Changes)
{
    /// <summary>Other figures that change in some run, but not by more than luck: not among the changes.</summary>
    public int WithinLuck { get; init; }
}

/// <summary>Simulates a corridor and scenarios of it under the same luck and tells what changes.</summary>
public static class ScenarioComparison
{
    private static readonly (string Name, string Unit)[] OfRelations = [("days50", "d"), ("days90", "d")];

    private static readonly (string Name, string Unit)[] OfOthers =
        [("hours", "unit-hours a day"), ("crossing", "h"), ("held", "units"), ("use", "share")];

    /// <summary>Runs them all.</summary>
    /// <param name="plain">The corridor as it is.</param>
    /// <param name="scenarios">The corridor with each scenario; 1 to
    /// <see cref="SimulationLimits.ScenariosMax"/>.</param>
    /// <param name="request">What to simulate.</param>
    /// <param name="done">Told how many replications are done, of all runs together.</param>
    /// <param name="cancel">Stops it.</param>
    public static (SimulationResult Plain, IReadOnlyList<ScenarioEffect> Effects) Run(
        CorridorNetwork plain, IReadOnlyList<CorridorNetwork> scenarios, SimulationRequest request,
        Action<int>? done = null, CancellationToken cancel = default)
    {
        if (scenarios.Count is 0 or > SimulationLimits.ScenariosMax)
            throw new ArgumentOutOfRangeException(nameof(scenarios), scenarios.Count, "too many or none");
        var before = 0;
        SimulationResult RunOne(CorridorNetwork network)
        {
            var result = CorridorSimulation.Run(network, request, n => done?.Invoke(before + n), cancel);
            before += request.Replications;
            return result;
        }
        var asItIs = RunOne(plain);
        return (asItIs, [.. scenarios.Select(s => Effect(asItIs, RunOne(s)))]);
    }

    internal static ScenarioEffect Effect(SimulationResult plain, SimulationResult changed)
    {
        var changes = new List<MeasureChange>();
        var given = plain.Request.Consignments.Select(c => c.Id).ToHashSet();
        foreach (var relation in plain.Relations)
            foreach (var (name, unit) in OfRelations)
                if (Compare(plain, changed, name, unit, relation.Id, given.Contains(relation.Id) ? Estimate.Of
                    : Estimate.OfAll) is { } change) changes.Add(change);
        var others = plain.Samples.Keys.Union(changed.Samples.Keys)
            .Select(key => key.Split(':', 2))
            .SelectMany(key => OfOthers.Where(o => o.Name == key[0])
                .Select(o => Compare(plain, changed, o.Name, o.Unit, key[1], Estimate.Of)))
            .OfType<MeasureChange>().ToList();
        var moved = others.Where(c => c.Difference.IsBeyondZero || c.IsOneSided)
            .OrderBy(c => Array.FindIndex(OfOthers, o => o.Name == c.Measure))
            .ThenByDescending(c => double.IsNaN(c.Difference.Mean) ? double.MaxValue : Math.Abs(c.Difference.Mean))
            .ThenBy(c => c.Subject, StringComparer.Ordinal);
        return new ScenarioEffect(changed.Scenario, changed, [.. changes, .. moved])
        {
            WithinLuck = others.Count(c => !c.IsSame && !c.Difference.IsBeyondZero && !c.IsOneSided),
        };
    }

    private static MeasureChange? Compare(
        SimulationResult plain, SimulationResult changed, string name, string unit, string subject,
        Func<IEnumerable<double>, Estimate> estimate)
    {
        var key = $"{name}:{subject}";
        if (!plain.Samples.TryGetValue(key, out var before) || !changed.Samples.TryGetValue(key, out var after))
            return null;
        return new MeasureChange(
            name, unit, subject, estimate(before), estimate(after),
            Estimate.Of(after.Zip(before, (a, b) => a - b)));
    }
}
