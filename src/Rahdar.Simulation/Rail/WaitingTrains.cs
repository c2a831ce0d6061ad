namespace Rahdar.Simulation.Rail;

/// <summary>Trains that wait for a hop, by district, in the order in which they are served: by priority, then by how
/// long they have waited, then by number. Guards against starvation.</summary>
/// <remarks>Of trains that wait outside with the same route, stop and priority, what keeps one out keeps out all: only
/// the first of them stands in the row, the others queue behind it. So a backlog of thousands costs little.</remarks>
internal sealed class WaitingTrains
{
    private const int None = TrackLayout.None;

    private readonly long _waitSecondsMax;
    private readonly Func<int, long, bool> _isBeforeClosure;
    private readonly Row[] _rows; // by district
    private Entry[] _entries = []; // by train

    /// <summary>Nobody waits.</summary>
    /// <param name="districts">Districts there are.</param>
    /// <param name="waitSecondsMax">Seconds after which a train that waits is overdue.</param>
    /// <param name="isBeforeClosure">Whether a train waits for a closure to end: then it is not overdue, since it does
    /// not wait for other trains, and to keep those out would not help it.</param>
    internal WaitingTrains(int districts, long waitSecondsMax, Func<int, long, bool> isBeforeClosure)
    {
        (_waitSecondsMax, _isBeforeClosure, _rows) = (waitSecondsMax, isBeforeClosure, new Row[districts]);
        Reset();
    }

    internal void Reset() =>
        Array.Fill(_rows, new Row { First = None, Last = None, OverdueFrom = long.MaxValue, IsChanged = true });

    internal void Reserve(int trains) => Array.Resize(ref _entries, trains);

    /// <summary>First train of the row of a district, or none.</summary>
    internal int First(int district) => _rows[district].First;

    /// <summary>The one behind a train in its row, or none.</summary>
    internal int After(int train) => _entries[train].Behind;

    internal void Add(int train, int district, TrainRoute route, int stop, bool isOutside, int priority, long now)
    {
        ref var row = ref _rows[district];
        ref var entry = ref _entries[train];
        (entry.Route, entry.Stop, entry.IsOutside) = (route, stop, isOutside);
        (entry.Priority, entry.Since) = (priority, now);
        (entry.AlikeBehind, entry.AlikeLast) = (None, train);
        row.OverdueFrom = Math.Min(row.OverdueFrom, OverdueFrom(train));
        row.IsChanged = true;
        var alike = isOutside ? FirstAlike(train, ref row) : None;
        if (alike == None)
        {
            Insert(train, ref row);
            return;
        }
        _entries[_entries[alike].AlikeLast].AlikeBehind = train;
        _entries[alike].AlikeLast = train;
    }

    /// <summary>Takes a train away.</summary>
    /// <returns>The one that came into the row in its stead, or none.</returns>
    internal int Remove(int train, int district)
    {
        ref var row = ref _rows[district];
        ref var entry = ref _entries[train];
        row.IsChanged = true;
        var first = entry.IsOutside ? FirstAlike(train, ref row) : train;
        if (first != train)
        {
            TakeFromQueue(train, first);
            return None;
        }
        TakeOut(train, ref row);
        var next = entry.AlikeBehind;
        if (next == None) return None;
        _entries[next].AlikeLast = entry.AlikeLast;
        Insert(next, ref row);
        return next;
    }

    /// <summary>A closure begins or ends in a district: who is overdue there is seen anew.</summary>
    internal void NoteClosure(int district)
    {
        _rows[district].IsChanged = true;
        _rows[district].OverdueFrom = long.MinValue;
    }

    /// <summary>Whether a train that waits outside may enter: not while one inside is overdue, and while one outside
    /// is, only the one of them that has waited longest.</summary>
    internal bool MayEnter(int train, int district, long now)
    {
        ref var row = ref _rows[district];
        if (now < row.OverdueFrom) return true;
        if (row.IsChanged || now >= row.LookAgainAt) LookThrough(ref row, now);
        return now < row.OverdueFrom || (!row.IsInsideOverdue && train == row.LongestOutside);
    }

