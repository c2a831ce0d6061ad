using NodaTime;

namespace Rahdar.Movements;

/// <summary>Gathers movements unit by unit and lets a unit go when it has been delivered, so that a long file need not
/// be held whole.</summary>
internal sealed class UnitHistories
{
    private readonly Action<Unit, IReadOnlyList<Movement>> _tell;
    private readonly int _anyOrderMax;
    private readonly Dictionary<UnitId, Unit> _units = [];
    private readonly Dictionary<UnitId, List<Movement>> _held = [];
    private readonly Dictionary<UnitId, Instant> _delivered = [];
    private readonly Dictionary<UnitId, Instant> _gone = [];
    private Instant _latest = Instant.MinValue;
    private int _goAt;

    /// <param name="tell">Told of each unit once, with all its movements.</param>
    /// <param name="anyOrderMax">Movements held before units are let go.</param>
    internal UnitHistories(Action<Unit, IReadOnlyList<Movement>> tell, int anyOrderMax) =>
        (_tell, _anyOrderMax, _goAt) = (tell, anyOrderMax, anyOrderMax);

    /// <summary>Movements held.</summary>
    internal int Held { get; private set; }

    /// <summary>The unit as first told of; the one given when it is new.</summary>
    internal Unit Known(Unit unit)
    {
        if (_units.TryGetValue(unit.Id, out var known)) return known;
        _units.Add(unit.Id, unit);
        return unit;
    }

    /// <summary>Takes a movement; false when it comes too late: its unit was let go, and it would have changed what was
    /// told of it.</summary>
    internal bool Add(Unit unit, Movement movement)
    {
        // What is told after the delivery is left out by the timeline too.
        if (_gone.TryGetValue(unit.Id, out var delivered)) return movement.At > delivered;
        if (!_held.TryGetValue(unit.Id, out var movements)) _held[unit.Id] = movements = [];
        movements.Add(movement);
        Held++;
        if (movement.At > _latest) _latest = movement.At;
        if (movement is Delivered) _delivered[unit.Id] = movement.At;
        if (Held > _goAt) LetGo();
        return true;
    }

    /// <summary>Tells of all units that are held, in the order of their ids.</summary>
    internal void Finish()
    {
        foreach (var (id, movements) in _held.OrderBy(h => h.Key)) _tell(_units[id], movements);
        _held.Clear();
        Held = 0;
    }

    private void LetGo()
    {
        foreach (var (id, at) in _delivered.Where(d => d.Value < _latest).OrderBy(d => d.Key).ToList())
        {
            _tell(_units[id], _held[id]);
            Held -= _held[id].Count;
            _held.Remove(id);
            _delivered.Remove(id);
            _gone.Add(id, at);
        }
        // Where little could be let go the next try waits, so that trying stays a small part of the work.
        _goAt = Math.Max(_anyOrderMax, Held + Held / 4);
    }
}
