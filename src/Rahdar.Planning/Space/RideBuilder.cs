using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Prices;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Builds rides of services, bottom-up per hop: sections, borders, gauge changes, port pairs.</summary>
internal sealed class RideBuilder(PlanContext c, MovementBuilder parts)
{
    private readonly HopWays _ways = new(c);

    /// <summary>Way of a hop, for telling which gauge a stop is left and reached on.</summary>
    internal HopWay? WayOf(Service service, int hop) => _ways.Find(service, hop);

    internal Movement? Ride(RideSpec spec, out Rejection? why)
    {
        var service = spec.Offer.Service;
        if (Refused(spec, service, out why)) return null;
        var draft = new Draft(spec.Offer, spec.First, spec.Last, IsPriced: true);
        if (!FillHops(draft, out why)) return null;
        var leaving = LeavingOf(spec, out why);
        if (leaving is null) return null;
        return new Movement(spec, leaving, true, draft.Elements, draft.Steps);
    }

    internal Movement? Ferry(FerrySpec spec, out Rejection? why)
    {
        var service = spec.Offer.Service;
        why = null;
        var trucks = Loading.Trucks(c, spec.From.BoxesPerTruck);
        var price = c.Prices.FindPair(spec.From.Place, spec.To.Place, "USD/truck", "caspian_freight");
        if (price is null)
            why = new Rejection(
                "unpriced", service.Id,
                $"no price a truck from {spec.From.Place} to {spec.To.Place} on {c.Day:uuuu-MM-dd}");
        else if (service.TransitDays is null) why = new Rejection("untimed", service.Id, "no sailing time is known");
        if (why is not null) return null;
        var way = Enumerable.Range(spec.First, spec.Last - spec.First).Select(h => _ways.Find(service, h)!).ToList();
        var element = new ElementDraft(ElementKind.Sea, spec.From.Place, spec.To.Place)
        {
            ServiceId = service.Id,
            WaitReason = FrequencyReason(service),
            Note = $"{trucks} trucks on board",
        };
        MovementBuilder.Add(
            element, $"ferry, {trucks} trucks", Rounding.Cents(c.Reads.Mean(price!.Usd!) * trucks), price.Usd!.Id);
        if (c.Network.Figures.FindRole($"truck-entry:{c.CountryOf(spec.To.Place)}") is { } fee)
            MovementBuilder.Add(
                element, $"road fees entering {c.CountryOf(spec.To.Place)}, {trucks} trucks",
                Rounding.Cents(c.Reads.Mean(fee) * trucks), fee.Id);
        AddSea(element, way, "emission:ro-ro");
        element.Nanonepers += Rounding.Nanonepers(c.SeaNepers());
        var steps = new List<Step>();
        AddGate(service, spec.First, way, steps, 0);
        steps.Add(new Step(SailMinutes(service, spec.First, spec.Last), null, 0));
        if (FrequencyWait(service) is not { } wait)
        {
            why = new Rejection("not-offered", service.Id, "no departures a week are known");
            return null;
        }
        return new Movement(spec, new Leaving(wait, null, FrequencyReason(service)), true, [element], steps);
    }

    private bool Refused(RideSpec spec, Service service, out Rejection? why)
    {
        why = null;
        if (service.CapacityTeu is { } teu && c.Reads.Mean(teu) < c.Cargo.Teu)
            why = new Rejection("capacity", service.Id, $"{c.Cargo.Teu} TEU asked, {teu.Value} a departure");
        else if (service.CapacityTonnes is { } tonnes && c.Reads.Mean(tonnes) < c.Cargo.Tonnes)
            why = new Rejection("capacity", service.Id, $"{c.Cargo.Tonnes:0} t asked, {tonnes.Value} t a departure");
        foreach (var stop in service.Stops.Skip(spec.First).Take(spec.Last - spec.First + 1))
            if (c.Query.Avoid.Contains(stop.Value) || c.Query.Avoid.Contains(c.CountryOf(stop)))
                why ??= new Rejection("mode", service.Id, $"calls at {stop}, avoided as asked");
        return why is not null;
    }

