using Rahdar.Network.Legal;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The papers of a plan as a checklist a forwarder can go through, by country.</summary>
public static class PapersText
{
    private const string WholeWay = "whole way";

    /// <summary>The papers of one plan.</summary>
    /// <param name="answer">The answer the plan is of.</param>
    /// <param name="trail">Its papers.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Trail(PlanAnswer answer, PaperTrail trail, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        sheet.Heading("Papers of this plan: an aid, not advice");
        sheet.Line("Rules known on the knowledge date, most of them recalled or estimated: each line names its source "
            + "and how sure it is. A line that is missing proves nothing; ask a broker in every country.");
        First(sheet, answer, trail);
        if (trail.Chain.Count > 0) Chain(sheet, answer, trail.Chain);
        Items(sheet, answer, trail.Items);
        Questions(sheet, trail.Questions);
        return sheet.Finish();
    }

    private static void First(TextSheet sheet, PlanAnswer answer, PaperTrail trail)
    {
        if (trail.First is { } first)
        {
            var days = new Triangle(
                Math.Ceiling(first.Days.Min), Math.Ceiling(first.Days.Mode), Math.Ceiling(first.Days.Max));
            sheet.Line($"First to ask for: {first.Item.Name.ToLowerInvariant()} ({At(answer, first.Item)}), "
                + $"{days} days before departure over all papers; {first.DaysLeft} are left from "
                + $"{answer.Query.Known:uuuu-MM-dd}"
                + (first.IsTight ? ": likely TOO LATE for this departure." : "."));
        }
        if (trail.WithoutLead > 0)
            sheet.Line($"Lead time unknown for {trail.WithoutLead} papers and permits below: not counted as zero.");
    }

    private static void Chain(TextSheet sheet, PlanAnswer answer, IReadOnlyList<ChainLine> chain)
    {
        sheet.Heading("Customs chain");
        sheet.Rows([3, 34, 0], chain.Select(IReadOnlyList<string> (line) =>
        [
            line.Country, Way(answer, line.From, line.To),
            line.Regimes.Count == 0 ? "no rule known: ask" : string.Join("; then ", line.Regimes.Select(r => r.Name)),
        ]));
    }

    private static void Items(TextSheet sheet, PlanAnswer answer, IReadOnlyList<PaperItem> items)
    {
        sheet.Heading("Regimes, papers and permits by country; lead is least/likely/greatest");
        foreach (var country in items.GroupBy(i => i.Country))
        {
            sheet.Line(country.Key.Length == 0 ? WholeWay : country.Key, 2);
            sheet.Rows([24, 11, 0], country.Select(IReadOnlyList<string> (i) =>
            [
                i.Name, i.Lead is null ? i.Kind == PaperKind.Regime ? "" : "unknown" : $"{i.Lead.Value} {i.Lead.Unit}",
                $"{Place(answer, i)}{Sentence(i.Text)} Why: {i.Why}. [{Source(i)}]",
            ]), 4);
        }
    }

    private static void Questions(TextSheet sheet, IReadOnlyList<PaperItem> questions)
    {
        sheet.Heading("Questions a named person must answer");
        foreach (var q in questions)
            sheet.Labelled(
                q.Country.Length == 0 ? "all" : q.Country,
                $"{q.Name} {Sentence(q.Text)} [{Source(q)}] Answered by: ____", 5, 2);
    }

    private static string Source(PaperItem item) =>
        string.Join(", ", item.LegalIds.Prepend(item.PaperId))
        + $"; {item.Provenance.Basis.ToString().ToLowerInvariant()}, "
        + $"{item.Provenance.Confidence.ToString().ToLowerInvariant()}: {item.Provenance.Source}";

    private static string Sentence(string text) => text.EndsWith('?') ? text : text + ".";

    private static string Place(PlanAnswer answer, PaperItem item) =>
        item.Country.Length == 0 ? "" : Name(answer, item.Place) + ": ";

    private static string At(PlanAnswer answer, PaperItem item) =>
        item.Country.Length == 0 ? WholeWay : Name(answer, item.Place);

    private static string Way(PlanAnswer answer, PlaceId from, PlaceId to) =>
        from == to ? Name(answer, from) : $"{Name(answer, from)} - {Name(answer, to)}";

    private static string Name(PlanAnswer answer, PlaceId place) => answer.Network.GetPlaceOrUnlinked(place).Name;
}
