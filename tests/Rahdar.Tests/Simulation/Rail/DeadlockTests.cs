using Rahdar.Benchmarks.Line;
using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: no railway jams. Method: thousands of random railways with cycles, trains longer than loops, closures
/// and breakdowns run until nothing more happens; the same railways jam often enough when hops are granted without
/// looking ahead; the log of every run is checked.</summary>
[Trait("Category", "Slow")]
public sealed class DeadlockTests
{
    private const ulong Railways = 10_000;

    [Fact]
    public void No_railway_jams_and_without_looking_ahead_one_in_ten_does()
    {
        var (jams, trains) = (0, 0);
        for (var seed = 1UL; seed <= Railways; seed++)
        {
            var drawn = RandomRailway.Draw(seed);
            var trial = RailwayTrial.Run(drawn, GrantRule.SafeAfter);
            var plain = RailwayTrial.Run(drawn, GrantRule.FreeNow);
            Assert.False(trial.IsJammed, $"seed {seed}: {trial.Gone} of {trial.Trains} trains left");
            Assert.True(trial.Faults.Count == 0, $"seed {seed}: {trial.Faults.FirstOrDefault()}");
            Assert.True(plain.Faults.Count == 0, $"seed {seed}, not looking ahead: {plain.Faults.FirstOrDefault()}");
            if (plain.IsJammed) jams++;
            trains += trial.Trains;
        }
        Assert.True(jams >= (int)Railways / 10, $"only {jams} of {Railways} jam without looking ahead");
        Assert.True(trains > 80_000, $"only {trains} trains");
    }

    [Fact]
    public void A_train_that_could_go_never_waits()
    {
        // The dispatcher tries a train again only when what stood in its way has changed. Here all are tried.
        var waits = 0;
        for (var seed = 1UL; seed <= 1_000; seed++)
        {
            var drawn = RandomRailway.Draw(seed);
            var calendar = new EventCalendar();
            var railway = new Railway(drawn.Layout, calendar, 0, drawn.WaitSecondsMax);
            foreach (var run in drawn.Runs) railway.Add(run);
            foreach (var (section, from, until) in drawn.Closures) railway.Shut(section, from, until);
            foreach (var (train, at, seconds) in drawn.Breakdowns) railway.BreakDown(train, at, seconds);
            while (calendar.TryNext(out var due))
            {
                do railway.Handle(due);
                while (calendar.TryNext(calendar.Now, out due));
                for (var train = 0; train < railway.Trains; train++)
                {
                    if (!railway.IsWaiting(train)) continue;
                    waits++;
                    Assert.False(
                        railway.Dispatcher.TryGrant(train, calendar.Now),
                        $"seed {seed}, second {calendar.Now}: train {train} waits and could go");
                }
            }
        }
        Assert.True(waits > 20_000, $"only {waits} waits were looked at");
    }
}
