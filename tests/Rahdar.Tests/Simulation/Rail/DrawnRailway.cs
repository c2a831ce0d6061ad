using System.Globalization;
using System.Text.RegularExpressions;
using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>A railway drawn in text, and what its trains do.</summary>
/// <remarks>
/// <code>
/// A =12km= L(600m,600m) =9km/2min= B      single line; L has two tracks; two minutes of headway
/// B #20km# C                              double line; a name without tracks always accepts, or was drawn before
/// train T1  A>L>B  500m  60km/h  00:10  priority 1  stop L 15min  held L
/// shut   A-L  01:00..03:00
/// breaks T1  00:20  30min
/// </code>
/// A train with nothing but its way is 500 m long, runs 60 km/h (a kilometre a minute) and stands ready at 00:00. Each
/// run ends with a check of its log.
/// </remarks>
internal sealed partial class DrawnRailway
{
    private readonly List<TrackPlace> _places = [];
    private readonly List<TrackSection> _sections = [];
    private readonly List<(string Name, TrainRun Run)> _trains = [];
    private readonly List<SectionClosure> _closures = [];
    private readonly List<(string Train, long At, int Seconds)> _breakdowns = [];

    private DrawnRailway(string drawing)
    {
        var lines = drawing.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        foreach (var line in lines.Where(l => l.Contains('=') || l.Contains('#'))) ReadLine(line);
        Layout = new TrackLayout(_places, _sections);
        foreach (var words in lines.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            switch (words[0])
            {
                case "train": ReadTrain(words); break;
                case "shut": ReadClosure(words); break;
                case "breaks": _breakdowns.Add((words[1], Clock(words[2]), Minutes(words[3]))); break;
                default: break;
            }
    }

    internal TrackLayout Layout { get; }

    internal IReadOnlyList<TrainRun> Runs => [.. _trains.Select(t => t.Run)];

    internal IReadOnlyList<SectionClosure> Closures => _closures;

    internal static DrawnRailway Draw(string drawing) => new(drawing);

    internal int Place(string name) => _places.FindIndex(p => p.Name == name);

    internal int Section(string from, string to) => _sections.FindIndex(s =>
        (s.From, s.To) == (Place(from), Place(to)) || (s.From, s.To) == (Place(to), Place(from)));

    internal int Train(string name) => _trains.FindIndex(t => t.Name == name);

    /// <summary>The railway with all trains, closures and breakdowns, before its first event.</summary>
    internal Railway Prepare(
        EventCalendar calendar, GrantRule rule = GrantRule.SafeAfter, long waitSecondsMax = RailLimits.WaitSecondsMax)
    {
        var railway = new Railway(Layout, calendar, 0, waitSecondsMax, rule);
        foreach (var (_, run) in _trains) railway.Add(run);
        foreach (var (section, from, until) in _closures) railway.Shut(section, from, until);
        foreach (var (train, at, seconds) in _breakdowns) railway.BreakDown(Train(train), at, seconds);
        return railway;
    }

    /// <summary>Runs until nothing more happens; the timetable of the trains, one a line.</summary>
    internal string Play(GrantRule rule = GrantRule.SafeAfter, long waitSecondsMax = RailLimits.WaitSecondsMax)
    {
        var calendar = new EventCalendar();
        var log = new List<RailwayEntry>();
        var railway = Prepare(calendar, rule, waitSecondsMax);
        railway.Log = log;
        while (calendar.TryNext(out var due)) railway.Handle(due);
        Check(log, railway.TrainsGone == railway.Trains);
        return Timetable(log);
    }

    /// <summary>Demands that nothing impossible is in a log.</summary>
    internal void Check(IEnumerable<RailwayEntry> log, bool isOver) =>
        Assert.Empty(LogCheck.FindFaults(Layout, Runs, _closures, log, isOver));

    /// <summary>What trains did: the time at each place, arrival and departure where they differ, brackets where a
    /// train only passed, and three dots where it stands at the end.</summary>
    internal string Timetable(IEnumerable<RailwayEntry> log)
    {
        var byTrain = log.ToLookup(e => e.Train);
        var lines = _trains.Select((t, i) => $"{t.Name}  {string.Join("  ", Calls(byTrain[i]))}".TrimEnd());
        return string.Join('\n', lines);
    }

    private IEnumerable<string> Calls(IEnumerable<RailwayEntry> entries)
    {
        var (place, reached, stands) = ("", 0L, false);
        foreach (var entry in entries)
            switch (entry.Act)
            {
                case RailwayAct.Enters:
                    (place, reached, stands) = (_places[entry.Where].Name, entry.Time, true);
                    break;
                case RailwayAct.TakesTrack:
                    (place, reached, stands) = (_places[entry.Where].Name, entry.Time, false);
                    break;
                case RailwayAct.Stands:
                    stands = true;
                    break;
                case RailwayAct.TakesSection:
                    var until = entry.Time == reached ? "" : $"-{Clock(entry.Time)}";
                    yield return stands ? $"{place} {Clock(reached)}{until}" : $"({place} {Clock(reached)}{until})";
                    place = "";
                    break;
                case RailwayAct.Leaves:
                    yield return $"{place} {Clock(reached)}";
                    yield break;
                default:
                    break;
            }
        if (place.Length > 0) yield return $"{place} {Clock(reached)} ...";
    }

    private void ReadLine(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = FindOrAddPlace(words[0]);
        for (var i = 1; i < words.Length; i += 2)
        {
            var next = FindOrAddPlace(words[i + 1]);
            var parts = words[i].Trim('=', '#').Split('/');
            _sections.Add(new TrackSection(at, next, Number(parts[0], "km") * 1_000)
            {
                Tracks = words[i][0] == '#' ? 2 : 1,
                HeadwaySeconds = parts.Length > 1 ? Minutes(parts[1]) : 0,
            });
            at = next;
        }
    }

    private int FindOrAddPlace(string word)
    {
        var match = PlaceWord().Match(word);
        Assert.True(match.Success, $"not a place: {word}");
        var name = match.Groups["name"].Value;
        if (Place(name) >= 0) return Place(name);
        var tracks = match.Groups["tracks"].Value;
        _places.Add(tracks.Length == 0
            ? TrackPlace.Open(name)
            : new TrackPlace(name, [.. tracks.Split(',').Select(t => Number(t, "m"))]));
        return _places.Count - 1;
    }

    private void ReadTrain(string[] words)
    {
        var places = words[2].Split('>').Select(Place).ToList();
        var (length, speed, entry, priority) = (500, 60, 0L, 0);
        var dwell = new int[places.Count];
        for (var i = 3; i < words.Length; i++)
            if (words[i] == "priority") priority = int.Parse(words[++i], CultureInfo.InvariantCulture);
            else if (words[i] == "stop") dwell[places.IndexOf(Place(words[++i]))] = Minutes(words[++i]);
            else if (words[i] == "held") dwell[places.IndexOf(Place(words[++i]))] = TrainRun.UntilSentOn;
            else if (words[i].EndsWith("km/h", StringComparison.Ordinal)) speed = Number(words[i], "km/h");
            else if (words[i].Contains(':')) entry = Clock(words[i]);
            else length = Number(words[i], "m");
        var sections = places.Zip(places.Skip(1), (from, to) => Section(_places[from].Name, _places[to].Name)).ToList();
        var route = new TrainRoute(Layout, places[0], sections, length);
        var running = sections.Select(s => _sections[s].LengthMetres * 36 / (speed * 10)).ToList();
        _trains.Add((words[1], new TrainRun(route, running, entry) { Priority = priority, DwellSeconds = dwell }));
    }

    private void ReadClosure(string[] words)
    {
        var (ends, times) = (words[1].Split('-'), words[2].Split(".."));
        _closures.Add(new SectionClosure(Section(ends[0], ends[1]), Clock(times[0]), Clock(times[1])));
    }

    private static int Minutes(string text) => Number(text, "min") * 60;

    private static int Number(string text, string unit)
    {
        Assert.EndsWith(unit, text, StringComparison.Ordinal);
        return int.Parse(text[..^unit.Length], CultureInfo.InvariantCulture);
    }

    private static long Clock(string text) =>
        text.Split(':').Aggregate(0L, (sum, part) => sum * 60 + long.Parse(part, CultureInfo.InvariantCulture)) * 60;

    private static string Clock(long seconds)
    {
        var rest = seconds % 60 == 0 ? "" : $":{seconds % 60:00}";
        return $"{seconds / 3_600:00}:{seconds / 60 % 60:00}{rest}";
    }

    [GeneratedRegex(@"^(?<name>\w+)(\((?<tracks>[^)]+)\))?$")]
    private static partial Regex PlaceWord();
}
