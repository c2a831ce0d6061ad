using System.Runtime.CompilerServices;

namespace Rahdar.Simulation.Calendar;

/// <summary>What is going to happen, in order of time; what was scheduled first goes first among equals.</summary>
/// <remarks>Unit: time is a whole number of whatever the model says, such as seconds; it never goes back. Shape: the
/// nearest events stand in a short sorted row, the later ones in a heap in which each entry has four below it. A model
/// with few events pending never touches the heap; one with many pays for it once an event. Nothing is allocated once
/// it has held as many events as it ever will.</remarks>
/// <example><code>
/// calendar.Schedule(calendar.Now + 3_600, Opens, border);
/// while (calendar.TryNext(out var due)) Handle(due);
/// </code></example>
public sealed class EventCalendar
{
    /// <summary>Events that may wait at one time.</summary>
    public const int PendingMax = (1 << SlotBits) - 1;

    private const int SlotBits = 24;
    private const int Below = 4;
    private const int RowMax = 32;
    private const int Refill = RowMax / 2;

    // The row: all its events are before all of the heap. It begins at _rowStart, and is moved to the front of its
    // array when it reaches the end of it.
    private readonly Key[] _row = new Key[4 * RowMax];
    private int _rowStart;
    private int _rowEnd;

    private Key[] _heap;
    private int _heaped;

    private Payload[] _payloads;
    private int[] _freeSlots;
    private long _sequence;

    /// <summary>An empty calendar at time 0.</summary>
    /// <param name="capacity">Events that can wait before it has to grow; at least 1.</param>
    public EventCalendar(int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_heap, _payloads, _freeSlots) = (new Key[capacity], new Payload[capacity], new int[capacity]);
        Reset();
    }

    /// <summary>Time of the event handed out last, or the start.</summary>
    public long Now { get; private set; }

    /// <summary>Events that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Events handed out since the start.</summary>
    public long Handled { get; private set; }

    /// <summary>Forgets everything and starts anew; keeps its memory.</summary>
    /// <param name="start">Time at which it starts.</param>
    public void Reset(long start = 0)
    {
        (Now, Handled, Count, _sequence) = (start, 0, 0, 0);
        (_rowStart, _rowEnd, _heaped) = (0, 0, 0);
        for (var slot = 0; slot < _freeSlots.Length; slot++) _freeSlots[slot] = slot;
    }

    /// <summary>Puts down an event.</summary>
    /// <remarks>Throws: when its time has passed, or <see cref="PendingMax"/> events wait.</remarks>
    public void Schedule(long time, int kind, int first = 0, int second = 0)
    {
        if (time < Now) throw new ArgumentOutOfRangeException(nameof(time), time, "its time has passed");
        if (Count == _freeSlots.Length) Grow();
        // Slots in use stand below Count, free ones from there on.
        var slot = _freeSlots[Count++];
        _payloads[slot] = new Payload(kind, first, second);
        var key = new Key(time, (_sequence++ << SlotBits) | (long)slot);
        // It has the greatest number so far, so among equal times it is the last.
        if (_heaped > 0 && time >= _heap[0].Time) Push(key);
        else Insert(key);
    }

    /// <summary>Hands out the next event and moves time on to it; false when none waits.</summary>
    public bool TryNext(out CalendarEvent due) => TryNext(long.MaxValue, out due);

    /// <summary>Hands out the next event unless it is later than a time; false when none is left up to then.</summary>
    public bool TryNext(long until, out CalendarEvent due)
    {
        if (_rowStart == _rowEnd) FillRow();
        if (_rowStart == _rowEnd || _row[_rowStart].Time > until)
        {
            due = default;
            return false;
        }
        var key = _row[_rowStart++];
        var slot = (int)(key.Order & PendingMax);
        ref readonly var payload = ref _payloads[slot];
        due = new CalendarEvent(key.Time, payload.Kind, payload.First, payload.Second);
        _freeSlots[--Count] = slot;
        Now = key.Time;
        Handled++;
        return true;
    }

    private void Insert(Key key)
    {
        if (_rowEnd - _rowStart == RowMax)
        {
            var last = _row[_rowEnd - 1];
            if (last.Time <= key.Time)
            {
                Push(key);
                return;
            }
            _rowEnd--;
            Push(last);
        }
        if (_rowEnd == _row.Length) MoveRowToFront();
        var row = _row;
        var at = _rowEnd++;
        for (; at > _rowStart && row[at - 1].Time > key.Time; at--) row[at] = row[at - 1];
        row[at] = key;
    }

    private void MoveRowToFront()
    {
        Array.Copy(_row, _rowStart, _row, 0, _rowEnd - _rowStart);
        (_rowStart, _rowEnd) = (0, _rowEnd - _rowStart);
    }

    private void FillRow()
    {
        (_rowStart, _rowEnd) = (0, 0);
        while (_heaped > 0 && _rowEnd < Refill) _row[_rowEnd++] = Pop();
    }

    private void Push(Key key)
    {
        var heap = _heap;
        var at = _heaped++;
        while (at > 0)
        {
            var above = (at - 1) / Below;
            if (!key.IsBefore(heap[above])) break;
            heap[at] = heap[above];
            at = above;
        }
        heap[at] = key;
    }

    private Key Pop()
    {
        var least = _heap[0];
        var heap = _heap.AsSpan(0, --_heaped);
        if (_heaped == 0) return least;
        var key = _heap[_heaped];
        var at = 0;
        while (true)
        {
            var child = at * Below + 1;
            if (child >= heap.Length) break;
            var first = child;
            var end = Math.Min(child + Below, heap.Length);
            for (var other = child + 1; other < end; other++)
                if (heap[other].IsBefore(heap[first])) first = other;
            if (!heap[first].IsBefore(key)) break;
            heap[at] = heap[first];
            at = first;
        }
        heap[at] = key;
        return least;
    }

    private void Grow()
    {
        var before = _freeSlots.Length;
        if (before == PendingMax) throw new InvalidOperationException($"{PendingMax} events wait already");
        var capacity = Math.Min(before * 2, PendingMax);
        Array.Resize(ref _heap, capacity);
        Array.Resize(ref _payloads, capacity);
        Array.Resize(ref _freeSlots, capacity);
        for (var slot = before; slot < capacity; slot++) _freeSlots[slot] = slot;
    }

    /// <summary>Where an event stands in the order.</summary>
    /// <param name="Time">When it happens.</param>
    /// <param name="Order">The number in which it was put down, and in the low bits the slot of what it is about.
    /// </param>
    private readonly record struct Key(long Time, long Order)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal bool IsBefore(in Key other) => Time < other.Time || (Time == other.Time && Order < other.Order);
    }

    private readonly record struct Payload(int Kind, int First, int Second);
}
