namespace Rahdar.Planning;

/// <summary>Up to six distinct plans of a front, by a written rule, each with why it is there.</summary>
/// <remarks>
/// Rule: the fastest, the cheapest, the least at risk and the least emitting; then the plan that rides an announced
/// train farthest;
/// then, of plans with a family not shown yet, the one whose worst criterion is nearest to the best, until there are
/// six.
/// A criterion is measured from 0 (best of the front) to 1 (worst of the front).
/// </remarks>
public static class ShortList
{
    /// <summary>Most plans shown.</summary>
    public const int Most = 6;

    /// <summary>Reason of a plan that is best in nothing and shows another family.</summary>
    public const string AnotherWay = "another way";

    /// <summary>Indices on the front with the reason each was chosen; at least one.</summary>
    public static IReadOnlyList<(int Index, string Reason)> Choose(IReadOnlyList<Itinerary> front)
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
        var announced = all.Where(i => front[i].Flags.Contains("announced-never-run")).ToList();
        if (announced.Count > 0)
            Take(announced.MinBy(i => (-ServiceKm(front[i]), front[i].Arrival)), "announced train");
        while (chosen.Count < Math.Min(Most, front.Count))
        {
            var shown = chosen.Select(c => Key(front[c.Index])).ToHashSet();
            var rest = all.Where(i => !shown.Contains(Key(front[i]))).ToList();
            if (rest.Count == 0) break;
            Take(rest.MinBy(i => (Regret(front, i), i)), AnotherWay);
        }
        return [.. chosen.OrderBy(c => c.Index)];
    }

    private static decimal ServiceKm(Itinerary plan) => plan.Elements.Where(e => e.IsAnnounced).Sum(e => e.Km);

    private static string Key(Itinerary plan) => string.Join('>', plan.Family);

    private static double Regret(IReadOnlyList<Itinerary> front, int i)
    {
        static double Share(double value, IEnumerable<double> all)
        {
            var (least, most) = (all.Min(), all.Max());
            return most > least ? (value - least) / (most - least) : 0;
        }
        var plan = front[i];
        return new[]
        {
            Share(plan.Arrival.ToUnixTimeSeconds(), front.Select(p => (double)p.Arrival.ToUnixTimeSeconds())),
            Share(plan.Cents, front.Select(p => (double)p.Cents)),
            Share(plan.Risk.Nanonepers, front.Select(p => (double)p.Risk.Nanonepers)),
            Share(plan.Grams, front.Select(p => (double)p.Grams)),
        }.Max();
    }
}
