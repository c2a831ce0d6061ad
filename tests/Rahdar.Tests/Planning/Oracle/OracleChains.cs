namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Finds the just-in-time instants at which an unscheduled leg may leave ready boxes' place.</summary>
/// <remarks>
/// From every ready state all chains of unscheduled legs and handlings are followed, each to every other ready state it
/// meets; for every dated departure there the chain is walked backwards from the departure minus its cut-off.
/// A chain meets no ready or landed state twice and is not set down at the origin again. The instants belong to the
/// ready state: whatever leg leaves it may use
/// them, also one that then goes elsewhere.
/// </remarks>
internal sealed class OracleChains(
    OracleLegs legs, ILookup<Ground, OracleRide> rides, Func<Ground, IEnumerable<(Ground Ready, OracleWay Way)>> handOn,
    OracleBudget budget, string origin)
{
    private readonly Dictionary<Ground, IReadOnlyList<int>> known = [];

    /// <summary>The just-in-time instants of a ready state, sorted, distinct.</summary>
    public IReadOnlyList<int> ListInstants(Ground ready)
    {
        if (!known.TryGetValue(ready, out IReadOnlyList<int>? instants))
        {
            SortedSet<int> found = [];
            Extend(found, ready, [], [(ready, true)], 0);
            instants = [.. found];
            known[ready] = instants;
        }

        return instants;
    }

    private void Extend(
        SortedSet<int> found, Ground ready, List<OracleStep> steps, List<(Ground, bool IsReady)> met, int movements)
    {
        foreach (OracleLeg leg in movements < BruteForce.MovementsMax ? legs.List(ready) : [])
        {
            if (leg.To.Place == origin || met.Contains((leg.To, false)) || !budget.TryTake())
            {
                continue;
            }

            foreach ((Ground next, OracleWay handling) in handOn(leg.To).Where(h => !met.Contains((h.Ready, true))))
            {
                List<OracleStep> chain = [.. steps, .. leg.Way.Steps, .. handling.Steps];
                foreach (OracleRide ride in rides[next])
                {
                    AddLatestStarts(found, chain, ride);
                }

                Extend(found, next, chain, [.. met, (leg.To, false), (next, true)], movements + 1);
            }
        }
    }

    private static void AddLatestStarts(SortedSet<int> found, List<OracleStep> chain, OracleRide ride)
    {
        foreach ((int departure, _) in ride.Runs)
        {
            int? start = OracleStep.FindLatestStart(chain, departure - ride.CutoffMinutes);
            if (start is not null)
            {
                found.Add(start.Value);
            }
        }
    }
}
