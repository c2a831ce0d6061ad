namespace Rahdar.Planning.Transit;

/// <summary>A question in the terms of the search: gates to begin at, ends, and stops to go by. For questions that fix
/// the
/// arrival it is turned round: then the destinations are where the search begins.</summary>
internal sealed class SearchSide
{
    private readonly TransitTimetable _t;

    internal SearchSide(TransitTimetable t, TransitQuery query, bool isBack)
    {
        _t = t;
        var vias = isBack ? query.Vias.Reverse().ToList() : query.Vias;
        Meets = [.. vias.Select(v => Points(v.Stop))];
        Stays = [.. vias.Select(v => v.StaySeconds)];
        Starts = [.. ListStarts(isBack ? query.Destinations : query.Origins)];
        Ends = [.. ListEnds(isBack ? query.Origins : query.Destinations)];
    }

    /// <summary>For each stop to go by, the points at which it is met.</summary>
    internal bool[][] Meets { get; }

    /// <summary>Stay at each, seconds.</summary>
    internal int[] Stays { get; }

    internal IReadOnlyList<Gate> Starts { get; }

    internal IReadOnlyList<(int Point, int Seconds, int End)> Ends { get; }

    /// <summary>Seconds at the door from which something can be boarded at once, latest first, each once.</summary>
    /// <param name="from">First.</param>
    /// <param name="before">First that is too late.</param>
    internal IEnumerable<int> ListDepartures(int from, int before)
    {
        var times = new SortedSet<int>();
        foreach (var gate in Starts)
            for (var c = _t.CallStart[gate.Point]; c < _t.CallStart[gate.Point + 1]; c++)
            {
                var pattern = _t.Patterns[_t.CallPattern[c]];
                for (var run = 0; run < pattern.Runs; run++)
                {
                    var ready = pattern.Departures[_t.CallPosition[c] * pattern.Runs + run] - gate.Seconds;
                    if (ready >= from && ready < before) times.Add(ready);
                }
            }
        return times.Reverse();
    }

    private bool[] Points(string stop)
    {
        var at = new bool[_t.StopOf.Length];
        foreach (var point in _t.PointsOf(_t.StopIndex[stop])) at[point] = true;
        return at;
    }

    private IEnumerable<(int Point, int Seconds, int End)> ListEnds(IReadOnlyList<TransitEnd> ends) =>
        ends.SelectMany((end, number) => _t.PointsOf(_t.StopIndex[end.Stop])
            .Select(point => (point, end.OffsetSeconds, number)));

    private IEnumerable<Gate> ListStarts(IReadOnlyList<TransitEnd> origins)
    {
        var least = new Dictionary<(int Point, int Layer), Gate>();
        for (var number = 0; number < origins.Count; number++)
        {
            var origin = origins[number];
            foreach (var point in _t.PointsOf(_t.StopIndex[origin.Stop]))
                foreach (var (layer, seconds) in Stay(point, 0, origin.OffsetSeconds))
                {
                    Keep(new Gate(point, layer, seconds, number));
                    for (var w = _t.WalkStart[point]; w < _t.WalkStart[point + 1]; w++)
                        foreach (var (gone, later) in Stay(_t.WalkTo[w], layer, seconds + _t.WalkSeconds[w]))
                            Keep(new Gate(_t.WalkTo[w], gone, later, number));
                }
        }
        return least.Values.OrderBy(g => g.Point).ThenBy(g => g.Layer);

        void Keep(Gate gate)
        {
            var key = (gate.Point, gate.Layer);
            if (!least.TryGetValue(key, out var known) || known.Seconds > gate.Seconds) least[key] = gate;
        }
    }

    // A stop to go by may be met where the journey begins.
    private IEnumerable<(int Layer, int Seconds)> Stay(int point, int layer, int seconds)
    {
        yield return (layer, seconds);
        for (; layer < Stays.Length && Meets[layer][point];)
        {
            seconds += Stays[layer++];
            yield return (layer, seconds);
        }
    }
}
