using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rahdar.Reports;

/// <summary>The report on a feed as JSON; docs/formats/gtfs.md tells the fields.</summary>
public static class FeedJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object.</summary>
    public static string Of(FeedReport report) => JsonSerializer.Serialize(
        new
        {
            feed = report.Feed.Name,
            accepted = report.IsAccepted,
            zone = report.Feed.Zone.Id,
            rows = report.Feed.RowCounts,
            totals = report.Notices.Totals.Select(t => new
            {
                code = t.Code,
                severity = FeedText.Word(t.Severity),
                count = t.Count,
            }),
            notices = report.Notices.Kept.Select(n => new
            {
                code = n.Code,
                severity = FeedText.Word(n.Severity),
                file = n.File,
                row = n.Row,
                field = n.Field,
                message = n.Message,
            }),
            services = report.Services?.Services.Select(s => new
            {
                id = s.Id,
                name = s.Name,
                stops = s.Stops.Select(p => p.Value),
                departures = report.Services.Departures.Count(d => d.ServiceId == s.Id),
            }),
            misfits = report.Misfits.Select(f => new
            {
                file = f.File,
                row = f.Row,
                code = f.Code,
                message = f.Message
            }),
        },
        Options) + "\n";
}
