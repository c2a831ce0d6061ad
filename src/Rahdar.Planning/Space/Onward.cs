using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Lists what may come next in a state: what a box may be handed to, ride on, pass and end at.</summary>
internal sealed class Onward
{
    private readonly PlanContext _c;
    private readonly MovementBuilder _builder;
    private readonly RunFinder _runs;
    private readonly IReadOnlySet<string> _ignored;
    private readonly Action<State, State, Rejection> _block;
    private readonly ILookup<(PlaceId, Vehicle, int), (ServiceOffer Offer, int Stop)> _departures;
    private readonly ILookup<PlaceId, (ServiceOffer Offer, int Stop)> _ferries;
    private readonly Dictionary<PlaceId, int[]> _gauges = [];
    private readonly HashSet<PlaceId> _roadStops = [];
    private readonly HashSet<PlaceId> _borderEnds;
    private readonly HashSet<PlaceId> _trainEnds;
    private readonly HashSet<PlaceId> _truckEnds;
    private readonly HashSet<PlaceId> _trainTargets;
    private readonly bool _allowsUnscheduled;
    private readonly bool _allowsTrucks;
    private readonly bool _allowsBlockTrains;

    /// <param name="context">The question.</param>
    /// <param name="builder">Knows the ways of services.</param>
    /// <param name="runs">Finds unscheduled runs.</param>
    /// <param name="ignored">Codes of rejections to look past.</param>
    /// <param name="block">Told of each step that is not offered, and why.</param>
    internal Onward(
        PlanContext context, MovementBuilder builder, RunFinder runs, IReadOnlySet<string> ignored,
        Action<State, State, Rejection> block)
    {
        (_c, _builder, _runs, _ignored, _block) = (context, builder, runs, ignored, block);
        _allowsUnscheduled = !_c.Query.Only.Contains("services") && !_c.Query.Avoid.Contains("unscheduled");
        _allowsTrucks = _allowsUnscheduled && IsModeAllowed(Mode.Road) && !_c.Query.Avoid.Contains("trucks");
        _allowsBlockTrains = _allowsUnscheduled && IsModeAllowed(Mode.Rail)
            && !_c.Query.Avoid.Contains("block-trains");
        var network = context.Network;
        var terminals = network.RailTerminals;
        _borderEnds = Ends(Mode.Road);
        var railStops = new HashSet<PlaceId>();
        var stops = new HashSet<PlaceId>();
        var (departures, ferries) = ListDepartures(railStops, stops);
        _departures = departures.ToLookup(d => d.Key, d => (d.Offer, d.Stop));
        _ferries = ferries.ToLookup(d => d.Place, d => (d.Offer, d.Stop));
        _trainEnds = [.. railStops, .. terminals, context.Query.To];
        _truckEnds = [.. stops, .. _borderEnds, context.Query.To];
        if (_allowsUnscheduled && IsModeAllowed(Mode.Rail)) _truckEnds.UnionWith(terminals);
        _trainTargets = [.. _trainEnds, .. Ends(Mode.Rail), .. network.GaugeBreaks.Select(g => g.Place)];
    }

    /// <summary>Services that are not offered, or are avoided as asked.</summary>
    internal List<Rejection> NotOffered { get; } = [];

    private HashSet<PlaceId> Ends(Mode mode) =>
        [.. _c.Network.Borders.Where(b => b.Mode == mode).SelectMany(b => new[] { b.PlaceA, b.PlaceB })];

    /// <summary>What may come next in a state.</summary>
    internal IEnumerable<MovementSpec> From(State s) => s.Kind switch
    {
        StateKind.Origin => HandOver(s),
        StateKind.Ready => Leave(s),
        StateKind.Loaded => Runs(s).Concat(Passages(s)).Concat(GaugeChanges(s)),
        StateKind.Ran => Passages(s).Concat(GaugeChanges(s)).Concat(Lands(s)).Concat(Ferries(s)),
        StateKind.Crossed => Runs(s).Concat(Passages(s)).Concat(GaugeChanges(s)).Concat(Lands(s)).Concat(Ferries(s)),
        StateKind.Landed => HandOver(s).Concat(SetDown(s)),
        _ => [],
    };

