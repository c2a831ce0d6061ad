using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>All states that can be reached from the origin and lead to the destination, with their movements.</summary>
internal sealed class PlanSpace
{
    private readonly PlanContext _c;
    private readonly MovementBuilder _builder;
    private readonly RunFinder _runs;
    private readonly ILookup<(PlaceId, Vehicle, int), (ServiceOffer Offer, int Stop)> _departures;
    private readonly ILookup<PlaceId, (ServiceOffer Offer, int Stop)> _ferries;
    private readonly HashSet<PlaceId> _railStops = [];
    private readonly HashSet<PlaceId> _roadStops = [];
    private readonly HashSet<PlaceId> _handOver = [];
    private readonly HashSet<PlaceId> _borderEnds;
    private readonly HashSet<PlaceId> _railBorderEnds;
    private readonly List<Rejection> _rejected = [];
    private readonly List<(State From, State To, Rejection Why)> _blocked = [];
    private readonly IReadOnlySet<string> _ignored;
    private readonly Dictionary<State, List<Movement>> _from = [];

    /// <param name="context">The question.</param>
    /// <param name="ignored">Codes of rejections to look past, when asking why there is no plan; empty
    /// otherwise.</param>
    internal PlanSpace(PlanContext context, IReadOnlySet<string>? ignored = null)
    {
        _c = context;
        _ignored = ignored ?? new HashSet<string>();
        _builder = new MovementBuilder(context);
        _runs = new RunFinder(context, _builder, _ignored);
        var joined = context.Network.Borders;
        _borderEnds = [.. joined.Where(b => b.Mode == Mode.Road).SelectMany(b => new[] { b.PlaceA, b.PlaceB })];
        _railBorderEnds = [.. joined.Where(b => b.Mode == Mode.Rail).SelectMany(b => new[] { b.PlaceA, b.PlaceB })];
        var (departures, ferries) = ListDepartures();
        _departures = departures.ToLookup(d => d.Key, d => (d.Offer, d.Stop));
        _ferries = ferries.ToLookup(d => d.Place, d => (d.Offer, d.Stop));
        Origin = new State(StateKind.Origin, context.Query.From, Vehicle.None);
        Arrived = new State(StateKind.Arrived, context.Query.To, Vehicle.None);
        Explore();
    }

    internal State Origin { get; }

    internal State Arrived { get; }

    internal IReadOnlyList<Rejection> Rejected =>
        [.. _rejected.DistinctBy(r => (r.Code, r.Subject, r.Evidence)).OrderBy(r => r.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Subject, StringComparer.Ordinal)];

    internal bool IsTruncated => _runs.IsTruncated;

    /// <summary>Whether any movement leads from the origin on towards the destination, rejected ones that are ignored
    /// included.</summary>
    internal bool IsConnected { get; private set; }

    /// <summary>Rejections that stand on ways from the origin to the destination, when some are ignored.</summary>
    internal IReadOnlyList<Rejection> Barriers { get; private set; } = [];

    internal IEnumerable<State> States => _from.Keys;

    internal MovementBuilder Builder => _builder;

    internal IReadOnlyList<Movement> From(State state) => _from.GetValueOrDefault(state) ?? [];

    /// <summary>Operating yard that joins two gauges at a place, or null.</summary>
    internal static GaugeBreak? FindYard(PlanContext c, PlaceId place, int a, int b) =>
        c.Network.GaugeBreaks.FirstOrDefault(g =>
        g.Place == place && g.Status == "operating" && g.Joins(new Gauge(a), new Gauge(b)));

    /// <summary>Operating road head of a railway at a place for handing between rail and road, or null.</summary>
    internal static GaugeBreak? FindRoadHead(PlanContext c, PlaceId place, Carrier from, Carrier to) =>
        (from, to) is (Carrier.Rail, Carrier.Road) or (Carrier.Road, Carrier.Rail)
            ? c.Network.GaugeBreaks.FirstOrDefault(g => g.Place == place && g.Status == "operating" && g.To is null)
            : null;

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

    private bool IsModeAllowed(Mode mode)
    {
        var word = mode switch { Mode.Rail => "rail", Mode.Road => "road", Mode.Air => "air", _ => "sea" };
        var modes = _c.Query.Only.Where(o => o is "rail" or "road" or "sea" or "air").ToList();
        return !_c.Query.Avoid.Contains(word) && (modes.Count == 0 || modes.Contains(word));
    }

    private bool AllowsUnscheduled => !_c.Query.Only.Contains("services") && !_c.Query.Avoid.Contains("unscheduled");

    private bool AllowsTrucks => AllowsUnscheduled && IsModeAllowed(Mode.Road) && !_c.Query.Avoid.Contains("trucks");

