using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Space;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: days worked out once for a zone are the days of the time zone data. Method: every hour of two years
/// is
/// asked of the time zone itself, in zones with and without summer time, one of which left out a whole hour at
/// midnight.
/// </summary>
public sealed class ZoneDaysTests
{
    [Theory]
    [InlineData("Asia/Karachi")]
    [InlineData("Asia/Kabul")]
    [InlineData("Asia/Tehran")]
    [InlineData("Asia/Almaty")]
    [InlineData("Europe/Istanbul")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Etc/GMT+12")]
    [InlineData("Pacific/Kiritimati")]
    public void Days_and_clock_times_are_those_of_the_zone(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var from = CorridorClock.MinuteOf(Instant.FromUtc(2017, 3, 1, 0, 0));
        var to = CorridorClock.MinuteOf(Instant.FromUtc(2019, 3, 1, 0, 0));
        var first = CorridorClock.InstantOf(from).InUtc().Date.PlusDays(-1);
        var days = new ZoneDays(zone, first, from, to);
        for (var minute = from; minute <= to; minute += 60)
        {
            var date = CorridorClock.InstantOf(minute).InZone(zone).Date;
            var day = days.At(minute);
            Assert.Equal(date, first.PlusDays(day));
            Assert.Equal(date.DayOfWeek, days.WeekdayOf(day));
            var early = zone.AtLeniently(date.At(new LocalTime(0, 30))).ToInstant();
            Assert.Equal(CorridorClock.MinuteOf(early), days.MinuteOf(day, 30));
            Assert.Equal(CorridorClock.StartOfDay(date.PlusDays(1), zone), days.MinuteOf(day, 1440));
        }
    }
}