    private IEnumerable<MovementSpec> HandOver(State s)
    {
        var place = s.Place;
        var from = CarrierOf(s.Vehicle);
        foreach (var ready in ReadyStates(s))
        {
            var to = CarrierOf(ready.Vehicle);
            var ground = s.Kind == StateKind.Origin ? Ground.None
                : (from == Carrier.Sea || to == Carrier.Sea) && _c.Network.FindPort(place) is not null ? Ground.Port
                    : Ground.Yard;
            var target = ready with { Ground = ground };
            if (s.Vehicle == Vehicle.Train && ready.Vehicle == Vehicle.Train && s.Gauge != ready.Gauge)
            {
                if (_c.FindYard(place, s.Gauge, ready.Gauge) is { } yard)
                    yield return new HandlingSpec(s, target, null, yard, null);
                else _block(s, target, NoYard(place, s.Gauge, ready.Gauge));
                continue;
            }
            if (_c.FindRoadHead(place, from, to) is { } head)
            {
                yield return new HandlingSpec(s, target, null, head, null);
                continue;
            }
            var row = _c.Network.Handling.FirstOrDefault(h => h.From == from && h.To == to);
            var port = from == Carrier.Sea || to == Carrier.Sea ? _c.Network.FindPort(place) : null;
            if (row is not null && (to != Carrier.Sea || port is not null))
                yield return new HandlingSpec(s, target, row, null, port);
        }
    }

    private static Rejection NoYard(PlaceId place, int a, int b) =>
        new("gauge", place.Value, $"{a} mm meets {b} mm at {place} without a yard");

    private IEnumerable<State> ReadyStates(State s)
    {
        var place = s.Place;
        foreach (var gauge in GaugesAt(place))
            if (_departures[(place, Vehicle.Train, gauge)].Any() || AllowsRequest(place))
                yield return new State(StateKind.Ready, place, Vehicle.Train, gauge);
        var isTruckToTruck = s.Vehicle == Vehicle.Truck;
        if ((_allowsTrucks || _departures[(place, Vehicle.Truck, 0)].Any())
            && (!isTruckToTruck || _borderEnds.Contains(place) || _roadStops.Contains(place)))
            yield return new State(StateKind.Ready, place, Vehicle.Truck);
        foreach (var vehicle in new[] { Vehicle.Ship, Vehicle.Aircraft })
            if (_departures[(place, vehicle, 0)].Any()) yield return new State(StateKind.Ready, place, vehicle);
    }

    private IEnumerable<MovementSpec> SetDown(State s)
    {
        if (s.Place != _c.Query.To) yield break;
        var row = _c.Network.Handling.FirstOrDefault(
            h => h.From == CarrierOf(s.Vehicle) && h.To == Carrier.Destination);
        if (row is not null)
            yield return new HandlingSpec(
                s, new State(StateKind.Arrived, _c.Query.To, Vehicle.None), row, null, s.Vehicle == Vehicle.Ship
                    ? _c.Network.FindPort(s.Place) : null);
    }

    private IEnumerable<MovementSpec> Leave(State s)
    {
        foreach (var (offer, stop) in _departures[(s.Place, s.Vehicle, s.Gauge)])
            for (var last = stop + 1; last < offer.Service.Stops.Count; last++)
            {
                if (!IsModeAllowed(offer.Service.HopModes[last - 1])) break;
                var mode = offer.Service.HopModes[last - 1];
                var gauge = mode == Mode.Rail
                    ? _builder.WayOf(offer.Service, last - 1)?.Links.LastOrDefault().Link?.Gauge?.Millimetres ?? 0
                    : 0;
                yield return new RideSpec(
                    s, new State(StateKind.Landed, offer.Service.Stops[last], VehicleOf(mode), gauge), offer, stop,
                    last);
            }
        if (s.Vehicle == Vehicle.Train && AllowsRequest(s.Place) && IsBigEnough(s))
            yield return new BoardSpec(s, new State(StateKind.Loaded, s.Place, Vehicle.Train, s.Gauge));
        if (s.Vehicle != Vehicle.Truck || !_allowsTrucks) yield break;
        var most = Loading.BoxesPerTruck(_c, _c.CountryOf(s.Place));
        if (most == 0)
            _block(s, new State(StateKind.Loaded, s.Place, Vehicle.Truck, 0, 1, 1), GrossLimit(_c.CountryOf(s.Place)));
        var drivers = _c.Network.Figures.FindRole("driver-hours:2") is null ? 1 : 2;
        for (var boxes = 1; boxes <= Math.Min(most, _c.Cargo.Boxes); boxes++)
            for (var d = 1; d <= drivers; d++)
                yield return new BoardSpec(s, new State(StateKind.Loaded, s.Place, Vehicle.Truck, 0, d, boxes));
    }

