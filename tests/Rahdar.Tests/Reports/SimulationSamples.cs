using System.Collections.Frozen;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Quantities;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;
using Rahdar.Tests.Planning.Questions;

namespace Rahdar.Tests.Reports;

/// <summary>Small results of simulations, made by hand on the road of <see cref="TwoOffers"/>: each figure can be found
/// again in a text.</summary>
internal static class SimulationSamples
{
    private const string Given = "consignment-1";
    private static readonly Lazy<(CorridorNetwork Network, GivenWay Way)> Drawn = new(Draw);
    private static readonly Estimate None = new(double.NaN, double.NaN, 0);

    public static string BorderId => Drawn.Value.Network.Borders[0].Id;

    /// <summary>Four runs of three days: a post at its limit, a train that did not call in every run, a line, an idle
    /// yard; a relation of which nothing arrives.</summary>
    public static SimulationAnswer Answer() => new(Drawn.Value.Network, Result(), ["a note"])
    {
        Idle = ["PJ-X opens on 2028-01-01"],
        Consignments = [Drawn.Value.Way],
        MarginalAsked = 3,
        Marginal =
        [
            new MarginalValue(Result().Resources[0], "one more opening hour a day", new Estimate(310, 40, 4)),
            new MarginalValue(Result().Resources[1], "one more departure a week", new Estimate(-2, 5, 4)),
        ],
        Movements = new WrittenMovements("out.csv", 1, 12, 345_678),
    };

    /// <summary>Two scenarios: one that lengthens a wait and stops a relation, and one that does nothing.</summary>
    public static ComparisonAnswer Comparison()
    {
        var (network, way) = Drawn.Value;
        var shut = Result("shut") with
        {
            Relations = [Result().Relations[0] with { Median = None }],
            Resources =
            [
                Result().Resources[0] with
                {
                    Queue = [0, 60, 140, 230],
                    QueueRange = [(0, 0), (50, 70), (120, 160), (200, 260)],
                },
                .. Result().Resources.Skip(1),
            ],
            LeftOut = ["DM-2 PKAAA-IRDDD: no-plan:closed", .. Result().LeftOut],
        };
        var still = new Estimate(0, 0, 4);
        return new ComparisonAnswer(
            network, Result(),
            [
                new ComparedScenario(
                    network with { Assumptions = ["the post is shut"] },
                    new ScenarioEffect("shut", shut,
                    [
                        Change("days50", "DM-1", new(5, 0.5, 4), new(7.5, 0.6, 4), new(2.5, 0.4, 4)),
                        Change("days90", "DM-1", new(6, 0.5, 4), new(6.1, 0.6, 4), new(0.1, 0.4, 4)),
                        Change("days50", "DM-2", None, None, None),
                        Change("days50", Given, new(3, 0.1, 4), new(4, 0.1, 4), new(1, 0.2, 4)),
                        Change("hours", BorderId, new(2400, 300, 4), new(4800, 350, 4), new(2400, 200, 4)),
                        Change("hours", "service-T1", new(240, 10, 4), new(120, 10, 4), new(-120, 20, 4)),
                        Change("crossing", $"{BorderId}>IRCCC", new(46, 5, 4), new(92, 6, 4), new(46, 4, 4)),
                        Change("use", "section-SE-1", new(0.5, 0.02, 4), new(0.25, 0.02, 4), new(-0.25, 0.03, 4)),
                    ]),
                    []),
                new ComparedScenario(
                    network,
                    new ScenarioEffect("later", Result("later"),
                        [Change("days50", "DM-1", new(5, 0.5, 4), new(5, 0.5, 4), still)]),
                    ["PJ-X opens on 2028-01-01"]),
            ],
            [])
        {
            Consignments = [way],
        };
    }

    public static SimulationResult Result(string scenario = "") => new(
        new SimulationRequest(new LocalDate(2025, 6, 21), 3)
        {
            Known = new LocalDate(2025, 6, 20),
            WarmUpDays = 5,
            Replications = 4,
        },
        scenario,
        [
            new ResourceResult(
                ResourceKind.Post, BorderId, "Bravo road", "trucks", new(60, 2, 4), new(1.2, 0.05, 4), new(40, 5, 4),
                new(2400, 300, 4))
            {
                Queue = [0, 20, 30, 90],
                QueueRange = [(0, 0), (15, 25), (22, 38), (70, 110)],
            },
            new ResourceResult(
                ResourceKind.Service, "T1", "Train one", "TEU", new(12.04, 1.11, 3), None, new(20, double.NaN, 1),
                new(240, 10, 4)),
            new ResourceResult(
                ResourceKind.Section, "SE-1", "Alpha-Bravo", "trains", None, new(0.5, 0.02, 4), None, new(1.5, 0.2, 4)),
            new ResourceResult(
                ResourceKind.Yard, "GC-1", "Idle yard", "wagons", new(0, 0, 4), new(0, 0, 4), None, new(0, 0, 4)),
        ],
        [
            new CrossingResult(
                BorderId, new PlaceId("PKBBB"), new PlaceId("IRCCC"), new(60, 2, 4), new(46, 5, 4), new(45.5, 5, 4),
                new(70, 8, 4), new(130, 12, 4)),
            new CrossingResult(
                BorderId, new PlaceId("IRCCC"), new PlaceId("PKBBB"), new(0, 0, 4), None, None, None, new(0, 0, 4)),
        ],
        [
            new RelationResult(
                "DM-1", "Alpha - Delta", new(9.5, 0.5, 4), new(5, 0.5, 4), new(6, 0.5, 4), new(14, 3, 4)),
            new RelationResult("DM-2", "Delta - Alpha", new(0, 0, 4), None, None, new(30, 3, 4)),
            new RelationResult(
                Given, Given, new(0.5, 0.1, 4), new(2.96, 0.14, 3), new(3, 0.1, 3), new(0.5, 1.6, 4)),
        ],
        1234.4, [new("convoys", "the model leaves something out")], ["DM-3 PKAAA-RUASF: no-plan:gauge"],
        ["links/L1/km", "links/L2/km", "demand/DM-1/per_day", "scenario/shut:2/days"])
    {
        Begin = Instant.FromUtc(2025, 6, 21, 0, 0),
    };

    private static (CorridorNetwork, GivenWay) Draw()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, "trucks on\n");
        var plan = ((PlanOutcome.Found)Planner.Plan(network, query)).Plans[0];
        Figure Of(string id, string source, Confidence confidence) =>
            new(id, new Triangle(1, 1, 1), "x", new Provenance(source, confidence, null, null));
        network = network with
        {
            AllFigures = new[]
            {
                Of("links/L1/km", "A-PAGE", Confidence.High), Of("links/L2/km", "MEM", Confidence.Medium),
                Of("demand/DM-1/per_day", "EST", Confidence.Low),
            }.ToFrozenDictionary(f => f.Id),
        };
        return (network, new GivenWay(Given, query, plan));
    }

    private static MeasureChange Change(
        string measure, string subject, Estimate before, Estimate after, Estimate change) =>
        new(measure, "", subject, before, after, change);
}
