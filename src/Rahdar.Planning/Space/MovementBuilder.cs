using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Builds a movement from its spec: times, cost lines, risk and emissions, every figure through the
/// reader.</summary>
/// <remarks>The search and the evaluator both call this; rides are in <see cref="RideBuilder"/>.</remarks>
internal sealed class MovementBuilder
{
    private readonly PlanContext _c;
    private readonly RideBuilder _rides;

    internal MovementBuilder(PlanContext context)
    {
        _c = context;
        _rides = new RideBuilder(context, this);
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
            FerrySpec ferry => _rides.Ferry(ferry, out why),
            _ => throw new InvalidOperationException($"no rule for {spec.GetType().Name}"),
        };
    }

    /// <summary>Way of a hop of a service, or null when the network does not join its stops.</summary>
    internal HopWay? WayOf(Network.Services.Service service, int hop) => _rides.WayOf(service, hop);

    /// <summary>Storage tariff of a ground state.</summary>
    internal StorageTariff Storage(State state)
    {
        if (state.Ground == Ground.None) return StorageTariff.None;
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
        steps.Add(new Step(0, clock, elements.Count - 1));
        return true;
    }

    /// <summary>Adds a link run by rail to a leg element.</summary>
    internal bool AddRailLink(
        Link link, PlaceId to, ElementDraft leg, bool isPriced, out int minutes, out Rejection? why)
    {
        why = null;
        minutes = 0;
        var km = _c.Reads.Mean(link.RouteKm);
        var section = _c.Network.SectionOfLink[link.Id];
        if (section.FreightSpeed is not { } speed)
        {
            why = new Rejection("untimed", link.Id, $"no speed is known for {section.Name}");
            return false;
        }
        foreach (var (country, share) in _c.SharesOf(link))
        {
            minutes += Rounding.RunMinutes(km * share, _c.Reads.Mean(speed));
            if (isPriced)
            {
                if (_c.Prices.FindRail(country) is not { } price)
                {
                    why = new Rejection("unpriced", country, $"no rail price for {country} on {_c.Day:uuuu-MM-dd}");
                    return false;
                }
                var ratio = _c.Cargo.SizeFeet == 40 ? 1m : _c.Reads.Mean(_c.Network.Figures.GetRole("teu-ratio"));
                Add(leg, $"rail freight {country}",
                    Rounding.Cents(km * share * _c.Reads.Mean(price) * ratio * _c.Cargo.Boxes), price.Id);
            }
            var factors = link.IsElectrified ? _c.Network.Figures.RailElectricEmission
                : _c.Network.Figures.RailDieselEmission;
            var role = link.IsElectrified ? "emission:rail-electric:*" : "emission:rail-diesel:*";
            var factor = factors.GetValueOrDefault(country) ?? _c.Network.Figures.GetRole(role);
            leg.Grams += Rounding.Grams(km * share * _c.Reads.Mean(factor) * _c.Cargo.Tonnes);
        }
        leg.Km += km;
        leg.Nanonepers += Rounding.Nanonepers(_c.HazardAt(to, Mode.Rail));
        return true;
    }

    /// <summary>Adds a link run by truck to a leg element.</summary>
    /// <param name="link">The link.</param>
    /// <param name="to">End it leads to.</param>
    /// <param name="leg">The element.</param>
    /// <param name="trucks">Number of trucks; 0 when an exact price holds for the leg.</param>
    /// <param name="drivers">1 or 2.</param>
    /// <param name="isSouthbound">Direction of the whole leg.</param>
    /// <param name="minutes">Minutes of the link.</param>
    /// <param name="why">Why not.</param>
    internal bool AddRoadLink(
        Link link, PlaceId to, ElementDraft leg, int trucks, int drivers, bool isSouthbound, out int minutes,
            out Rejection? why)
    {
        why = null;
        minutes = 0;
        var km = _c.Reads.Mean(link.RouteKm);
        var figures = _c.Network.Figures;
        var day = _c.Reads.Mean(figures.GetRole($"driver-hours:{drivers}"));
        foreach (var (country, share) in _c.SharesOf(link))
        {
            if ((figures.TruckSpeeds.GetValueOrDefault(country)
                ?? figures.FindDefault("truck-speed", country)) is not { } speed)
            {
                why = new Rejection("untimed", country, $"no truck speed is known for {country}");
                return false;
            }
            minutes += Rounding.RunMinutes(km * share, _c.Reads.Mean(speed), day);
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

    /// <summary>Hours and cost of a gauge yard for all boxes, as an element with its time.</summary>
    internal (ElementDraft Element, int Minutes) Yard(GaugeBreak yard, int wagons)
    {
        var units = yard.CapacityUnit == "TEU" ? _c.Cargo.Teu : wagons;
        var work = yard.Work is null ? 0m : _c.Reads.Mean(yard.Work);
        if (yard.CapacityPerDay is { } capacity && _c.Reads.Mean(capacity) > 0)
            work = Math.Max(work, 24m * units / _c.Reads.Mean(capacity));
        var minutes = Rounding.Minutes(work)
            + (yard.WaitForWagons is null ? 0 : Rounding.Minutes(_c.Reads.Mean(yard.WaitForWagons)));
        var element = new ElementDraft(
            ElementKind.Gauge, yard.Place, yard.Place)
        { Note = $"{yard.Name}: {yard.Method}" };
        if (yard.Cost is { } cost)
            element.Cost.Add(
                new CostLine(
                $"gauge change {yard.Name}", Rounding.Cents(_c.Reads.Mean(cost) * _c.Cargo.Boxes), cost.Id));
        element.Grams = Rounding.Grams(
            _c.Reads.Mean(_c.Network.Figures.GetRole("emission:gauge")) * 1000m * _c.Cargo.Tonnes);
        return (element, minutes);
    }

    internal static void Add(ElementDraft element, string what, long cents, string figureId)
    {
        var i = element.Cost.FindIndex(line => line.FigureId == figureId && line.What == what);
        if (i < 0) element.Cost.Add(new CostLine(what, cents, figureId));
        else element.Cost[i] = element.Cost[i] with { Cents = element.Cost[i].Cents + cents };
    }

    private Movement Handling(HandlingSpec spec)
    {
        if (spec.Yard is { } yard)
        {
            var wagons = Loading.Wagons(_c, spec.From.Gauge != 0 ? spec.From.Gauge : spec.To.Gauge, [], out _)?.Wagons
                ?? _c.Cargo.Boxes;
            var (draft, time) = Yard(yard, wagons);
            return new Movement(spec, Leaving.AtOnce, false, [draft], [new Step(time, null, 0)]);
        }
        var (element, minutes) = HandlingElement(spec.Row!, spec.From.Place, spec.Port);
        return new Movement(spec, Leaving.AtOnce, false, [element], [new Step(minutes, null, 0)]);
    }

    /// <summary>A handling row as an element with its time.</summary>
    internal (ElementDraft Element, int Minutes) HandlingElement(
        Network.Ports.HandlingRow row, PlaceId place, Network.Ports.Port? port)
    {
        var words = $"{row.From.ToString().ToLowerInvariant()} to {row.To.ToString().ToLowerInvariant()}";
        var element = new ElementDraft(ElementKind.Handling, place, place) { Note = words };
        var minutes = Rounding.Minutes(_c.Reads.Mean(row.Hours));
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
                minutes += Rounding.Minutes(_c.Reads.Mean(dwell) * 24m);
                element.Note += ", with port dwell";
            }
        }
        if (row.From != Network.Ports.Carrier.Origin && row.To != Network.Ports.Carrier.Destination)
            element.Grams = Rounding.Grams(
                _c.Reads.Mean(_c.Network.Figures.GetRole("emission:handling")) * 1000m * _c.Cargo.Tonnes);
        return (element, minutes);
    }

    private Movement Board(BoardSpec spec)
    {
        if (spec.To.Vehicle == Vehicle.Truck) return new Movement(spec, Leaving.AtOnce, false, [], []);
        var build = _c.Reads.Mean(_c.Network.Figures.GetRole("request-build"));
        return new Movement(
            spec, new Leaving(Rounding.Minutes(build), null, "block train on request is made up"), false, [], []);
    }

    private Movement? Run(RunSpec spec, out Rejection? why)
    {
        why = null;
        var isRail = spec.From.Vehicle == Vehicle.Train;
        var leg = new ElementDraft(isRail ? ElementKind.Rail : ElementKind.Road, spec.From.Place, spec.To.Place);
        var total = 0;
        var trucks = isRail ? 0 : Loading.Trucks(_c, spec.From.BoxesPerTruck);
        var exact = isRail ? null : _c.Prices.FindPair(spec.From.Place, spec.To.Place, "PKR/trip", "haulage");
        if (exact is not null)
            Add(leg, $"haulage {exact.Id}, {trucks} trucks",
                Rounding.Cents(_c.Reads.Mean(exact.Usd!) * trucks * DriverFactor(spec.From.Drivers)), exact.Usd!.Id);
        if (isRail)
        {
            var plan = Loading.Wagons(_c, spec.From.Gauge, spec.Links, out why);
            if (plan is null) return null;
            leg.Note = $"block train on request, {plan.Wagons} wagons, no published service";
        }
        else leg.Note = $"{trucks} trucks, {(spec.From.Drivers == 1 ? "1 driver" : "2 drivers")}";
        var at = spec.From.Place;
        foreach (var link in spec.Links)
        {
            at = link.Opposite(at);
            var ok = isRail
                ? AddRailLink(link, at, leg, true, out var minutes, out why)
                : AddRoadLink(
                    link, at, leg, exact is null ? trucks
                    : 0, spec.From.Drivers, IsSouthbound(spec.From.Place, spec.To.Place), out minutes, out why);
            if (!ok) return null;
            total += minutes;
        }
        return new Movement(spec, Leaving.AtOnce, false, [leg], [new Step(total, null, 0)]);
    }

    private Movement? Passage(PassageSpec spec, out Rejection? why)
    {
        var isRail = spec.From.Vehicle == Vehicle.Train;
        var mode = isRail ? Mode.Rail : Mode.Road;
        var (elements, steps) = (new List<ElementDraft>(), new List<Step>());
        var trucks = isRail ? 0 : Loading.Trucks(_c, spec.From.BoxesPerTruck);
        if (!AddBorder(spec.Border, spec.From.Place, spec.To.Place, mode, trucks, elements, steps, out why))
            return null;
        var leg = new ElementDraft(isRail ? ElementKind.Rail : ElementKind.Road, spec.From.Place, spec.To.Place);
        if (isRail && Loading.Wagons(_c, spec.From.Gauge, [spec.Link], out why) is null) return null;
        var ok = isRail
            ? AddRailLink(spec.Link, spec.To.Place, leg, true, out var minutes, out why)
            : AddRoadLink(
                spec.Link, spec.To.Place, leg, trucks, spec.From.Drivers, IsSouthbound(spec.From.Place, spec.To.Place),
                out minutes, out why);
        if (!ok) return null;
        elements.Add(leg);
        steps.Add(new Step(minutes, null, 1));
        return new Movement(spec, Leaving.AtOnce, false, elements, steps);
    }

    private Movement Gauge(GaugeSpec spec)
    {
        var wagons = Loading.Wagons(_c, spec.From.Gauge, [], out _)?.Wagons ?? _c.Cargo.Boxes;
        var (element, minutes) = Yard(spec.Yard, wagons);
        return new Movement(spec, Leaving.AtOnce, false, [element], [new Step(minutes, null, 0)]);
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
