using Rahdar.Network;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>Speed of a mode in a country against the published speeds.</summary>
/// <param name="Country">The country.</param>
/// <param name="Mode">Rail or road.</param>
/// <param name="Km">Length of the links the speed is taken over; 0 for road, where one figure holds for a
/// country.</param>
/// <param name="Kmh">Planning value; by rail the length divided by the hours of all links.</param>
/// <param name="Year">Data year of the published speeds: the last.</param>
/// <param name="WithoutDelay">Published speed without delay (SWOD), km/h.</param>
/// <param name="WithDelay">Published speed with delay (SWD), km/h; null unknown.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Comparison">Figures on both sides.</param>
/// <remarks>Freight speeds of sections count the stops inside a section, not borders and gauge changes: they should lie
/// between the two published speeds.</remarks>
public sealed record SpeedCheck(
    string Country, Mode Mode, decimal Km, decimal Kmh, int Year, decimal WithoutDelay, decimal? WithDelay,
    Standing Standing, Comparison Comparison)
{
    /// <summary>Whether the speed lies between those published.</summary>
    public bool IsInside => Kmh <= WithoutDelay && !(Kmh < WithDelay);

    internal static IReadOnlyList<SpeedCheck> ListAll(CorridorNetwork network, Lineage lineage) =>
    [
        .. network.Indicators.Where(i => i is { Scope: IndicatorScope.Country, Kind: "SWOD" })
            .GroupBy(i => (i.ScopeId, i.Mode)).Select(g => g.MaxBy(i => i.DataYear)!)
            .OrderBy(i => i.Mode).ThenBy(i => i.ScopeId, StringComparer.Ordinal)
            .SelectMany(i => i.Mode == Mode.Rail ? ByRail(network, lineage, i) : ByRoad(network, lineage, i)),
    ];

    private static IEnumerable<SpeedCheck> ByRoad(CorridorNetwork network, Lineage lineage, PublishedIndicator without)
    {
        if (network.Figures.TruckSpeeds.GetValueOrDefault(without.ScopeId) is { } speed)
            yield return Check(network, lineage, without, 0, speed.Value.Mean, [speed]);
    }

    /// <summary>One row for the sections that rest on the page, one for those that do not.</summary>
    private static IEnumerable<SpeedCheck> ByRail(
        CorridorNetwork network, Lineage lineage, PublishedIndicator without) =>
        from link in network.Links
        where link.Mode == Mode.Rail && link.Status == LinkStatus.Operating
        let ends = new[] { link.From, link.To }.Count(p => network.GetPlace(p).Country == without.ScopeId)
        where ends > 0
        let speed = network.SectionOfLink[link.Id].FreightSpeed
        where speed is not null
        group (Km: link.RouteKm.Value.Mean * ends / 2, Speed: speed)
            by lineage.Compare("", [speed], [without.Value]).IsCircular into part
        orderby part.Key
        let km = part.Sum(x => x.Km)
        select Check(
            network, lineage, without, km, km / part.Sum(x => x.Km / x.Speed.Value.Mean),
            [.. part.Select(x => x.Speed).DistinctBy(f => f.Id)]);

    private static SpeedCheck Check(
        CorridorNetwork network, Lineage lineage, PublishedIndicator without, decimal km, decimal kmh,
        IReadOnlyList<Figure> inputs)
    {
        var with = network.Indicators.FirstOrDefault(i =>
            i.Kind == "SWD" && i.Scope == IndicatorScope.Country && i.ScopeId == without.ScopeId
            && i.Mode == without.Mode && i.DataYear == without.DataYear);
        var comparison = lineage.Compare(
            $"{without.ScopeId} {without.Mode}", inputs, with is null ? [without.Value] : [without.Value, with.Value]);
        return new SpeedCheck(
            without.ScopeId, without.Mode, km, kmh, without.DataYear, without.Value.Value.Mean, with?.Value.Value.Mean,
            comparison.IsCircular ? Standing.Circular : Standing.Judged, comparison);
    }
}
