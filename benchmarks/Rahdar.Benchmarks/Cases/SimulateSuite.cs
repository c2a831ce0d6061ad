using NodaTime;
using Rahdar.Benchmarks.Harness;
using Rahdar.Benchmarks.Line;
using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Corridor;
using Rahdar.Simulation.Rail;
using Rahdar.Tower;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Suite "simulate": how fast the simulation runs, and that its railways do not jam.</summary>
internal static class SimulateSuite
{
    private const int Trains = 2_000;
    private const decimal MeanTravelMinutes = 767.023240m;
    private const int Rounds = 15;
    private const int HoldSteps = 200_000;
    private const int GapSeconds = 3_000;
    private const ulong Railways = 10_000;

    private static readonly int[] GrowthTrains = [500, 1_000, 2_000, 4_000, 8_000, 16_000];
    private static readonly LocalDate YearFrom = new(2025, 1, 1);
    private static readonly int[] YearDays = [91, 182, 365, 730];
    private const int YearRounds = 7;
    private const int WarmUpDays = 60;
    private static readonly int[] Pending = [20, 1_000, 100_000];

    private static readonly Suite Suite = new(
    [
        ("line", SingleTrackLine),
        ("heap", RawCalendar),
        ("growth", Growing),
        ("railway", YearOfABusyLine),
        ("deadlock", Deadlock),
        ("year", YearOfTheCorridor),
    ]);

    /// <summary>Runs the named cases, or all when none is named; 2 when a name is unknown.</summary>
    public static int Run(IReadOnlyList<string> names) => Suite.Run(names);

    /// <summary>The single-track line on the kernel and on the yardstick.</summary>
    private static void SingleTrackLine(History history)
    {
        var (yardstick, kernel) = (new QueueLine(new(Trains)), new KernelLine(new(Trains)));
        var (expected, result) = (yardstick.Run(), kernel.Run());
        if (result != expected || result.Done != Trains || result.MeanTravelMinutes != MeanTravelMinutes)
            throw new InvalidOperationException($"{kernel.Name} gives {result}, {yardstick.Name} {expected}");
        var pairs = Turns.Measure(() => yardstick.Run(), () => kernel.Run(), Rounds);
        var name = $"line-{Trains}";
        history.Add(new Measured($"{name}/{yardstick.Name}/cpu", Spread.Of(pairs.Select(p => p.One)), "us"));
        history.Add(new Measured($"{name}/{kernel.Name}/cpu", Spread.Of(pairs.Select(p => p.Other)), "us")
        {
            Ratio = decimal.Round(Spread.Of(pairs.Select(p => p.One / p.Other)).Median, 2),
        });
        history.Add(new Measured($"{name}/{kernel.Name}/steps", PerSecond(result.Steps, pairs), "steps/s"));
    }

    /// <summary>The calendar alone: each event that is handed out is put down again, later by a random time.</summary>
    private static void RawCalendar(History history)
    {
        foreach (var pending in Pending)
        {
            var (calendar, queue) = (new HeldCalendar(pending), new HeldQueue(pending));
            if (calendar.Run(HoldSteps) != queue.Run(HoldSteps))
                throw new InvalidOperationException("the calendar and the priority queue disagree");
            var pairs = Turns.Measure(() => queue.Run(HoldSteps), () => calendar.Run(HoldSteps), Rounds);
            history.Add(new Measured($"heap-{pending}/rahdar", PerSecond(HoldSteps, pairs), "events/s")
            {
                Ratio = decimal.Round(Spread.Of(pairs.Select(p => p.One / p.Other)).Median, 2),
            });
        }
    }

