using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>An unscheduled truck leg or block train: from ready boxes to the place where it sets them down.</summary>
/// <remarks>The first BuildMinutes of the way are spent before the boxes leave the ground (a truck: 0).</remarks>
internal sealed record OracleLeg(Ground From, Ground To, OracleWay Way, int BuildMinutes);

/// <summary>Finds the unscheduled legs of a drawing.</summary>
/// <remarks>
/// A leg is a row of runs (links of one country, no border), border passages and, for a train, gauge changes. Two runs
/// never follow one another. No place (on one gauge) is met twice by the ends of these parts.
/// </remarks>
internal sealed class OracleLegs(OracleWorld world)
{
    private readonly OracleTrains trains = new(world);
    private readonly Dictionary<Ground, IReadOnlyList<OracleLeg>> known = [];
    private readonly Dictionary<(Ground, string), IReadOnlyList<OracleWay>> knownRuns = [];

    private CorridorDrawing Drawing => world.Drawing;

    /// <summary>All legs that may start where boxes stand ready for this carrier.</summary>
    public IReadOnlyList<OracleLeg> List(Ground ready)
    {
        if (!known.TryGetValue(ready, out IReadOnlyList<OracleLeg>? legs))
        {
            legs = Find(ready);
            known[ready] = legs;
        }

        return legs;
    }

    private List<OracleLeg> Find(Ground ready)
    {
        bool isTruck = ready.Carrier == "road" && Drawing.TrucksOn;
        bool isTrain = ready.Carrier == "rail" && Drawing.RequestOn
            && (ready.Place == Drawing.Query.From || CanSetDown(ready));
        List<OracleLeg> legs = [];
        if (isTruck || isTrain)
        {
            int build = isTrain ? OracleUnits.RoundUpHours(Drawing.RequestBuildHours!.Value) : 0;
            string text = isTrain ? $"{ready.Place} ~ block train ~" : $"{ready.Place} ~ truck ~";
            OracleWay start = OracleWay.Empty with { Steps = [OracleStep.Take(build)], Text = text };
            Extend(legs, new Part(ready, build), ready, start, false, false, [ready]);
        }

        return legs;
    }

    private void Extend(
        List<OracleLeg> legs, Part leg, Ground at, OracleWay way, bool hasMoved, bool isAfterRun, List<Ground> met)
    {
        if (hasMoved && CanSetDown(at))
        {
            legs.Add(new OracleLeg(leg.From, at, way, leg.BuildMinutes));
        }

        foreach (DrawnPlace place in Drawing.Places.Where(_ => !isAfterRun))
        {
            Ground to = at with { Place = place.Id };
            foreach (OracleWay run in CanEndRun(to) && !met.Contains(to) ? ListRuns(at, place.Id) : [])
            {
                Extend(legs, leg, to, way.Then(run), true, true, [.. met, to]);
            }
        }

        foreach ((DrawnLink link, string other) in ListOwnLinks(at))
        {
            Ground to = at with { Place = other };
            BorderClock? border = world.FindBorder(at.Place, other, at.Carrier);
            OracleWay? over = border is null ? null : FindWay([(link, at.Place, other)]);
            if (border is not null && over is not null && !met.Contains(to))
            {
                OracleWay passage = world.GetClearanceWay(border).Then(over);
                Extend(legs, leg, to, way.Then(passage), true, false, [.. met, to]);
            }
        }

        foreach (int gauge in at.Carrier == "rail" ? world.ListGauges(at.Place) : [])
        {
            Ground to = at with { Gauge = gauge };
            OracleWay? change = gauge == at.Gauge ? null : world.FindGaugeWay(at.Place, at.Gauge, gauge);
            if (change is not null && !met.Contains(to))
            {
                Extend(legs, leg, to, way.Then(change), hasMoved, false, [.. met, to]);
            }
        }
    }

