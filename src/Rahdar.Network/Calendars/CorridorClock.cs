using NodaTime;

namespace Rahdar.Network.Calendars;

/// <summary>Whole minutes since 2000-01-01T00:00Z: the only time the search knows.</summary>
public static class CorridorClock
{
    /// <summary>Minute 0.</summary>
    public static readonly Instant Epoch = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>Minutes of an instant, rounded up.</summary>
    public static int MinuteOf(Instant instant)
    {
        var ticks = (instant - Epoch).ToInt64Nanoseconds();
        const long minute = 60_000_000_000;
        return checked((int)Math.DivRem(ticks + (ticks > 0 ? minute - 1 : 0), minute).Quotient);
    }

    /// <summary>Instant of a minute.</summary>
    public static Instant InstantOf(int minute) => Epoch + Duration.FromMinutes(minute);

    /// <summary>Minute at which a local date begins in a zone.</summary>
    public static int StartOfDay(LocalDate date, DateTimeZone zone) => MinuteOf(zone.AtStartOfDay(date).ToInstant());
}