    private bool AllowsRequest(PlaceId place) =>
        AllowsUnscheduled && IsModeAllowed(Mode.Rail) && !_c.Query.Avoid.Contains("block-trains")
        && (place == _c.Query.From || _c.Network.RailTerminals.Contains(place));

    /// <summary>Whether the cargo makes a block train on request; the reason is remembered when not.</summary>
    private bool IsBigEnough(State ready)
    {
        var least = _c.Network.Figures.GetDefault("request-teu");
        if (_c.Cargo.Teu >= _c.Reads.Mean(least)) return true;
        Block(ready, new State(StateKind.Loaded, ready.Place, Vehicle.Train, ready.Gauge),
            new Rejection(
                "capacity", "block train on request",
                $"{_c.Cargo.Teu} TEU asked, at least {least.Value} TEU make a train"));
        return false;
    }

    private (List<((PlaceId, Vehicle, int) Key, ServiceOffer Offer, int Stop)>,
        List<(PlaceId Place, ServiceOffer Offer, int Stop)>) ListDepartures()
    {
        var departures = new List<((PlaceId, Vehicle, int), ServiceOffer, int)>();
        var ferries = new List<(PlaceId, ServiceOffer, int)>();
        foreach (var service in _c.Network.Services.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            var offer = _c.OfferOf(service);
            if (_c.Query.Avoid.Contains(service.Id) || !offer.IsOffered)
            {
                _rejected.Add(new Rejection(offer.IsOffered ? "mode" : "not-offered", service.Id,
                    offer.IsOffered ? "avoided as asked"
                        : $"{offer.Status} ({(offer.Claim.Length > 0 ? offer.Claim : "no claim")})"));
                continue;
            }
            for (var i = 0; i < service.Stops.Count; i++)
            {
                if (service.HopModes.Skip(i - 1).Take(i == 0 ? 1 : 2).Any(m => m == Mode.Rail))
                    _railStops.Add(service.Stops[i]);
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
            foreach (var stop in service.Stops) _handOver.Add(stop);
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

    private void Explore()
    {
        var queue = new Queue<State>();
        queue.Enqueue(Origin);
        _from[Origin] = [];
        var into = new Dictionary<State, List<State>>();
        while (queue.TryDequeue(out var state))
        {
            var blockedBefore = _blocked.Count;
            _from[state] = KeepBest(Specs(state).Select(Build).OfType<Movement>().ToList());
            var next = _from[state].Select(m => m.Spec.To).Concat(_blocked.Skip(blockedBefore).Select(b => b.To));
            foreach (var to in next.Distinct().ToList())
            {
                if (!into.TryGetValue(to, out var before)) into[to] = before = [];
                before.Add(state);
                if (_from.TryAdd(to, [])) queue.Enqueue(to);
            }
        }
        var useful = new HashSet<State> { Arrived };
        var back = new Queue<State>([Arrived]);
        while (back.TryDequeue(out var state))
            foreach (var before in into.GetValueOrDefault(state, []))
                if (useful.Add(before)) back.Enqueue(before);
        IsConnected = useful.Contains(Origin);
        Barriers = [
            .. _blocked.Where(b => useful.Contains(b.From) && useful.Contains(b.To)).Select(b => b.Why).Distinct()];
        foreach (var state in _from.Keys.ToList())
            if (useful.Contains(state)) _from[state] = [.. _from[state].Where(m => useful.Contains(m.Spec.To))];
            else _from.Remove(state);
    }

    /// <summary>Remembers that a step is not offered; looked past when its code is ignored.</summary>
    private void Block(State from, State to, Rejection why)
    {
        _rejected.Add(why);
        if (_ignored.Contains(why.Code)) _blocked.Add((from, to, why));
    }

    /// <summary>Of unscheduled movements between the same states, drops those that are worse in all.</summary>
    private static List<Movement> KeepBest(List<Movement> list)
    {
        var kept = new List<Movement>();
        foreach (var group in list.GroupBy(m => (m.Spec.To, IsRun: m.Spec is RunSpec)))
        {
            if (!group.Key.IsRun)
            {
                kept.AddRange(group);
                continue;
            }
            foreach (var m in group.OrderBy(m => m.MinutesMin).ThenBy(m => m.Cents).ThenBy(m => m.Nanonepers)
                .ThenBy(m => m.Grams))
                if (!kept.Any(
                    k => k.Spec is RunSpec && k.Spec.To == m.Spec.To && k.MinutesMin <= m.MinutesMin
                    && k.Cents <= m.Cents
                    && k.Nanonepers <= m.Nanonepers && k.Grams <= m.Grams)) kept.Add(m);
        }
        return kept;
    }

    private Movement? Build(MovementSpec spec)
    {
        var movement = _builder.Offer(spec, out var why);
        if (why is not null) Block(spec.From, spec.To, why);
        return movement;
    }

    private IEnumerable<MovementSpec> Specs(State s) => s.Kind switch
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
                if (FindYard(_c, place, s.Gauge, ready.Gauge) is { } yard)
                    yield return new HandlingSpec(s, target, null, yard, null);
                else Block(s, target, NoYard(place, s.Gauge, ready.Gauge));
                continue;
            }
            if (FindRoadHead(_c, place, from, to) is { } head)
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
        foreach (var gauge in _c.Network.LinksAt(place, Mode.Rail)
            .Select(l => l.Gauge!.Value.Millimetres).Distinct().Order())
            if (_departures[(place, Vehicle.Train, gauge)].Any() || AllowsRequest(place))
                yield return new State(StateKind.Ready, place, Vehicle.Train, gauge);
        var isTruckToTruck = s.Vehicle == Vehicle.Truck;
        if ((AllowsTrucks || _departures[(place, Vehicle.Truck, 0)].Any())
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
                s, Arrived, row, null, s.Vehicle == Vehicle.Ship ? _c.Network.FindPort(s.Place) : null);
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
        if (s.Vehicle != Vehicle.Truck || !AllowsTrucks) yield break;
        var most = Loading.BoxesPerTruck(_c, _c.CountryOf(s.Place));
        if (most == 0)
            Block(s, new State(StateKind.Loaded, s.Place, Vehicle.Truck, 0, 1, 1), GrossLimit(_c.CountryOf(s.Place)));
        var drivers = _c.Network.Figures.FindRole("driver-hours:2") is null ? 1 : 2;
        for (var boxes = 1; boxes <= Math.Min(most, _c.Cargo.Boxes); boxes++)
            for (var d = 1; d <= drivers; d++)
                yield return new BoardSpec(s, new State(StateKind.Loaded, s.Place, Vehicle.Truck, 0, d, boxes));
    }

    private Rejection GrossLimit(string country) =>
        new("gross-limit", country, $"no truck may carry a box of {_c.Cargo.GrossTonnes:0.##} t in {country}");

    private IEnumerable<MovementSpec> Runs(State s)
    {
        bool IsTarget(PlaceId p) =>
            IsEnd(s, p) || (s.Vehicle == Vehicle.Train ? _railBorderEnds : _borderEnds).Contains(p)
            || s.Vehicle == Vehicle.Train && _c.Network.GaugeBreaks.Any(g => g.Place == p);
        foreach (var (to, links, sums) in _runs.From(s, IsTarget))
        {
            var ran = (s with { Kind = StateKind.Ran, CameFrom = default }).At(to);
            // Shut links are on a path only while their closure is looked past.
            if (_ignored.Count > 0 && links.FirstOrDefault(l => !_c.IsUsable(l)) is { } shut) Block(s, ran, Shut(shut));
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
                    Block(s, (s with { Kind = StateKind.Crossed }).At(to), Shut(link));
                continue;
            }
            if (s.Vehicle == Vehicle.Truck && Loading.BoxesPerTruck(_c, _c.CountryOf(to)) < s.BoxesPerTruck)
            {
                if (s.BoxesPerTruck == 1)
                    Block(s, (s with { Kind = StateKind.Crossed }).At(to), GrossLimit(_c.CountryOf(to)));
                continue;
            }
            yield return new PassageSpec(
                s, (s with { Kind = StateKind.Crossed, CameFrom = s.Place }).At(to), border, link);
        }
    }

