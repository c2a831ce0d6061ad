using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Simulation.Rail;

namespace Rahdar.Simulation.Corridor;

/// <summary>Lays out railways: double lines as two one-way lines on which trains follow each other, single lines as
/// blocks
/// between loops, as many as the published number of paths asks for.</summary>
/// <remarks>
/// Running speed is the greatest commercial speed of the section: commercial speeds hold the stops that are simulated,
/// and
/// the fastest train has stopped least. Blocks: with c paths a day each way, of which a share u may be planned, a pair
/// of
/// trains passes a block every 24 h x u / c; so a block takes half of that less the stand for a crossing.
/// </remarks>
internal sealed class RailBuilder
{
    private readonly CorridorNetwork _network;
    private readonly FigureUse _figures;
    private readonly Knowledge _knowledge;
    private readonly Instant _epoch;
    private readonly HashSet<PlaceId> _open = [];
    private readonly Dictionary<string, Link> _links = [];
    private readonly Dictionary<PlaceId, int> _places = [];
    private readonly List<TrackPlace> _trackPlaces = [];
    private readonly List<TrackSection> _sections = [];
    private readonly List<string> _rows = [];
    private readonly List<string?> _rowOfPlace = [];
    private readonly List<int> _runSeconds = [];
    private readonly Dictionary<string, int[]> _sectionsOfLink = [];
    private readonly Dictionary<(string Link, PlaceId From), int> _lineOf = [];
    private readonly Dictionary<(string, int), int> _runs = [];
    private TrackLayout? _layout;

    internal RailBuilder(CorridorNetwork network, FigureUse figures, Knowledge knowledge, Instant epoch) =>
        (_network, _figures, _knowledge, _epoch) = (network, figures, knowledge, epoch);

    internal List<LineModel> Lines { get; } = [];

    internal List<TrainRun> Runs { get; } = [];

    internal List<(int Section, long From, long Until)> Shut { get; } = [];

    internal TrackLayout Layout => _layout ?? throw new InvalidOperationException("not laid out yet");

    internal IReadOnlyList<string> Rows => _rows;

    internal IReadOnlyList<string?> RowOfPlace => _rowOfPlace;

