using System.Collections.Frozen;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Every figure of a network by id, so that an audit can draw from all and not only from those read.</summary>
internal static class FigureAudit
{
    internal static FrozenDictionary<string, Figure> ListAll(CorridorNetwork n)
    {
        var all = new Dictionary<string, Figure>();
        void Add(params ReadOnlySpan<Figure?> figures)
        {
            foreach (var figure in figures)
                if (figure is not null) all.TryAdd(figure.Id, figure);
        }
        foreach (var link in n.Links) Add(link.RouteKm);
        foreach (var b in n.Borders.Concat(n.BordersWithoutLink))
            Add(b.Clearance, b.ClearanceMean, b.Cost, b.CapacityPerDay);
        foreach (var c in n.Closures) Add(c.ShutProbability);
        foreach (var s in n.Sections)
            Add(s.LengthKm, s.FreightSpeed, s.AxleLoad, s.TrainLength, s.TrainMass, s.PathsPerDay, s.UsedPaths,
                s.MaxSpeed);
        foreach (var g in n.GaugeBreaks) Add(g.CapacityPerDay, g.Work, g.WaitForWagons, g.Cost);
        foreach (var w in n.Wagons) Add(w.Tare, w.Places, w.Payload, w.Length, w.Axles);
        foreach (var s in n.Services)
            Add(s.FrequencyPerWeek, s.TransitDays, s.CapacityTeu, s.CapacityTonnes, s.PriceUsd, s.DistanceKm);
        foreach (var d in n.Timetable) Add(d.CutOff);
        foreach (var t in n.Tariffs) Add(t.Usd);
        foreach (var p in n.Ports)
            Add(p.FreeDays, p.Storage20, p.Storage40, p.Dwell, p.Handling20, p.Handling40, p.Berths);
        foreach (var t in n.StorageTiers) Add(t.FromDay, t.UsdPerDay);
        foreach (var h in n.Handling) Add(h.Hours, h.UsdPerBox);
        foreach (var h in n.Holidays) Add(h.Share);
        foreach (var p in n.Papers) Add(p.Lead);
        foreach (var i in n.Indicators) Add(i.Value);
        foreach (var d in n.Demands) Add(d.PerDay);
        foreach (var a in n.Activities) Add(a.Hours);
        foreach (var b in n.Backlogs) Add(b.Units);
        foreach (var c in n.ProjectClaims) Add(c.Days);
        foreach (var t in n.LineTrains)
            Add(t.Locomotives, t.LocomotiveMass, t.LocomotiveLength, t.Power, t.Pull, t.LocomotiveBase,
                t.LocomotiveAir, t.Wagons, t.WagonMass, t.WagonBase, t.WagonAir, t.RotatingFactor, t.SpeedLimit,
                t.Braking);
        foreach (var o in n.LineOperations)
            Add(o.FreightLimit, o.Block, o.BlocksBetween, o.Work, o.Window, o.Reliability, o.Efficiency);
        foreach (var f in n.Figures.Rows.Values) Add(f);
        foreach (var f in n.Figures.Defaults.Values) Add(f);
        return all.ToFrozenDictionary();
    }
}
