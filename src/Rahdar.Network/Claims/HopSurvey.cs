using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>
/// Which hops of services the network joins: over worked links of the hop's mode, by the planner's rule.
/// </summary>
/// <remarks>
/// Rail changes gauge only at operating yards. A way much longer than the straight line is not the way of the hop.
/// </remarks>
internal static class HopSurvey
{
    private const decimal DetourFactorMax = 3m;
    private const decimal DetourKmFree = 300m;

    internal static (IReadOnlyList<SurveyRemark> NotJoined, IReadOnlyList<SurveyRemark> Straight) Of(
        CorridorNetwork network, LocalDate asOf)
    {
        var (unjoined, straight) = (new List<SurveyRemark>(), new List<SurveyRemark>());
        var known = new Dictionary<(PlaceId, PlaceId, Mode), string>();
        foreach (var service in network.Services)
            for (var i = 0; i < service.HopModes.Count; i++)
            {
                var hop = (service.Stops[i], service.Stops[i + 1], service.HopModes[i]);
                if (hop.Item3 == Mode.Air) continue;
                if (!known.TryGetValue(hop, out var lack)) known[hop] = lack = Lack(network, asOf, hop);
                if (lack.Length == 0) continue;
                var list = hop.Item3 is Mode.Sea or Mode.RoRo ? straight : unjoined;
                list.Add(
                    new SurveyRemark(service.Id, $"{LinkClaims.Word(hop.Item3)} {hop.Item1} - {hop.Item2}: {lack}"));
            }
        return (unjoined, straight);
    }

    private static string Lack(CorridorNetwork network, LocalDate asOf, (PlaceId From, PlaceId To, Mode Mode) hop)
    {
        var mode = hop.Mode == Mode.RoRo ? Mode.Sea : hop.Mode;
        var worked = network.Links.Where(l => l.Mode == mode && network.IsWorked(l, asOf)).ToList();
        var km = mode == Mode.Rail
            ? RailKm(network, worked, hop.From, hop.To)
            : ShortestWay.Find(worked, hop.From, hop.To)?.Sum(l => l.RouteKm.Value.Mean);
        if (km is not { } length) return "no worked links join it";
        var straight = (decimal)GreatCircle.Km(network.GetPlace(hop.From), network.GetPlace(hop.To));
        return length <= DetourFactorMax * straight + DetourKmFree ? ""
            : $"links make {length:0} km of a straight {straight:0} km: not its way";
    }

    /// <summary>Shortest rail way of any gauge, km; null when there is none.</summary>
    private static decimal? RailKm(CorridorNetwork network, List<Link> worked, PlaceId from, PlaceId to)
    {
        var byEnd = worked.SelectMany(l => new[] { (l.From, l), (l.To, l) }).ToLookup(x => x.Item1, x => x.l);
        var yards = network.GaugeBreaks.Where(g => g.Status == "operating" && g.To is not null).ToLookup(g => g.Place);
        var best = new Dictionary<(PlaceId, Gauge), decimal>();
        var queue = new PriorityQueue<(PlaceId Place, Gauge Gauge), decimal>();
        void Reach((PlaceId, Gauge) at, decimal km)
        {
            if (best.TryGetValue(at, out var shorter) && shorter <= km) return;
            best[at] = km;
            queue.Enqueue(at, km);
        }
        foreach (var link in byEnd[from]) Reach((from, link.Gauge!.Value), 0);
        while (queue.TryDequeue(out var at, out var km))
        {
            if (at.Place == to) return km;
            if (best[at] < km) continue;
            foreach (var link in byEnd[at.Place].Where(l => l.Gauge == at.Gauge))
                Reach((link.Opposite(at.Place), at.Gauge), km + link.RouteKm.Value.Mean);
            foreach (var yard in yards[at.Place].Where(y => y.From == at.Gauge || y.To == at.Gauge))
                Reach((at.Place, yard.From == at.Gauge ? yard.To!.Value : yard.From), km);
        }
        return null;
    }
}
