namespace Rahdar.Benchmarks.Generated;

/// <summary>One direction of a line and its timetable.</summary>
/// <param name="Stops">Places, in order.</param>
/// <param name="Minutes">Minutes from leaving the first stop to leaving each stop.</param>
/// <param name="Starts">Minutes at which a run leaves the first stop, ascending.</param>
/// <param name="Train">What runs on it.</param>
/// <param name="GramsPerKm">Emissions of a kilometre, g CO2e.</param>
/// <param name="NepersPerHop">Risk of a hop, nanonepers.</param>
internal sealed record RailLine(
    int[] Stops, int[] Minutes, int[] Starts, TrainClass Train, int GramsPerKm, int NepersPerHop);

/// <summary>Draws rail lines: chains of near neighbours that keep roughly their direction.</summary>
internal sealed class RailLines(CorridorShape shape, Place[] places, int[][] near, bool[] isPort, SplitMix draw)
{
    private const int Day = 1440;

    /// <summary>Minutes that a train stands at a stop.</summary>
    private const int StandMinutes = 60;

    private static readonly int[] DaysBetweenRuns = [1, 1, 1, 2, 3];
    private static readonly int[] DaysBetweenRunsToPorts = [5, 7, 7];
    private static readonly int[] GramsPerKm = [220, 250, 280];
    private static readonly int[] RiskyNepers = [2_000_000, 5_000_000];

    /// <summary>Both directions of lines, until there are departures enough.</summary>
    public List<RailLine> Draw()
    {
        var lines = new List<RailLine>();
        for (var departures = 0; departures < shape.Departures;)
        {
            var stops = Chain();
            if (stops.Length < Math.Min(shape.Stops.Fewest, places.Length)) continue;
            var days = draw.OneOf(stops.Any(p => isPort[p]) ? DaysBetweenRunsToPorts : DaysBetweenRuns);
            var train = draw.OneOf(Rates.Trains);
            var grams = draw.OneOf(GramsPerKm);
            var risk = draw.OnceIn(6) ? draw.OneOf(RiskyNepers) : 0;
            foreach (var way in new[] { stops, [.. stops.Reverse()] })
            {
                var line = new RailLine(way, Running(way, train), Starts(days), train, grams, risk);
                departures += line.Starts.Length * (way.Length - 1);
                lines.Add(line);
            }
        }
        return lines;
    }

    private int[] Chain()
    {
        var chain = new List<int> { draw.Below(places.Length) };
        var wanted = draw.Between(shape.Stops.Fewest, shape.Stops.Most);
        var (east, north) = (draw.Between(-100, 100), draw.Between(-100, 100));
        while (chain.Count < wanted)
        {
            var here = places[chain[^1]];
            var next = near[chain[^1]].Where(q => !chain.Contains(q) && Onward(here, places[q]) > 0)
                .Take(6).OrderByDescending(q => Onward(here, places[q]) / here.KmTo(places[q])).ToList();
            if (next.Count == 0) break;
            chain.Add(next[0]);
        }
        return [.. chain];

        long Onward(Place from, Place to) => 1000L * (east * (to.X - from.X) + north * (to.Y - from.Y));
    }

    private int[] Running(int[] stops, TrainClass train)
    {
        var minutes = new int[stops.Length];
        for (var i = 1; i < stops.Length; i++)
            minutes[i] = minutes[i - 1] + StandMinutes + train.Minutes(places[stops[i - 1]].KmTo(places[stops[i]]));
        return minutes;
    }

    private int[] Starts(int daysBetween)
    {
        var first = draw.Below(daysBetween) * Day + 15 * draw.Below(Day / 15);
        return [.. Enumerable.Range(0, shape.HorizonDays).Select(k => first + k * daysBetween * Day)
            .TakeWhile(minute => minute < shape.Horizon)];
    }
}
