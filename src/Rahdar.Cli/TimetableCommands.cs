using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`import gtfs` and `export gtfs`: public timetables in and out.</summary>
internal static class TimetableCommands
{
    internal static Command Import(Page page)
    {
        var path = new Argument<string>("DIR|ZIP") { Description = "a GTFS feed" };
        var json = new Option<bool>("--json") { Description = "the report as JSON" };
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var gtfs = new Command("gtfs", "validates a GTFS feed and says which services of the corridor it makes")
        {
            path, json, data,
        };
        gtfs.SetAction(p =>
        {
            var isJson = p.GetValue(json);
            var outcome = CorridorStore.Read(p.GetValue(data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            if (GtfsVerbs.Import(p.GetValue(path)!, outcome.Network, Today(), faults) is not { } report)
                return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? FeedJson.Of(report) : FeedText.Of(report, page.Width, page.IsPlain));
            return report.IsAccepted ? Page.Found : Page.BadInput;
        });
        return new Command("import", "what others publish: is it valid, and what does it bring") { gtfs };
    }

    internal static Command Export(Page page)
    {
        var path = new Argument<string>("DIR|ZIP") { Description = "where to; nothing may be there yet" };
        var from = new Option<string?>("--from") { Description = "first day of the feed; today when left out" };
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var gtfs = new Command("gtfs", "the services of the corridor as a GTFS feed") { path, from, data };
        gtfs.SetAction(p =>
        {
            var outcome = CorridorStore.Read(p.GetValue(data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, false);
            var day = p.GetValue(from) is { } text ? LocalDatePattern.Iso.Parse(text) : null;
            if (day is { Success: false })
                return page.Fault("--from", "query:date", $"`{p.GetValue(from)}` is not a date 2025-06-11");
            var faults = new FaultCollector();
            if (GtfsVerbs.Export(outcome.Network, p.GetValue(path)!, day?.Value ?? Today(), faults) is not { } leftOut)
                return page.Faults(faults.Faults, false);
            var count = outcome.Network.Services.Count - leftOut.Count;
            Console.Out.WriteLine($"{count} services written to {p.GetValue(path)}");
            if (leftOut.Count > 0)
                Console.Out.WriteLine($"left out, a place without position: {string.Join(", ", leftOut)}");
            return Page.Found;
        });
        return new Command("export", "what Rahdar knows, in the forms others read") { gtfs };
    }

    internal static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InUtc().Date;
}
