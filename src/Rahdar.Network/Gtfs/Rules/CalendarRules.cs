using NodaTime;

namespace Rahdar.Network.Gtfs.Rules;

/// <summary>Days of running: whether any is left, and what is expired.</summary>
internal sealed class CalendarRules(GtfsFeed feed, NoticeBook notices)
{
    internal void Check(LocalDate? today)
    {
        var days = new ServiceDays(feed);
        foreach (var service in feed.Trips.Select(t => t.ServiceId).Distinct())
        {
            if (!days.Knows(service)) continue;
            var last = days.LastDay(service);
            if (last is null)
                notices.Tell("service_has_no_active_day_of_the_week", "calendar.txt", 0, "service_id",
                    $"{service} runs on no day");
            else if (today is { } now && last < now)
                notices.Warn("expired_calendar", "calendar.txt", 0, "end_date",
                    $"{service} ended on {last:uuuu-MM-dd}");
        }
        if (today is { } day && feed.Information?.End is { } end && end < day.PlusDays(30))
            notices.Warn(end < day.PlusDays(7) ? "feed_expiration_date7_days" : "feed_expiration_date30_days",
                "feed_info.txt", 0, "feed_end_date", $"the feed ends on {end:uuuu-MM-dd}");
    }
}
