using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Services;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Lays services out: the way of one departure, how often it leaves, and how much it takes.</summary>
internal sealed class ServiceBuilder(
    CorridorNetwork network, FigureUse figures, WayBuilder way, List<SourceModel> sources, List<string> leftOut)
{
    private const int WagonTeu = 2;
    private const int LocomotiveMetres = 22;
    private const decimal TonnesPerTeu = 20;
    private const int RoomUnknown = 40;
    private readonly Dictionary<string, (int Number, Service Service)> _byId = [];

    internal List<ServiceModel> Services { get; } = [];

    /// <summary>A ride from one place to another on a service; null when it is not simulated.</summary>
    internal (int Service, int On, int Off)? FindRide(string id, PlaceId from, PlaceId to)
    {
        if (!_byId.TryGetValue(id, out var known)) return null;
        var stops = known.Service.Stops;
        for (var on = 0; on < stops.Count; on++)
            for (var off = on + 1; off < stops.Count; off++)
                if (stops[on] == from && stops[off] == to) return (known.Number, on, off);
        return null;
    }

    internal void Add(Service service, IReadOnlyList<ServiceHop?> hops)
    {
        if (service.FrequencyPerWeek is not { } frequency) return;
        var first = way.Steps.Count;
        var number = Services.Count;
        var room = Math.Max(WagonTeu, (int)(service.CapacityTeu is { } teu ? figures.Mean(teu)
            : service.CapacityTonnes is { } tonnes ? figures.Mean(tonnes) / TonnesPerTeu : RoomUnknown));
        var wagons = (room + WagonTeu - 1) / WagonTeu;
        for (var i = 0; i < hops.Count; i++)
        {
            way.Add(StepKind.Call, service.Stops[i], service.Stops[i], number, i);
            if (i > 0) Change(service, i);
            var why = hops[i] is { } hop ? Hop(service, i, hops, hop, wagons) : "its stops are not joined";
            if (why is null) continue;
            leftOut.Add($"{service.Id}: {why}");
            way.Steps.RemoveRange(first, way.Steps.Count - first);
            return;
        }
        AddYardAtEnd(service, hops);
        way.Add(StepKind.Call, service.Stops[^1], service.Stops[^1], number, hops.Count);
        way.Add(StepKind.End, service.Stops[^1], service.Stops[^1]);
        var isWeeklyTrain = service.Kind == ServiceKind.Frequency && service.HopModes.Contains(Mode.Rail);
        var others = isWeeklyTrain ? (int)(room * figures.Mean(network.Figures.GetDefault("others-load"))) : 0;
        _byId[service.Id] = (number, service);
        Services.Add(new ServiceModel(
            service.Id, service.Name, first, [.. service.Stops.Select(way.Place)], room,
            service.HopModes.Contains(Mode.Rail) ? wagons : 0, service.Kind == ServiceKind.Fill ? room : 0,
            figures.Range(frequency),
            CarrierOf(service.HopModes[0]) == Carrier.Sea, others));
        if (service.Kind == ServiceKind.Fill) AddOtherBoxes(service, number, room, frequency);
    }

    /// <summary>A train that ends where its gauge does is unloaded in the yard, whatever its boxes do next.</summary>
    private void AddYardAtEnd(Service service, IReadOnlyList<ServiceHop?> hops)
    {
        if (hops[^1] is not { Links.Count: > 0 } hop || hop.Links[^1].Link.Gauge is not { } gauge) return;
        var yard = network.GaugeBreaks.FirstOrDefault(g =>
            g.Place == service.Stops[^1] && g.Status == "operating" && g.To is not null && (g.From == gauge
                || g.To == gauge));
        if (yard is not null) way.Yard(yard, gauge.Millimetres);
    }

    /// <summary>Boxes of others that fill a train which leaves when it is full: as many as its published frequency
    /// carries.</summary>
    private void AddOtherBoxes(Service service, int number, int room, Figure frequency)
    {
        var first = way.Steps.Count;
        var (from, to) = (service.Stops[0], service.Stops[^1]);
        way.Add(StepKind.Ride, from, to, number, 0, service.Stops.Count - 1);
        way.Add(StepKind.End, to, to);
        var (min, mode, max) = figures.Range(frequency);
        sources.Add(new SourceModel(
            $"boxes-{service.Id}", $"other boxes for {service.Name}", first, (min * room / 7, mode * room / 7,
                max * room / 7),
            21_600, false, false, false));
    }

    /// <summary>Handing over from one mode to the next at a stop.</summary>
    private void Change(Service service, int hop)
    {
        var place = service.Stops[hop];
        var (from, to) = (CarrierOf(service.HopModes[hop - 1]), CarrierOf(service.HopModes[hop]));
        if (from == to) return;
        var head = (from, to) is (Carrier.Rail, Carrier.Road) or (Carrier.Road, Carrier.Rail)
            ? network.GaugeBreaks.FirstOrDefault(g => g.Place == place && g.Status == "operating" && g.To is null)
            : null;
        if (head is not null) way.Yard(head, from == Carrier.Rail ? head.From.Millimetres : 0);
        else if (network.Handling.FirstOrDefault(h => h.From == from && h.To == to) is { } row)
            way.Pass(place, place, Seconds.OfHours(figures.Value(row.Hours)));
    }

    private static Carrier CarrierOf(Mode mode) => mode switch
    {
        Mode.Rail => Carrier.Rail,
        Mode.Road => Carrier.Road,
        Mode.Air => Carrier.Air,
        _ => Carrier.Sea,
    };

    private string? Hop(Service service, int hop, IReadOnlyList<ServiceHop?> hops, ServiceHop over, int wagons)
    {
        var (from, to) = (service.Stops[hop], service.Stops[hop + 1]);
        switch (service.HopModes[hop])
        {
            case Mode.Rail:
                return way.Rail(over.Links, TrainLength(over.Links, wagons));
            case Mode.Road:
                way.Road(over.Links, 1);
                return null;
            default:
                if (service.TransitDays is not { } days) return "no transit time is known";
                var km = hops.Where((_, i) => CarrierOf(service.HopModes[i]) is Carrier.Sea or Carrier.Air)
                    .Sum(h => Math.Max(1, h?.Km ?? 1));
                way.Pass(from, to, Seconds.OfHours(figures.Value(days), 24 * Math.Max(1, over.Km) / km),
                    service.HopModes[hop]);
                if (CarrierOf(service.HopModes[hop]) == Carrier.Sea && network.FindPort(to) is { } port) way.Berth(
                    port);
                return null;
        }
    }

    private int TrainLength(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> links, int wagons)
    {
        var gauge = links.Count == 0 ? default : links[0].Link.Gauge;
        var length = network.Wagons.Where(w => w.Gauge == gauge).Select(w => figures.Mean(w.Length)).DefaultIfEmpty(
            14.6m)
            .Min();
        return (int)(wagons * length) + LocomotiveMetres;
    }
}
