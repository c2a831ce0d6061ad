namespace Rahdar.Simulation.Corridor;

/// <summary>When a gate may work, and how much of its usual throughput it then reaches: hours, holidays and closures in
/// one.</summary>
/// <remarks>Unit: seconds of the model. Shape: stretches in order of time that do not overlap; share in thousandths.
/// </remarks>
internal sealed record GateHours(long[] Starts, long[] Ends, int[] Shares)
{
    /// <summary>Seconds open up to a time, a share of a second for each second at a share.</summary>
    internal long OpenSeconds(long from, long to)
    {
        var open = 0L;
        for (var i = 0; i < Starts.Length; i++)
        {
            var (start, end) = (Math.Max(Starts[i], from), Math.Min(Ends[i], to));
            if (start < end) open += (end - start) * Shares[i] / 1000;
        }
        return open;
    }
}

/// <summary>Something that lets units through one after another in the order in which they came: a border post, the
/// cranes of a yard, the berths of a port.</summary>
/// <param name="Id">Row of the data it stands for.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">Post, yard or port.</param>
/// <param name="Unit">What it counts: trucks, trains, wagons, TEU, ships.</param>
/// <param name="MillisecondsPerUnit">Open time that one unit takes; 0 when only the hours hold.</param>
/// <param name="Hours">When it works.</param>
internal sealed record GateModel(
    string Id, string Name, ResourceKind Kind, string Unit, long MillisecondsPerUnit, GateHours Hours);

/// <summary>A gate in one replication.</summary>
/// <remarks>As units are served in the order in which they come, the passage of each is known when it comes: no event
/// is needed for it. Who is still held at the last second has waited up to it, and counts.</remarks>
/// <param name="model">The gate.</param>
/// <param name="first">First second that is measured.</param>
/// <param name="last">Last second that is measured.</param>
internal sealed class Gate(GateModel model, long first, long last)
{
    private long _freeAt;
    private int _stretch;
    private long _carried; // thousandths of a second of work not yet counted as a whole one

    internal GateModel Model => model;

    /// <summary>Units begun in the days measured.</summary>
    internal long Units { get; private set; }

    /// <summary>Unit-seconds waited inside the days measured, whoever came and whether served or not.</summary>
    internal long UnitSecondsWaited { get; private set; }

    /// <summary>Units that came in the days measured.</summary>
    internal long Came { get; private set; }

    /// <summary>Unit-seconds to their turn of those that came in the days measured, also after them.</summary>
    internal long UnitSecondsToTurn { get; private set; }

    /// <summary>Units that came in the days measured and never have their turn.</summary>
    internal long NeverServed { get; private set; }

    /// <summary>Mean seconds to their turn of units that came in the days measured; NaN when none came, or when some
    /// never have it.</summary>
    internal double SecondsToTurn => Came == 0 || NeverServed > 0 ? double.NaN : (double)UnitSecondsToTurn / Came;

    /// <summary>Seconds of work done on the days measured, at the usual throughput.</summary>
    internal long BusySeconds { get; private set; }

    internal void Reset()
    {
        (_freeAt, _stretch, _carried) = (0, 0, 0);
        (Units, UnitSecondsWaited, BusySeconds) = (0, 0, 0);
        (Came, UnitSecondsToTurn, NeverServed) = (0, 0, 0);
    }

    /// <summary>Lets units through that come at a time, later than all before them.</summary>
    /// <returns>When work on them begins and ends; the end is <see cref="Never"/> when it does not open
    /// again.</returns>
    internal (long Begin, long End) Pass(long at, int units)
    {
        var begin = Open(Math.Max(at, _freeAt));
        Wait(at, begin, units);
        if (begin == Never) return (Never, Never);
        var work = units * model.MillisecondsPerUnit + _carried;
        _carried = work % 1000;
        var end = Work(begin, work / 1000);
        if (end == Never)
        {
            _freeAt = Never;
            return (Never, Never);
        }
        _freeAt = end;
        // Of work across an edge of the days measured only the part inside counts: use is never above 1.
        BusySeconds += begin >= first && end <= last ? work / 1000
            : model.Hours.OpenSeconds(Math.Max(begin, first), Math.Min(end, last));
        if (begin >= first && begin <= last) Units += units;
        return (begin, end);
    }

    private void Wait(long at, long begin, int units)
    {
        UnitSecondsWaited += Measures.Inside(at, begin, first, last) * units;
        if (at < first || at > last) return;
        Came += units;
        if (begin == Never) NeverServed += units;
        else UnitSecondsToTurn += (begin - at) * units;
    }

    internal const long Never = long.MaxValue;

    /// <summary>First open second at or after a time.</summary>
    private long Open(long at)
    {
        if (at == Never) return Never;
        var hours = model.Hours;
        while (_stretch < hours.Ends.Length && hours.Ends[_stretch] <= at) _stretch++;
        return _stretch == hours.Ends.Length ? Never : Math.Max(at, hours.Starts[_stretch]);
    }

    /// <summary>When work that begins in the current stretch is done.</summary>
    private long Work(long begin, long seconds)
    {
        var hours = model.Hours;
        for (var i = _stretch; i < hours.Ends.Length; i++)
        {
            var start = Math.Max(begin, hours.Starts[i]);
            var room = (hours.Ends[i] - start) * hours.Shares[i] / 1000;
            if (seconds <= room) return start + (hours.Shares[i] == 1000 ? seconds : seconds * 1000 / hours.Shares[i]);
            seconds -= room;
        }
        return Never;
    }
}
