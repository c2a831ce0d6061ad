using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Reports.Pictures;

/// <summary>The course of boxes over distance: what a plan expects, and what happened on the same way.</summary>
internal static class WayCourse
{
    /// <summary>Points of a plan: a stop is two points at one kilometre.</summary>
    internal static IReadOnlyList<WayPoint> Planned(Naming names, Itinerary plan)
    {
        var points = new List<WayPoint> { new(0, 0, 0) };
        var (km, cents) = (0m, 0L);
        void Add(Instant at, string name) =>
            points.Add(new WayPoint((double)km, (at - plan.Ready).TotalHours, cents / 100.0, name));
        foreach (var e in plan.Elements)
        {
            if (e.Km > 0)
            {
                if (e.WaitMinutes > 0) Add(e.Departure, names.Place(e.From));
                km += e.Km;
            }
            cents += e.Cost.Sum(c => c.Cents);
            Add(e.Arrival, e.Km > 0 ? "" : e.Kind == ElementKind.Border ? names.Border(e.BorderId, e.To)
                : names.Place(e.From));
        }
        if (plan.StorageLines.Count > 0)
        {
            cents += plan.StorageLines.Sum(l => l.Cents);
            Add(plan.Arrival, "");
        }
        return points;
    }

    /// <summary>Points of what happened to boxes on a plan; where they are between places of the plan their kilometres
    /// are not known, and after a price that is not told neither is what it cost.</summary>
    internal static IReadOnlyList<WayPoint> Happened(
        CorridorNetwork network, Itinerary plan, Timeline timeline, Instant ready)
    {
        var at = KilometresOf(network, plan);
        var points = new List<WayPoint> { new(0, 0, UsdUntil(timeline, ready)) };
        var km = 0.0;
        foreach (var stage in timeline.Stages)
        {
            // A way back over the same place is not drawn: the course only goes on.
            if (at.TryGetValue(stage.To, out var here) && here > km) km = here;
            points.Add(new WayPoint(km, (stage.End - ready).TotalHours, UsdUntil(timeline, stage.End)));
        }
        return points;
    }

    /// <summary>All prices told up to an instant; null when one of them is unknown.</summary>
    private static double? UsdUntil(Timeline timeline, Instant end)
    {
        var cents = timeline.Movements.Where(m => m.At <= end && m is (Arrived or Ended))
            .Select(m => m is Arrived ride ? ride.Cents : ((Ended)m).Cents).ToList();
        return cents.Contains(null) ? null : cents.Sum()!.Value / 100.0;
    }

    /// <summary>Kilometres from the origin to each place that the plan passes.</summary>
    private static Dictionary<PlaceId, double> KilometresOf(CorridorNetwork network, Itinerary plan)
    {
        var at = new Dictionary<PlaceId, double> { [plan.Elements[0].From] = 0 };
        var km = 0.0;
        foreach (var e in plan.Elements.Where(e => e.Km > 0))
        {
            var way = LinkWays.Find(network, e.From, e.To, e.Kind switch
            {
                ElementKind.Rail => Mode.Rail,
                ElementKind.Road => Mode.Road,
                ElementKind.Sea => Mode.Sea,
                _ => Mode.Air,
            }) ?? [];
            var length = way.Sum(g => (double)g.Link.RouteKm.Value.Mean);
            var gone = 0.0;
            foreach (var g in way)
            {
                gone += (double)g.Link.RouteKm.Value.Mean;
                at.TryAdd(g.To, km + gone / length * (double)e.Km);
            }
            km += (double)e.Km;
            at.TryAdd(e.To, km);
        }
        return at;
    }
}