    private Rejection GrossLimit(string country) =>
        new("gross-limit", country, $"no truck may carry a box of {_c.Cargo.GrossTonnes:0.##} t in {country}");

    private IEnumerable<MovementSpec> Runs(State s)
    {
        var targets = s.Vehicle == Vehicle.Train ? _trainTargets : _truckEnds;
        foreach (var (to, links, sums) in _runs.From(s, targets))
        {
            var ran = (s with { Kind = StateKind.Ran, CameFrom = default }).At(to);
            // Shut links are on a path only while their closure is looked past.
            if (_ignored.Count > 0 && links.Value.FirstOrDefault(l => !_c.IsUsable(l)) is { } shut) _block(s, ran,
                Shut(shut));
            else yield return new RunSpec(s, ran, links) { Sums = _ignored.Count == 0 ? sums : null };
        }
    }

    private static Rejection Shut(Link link) =>
        new("closed", link.Id, $"the link from {link.From} to {link.To} is shut or avoided");

    private IEnumerable<MovementSpec> Passages(State s)
    {
        var mode = s.Vehicle == Vehicle.Train ? Mode.Rail : Mode.Road;
        foreach (var link in _c.Network.LinksAt(s.Place, mode))
        {
            if (mode == Mode.Rail && link.Gauge!.Value.Millimetres != s.Gauge) continue;
            var to = link.Opposite(s.Place);
            if (to == s.CameFrom) continue;
            if (_c.Network.FindBorder(s.Place, to, mode) is not { } border) continue;
            if (!_c.IsUsable(link))
            {
                if (_c.Network.IsWorked(link, _c.Day))
                    _block(s, (s with { Kind = StateKind.Crossed }).At(to), Shut(link));
                continue;
            }
            if (s.Vehicle == Vehicle.Truck && Loading.BoxesPerTruck(_c, _c.CountryOf(to)) < s.BoxesPerTruck)
            {
                if (s.BoxesPerTruck == 1)
                    _block(s, (s with { Kind = StateKind.Crossed }).At(to), GrossLimit(_c.CountryOf(to)));
                continue;
            }
            yield return new PassageSpec(
                s, (s with { Kind = StateKind.Crossed, CameFrom = s.Place }).At(to), border, link);
        }
    }

    private IEnumerable<MovementSpec> GaugeChanges(State s)
    {
        if (s.Vehicle != Vehicle.Train) yield break;
        foreach (var other in GaugesAt(s.Place))
            if (other != s.Gauge && _c.FindYard(s.Place, s.Gauge, other) is null)
                _block(s, s with { Kind = StateKind.Crossed, Gauge = other }, NoYard(s.Place, s.Gauge, other));
        foreach (var yard in _c.Network.GaugeBreaks.Where(
            g => g.Place == s.Place && g.Status == "operating" && g.To is not null))
        {
            var other = yard.From.Millimetres == s.Gauge ? yard.To!.Value : yard.To!.Value.Millimetres == s.Gauge
                ? yard.From
                : default;
            if (other.Millimetres == 0) continue;
            var kind = s.Kind == StateKind.Loaded ? StateKind.Loaded : StateKind.Crossed;
            yield return new GaugeSpec(s, s with { Kind = kind, Gauge = other.Millimetres, CameFrom = default }, yard);
        }
    }

    private IEnumerable<MovementSpec> Lands(State s)
    {
        if (IsEnd(s, s.Place))
            yield return new LandSpec(s, new State(StateKind.Landed, s.Place, s.Vehicle, s.Gauge));
    }

    /// <summary>Whether a box is handed on or set down at a place by an unscheduled carrier.</summary>
    private bool IsEnd(State s, PlaceId place) =>
        (s.Vehicle == Vehicle.Train ? _trainEnds : _truckEnds).Contains(place);

    /// <summary>Gauges that meet at a place, narrowest first.</summary>
    private int[] GaugesAt(PlaceId place) => _gauges.TryGetValue(place, out var known)
        ? known
        : _gauges[place] = [.. _c.Network.LinksAt(place, Mode.Rail).Select(l => l.Gauge!.Value.Millimetres).Distinct()
            .Order()];

