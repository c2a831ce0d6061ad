using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Builds a movement from its spec: times, cost lines, risk and emissions, every figure through the
/// reader.</summary>
/// <remarks>The search and the evaluator both call this; rides are in <see cref="RideBuilder"/>.</remarks>
internal sealed class MovementBuilder
{
    private readonly PlanContext _c;
    private readonly HopWays _ways;
    private readonly TrainBuilder _trains;
    private readonly RideBuilder _rides;
    private readonly SeaAndAirBuilder _seaAndAir;

    internal MovementBuilder(PlanContext context)
    {
        _c = context;
        _ways = new HopWays(context);
        _trains = new TrainBuilder(context);
        _seaAndAir = new SeaAndAirBuilder(context, _ways);
        _rides = new RideBuilder(context, this, _trains, _ways, _seaAndAir);
    }

    /// <summary>The movement for a search, or null with the reason when it is not offered: a run whose sums are known
    /// is built only when a plan takes it.</summary>
    internal Movement? Offer(MovementSpec spec, out Rejection? why)
    {
        if (spec is not RunSpec { Sums: { } sums } run || FindExact(run) is not null) return Build(spec, out why);
        why = null;
        return new Movement(
            spec, sums, () => Build(spec, out _) ?? throw new InvalidOperationException("a run known cannot be built"));
    }

    /// <summary>The movement, or null with the reason when it is not offered.</summary>
    internal Movement? Build(MovementSpec spec, out Rejection? why)
    {
        why = null;
        return spec switch
        {
            HandlingSpec handling => Handling(handling),
            BoardSpec board => Board(board),
            RunSpec run => Run(run, out why),
            PassageSpec passage => Passage(passage, out why),
            GaugeSpec gauge => Gauge(gauge),
            LandSpec => new Movement(spec, Leaving.AtOnce, false, [], []),
            RideSpec ride => _rides.Ride(ride, out why),
            FerrySpec ferry => _seaAndAir.Ferry(ferry, out why),
            _ => throw new InvalidOperationException($"no rule for {spec.GetType().Name}"),
        };
    }

    /// <summary>Only the times of a ride, on offer or not, or null with the reason when the way is not
    /// joined.</summary>
    internal Movement? TimesOf(RideSpec spec, out Rejection? why) => _rides.Times(spec, out why);

    /// <summary>Way of a hop of a service, or null when the network does not join its stops.</summary>
    internal HopWay? WayOf(Network.Services.Service service, int hop) => _ways.Find(service, hop);

    /// <summary>Storage tariff of a ground state.</summary>
    internal StorageTariff Storage(State state) => state.Ground == Ground.None
        ? StorageTariff.None
        : _c.StorageAt(state.Place, state.Ground, () => NewStorage(state));

    private StorageTariff NewStorage(State state)
    {
        var tiers = _c.Network.StorageTiers.Where(
            t => t.Place == state.Place && t.IsPort == (state.Ground == Ground.Port)).OrderBy(t => t.FromDay.Value.Mode)
            .ToList();
        Figure? free, rate;
        decimal units = _c.Cargo.Boxes;
        if (state.Ground == Ground.Port)
        {
            var port = _c.Network.FindPort(state.Place)!;
            free = port.FreeDays;
            rate = _c.Cargo.SizeFeet == 40 ? port.Storage40 ?? port.Storage20 : port.Storage20;
        }
        else
        {
            var figures = _c.Network.Figures;
            free = figures.FindDefault($"yard-free-days:{state.Place}")
                ?? figures.FindDefault("yard-free-days", _c.CountryOf(state.Place));
            rate = figures.FindDefault($"yard-storage:{state.Place}") ?? figures.FindRole("yard-storage");
            units = _c.Cargo.Teu;
        }
        if (rate is null) return StorageTariff.None;
        var rates = new List<(decimal, decimal)> { (1, _c.Reads.Mean(rate) * units) };
        rates.AddRange(tiers.Select(t => (_c.Reads.Mean(t.FromDay), _c.Reads.Mean(t.UsdPerDay) * _c.Cargo.Boxes)));
        var longest = _c.Network.Figures.FindDefault(
            $"longest-stay:{(state.Ground == Ground.Port ? "port" : "yard")}:{state.Place}");
        if (longest is null && rates.All(r => r.Item2 == 0)) return StorageTariff.None;
        return new StorageTariff(
            free is null ? 0 : _c.Reads.Mean(free), rates, longest is null ? null : _c.Reads.Mean(longest),
            $"storage at {_c.Network.GetPlace(state.Place).Name} after free days", rate.Id);
    }

