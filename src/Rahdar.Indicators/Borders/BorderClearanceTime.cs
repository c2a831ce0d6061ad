namespace Rahdar.Indicators.Borders;

/// <summary>Border clearance time: how long one post takes, queue included. CPMM indicator TFI1.</summary>
/// <remarks>Unit: hours at one post. Every sample weighs the same, so that a country's value is that of its traffic and
/// not the mean of its posts. Source: CAREC CPMM, definition of TFI1.</remarks>
public static class BorderClearanceTime
{
    /// <summary>Statistic of some passages.</summary>
    public static Statistic Of(IEnumerable<PostPassage> passages) =>
        Statistic.Of(passages.Select(p => (Hours.Of(p.Time), p.Unit.Count)));

    /// <summary>Mean hours a sample by activity, the longest first; they add up to the mean.</summary>
    public static IReadOnlyList<(string Activity, decimal Hours)> Split(IReadOnlyCollection<PostPassage> passages)
    {
        var n = passages.Sum(p => (long)p.Unit.Count);
        return
        [
            .. passages.SelectMany(p => p.Activities.Select(a => (a.Key, Sum: Hours.Of(a.Value) * p.Unit.Count)))
                .GroupBy(a => a.Key, (name, all) => (name, all.Sum(a => a.Sum) / n))
                .OrderByDescending(a => a.Item2).ThenBy(a => a.name, StringComparer.Ordinal),
        ];
    }
}
