using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>A share of all runs lies at or below a value, with the error of having drawn only so many.</summary>
/// <param name="Value">The percentile; null when the runs at it were stranded.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end; null when it lies among the stranded.</param>
public sealed record Percentile<T>(T? Value, T? Low, T? High) where T : struct;

/// <summary>What becomes of one plan when its figures take the values they may have.</summary>
/// <remarks>
/// Made by drawing each figure from its triangle, so often as asked; closures without a known end are
/// drawn from a triangle over the recorded durations, or the scenario's own. What is only disputed is not drawn: it
/// stands beside the plan. Time base: UTC instants.
/// </remarks>
public sealed class Forecast
{
    private readonly int?[] _arrivals;
    private readonly long[] _cents;
    private readonly int[] _missed;
    private readonly int?[] _sorted;
    private readonly int?[][] _ends;
    private readonly long[] _sortedCents;

    internal Forecast(PlanTiming timing, Draws draws)
    {
        (_arrivals, _cents, _missed) =
            (new int?[draws.Replicates], new long[draws.Replicates], new int[draws.Replicates]);
        _ends = [.. Enumerable.Range(0, timing.Count).Select(_ => new int?[draws.Replicates])];
        var ends = new int?[timing.Count];
        for (var n = 0; n < draws.Replicates; n++)
        {
            Array.Clear(ends);
            (_arrivals[n], _cents[n], _missed[n]) = timing.Run(new Values.Drawn(draws, n), ends);
            for (var i = 0; i < ends.Length; i++) _ends[i][n] = ends[i];
        }
        _sorted = Sorted(_arrivals);
        _ends = [.. _ends.Select(Sorted)];
        _sortedCents = [.. _cents.Where((_, n) => _arrivals[n] is not null).Order()];
        Connections = [.. timing.Departures.Select((service, i) =>
            (service, _missed.Count(m => (m >> i & 1) == 1) / (double)_missed.Length))];
    }

    /// <summary>Runs made.</summary>
    public int Replicates => _arrivals.Length;

    /// <summary>Share of runs that never arrive: no departure left, a border never opened, the longest stay
    /// passed.</summary>
    public double StrandedShare => _arrivals.Count(a => a is null) / (double)_arrivals.Length;

    /// <summary>Timetabled departures of the plan with the chance of missing each.</summary>
    public IReadOnlyList<(string ServiceId, double MissedShare)> Connections { get; }

    /// <summary>Arrival that a share of the runs keeps.</summary>
    /// <param name="share">0 to 1, as 0.9 for p90.</param>
    public Percentile<Instant> Arrival(double share)
    {
        var (at, low, high) = Ranks(share, _sorted.Length);
        return new Percentile<Instant>(InstantOf(_sorted[at]), InstantOf(_sorted[low]), InstantOf(_sorted[high]));
    }

    /// <summary>End of one movement of the plan that a share of the runs keeps; null when the runs at it were stranded
    /// before.</summary>
    /// <param name="movement">Number of the movement, from 0: see <see cref="Element.Movement"/>.</param>
    /// <param name="share">0 to 1, as 0.9 for p90.</param>
    public Instant? EndOf(int movement, double share) =>
        InstantOf(_ends[movement][Ranks(share, _ends[movement].Length).At]);

    /// <summary>Cost in US cents that a share of the runs that arrive keeps.</summary>
    public Percentile<long> Cost(double share)
    {
        if (_sortedCents.Length == 0) return new Percentile<long>(null, null, null);
        var (at, low, high) = Ranks(share, _sortedCents.Length);
        return new Percentile<long>(_sortedCents[at], _sortedCents[low], _sortedCents[high]);
    }

    /// <summary>Arrival of the last run to arrive; null when none does.</summary>
    public Instant? LastArrival => InstantOf(_arrivals.Max());

    /// <summary>Chance of having arrived by an instant.</summary>
    public double ProbabilityBy(Instant instant)
    {
        var minute = CorridorClock.MinuteOf(instant);
        return _arrivals.Count(a => a <= minute) / (double)_arrivals.Length;
    }

    /// <summary>Arrival minute of each run, null when stranded; run n of two forecasts has the same luck.</summary>
    internal IReadOnlyList<int?> Arrivals => _arrivals;

    /// <summary>Cost of each run.</summary>
    internal IReadOnlyList<long> Cents => _cents;

    /// <summary>Forecasts of plans of one question, all under the same draws.</summary>
    internal static IReadOnlyList<Forecast> Of(PlanContext c, IEnumerable<HeldPlan> plans, DrawRequest request) =>
        Of(c, plans, Draws.Of(c.Network, request));

    internal static IReadOnlyList<Forecast> Of(PlanContext c, IEnumerable<HeldPlan> plans, Draws draws) =>
        [.. plans.Select(plan => new Forecast(new PlanTiming(c, plan), draws))];

    /// <summary>In order of time, the stranded last.</summary>
    private static int?[] Sorted(int?[] minutes) =>
        [.. minutes.Order(Comparer<int?>.Create(static (x, y) => (x ?? int.MaxValue).CompareTo(y ?? int.MaxValue)))];

    private static Instant? InstantOf(int? minute) => minute is { } m ? CorridorClock.InstantOf(m) : null;

    /// <summary>Rank of a percentile among n, and the ranks between which it lies in 95 of 100 such draws.</summary>
    private static (int At, int Low, int High) Ranks(double share, int n)
    {
        var half = 1.96 * Math.Sqrt(n * share * (1 - share));
        int Rank(double rank) => Math.Clamp((int)Math.Ceiling(rank) - 1, 0, n - 1);
        return (Rank(n * share), Rank(n * share - half), Rank(n * share + half + 1));
    }
}
