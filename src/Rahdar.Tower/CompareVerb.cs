using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Reports;
using Rahdar.Reports.Pages;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>Use case: what do scenarios change in a simulated corridor?</summary>
public static class CompareVerb
{
    private const string Option = "SCENARIO";

    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">What to simulate, as typed; each of its scenarios is compared with the corridor as it
    /// is.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ComparisonAnswer? Answer(
        CorridorNetwork shipped, SimulateRequest request, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        var reader = new SimulateReader(request, faults);
        var asked = ReadScenarios(shipped, request.Scenarios, reader, faults);
        // A scenario's own `as-of` would compare days as well as scenarios.
        var firstDay = SimulateReader.LastNamedDay(asked.Select(a => a.Scenario));
        if (request.From is null && firstDay is null && asked.Count > 0)
            reader.Fault("--from", "query:date", "no scenario names a day: say from which to simulate");
        if (request.Pictures.IsAsked) PictureFiles.Check(request.Pictures, faults);
        if (reader.Read(shipped, asOf: null, step, firstDay) is not { } simulated) return null;
        var networks = asked.Select(a => a.Network).ToList();
        cancel.ThrowIfCancellationRequested();
        step?.Invoke("laying the corridor out");
        var total = simulated.Replications * (1 + networks.Count);
        var (plain, effects) = ScenarioComparison.Run(
            shipped, networks, simulated, done => step?.Invoke($"run {done} of {total} is done"), cancel);
        var answer = new ComparisonAnswer(
            shipped, plain,
            [.. effects.Zip(networks, (e, n) => new ComparedScenario(n, e, SimulateReader.ListIdle(n, simulated)))],
            reader.Notes)
        {
            Consignments = reader.Consignments,
        };
        if (!request.Pictures.IsAsked) return answer;
        var page = ComparisonPage.Of(PictureFiles.SpeechOf(request.Pictures), answer);
        answer = answer with { Pictures = PictureFiles.Write(page, request.Pictures, faults, cancel) };
        return faults.IsClean ? answer : null;
    }

    private static List<(CorridorNetwork Network, Scenario Scenario)> ReadScenarios(
        CorridorNetwork shipped, IReadOnlyList<string> names, SimulateReader reader, FaultCollector faults)
    {
        var asked = new List<(CorridorNetwork Network, Scenario Scenario)>();
        if (names.Count is 0 or > SimulationLimits.ScenariosMax)
            reader.Fault(Option, "query:too-many-scenarios",
                $"{names.Count}: 1 to {SimulationLimits.ScenariosMax} can be compared");
        else
            foreach (var name in names)
                if (CorridorStore.Apply(shipped, name, faults) is { } one)
                    asked.Add(one);
        foreach (var twice in asked.GroupBy(a => a.Scenario.Name).Where(g => g.Count() > 1))
            reader.Fault(Option, "query:duplicate-scenario", $"`{twice.Key}` stands {twice.Count()} times");
        return asked;
    }
}