    internal IReadOnlyDictionary<string, string> SectionNames =>
        _links.Values.Select(SectionOf).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Name);

    /// <summary>Says that trains will run over a link.</summary>
    internal void Use(Link link) => _links[link.Id] = link;

    /// <summary>Says that trains stop, wait or change at a place: it takes any number.</summary>
    internal void Open(PlaceId place) => _open.Add(place);

    internal bool IsDouble(Link link) => TrackCount(link) >= 2;

    /// <summary>Tracks of a link; where more trains are said to run than a single line ever takes, it is double for the
    /// most part and laid out so.</summary>
    private int TrackCount(Link link)
    {
        var section = SectionOf(link);
        var tracks = section.IsDefault ? Math.Max(1, link.Tracks) : section.TrackCount;
        var most = _figures.Value(
            _network.Figures.GetDefault("paths:1", _network.GetPlace(link.From).Country)).Max;
        return section.PathsPerDay is { } paths && _figures.Mean(paths) > most ? Math.Max(2, tracks) : tracks;
    }

    internal RailSection SectionOf(Link link) => _network.SectionOfLink[link.Id];

    /// <summary>Longest train of a section, metres.</summary>
    internal int TrainLength(Link link) => (int)(SectionOf(link).TrainLength is { } length
        ? _figures.Mean(length)
        : _figures.Mean(_network.Figures.GetDefault("train-length", _network.GetPlace(link.From).Country)));

    /// <summary>Makes places, blocks and lines of all links that are used.</summary>
    internal void LayOut()
    {
        var links = _links.Values.OrderBy(l => l.Id, StringComparer.Ordinal).ToList();
        foreach (var link in links.Where(IsDouble))
        {
            _open.Add(link.From);
            _open.Add(link.To);
        }
        // A place where a used single line ends is the edge of the railway.
        foreach (var place in links.SelectMany(l => new[] { l.From, l.To }).CountBy(p => p).Where(p => p.Value == 1))
            _open.Add(place.Key);
        foreach (var link in links)
            if (IsDouble(link)) AddLines(link);
            else AddBlocks(link);
        if (_trackPlaces.Count == 0) AddPlace(TrackPlace.Open("nowhere"), null);
        _layout = new TrackLayout(_trackPlaces, _sections);
    }

    /// <summary>Mean length of the links used, km.</summary>
    internal decimal MeanKm => _links.Count == 0 ? 0 : _links.Values.Average(l => _figures.Mean(l.RouteKm));

    /// <summary>Line of a double link from one of its ends.</summary>
    internal int Line(Link link, PlaceId from) => _lineOf[(link.Id, from)];

    /// <summary>Run of a train over single links, from a place that always accepts to another.</summary>
    internal int Run(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> links, int trainLength)
    {
        var key = (string.Join('>', links.Select(l => $"{l.From}:{l.Link.Id}")), trainLength);
        if (_runs.TryGetValue(key, out var known)) return known;
        var sections = links.SelectMany(l =>
            l.From == l.Link.From ? _sectionsOfLink[l.Link.Id] : _sectionsOfLink[l.Link.Id].Reverse()).ToList();
        var route = new TrainRoute(Layout, _places[links[0].From], sections, trainLength);
        Runs.Add(new TrainRun(route, [.. sections.Select(s => _runSeconds[s])], 0));
        return _runs[key] = Runs.Count - 1;
    }

    /// <summary>Whether trains may wait at a place in any number.</summary>
    internal bool IsOpen(PlaceId place) => _open.Contains(place);

    private (decimal RunSeconds, decimal Paths, decimal Share) Figures(Link link)
    {
        var section = SectionOf(link);
        var country = _network.GetPlace(link.From).Country;
        var speed = section.FreightSpeed is { } known
            ? _figures.Value(known).Max
            : _figures.Value(_network.Figures.GetDefault($"rail-speed:{TrackCount(link)}", country)).Max;
        var paths = _figures.Mean(
            section.PathsPerDay ?? _network.Figures.GetDefault(TrackCount(link) >= 2 ? "paths:2" : "paths:1", country));
        return (
            _figures.Mean(link.RouteKm) / speed * 3600, Math.Max(0.5m, paths),
            _figures.Mean(_network.Figures.GetDefault("path-use", country)));
    }

    private void AddLines(Link link)
    {
        var (run, paths, share) = Figures(link);
        var shut = ShutTimes(link);
        foreach (var from in new[] { link.From, link.To })
        {
            _lineOf[(link.Id, from)] = Lines.Count;
            Lines.Add(new LineModel(
                SectionOf(link).Id, Math.Max(1, (int)run), (int)(86_400 * share / paths),
                [.. shut.Select(s => s.From)], [.. shut.Select(s => s.Until)]));
        }
    }

    private void AddBlocks(Link link)
    {
        var (run, paths, share) = Figures(link);
        var stand = _figures.Mean(_network.Figures.GetDefault("crossing-stand")) * 60;
        var block = Math.Max(300, 86_400 * share / (2 * paths) - stand);
        var count = (int)Math.Clamp(decimal.Ceiling(run / block), 1, SimulationLimits.BlocksMax);
        var metres = Math.Max(count, (int)(_figures.Mean(link.RouteKm) * 1000));
        var length = TrainLength(link);
        var sections = new int[count];
        var before = PlaceOf(link.From, link);
        for (var i = 0; i < count; i++)
        {
            var after = i == count - 1 ? PlaceOf(link.To, link) : AddPlace(
                new TrackPlace($"loop {i + 1} of {link.From}-{link.To}", [length, length]), SectionOf(link).Id);
            sections[i] = _sections.Count;
            _sections.Add(new TrackSection(before, after, Math.Max(1, metres / count)) { HeadwaySeconds = 60 });
            _runSeconds.Add(Math.Max(1, (int)(run / count)));
            _rows.Add(SectionOf(link).Id);
            foreach (var (from, until) in ShutTimes(link)) Shut.Add((sections[i], from, until));
            before = after;
        }
        _sectionsOfLink[link.Id] = sections;
    }

    private int PlaceOf(PlaceId place, Link link)
    {
        if (_places.TryGetValue(place, out var known)) return known;
        var longest = _links.Values.Where(l => l.Touches(place) && !IsDouble(l)).Max(TrainLength);
        // Trains that wait where any number may are about to enter a line: that is a wait for the line.
        return _places[place] = AddPlace(
            IsOpen(place) ? TrackPlace.Open(place.Value) : new TrackPlace(place.Value, [longest, longest, longest]),
            SectionOf(link).Id);
    }

    private int AddPlace(TrackPlace place, string? row)
    {
        _trackPlaces.Add(place);
        _rowOfPlace.Add(row);
        return _trackPlaces.Count - 1;
    }

    private List<(long From, long Until)> ShutTimes(Link link) =>
        [.. _knowledge.WindowsOf(ClosureTarget.Link, link.Id, _network.GetPlace(link.From).Zone)
            .Select(w => (
                GateBuilder.MinuteToSecond(w.FromMinute, _epoch), GateBuilder.MinuteToSecond(w.ToMinute, _epoch)))];
}
