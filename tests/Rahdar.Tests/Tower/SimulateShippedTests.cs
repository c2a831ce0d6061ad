using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: the shipped corridor can be simulated and compared from the words of a user, movements are written
/// whole or not at all. Method: few days and runs; a simulation is stopped where it tells what it is at.</summary>
[Trait("Category", "Slow")]
public sealed class SimulateShippedTests : IDisposable
{
    private static readonly SimulateRequest Short = new("2025-06-21") { Days = 1, WarmUpDays = 0, Replications = 1 };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rahdar-simulate");

    private string OutFile => Path.Combine(_folder.FullName, "out.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Ten_days_are_simulated_and_their_movements_can_be_read_back()
    {
        var request = new SimulateRequest("2025-06-21")
        {
            Days = 10,
            WarmUpDays = 10,
            Replications = 2,
            Movements = OutFile,
            Consignments = ["1x20ft:20t PKLHE PKKHI 2025-06-22"],
        };
        var answer = Ask(request);
        Assert.NotEmpty(answer.Result.Figures);
        var sent = answer.Result.Relations.Single(r => r.Id == "consignment-1");
        Assert.InRange(sent.Median.Mean, 0.5, 10);
        var text = SimulationText.Answer(answer);
        Assert.StartsWith("Most waited for: ", text, StringComparison.Ordinal);
        Assert.Contains("consignment-1: 1x20ft:20t, Lahore (PKLHE) to Karachi", text, StringComparison.Ordinal);

        var faults = new FaultCollector();
        var log = MovementReader.Read(File.OpenRead(OutFile), "out.csv", faults, ShippedCorridor.Network);
        Assert.Empty(faults.Faults);
        Assert.Equal(answer.Movements, new WrittenMovements(OutFile, 1, log!.Units.Count, log.Movements.Count));
        Assert.Equal(log.Movements.Select(m => m.At).Order(), log.Movements.Select(m => m.At));
        var begin = Instant.FromUtc(2025, 6, 21, 0, 0);
        Assert.All(log.Movements, m => Assert.InRange(m.At, begin, begin + Duration.FromDays(10)));
        Assert.Contains(log.Movements, m => m is Delivered && m.Unit.Value == "consignment-1");
        Assert.Equal(["out.csv"], Names());
    }

    [Theory]
    [InlineData("run 1 of 1 is done")]
    [InlineData("writing ")]
    public void Stopped_simulation_leaves_the_file_as_it_was(string at)
    {
        File.WriteAllText(OutFile, "as it was");
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => SimulateVerb.Answer(
            ShippedCorridor.Network, Short with { Movements = OutFile }, new FaultCollector(),
            step =>
            {
                if (step.StartsWith(at, StringComparison.Ordinal)) stop.Cancel();
            },
            stop.Token));
        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(["out.csv"], Names());
        Assert.Equal("as it was", File.ReadAllText(OutFile));
    }

    [Fact]
    public void Scenarios_are_applied_one_after_the_other_and_those_that_cannot_act_are_told()
    {
        var answer = Ask(Short with { Scenarios = ["rasht-astara", "taftan-shut-30"] });
        Assert.Equal("rasht-astara + taftan-shut-30", answer.Network.ScenarioName);
        Assert.Equal(answer.Network.ScenarioName, answer.Result.Scenario);
        Assert.StartsWith("PJ-RASHTASTARA opens on 2029-01-01", Assert.Single(answer.Idle), StringComparison.Ordinal);
        Assert.Contains("known 2025-06-21 is taken from the scenario's `as-of`", answer.Notes);
    }

    [Fact]
    public void Shut_post_shows_as_more_than_luck_and_a_line_not_yet_open_as_nothing()
    {
        var faults = new FaultCollector();
        var request = new SimulateRequest("2025-06-21")
        {
            Days = 10,
            WarmUpDays = 4,
            Replications = 2,
            Scenarios = ["taftan-shut-30", "open-rasht-astara"],
        };
        var answer = CompareVerb.Answer(ShippedCorridor.Network, request, faults);
        Assert.Empty(faults.Faults);
        var shut = answer!.Scenarios[0];
        int LastQueue(SimulationResult result, Func<(int Least, int Greatest), int> pick) =>
            result.Resources.Where(r => r.Id.StartsWith("TAFTAN-RD", StringComparison.Ordinal))
                .Sum(r => pick(r.QueueRange[^1]));
        Assert.True(LastQueue(shut.Effect.Result, r => r.Least) > LastQueue(answer.Plain, r => r.Greatest));
        Assert.Empty(shut.Idle);
        Assert.All(answer.Scenarios[1].Effect.Changes, c => Assert.True(c.Difference.Mean is 0 or double.NaN));
        Assert.Single(answer.Scenarios[1].Idle);
        var text = ComparisonText.Answer(answer);
        Assert.StartsWith("taftan-shut-30: ", text, StringComparison.Ordinal);
        Assert.Contains(
            "the queue on the last day changes most at Taftan-Mirjaveh", Flat(text), StringComparison.Ordinal);
        Assert.Contains("\nopen-rasht-astara: no figure changes by more than luck.", text, StringComparison.Ordinal);
    }

    private static SimulationAnswer Ask(SimulateRequest request)
    {
        var faults = new FaultCollector();
        var answer = SimulateVerb.Answer(ShippedCorridor.Network, request, faults);
        Assert.Empty(faults.Faults);
        return answer!;
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private IEnumerable<string> Names() => _folder.GetFiles().Select(f => f.Name);
}
