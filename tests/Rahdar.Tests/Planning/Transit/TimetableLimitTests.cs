using NodaTime;
using Rahdar.Planning.Transit;
using Rahdar.Tests.Network.Gtfs;

namespace Rahdar.Tests.Planning.Transit;

/// <summary>Goal: a feed that makes more runs than memory holds is refused with the limit named. Method: a train every
/// second, for longer and longer.</summary>
public sealed class TimetableLimitTests
{
    private static readonly Instant Day = Instant.FromUtc(2025, 6, 5, 0, 0);

    /// <summary>On the nine Mondays and Thursdays of thirty days.</summary>
    [Fact]
    public void A_train_every_second_for_six_hours_is_laid_out() =>
        Assert.Equal(9 * 21_600, Build("12:00:00").Patterns.Max(p => p.Runs));

    [Fact]
    public void A_train_every_second_for_two_weeks_is_refused()
    {
        var refused = Assert.Throws<TransitLimitException>(() => Build("342:00:00"));
        Assert.StartsWith("more than 1000000 runs", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The container train every second from six in the morning.</summary>
    private static TransitTimetable Build(string until)
    {
        var files = new Dictionary<string, string>(SampleFeed.Files)
        {
            ["frequencies.txt"] =
                $"trip_id,start_time,end_time,headway_secs,exact_times\nCT1-1,06:00:00,{until},1,0\n",
        };
        return TimetableBuilder.Build(
            SampleFeed.Read(files).Feed, Day, Day + Duration.FromDays(30), TransitOptions.Plain);
    }
}
