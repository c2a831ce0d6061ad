using Rahdar.Lines.Capacity;
using Rahdar.Lines.Running;
using static Rahdar.Tests.Lines.RailDrawing;

namespace Rahdar.Tests.Lines;

/// <summary>Goal: a train runs as physics says, and its limits are kept. Method: runs worked out by hand; properties
/// over random trains and paths of a seed; refusals.</summary>
public sealed class RunningTimeTests
{
    private const int Seed = 20261128;

    [Fact]
    public void Level_run_takes_the_time_worked_out_by_hand()
    {
        // 0.1 m/s2 to 20 m/s: 200 s, 2,000 m. Braking 0.5: 40 s, 400 m. 7,600 m at 20 m/s: 380 s.
        var train = Steady(0.1, 0.5, 72);
        Assert.Equal(620, Seconds(train, Path((10_000, 200, 0))), 1e-6);
        Assert.Equal(620, Seconds(train, Path((10_000, 200, 0)), StepRule.OfForm), 1e-6);
        Assert.Equal(Kinematics.StandToStand(10_000, 20, 0.1, 0.5), Seconds(train, Path((10_000, 200, 0))), 1e-6);
    }

    [Fact]
    public void Short_run_never_meets_the_limit()
    {
        // Peak v: v2/0.2 + v2/1 = 600 m, v = 10 m/s; 100 s up and 20 s down.
        Assert.Equal(120, Seconds(Steady(0.1, 0.5, 72), Path((600, 200, 0))), 1e-5);
        Assert.Equal(120, Kinematics.StandToStand(600, 20, 0.1, 0.5), 1e-9);
    }

    [Fact]
    public void Limit_holds_until_the_tail_has_passed()
    {
        // 10 m/s over 1,000-2,000 m, train of 200 m: at 2,100 m the front is out and the tail is in.
        var path = Path((1000, 72, 0), (1000, 36, 0), (3000, 72, 0))
            .At((1500, Measure.Front), (2100, Measure.Front), (2200, Measure.Front), (2300, Measure.Front),
                (2000, Measure.Rear), (2000, Measure.Middle));
        var states = States(Steady(0.1, 0.5, 100, 200), path);
        Assert.Equal(
            [Behaviour.Cruising, Behaviour.Clearing, Behaviour.Accelerating, Behaviour.Accelerating,
                Behaviour.Accelerating, Behaviour.Clearing],
            states.Select(s => s!.Behaviour));
        Assert.Equal([10, 10, 10, Math.Sqrt(100 + 2 * 0.1 * 100), 10, 10], states.Select(s => s!.Speed), Near);
        Assert.Equal(2200, states[4]!.Front);
    }

    [Fact]
    public void Braking_for_a_lower_limit_begins_where_the_formula_says()
    {
        // From 20 to 10 m/s with 0.5 m/s2: 300 m before 3,000 m.
        var path = Path((3000, 72, 0), (2000, 36, 0)).At((2699, Measure.Front), (2701, Measure.Front),
            (3000, Measure.Front));
        var states = States(Steady(0.2, 0.5, 100), path);
        Assert.Equal([Behaviour.Cruising, Behaviour.Braking, Behaviour.Cruising], states.Select(s => s!.Behaviour));
        Assert.Equal(10, states[2]!.Speed, 1e-6);
        Assert.Equal(-0.5, states[1]!.Acceleration);
        Assert.Equal(2700, Kinematics.BrakeStart(20, 0.5, 3100), 1e-9);
    }

    [Fact]
    public void Cruising_pulls_as_much_as_the_resistance_and_downhill_the_brake_holds()
    {
        var path = Path((6000, 50, 0), (6000, 50, -12)).At((5000, Measure.Front), (9000, Measure.Front));
        var states = States(Freight(10), path);
        Assert.Equal(Behaviour.Cruising, states[0]!.Behaviour);
        Assert.Equal(states[0]!.TrainResistance, states[0]!.Pull, 1e-6);
        Assert.Equal(Behaviour.DownhillBraking, states[1]!.Behaviour);
        Assert.Equal((0, 0), (states[1]!.Pull, states[1]!.Acceleration));
        Assert.Equal(50 / 3.6, states[1]!.Speed, 1e-9);
    }

    [Fact]
    public void Train_on_a_steep_stretch_slows_to_the_speed_it_can_hold()
    {
        var path = Path((8000, 80, 0), (20_000, 80, 12)).At((9000, Measure.Front), (27_000, Measure.Front));
        var train = Freight(20);
        var states = States(train, path);
        Assert.Equal(Behaviour.Diminishing, states[0]!.Behaviour);
        var balance = states[1]!.Speed;
        Assert.Equal(train.PullAt(balance), train.ResistanceAt(balance) + train.PathResistanceAt(12),
            train.PullAt(balance) * 0.001);
    }

