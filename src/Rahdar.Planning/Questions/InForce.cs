using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Scenarios;

namespace Rahdar.Planning.Questions;

/// <summary>Whether what a scenario changes can act on the dates of a question.</summary>
/// <remarks>Closures, openings and upgrades have a day; a changed dwell and a stopped service hold always; a changed
/// capacity is counted by no plan. Days are counted at the origin with a day to spare, so nothing that can act is
/// called
/// idle.</remarks>
public static class InForce
{
    /// <summary>What cannot act, one sentence each; empty when all of it can.</summary>
    /// <param name="network">The network with its scenario.</param>
    /// <param name="query">The question.</param>
    /// <param name="lastArrival">Latest arrival of any plan looked at; null when nobody knows.</param>
    public static IReadOnlyList<string> ListIdle(CorridorNetwork network, PlanQuery query, Instant? lastArrival)
    {
        var zone = network.GetPlace(query.From).Zone;
        var ready = query.ReadyDay(network);
        var first = LocalDate.Max(ready, query.Known);
        var last = lastArrival?.InZone(zone).Date;
        return [.. network.Modifications.Select(m => Idle(m, ready, first, last)).OfType<string>()];
    }

    /// <summary>True when nothing of a scenario can act; false without a scenario.</summary>
    /// <param name="network">The network with its scenario.</param>
    /// <param name="idle">What cannot act.</param>
    public static bool IsNothing(CorridorNetwork network, IReadOnlyList<string> idle) =>
        network.Modifications.Count > 0 && idle.Count == network.Modifications.Count;

    private static string? Idle(Modification change, LocalDate ready, LocalDate first, LocalDate? last)
    {
        switch (change)
        {
            case OpenLink open when open.From > ready:
                return $"{open.Id} opens on {open.From:uuuu-MM-dd}, after the ready date {ready:uuuu-MM-dd}";
            case UpgradeLine upgrade when upgrade.From > ready:
                return $"{upgrade.ProjectId} is upgraded from {upgrade.From:uuuu-MM-dd}, after the ready date "
                    + $"{ready:uuuu-MM-dd}";
            case SetCapacity capacity:
                return $"{capacity.RowId} takes another number a day, which no plan counts (`simulate` does)";
            case Close close:
                var over = close.From.PlusDays((int)decimal.Ceiling(close.Days.Max));
                if (over.PlusDays(1) <= first)
                    return $"{close.TargetId} is open again by {over:uuuu-MM-dd}, before the first departure "
                        + $"({first:uuuu-MM-dd})";
                return close.From.PlusDays(-1) > last
                    ? $"{close.TargetId} shuts on {close.From:uuuu-MM-dd}, after the last arrival ({last:uuuu-MM-dd})"
                    : null;
            default:
                return null;
        }
    }
}
