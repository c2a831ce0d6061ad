using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Network.Demands;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Lays a corridor out for simulation: demands become ways by the planner, services become departures,
/// sections
/// and yards and posts become resources.</summary>
/// <remarks>Reading order: the parameterless `Build` lists what is done.</remarks>
internal sealed class ModelBuilder
{
    // What is in work at the end is seen through, so that it is not taken for what never passes.
    private const long AfterEnd = 120 * 86_400L;

    /// <summary>Boxes by which the way of a demand is chosen.</summary>
    private static readonly Cargo Planned = new(2, 20, 20);

    private readonly CorridorNetwork _asBuilt;
    private readonly CorridorNetwork _network;
    private readonly SimulationRequest _request;
    private readonly FigureUse _figures = new();
    private readonly Knowledge _knowledge;
    private readonly Instant _epoch;
    private readonly long _begin;
    private readonly long _end;
    private readonly GateBuilder _gates;
    private readonly RailBuilder _rail;
    private readonly WayBuilder _way;
    private readonly List<YardModel> _yards = [];
    private readonly ServiceBuilder _services;
    private readonly PlanWay _plans;
    private readonly List<SourceModel> _sources = [];
    private readonly List<ConsignmentModel> _consignments = [];
    private readonly List<string> _leftOut = [];

    private ModelBuilder(CorridorNetwork network, SimulationRequest request)
    {
        // Trains of others keep running where a line is upgraded: their paths stand in the row that it had before.
        (_asBuilt, _network, _request) = (network, network.WithUpgradesOn(request.From), request);
        _epoch = request.From.PlusDays(-request.WarmUpDays).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        _begin = request.WarmUpDays * 86_400L;
        _end = _begin + request.Days * 86_400L;
        _knowledge = new Knowledge(network, request.Known ?? request.From);
        _gates = new GateBuilder(_network, _figures, _knowledge, _epoch, _end + AfterEnd);
        _rail = new RailBuilder(_network, _figures, _knowledge, _epoch);
        _way = new WayBuilder(_network, _figures, _gates, _rail, _yards);
        _services = new ServiceBuilder(_network, _figures, _way, _sources, _leftOut);
        _plans = new PlanWay(_network, request.From, _figures, _way, _rail, _services, _leftOut);
    }

    /// <summary>Figures the last model was made from.</summary>
    internal IReadOnlyCollection<Figure> Used => _figures.Used;

    /// <summary>The model of a corridor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Days, warm-up or replications are beyond
    /// <see cref="SimulationLimits"/>.</exception>
    internal static CorridorModel Build(CorridorNetwork network, SimulationRequest request) =>
        Build(network, request, out _);

    internal static CorridorModel Build(
        CorridorNetwork network, SimulationRequest request, out IReadOnlyCollection<Figure> used)
    {
        Check(request.Days, 1, SimulationLimits.DaysMax, nameof(request.Days));
        Check(request.WarmUpDays, 0, SimulationLimits.WarmUpDaysMax, nameof(request.WarmUpDays));
        Check(request.Replications, 1, SimulationLimits.ReplicationsMax, nameof(request.Replications));
        Check(request.Days * request.Replications, 1, SimulationLimits.RunDaysMax, nameof(request.Replications));
        var builder = new ModelBuilder(network, request);
        var model = builder.Build();
        used = builder.Used;
        return model;
    }

    private static void Check(int value, int least, int most, string name)
    {
        if (value < least || value > most) throw new ArgumentOutOfRangeException(name, value, $"not {least} to {most}");
    }

    private CorridorModel Build()
    {
        var offered = _network.Services.Where(s => _knowledge.OfferOf(s) is { IsOffered: true, Departures.Count: 0 })
            .OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        var ways = ServiceWays.Of(_network, _request.From, offered);
        var plans = PlanDemands();
        foreach (var service in offered) UseRails(service, ways[service.Id]);
        var others = ListOtherTrains(offered, ways);
        foreach (var (plan, _) in plans) UseRails(plan);
        foreach (var given in _request.Consignments) UseRails(given.Plan);
        _rail.LayOut();
        foreach (var service in offered) _services.Add(service, ways[service.Id]);
        foreach (var (plan, demand) in plans) AddRelation(plan, demand);
        foreach (var demand in _network.Demands.Where(d => d.Kind == DemandKind.Trucks)) AddTrucks(demand);
        foreach (var trains in others) AddOtherTrains(trains);
        foreach (var given in _request.Consignments) AddConsignment(given);
        return Made();
    }