    private Leaving? LeavingOf(RideSpec spec, out Rejection? why)
    {
        why = null;
        var service = spec.Offer.Service;
        if (spec.Offer.Departures.Count == 0)
        {
            if (FrequencyWait(service) is { } wait) return new Leaving(wait, null, FrequencyReason(service));
            why = new Rejection("not-offered", service.Id, "no departures a week are known");
            return null;
        }
        var dated = new List<(int Leaves, int LatestStart)>();
        foreach (var departure in spec.Offer.Departures)
        {
            var leaves = CorridorClock.MinuteOf(
                c.Network.GetPlace(service.Stops[0]).Zone.AtLeniently(departure.Leaves).ToInstant());
            var cutOff = Rounding.Minutes(
                departure.IsAssumedTime ? c.Reads.Mode(departure.CutOff) : c.Reads.Mean(departure.CutOff));
            // Nothing was published about calls of an announced train: it is boarded where it starts.
            if (departure.IsAssumedTime && spec.First > 0) continue;
            if (spec.First > 0)
            {
                var before = new Draft(spec.Offer, 0, spec.First, IsPriced: false);
                if (!FillHops(before, out _)) continue;
                var run = new Movement(spec, Leaving.AtOnce, true, before.Elements, before.Steps);
                if (run.Arrive(leaves) is not { } later) continue;
                leaves = later;
            }
            if (leaves - cutOff >= c.StartMinute) dated.Add((leaves, leaves - cutOff));
        }
        if (dated.Count > 0)
            return new Leaving(
                0, dated, "departs as published")
            { IsAnnounced = spec.Offer.Departures.All(d => d.IsAssumedTime) };
        why = new Rejection("not-offered", service.Id, "no known departure can be caught");
        return null;
    }

    private bool FillHops(Draft draft, out Rejection? why)
    {
        var service = draft.Offer.Service;
        why = null;
        var hop = draft.First;
        while (hop < draft.Last)
        {
            var mode = service.HopModes[hop];
            var end = hop + 1;
            while (end < draft.Last && Stretch(service.HopModes[end]) == Stretch(mode)) end++;
            if (hop > draft.First && !ChangeMode(draft, service, hop, out why)) return false;
            var ok = Stretch(mode) switch
            {
                Mode.Rail => FillRail(draft, service, hop, end, out why),
                Mode.Road => FillRoad(draft, service, hop, end, out why),
                Mode.Sea => FillSea(draft, service, hop, end, out why),
                _ => FillAir(draft, service, hop, end, out why),
            };
            if (!ok) return false;
            hop = end;
        }
        return true;
    }

    private static Mode Stretch(Mode mode) => mode == Mode.RoRo ? Mode.Sea : mode;