    /// <summary>Where a carrier under way may set the boxes down.</summary>
    private bool CanSetDown(Ground at)
    {
        if (at.Place == Drawing.Query.To)
        {
            return true;
        }

        bool isBlockTrainEnd = Drawing.RequestOn
            && (HasGaugeRow(at.Place) || Drawing.Trains.Any(t => t.Mode == "rail" && t.Stops.Contains(at.Place)));
        return at.Carrier == "rail"
            ? isBlockTrainEnd
            : isBlockTrainEnd || Drawing.Trains.Any(t => t.Stops.Contains(at.Place)) || IsBorderEnd(at.Place, "road");
    }

    /// <summary>Where a run may end: the leg ends there, a border begins, or the gauge changes.</summary>
    private bool CanEndRun(Ground at) =>
        CanSetDown(at) || IsBorderEnd(at.Place, at.Carrier) || (at.Carrier == "rail" && HasGaugeRow(at.Place));

    private bool HasGaugeRow(string place) => Drawing.Gauges.Any(g => g.Place == place);

    private bool IsBorderEnd(string place, string mode) =>
        Drawing.Borders.Any(b => b.Mode == mode && (b.From == place || b.To == place));

    private IEnumerable<(DrawnLink Link, string Other)> ListOwnLinks(Ground at) =>
        world.ListLinks(at.Place, at.Carrier).Where(k => (k.Link.Gauge ?? 0) == at.Gauge);

    /// <summary>The exact Pareto set (minutes, cents, grams) of paths over links of one country.</summary>
    private IReadOnlyList<OracleWay> ListRuns(Ground from, string to)
    {
        if (!knownRuns.TryGetValue((from, to), out IReadOnlyList<OracleWay>? runs))
        {
            List<OracleWay> paths = [];
            ExtendPath(paths, from, to, [], [from.Place]);
            runs = KeepParetoSet(paths);
            knownRuns[(from, to)] = runs;
        }

        return runs;
    }

    private void ExtendPath(
        List<OracleWay> paths, Ground at, string to, List<(DrawnLink, string, string)> links, List<string> passed)
    {
        foreach ((DrawnLink link, string other) in ListOwnLinks(at).Where(k => k.Other[..2] == at.Place[..2]))
        {
            List<(DrawnLink, string, string)> longer = [.. links, (link, at.Place, other)];
            OracleWay? way = other == to ? FindWay(longer) : null;
            if (way is not null)
            {
                paths.Add(way);
            }
            else if (other != to && !passed.Contains(other))
            {
                ExtendPath(paths, at with { Place = other }, to, longer, [.. passed, other]);
            }
        }
    }

    /// <summary>A run over links; null where a speed or a price is missing, or a train cannot be split.</summary>
    private OracleWay? FindWay(IReadOnlyList<(DrawnLink Link, string From, string To)> links)
    {
        if (links.Any(k => world.FindLinkWay(k.Link, k.To) is null))
        {
            return null;
        }

        return links[0].Link.Mode == "rail"
            ? trains.FindWay(links)
            : links.Aggregate(OracleWay.Empty, (way, k) => way.Then(world.FindLinkWay(k.Link, k.To)!));
    }

    private static List<OracleWay> KeepParetoSet(List<OracleWay> paths)
    {
        List<OracleWay> kept = [];
        foreach (OracleWay path in paths)
        {
            if (!kept.Any(k => IsAsGood(k, path)))
            {
                kept.RemoveAll(k => IsAsGood(path, k));
                kept.Add(path);
            }
        }

        return kept;
    }

    private static bool IsAsGood(OracleWay a, OracleWay b) =>
        a.Steps.Sum(s => s.Minutes) <= b.Steps.Sum(s => s.Minutes) && a.Cents <= b.Cents && a.Grams <= b.Grams;

    /// <summary>What stays the same along one leg.</summary>
    private sealed record Part(Ground From, int BuildMinutes);
}
