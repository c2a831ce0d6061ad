using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>Use case: what is waited for, and how long do borders and ways take?</summary>
public static class SimulateVerb
{
    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">What to simulate, as typed; its scenarios are applied one after the other.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it: nothing is then written.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SimulationAnswer? Answer(
        CorridorNetwork shipped, SimulateRequest request, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        if (request.Line is not null && !request.Pictures.IsAsked)
            new SimulateReader(request, faults).Fault(
                "--line", "query:line", "is drawn in a page or picture: give --html FILE or --svg FILE too");
        if (request.Pictures.IsAsked) PictureFiles.Check(request.Pictures, faults);
        return Run(shipped, request, faults, step, cancel) is var (answer, line)
            ? Written(answer, request, line, faults, step, cancel)
            : null;
    }

    /// <summary>Answers a request, and what draws it as a page in any language; nothing is written.</summary>
    /// <inheritdoc cref="Answer"/>
    public static (SimulationAnswer Answer, Func<Speech, StoryPage> Page)? AnswerWithPage(
        CorridorNetwork shipped, SimulateRequest request, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        if (Run(shipped, request, faults, step, cancel) is not var (answer, line)) return null;
        var log = line is null && answer.Consignments.Count == 0
            ? null : SimulatedMovements.Tell(answer.Result, step, cancel);
        return (answer, speech => SimulationPage.Of(speech, answer, log, line, request.Top));
    }

    /// <summary>The movements of the first run alone, with the corridor they are on, and in words what was simulated;
    /// null with every fault.</summary>
    internal static (CorridorNetwork Network, MovementLog Log, string Run, IReadOnlyList<string> Notes)? TellMovements(
        CorridorNetwork shipped, SimulateRequest request, FaultCollector faults, Action<string>? step,
        CancellationToken cancel)
    {
        var reader = new SimulateReader(request, faults);
        var (network, asOf) = WithScenarios(shipped, request.Scenarios, reader, faults);
        if (reader.Read(network, asOf, step) is not { } simulated) return null;
        var run = $"simulated, not measured: run 1, {simulated.Days} days from {simulated.From:uuuu-MM-dd}, known "
            + $"{simulated.Known ?? simulated.From:uuuu-MM-dd}, warm-up {simulated.WarmUpDays}, seed {simulated.Seed}, "
            + (network.ScenarioName.Length == 0 ? "no scenario" : $"scenario {network.ScenarioName}");
        return (network, SimulatedMovements.Tell(network, simulated, step, cancel), run,
            [.. reader.Notes, .. network.Assumptions]);
    }

    private static (SimulationAnswer Answer, TrainLine? Line)? Run(
        CorridorNetwork shipped, SimulateRequest request, FaultCollector faults, Action<string>? step,
        CancellationToken cancel)
    {
        var reader = new SimulateReader(request, faults);
        var (network, asOf) = WithScenarios(shipped, request.Scenarios, reader, faults);
        var line = ReadLine(network, request, reader);
        if (reader.Read(network, asOf, step) is not { } simulated) return null;
        cancel.ThrowIfCancellationRequested();
        step?.Invoke("laying the corridor out");
        var result = CorridorSimulation.Run(
            network, simulated, done => step?.Invoke($"run {done} of {simulated.Replications} is done"), cancel);
        var marginal = request.Marginal == 0 ? [] : Bottlenecks.Of(
            network, result, request.Marginal,
            done => step?.Invoke($"a little more of {done} of {request.Marginal} resources is tried"), cancel);
        var answer = new SimulationAnswer(network, result, reader.Notes)
        {
            Idle = SimulateReader.ListIdle(network, simulated),
            Consignments = reader.Consignments,
            Marginal = marginal,
            MarginalAsked = request.Marginal,
        };
        return (answer, line);
    }

    /// <summary>Writes all files asked for, last of all: who stops the simulation before finds none.</summary>
    private static SimulationAnswer? Written(
        SimulationAnswer answer, SimulateRequest request, TrainLine? line, FaultCollector faults, Action<string>? step,
        CancellationToken cancel)
    {
        var needsLog = request.Movements is not null
            || request.Pictures.IsAsked && (line is not null || answer.Consignments.Count > 0);
        var log = needsLog ? SimulatedMovements.Tell(answer.Result, step, cancel) : null;
        if (request.Pictures.IsAsked)
        {
            step?.Invoke("drawing");
            var speech = PictureFiles.SpeechOf(request.Pictures);
            var page = SimulationPage.Of(speech, answer, log, line, request.Top);
            answer = answer with { Pictures = PictureFiles.Write(page, request.Pictures, faults, cancel) };
            if (!faults.IsClean) return null;
        }
        return request.Movements is not { } file ? answer
            : answer with { Movements = SimulatedMovements.Write(log!, file, step, cancel) };
    }

    private static TrainLine? ReadLine(CorridorNetwork network, SimulateRequest request, SimulateReader reader)
    {
        if (request.Line is not { } text) return null;
        var (line, fault) = TrainLine.Read(network, text);
        if (line is null) reader.Fault("--line", "query:line", fault);
        return line;
    }

    /// <summary>The corridor with all scenarios, and the latest of their knowledge dates.</summary>
    private static (CorridorNetwork Network, LocalDate? AsOf) WithScenarios(
        CorridorNetwork network, IReadOnlyList<string> names, SimulateReader reader, FaultCollector faults)
    {
        LocalDate? asOf = null;
        var applied = new List<string>();
        var changed = new Dictionary<string, string>();
        foreach (var name in names)
        {
            if (CorridorStore.Apply(network, name, faults) is not var (next, scenario)) continue;
            foreach (var field in scenario.Modifications.Select(m => m.Field).Distinct())
                if (!changed.TryAdd(field, scenario.Name))
                    reader.Fault("--scenario", "scenario:conflict",
                        $"{scenario.Name} changes {field}, and {changed[field]} does so too");
            applied.Add(scenario.Name);
            network = next with { ScenarioName = string.Join(" + ", applied) };
            if (scenario.AsOf is { } day) asOf = asOf is { } before ? LocalDate.Max(before, day) : day;
        }
        return (network, asOf);
    }
}