    private bool FillRail(Draft draft, Service service, int first, int last, out Rejection? why)
    {
        var all = new List<(Link Link, PlaceId From, PlaceId To)>();
        for (var h = first; h < last; h++)
        {
            if (Usable(service, h, out why) is not { } way) return false;
            all.AddRange(way.Links);
        }
        why = null;
        var exact = draft.First == first && draft.Last == last
            ? c.Prices.FindPair(service.Stops[first], service.Stops[last], "PKR/wagon", "rail_freight")
            : null;
        ElementDraft? leg = null;
        var (legMinutes, gauge, wagons) = (0, 0, 0);
        void Close()
        {
            if (leg is null) return;
            draft.Elements.Add(leg);
            draft.Steps.Add(new Step(legMinutes, null, draft.Elements.Count - 1));
            (leg, legMinutes) = (null, 0);
        }
        for (var i = 0; i < all.Count; i++)
        {
            var (link, from, to) = all[i];
            if (link.Gauge!.Value.Millimetres != gauge)
            {
                Close();
                if (gauge != 0)
                {
                    var yard = PlanSpace.FindYard(c, from, gauge, link.Gauge.Value.Millimetres);
                    if (yard is null)
                    {
                        why = new Rejection(
                            "gauge", service.Id, $"{gauge} mm meets {link.Gauge} mm at {from} without a yard");
                        return false;
                    }
                    draft.Add(parts.Yard(yard, wagons));
                }
                gauge = link.Gauge.Value.Millimetres;
                var stretch = all.Skip(i).TakeWhile(x => x.Link.Gauge!.Value.Millimetres == gauge).Select(x => x.Link)
                    .ToList();
                var plan = Loading.Wagons(c, gauge, stretch, out why);
                if (plan is null) return false;
                wagons = plan.Wagons;
            }
            if (c.Network.FindBorder(from, to, Mode.Rail) is { } border)
            {
                Close();
                if (!parts.AddBorder(border, from, to, Mode.Rail, 0, draft.Elements, draft.Steps, out why))
                    return false;
            }
            else if (c.CountryOf(from) != c.CountryOf(to))
            {
                why = new Rejection("closed", service.Id, $"no crossing in this direction from {from} to {to}");
                return false;
            }
            leg ??= new ElementDraft(
                ElementKind.Rail, from, to)
            { ServiceId = service.Id, Note = $"{wagons} wagons of {gauge} mm" };
            leg = leg with { To = to };
            if (!parts.AddRailLink(link, to, leg, draft.IsPriced && exact is null, out var minutes, out why))
                return false;
            legMinutes += minutes;
        }
        Close();
        if (exact is not null)
            MovementBuilder.Add(
                draft.Elements.First(e => e.Kind == ElementKind.Rail), $"rail freight {exact.Id}, {wagons} wagons",
                Rounding.Cents(c.Reads.Mean(exact.Usd!) * wagons), exact.Usd!.Id);
        return true;
    }

    private bool FillRoad(Draft draft, Service service, int first, int last, out Rejection? why)
    {
        var all = new List<(Link Link, PlaceId From, PlaceId To)>();
        for (var h = first; h < last; h++)
        {
            if (Usable(service, h, out why) is not { } way) return false;
            all.AddRange(way.Links);
        }
        var perTruck = all.SelectMany(x => c.SharesOf(x.Link)).Select(s => Loading.BoxesPerTruck(c, s.Country))
            .DefaultIfEmpty(0).Min();
        why = perTruck > 0 ? null
            : new Rejection(
            "gross-limit", service.Id, $"no truck may carry a box of {c.Cargo.GrossTonnes:0.##} t on this way");
        if (why is not null) return false;
        var trucks = Loading.Trucks(c, perTruck);
        var (from0, to0) = (service.Stops[first], service.Stops[last]);
        var isWhole = first == 0 && last == service.Stops.Count - 1
            && service is { PriceUsd: not null, PriceUnit: "per truck" };
        var exact = c.Prices.FindPair(from0, to0, "PKR/trip", "haulage");
        var price = isWhole ? service.PriceUsd : exact?.Usd;
        ElementDraft? leg = null;
        var legMinutes = 0;
        foreach (var (link, from, to) in all)
        {
            if (c.Network.FindBorder(from, to, Mode.Road) is { } border)
            {
                Close();
                if (!parts.AddBorder(border, from, to, Mode.Road, trucks, draft.Elements, draft.Steps, out why))
                    return false;
            }
            leg ??= new ElementDraft(ElementKind.Road, from, to) { ServiceId = service.Id, Note = $"{trucks} trucks" };
            leg = leg with { To = to };
            if (!parts.AddRoadLink(
                link, to, leg, draft.IsPriced && price is null ? trucks
                : 0, 1, parts.IsSouthbound(from0, to0), out var minutes, out why)) return false;
            legMinutes += minutes;
        }
        Close();
        if (price is not null)
            MovementBuilder.Add(draft.Elements.First(e => e.Kind == ElementKind.Road), $"road freight, {trucks} trucks",
                Rounding.Cents(c.Reads.Mean(price) * trucks), price.Id);
        return true;

        void Close()
        {
            if (leg is null) return;
            draft.Elements.Add(leg);
            draft.Steps.Add(new Step(legMinutes, null, draft.Elements.Count - 1));
            (leg, legMinutes) = (null, 0);
        }
    }