    /// <summary>Adds a border to a movement under way: its element, its clock and its cost.</summary>
    internal bool AddBorder(
        BorderRow border, PlaceId from, PlaceId to, Mode mode, int trucks,
        List<ElementDraft> elements, List<Step> steps, out Rejection? why)
    {
        why = null;
        if (border.Hours.IsNeverOpen)
            why = new Rejection("closed", border.Id, $"{border.Name} is closed to trade ({border.Note})");
        else if (border.IsLocalTradeOnly)
            why = new Rejection("closed", border.Id, $"{border.Name} is a border market: no transit");
        else if (_c.Query.Avoid.Contains(border.Id)) why = new Rejection("mode", border.Id, "avoided as asked");
        else if (border.Clearance is null) why = new Rejection("untimed", border.Id, "no clearance time is known");
        else if (border.Cost is null) why = new Rejection("unpriced", border.Id, "no border payments are known");
        if (why is not null) return false;
        var clock = _c.ClockOf(border);
        var element = new ElementDraft(ElementKind.Border, from, to)
        {
            BorderId = border.Id,
            Nanonepers = Rounding.Nanonepers(_c.CrossingNepers(border)),
            WaitReason = WaitReason(border),
        };
        var cost = border.Cost!;
        if (mode == Mode.Rail)
            element.Cost.Add(
                new CostLine(
                $"border {border.Name}, rail, per 20 t", Rounding.Cents(_c.Reads.Mean(cost) * _c.Cargo.Tonnes / 20m),
                cost.Id));
        else
        {
            element.Cost.Add(
                new CostLine(
                $"border {border.Name}, {trucks} trucks", Rounding.Cents(_c.Reads.Mean(cost) * trucks), cost.Id));
            if (_c.Network.Figures.FindRole($"truck-entry:{_c.CountryOf(to)}") is { } fee)
                element.Cost.Add(
                    new CostLine(
                    $"road fees entering {_c.CountryOf(to)}, {trucks} trucks",
                    Rounding.Cents(_c.Reads.Mean(fee) * trucks), fee.Id));
        }
        elements.Add(element);
        steps.Add(Step.At(clock, border.Clearance, elements.Count - 1));
        return true;
    }

    /// <summary>Adds a link run by truck to a leg element.</summary>
    /// <param name="link">The link.</param>
    /// <param name="to">End it leads to.</param>
    /// <param name="leg">The element.</param>
    /// <param name="trucks">Number of trucks; 0 when an exact price holds for the leg.</param>
    /// <param name="drivers">1 or 2.</param>
    /// <param name="isSouthbound">Direction of the whole leg.</param>
    /// <param name="why">Why not.</param>
    internal bool AddRoadLink(
        Link link, PlaceId to, ElementDraft leg, int trucks, int drivers, bool isSouthbound, out Rejection? why)
    {
        why = null;
        var km = _c.Reads.Mean(link.RouteKm);
        var figures = _c.Network.Figures;
        var day = figures.GetRole($"driver-hours:{drivers}");
        foreach (var (country, share) in _c.SharesOf(link))
        {
            if ((figures.TruckSpeeds.GetValueOrDefault(country)
                ?? figures.FindDefault("truck-speed", country)) is not { } speed)
            {
                why = new Rejection("untimed", country, $"no truck speed is known for {country}");
                return false;
            }
            leg.Spans.Add(new Span.Run(link.RouteKm, share, speed, day));
            if (trucks > 0)
            {
                if (_c.Prices.FindRoad(country, isSouthbound) is not { } price)
                {
                    why = new Rejection("unpriced", country, $"no haulage price for {country} on {_c.Day:uuuu-MM-dd}");
                    return false;
                }
                var usd = km * share * _c.Reads.Mean(price) * trucks * DriverFactor(drivers);
                Add(leg, $"haulage {country}, {trucks} trucks", Rounding.Cents(usd), price.Id);
            }
            var factor = figures.RoadEmission.GetValueOrDefault(country) ?? figures.GetRole("emission:road:*");
            leg.Grams += Rounding.Grams(km * share * _c.Reads.Mean(factor) * _c.Cargo.Tonnes);
        }
        leg.Km += km;
        leg.Nanonepers += Rounding.Nanonepers(_c.HazardAt(to, Mode.Road));
        return true;
    }

