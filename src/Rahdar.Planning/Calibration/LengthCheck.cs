using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>A rail section by the links of the network against its published or recalled length.</summary>
/// <param name="Section">The section.</param>
/// <param name="Km">Length by the links.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Comparison">Figures on both sides.</param>
public sealed record LengthCheck(RailSection Section, decimal Km, Standing Standing, Comparison Comparison)
{
    /// <summary>Length as published.</summary>
    public decimal PublishedKm => Section.LengthKm!.Value.Mode;

    /// <summary>Length by the links divided by that published.</summary>
    public decimal Ratio => Km / PublishedKm;

    internal static IReadOnlyList<LengthCheck> ListAll(CorridorNetwork network, Lineage lineage) =>
    [
        .. from section in network.Sections
           where section.Scenario == "baseline"
           let length = section.LengthKm
           where length is not null && length.Value.Mode > 0
           let links = LinksOf(network, section)
           where links is not null
           let comparison = lineage.Compare(section.Id, [.. links.Select(l => l.RouteKm)], [length])
           select new LengthCheck(
               section, links.Sum(l => l.RouteKm.Value.Mean),
               length.Provenance.Basis == Basis.Assumed ? Standing.Estimate
                   : comparison.IsCircular ? Standing.Circular : Standing.Judged, comparison),
    ];

    /// <summary>Links over all places the section names; null when some two of them are not joined.</summary>
    private static List<Link>? LinksOf(CorridorNetwork network, RailSection section)
    {
        var open = network.Links.Where(l => l.Mode == Mode.Rail && l.Gauge == section.Gauge
            && l.Status == LinkStatus.Operating).ToList();
        PlaceId[] stops = [section.From, .. section.Via, section.To];
        var all = new List<Link>();
        for (var i = 1; i < stops.Length; i++)
        {
            if (ShortestWay.Find(open, stops[i - 1], stops[i]) is not { } stretch) return null;
            all.AddRange(stretch);
        }
        return all;
    }
}
