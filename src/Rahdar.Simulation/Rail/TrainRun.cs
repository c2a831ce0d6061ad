namespace Rahdar.Simulation.Rail;

/// <summary>One train on its way, once.</summary>
/// <remarks>Immutable.</remarks>
public sealed class TrainRun
{
    /// <summary>Dwell of a train that stands until its owner sends it on (<see cref="Railway.SendOn"/>).</summary>
    public const int UntilSentOn = -1;

    /// <summary>A train on a route.</summary>
    /// <param name="route">Its way.</param>
    /// <param name="runningSeconds">Least time over each section of the route; at least 1.</param>
    /// <param name="earliestEntry">When it stands ready to enter, seconds.</param>
    /// <remarks>Throws: when the times do not match the route or are impossible.</remarks>
    public TrainRun(TrainRoute route, IReadOnlyList<int> runningSeconds, long earliestEntry)
    {
        if (runningSeconds.Count != route.Sections.Count)
            throw new ArgumentException("one running time for each section of the route", nameof(runningSeconds));
        if (runningSeconds.Any(s => s is < 1 or > RailLimits.SecondsMax))
            throw new ArgumentException("impossible running time", nameof(runningSeconds));
        (Route, EarliestEntry) = (route, earliestEntry);
        (RunningAt, DwellAt) = ([.. runningSeconds], new int[route.Places.Count]);
    }

    /// <summary>Its way, and with it its length.</summary>
    public TrainRoute Route { get; }

    /// <summary>When it stands ready at its first place, seconds.</summary>
    public long EarliestEntry { get; }

    /// <summary>Its rank: of trains that could go, the one of the lower figure goes first.</summary>
    public int Priority { get; init; }

    /// <summary>Least time over each section of the route, seconds.</summary>
    public IReadOnlyList<int> RunningSeconds => RunningAt;

    /// <summary>Time it has business at each place of the route before it seeks to go on, seconds, or
    /// <see cref="UntilSentOn"/>. All 0 unless said; the last counts for nothing.</summary>
    /// <remarks>Throws: when it is not one figure for each place, is impossible, or the train cannot stop there.
    /// </remarks>
    public IReadOnlyList<int> DwellSeconds
    {
        get => DwellAt;
        init
        {
            if (value.Count != Route.Places.Count)
                throw new ArgumentException("one dwell for each place of the route", nameof(value));
            if (value.Any(s => s is < UntilSentOn or > RailLimits.SecondsMax))
                throw new ArgumentException("impossible dwell", nameof(value));
            if (value.Select((s, i) => (s, i)).Any(d => d.s != 0 && Array.BinarySearch(Route.StopAt, d.i) < 0))
                throw new ArgumentException("a dwell where the train cannot stop", nameof(value));
            DwellAt = [.. value];
        }
    }

    internal int[] RunningAt { get; }

    internal int[] DwellAt { get; private init; }
}
