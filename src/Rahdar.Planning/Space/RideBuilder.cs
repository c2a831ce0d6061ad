using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Prices;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Builds rides of services, bottom-up per hop: sections, borders, gauge changes, changes of mode.</summary>
/// <remarks>Hops by sea and air are in <see cref="SeaAndAirBuilder"/>.</remarks>
internal sealed class RideBuilder(
    PlanContext c, MovementBuilder parts, TrainBuilder trains, HopWays ways, SeaAndAirBuilder seaAndAir)
{
    internal Movement? Ride(RideSpec spec, out Rejection? why)
    {
        var service = spec.Offer.Service;
        if (Refused(spec, service, out why)) return null;
        var draft = new RideDraft(c.Reads, spec.Offer, spec.First, spec.Last, IsPriced: true);
        if (!FillHops(draft, out why)) return null;
        KeepToTimes(draft);
        var leaving = LeavingOf(spec, out why);
        if (leaving is null) return null;
        return new Movement(spec, leaving, true, draft.Elements, draft.Steps);
    }

    /// <summary>Only the times of a ride, on offer or not: no price, no departure, no capacity.</summary>
    internal Movement? Times(RideSpec spec, out Rejection? why)
    {
        var draft = new RideDraft(c.Reads, spec.Offer, spec.First, spec.Last, IsPriced: false);
        if (!FillHops(draft, out why)) return null;
        KeepToTimes(draft);
        return new Movement(spec, Leaving.AtOnce, true, draft.Elements, draft.Steps);
    }

    /// <summary>Puts published times in place of those of the network, shared among the elements as those are. A border
    /// that is shut holds a published train too; its hours and its clearance stand in the timetable.</summary>
    private void KeepToTimes(RideDraft draft)
    {
        if (draft.Offer.Service.Calls is not { } calls) return;
        var published = calls[draft.Last].Arrival - calls[draft.First].Departure;
        var weights = new long[draft.Elements.Count];
        foreach (var step in draft.Steps)
            weights[step.Element] += step.Minutes
                + (step.Clearance is { } clearance ? Rounding.Minutes(c.Reads.Mean(clearance)) : 0);
        var gates = draft.Steps.Where(s => s.Border is not null && s.Clearance is null).ToLookup(s => s.Element);
        draft.Steps.Clear();
        var (all, gone, told) = (Math.Max(1, weights.Sum()), 0L, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            var element = draft.Elements[i];
            gone += weights[i];
            var until = i == weights.Length - 1 ? published : (int)(published * gone / all);
            draft.Steps.AddRange(gates[i]);
            if (element.BorderId.Length > 0)
                draft.Steps.Add(Step.At(
                    c.GateOf(c.Network.Borders.First(b => b.Id == element.BorderId)), null, i));
            draft.Steps.Add(Step.Fixed(new Span.Published(until - told), c.Reads, i));
            element.Spans.Clear();
            element.Spans.Add(new Span.Published(until - told));
            element.Note = element.Note.Length == 0 ? "times as published" : $"{element.Note}, times as published";
            told = until;
        }
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
            var leaving = WhenSoManyAWeek(c, service);
            if (leaving is null) why = new Rejection("not-offered", service.Id, "no departures a week are known");
            return leaving;
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
            if (service.Calls is { } calls) leaves += calls[spec.First].Departure;
            else if (spec.First > 0)
            {
                var before = new RideDraft(c.Reads, spec.Offer, 0, spec.First, IsPriced: false);
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

    private bool FillHops(RideDraft draft, out Rejection? why)
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
                Mode.Sea => seaAndAir.FillSea(draft, hop, end, out why),
                _ => seaAndAir.FillAir(draft, hop, end, out why),
            };
            if (!ok) return false;
            hop = end;
        }
        return true;
    }

    private static Mode Stretch(Mode mode) => mode == Mode.RoRo ? Mode.Sea : mode;

    private bool FillRail(RideDraft draft, Service service, int first, int last, out Rejection? why)
    {
        if (LinksOf(service, first, last, out why) is not { } all) return false;
        var exact = draft.First == first && draft.Last == last
            ? c.Prices.FindPair(service.Stops[first], service.Stops[last], "PKR/wagon", "rail_freight")
            : null;
        var whole = exact is null ? FindWhole(draft, first, last) : null;
        var prices = !draft.IsPriced ? TrainPrices.None
            : exact is null && whole is null ? TrainPrices.All : TrainPrices.Locomotives;
        var (gauge, begin) = (0, 0);
        WagonPlan? plan = null;
        while (begin < all.Count)
        {
            var (link, from, to) = all[begin];
            if (link.Gauge!.Value.Millimetres != gauge)
            {
                if (plan is not null && !AddYard(draft, from, gauge, link, plan.Wagons, out why)) return false;
                gauge = link.Gauge.Value.Millimetres;
                var stretch = all.Skip(begin).Select(x => x.Link).TakeWhile(l => l.Gauge!.Value.Millimetres == gauge);
                plan = Loading.Wagons(c, gauge, [.. stretch], out why);
                if (plan is null) return false;
            }
            if (c.Network.FindBorder(from, to, Mode.Rail) is { } border)
            {
                if (!parts.AddBorder(border, from, to, Mode.Rail, 0, draft.Elements, draft.Steps, out why))
                    return false;
            }
            else if (c.CountryOf(from) != c.CountryOf(to))
            {
                why = new Rejection("closed", service.Id, $"no crossing in this direction from {from} to {to}");
                return false;
            }
            var end = begin + 1;
            while (end < all.Count && all[end].Link.Gauge == link.Gauge && !IsCrossing(all[end])) end++;
            var leg = new ElementDraft(ElementKind.Rail, from, all[end - 1].To)
            {
                ServiceId = service.Id,
                Note = $"{plan!.Wagons} wagons of {gauge} mm",
            };
            if (!trains.AddLinks(leg, plan, all[begin..end], prices, out why)) return false;
            draft.Add(leg);
            begin = end;
        }
        AddWhole(draft, ElementKind.Rail, "rail freight", whole, plan!.Wagons);
        if (exact is not null)
            MovementBuilder.Add(
                draft.Elements.First(e => e.Kind == ElementKind.Rail),
                $"rail freight {exact.Id}, {plan!.Wagons} wagons",
                Rounding.Cents(c.Reads.Mean(exact.Usd!) * plan.Wagons), exact.Usd!.Id);
        return true;
    }

    /// <summary>Published price of a service for its whole way, where this is the whole way and the price is in a unit
    /// that can be counted.</summary>
    private Figure? FindWhole(RideDraft draft, int first, int last) =>
        draft.IsPriced && draft.Offer.Service is { PriceUsd: { } price } service && first == 0
        && last == service.Stops.Count - 1 && UnitsOf(service.PriceUnit, 1) > 0 ? price : null;

    private void AddWhole(RideDraft draft, ElementKind kind, string what, Figure? price, int wagons)
    {
        if (price is null) return;
        var unit = draft.Offer.Service.PriceUnit;
        MovementBuilder.Add(
            draft.Elements.First(e => e.Kind == kind), $"{what}, {unit}",
            Rounding.Cents(c.Reads.Mean(price) * UnitsOf(unit, wagons)), price.Id);
    }

    /// <summary>How many units of a price the boxes are; 0 for a unit that says nothing of them.</summary>
    private int UnitsOf(string unit, int wagons) => unit switch
    {
        "per wagon" => wagons,
        "per TEU" => c.Cargo.Teu,
        "per box" => c.Cargo.Boxes,
        "per 40HQ" when c.Cargo.SizeFeet == 40 => c.Cargo.Boxes,
        _ => 0,
    };

    private bool AddYard(RideDraft draft, PlaceId place, int gauge, Link next, int wagons, out Rejection? why)
    {
        why = null;
        if (c.FindYard(place, gauge, next.Gauge!.Value.Millimetres) is { } yard)
            draft.Add(parts.Yard(yard, wagons));
        else
            why = new Rejection(
                "gauge", draft.Offer.Service.Id, $"{gauge} mm meets {next.Gauge} mm at {place} without a yard");
        return why is null;
    }

    private bool IsCrossing((Link Link, PlaceId From, PlaceId To) x) =>
        c.CountryOf(x.From) != c.CountryOf(x.To) || c.Network.FindBorder(x.From, x.To, Mode.Rail) is not null;

    /// <summary>Links of some hops in running order; null when one of them is not joined, shut or avoided.</summary>
    private List<(Link Link, PlaceId From, PlaceId To)>? LinksOf(
        Service service, int first, int last, out Rejection? why)
    {
        why = null;
        var all = new List<(Link Link, PlaceId From, PlaceId To)>();
        for (var h = first; h < last; h++)
        {
            if (Usable(service, h, out why) is not { } way) return null;
            all.AddRange(way.Links);
        }
        return all;
    }

    private bool FillRoad(RideDraft draft, Service service, int first, int last, out Rejection? why)
    {
        if (LinksOf(service, first, last, out why) is not { } all) return false;
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
                : 0, 1, parts.IsSouthbound(from0, to0), out why)) return false;
        }
        Close();
        if (price is not null)
            MovementBuilder.Add(draft.Elements.First(e => e.Kind == ElementKind.Road), $"road freight, {trucks} trucks",
                Rounding.Cents(c.Reads.Mean(price) * trucks), price.Id);
        return true;

        void Close()
        {
            if (leg is not null) draft.Add(leg);
            leg = null;
        }
    }

    private bool ChangeMode(RideDraft draft, Service service, int hop, out Rejection? why)
    {
        why = null;
        var place = service.Stops[hop];
        var (from, to) = (Onward.CarrierOf(service.HopModes[hop - 1]), Onward.CarrierOf(service.HopModes[hop]));
        if (c.FindRoadHead(place, from, to) is { } head)
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
        var way = ways.Find(service, hop);
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

    /// <summary>When a service of known frequency leaves; null when the frequency is not known or none.</summary>
    internal static Leaving? WhenSoManyAWeek(PlanContext c, Service service) =>
        service.FrequencyPerWeek is { } f && c.Reads.Mean(f) > 0
            ? Leaving.After(new Span.Frequency(f), c.Reads, FrequencyReason(service))
            : null;

    internal static string FrequencyReason(Service service) => service.Kind == ServiceKind.Fill
        ? $"collects boxes, {service.FrequencyPerWeek!.Value} a week"
        : $"{service.FrequencyPerWeek?.Value} departures a week, days unknown";
}

/// <summary>A ride being put together; only its times are wanted when it is not priced.</summary>
internal sealed record RideDraft(FigureReads Reads, ServiceOffer Offer, int First, int Last, bool IsPriced)
{
    internal List<ElementDraft> Elements { get; } = [];

    internal List<Step> Steps { get; } = [];

    /// <summary>Adds an element and the time that its spans take.</summary>
    internal void Add(ElementDraft element)
    {
        Elements.Add(element);
        Steps.Add(Step.Fixed(new Span.Sum(element.Spans), Reads, Elements.Count - 1));
    }
}
