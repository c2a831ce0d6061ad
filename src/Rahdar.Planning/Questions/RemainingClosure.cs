using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;

namespace Rahdar.Planning.Questions;

/// <summary>What the days to a reopening rest on.</summary>
public enum RemainingBasis
{
    /// <summary>Recorded closures that lasted longer than this one has.</summary>
    Records,

    /// <summary>A triangle of the data or our rule, because no record lasted so long: assumed.</summary>
    Rule,

    /// <summary>The triangle of a scenario: assumed.</summary>
    Scenario,
}

/// <summary>A day on which a crossing may be found open, and how likely it is that day.</summary>
/// <param name="Day">Days after the knowledge date, 1 or more: the news is read once a day, at 00:00.</param>
/// <param name="Weight">Chance; all days together 1.</param>
public readonly record struct ReopeningDay(int Day, decimal Weight);

/// <summary>How long a closure still lasts, as of the knowledge date.</summary>
/// <param name="Days">Possible days of reopening, ascending; never empty.</param>
/// <param name="Basis">What they rest on.</param>
/// <param name="Count">Records behind them, or draws of a triangle.</param>
/// <param name="IsOwnGroup">True when the records are of the same cause; false over all causes.</param>
/// <param name="ElapsedDays">Days the closure has lasted already.</param>
/// <param name="WholeDays">The triangle of the whole duration; null when records are counted one by one.</param>
/// <remarks>
/// Closures that have not ended yet are no record, so long closures are missing among them: waiting looks better
/// than it may be. Where the closure is disputed, the first day carries the chance that it is not there.
/// </remarks>
public sealed record RemainingClosure(
    IReadOnlyList<ReopeningDay> Days, RemainingBasis Basis, int Count, bool IsOwnGroup, int ElapsedDays,
    Triangle? WholeDays)
{
    /// <summary>Mean and percentiles of the day of reopening.</summary>
    public WeightedSpread Spread => WeightedSpread.Of(Days.Select(d => ((long)d.Day, d.Weight)));

    /// <summary>The days to the end of a claim's closure; null when a scenario's closure must be over by
    /// now.</summary>
    /// <param name="knowledge">What is known.</param>
    /// <param name="claim">The closure.</param>
    /// <param name="shutProbability">Chance that it is there at all; 1 when confirmed.</param>
    /// <param name="request">How a triangle is drawn.</param>
    internal static RemainingClosure? Of(
        Knowledge knowledge, Closure claim, decimal shutProbability, DrawRequest request)
    {
        // Below zero when a scenario shuts the crossing after the knowledge date.
        var since = Period.DaysBetween(claim.From!.Value, knowledge.Day);
        var elapsed = Math.Max(0, since);
        if (claim.AssumedDays is { } assumed)
            return Drawn(claim, assumed.Value, since, request) is { Count: > 0 } days
                ? new RemainingClosure(
                    Weighed(days, shutProbability), RemainingBasis.Scenario, days.Count, false, elapsed, assumed.Value)
                : null;
        var (records, isOwnGroup) = knowledge.Statistics.Durations(claim.Kind);
        var longer = records.Where(d => d > elapsed).Select(d => d - since).ToList();
        if (longer.Count > 0)
            return new RemainingClosure(
                Weighed(longer, shutProbability), RemainingBasis.Records, longer.Count, isOwnGroup, elapsed, null);
        var rule = knowledge.Statistics.ExpectedDays(claim.Kind, elapsed);
        var drawn = Drawn(claim, rule, since, request);
        return new RemainingClosure(
            Weighed(drawn, shutProbability), RemainingBasis.Rule, drawn.Count, false, elapsed, rule);
    }

    /// <summary>Remaining days of those draws of a whole duration that are longer than what has passed.</summary>
    private static List<int> Drawn(Closure claim, Triangle whole, int since, DrawRequest request)
    {
        var figure = new Figure($"closures/{claim.Id}/days", whole, "d", claim.Provenance);
        return [.. new Draws(request, weight: 0).Column(figure)
            .Where(d => d > since).Select(d => (int)decimal.Ceiling(d - since))];
    }

    private static List<ReopeningDay> Weighed(IReadOnlyList<int> days, decimal shutProbability)
    {
        var each = shutProbability / days.Count;
        var all = days.Select(d => new ReopeningDay(Math.Max(1, d), each));
        if (shutProbability < 1) all = all.Append(new ReopeningDay(1, 1 - shutProbability));
        return [.. all.GroupBy(d => d.Day).Select(g => new ReopeningDay(g.Key, g.Sum(d => d.Weight)))
            .OrderBy(d => d.Day)];
    }
}
