using NodaTime;

namespace Rahdar.Network.Gtfs;

/// <summary>The days on which a service id runs: calendar.txt, changed by calendar_dates.txt.</summary>
public sealed class ServiceDays
{
    private readonly Dictionary<string, GtfsCalendar> _calendars = [];
    private readonly Dictionary<string, Dictionary<LocalDate, bool>> _dates = [];

    /// <param name="feed">The feed.</param>
    public ServiceDays(GtfsFeed feed)
    {
        foreach (var calendar in feed.Calendars) _calendars.TryAdd(calendar.ServiceId, calendar);
        foreach (var date in feed.CalendarDates)
        {
            if (!_dates.TryGetValue(date.ServiceId, out var days)) _dates[date.ServiceId] = days = [];
            days[date.Date] = date.IsAdded;
        }
    }

    /// <summary>True when a row of either file names the service.</summary>
    public bool Knows(string service) => _calendars.ContainsKey(service) || _dates.ContainsKey(service);

    /// <summary>True when the service runs on the day.</summary>
    public bool Runs(string service, LocalDate day)
    {
        if (_dates.TryGetValue(service, out var days) && days.TryGetValue(day, out var isAdded)) return isAdded;
        return _calendars.TryGetValue(service, out var calendar)
            && day >= calendar.Start && day <= calendar.End && calendar.Days[(int)day.DayOfWeek - 1];
    }

    /// <summary>All days of running, in order.</summary>
    /// <param name="service">Service id.</param>
    /// <param name="from">First day asked for.</param>
    /// <param name="to">Last day asked for.</param>
    public IEnumerable<LocalDate> List(string service, LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
            if (Runs(service, day)) yield return day;
    }

    /// <summary>First and last day any row speaks of; null when there is none.</summary>
    public (LocalDate From, LocalDate To)? Span(string service)
    {
        var days = new List<LocalDate>();
        if (_calendars.TryGetValue(service, out var calendar)) days.AddRange([calendar.Start, calendar.End]);
        if (_dates.TryGetValue(service, out var dates)) days.AddRange(dates.Where(d => d.Value).Select(d => d.Key));
        return days.Count == 0 ? null : (days.Min(), days.Max());
    }

    /// <summary>Last day of running; null when it never runs.</summary>
    public LocalDate? LastDay(string service)
    {
        if (Span(service) is not { } span || span.From > span.To) return null;
        // The last year is looked at day by day: a calendar that runs at all runs in a week of it.
        var first = LocalDate.Max(span.From, span.To.PlusDays(-GtfsLimits.DaysMax));
        for (var day = span.To; day >= first; day = day.PlusDays(-1))
            if (Runs(service, day)) return day;
        return null;
    }

    /// <summary>True when both run on a common day; looked for in the days both speak of.</summary>
    public bool Share(string a, string b)
    {
        if (a == b) return true;
        if (Span(a) is not { } first || Span(b) is not { } second) return false;
        var from = LocalDate.Max(first.From, second.From);
        var to = LocalDate.Min(LocalDate.Min(first.To, second.To), from.PlusDays(GtfsLimits.DaysMax));
        return from <= to && List(a, from, to).Any(day => Runs(b, day));
    }
}