    /// <summary>What a second driver adds to the haulage price.</summary>
    internal decimal DriverFactor(int drivers) =>
        drivers == 1 ? 1m : 1m + _c.Reads.Mean(_c.Network.Figures.GetDefault("second-driver"));

    /// <summary>Hours and cost of a gauge yard for all boxes, as an element.</summary>
    internal ElementDraft Yard(GaugeBreak yard, int wagons)
    {
        var element = new ElementDraft(
            ElementKind.Gauge, yard.Place, yard.Place)
        { Note = $"{yard.Name}: {yard.Method}" };
        var units = yard.CapacityUnit == "TEU" ? _c.Cargo.Teu : wagons;
        element.Spans.Add(new Span.Yard(yard.Work, yard.CapacityPerDay, units, yard.WaitForWagons));
        if (yard.Cost is { } cost)
            element.Cost.Add(
                new CostLine(
                $"gauge change {yard.Name}", Rounding.Cents(_c.Reads.Mean(cost) * _c.Cargo.Boxes), cost.Id));
        element.Grams = Rounding.Grams(
            _c.Reads.Mean(_c.Network.Figures.GetRole("emission:gauge")) * 1000m * _c.Cargo.Tonnes);
        return element;
    }

    internal static void Add(ElementDraft element, string what, long cents, string figureId)
    {
        var i = element.Cost.FindIndex(line => line.FigureId == figureId && line.What == what);
        if (i < 0) element.Cost.Add(new CostLine(what, cents, figureId));
        else element.Cost[i] = element.Cost[i] with { Cents = element.Cost[i].Cents + cents };
    }

    private Movement Handling(HandlingSpec spec)
    {
        if (spec.Yard is not { } yard)
        {
            var handled = HandlingElement(spec.Row!, spec.From.Place, spec.Port);
            if (spec.To.Kind == StateKind.Arrived) handled.Cost.AddRange(_c.Box.Fixed);
            return OneElement(spec, handled);
        }
        var wagons = Loading.Wagons(_c, spec.From.Gauge != 0 ? spec.From.Gauge : spec.To.Gauge, [], out _)?.Wagons
            ?? _c.Cargo.Boxes;
        return OneElement(spec, Yard(yard, wagons));
    }

    /// <summary>A handling row as an element.</summary>
    internal ElementDraft HandlingElement(Network.Ports.HandlingRow row, PlaceId place, Network.Ports.Port? port)
    {
        var words = $"{row.From.ToString().ToLowerInvariant()} to {row.To.ToString().ToLowerInvariant()}";
        var element = new ElementDraft(ElementKind.Handling, place, place) { Note = words };
        element.Spans.Add(new Span.Hours(row.Hours));
        element.Cost.Add(
            new CostLine(
            $"handling {words}", Rounding.Cents(_c.Reads.Mean(row.UsdPerBox) * _c.Cargo.Boxes), row.UsdPerBox.Id));
        if (row.IsThroughPort && port is not null)
        {
            var charge = _c.Cargo.SizeFeet == 40 ? port.Handling40 ?? port.Handling20 : port.Handling20;
            if (charge is not null)
                element.Cost.Add(
                    new CostLine(
                    $"terminal handling {_c.Network.GetPlace(place).Name}",
                    Rounding.Cents(_c.Reads.Mean(charge) * _c.Cargo.Boxes), charge.Id));
            if (row.AddsPortDwell && port.Dwell is { } dwell)
            {
                element.Spans.Add(new Span.Hours(dwell, Times: 24));
                element.Note += ", with port dwell";
            }
        }
        if (row.From != Network.Ports.Carrier.Origin && row.To != Network.Ports.Carrier.Destination)
            element.Grams = Rounding.Grams(
                _c.Reads.Mean(_c.Network.Figures.GetRole("emission:handling")) * 1000m * _c.Cargo.Tonnes);
        return element;
    }

    private Movement Board(BoardSpec spec)
    {
        if (spec.To.Vehicle == Vehicle.Truck) return new Movement(spec, Leaving.AtOnce, false, [], []);
        var build = new Span.Hours(_c.Network.Figures.GetRole("request-build"));
        return new Movement(
            spec, Leaving.After(build, _c.Reads, "block train on request is made up"), false, [], []);
    }