    private IEnumerable<MovementSpec> Ferries(State s)
    {
        if (s.Vehicle != Vehicle.Truck) yield break;
        foreach (var (offer, stop) in _ferries[s.Place])
            if (Loading.BoxesPerTruck(_c, _c.CountryOf(offer.Service.Stops[stop + 1])) >= s.BoxesPerTruck)
                yield return new FerrySpec(
                    s, (s with { Kind = StateKind.Crossed, CameFrom = default })
                    .At(offer.Service.Stops[stop + 1]), offer, stop, stop + 1);
    }

    private bool IsModeAllowed(Mode mode)
    {
        var word = mode switch { Mode.Rail => "rail", Mode.Road => "road", Mode.Air => "air", _ => "sea" };
        var modes = _c.Query.Only.Where(o => o is "rail" or "road" or "sea" or "air").ToList();
        return !_c.Query.Avoid.Contains(word) && (modes.Count == 0 || modes.Contains(word));
    }

    private bool AllowsRequest(PlaceId place) =>
        _allowsBlockTrains && (place == _c.Query.From || _c.Network.RailTerminals.Contains(place));

    /// <summary>Whether the cargo makes a block train on request; the reason is remembered when not.</summary>
    private bool IsBigEnough(State ready)
    {
        var least = _c.Network.Figures.GetDefault("request-teu");
        if (_c.Cargo.Teu >= _c.Reads.Mean(least)) return true;
        _block(ready, new State(StateKind.Loaded, ready.Place, Vehicle.Train, ready.Gauge),
            new Rejection(
                "capacity", "block train on request",
                $"{_c.Cargo.Teu} TEU asked, at least {least.Value} TEU make a train"));
        return false;
    }

    private (List<((PlaceId, Vehicle, int) Key, ServiceOffer Offer, int Stop)>,
        List<(PlaceId Place, ServiceOffer Offer, int Stop)>) ListDepartures(
            HashSet<PlaceId> railStops, HashSet<PlaceId> stops)
    {
        var departures = new List<((PlaceId, Vehicle, int), ServiceOffer, int)>();
        var ferries = new List<(PlaceId, ServiceOffer, int)>();
        foreach (var service in _c.Network.Services.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            var offer = _c.OfferOf(service);
            if (_c.Query.Avoid.Contains(service.Id) || !offer.IsOffered)
            {
                NotOffered.Add(new Rejection(offer.IsOffered ? "mode" : "not-offered", service.Id,
                    offer.IsOffered ? "avoided as asked"
                        : $"{offer.Status} ({(offer.Claim.Length > 0 ? offer.Claim : "no claim")})"));
                continue;
            }
            for (var i = 0; i < service.Stops.Count; i++)
            {
                if (service.HopModes.Skip(i - 1).Take(i == 0 ? 1 : 2).Any(m => m == Mode.Rail))
                    railStops.Add(service.Stops[i]);
                if (service.HopModes.Skip(i - 1).Take(i == 0 ? 1 : 2).Any(m => m == Mode.Road))
                    _roadStops.Add(service.Stops[i]);
                if (i == service.Stops.Count - 1 || !IsModeAllowed(service.HopModes[i])) continue;
                var mode = service.HopModes[i];
                var gauge = mode == Mode.Rail
                    ? _builder.WayOf(service, i)?.Links.FirstOrDefault().Link?.Gauge?.Millimetres ?? 0
                    : 0;
                var vehicle = VehicleOf(mode);
                departures.Add(((service.Stops[i], vehicle, gauge), offer, i));
                if (mode == Mode.RoRo) ferries.Add((service.Stops[i], offer, i));
            }
            foreach (var stop in service.Stops) stops.Add(stop);
        }
        return (departures, ferries);
    }

    private static Vehicle VehicleOf(Mode mode) => mode switch
    {
        Mode.Rail => Vehicle.Train,
        Mode.Road => Vehicle.Truck,
        Mode.Air => Vehicle.Aircraft,
        _ => Vehicle.Ship,
    };

    internal static Carrier CarrierOf(Mode mode) => mode switch
    {
        Mode.Rail => Carrier.Rail,
        Mode.Road => Carrier.Road,
        Mode.Air => Carrier.Air,
        _ => Carrier.Sea,
    };

    private static Carrier CarrierOf(Vehicle vehicle) => vehicle switch
    {
        Vehicle.Train => Carrier.Rail,
        Vehicle.Truck => Carrier.Road,
        Vehicle.Ship => Carrier.Sea,
        Vehicle.Aircraft => Carrier.Air,
        _ => Carrier.Origin,
    };
}
