using Rahdar.Planning;
using Rahdar.Planning.Calibration;
using static Rahdar.Reports.CalibrationText;

namespace Rahdar.Reports;

/// <summary>The part of the calibration report on services and lengths.</summary>
internal static class CalibrationServices
{
    /// <summary>A length further off than this is listed by name.</summary>
    private const decimal LengthOff = 0.1m;

    internal static void Write(MarkdownSheet page, CalibrationReport r)
    {
        var judged = Of(r, Standing.Judged);
        page.Heading(2, "Service times")
            .Paragraph("Each service with a hop by rail or road, built from its sections, borders and gauge changes "
                + "by the planner's own builder, without the wait for the departure and without waits for a post "
                + $"to open or a closure to end; planning values. n = {judged.Count}, inside the published range "
                + $"{judged.Count(s => s.IsInside)}.")
            .Table(Heads("verdict"), [.. judged.Select(s => Row(s, Verdict(s)))], words: 3);
        var misses = judged.Where(s => !s.IsInside).ToList();
        if (misses.Count > 0)
            page.Heading(3, "Misses").Items(misses.Select(s => $"{s.Service.Id}, {s.Service.Name}: {Why(s)}"));
        var circular = Of(r, Standing.Circular);
        if (circular.Count > 0)
            page.Heading(3, "Circular, not judged")
                .Paragraph("A sea hop takes its time from the very transit days it would be judged by, and a row "
                    + "that names the page of the transit days may have been made from them.")
                .Table(Heads("shared"), [.. circular.Select(s => Row(s, Shared(s)))], words: 3);
        var estimates = Of(r, Standing.Estimate);
        if (estimates.Count > 0)
            page.Heading(3, "Against an estimate, not judged")
                .Paragraph($"Nobody published days for these; the estimate in the data is beside them. "
                    + $"{estimates.Count(s => s.IsInside)} of {estimates.Count} lie in its range.")
                .Table(Heads("verdict"), [.. estimates.Select(s => Row(s, Verdict(s)))], words: 3);
        var absent = Of(r, Standing.NotBuilt);
        if (absent.Count > 0)
            page.Heading(3, "Not built").Items(absent.Select(s => $"{s.Service.Id}, {s.Service.Name}: {s.Why}."));
        Lengths(page, r);
    }

    private static List<ServiceCheck> Of(CalibrationReport r, Standing standing) =>
        [.. r.Services.Where(s => s.Standing == standing)];

    private static string[] Heads(string verdict) =>
        ["service", verdict, "largest part", "h", "built d", "published d", "ratio", "running h", "of it rest h",
            "borders h", "gauge, handling h", "sea h", "estimated", "built km", "published km"];

    private static string[] Row(ServiceCheck s, string verdict) =>
    [
        s.Service.Id, verdict, s.Largest!.Name, N(s.Largest.Minutes / 60m, 0), N(s.Days), $"{s.Published}",
        N(s.Ratio, 2), N(s.HoursOf(ElementKind.Rail, ElementKind.Road), 0), N(s.RestHours, 0),
        N(s.HoursOf(ElementKind.Border), 0), N(s.HoursOf(ElementKind.Gauge, ElementKind.Handling), 0),
        N(s.HoursOf(ElementKind.Sea, ElementKind.Air), 0), Percent(s.EstimatedShare), N(s.Km, 0),
        N(s.Service.DistanceKm?.Value.Mode, 0),
    ];

    private static string Verdict(ServiceCheck s) =>
        s.IsInside ? "inside" : s.Days > s.Published.Max ? "too slow" : "too fast";

    private static string Shared(ServiceCheck s) => string.Join(
        ", ", s.Comparison.Shared.Select(id => id == s.Service.TransitDays!.Id ? "its own days at sea" : id));

    /// <summary>What the data tell about a miss, and no more.</summary>
    private static string Why(ServiceCheck s)
    {
        var largest = s.Largest!;
        var text = $"{N(s.Days)} days built, {s.Published} published. The largest part is {largest.Name}, "
            + $"{N(largest.Minutes / 60m, 0)} h or {Percent(largest.Minutes / (s.Days * 1440m))} of the time; "
            + $"{Percent(s.EstimatedShare)} of the time goes by estimated speeds and hours.";
        if (s.RestHours > 0)
            text += $" Of the running time {N(s.RestHours, 0)} h are the rest of one driver a truck; the row does not "
                + "say how many drove.";
        if (s.Service.DistanceKm is { Value.Mode: > 0 and var km } && Math.Abs(s.Km / km - 1) > LengthOff)
            text += $" The links measure {N(s.Km, 0)} km, the page says {N(km, 0)} km.";
        return s.Service.Note.Length > 0 ? $"{text} Remark in the data: {s.Service.Note}." : text;
    }

    private static void Lengths(MarkdownSheet page, CalibrationReport r)
    {
        var judged = r.Lengths.Where(l => l.Standing == Standing.Judged).ToList();
        var off = judged.Where(l => Math.Abs(l.Ratio - 1) > LengthOff).ToList();
        var services = r.Services.Where(s => s.Parts.Count > 0 && s.Service.DistanceKm is not null).ToList();
        var sections = Errors.Of(judged.Select(l => (l.Ratio * 100, 100m)));
        var ways = Errors.Of(services.Select(s => (s.Km / s.Service.DistanceKm!.Value.Mode * 100, 100m)));
        page.Heading(2, "Lengths")
            .Paragraph("Route kilometres of the links against lengths told in pages or recalled; a length taken from "
                + $"the network or estimated is no judge. Sections of line: n = {sections.Count}, mean absolute "
                + $"difference {N(sections.Mean)} %, median {N(sections.Median)} %, bias {N(sections.Bias)} %. "
                + $"Whole services: n = {ways.Count}, {N(ways.Mean)} %, {N(ways.Median)} %, {N(ways.Bias)} %. "
                + $"Sections more than {Percent(LengthOff)} off: {off.Count}.")
            .Table(
                ["section", "name", "links km", "published km", "ratio"],
                [.. off.OrderByDescending(l => Math.Abs(l.Ratio - 1)).ThenBy(l => l.Section.Id, StringComparer.Ordinal)
                    .Select(l => (string[])
                        [l.Section.Id, l.Section.Name, N(l.Km, 0), N(l.PublishedKm, 0), N(l.Ratio, 2)])],
                words: 2);
    }
}
