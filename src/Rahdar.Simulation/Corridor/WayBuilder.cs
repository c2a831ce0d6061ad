using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Writes ways down as steps: over roads, over rails, through borders and yards.</summary>
internal sealed class WayBuilder(
    CorridorNetwork network, FigureUse figures, GateBuilder gates, RailBuilder rail, List<YardModel> yards)
{
    private readonly Dictionary<PlaceId, int> _places = [];
    private readonly Dictionary<Seconds, int> _durations = [];
    private readonly Dictionary<(string, PlaceId), int> _borders = [];
    private readonly Dictionary<string, int> _yards = [];

    internal List<Step> Steps { get; } = [];

    internal List<Seconds> Durations { get; } = [];

    /// <summary>Prices by number of the step.</summary>
    internal Dictionary<int, StepPrice> Prices { get; } = [];

    internal List<PlaceId> Places { get; } = [];

    internal List<(string Id, int From, int To)> Borders { get; } = [];

    /// <summary>Number of a place.</summary>
    internal int Place(PlaceId place)
    {
        if (_places.TryGetValue(place, out var known)) return known;
        Places.Add(place);
        return _places[place] = Places.Count - 1;
    }

    internal void Add(StepKind kind, PlaceId from, PlaceId to, int a = 0, int b = 0, int c = 0) =>
        Steps.Add(new Step(kind, a, b, c, Place(from), Place(to)));

    internal void Pass(PlaceId from, PlaceId to, Seconds duration, Mode mode = Mode.Road) =>
        Add(StepKind.Pass, from, to, Duration(duration), 0, (int)mode);

    /// <summary>A border: its gate, then the work of the post that is left and of the one that is entered.</summary>
    internal void Border(BorderRow row, PlaceId from, PlaceId to)
    {
        var work = Seconds.None;
        foreach (var activity in network.ListActivities(row, network.GetPlace(from).Country, network.GetPlace(
            to).Country))
            work = work.Plus(Seconds.OfHours(figures.Value(activity.Hours)));
        if (!_borders.TryGetValue((row.Id, from), out var border))
        {
            Borders.Add((row.Id, Place(from), Place(to)));
            border = _borders[(row.Id, from)] = Borders.Count - 1;
        }
        Add(StepKind.Border, from, from, gates.Border(row, to), Duration(work), border);
    }

    internal void Berth(Port port) => Add(StepKind.Gate, port.Place, port.Place, gates.Berths(port));

    /// <summary>A yard where one gauge, or the road, is left for the other.</summary>
    internal void Yard(GaugeBreak row, int leaves)
    {
        if (!_yards.TryGetValue(row.Id, out var yard))
        {
            var country = network.GetPlace(row.Place).Country;
            int Default(string what) => (int)figures.Mean(network.Figures.GetDefault(what, country));
            // Wagons for so many days of all that the cranes can lift; trucks at a road head are never short.
            var wagons = (row.CapacityPerDay is { } perDay ? figures.Mean(perDay) : 0) / (row.CapacityUnit == "TEU"
                ? 2 : 1);
            var pool = Math.Max(1, (int)(
                wagons * figures.Mean(network.Figures.GetDefault("wagon-pool-days", country))));
            yards.Add(new YardModel(
                row.Id, row.Name, gates.Cranes(row), row.CapacityUnit != "TEU", Default("yard-tracks"),
                Default("yard-slots"), [pool, row.To is null ? int.MaxValue / 2 : pool],
                Seconds.OfHours(figures.Value(network.Figures.GetDefault("wagon-return", country)), 24),
                [row.From.Millimetres, row.To?.Millimetres ?? 0]));
            yard = _yards[row.Id] = yards.Count - 1;
        }
        Add(StepKind.Yard, row.Place, row.Place, yard, yards[yard].Gauges[0] == leaves ? 0 : 1);
    }

    /// <summary>Roads in running order, with the borders on them.</summary>
    internal void Road(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> links, int drivers)
    {
        if (links.Count == 0) return;
        var (begin, drive) = (links[0].From, Seconds.None);
        foreach (var (link, from, to) in links)
        {
            if (network.FindBorder(from, to, Mode.Road) is { } row)
            {
                if (drive != Seconds.None) Pass(begin, from, drive);
                (begin, drive) = (from, Seconds.None);
                Border(row, from, to);
            }
            drive = drive.Plus(Drive(link, drivers));
        }
        if (drive != Seconds.None) Pass(begin, links[^1].To, drive);
    }

    /// <summary>Time by truck over a link, rest of the drivers included.</summary>
    internal Seconds Drive(Link link, int drivers)
    {
        var km = figures.Mean(link.RouteKm);
        var hours = figures.Mean(network.Figures.GetRole($"driver-hours:{drivers}"));
        var ends = new[] { link.From, link.To }.Select(p => network.GetPlace(p).Country).Distinct().ToList();
        var sum = Seconds.None;
        foreach (var country in ends)
        {
            var speed = figures.Value(
                network.Figures.TruckSpeeds.GetValueOrDefault(country)
                ?? network.Figures.GetDefault("truck-speed", country));
            var part = km / ends.Count * 24 / hours;
            sum = sum.Plus(Seconds.OfHours(new Triangle(part / speed.Max, part / speed.Mode, part / speed.Min)));
        }
        return sum;
    }

    /// <summary>Rails in running order, with borders and yards on them; null or why it cannot be run.</summary>
    internal string? Rail(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> links, int trainLength)
    {
        var single = new List<(Link Link, PlaceId From, PlaceId To)>();
        for (var i = 0; i < links.Count; i++)
        {
            var (link, from, to) = links[i];
            if (i > 0 && links[i - 1].Link.Gauge is { } before && link.Gauge is { } after && before != after)
            {
                Flush(single, trainLength);
                if (network.GaugeBreaks.FirstOrDefault(
                    g => g.Place == from && g.Status == "operating" && g.Joins(before, after)) is not { } yard)
                    return $"{before} mm meets {after} mm at {from} without a yard";
                Yard(yard, before.Millimetres);
            }
            if (network.FindBorder(from, to, Mode.Rail) is { } row)
            {
                Flush(single, trainLength);
                Border(row, from, to);
            }
            if (!rail.IsDouble(link))
            {
                single.Add((link, from, to));
                if (rail.IsOpen(to)) Flush(single, trainLength);
                continue;
            }
            Flush(single, trainLength);
            Add(StepKind.Line, from, to, rail.Line(link, from), Portions(link, trainLength));
        }
        Flush(single, trainLength);
        return null;
    }

    private void Flush(List<(Link Link, PlaceId From, PlaceId To)> single, int trainLength)
    {
        if (single.Count == 0) return;
        var portions = single.Max(l => Portions(l.Link, trainLength));
        var run = rail.Run(single, (trainLength + portions - 1) / portions);
        Add(StepKind.Track, single[0].From, single[^1].To, run, portions);
        single.Clear();
    }

    /// <summary>Portions in which a train runs over a link that is too short for it.</summary>
    private int Portions(Link link, int trainLength)
    {
        var longest = Math.Max(1, rail.TrainLength(link));
        return (trainLength + longest - 1) / longest;
    }

    private int Duration(Seconds seconds)
    {
        if (_durations.TryGetValue(seconds, out var known)) return known;
        Durations.Add(seconds);
        return _durations[seconds] = Durations.Count - 1;
    }
}