    /// <summary>Work over the number of trains.</summary>
    private static void Growing(History history)
    {
        var points = new List<(decimal Size, decimal Work)>();
        foreach (var trains in GrowthTrains)
        {
            var kernel = new KernelLine(new(trains));
            kernel.Run();
            var spread = Spread.Of(Enumerable.Range(0, Rounds).Select(_ => CpuMeter.Measure(() => kernel.Run())));
            history.Add(new Measured($"line-{trains}/{kernel.Name}/growth", spread, "us"));
            points.Add((trains, spread.Median));
        }
        var exponent = Growth.Exponent(points);
        history.Add(new Measured("line/rahdar/growth", new Spread(points.Count, exponent, exponent), "exponent"));
    }

    /// <summary>A year of a busy single line with the reservation rule: hops granted, moved and released.</summary>
    private static void YearOfABusyLine(History history)
    {
        var line = new BusyLine(GapSeconds);
        var hops = line.Run();
        var times = Enumerable.Range(0, Rounds).Select(_ => CpuMeter.Measure(() => line.Run())).ToList();
        history.Add(new Measured($"railway-year-{hops}-hops/cpu", Spread.Of(times), "us"));
        history.Add(new Measured("railway-year/hops", PerSecond(hops, [.. times.Select(t => (t, t))]), "hops/s"));
    }

    /// <summary>Replications of the shipped corridor over some days, the warm-up among them: processor time and what is
    /// allocated once the arrays have grown.</summary>
    private static void YearOfTheCorridor(History history)
    {
        var network = CorridorStore.Read().Network ?? throw new InvalidOperationException("the corridor is not there");
        var points = new List<(decimal Size, decimal Work)>();
        foreach (var days in YearDays)
        {
            var request = new SimulationRequest(YearFrom, days - WarmUpDays) { WarmUpDays = WarmUpDays };
            var run = new Replication(ModelBuilder.Build(network, request));
            run.Run(request.Seed, 0);
            run.Run(request.Seed, 1);
            var allocated = new List<decimal>();
            var times = Enumerable.Range(2, YearRounds).Select(number =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var time = CpuMeter.Measure(() => run.Run(request.Seed, number));
                allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
                return time;
            }).ToList();
            history.Add(new Measured($"corridor-{days}-days/cpu", Spread.Of(times), "us"));
            history.Add(new Measured($"corridor-{days}-days/allocated", Spread.Of(allocated), "bytes"));
            history.Add(new Measured($"corridor-{days}-days/events", new Spread(1, run.Events, run.Events), "events"));
            points.Add((run.Events, Spread.Of(times).Median));
        }
        var exponent = Growth.Exponent(points);
        history.Add(new Measured("corridor/growth", new Spread(points.Count, exponent, exponent), "exponent"));
    }

    /// <summary>Ten thousand random railways: all trains leave, no rule is broken; how many jam without looking ahead.
    /// </summary>
    private static void Deadlock(History history)
    {
        var (jams, jamsWithout, faults) = (0, 0, 0);
        for (var seed = 1UL; seed <= Railways; seed++)
        {
            var drawn = RandomRailway.Draw(seed);
            var trial = RailwayTrial.Run(drawn, GrantRule.SafeAfter);
            if (trial.IsJammed) jams++;
            faults += trial.Faults.Count;
            if (RailwayTrial.Run(drawn, GrantRule.FreeNow).IsJammed) jamsWithout++;
        }
        history.Add(Count("deadlock/rahdar/jams", jams));
        history.Add(Count("deadlock/rahdar/faults", faults));
        history.Add(Count("deadlock/free-now/jams", jamsWithout));
    }

    private static Measured Count(string name, int count) =>
        new(name, new Spread((int)Railways, count, count), "railways");

    /// <summary>Rate of the second of each pair; the p95 is the rate that all but the slowest twentieth
    /// reach.</summary>
    private static Spread PerSecond(long steps, List<(decimal One, decimal Other)> pairs)
    {
        var (n, median, p95) = Spread.Of(pairs.Select(p => p.Other));
        return new Spread(n, Rate(median), Rate(p95));

        decimal Rate(decimal microseconds) => decimal.Round(steps * 1_000_000m / microseconds);
    }
}
