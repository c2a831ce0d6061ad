namespace Rahdar.Benchmarks.Generated;

/// <summary>Draws a corridor: the same shape gives the same corridor on every machine.</summary>
internal sealed class CorridorBuilder
{
    private const int NearestKm = 30;
    private const int CountryKm = 500;

    private static readonly int[] PricePercents = [90, 100, 110];
    private static readonly int[] RiskyNepers = [5_000_000, 20_000_000];
    private static readonly (int Opens, int Closes)[] Openings = [(480, 1200), (360, 1320), (540, 1080), (420, 1140)];

    private readonly CorridorShape _shape;
    private readonly SplitMix _draw;
    private readonly Place[] _places;
    private readonly bool[] _isBorderEnd;
    private readonly List<Arc>[] _out;

    private CorridorBuilder(CorridorShape shape)
    {
        _shape = shape;
        _draw = new SplitMix(shape.Seed);
        _places = Scatter();
        _isBorderEnd = new bool[shape.Places];
        _out = [.. Enumerable.Range(0, 4 * shape.Places).Select(_ => new List<Arc>())];
    }

    /// <summary>The corridor of a shape.</summary>
    public static Corridor Build(CorridorShape shape) => new CorridorBuilder(shape).Build();

    private Corridor Build()
    {
        var near = RoadLinks.Neighbours(_places);
        var links = RoadLinks.Draw(_places, near, _shape.Links);
        AddRoads(links);
        var isPort = _places.Select(_ => _draw.OnceIn(_shape.PlacesPerPort)).ToArray();
        foreach (var line in new RailLines(_shape, _places, near, isPort, _draw).Draw()) AddRides(line);
        AddHandling();
        var tariffs = Tariffs(isPort);
        return new Corridor
        {
            Places = _places,
            Out = [.. _out.Select(arcs => arcs.ToArray())],
            Tariffs = tariffs,
            JustInTime = JustInTimeStarts(tariffs),
            Horizon = _shape.Horizon,
        };
    }

    private Place[] Scatter()
    {
        var side = (int)Math.Round(_shape.SpacingKm * Math.Sqrt(_shape.Places));
        var places = new List<Place>();
        while (places.Count < _shape.Places)
        {
            var place = new Place(_draw.Below(side), _draw.Below(side));
            if (places.All(p => p.KmTo(place) >= NearestKm)) places.Add(place);
        }
        return [.. places];
    }

    private void AddRoads(List<RoadLink> links)
    {
        var percents = new Dictionary<(int, int), int>();
        foreach (var (one, other) in links)
        {
            var km = _places[one].KmTo(_places[other]);
            var hours = _draw.OnceIn(_shape.LinksPerBorder) ? Border() : null;
            var nepers = _draw.OnceIn(30) ? _draw.OneOf(RiskyNepers) : 0;
            if (hours is not null) _isBorderEnd[one] = _isBorderEnd[other] = true;
            foreach (var (from, to) in new[] { (one, other), (other, one) })
            {
                _out[Corridor.Node(from, NodeKind.ReadyRoad)].Add(new Arc(
                    Corridor.Node(to, NodeKind.LandedRoad), Rates.RoadMinutes(km),
                    Rates.RoadCents(km, Percent(_places[from])), nepers, Rates.RoadGrams(km), hours));
            }
        }

        DailyHours Border()
        {
            var (opens, closes) = _draw.OneOf(Openings);
            return new DailyHours(opens, closes, 60 * _draw.Between(2, 10));
        }

        int Percent(Place place)
        {
            var country = (place.X / CountryKm, place.Y / CountryKm);
            if (!percents.TryGetValue(country, out var percent))
                percents[country] = percent = _draw.OneOf(PricePercents);
            return percent;
        }
    }

    private void AddRides(RailLine line)
    {
        for (var i = 0; i < line.Stops.Length - 1; i++)
        {
            var departures = line.Starts.Select(s => s + line.Minutes[i]).Where(d => d < _shape.Horizon).ToArray();
            var km = 0;
            for (var j = i + 1; j < line.Stops.Length; j++)
            {
                km += _places[line.Stops[j - 1]].KmTo(_places[line.Stops[j]]);
                _out[Corridor.Node(line.Stops[i], NodeKind.ReadyRail)].Add(new Arc(
                    Corridor.Node(line.Stops[j], NodeKind.LandedRail), line.Minutes[j] - line.Minutes[i],
                    (long)km * line.Train.CentsPerKm, (long)(j - i) * line.NepersPerHop, (long)km * line.GramsPerKm,
                    Departures: departures));
            }
        }
    }

    private void AddHandling()
    {
        for (var place = 0; place < _places.Length; place++)
        {
            var slowness = 60 * _draw.Between(0, 4);
            Add(NodeKind.LandedRoad, NodeKind.ReadyRail, 240 + slowness, 6_000);
            Add(NodeKind.LandedRail, NodeKind.ReadyRoad, 240 + slowness, 6_000);
            Add(NodeKind.LandedRail, NodeKind.ReadyRail, 360 + slowness, 9_000);
            if (_isBorderEnd[place]) Add(NodeKind.LandedRoad, NodeKind.ReadyRoad, 180 + slowness, 4_000);

            void Add(NodeKind from, NodeKind to, int minutes, long cents) =>
                _out[Corridor.Node(place, from)].Add(new Arc(Corridor.Node(place, to), minutes, cents, 0, 2_000));
        }
    }

    private StorageTariff?[] Tariffs(bool[] isPort)
    {
        var tariffs = new StorageTariff?[_out.Length];
        for (var place = 0; place < _places.Length; place++)
        {
            if (!isPort[place]) continue;
            var dayCents = 100L * _draw.Between(10, 30);
            var tariff = new StorageTariff(_shape.FreeDays, dayCents, _shape.LongFromDay, 2 * dayCents);
            tariffs[Corridor.Node(place, NodeKind.ReadyRoad)] = tariff;
            tariffs[Corridor.Node(place, NodeKind.ReadyRail)] = tariff;
        }
        return tariffs;
    }

    /// <summary>For each road to a port: the latest start that still makes each departure there.</summary>
    private int[][] JustInTimeStarts(StorageTariff?[] tariffs)
    {
        var starts = _out.Select(_ => Array.Empty<int>()).ToArray();
        for (var place = 0; place < _places.Length; place++)
        {
            var ready = Corridor.Node(place, NodeKind.ReadyRoad);
            starts[ready] = [.. _out[ready].SelectMany(FeedingStarts).Where(s => s >= 0).Distinct().Order()];
        }
        return starts;

        IEnumerable<int> FeedingStarts(Arc road)
        {
            var terminal = Corridor.Node(Corridor.PlaceOf(road.To), NodeKind.ReadyRail);
            if (tariffs[terminal] is null) return [];
            var handling = _out[road.To].Single(a => a.To == terminal).Minutes;
            return _out[terminal].SelectMany(a => a.Departures!).Distinct()
                .Select(d => road.LatestStart(d - Corridor.CutOff - handling));
        }
    }
}
