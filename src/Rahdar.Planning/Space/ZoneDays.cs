using NodaTime;
using Rahdar.Network.Calendars;

namespace Rahdar.Planning.Space;

/// <summary>Local days of a time zone over a stretch of minutes, worked out once for all posts of the zone.</summary>
/// <remarks>Days are counted from a first day that all zones share and that lies before the first minute in each.
/// </remarks>
internal sealed class ZoneDays
{
    private readonly DateTimeZone _zone;
    private readonly LocalDate _first;

    /// <param name="zone">The zone.</param>
    /// <param name="first">Day 0.</param>
    /// <param name="from">First minute of interest.</param>
    /// <param name="to">Last minute of interest.</param>
    internal ZoneDays(DateTimeZone zone, LocalDate first, int from, int to)
    {
        (_zone, _first) = (zone, first);
        Starts = new int[Count(from, to) + 1];
        var date = first;
        for (var day = 0; day < Starts.Length; day++, date = date.PlusDays(1))
            Starts[day] = CorridorClock.StartOfDay(date, zone);
    }

    /// <summary>Minute at which each day begins, and after the last day the minute at which it ends.</summary>
    internal int[] Starts { get; }

    /// <summary>Days that hold the stretch in every zone: at most a day more on either side.</summary>
    internal static int Count(int from, int to) => (to - from) / 1440 + 4;

    /// <summary>Day of a minute of the stretch.</summary>
    internal int At(int minute)
    {
        var day = Math.Clamp((minute - Starts[0]) / 1440, 0, Starts.Length - 2);
        while (Starts[day] > minute) day--;
        while (Starts[day + 1] <= minute) day++;
        return day;
    }

    internal IsoDayOfWeek WeekdayOf(int day) =>
        (IsoDayOfWeek)(((int)_first.DayOfWeek - 1 + day) % 7 + 1);

    /// <summary>Minute of a clock time of a day, 0 to 1440; a time that the clock leaps over is the one after
    /// it.</summary>
    internal int MinuteOf(int day, int minuteOfDay) =>
        minuteOfDay >= 1440 ? Starts[day + 1]
        : Starts[day + 1] - Starts[day] == 1440 ? Starts[day] + minuteOfDay
        : CorridorClock.MinuteOf(_zone.AtLeniently(
            _first.PlusDays(day).At(LocalTime.FromMinutesSinceMidnight(minuteOfDay))).ToInstant());
}