    private IEnumerable<MovementSpec> GaugeChanges(State s)
    {
        if (s.Vehicle != Vehicle.Train) yield break;
        foreach (var other in _c.Network.LinksAt(s.Place, Mode.Rail)
            .Select(l => l.Gauge!.Value.Millimetres).Distinct())
            if (other != s.Gauge && FindYard(_c, s.Place, s.Gauge, other) is null)
                Block(s, s with { Kind = StateKind.Crossed, Gauge = other }, NoYard(s.Place, s.Gauge, other));
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
    private bool IsEnd(State s, PlaceId place) => place == _c.Query.To || (s.Vehicle == Vehicle.Train
        ? _railStops.Contains(place) || _c.Network.RailTerminals.Contains(place)
        : _handOver.Contains(place) || _borderEnds.Contains(place)
            || AllowsUnscheduled && IsModeAllowed(Mode.Rail) && _c.Network.RailTerminals.Contains(place));

    private IEnumerable<MovementSpec> Ferries(State s)
    {
        if (s.Vehicle != Vehicle.Truck) yield break;
        foreach (var (offer, stop) in _ferries[s.Place])
            if (Loading.BoxesPerTruck(_c, _c.CountryOf(offer.Service.Stops[stop + 1])) >= s.BoxesPerTruck)
                yield return new FerrySpec(
                    s, (s with { Kind = StateKind.Crossed, CameFrom = default })
                    .At(offer.Service.Stops[stop + 1]), offer, stop, stop + 1);
    }
}