    private CorridorModel Made() => new()
    {
        Epoch = _epoch,
        Begin = _begin,
        End = _end,
        Places = [.. _way.Places],
        Steps = [.. _way.Steps],
        Durations = [.. _way.Durations],
        Prices = _way.Prices,
        Gates = [.. _gates.Gates],
        Borders = [.. _way.Borders],
        Yards = [.. _yards],
        Lines = [.. _rail.Lines],
        Layout = _rail.Layout,
        SectionRows = [.. _rail.Rows],
        RowOfPlace = [.. _rail.RowOfPlace],
        SectionNames = _rail.SectionNames,
        Runs = [.. _rail.Runs],
        ShutSections = [.. _rail.Shut],
        Services = [.. _services.Services],
        Sources = [.. _sources],
        Consignments = [.. _consignments],
        TrainBreakdown = Breakdown(),
        Limits = ModelLimits.All,
        LeftOut = _leftOut,
    };

    /// <summary>Breakdowns come by the kilometre; a step is taken to be as long as the mean of all.</summary>
    private (int, Seconds) Breakdown()
    {
        var rate = (double)_figures.Mean(_network.Figures.GetDefault("breakdown-rate"));
        return ((int)Math.Round(rate * (double)_rail.MeanKm),
            Seconds.OfHours(_figures.Value(_network.Figures.GetDefault("breakdown-hours"))));
    }

    /// <summary>Plans of the demands of boxes, in their order. Questions do not know of each other: two are asked at a
    /// time.</summary>
    private List<(Itinerary Plan, Demand Demand)> PlanDemands()
    {
        var demands = _network.Demands.Where(d => d.Kind == DemandKind.Boxes).ToList();
        var asked = new (Itinerary? Plan, string LeftOut)[demands.Count];
        Parallel.For(
            0, demands.Count, new ParallelOptions { MaxDegreeOfParallelism = SimulationLimits.PlansAtOnce },
            i => asked[i] = PlanOf(demands[i]));
        _leftOut.AddRange(asked.Where(a => a.Plan is null).Select(a => a.LeftOut));
        return [.. asked.Zip(demands).Where(p => p.First.Plan is not null).Select(p => (p.First.Plan!, p.Second))];
    }

    private (Itinerary? Plan, string LeftOut) PlanOf(Demand demand)
    {
        var ready = _request.From.AtStartOfDayInZone(_network.GetPlace(demand.From).Zone).ToInstant();
        var query = new PlanQuery(demand.From, demand.To, ready, _request.Known ?? _request.From, Planned)
        {
            Only = demand.Only.Where(o => o is "rail" or "road" or "sea" or "air" or "services").ToHashSet(),
            Via = [.. demand.Only.Where(o => o is not ("rail" or "road" or "sea" or "air" or "services"))],
        };
        var relation = $"{demand.Id} {demand.From}-{demand.To}";
        return (QueryCheck.Check(_network, query) is [] ? Planner.Plan(_network, query) : null) switch
        {
            PlanOutcome.Found found => (found.Plans[found.BestBy(ValueOfTime.OfData(_network, Planned))], ""),
            PlanOutcome.NotFound none => (null, $"{relation}: {none.Reason.Code} {none.Reason.Message}"),
            _ => (null, $"{relation}: cannot be asked"),
        };
    }

    private void UseRails(Service service, IReadOnlyList<ServiceHop?> hops)
    {
        foreach (var stop in service.Stops) _rail.Open(stop);
        for (var i = 0; i < hops.Count; i++)
            if (service.HopModes[i] == Mode.Rail && hops[i] is { } hop) UseRails(hop.Links);
    }

    private void UseRails(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> links)
    {
        for (var i = 0; i < links.Count; i++)
        {
            var (link, from, to) = links[i];
            _rail.Use(link);
            if ((_network.FindBorder(from, to, Mode.Rail) ?? _network.FindBorder(to, from, Mode.Rail)) is not null)
            {
                _rail.Open(from);
                _rail.Open(to);
            }
            if (i > 0 && links[i - 1].Link.Gauge != link.Gauge) _rail.Open(from);
        }
    }

    private void UseRails(Itinerary plan)
    {
        foreach (var element in plan.Elements.Where(e => e is { Kind: ElementKind.Rail, ServiceId: "" }))
        {
            _rail.Open(element.From);
            _rail.Open(element.To);
            UseRails(_plans.RailWay(element));
        }
    }

