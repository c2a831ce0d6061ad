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

    private MovementReader(CsvRow row) => _row = row;

    /// <summary>Reads a log; null when anything is wrong, and every fault is told.</summary>
    /// <param name="input">UTF-8 text; closed when it has been read.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="network">Where places must stand; null: they are not looked up.</param>
    public static MovementLog? Read(Stream input, string file, FaultCollector faults, CorridorNetwork? network = null)
    {
        var table = CsvTable.Read(new CorridorFiles(file, _ => input), file, MovementRow.Header, faults);
        var units = new Dictionary<UnitId, Unit>();
        var order = new List<Unit>();
        var movements = new List<Movement>();
        foreach (var row in table.Rows)
        {
            var reader = new MovementReader(row);
            var unit = reader.ReadUnit();
            if (unit is not null && units.TryAdd(unit.Id, unit)) order.Add(unit);
            else if (unit is not null && units[unit.Id] != unit)
                row.Fault("unit", "movement:two-units", "the unit has another kind or count further up");
            if (reader.ReadMovement(network) is { } movement) movements.Add(movement);
        }
        return faults.IsCleanIn(file) ? new MovementLog(order, movements) : null;
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

    private string Required(string column) => MovementRow.Bare(_row.Required(column));

    private string Text(string column) => MovementRow.Bare(_row.Text(column));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
