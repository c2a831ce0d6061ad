using System.Globalization;
using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Freight;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;

namespace Rahdar.Reports;

/// <summary>What was found in a feed.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Notices">What is wrong with it, by the rules of GTFS.</param>
/// <param name="Services">Services of the corridor it makes; null when it was refused or not asked.</param>
/// <param name="Misfits">What does not fit the corridor: places not known, ways not for freight.</param>
public sealed record FeedReport(
    GtfsFeed Feed, NoticeBook Notices, FeedServiceList? Services, IReadOnlyList<InputFault> Misfits)
{
    /// <summary>Day on which its claims became known; null when it was refused.</summary>
    public LocalDate? KnownFrom { get; init; }

    /// <summary>True when no error was found: it may be used.</summary>
    public bool IsAccepted => !Notices.HasErrors;
}

/// <summary>The report on a feed as a table.</summary>
public static class FeedText
{
    private const int Shown = 40;

    /// <summary>Rows, then notices by code, then each notice, then services.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="width">Characters a line.</param>
    /// <param name="isPlain">True for no colour.</param>
    public static string Of(FeedReport report, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain);
        var (feed, notices) = (report.Feed, report.Notices);
        sheet.Title(report.IsAccepted ? "the feed is valid" : "the feed is refused: it has errors", feed.Name);
        sheet.Labelled("rows", string.Join(", ", feed.RowCounts.Where(c => c.Value > 0).Select(c =>
            $"{c.Key} {c.Value:#,0}")));
        sheet.Labelled("zone", feed.Zone.Id);
        if (report.KnownFrom is { } known)
            sheet.Labelled("known", $"plans as of {known:uuuu-MM-dd} and later know of it (feed_version as YYYYMMDD, "
                + "else feed_start_date, else today)");
        if (notices.Totals.Count > 0)
        {
            sheet.Heading("notices");
            sheet.Rows([9, 52, 7], [["severity", "code", "count"], .. notices.Totals.Select(t => new[]
            {
                Word(t.Severity), t.Code, $"{t.Count:#,0}",
            })], 2);
            foreach (var notice in notices.Kept.Take(Shown)) sheet.Line(Line(notice), 2);
            if (notices.Kept.Count > Shown) sheet.Line($"and {notices.Kept.Count - Shown} more; --json lists them", 2);
        }
        if (report.Services is not { } services) return sheet.Finish();
        sheet.Heading(
            $"{services.Services.Count} services of the corridor, {services.Departures.Count:#,0} departures");
        foreach (var service in services.Services.Take(Shown))
            sheet.Line($"{service.Id} {service.Name}: {string.Join(" - ", service.Stops)}{Times(service)}", 2);
        if (report.Misfits.Count == 0) return sheet.Finish();
        sheet.Heading("does not fit the corridor");
        foreach (var fault in report.Misfits.Take(Shown))
            sheet.Line($"{fault.File}:{fault.Row} {fault.Message} [{fault.Code}]", 2);
        return sheet.Finish();
    }

    /// <summary>Hours from end to end, where the timetable tells them.</summary>
    private static string Times(Service service) => service.Calls is { } calls
        ? string.Create(CultureInfo.InvariantCulture, $", {calls[^1].Arrival / 60.0:0.0} h as published")
        : "";

    internal static string Word(Severity severity) => severity.ToString().ToUpperInvariant();

    private static string Line(Notice notice) =>
        $"{Word(notice.Severity)} {notice.File}{(notice.Row > 0 ? $":{notice.Row}" : "")}"
        + $"{(notice.Field.Length > 0 ? " " + notice.Field : "")}: {notice.Message} [{notice.Code}]";
}
