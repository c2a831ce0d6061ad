using Rahdar.Benchmarks.Generated;
using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Benchmarks.Line;

/// <summary>A year of a busy single line of 25 blocks on the product's railway: loops of two tracks, every sixth place
/// a station of four, trains both ways in turn, 10 to 20 minutes a block.</summary>
internal sealed class BusyLine
{
    private const int Blocks = 25;
    private const int PlacesPerStation = 6;
    private const int Year = 365 * 86_400;
    private const int HeadwaySeconds = 120;
    private const int TrainLength = 800;

    private readonly EventCalendar _calendar = new();
    private readonly Railway _railway;
    private readonly List<TrainRun> _runs = [];

    /// <summary>The line and its trains.</summary>
    /// <param name="gapSeconds">Mean time between two trains of one direction.</param>
    internal BusyLine(int gapSeconds)
    {
        var draw = new SplitMix(1);
        var layout = DrawLayout(draw);
        _railway = new Railway(layout, _calendar, 0);
        var sections = Enumerable.Range(0, Blocks).ToList();
        var east = new TrainRoute(layout, 0, sections, TrainLength);
        var west = new TrainRoute(layout, Blocks, [.. sections.AsEnumerable().Reverse()], TrainLength);
        for (var at = 0; at < Year; at += draw.Between(1, gapSeconds - 1))
        {
            var running = sections.Select(_ => draw.Between(600, 1_200));
            var route = _runs.Count % 2 == 0 ? east : west;
            _runs.Add(new TrainRun(route, [.. running], at) { Priority = draw.Below(3) });
        }
    }

    /// <summary>Trains there are.</summary>
    internal int Trains => _runs.Count;

    /// <summary>Events handled in the last run.</summary>
    internal long Steps => _calendar.Handled;

    /// <summary>Runs the year and returns the hops; throws unless every train leaves.</summary>
    internal long Run()
    {
        _calendar.Reset();
        _railway.Reset();
        foreach (var run in _runs) _railway.Add(run);
        while (_calendar.TryNext(out var due)) _railway.Handle(due);
        return _railway.TrainsGone == _runs.Count ? _railway.Hops
            : throw new InvalidOperationException($"{_runs.Count - _railway.TrainsGone} trains are left");
    }

    private static TrackLayout DrawLayout(SplitMix draw)
    {
        var places = new List<TrackPlace>();
        for (var p = 0; p <= Blocks; p++)
            places.Add(p is 0 or Blocks ? TrackPlace.Open($"end {p}")
                : p % PlacesPerStation == 0 ? new TrackPlace($"station {p}", [900, 900, 1_300, 1_300])
                : new TrackPlace($"loop {p}", [900, 900]));
        var sections = Enumerable.Range(0, Blocks)
            .Select(s => new TrackSection(s, s + 1, draw.Between(8, 20) * 1_000) { HeadwaySeconds = HeadwaySeconds });
        return new TrackLayout(places, [.. sections]);
    }
}
