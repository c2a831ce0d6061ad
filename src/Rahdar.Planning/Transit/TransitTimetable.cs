using NodaTime;
using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>A feed laid out for the search: points, walks, and patterns of runs that call at the same points and do not
/// overtake.</summary>
/// <remarks>Time base: whole seconds after <see cref="Base"/>. Made by <see cref="TimetableBuilder"/>; immutable, and
/// safe for several searches at once.</remarks>
public sealed record TransitTimetable
{
    internal TransitTimetable()
    {
    }

    internal string Name { get; init; } = "";

    internal Instant Base { get; init; }

    internal IReadOnlyList<GtfsStop> Stops { get; init; } = [];

    internal Dictionary<string, int> StopIndex { get; init; } = [];

    /// <summary>Stop of each point.</summary>
    internal int[] StopOf { get; init; } = [];

    /// <summary>Points of a stop and of what lies in it.</summary>
    internal Func<int, IReadOnlyList<int>> PointsOf { get; init; } = _ => [];

    /// <summary>Change at the point itself; <see cref="int.MaxValue"/> not possible.</summary>
    internal int[] Change { get; init; } = [];

    /// <summary>First walk of each point in <see cref="WalkTo"/>; one more entry than points.</summary>
    internal int[] WalkStart { get; init; } = [];

    internal int[] WalkTo { get; init; } = [];

    internal int[] WalkSeconds { get; init; } = [];

    /// <summary>Changes the feed asks for: 1 recommended, 2 timed.</summary>
    internal Dictionary<(int From, int To), int> Preferred { get; init; } = [];

    internal Pattern[] Patterns { get; init; } = [];

    /// <summary>First entry of each point in <see cref="CallPattern"/>; one more entry than points.</summary>
    internal int[] CallStart { get; init; } = [];

    /// <summary>Patterns that can be boarded at a point.</summary>
    internal int[] CallPattern { get; init; } = [];

    /// <summary>Position of that call.</summary>
    internal int[] CallPosition { get; init; } = [];

    /// <summary>Number of stops.</summary>
    public int StopCount => Stops.Count;

    /// <summary>Number of runs, through services counted once.</summary>
    public int RunCount => Patterns.Sum(p => p.Runs);

    /// <summary>The same timetable run backwards in time, for questions that fix the arrival.</summary>
    internal Lazy<TransitTimetable>? Mirror { get; init; }
}

/// <summary>Runs that call at the same points, in order of time, none overtaking another.</summary>
internal sealed class Pattern
{
    internal required int[] Points { get; init; }

    internal required bool[] CanBoard { get; init; }

    internal required bool[] CanAlight { get; init; }

    internal required int Runs { get; init; }

    /// <summary>Arrival of run r at position p: entry r x length + p.</summary>
    internal required int[] Arrivals { get; init; }

    /// <summary>Departure of run r at position p: entry p x runs + r, so that a search for the next run looks at
    /// neighbours.</summary>
    internal required int[] Departures { get; init; }

    /// <summary>Trip of each hop of each run: entry r x length + p is the trip from p to p + 1.</summary>
    internal required string[] HopTrips { get; init; }
}
