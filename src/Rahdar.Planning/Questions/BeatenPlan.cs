namespace Rahdar.Planning.Questions;

/// <summary>A plan by a way that was asked about, set against the plan of the front that beats it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Reason">In what it is the best of its way: fastest, cheapest, least risk, least CO2e.</param>
/// <param name="Beater">Plan that is no worse in all four criteria and better in one; null when there is none, so that
/// it stands on the front itself.</param>
/// <param name="BeaterIndex">Index of that plan on the front; of the plan itself when it stands there; else -1.</param>
/// <param name="CentsLess">Least saving, US cents, that would bring it onto the front, all else as it is; null when no
/// saving would.</param>
/// <param name="MinutesLess">Least minutes that it would have to arrive earlier, likewise.</param>
public sealed record BeatenPlan(
    Itinerary Plan, string Reason, Itinerary? Beater, int BeaterIndex, long? CentsLess, int? MinutesLess)
{
    /// <summary>True when no plan beats it.</summary>
    public bool IsOnFront => Beater is null;

    /// <summary>The best plans of a way in each criterion against a front.</summary>
    /// <param name="plans">Plans by the way; may be empty.</param>
    /// <param name="front">The front of the same question.</param>
    /// <param name="value">What a day is worth: of several that beat it one of the short list is told, of those the
    /// one of least generalised cost.</param>
    internal static IReadOnlyList<BeatenPlan> Of(
        IReadOnlyList<Itinerary> plans, IReadOnlyList<Itinerary> front, ValueOfTime value) =>
        plans.Count == 0 ? []
            : [.. ShortList.Choose(plans).Where(c => c.Reason != ShortList.AnotherWay)
                .Select(c => Of(plans[c.Index], c.Reason, front, value))];

    private static BeatenPlan Of(Itinerary plan, string reason, IReadOnlyList<Itinerary> front, ValueOfTime value)
    {
        var p = plan.Vector;
        var all = Enumerable.Range(0, front.Count).Select(i => (Index: i, front[i].Vector)).ToList();
        if (all.FirstOrDefault(x => x.Vector == p, (-1, default)) is ( >= 0 and var self, _))
            return new BeatenPlan(plan, reason, null, self, null, null);
        // Who is no worse in the other three still beats it as long as it is not cheaper (earlier) than they are.
        var cheaper = all.Where(x => x.Vector.A <= p.A && x.Vector.Nepers <= p.Nepers && x.Vector.Grams <= p.Grams)
            .ToList();
        var earlier = all.Where(
            x => x.Vector.Cents <= p.Cents && x.Vector.Nepers <= p.Nepers && x.Vector.Grams <= p.Grams).ToList();
        var beaters = cheaper.Where(x => x.Vector.Cents <= p.Cents).ToList();
        if (beaters.Count == 0) return new BeatenPlan(plan, reason, null, -1, null, null);
        var shown = ShortList.Choose(front, value).Select(s => s.Index).ToHashSet();
        var (index, _) = beaters.MinBy(x =>
            (!shown.Contains(x.Index), value.GeneralisedCents(x.Vector.Cents, front[x.Index].Minutes)));
        var (cents, minute) = (cheaper.Min(x => x.Vector.Cents), earlier.Min(x => x.Vector.A));
        return new BeatenPlan(plan, reason, front[index], index,
            cents > 0 ? p.Cents - cents + 1 : null,
            p.A - minute + 1 < plan.Minutes ? p.A - minute + 1 : null);
    }
}
