using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>Joins runs that the same wagons make one after the other: by block, and by in-seat transfers.</summary>
/// <remarks>Source: GTFS Schedule reference: trips of one block_id and service day; transfer types 4 and 5. In a block
/// a
/// run goes on as the first of its block that leaves the place where it ended, not before it ended.</remarks>
internal sealed class ThroughServices(GtfsFeed feed, IReadOnlyList<int> stations)
{
    /// <summary>Links runs to those they go on as.</summary>
    internal void Link(List<TripRun> runs)
    {
        var parted = feed.Transfers.Where(t => t.Type == 5).Select(t => (t.FromTrip, t.ToTrip)).ToHashSet();
        foreach (var block in runs.Where(r => r.Trip.BlockId.Length > 0 && !r.IsRepeated)
            .GroupBy(r => (r.Trip.BlockId, r.Day)))
            LinkBlock([.. block.OrderBy(r => r.Starts)], parted);
        var byTrip = runs.Where(r => !r.IsRepeated).ToLookup(r => r.Trip.Id);
        foreach (var seat in feed.Transfers.Where(t => t.Type == 4))
            foreach (var run in byTrip[seat.FromTrip])
            {
                var next = byTrip[seat.ToTrip].Where(r => r.Starts >= run.Ends && r.Starts < run.Ends + 86_400)
                    .MinBy(r => r.Starts);
                if (next is null || next == run || run.Next.Contains(next)) continue;
                run.Next.Add(next);
                next.HasBefore = true;
            }
    }

    private void LinkBlock(List<TripRun> runs, HashSet<(string, string)> parted)
    {
        foreach (var run in runs)
        {
            var next = runs.FirstOrDefault(r => r != run && r.Starts >= run.Ends && r.Ends > run.Starts
                && stations[r.Stops[0]] == stations[run.Stops[^1]]);
            if (next is null || parted.Contains((run.Trip.Id, next.Trip.Id))) continue;
            run.Next.Add(next);
            next.HasBefore = true;
        }
    }

    /// <summary>All through services: each usable run stands in at least one, as far as it is linked.</summary>
    internal static List<IReadOnlyList<TripRun>> List(IReadOnlyList<TripRun> runs)
    {
        var befores = runs.Where(r => r.IsUsable).SelectMany(r => r.Next).ToHashSet();
        var seen = new HashSet<TripRun>();
        var chains = new List<IReadOnlyList<TripRun>>();
        foreach (var run in runs.Where(r => r.IsUsable && !befores.Contains(r)))
            if (run.Next.Count > 0) Follow(run, [], chains, seen);
            else if (seen.Add(run)) chains.Add([run]);
        foreach (var run in runs.Where(r => r.IsUsable && !seen.Contains(r))) chains.Add([run]);
        return chains;
    }

    private static void Follow(
        TripRun run, List<TripRun> before, List<IReadOnlyList<TripRun>> chains, HashSet<TripRun> seen)
    {
        seen.Add(run);
        before.Add(run);
        var next = before.Count < Limits.ThroughTripsMax
            ? run.Next.Where(r => r.IsUsable && !before.Contains(r)).ToList() : [];
        if (next.Count == 0) chains.Add([.. before]);
        foreach (var one in next) Follow(one, before, chains, seen);
        before.RemoveAt(before.Count - 1);
    }
}
