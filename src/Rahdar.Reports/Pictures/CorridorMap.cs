using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Quantities;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports.Pictures;

/// <summary>What stands at a point of a map.</summary>
internal enum MapSign
{
    End,
    Border,
    Gauge,
    Post,
    Yard,
    Port,
}

/// <summary>A point of a map.</summary>
/// <param name="At">Longitude and latitude.</param>
/// <param name="Label">Words beside it, where there is room.</param>
/// <param name="Sign">What it is.</param>
/// <param name="Level">Class of delay, 0 to 3.</param>
internal sealed record MapPoint((double Longitude, double Latitude) At, string Label, MapSign Sign, int Level)
{
    /// <summary>Shut by a confirmed closure.</summary>
    internal bool IsClosed { get; init; }

    /// <summary>Perhaps shut: reported, not confirmed.</summary>
    internal bool IsDisputed { get; init; }
}

/// <summary>A stretch of a map that stands out.</summary>
internal sealed record MapWay(ElementKind Kind, IReadOnlyList<(double Longitude, double Latitude)> Line);

/// <summary>Maps of the corridor from the geometry of its links: a plan, or delay and status at borders, yards and
/// ports.</summary>
/// <remarks>No tiles, no network. The links are under ODbL: the attribution is part of every map.</remarks>
public static class CorridorMap
{
    /// <summary>Hours from which a delay is of the second, third and fourth class.</summary>
    internal static readonly double[] LevelHours = [6, 24, 72];

    /// <summary>The map of a plan.</summary>
    public static Picture OfPlan(Speech speech, CorridorNetwork network, Itinerary plan, string source)
    {
        var names = new Naming(network, speech);
        (double, double) Place(PlaceId id) => network.GetPlaceOrUnlinked(id) is var p ? (p.Longitude, p.Latitude)
            : default;
        var ways = new List<MapWay>();
        var points = new List<MapPoint>
        {
            new(Place(plan.Elements[0].From), names.Place(plan.Elements[0].From), MapSign.End, 0),
            new(Place(plan.Elements[^1].To), names.Place(plan.Elements[^1].To), MapSign.End, 0),
        };
        foreach (var e in plan.Elements)
        {
            if (ModeOf(e.Kind) is { } mode && e.From != e.To)
                ways.Add(new MapWay(e.Kind, LineOf(network, e.From, e.To, mode) ?? [Place(e.From), Place(e.To)]));
            if (e.Kind == ElementKind.Border)
            {
                var isDisputed = plan.Disputed.Any(d => d.BorderId == e.BorderId);
                // Between the posts the plan runs over the border link itself.
                points.Add(new MapPoint(Place(e.To), names.Place(e.To), MapSign.Border, 0) { IsDisputed = isDisputed });
            }
            if (e.Kind == ElementKind.Gauge)
                points.Add(new MapPoint(Place(e.From), names.Place(e.From), MapSign.Gauge, 0));
        }
        var borders = plan.Elements.Count(e => e.Kind == ElementKind.Border);
        var gauges = plan.Elements.Count(e => e.Kind == ElementKind.Gauge);
        return new Picture(
            "map", speech, speech.Say("map.plan.title"), speech.Say("map.plan.caption"), source,
            speech.Say(
                "map.plan.description", names.Place(plan.Elements[0].From), names.Place(plan.Elements[^1].To),
                speech.Number(borders), speech.Number(gauges),
                speech.List(plan.Elements.Where(e => e.Kind == ElementKind.Border).Select(e => names.Place(e.To))
                    .Distinct())))
        {
            Draw = canvas => MapSheet.Draw(
                canvas, network, [.. points.DistinctBy(p => (p.At, p.Sign))], ways,
                [.. points.Select(p => p.At), .. ways.SelectMany(w => w.Line)]),
        };
    }

    /// <summary>The map of a simulation: hours at crossings, yards and ports, and what is shut.</summary>
    public static Picture OfDelays(Speech speech, CorridorNetwork network, SimulationResult result, string source)
    {
        var names = new Naming(network, speech);
        var points = Crossings(speech, network, result, names)
            .Concat(Others(speech, network, result, names)).OrderByDescending(p => p.Hours).ToList();
        var worst = points.FirstOrDefault();
        return new Picture(
            "map", speech, speech.Say("map.delay.title"),
            speech.Say("map.delay.caption", speech.Number(result.Request.Replications)), source,
            speech.Say(
                "map.delay.description", speech.Number(points.Count),
                speech.Number(points.Count(p => p.Point.Level == LevelHours.Length)),
                speech.Number(points.Count(p => p.Point.IsClosed)), worst.Point?.Label ?? "–"))
        {
            Draw = canvas => MapSheet.Draw(
                canvas, network, [.. points.Select(p => p.Point)], [], Middle([.. points.Select(p => p.Point)])),
        };
    }

    private static Mode? ModeOf(ElementKind kind) => kind switch
    {
        ElementKind.Rail => Mode.Rail,
        ElementKind.Road => Mode.Road,
        ElementKind.Sea => Mode.Sea,
        ElementKind.Air => Mode.Air,
        _ => null,
    };