    private Movement OneElement(MovementSpec spec, ElementDraft element) =>
        new(spec, Leaving.AtOnce, false, [element], [Step.Fixed(new Span.Sum(element.Spans), _c.Reads, 0)]);

    private Movement? Run(RunSpec spec, out Rejection? why)
    {
        if (spec.From.Vehicle == Vehicle.Train) return RunTrain(spec, out why);
        why = null;
        var leg = new ElementDraft(ElementKind.Road, spec.From.Place, spec.To.Place);
        var trucks = Loading.Trucks(_c, spec.From.BoxesPerTruck);
        var exact = FindExact(spec);
        if (exact is not null)
            Add(leg, $"haulage {exact.Id}, {trucks} trucks",
                Rounding.Cents(_c.Reads.Mean(exact.Usd!) * trucks * DriverFactor(spec.From.Drivers)), exact.Usd!.Id);
        leg.Note = $"{trucks} trucks, {(spec.From.Drivers == 1 ? "1 driver" : "2 drivers")}";
        var isSouthbound = IsSouthbound(spec.From.Place, spec.To.Place);
        foreach (var (link, _, to) in ShortestWay.Directed(spec.Links, spec.From.Place))
            if (!AddRoadLink(link, to, leg, exact is null ? trucks : 0, spec.From.Drivers, isSouthbound, out why))
                return null;
        return OneElement(spec, leg);
    }

    /// <summary>Price of a whole road leg where one is published.</summary>
    private Network.Prices.Tariff? FindExact(RunSpec spec) => spec.From.Vehicle == Vehicle.Train ? null
        : _c.Prices.FindPair(spec.From.Place, spec.To.Place, "PKR/trip", "haulage");

    private Movement? RunTrain(RunSpec spec, out Rejection? why)
    {
        if (Loading.Wagons(_c, spec.From.Gauge, spec.Links, out why) is not { } plan) return null;
        var leg = new ElementDraft(ElementKind.Rail, spec.From.Place, spec.To.Place)
        {
            Note = $"block train on request, {plan.Wagons} wagons, no published service",
        };
        var links = ShortestWay.Directed(spec.Links, spec.From.Place);
        return _trains.AddLinks(leg, plan, links, TrainPrices.All, out why) ? OneElement(spec, leg) : null;
    }

    private Movement? Passage(PassageSpec spec, out Rejection? why)
    {
        var isRail = spec.From.Vehicle == Vehicle.Train;
        var (from, to) = (spec.From.Place, spec.To.Place);
        var (elements, steps) = (new List<ElementDraft>(), new List<Step>());
        var trucks = isRail ? 0 : Loading.Trucks(_c, spec.From.BoxesPerTruck);
        if (!AddBorder(spec.Border, from, to, isRail ? Mode.Rail : Mode.Road, trucks, elements, steps, out why))
            return null;
        var leg = new ElementDraft(isRail ? ElementKind.Rail : ElementKind.Road, from, to);
        var ok = isRail
            ? Loading.Wagons(_c, spec.From.Gauge, [spec.Link], out why) is { } plan
                && _trains.AddLinks(leg, plan, [(spec.Link, from, to)], TrainPrices.All, out why)
            : AddRoadLink(spec.Link, to, leg, trucks, spec.From.Drivers, IsSouthbound(from, to), out why);
        if (!ok) return null;
        elements.Add(leg);
        steps.Add(Step.Fixed(new Span.Sum(leg.Spans), _c.Reads, 1));
        return new Movement(spec, Leaving.AtOnce, false, elements, steps);
    }

    private Movement Gauge(GaugeSpec spec)
    {
        var wagons = Loading.Wagons(_c, spec.From.Gauge, [], out _)?.Wagons ?? _c.Cargo.Boxes;
        return OneElement(spec, Yard(spec.Yard, wagons));
    }

    internal bool IsSouthbound(PlaceId from, PlaceId to) =>
        _c.Network.GetPlace(to).Latitude < _c.Network.GetPlace(from).Latitude;

    private string WaitReason(BorderRow border) => _c.Knowledge.WindowsOf(border) switch
    {
        [var window, ..] => window.AssumedDays is null
            ? $"closed ({window.Claim.Id})"
            : $"closed ({window.Claim.Id}); assumed reopening {window.ReopensOn:uuuu-MM-dd}",
        _ => border.Hours.IsAlwaysOpen ? "a holiday ends" : $"opens {border.Hours} {border.Hours.Zone.Id}",
    };
}