    [Fact]
    public void Train_that_cannot_climb_is_refused_with_a_code_and_what_would_change_it()
    {
        var no = Assert.IsType<RunOutcome.Refused>(
            RunningTime.Of(Freight(40), Path((2000, 80, 0), (9000, 80, 20)), StepRule.Fine));
        Assert.Equal("no-run:stalled", no.Code);
        Assert.Contains("20 permil", no.Evidence, StringComparison.Ordinal);
        Assert.Contains("less load", no.Evidence, StringComparison.Ordinal);
        var atOnce = RunningTime.Of(Freight(40), Path((2000, 80, 20)), StepRule.OfForm);
        Assert.Equal("no-run:stalled", Assert.IsType<RunOutcome.Refused>(atOnce).Code);
    }

    [Fact]
    public void Long_step_does_not_stall_a_train_that_can_just_climb()
    {
        // The balance speed is low, so that a step of 100 m would take the train below 0.
        var train = Freight(20, 80, (0, 250_000), (2, 160_000), (100, 20_000));
        Assert.True(train.PullAt(0) > train.ResistanceAt(0) + train.PathResistanceAt(15));
        Assert.IsType<RunOutcome.Arrived>(
            RunningTime.Of(train, Path((3000, 60, 0), (3000, 60, 15)), new StepRule(100, false)));
    }

    [Fact]
    public void Path_without_a_limit_or_a_resistance_is_refused()
    {
        var path = Path((1000, 50, 0));
        var noLimit = path with { Sections = [path.Sections[0] with { Kmh = null }] };
        var noResistance = path with { Sections = [path.Sections[0] with { Permil = null }] };
        Assert.Equal("no-run:no-limit",
            Assert.IsType<RunOutcome.Refused>(RunningTime.Of(Freight(5), noLimit, StepRule.Fine)).Code);
        Assert.Equal("no-run:no-resistance",
            Assert.IsType<RunOutcome.Refused>(RunningTime.Of(Freight(5), noResistance, StepRule.Fine)).Code);
    }

    [Fact]
    public void Point_that_the_front_never_reaches_has_no_state_and_the_end_is_a_halt()
    {
        var states = States(Freight(10), Path((5000, 60, 0))
            .At((0, Measure.Front), (4999, Measure.Rear), (5000, Measure.Front)));
        Assert.Equal(Behaviour.BreakFree, states[0]!.Behaviour);
        Assert.Null(states[1]);
        Assert.Equal((Behaviour.Halt, 0.0), (states[2]!.Behaviour, states[2]!.Speed));
    }

    [Fact]
    public void Heavier_train_is_never_faster()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 60; i++)
        {
            var (path, wagons) = (AnyPath(random), random.Next(1, 15));
            // As long as the lighter one, so that only the mass differs.
            Train Of(double load) => new("T", "", [.. Freight(wagons).Vehicles.Select(v =>
                v.IsPowered ? v : v with { LoadTonnes = load })], "drawn");
            Assert.True(Seconds(Of(20), path) <= Seconds(Of(40), path) + 1e-6, $"seed {Seed}, case {i}");
        }
    }

    [Fact]
    public void Lower_limit_is_never_faster()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 60; i++)
        {
            var (path, train) = (AnyPath(random), Freight(random.Next(1, 15)));
            var changed = random.Next(path.Sections.Count);
            var lower = path with
            {
                Sections = [.. path.Sections.Select((s, k) => k == changed ? s with { Kmh = s.Kmh * 0.7 } : s)],
            };
            Assert.True(Seconds(train, path) <= Seconds(train, lower) + 1e-6, $"seed {Seed}, case {i}");
        }
    }

    [Fact]
    public void Speed_is_never_above_the_limit_that_any_part_of_the_train_is_in()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 30; i++)
        {
            var train = Freight(random.Next(1, 15));
            var path = AnyPath(random);
            var points = Enumerable.Range(1, 200).Select(k => (path.To * k / 201, Measure.Front)).ToArray();
            foreach (var state in States(train, path.At(points), StepRule.OfForm))
            {
                var limit = path.Sections
                    .Where(s => s.From <= state!.Front - 1e-6 && s.To > state.Front - train.Length + 1e-6)
                    .Min(s => s.Kmh!.Value);
                Assert.True(state!.Speed * 3.6 <= limit + 1e-6, $"seed {Seed}, case {i} at {state.Front}");
            }
        }
    }

    [Fact]
    public void Fine_steps_are_as_good_as_exact()
    {
        // Halving the step changes the time by less than 0.01 %; the rule of the form by up to 1 %.
        var (train, path) = (Freight(12), Path((4000, 60, 3), (3000, 80, -2), (6000, 70, 5)));
        var fine = Seconds(train, path);
        Assert.Equal(1, Seconds(train, path, new StepRule(0.5, true)) / fine, 1e-4);
        Assert.Equal(1, Seconds(train, path, StepRule.OfForm) / fine, 1e-2);
        Assert.True(Seconds(train, path, StepRule.OfForm) < fine);
    }

    private static RunningPath AnyPath(Random random) => Path(
        [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => (
            (double)random.Next(200, 4000), (double)random.Next(30, 100), (double)random.Next(-8, 6)))]);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
}