    private static List<(double, double)>? LineOf(CorridorNetwork network, PlaceId from, PlaceId to, Mode mode)
    {
        if (LinkWays.Find(network, from, to, mode) is not { } way) return null;
        var line = new List<(double, double)>();
        foreach (var gone in way)
        {
            var (a, b) = (network.GetPlaceOrUnlinked(gone.From), network.GetPlaceOrUnlinked(gone.To));
            IEnumerable<(double, double)> points = gone.Link.Line.Count > 1
                ? gone.Link.Line.Select(p => (p.Longitude, p.Latitude))
                : [(a.Longitude, a.Latitude), (b.Longitude, b.Latitude)];
            line.AddRange(gone.Link.Line.Count > 1 && gone.Link.From != gone.From ? points.Reverse() : points);
        }
        return line;
    }

    private static IEnumerable<(MapPoint Point, double Hours)> Crossings(
        Speech speech, CorridorNetwork network, SimulationResult result, Naming names)
    {
        var knowledge = new Knowledge(network, result.Request.Known ?? result.Request.From);
        var (begin, end) = (result.Request.From, result.Request.From.PlusDays(result.Request.Days));
        foreach (var pair in network.Borders.GroupBy(b => b.Crossing))
        {
            var rows = pair.ToList();
            var passed = result.Crossings
                .Where(c => rows.Exists(r => r.Id == c.BorderId) && c.UnitsPerDay.Mean > 0
                    && double.IsFinite(c.Hours.Mean)).ToList();
            var shut = rows.Where(r => knowledge.WindowsOf(r).Any(w => w.ReopensOn > begin
                && w.Claim.From is { } from && from < end)).ToList();
            var disputed = rows.Any(r => knowledge.FindDispute(r) is not null);
            if (passed.Count == 0 && shut.Count == 0 && !disputed) continue;
            var (a, b) = (network.GetPlaceOrUnlinked(rows[0].PlaceA), network.GetPlaceOrUnlinked(rows[0].PlaceB));
            var hours = passed.Count == 0 ? 0 : passed.Max(c => c.Hours.Mean);
            var name = speech.Name(a);
            var word = shut.Count == rows.Count ? speech.Say("status.closed")
                : passed.Count == 0 ? speech.Say("status.disputed")
                : speech.Length(NodaTime.Duration.FromHours(hours));
            yield return (new MapPoint(
                ((a.Longitude + b.Longitude) / 2, (a.Latitude + b.Latitude) / 2), $"{name}: {word}", MapSign.Post,
                Level(hours))
            {
                IsClosed = shut.Count == rows.Count,
                IsDisputed = disputed,
            }, shut.Count == rows.Count ? 1e9 : hours);
        }
    }

    private static IEnumerable<(MapPoint Point, double Hours)> Others(
        Speech speech, CorridorNetwork network, SimulationResult result, Naming names)
    {
        foreach (var r in result.Resources.Where(r => r.Kind is ResourceKind.Yard or ResourceKind.Port))
        {
            if (!(r.UnitsPerDay.Mean > 0) || !double.IsFinite(r.WaitHours.Mean)) continue;
            var place = r.Kind == ResourceKind.Port ? new PlaceId(r.Id.Replace("berths-", ""))
                : network.GaugeBreaks.FirstOrDefault(g => g.Id == r.Id)?.Place;
            if (place is not { } id) continue;
            var p = network.GetPlaceOrUnlinked(id);
            var hours = r.WaitHours.Mean;
            yield return (new MapPoint(
                (p.Longitude, p.Latitude), $"{names.Place(id)}: {speech.Length(NodaTime.Duration.FromHours(hours))}",
                r.Kind == ResourceKind.Port ? MapSign.Port : MapSign.Yard, Level(hours)), hours);
        }
    }

    /// <summary>Points without the few that lie far out: a port across the ocean must not make the corridor small.
    /// What then lies outside the map is counted on it.</summary>
    private static List<(double Longitude, double Latitude)> Middle(List<MapPoint> points)
    {
        var inland = points.Where(p => p.Sign != MapSign.Port).Select(p => p.At).ToList();
        if (inland.Count < 20) return [.. points.Select(p => p.At)];
        var cut = inland.Count / 25;
        double At(IEnumerable<double> values, int rank) => values.Order().ElementAt(rank);
        var (west, east) = (
            At(inland.Select(p => p.Longitude), cut), At(inland.Select(p => p.Longitude), inland.Count - 1 - cut));
        var (south, north) = (
            At(inland.Select(p => p.Latitude), cut), At(inland.Select(p => p.Latitude), inland.Count - 1 - cut));
        return [.. inland.Where(p => p.Longitude >= west && p.Longitude <= east && p.Latitude >= south
            && p.Latitude <= north)];
    }

    private static int Level(double hours) => LevelHours.Count(h => hours >= h);
}
