using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Which prices of a train are wanted.</summary>
internal enum TrainPrices
{
    /// <summary>None: only its times.</summary>
    None,

    /// <summary>Those that a price of the whole way leaves out: locomotives beyond the first.</summary>
    Locomotives,

    /// <summary>Freight by the kilometre, and locomotives beyond the first.</summary>
    All,
}

/// <summary>Builds what a train does over links: freight, emissions, and the portions it is split into where a section
/// does not take it whole.</summary>
/// <remarks>Source: docs/decisions, "Trains are split where a section is too short or too weak".</remarks>
internal sealed class TrainBuilder(PlanContext c)
{
    /// <summary>Adds links of one gauge to a leg that begins and ends with the whole train.</summary>
    internal bool AddLinks(
        ElementDraft leg, WagonPlan plan, IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> links,
        TrainPrices prices, out Rejection? why)
    {
        why = null;
        var before = 1;
        var splits = new List<(int Portions, PlaceId From, PlaceId To)>();
        foreach (var (link, from, to) in links)
        {
            if (Loading.Portions(c, plan, link, out why) is not { } portions) return false;
            if (!AddChange(leg, from, before, portions, out why)
                || !AddLink(leg, link, to, portions, prices, out why)) return false;
            if (portions == before && splits.Count > 0) splits[^1] = splits[^1] with { To = to };
            else splits.Add((portions, from, to));
            before = portions;
        }
        foreach (var (portions, from, to) in splits.Where(s => s.Portions > 1))
            leg.Note += $"{(leg.Note.Length > 0 ? ", " : "")}in {portions} portions from "
                + $"{c.Network.GetPlace(from).Name} to {c.Network.GetPlace(to).Name}";
        return AddChange(leg, leg.To, before, 1, out why);
    }

    /// <summary>Adds one link run in so many portions: time, freight, locomotives, emissions and risk.</summary>
    internal bool AddLink(
        ElementDraft leg, Link link, PlaceId to, int portions, TrainPrices prices, out Rejection? why)
    {
        why = null;
        var km = c.Reads.Mean(link.RouteKm);
        var section = c.Network.SectionOfLink[link.Id];
        if (section.FreightSpeed is not { } speed)
        {
            why = new Rejection("untimed", link.Id, $"no speed is known for {section.Name}");
            return false;
        }
        foreach (var (country, share) in c.SharesOf(link))
        {
            leg.Spans.Add(new Span.Run(link.RouteKm, share, speed));
            if (prices == TrainPrices.All && !AddFreight(leg, country, km * share, out why)) return false;
            if (prices != TrainPrices.None && portions > 1
                && !AddLocomotives(leg, country, km * share, portions - 1, out why)) return false;
            var factors = link.IsElectrified ? c.Network.Figures.RailElectricEmission
                : c.Network.Figures.RailDieselEmission;
            var role = link.IsElectrified ? "emission:rail-electric:*" : "emission:rail-diesel:*";
            var factor = factors.GetValueOrDefault(country) ?? c.Network.Figures.GetRole(role);
            leg.Grams += Rounding.Grams(km * share * c.Reads.Mean(factor) * c.Cargo.Tonnes);
        }
        leg.Km += km;
        leg.Nanonepers += Rounding.Nanonepers(c.HazardAt(to, Mode.Rail));
        return true;
    }

    /// <summary>Adds the work of splitting or joining at a place, and the wait for the last portion.</summary>
    internal bool AddChange(ElementDraft leg, PlaceId at, int before, int after, out Rejection? why)
    {
        why = null;
        if (before == after) return true;
        var country = c.CountryOf(at);
        if (c.Network.Figures.FindDefault("split-work", country) is not { } work
            || c.Network.Figures.FindDefault("split-headway", country) is not { } headway)
        {
            why = new Rejection("untimed", at.Value, $"no time for splitting a train is known for {country}");
            return false;
        }
        leg.Spans.Add(new Span.Hours(work, Math.Abs(after - before)));
        if (after > 1) leg.Spans.Add(new Span.Hours(headway, after - 1));
        return true;
    }

    private bool AddFreight(ElementDraft leg, string country, decimal km, out Rejection? why)
    {
        why = null;
        if (c.Prices.FindRail(country) is not { } price)
        {
            why = new Rejection("unpriced", country, $"no rail price for {country} on {c.Day:uuuu-MM-dd}");
            return false;
        }
        var ratio = c.Cargo.SizeFeet == 40 ? 1m : c.Reads.Mean(c.Network.Figures.GetRole("teu-ratio"));
        MovementBuilder.Add(
            leg, $"rail freight {country}", Rounding.Cents(km * c.Reads.Mean(price) * ratio * c.Cargo.Boxes), price.Id);
        return true;
    }

    private bool AddLocomotives(ElementDraft leg, string country, decimal km, int locomotives, out Rejection? why)
    {
        why = null;
        if (c.Network.Figures.FindDefault("split-locomotive", country) is not { } price)
        {
            why = new Rejection("unpriced", country, $"no price of a second locomotive is known for {country}");
            return false;
        }
        MovementBuilder.Add(
            leg, $"locomotives of further portions {country}", Rounding.Cents(km * locomotives * c.Reads.Mean(price)),
            price.Id);
        return true;
    }
}
