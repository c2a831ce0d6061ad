using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Movements;

/// <summary>Reads movements from CSV; docs/formats/movements.md describes the file and its faults.</summary>
public sealed class MovementReader
{
    private static readonly string[] OfSome = ["to", "mode", "by", "activity", "resource", "cents"];

    private readonly CsvRow _row;
    private readonly TextPool _pool;

    private MovementReader(CsvRow row, TextPool pool) => (_row, _pool) = (row, pool);

    /// <summary>Reads a log; null when anything is wrong, and every fault is told.</summary>
    /// <param name="input">UTF-8 text; closed when it has been read.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="network">Where places must stand; null: they are not looked up.</param>
    public static MovementLog? Read(Stream input, string file, FaultCollector faults, CorridorNetwork? network = null)
    {
        var table = CsvTable.Read(new CorridorFiles(file, _ => input), file, MovementRow.Header, faults);
        var (units, pool) = (new Dictionary<UnitId, Unit>(), new TextPool());
        var order = new List<Unit>();
        var movements = new List<Movement>();
        foreach (var row in table.Rows)
        {
            var reader = new MovementReader(row, pool);
            var unit = reader.ReadUnit();
            if (unit is not null && units.TryAdd(unit.Id, unit)) order.Add(unit);
            else if (unit is not null && units[unit.Id] != unit) reader.FaultTwoUnits();
            if (reader.ReadMovement(network) is { } movement) movements.Add(movement);
        }
        return faults.IsCleanIn(file) ? new MovementLog(order, movements) : null;
    }

    /// <summary>Reads a file of any length unit by unit; true when nothing was wrong.</summary>
    /// <remarks>Rows may stand in any order as long as no more than <see cref="Limits.AnyOrderMax"/> are held. Beyond
    /// that a unit is told of, and let go, when it has been delivered and the file has gone on in time: a row about it
    /// that comes later and is from before is a fault.</remarks>
    /// <param name="input">UTF-8 text; stays open.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="faults">Receives what is wrong; when anything is, what was told must not be used.</param>
    /// <param name="tell">Told of each unit once, with all its movements.</param>
    /// <param name="network">Where places must stand; null: they are not looked up.</param>
    public static bool ReadUnits(
        Stream input, string file, FaultCollector faults, Action<Unit, IReadOnlyList<Movement>> tell,
        CorridorNetwork? network = null) => ReadUnits(input, file, faults, tell, network, Limits.AnyOrderMax);

    internal static bool ReadUnits(
        Stream input, string file, FaultCollector faults, Action<Unit, IReadOnlyList<Movement>> tell,
        CorridorNetwork? network, int anyOrderMax)
    {
        var (before, pool, histories) = (faults.Count, new TextPool(), new UnitHistories(tell, anyOrderMax));
        foreach (var row in CsvTable.ReadRows(input, file, MovementRow.Header, faults, Limits.RowsMax))
        {
            var reader = new MovementReader(row, pool);
            var unit = reader.ReadUnit();
            var movement = reader.ReadMovement(network);
            if (unit is not null && histories.Known(unit) != unit) reader.FaultTwoUnits();
            else if (unit is not null && movement is not null && !histories.Add(unit, movement))
                row.Fault("at", "movement:out-of-order",
                    $"the unit was delivered further up; of more than {anyOrderMax} rows the order is that of time");
            if (histories.Held <= Limits.HeldMax && faults.Count - before < Limits.FaultsMax) continue;
            var (code, message) = histories.Held > Limits.HeldMax
                ? ("movement:too-many-open", $"more than {Limits.HeldMax} movements of units that were not delivered")
                : ("csv:too-many-faults", $"{Limits.FaultsMax} faults");
            row.Fault("", code, message + "; nothing after it was read");
            break;
        }
        if (faults.Count > before) return false;
        histories.Finish();
        return true;
    }