    private bool FillSea(Draft draft, Service service, int first, int last, out Rejection? why)
    {
        why = null;
        var (from, to) = (service.Stops[first], service.Stops[last]);
        foreach (var end in new[] { from, to })
            if (c.Network.FindPort(end) is null)
            {
                why = new Rejection("no-way", service.Id, $"{end} has no port row: pass-through only");
                return false;
            }
        var price = c.Prices.FindPair(from, to, "USD/TEU", "sea_freight", "caspian_freight");
        var box = first == 0 && last == service.Stops.Count - 1 && c.Cargo.SizeFeet == 40
            && service.PriceUnit == "per 40HQ" ? service.PriceUsd : null;
        if (draft.IsPriced && price is null && box is null)
            why = new Rejection("unpriced", service.Id, $"no sea price from {from} to {to} on {c.Day:uuuu-MM-dd}");
        else if (service.TransitDays is null) why = new Rejection("untimed", service.Id, "no sailing time is known");
        if (why is not null) return false;
        var ways = new List<HopWay>();
        for (var h = first; h < last; h++)
        {
            if (_ways.Find(service, h) is not { } way)
                throw new InvalidOperationException("a sea hop has a straight line at least");
            ways.Add(way);
        }
        var element = new ElementDraft(ElementKind.Sea, from, to) { ServiceId = service.Id };
        if (ways.Any(w => w.IsStraight)) element.Note = "length of a hop drawn straight";
        if (!draft.IsPriced) element.Note = "";
        else if (box is not null)
            MovementBuilder.Add(element, "freight a box", Rounding.Cents(c.Reads.Mean(box) * c.Cargo.Boxes), box.Id);
        else MovementBuilder.Add(
            element, $"sea freight {price!.Id}", Rounding.Cents(c.Reads.Mean(price.Usd!) * c.Cargo.Teu), price.Usd!.Id);
        AddSea(element, ways, "");
        element.Nanonepers += Rounding.Nanonepers(c.SeaNepers());
        draft.Elements.Add(element);
        AddGate(service, first, ways, draft.Steps, draft.Elements.Count - 1);
        draft.Steps.Add(new Step(SailMinutes(service, first, last), null, draft.Elements.Count - 1));
        return true;
    }

    private bool FillAir(Draft draft, Service service, int first, int last, out Rejection? why)
    {
        var (from, to) = (service.Stops[first], service.Stops[last]);
        var price = c.Prices.FindPair(from, to, "USD/kg", "air_freight");
        why = draft.IsPriced && price is null
            ? new Rejection("unpriced", service.Id, $"no air price from {from} to {to} on {c.Day:uuuu-MM-dd}")
            : service.TransitDays is null ? new Rejection("untimed", service.Id, "no flight time is known") : null;
        if (why is not null) return false;
        var ways = Enumerable.Range(first, last - first).Select(h => _ways.Find(service, h)!).ToList();
        var element = new ElementDraft(
            ElementKind.Air, from, to)
        { ServiceId = service.Id, Note = "length drawn straight" };
        if (price is not null)
            MovementBuilder.Add(
                element, $"air freight {price.Id}", Rounding.Cents(c.Reads.Mean(price.Usd!) * c.Cargo.Tonnes * 1000m),
                price.Usd!.Id);
        AddSea(element, ways, "emission:air");
        draft.Elements.Add(element);
        draft.Steps.Add(new Step(SailMinutes(service, first, last), null, draft.Elements.Count - 1));
        return true;
    }

