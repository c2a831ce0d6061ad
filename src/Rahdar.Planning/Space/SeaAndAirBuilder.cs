using Rahdar.Network.Services;

namespace Rahdar.Planning.Space;

/// <summary>Builds hops without rail or road under them: by ship, ferry and aircraft, timed by the published transit
/// days.</summary>
internal sealed class SeaAndAirBuilder(PlanContext c, HopWays ways)
{
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
        var hops = Hops(service, spec.First, spec.Last);
        var element = new ElementDraft(ElementKind.Sea, spec.From.Place, spec.To.Place)
        {
            ServiceId = service.Id,
            WaitReason = RideBuilder.FrequencyReason(service),
            Note = $"{trucks} trucks on board",
        };
        MovementBuilder.Add(
            element, $"ferry, {trucks} trucks", Rounding.Cents(c.Reads.Mean(price!.Usd!) * trucks), price.Usd!.Id);
        if (c.Network.Figures.FindRole($"truck-entry:{c.CountryOf(spec.To.Place)}") is { } fee)
            MovementBuilder.Add(
                element, $"road fees entering {c.CountryOf(spec.To.Place)}, {trucks} trucks",
                Rounding.Cents(c.Reads.Mean(fee) * trucks), fee.Id);
        AddSea(element, hops, "emission:ro-ro");
        element.Nanonepers += Rounding.Nanonepers(c.SeaNepers());
        var steps = new List<Step>();
        AddGate(service, spec.First, hops, steps, 0);
        AddTransit(element, service, spec.First, spec.Last);
        steps.Add(Step.Fixed(new Span.Sum(element.Spans), c.Reads, 0));
        if (RideBuilder.WhenSoManyAWeek(c, service) is not { } leaving)
        {
            why = new Rejection("not-offered", service.Id, "no departures a week are known");
            return null;
        }
        return new Movement(spec, leaving, true, [element], steps);
    }

    internal bool FillSea(RideDraft draft, int first, int last, out Rejection? why)
    {
        why = null;
        var service = draft.Offer.Service;
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
        var hops = Hops(service, first, last);
        var element = new ElementDraft(ElementKind.Sea, from, to) { ServiceId = service.Id };
        if (hops.Any(w => w.IsStraight)) element.Note = "length of a hop drawn straight";
        if (!draft.IsPriced) element.Note = "";
        else if (box is not null)
            MovementBuilder.Add(element, "freight a box", Rounding.Cents(c.Reads.Mean(box) * c.Cargo.Boxes), box.Id);
        else MovementBuilder.Add(
            element, $"sea freight {price!.Id}", Rounding.Cents(c.Reads.Mean(price.Usd!) * c.Cargo.Teu), price.Usd!.Id);
        AddSea(element, hops, "");
        element.Nanonepers += Rounding.Nanonepers(c.SeaNepers());
        AddTransit(element, service, first, last);
        AddGate(service, first, hops, draft.Steps, draft.Elements.Count);
        draft.Add(element);
        return true;
    }

    internal bool FillAir(RideDraft draft, int first, int last, out Rejection? why)
    {
        var service = draft.Offer.Service;
        var (from, to) = (service.Stops[first], service.Stops[last]);
        var price = c.Prices.FindPair(from, to, "USD/kg", "air_freight");
        why = draft.IsPriced && price is null
            ? new Rejection("unpriced", service.Id, $"no air price from {from} to {to} on {c.Day:uuuu-MM-dd}")
            : service.TransitDays is null ? new Rejection("untimed", service.Id, "no flight time is known") : null;
        if (why is not null) return false;
        var hops = Hops(service, first, last);
        var element = new ElementDraft(
            ElementKind.Air, from, to)
        { ServiceId = service.Id, Note = "length drawn straight" };
        if (price is not null)
            MovementBuilder.Add(
                element, $"air freight {price.Id}", Rounding.Cents(c.Reads.Mean(price.Usd!) * c.Cargo.Tonnes * 1000m),
                price.Usd!.Id);
        AddSea(element, hops, "emission:air");
        AddTransit(element, service, first, last);
        draft.Add(element);
        return true;
    }

    private void AddSea(ElementDraft element, List<HopWay> hops, string role)
    {
        foreach (var way in hops)
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

    private void AddGate(Service service, int first, List<HopWay> hops, List<Step> steps, int element)
    {
        for (var i = 0; i < hops.Count; i++)
        {
            var gate = c.SeaGate(
                service.Stops[first + i], service.Stops[first + i + 1], [.. hops[i].Links.Select(x => x.Link)]);
            if (gate is not null) steps.Add(Step.At(gate, null, element));
        }
    }

    /// <summary>The published transit days, shared by the length of the hops, each hop rounded up.</summary>
    private void AddTransit(ElementDraft element, Service service, int first, int last)
    {
        var all = Enumerable.Range(0, service.Stops.Count - 1).Select(h => ways.Find(service, h)).ToList();
        List<HopWay> known = [.. all.OfType<HopWay>()];
        foreach (var hop in all[first..last]) element.Spans.Add(new Span.Transit(service.TransitDays!, hop!, known));
    }

    /// <summary>Ways of some hops; at sea and in the air there is the straight line at least.</summary>
    private List<HopWay> Hops(Service service, int first, int last) =>
        [.. Enumerable.Range(first, last - first).Select(h => ways.Find(service, h)!)];
}
