namespace Rahdar.Planning.Space;

/// <summary>A way from a state to the next that boxes may take at once.</summary>
/// <param name="From">State before.</param>
/// <param name="Minutes">Least minutes it takes.</param>
/// <param name="Uneven">Clocks on it that make some wait longer than others.</param>
/// <typeparam name="TState">How states are told apart.</typeparam>
internal readonly record struct AtOnce<TState>(TState From, int Minutes, IReadOnlyList<BorderClock> Uneven)
{
    /// <summary>Clocks in steps of a movement that make some wait longer than others.</summary>
    internal static IReadOnlyList<BorderClock> UnevenIn(IEnumerable<Step> steps) =>
        [.. steps.Select(s => s.Border).OfType<BorderClock>().Where(c => !c.IsEven)];
}

/// <summary>A ground with storage where two boxes that came apart may leave together: by a timetabled departure, or
/// just in time for one.</summary>
/// <remarks>
/// Source: condition (5) of docs/decisions, "The plan space, written down to the minute". Up to here both have left
/// every place at once, so the ways here are over movements without a date.
/// </remarks>
/// <typeparam name="TState">How states are told apart.</typeparam>
internal sealed class Meeting<TState>
    where TState : notnull
{
    private readonly int _latestStart;
    private readonly Dictionary<(TState From, bool IsUneven), int> _leastMinutes = [];
    private readonly KeptGaps _kept;

    /// <param name="at">Where.</param>
    /// <param name="tariff">What a stay costs there.</param>
    /// <param name="latestStart">Last minute at which boxes can be ready and still leave together with others.</param>
    /// <param name="start">First minute of any departure.</param>
    /// <param name="atOnceInto">Ways into each state that boxes may take at once.</param>
    internal Meeting(
        TState at, StorageTariff tariff, int latestStart, int start, ILookup<TState, AtOnce<TState>> atOnceInto)
    {
        (Tariff, _latestStart) = (tariff, latestStart);
        var clocks = new HashSet<BorderClock>();
        var queue = new PriorityQueue<(TState From, bool IsUneven), int>();
        Back((at, false), 0);
        while (queue.TryDequeue(out var way, out var minutes))
            if (minutes == _leastMinutes[way]) Back(way, minutes);
        _kept = new KeptGaps(clocks, latestStart);

        void Back((TState From, bool IsUneven) way, int minutes)
        {
            foreach (var (from, more, uneven) in atOnceInto[way.From])
            {
                var sum = minutes + more;
                if (start + sum > latestStart) continue;
                clocks.UnionWith(uneven);
                var longer = (from, way.IsUneven || uneven.Count > 0);
                if (sum >= _leastMinutes.GetValueOrDefault(longer, int.MaxValue)) continue;
                _leastMinutes[longer] = sum;
                queue.Enqueue(longer, sum);
            }
        }
    }

    internal StorageTariff Tariff { get; }

    /// <summary>States from which boxes can come here at once and in time.</summary>
    internal IEnumerable<TState> Before => _leastMinutes.Keys.Select(k => k.From).Distinct();

    /// <summary>Most minutes by which a first box can stand here longer than a second; null when the second cannot come
    /// here in time.</summary>
    /// <param name="from">Where both stand now.</param>
    /// <param name="one">Minute the first is ready.</param>
    /// <param name="two">Minute the second is ready, not before the first.</param>
    internal int? MostApart(TState from, int one, int two) => MostApart(LeastMinutesFrom(from), one, two);

    /// <summary>Least minutes of the ways here from a state: over some uneven clock, and over none; null without
    /// one.</summary>
    internal (int? Uneven, int? Even) LeastMinutesFrom(TState from) => (Least(from, true), Least(from, false));

    /// <summary>The same for a state whose least minutes were asked before.</summary>
    internal int? MostApart((int? Uneven, int? Even) least, int one, int two)
    {
        if (least.Uneven is { } uneven && two + uneven <= _latestStart)
            return _kept.LeastFrom(two - one, enough: _latestStart - one - uneven);
        return least.Even is { } even && two + even <= _latestStart ? two - one : null;
    }

    private int? Least(TState from, bool isUneven) =>
        _leastMinutes.TryGetValue((from, isUneven), out var minutes) ? minutes : null;
}