    private void LookThrough(ref Row row, long now)
    {
        (row.OverdueFrom, row.LookAgainAt) = (long.MaxValue, long.MaxValue);
        (row.IsInsideOverdue, row.LongestOutside, row.IsChanged) = (false, None, false);
        for (var train = row.First; train != None; train = _entries[train].Behind)
        {
            if (_isBeforeClosure(train, now)) continue;
            var from = OverdueFrom(train);
            row.OverdueFrom = Math.Min(row.OverdueFrom, from);
            if (from > now) row.LookAgainAt = Math.Min(row.LookAgainAt, from);
            else if (!_entries[train].IsOutside) row.IsInsideOverdue = true;
            else if (row.LongestOutside == None || HasWaitedLonger(train, row.LongestOutside))
                row.LongestOutside = train;
        }
    }

    private int FirstAlike(int train, ref Row row)
    {
        ref var entry = ref _entries[train];
        for (var other = row.First; other != None; other = _entries[other].Behind)
        {
            ref var o = ref _entries[other];
            if (o.IsOutside && o.Route == entry.Route && o.Stop == entry.Stop && o.Priority == entry.Priority)
                return other;
        }
        return None;
    }

    private void TakeFromQueue(int train, int first)
    {
        var ahead = first;
        while (_entries[ahead].AlikeBehind != train) ahead = _entries[ahead].AlikeBehind;
        _entries[ahead].AlikeBehind = _entries[train].AlikeBehind;
        if (_entries[first].AlikeLast == train) _entries[first].AlikeLast = ahead;
    }

    private void Insert(int train, ref Row row)
    {
        var ahead = row.Last;
        while (ahead != None && IsBefore(train, ahead)) ahead = _entries[ahead].Ahead;
        var behind = ahead == None ? row.First : _entries[ahead].Behind;
        (_entries[train].Ahead, _entries[train].Behind) = (ahead, behind);
        Join(ahead, train, ref row);
        Join(train, behind, ref row);
    }

    private void TakeOut(int train, ref Row row)
    {
        var (ahead, behind) = (_entries[train].Ahead, _entries[train].Behind);
        if (ahead == None && behind == None) (row.First, row.Last) = (None, None);
        else Join(ahead, behind, ref row);
    }

    private void Join(int ahead, int behind, ref Row row)
    {
        if (ahead == None) row.First = behind;
        else _entries[ahead].Behind = behind;
        if (behind == None) row.Last = ahead;
        else _entries[behind].Ahead = ahead;
    }

    private long OverdueFrom(int train) => _entries[train].Since + _waitSecondsMax + 1;

    private bool IsBefore(int train, int other) =>
        _entries[train].Priority != _entries[other].Priority
            ? _entries[train].Priority < _entries[other].Priority
            : HasWaitedLonger(train, other);

    private bool HasWaitedLonger(int train, int other) =>
        _entries[train].Since != _entries[other].Since
            ? _entries[train].Since < _entries[other].Since
            : train < other;

    private struct Row
    {
        internal int First;
        internal int Last;

        // For the guard: what was found when the row was last looked through.
        internal long OverdueFrom; // nobody is overdue before this time
        internal long LookAgainAt; // nobody else becomes overdue before this time
        internal bool IsChanged;
        internal bool IsInsideOverdue;
        internal int LongestOutside;
    }

    private struct Entry
    {
        internal TrainRoute Route;
        internal long Since;
        internal int Stop;
        internal int Priority;
        internal int Ahead;
        internal int Behind;
        internal int AlikeBehind; // next of those that queue behind it
        internal int AlikeLast; // for one in the row: the last of them, or itself
        internal bool IsOutside;
    }
}
