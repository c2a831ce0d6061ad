using Rahdar.Planning;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: a movement can be timed with other values of its figures without building it again. Method: every movement of
/// one question of the shipped corridor is built twice, the second time with all times, speeds and lengths changed; the
/// terms kept in the first must give the minutes of the second.
/// </summary>
public sealed class TimingTermTests(ITestOutputHelper output)
{
    // Clearance is not among them: a border is a clock, its figure is kept beside it.
    private static readonly string[] Units = ["h", "d", "km", "km/h", "1/week"];

    [Fact]
    public void Terms_of_a_movement_give_the_minutes_of_the_movement_built_anew()
    {
        var network = Network.ShippedCorridor.Network;
        var query = ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", "2025-06-11");
        var context = new PlanContext(network, query, new FigureReads());
        var changed = network.AllFigures.Values.Where(f => Units.Contains(f.Unit))
            .ToDictionary(f => f.Id, f => FigureProbe.Times(f.Value, f.Unit == "km/h" ? 0.9m : 1.07m));
        var reads = new FigureReads(changed, isRecording: false);
        var other = new MovementBuilder(new PlanContext(network, query, reads));
        var space = new PlanSpace(context);
        var (steps, moved) = (0, 0);
        foreach (var movement in space.States.SelectMany(space.From))
        {
            // A departure whose cut-off has moved may be missed.
            if (other.Build(movement.Spec, out _) is not { } anew) continue;
            Assert.Equal(anew.Steps.Length, movement.Steps.Length);
            foreach (var (step, again) in movement.Steps.Zip(anew.Steps))
            {
                Assert.Equal(again.Minutes, step.Span?.Minutes(reads.Mean) ?? 0);
                Assert.Equal(step.Border is null, step.Span is not null);
                (steps, moved) = (steps + 1, moved + (again.Minutes == step.Minutes ? 0 : 1));
            }
            if (movement.Leaving.Wait is { } wait)
                Assert.Equal(anew.Leaving.WaitMinutes, wait.Minutes(reads.Mean));
        }
        output.WriteLine($"{steps} steps, {moved} with other minutes");
        Assert.True(moved > steps / 2, "the changed figures must matter");
    }
}