    private void AddSea(ElementDraft element, List<HopWay> ways, string role)
    {
        foreach (var way in ways)
        {
            element.Km += way.Km;
            if (way.IsStraight || role.Length > 0)
                element.Grams += Grams(way.Km, role.Length > 0 ? role : "emission:sea");
            else
                foreach (var (link, _, _) in way.Links)
                    element.Grams += Grams(c.Reads.Mean(link.RouteKm), $"emission:{link.SeaKind}");
        }
    }

    private long Grams(decimal km, string role) =>
        Rounding.Grams(
            km * c.Reads.Mean(c.Network.Figures.FindRole(role) ?? c.Network.Figures.GetRole("emission:sea"))
            * c.Cargo.Tonnes);

    private void AddGate(Service service, int first, List<HopWay> ways, List<Step> steps, int element)
    {
        for (var i = 0; i < ways.Count; i++)
        {
            var gate = c.SeaGate(
                service.Stops[first + i], service.Stops[first + i + 1], [.. ways[i].Links.Select(x => x.Link)]);
            if (gate is not null) steps.Add(new Step(0, gate, element));
        }
    }

    private int SailMinutes(Service service, int first, int last)
    {
        var km = Enumerable.Range(0, service.Stops.Count - 1).Select(h => _ways.Find(service, h)?.Km ?? 0m).ToList();
        var days = c.Reads.Mean(service.TransitDays!);
        var total = km.Sum();
        var minutes = 0;
        for (var h = first; h < last; h++) minutes += Rounding.ShareMinutes(days * 24m, km[h], total);
        return minutes;
    }

    private bool ChangeMode(Draft draft, Service service, int hop, out Rejection? why)
    {
        why = null;
        var place = service.Stops[hop];
        var (from, to) = (PlanSpace.CarrierOf(service.HopModes[hop - 1]), PlanSpace.CarrierOf(service.HopModes[hop]));
        if (PlanSpace.FindRoadHead(c, place, from, to) is { } head)
        {
            draft.Add(parts.Yard(head, c.Cargo.Boxes));
            return true;
        }
        if (c.Network.Handling.FirstOrDefault(h => h.From == from && h.To == to) is not { } row)
        {
            why = new Rejection("mode", service.Id, $"no handling row from {from} to {to}");
            return false;
        }
        draft.Add(parts.HandlingElement(
            row, place, from == Carrier.Sea || to == Carrier.Sea ? c.Network.FindPort(place) : null));
        return true;
    }

    private HopWay? Usable(Service service, int hop, out Rejection? why)
    {
        why = null;
        var way = _ways.Find(service, hop);
        if (way is null)
        {
            why = new Rejection("no-way", service.Id, $"the network does not join {service.Stops[hop]} and "
                + $"{service.Stops[hop + 1]} by {service.HopModes[hop].ToString().ToLowerInvariant()}");
            return null;
        }
        if (way.Links.Select(x => x.Link).FirstOrDefault(l => !c.IsUsable(l)) is { } shut)
        {
            why = new Rejection("closed", service.Id, $"runs over {shut.Id}, shut or avoided");
            return null;
        }
        return way;
    }

    private int? FrequencyWait(Service service) =>
        service.FrequencyPerWeek is { } f && c.Reads.Mean(f) > 0 ? Rounding.ShareMinutes(84m, 1m, c.Reads.Mean(f))
            : null;

    private static string FrequencyReason(Service service) => service.Kind == ServiceKind.Fill
        ? $"collects boxes, {service.FrequencyPerWeek!.Value} a week"
        : $"{service.FrequencyPerWeek?.Value} departures a week, days unknown";

    /// <summary>A ride being put together; only its times are wanted when it is not priced.</summary>
    private sealed record Draft(ServiceOffer Offer, int First, int Last, bool IsPriced)
    {
        public List<ElementDraft> Elements { get; } = [];

        public List<Step> Steps { get; } = [];

        public void Add((ElementDraft Element, int Minutes) part)
        {
            Elements.Add(part.Element);
            Steps.Add(new Step(part.Minutes, null, Elements.Count - 1));
        }
    }
}
