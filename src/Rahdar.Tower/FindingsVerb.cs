using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Demands;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>Use case: what would ML-1, the Uzbekistan-Afghanistan-Pakistan railway, Rasht-Astara, a second yard at
/// Zahedan and a longer opening of Taftan change? Always the same question, so that its answer can be a page.</summary>
public static class FindingsVerb
{
    /// <summary>Shipped scenarios, in the order told.</summary>
    public static IReadOnlyList<string> Scenarios { get; } =
        ["ml1-upgrade", "uap", "rasht-astara", "second-yard-zahedan", "longer-taftan"];

    /// <summary>Relations told of, by their rows of demand: Tashkent-Karachi, Moscow-Karachi, Karachi-Lahore.</summary>
    public static IReadOnlyList<string> Relations { get; } = ["DM-UZKHI", "DM-MOWKHI", "DM-KHILHE"];

    /// <summary>First day simulated: all the projects are there by then in the likely years of their rows.</summary>
    private static readonly LocalDate From = new(2036, 1, 1);

    /// <summary>Knowledge date: before the war of June 2025 and the closures of that autumn, so that projects are not
    /// compared on a corridor that is shut.</summary>
    private static readonly LocalDate Known = new(2025, 5, 1);

    private static readonly Cargo Block = new(31, 20, 20);

    /// <summary>The answer; null with every fault when the corridor lacks a scenario or a relation.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it.</param>
    public static FindingsAnswer? Answer(
        CorridorNetwork network, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        var asked = Scenarios.Select(name => CorridorStore.Apply(network, name, faults)).ToList();
        var demands = Relations.Select(id => network.Demands.FirstOrDefault(d => d.Id == id)).ToList();
        foreach (var (id, _) in Relations.Zip(demands).Where(d => d.Second is null))
            faults.Add("ours/demand.csv", 0, "demand_id", "ref:unknown-id", $"the relation {id} is not there");
        if (!faults.IsClean) return null;
        var scenarios = asked.Select(a => a!.Value).ToList();
        var request = new SimulationRequest(From, 60) { Known = Known, Replications = 20 };
        var total = request.Replications * (1 + scenarios.Count);
        var (plain, effects) = ScenarioComparison.Run(
            network, [.. scenarios.Select(s => s.Network)], request,
            done => step?.Invoke($"run {done} of {total} is done"), cancel);
        var draw = new DrawRequest();
        IReadOnlyList<RailWay> Ways(CorridorNetwork n)
        {
            step?.Invoke($"ways by rail, {(n.ScenarioName.Length > 0 ? n.ScenarioName : "as it is")}");
            return [.. demands.Select(d => WayOf(n, d!, draw))];
        }
        return new FindingsAnswer(
            network, plain, Ways(network),
            [
                .. scenarios.Zip(effects, (s, e) =>
                    new ScenarioFinding(s.Network, ListProjects(s.Scenario), e, Ways(s.Network))),
            ], draw);
    }

    /// <summary>Writes the page, in place of what stood there.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string file, string page) => WholeFile.Write(file, page);

    private static List<string> ListProjects(Scenario scenario) =>
    [
        .. scenario.Modifications.Select(m => m switch
        {
            OpenLink open => open.Id,
            UpgradeLine upgrade => upgrade.ProjectId,
            _ => "",
        }).Where(id => id.Length > 0),
    ];

    private static RailWay WayOf(CorridorNetwork network, Demand demand, DrawRequest draw)
    {
        var ready = From.AtStartOfDayInZone(network.GetPlace(demand.From).Zone).ToInstant();
        var query = new PlanQuery(demand.From, demand.To, ready, Known, Block)
        {
            Only = new HashSet<string> { "rail" },
        };
        var outcome = Planner.Plan(network, query);
        if (outcome is not PlanOutcome.Found found)
            return new RailWay(demand.Id, query, null, null, [], ((PlanOutcome.NotFound)outcome).Reason);
        var value = ValueOfTime.OfData(network, query.Cargo);
        var best = found.BestBy(value);
        return new RailWay(
            demand.Id, query, found.Plans[best], found.Forecast([best], draw)[0], Influence.Of(found, best, value),
            null);
    }
}
