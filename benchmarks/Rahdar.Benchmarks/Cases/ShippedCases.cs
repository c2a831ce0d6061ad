using NodaTime;
using Rahdar.Benchmarks.Generated;
using Rahdar.Benchmarks.Harness;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Tower;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Cases on the shipped corridor.</summary>
internal static class ShippedCases
{
    private const ulong Seed = 1;
    private const int Questions = 1_000;
    private const int Starts = 5;
    private const int WhatIfs = 30;
    private const string FirstPlan =
        "plan --from PKLHE --to RUASF --ready 2025-06-21 --known 2025-06-11 --cargo 16x20ft:20t --json";

    private static readonly LocalDate Day = new(2025, 6, 21);
    private static readonly Cargo Boxes = new(16, 20, 20);

    /// <summary>Random relations of the shipped corridor, each asked once; a coded no is an answer too.</summary>
    public static void Relations(History history)
    {
        var network = CorridorStore.Read().Network
            ?? throw new InvalidOperationException("the shipped corridor does not read");
        var queries = Draw(network);
        history.Add(new Measured(
            "shipped/relations/cpu", Spread.Of(queries.Select(q => CpuMeter.Measure(() => Planner.Plan(network, q)))),
            "us"));
    }

    /// <summary>A question under a scenario, the scenario applied anew each time, against the same question without it:
    /// neither finds anything prepared.</summary>
    public static void WhatIf(History history)
    {
        var network = CorridorStore.Read().Network
            ?? throw new InvalidOperationException("the shipped corridor does not read");
        var queries = Draw(network).Where(q => Planner.Plan(network, q) is PlanOutcome.Found).Take(WhatIfs).ToList();
        foreach (var query in queries) _ = Planner.Plan(Under(network), query);
        var pairs = queries.Select(q => (
            Cold: CpuMeter.Measure(() => Planner.Plan(network, q)),
            WhatIf: CpuMeter.Measure(() => Planner.Plan(Under(network), q)))).ToList();
        history.Add(new Measured("shipped/what-if/cpu", Spread.Of(pairs.Select(p => p.WhatIf)), "us")
        {
            Ratio = decimal.Round(Spread.Of(pairs.Select(p => p.Cold / p.WhatIf)).Median, 2),
        });
    }

    private static CorridorNetwork Under(CorridorNetwork network) =>
        CorridorStore.Apply(network, "taftan-shut-30", new FaultCollector())!.Value.Network;

    /// <summary>From the start of the program to its first answer on the screen, and the memory it takes.</summary>
    public static void Start(History history)
    {
        ChildRun.Of("rahdar", FirstPlan); // builds what is stale, and fills the file cache
        var runs = Enumerable.Range(0, Starts).Select(_ => ChildRun.Of("rahdar", FirstPlan)).ToList();
        history.Add(new Measured("shipped/start/wall", Spread.Of(runs.Select(r => r.WallMicroseconds)), "us")
        {
            PeakBytes = runs.Max(r => r.PeakBytes),
        });
    }

    private static List<PlanQuery> Draw(CorridorNetwork network)
    {
        var places = network.Places.Keys.OrderBy(p => p.ToString(), StringComparer.Ordinal).ToList();
        var draw = new SplitMix(Seed);
        var queries = new List<PlanQuery>();
        while (queries.Count < Questions)
        {
            var (from, to) = (draw.OneOf(places), draw.OneOf(places));
            var ready = network.Places[from].Zone.AtStartOfDay(Day).ToInstant();
            var query = new PlanQuery(from, to, ready, Day, Boxes);
            if (QueryCheck.Check(network, query).Count == 0) queries.Add(query);
        }
        return queries;
    }
}
