using Rahdar.Network.Claims;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>
/// The survey of a network as text: counts first, then what a user should know before trusting a plan.
/// </summary>
internal static class SurveyText
{
    private const int StaleShown = 12;
    private const int IdWidth = 22;
    private const int StatusShown = 32;

    internal static TextSheet Write(TextSheet sheet, NetworkSurvey s)
    {
        sheet.Title("the corridor is sound: no faults", $"as of {s.AsOf:uuuu-MM-dd}");
        Counts(sheet, s);
        Joins(sheet, s);
        Conflicts(sheet, s);
        Stale(sheet, s);
        return sheet;
    }

    private static void Counts(TextSheet sheet, NetworkSurvey s)
    {
        sheet.Labelled("places", $"{s.Places} with links, {s.PlacesWithoutLinks.Count} without");
        sheet.Labelled("borders", $"{s.BordersJoined} rows join a link, {s.BordersReplaced.Count} are replaced, "
            + $"{s.BordersWithoutLink.Count} join none; {s.DefaultBorders.Count} crossings use a default");
        sheet.Labelled("services", string.Join("; ", s.Services.Select(k =>
            $"{k.Kind.ToString().ToLowerInvariant()}: {k.Offered} offered, {k.Others} not")));
        sheet.Labelled("simulation", $"{s.BoxDemands} demands of boxes, {s.TruckDemands} of trucks; "
            + $"{s.Activities} border activities; {s.TradeFigures} trade figures");
        sheet.Labelled("claims", $"{s.Claims.Sum(c => c.Claims):#,0}: " + string.Join(", ", s.Claims.Select(c =>
            $"{(c.Grade is { } grade ? grade.ToString().ToLowerInvariant() : "not graded")} {c.Claims:#,0}")));
        sheet.Heading("links");
        sheet.Rows([6, 6, 14, 6, 10], [["mode", "gauge", "status", "links", "km"], .. s.Links.Select(l => new[]
        {
            NetworkText.ModeWord(l.Mode), l.Gauge?.ToString() ?? "", l.Status.ToString().ToLowerInvariant(),
                $"{l.Links}", $"{l.Km:#,0}",
        })], 2, 3, 4);
        var share = s.RailKm == 0 ? 0 : 100 * s.RailKmOnDefaults / s.RailKm;
        sheet.Line(
            $"operating rail on default sections: {s.RailKmOnDefaults:#,0} of {s.RailKm:#,0} km ({share:0} %)", 2);
    }

    private static void Joins(TextSheet sheet, NetworkSurvey s)
    {
        List(sheet, "hops of services that the network does not join (not offered)", s.HopsNotJoined);
        List(sheet, "sea hops drawn straight", s.HopsStraight);
        List(sheet, "border rows without a link (no plan uses them)", s.BordersWithoutLink);
        List(sheet, "border rows replaced by a row that joins", s.BordersReplaced);
        if (s.DefaultBorders.Count > 0)
        {
            Head(sheet, "border links without a row (visible default)", s.DefaultBorders.Count);
            sheet.Line(string.Join(", ", s.DefaultBorders.Select(d => $"{d.Id} {d.What.Split(',')[0]}")), 2);
        }
        if (s.PlacesWithoutLinks.Count > 0)
        {
            Head(sheet, "places without links", s.PlacesWithoutLinks.Count);
            sheet.Line(string.Join(", ", s.PlacesWithoutLinks.Select(p => p.Id.Value)), 2);
        }
        List(sheet, "sections that hold for no link, or are of another length", s.Sections);
    }

    private static void Conflicts(TextSheet sheet, NetworkSurvey s)
    {
        List(sheet, "CONFLICT services with differing claims of status", s.ServiceConflicts);
        List(sheet, "CONFLICT closures and denials", s.ClosureConflicts);
        List(sheet, "CONFLICT published length and drawn line, over 10 %", s.LengthConflicts);
        List(sheet, "CONFLICT mean clearance outside its range", s.ClearanceConflicts);
    }

    private static void Stale(TextSheet sheet, NetworkSurvey s)
    {
        if (s.Stale.Count == 0) return;
        Head(sheet, $"statuses older than {s.StaleAfterDays} days", s.Stale.Count);
        sheet.Line(string.Join(", ", s.Stale.GroupBy(x => x.Kind).OrderBy(g => g.Key).Select(g =>
            NetworkText.Count(g.Count(), NetworkText.KindWord(g.Key)))) + "; the oldest:", 2);
        var shown = s.Stale.Take(StaleShown).ToList();
        sheet.Rows(
            [7, Math.Clamp(shown.Max(x => x.Id.Length), 6, IdWidth), 10, 7, 0],
            shown.Select(x => (IReadOnlyList<string>)
                [NetworkText.KindWord(x.Kind), x.Id, $"{x.StatedOn:uuuu-MM-dd}", $"{x.AgeDays} d", Cut(x.Status)]), 2,
                    3);
    }

    private static void List(TextSheet sheet, string what, IReadOnlyList<SurveyRemark> remarks)
    {
        if (remarks.Count == 0) return;
        Head(sheet, what, remarks.Count);
        var width = Math.Clamp(remarks.Max(r => r.Id.Length), 6, 26);
        sheet.Rows([width, 0], remarks.Select(r => (IReadOnlyList<string>)[r.Id, r.What]));
    }

    private static string Cut(string text) => text.Length <= StatusShown ? text : text[..(StatusShown - 3)] + "...";

    private static void Head(TextSheet sheet, string what, int count) => sheet.Heading($"{what}: {count}");
}
