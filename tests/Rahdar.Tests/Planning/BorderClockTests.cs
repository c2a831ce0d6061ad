using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Planning.Space;
using Rahdar.Tests.Planning.Oracle;
using BorderClock = Rahdar.Planning.Space.BorderClock;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: how far apart two carriers can come out of a border. Method: posts in UTC with a clearance of 2 h, looked at
/// for three weeks from Wednesday 2025-01-01; and every minute of random clocks.
/// </summary>
public sealed class BorderClockTests(ITestOutputHelper output)
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;
    private const int Clocks = 150;

    private static readonly int First = (int)(Instant.FromUtc(2025, 1, 1, 0, 0) - Instant.FromUtc(2000, 1, 1, 0, 0))
        .TotalMinutes;

    private static readonly int Last = First + 21 * Day;

    [Fact]
    public void Post_open_at_all_hours_lets_no_gap_grow()
    {
        var clock = Clock("mon-sun", "00:00-24:00");
        Assert.True(clock.IsEven);
        Assert.Equal(0, clock.GapGrowthMax(Hour, Last));
    }

    [Fact]
    public void Weekend_between_two_carriers_is_added_to_their_gap() =>
        Assert.Equal(48 * Hour, Clock("mon-fri", "00:00-24:00").GapGrowthMax(Hour, Last));

    [Fact]
    public void Weekend_that_has_not_begun_is_not_counted() =>
        Assert.Equal(0, Clock("mon-fri", "00:00-24:00").GapGrowthMax(Hour, First + 3 * Day - 1));

    [Fact]
    public void Night_is_added_to_a_gap_of_hours_but_not_to_one_of_a_day()
    {
        var clock = Clock("mon-sun", "08:00-17:00");
        Assert.Equal(15 * Hour, clock.GapGrowthMax(Hour, Last));
        Assert.Equal(0, clock.GapGrowthMax(Day, Last));
    }

    [Fact]
    public void Holiday_is_added_as_far_as_it_delays()
    {
        // On 8 January a clearance takes 10 h and not 2 h. Who comes at 16:00 or later waits for the next day.
        var clock = Clock("mon-sun", "00:00-24:00", slowDay: 8);
        Assert.Equal(8 * Hour, clock.GapGrowthMax(Hour, Last));
        Assert.Equal(8 * Hour, clock.GapGrowthMax(Day, Last));
    }

    [Fact]
    public void Daily_hours_keep_days_and_weekends_keep_weeks()
    {
        BorderClock[] nights = [Clock("mon-sun", "08:00-17:00"), Clock("mon-sun", "20:00-22:00")];
        Assert.Equal(2 * Day, new KeptGaps(nights, Last).LeastFrom(Day + Hour, 9 * Day));
        BorderClock[] withWeekend = [.. nights, Clock("mon-fri", "08:00-17:00")];
        Assert.Equal(7 * Day, new KeptGaps(withWeekend, Last).LeastFrom(Hour, 9 * Day));
    }

    [Fact]
    public void Closures_that_do_not_come_again_keep_no_gap_and_the_first_that_is_enough_is_taken()
    {
        List<(int, int)> shut = [(2 * Day, 3 * Day), (6 * Day, 7 * Day + 12 * Hour)];
        var clock = Clock("mon-sun", "00:00-24:00", shut: shut);
        Assert.Equal(5 * Day, new KeptGaps([clock], Last).LeastFrom(Hour, 4 * Day + Hour));
    }

    [Fact]
    public void Growth_is_the_greatest_over_all_minutes()
    {
        var grown = 0;
        for (var seed = 0; seed < Clocks; seed++)
        {
            var random = new SplitMix(seed, 0);
            var clock = Draw(random);
            var (gap, until) = (random.Between(0, 9 * Day), random.Between(First, Last + Day));
            var expected = 0;
            for (var second = First; second <= until; second++)
                if (clock.Pass(second) is { } behind)
                    expected = Math.Max(
                        expected, behind.End - clock.Pass(Math.Max(First, second - gap))!.Value.End - gap);
            var found = clock.GapGrowthMax(gap, until);
            Assert.True(expected == found, $"seed {seed}: {expected} expected, {found} found");
            if (found > 0) grown++;
        }
        output.WriteLine($"{Clocks} clocks, {grown} with growth");
        Assert.InRange(grown, Clocks / 3, Clocks - 1);
    }

    private static BorderClock Draw(SplitMix random)
    {
        var days = random.OneOf("mon-sun", "mon-fri", "sat-thu", "wed", "tue-thu");
        var hours = random.OneOf("00:00-24:00", "08:00-17:00", "20:00-24:00", "09:30-12:15");
        var shut = new List<(int, int)>();
        for (var day = random.Between(0, 9); day < 20 && random.Chance(50); day += random.Between(3, 9))
            shut.Add((day * Day, day * Day + random.Between(1, 60) * Hour));
        return Clock(days, hours, random.Between(1, 30), shut);
    }

    private static BorderClock Clock(
        string days, string hours, int slowDay = 0, IReadOnlyList<(int From, int To)>? shut = null)
    {
        var first = CorridorClock.InstantOf(First).InUtc().Date.PlusDays(-1);
        var utc = new ZoneDays(DateTimeZone.Utc, first, First, Last);
        return new BorderClock(
            OpeningHours.Parse(days, hours, DateTimeZone.Utc, out _)!, utc,
            [.. (shut ?? []).Select(s => new ClosureWindow(First + s.From, First + s.To, null!, null, default))],
            (day, _) => first.PlusDays(day).Day == slowDay ? 10 * Hour : 2 * Hour, (utc, utc), First, Last);
    }
}
