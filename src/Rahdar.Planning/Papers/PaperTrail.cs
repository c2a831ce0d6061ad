using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Legal;
using Rahdar.Quantities;

namespace Rahdar.Planning.Papers;

/// <summary>The papers of a plan: what to have, to ask for and to answer, in the order of the way.</summary>
/// <remarks>An aid, not advice. The search and the short list do not know it: no plan is ranked by its
/// papers.</remarks>
/// <param name="Chain">The customs chain, one line a country; empty for a plan inside one country.</param>
/// <param name="Items">Papers, permits and regimes.</param>
/// <param name="Questions">What a named person must answer: never a score, never a ranking.</param>
/// <param name="First">What must be asked for first; null when no lead time is known.</param>
public sealed record PaperTrail(
    IReadOnlyList<ChainLine> Chain, IReadOnlyList<PaperItem> Items, IReadOnlyList<PaperItem> Questions,
    FirstToAsk? First)
{
    /// <summary>Papers and permits whose lead time nobody published or estimated.</summary>
    public int WithoutLead => Items.Count(i => i.Kind != PaperKind.Regime && i.Lead is null);

    /// <summary>The papers of a plan, by the rules known on the question's knowledge date.</summary>
    public static PaperTrail Of(CorridorNetwork network, PlanQuery query, Itinerary plan)
    {
        var journey = new Journey(network, plan);
        var rules = new Rulebook(network, query, journey);
        var asked = OccasionList.Of(network, journey, rules)
            .SelectMany(o => rules.ListFor(o).Select(r => (o.Stretch, Item: ItemOf(r, o, rules))))
            .DistinctBy(a => (a.Item.PaperId, a.Item.Country, a.Item.Place)).ToList();
        var items = asked.Select(a => a.Item).Where(i => i.Kind != PaperKind.Question).ToList();
        var questions = asked.Select(a => a.Item).Where(i => i.Kind == PaperKind.Question).ToList();
        var chain = journey.Stretches.Select((s, i) => new ChainLine(
            s.Country, s.From, s.To,
            [.. asked.Where(a => a.Stretch == i && a.Item.Kind == PaperKind.Regime).Select(a => a.Item)]));
        return new PaperTrail(
            journey.Stretches.Count == 1 ? [] : [.. chain], items, questions, FirstOf(items, query, journey));
    }

    private const decimal NanosecondsADay = NodaConstants.NanosecondsPerDay;

    private static PaperItem ItemOf(PaperRule r, Occasion o, Rulebook rules)
    {
        var laws = rules.ListMemberships(r, o);
        var why = r.Treaty is { } treaty && !o.Why.Contains(treaty.Instrument, StringComparison.Ordinal)
            ? $"{o.Why}, {treaty.Instrument}: {treaty.State}"
            : o.Why;
        return new PaperItem(
            r.Id, r.Kind, r.Moment, o.Country, o.Place, o.Mode, r.Name, r.Text, why, r.Lead, o.NeededBy,
            [.. laws.Select(l => l.Id).Prepend(r.LegalId).Where(id => id.Length > 0).Distinct()], r.Provenance);
    }

    private static FirstToAsk? FirstOf(IReadOnlyList<PaperItem> items, PlanQuery query, Journey journey)
    {
        var asked = items.Where(i => i.Lead is not null)
            .Select(i => (Item: i, Days: BeforeDeparture(i, journey))).ToList();
        if (asked.Count == 0) return null;
        var days = new Triangle(
            asked.Max(a => a.Days.Min), asked.Max(a => a.Days.Mode), asked.Max(a => a.Days.Max));
        var left = Period.DaysBetween(query.Known, journey.Departure.InZone(journey.Origin.Zone).Date);
        return new FirstToAsk(asked.MaxBy(a => (a.Days.Mode, a.Days.Max)).Item, days, journey.Departure, left);
    }

    // What is needed only on the way may be asked for that much later, but no paper is counted below zero.
    private static Triangle BeforeDeparture(PaperItem item, Journey journey)
    {
        var later = (item.NeededBy - journey.Departure).ToInt64Nanoseconds() / NanosecondsADay;
        var lead = item.LeadDays!.Value;
        decimal Left(decimal days) => Math.Max(0, days - later);
        return new Triangle(Left(lead.Min), Left(lead.Mode), Left(lead.Max));
    }
}
