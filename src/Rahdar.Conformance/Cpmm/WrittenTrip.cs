using System.Text.Json;
using NodaTime;
using Rahdar.Indicators;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Conformance.Cpmm;

/// <summary>A trip of a worked example, told as movements, so that it is measured as every unit is.</summary>
/// <remarks>The trip names border posts and no other places: they are numbered.</remarks>
internal sealed class WrittenTrip
{
    private readonly List<Movement> _movements = [];
    private readonly Dictionary<(PlaceId, PlaceId), decimal> _km = [];
    private readonly decimal? _tonnes;
    private Instant _at = Instant.FromUtc(2022, 1, 1, 0, 0);
    private PlaceId _place;
    private int _places;

    internal WrittenTrip(JsonElement trip)
    {
        Id = trip.GetProperty("id").GetString()!;
        Unit = new Unit(new UnitId(Id), UnitKind.Truck, 1);
        Mode = MovementNames.Modes[trip.GetProperty("mode").GetString()!];
        _tonnes = trip.TryGetProperty("tons", out var tons) ? tons.GetDecimal() : null;
        var activities = trip.GetProperty("activities").EnumerateArray().ToList();
        _place = activities.Count > 0 && IsPost(activities[0]) ? PostOf(activities[0]) : NextPlace();
        for (var i = 0; i < activities.Count; i++)
            Tell(activities[i], i > 0 ? activities[i - 1] : null, i + 1 < activities.Count ? activities[i + 1] : null);
        _movements.Add(new Delivered(Unit.Id, _at, _place));
    }

    internal string Id { get; }

    internal Unit Unit { get; }

    internal Mode Mode { get; }

    internal Timeline Timeline => Timeline.Of(_movements);

    internal Geography Geography => new(
        _ => "", (from, to, _) => _km.TryGetValue((from, to), out var km) ? km : null, _ => Mode, _ => [],
        _ => _tonnes);

    private void Tell(JsonElement activity, JsonElement? before, JsonElement? after)
    {
        var type = activity.GetProperty("type").GetString();
        var (hours, cents) = (HoursOf(activity), CentsOf(activity));
        if (type == "move")
        {
            Ride(after is { } next && IsPost(next) ? PostOf(next) : NextPlace(),
                activity.GetProperty("km").GetDecimal(), hours, cents);
            return;
        }
        if (type == "stop")
        {
            Work(Activity.Checkpoint, "", hours, cents);
            return;
        }
        if (type != "bcp") throw new FormatException($"`{type}` is no type of activity");
        if (_place != PostOf(activity)) Ride(PostOf(activity), 0, Duration.Zero, 0);
        var formality = activity.GetProperty("direction").GetString() switch
        {
            "outbound" => Activity.BorderOut,
            "inbound" => Activity.BorderIn,
            var other => throw new FormatException($"`{other}` is no direction"),
        };
        var border = $"{PostOf(activity)} {MovementNames.Of(formality)}";
        var isWait = activity.GetProperty("activity").GetString()!.Contains("queue", StringComparison.Ordinal);
        if (before is not { } last || !IsPost(last) || isWait && cents == 0)
            _movements.Add(new Queued(Unit.Id, _at, _place, formality, border));
        // A wait that costs something is told as work: a wait has no price.
        if (isWait && cents == 0) _at += hours;
        else Work(formality, border, hours, cents);
    }

    private void Ride(PlaceId to, decimal km, Duration hours, long cents)
    {
        _movements.Add(new Departed(Unit.Id, _at, _place, to, Mode, ""));
        _km[(_place, to)] = km;
        _at += hours;
        _movements.Add(new Arrived(Unit.Id, _at, to, _place, Mode, "", cents));
        _place = to;
    }

    private void Work(Activity activity, string resource, Duration hours, long cents)
    {
        _movements.Add(new Began(Unit.Id, _at, _place, activity, resource));
        _at += hours;
        _movements.Add(new Ended(Unit.Id, _at, _place, activity, resource, cents));
    }

    private PlaceId NextPlace() => new($"{Id}.{_places++}");

    private static bool IsPost(JsonElement activity) => activity.GetProperty("type").GetString() == "bcp";

    private static PlaceId PostOf(JsonElement activity) => new(activity.GetProperty("bcp").GetString()!);

    private static Duration HoursOf(JsonElement activity) =>
        Duration.FromNanoseconds(decimal.ToInt64(activity.GetProperty("h").GetDecimal() * 3_600_000_000_000m));

    private static long CentsOf(JsonElement activity) =>
        decimal.ToInt64(Math.Round(activity.GetProperty("usd").GetDecimal() * 100));
}
