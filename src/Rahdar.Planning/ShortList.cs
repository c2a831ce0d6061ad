namespace Rahdar.Planning;

/// <summary>Up to six distinct plans of a front, by a written rule, each with why it is there.</summary>
/// <remarks>
/// Rule: the fastest, the cheapest, the least at risk and the least emitting; the best value, by generalised cost; the
/// plan that rides an announced train farthest; then, of plans with a family not shown yet, the one whose worst
/// criterion is nearest to the best, until there are six. A criterion is measured from 0 (best of the front) to 1
/// (worst of the front).
/// </remarks>
public static class ShortList
{
    /// <summary>Most plans shown.</summary>
    public const int Most = 6;

    /// <summary>Reason of a plan that is best in nothing and shows another family.</summary>
    public const string AnotherWay = "another way";

    /// <summary>Indices on the front with the reason each was chosen; at least one.</summary>
    /// <param name="front">The front.</param>
    /// <param name="value">What a day is worth; null leaves the best value out.</param>
    public static IReadOnlyList<(int Index, string Reason)> Choose(
        IReadOnlyList<Itinerary> front, ValueOfTime? value = null)
    {
        var chosen = new List<(int Index, string Reason)>();
        void Take(int index, string reason)
        {
            var at = chosen.FindIndex(c => c.Index == index);
            if (at >= 0) chosen[at] = (index, $"{chosen[at].Reason}, {reason}");
            else chosen.Add((index, reason));
        }
        var all = Enumerable.Range(0, front.Count).ToList();
        Take(all.MinBy(i => (front[i].Arrival, front[i].Cents)), "fastest");
        Take(all.MinBy(i => (front[i].Cents, front[i].Arrival)), "cheapest");
        Take(all.MinBy(i => (front[i].Risk.Nanonepers, front[i].Cents)), "least risk");
        Take(all.MinBy(i => (front[i].Grams, front[i].Cents)), "least CO2e");
        if (value is not null)
            Take(all.MinBy(i => (value.GeneralisedCents(front[i].Cents, front[i].Minutes), i)), "best value");
        var announced = all.Where(i => front[i].Flags.Contains("announced-never-run")).ToList();
        if (announced.Count > 0)
            Take(announced.MinBy(i => (-ServiceKm(front[i]), front[i].Arrival)), "announced train, never run");
        var regrets = Regrets(front);
        var keys = front.Select(Key).ToList();
        while (chosen.Count < Math.Min(Most, front.Count))
        {
            var shown = chosen.Select(c => keys[c.Index]).ToHashSet();
            var rest = all.Where(i => !shown.Contains(keys[i])).ToList();
            if (rest.Count == 0) break;
            Take(rest.MinBy(i => (regrets[i], i)), AnotherWay);
        }
        return [.. chosen.OrderBy(c => c.Index)];
    }

    private static decimal ServiceKm(Itinerary plan) => plan.Elements.Where(e => e.IsAnnounced).Sum(e => e.Km);

    private static string Key(Itinerary plan) => string.Join('>', plan.Family);

    /// <summary>Worst criterion of each plan, from 0 (best of the front) to 1 (worst of the front).</summary>
    private static double[] Regrets(IReadOnlyList<Itinerary> front)
    {
        var worst = new double[front.Count];
        foreach (var criterion in new Func<Itinerary, double>[]
            { p => p.Arrival.ToUnixTimeSeconds(), p => p.Cents, p => p.Risk.Nanonepers, p => p.Grams })
        {
            var (least, most) = (front.Min(criterion), front.Max(criterion));
            for (var i = 0; i < worst.Length && most > least; i++)
                worst[i] = Math.Max(worst[i], (criterion(front[i]) - least) / (most - least));
        }
        return worst;
    }
}