    private Unit? ReadUnit()
    {
        var id = Required("unit");
        var kind = _row.Word("kind", MovementNames.Kinds, UnitKind.Container);
        var count = _row.RequiredWhole("count", 1, Limits.CountMax);
        return id.Length == 0 || count is null ? null : new Unit(new UnitId(id), kind, count.Value);
    }

    private Movement? ReadMovement(CorridorNetwork? network)
    {
        var type = _row.Word("movement", MovementNames.Movements!, null);
        var (unit, at, place) = (new UnitId(Required("unit")), ReadInstant(), ReadPlace("place", network));
        if (type is null) return null;
        var (required, optional) = MovementRow.Filled[type];
        foreach (var column in OfSome.Except(required).Except(optional))
            if (_row.Text(column).Length > 0)
                _row.Fault(column, "movement:stray-cell", $"`{column}` says nothing of `{_row.Text("movement")}`");
        var to = required.Contains("to") ? ReadPlace("to", network) : default;
        var mode = required.Contains("mode") ? _row.Word("mode", MovementNames.Modes, Mode.Rail) : default;
        var activity = required.Contains("activity")
            ? _row.Word("activity", MovementNames.Activities, Activity.Handling)
            : default;
        var (by, resource) = (required.Contains("by") ? Required("by") : Text("by"), Text("resource"));
        var cents = ReadCents();
        return type.Name switch
        {
            nameof(Departed) => new Departed(unit, at, place, to, mode, by),
            nameof(Arrived) => new Arrived(unit, at, place, to, mode, by, cents),
            nameof(Queued) => new Queued(unit, at, place, activity, resource),
            nameof(Began) => new Began(unit, at, place, activity, resource),
            nameof(Ended) => new Ended(unit, at, place, activity, resource, cents),
            nameof(Loaded) => new Loaded(unit, at, place, new UnitId(by)),
            nameof(Unloaded) => new Unloaded(unit, at, place, new UnitId(by)),
            _ => new Delivered(unit, at, place),
        };
    }

    private Instant ReadInstant()
    {
        var text = _row.Required("at");
        if (text.Length == 0) return default;
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        if (!parsed.Success)
            _row.Fault("at", "value:not-an-instant", $"`{Shorten(text)}` is not an instant 2025-06-21T03:00:00Z");
        else if (parsed.Value.InUtc().Year is < ReadingLimits.YearMin or > ReadingLimits.YearMax)
            _row.Fault("at", "value:out-of-range",
                $"{Shorten(text)} is outside {ReadingLimits.YearMin} to {ReadingLimits.YearMax}");
        return parsed.Success ? parsed.Value : default;
    }

    private PlaceId ReadPlace(string column, CorridorNetwork? network)
    {
        var place = new PlaceId(Required(column));
        if (place.Value.Length > 0 && network?.Places.ContainsKey(place) == false)
            _row.Fault(column, "ref:unknown-place", $"`{Shorten(place.Value)}` is no place of the network");
        return place;
    }

    private long? ReadCents()
    {
        var value = _row.Number("cents", 0, long.MaxValue);
        if (value is null || value == decimal.Truncate(value.Value)) return (long?)value;
        _row.Fault("cents", "value:not-a-number", $"`{Shorten(_row.Text("cents"))}` is not a whole number");
        return null;
    }

    private void FaultTwoUnits() =>
        _row.Fault("unit", "movement:two-units", "the unit has another kind or count further up");

    private string Required(string column) => _pool.One(MovementRow.Bare(_row.Required(column)));

    private string Text(string column) => _pool.One(MovementRow.Bare(_row.Text(column)));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";

    /// <summary>One copy of each text, however often a file repeats it.</summary>
    private sealed class TextPool
    {
        private readonly Dictionary<string, string> _texts = [];

        internal string One(string text)
        {
            if (text.Length == 0) return "";
            if (!_texts.TryGetValue(text, out var one)) _texts.Add(text, one = text);
            return one;
        }
    }
}