    /// <summary>Trains of others: where a section's used paths are known they run from one end of it to the other, less
    /// the trains that are simulated by themselves.</summary>
    private List<OtherTrains> ListOtherTrains(
        List<Service> offered, IReadOnlyDictionary<string, IReadOnlyList<ServiceHop?>> ways)
    {
        var found = new List<OtherTrains>();
        foreach (var section in _asBuilt.Sections.Where(s => s.UsedPaths is { Value.Mean: > 0 }))
        {
            var own = _network.Links.Where(l =>
                l.Mode == Mode.Rail && _network.IsWorked(l, _request.From)
                && _asBuilt.SectionOfLink.GetValueOrDefault(l.Id)?.Id == section.Id).ToList();
            if (ShortestWay.Find(own, section.From, section.To) is not { Count: > 0 } links) continue;
            UseRails(ShortestWay.Directed(links, section.From));
            _rail.Open(section.From);
            _rail.Open(section.To);
            foreach (var (from, to) in new[] { (section.From, section.To), (section.To, section.From) })
            {
                var way = ShortestWay.Directed(from == section.From ? links : [.. links.Reverse()], from);
                var (min, mode, max) = _figures.Range(section.UsedPaths!);
                var simulated = offered.Sum(s => TrainsADay(s, ways[s.Id], way[0]));
                if (max > simulated)
                    found.Add(new OtherTrains(
                        section, way, from, to,
                        (Math.Max(0, min - simulated), Math.Max(0, mode - simulated), max - simulated)));
            }
        }
        return found;
    }

    /// <summary>Trains of a service that run over a link the same way, a day.</summary>
    private double TrainsADay(
        Service service, IReadOnlyList<ServiceHop?> hops, (Link Link, PlaceId From, PlaceId To) over) =>
        service.FrequencyPerWeek is { } perWeek
        && hops.Any(h => h is not null && h.Links.Any(l => l.Link == over.Link && l.From == over.From))
            ? (double)_figures.Mean(perWeek) / 7
            : 0;

    private void AddOtherTrains(OtherTrains trains)
    {
        var first = _way.Steps.Count;
        if (_way.Rail(trains.Way, trains.Way.Min(l => _rail.TrainLength(l.Link))) is { } why)
        {
            _leftOut.Add($"trains of others on {trains.Section.Id}: {why}");
            return;
        }
        _way.Add(StepKind.End, trains.To, trains.To);
        _sources.Add(new SourceModel(
            $"trains-{trains.Section.Id}-{trains.From}", $"other trains {trains.Section.Name}", first, trains.PerDay, 0,
            true, false, false));
    }

    /// <summary>Boxes a day between two terminals, on the way of best value.</summary>
    private void AddRelation(Itinerary plan, Demand demand)
    {
        if (_plans.Add(plan, demand.Id, Planned.Teu) is not { } program) return;
        var name = $"{_network.GetPlace(demand.From).Name} - {_network.GetPlace(demand.To).Name}";
        _sources.Add(new SourceModel(
            demand.Id, name, program, _figures.Range(demand.PerDay), 21_600, false, false, true));
    }

    private void AddConsignment(GivenConsignment given)
    {
        if (_plans.Add(given.Plan, given.Id, given.Teu) is not { } program) return;
        _consignments.Add(new ConsignmentModel(
            given.Id, program, given.Teu, Math.Clamp((long)(given.Plan.Ready - _epoch).TotalSeconds, 0, _end)));
    }

    /// <summary>Trucks of others at a post.</summary>
    private void AddTrucks(Demand demand)
    {
        if (_network.Borders.FirstOrDefault(b => b.Id == demand.BorderId) is not { } row)
        {
            _leftOut.Add($"{demand.Id}: border row {demand.BorderId} joins no link");
            return;
        }
        var first = _way.Steps.Count;
        _way.Border(row, demand.From, demand.To);
        PriceTrucks(row, demand, first);
        if (_network.LinksAt(demand.From, Mode.Road).FirstOrDefault(l =>
            l.Opposite(demand.From) == demand.To) is { } link)
            _way.Pass(demand.From, demand.To, _way.Drive(link, 1));
        _way.Add(StepKind.End, demand.To, demand.To);
        _sources.Add(new SourceModel(
            demand.Id, $"trucks at {row.ShortName} from {_network.GetPlaceOrUnlinked(demand.From).Name}", first,
            _figures.Range(demand.PerDay), 14_400, false, true, false));
    }

    /// <summary>What a truck pays at a border, by the rows the planner reads.</summary>
    private void PriceTrucks(BorderRow row, Demand demand, int step)
    {
        if (row.Cost is null) return;
        var entry = _network.Figures.FindRole($"truck-entry:{_network.GetPlaceOrUnlinked(demand.To).Country}");
        _way.Prices[step] = StepPrice.OfBorder(Cents(row.Cost), entry is null ? 0 : Cents(entry), 1);
    }

    private long Cents(Figure usd) =>
        (long)decimal.Round(_figures.Mean(usd) * 100, MidpointRounding.AwayFromZero);

    /// <summary>Trains of others on a section, one way.</summary>
    private sealed record OtherTrains(
        Network.Rail.RailSection Section, IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> Way, PlaceId From,
        PlaceId To, (double Min, double Mode, double Max) PerDay);
}
