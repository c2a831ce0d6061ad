using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Whole wagons of one gauge for all boxes over a stretch of links.</summary>
/// <param name="Wagon">Wagon class chosen.</param>
/// <param name="Wagons">Wagons needed.</param>
/// <param name="BoxesPerWagon">Boxes on each but perhaps the last.</param>
internal sealed record WagonPlan(ContainerWagon Wagon, int Wagons, int BoxesPerWagon);

/// <summary>Whole units: boxes a wagon and a truck may carry, and how many are needed.</summary>
internal static class Loading
{
    /// <summary>Fewest wagons for a stretch of one gauge, or why there are none.</summary>
    internal static WagonPlan? Wagons(PlanContext c, int gauge, IReadOnlyList<Link> links, out Rejection? why)
    {
        why = null;
        WagonPlan? best = null;
        decimal bestLength = 0;
        foreach (var wagon in c.Network.Wagons.Where(w => w.Gauge.Millimetres == gauge))
        {
            var tare = c.Reads.Mean(wagon.Tare);
            var boxes = Math.Min(
                (int)(c.Reads.Mean(wagon.Places) / c.Cargo.TeuPerBox),
                (int)decimal.Floor(c.Reads.Mean(wagon.Payload) / c.Cargo.GrossTonnes));
            foreach (var link in links)
            {
                if (c.Network.SectionOfLink[link.Id].AxleLoad is not { } limit) continue;
                var gross = c.Reads.Mean(limit) * c.Reads.Mean(wagon.Axles) - tare;
                var fit = gross <= 0 ? 0 : (int)decimal.Floor(gross / c.Cargo.GrossTonnes);
                if (fit >= boxes) continue;
                boxes = fit;
                if (boxes == 0)
                    why = new Rejection("axle-load", c.Network.SectionOfLink[link.Id].Id,
                        $"no box of {c.Cargo.GrossTonnes:0.##} t fits on a wagon at {limit.Value} t axle load "
                        + $"({link.Id})");
            }
            if (boxes <= 0) continue;
            var wagons = (c.Cargo.Boxes + boxes - 1) / boxes;
            var length = wagons * c.Reads.Mean(wagon.Length);
            if (best is not null && (wagons, length).CompareTo((best.Wagons, bestLength)) >= 0) continue;
            (best, bestLength) = (new WagonPlan(wagon, wagons, boxes), length);
        }
        if (best is not null) why = null;
        else why ??= new Rejection("axle-load", gauge.ToString(System.Globalization.CultureInfo.InvariantCulture),
                $"no wagon of {gauge} mm carries a box of {c.Cargo.GrossTonnes:0.##} t");
        return best;
    }

    /// <summary>Fewest portions in which a train keeps to the length and mass of a link's section, or why not even one
    /// wagon does.</summary>
    internal static int? Portions(PlanContext c, WagonPlan plan, Link link, out Rejection? why)
    {
        why = null;
        var section = c.Network.SectionOfLink[link.Id];
        var most = plan.Wagons;
        var length = c.Reads.Mean(plan.Wagon.Length);
        if (section.TrainLength is { } longest && plan.Wagons * length > c.Reads.Mean(longest))
        {
            most = (int)(c.Reads.Mean(longest) / length);
            if (most == 0)
                why = new Rejection("train-length", section.Id,
                    $"one wagon measures {length:0.#} m, {section.Name} takes {longest.Value} m");
        }
        var tare = c.Reads.Mean(plan.Wagon.Tare);
        if (section.TrainMass is { } heaviest && plan.Wagons * tare + c.Cargo.Tonnes > c.Reads.Mean(heaviest))
        {
            // A portion of fewer wagons than all is taken to be full.
            var loaded = tare + plan.BoxesPerWagon * c.Cargo.GrossTonnes;
            most = Math.Min(most, (int)(c.Reads.Mean(heaviest) / loaded));
            if (most == 0)
                why ??= new Rejection("train-length", section.Id,
                    $"one wagon weighs {loaded:0.#} t gross, {section.Name} takes {heaviest.Value} t");
        }
        return most == 0 ? null : (plan.Wagons + most - 1) / most;
    }

    /// <summary>Trucks for all boxes with so many on each.</summary>
    internal static int Trucks(PlanContext c, int boxesPerTruck) => (c.Cargo.Boxes + boxesPerTruck - 1) / boxesPerTruck;

    /// <summary>Most boxes a truck may carry in a country, 0 when not even one.</summary>
    internal static int BoxesPerTruck(PlanContext c, string country)
    {
        var figures = c.Network.Figures;
        var gross = figures.TruckGross.GetValueOrDefault(country) ?? figures.GetDefault("truck-gross", country);
        var payload = c.Reads.Mean(gross) - c.Reads.Mean(figures.GetRole("truck-tare"));
        var places = (int)(c.Reads.Mean(figures.GetDefault("truck-places")) / c.Cargo.TeuPerBox);
        return payload <= 0 ? 0 : Math.Min(places, (int)decimal.Floor(payload / c.Cargo.GrossTonnes));
    }
}
