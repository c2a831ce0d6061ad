using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Tries every plan of the plan space (docs/decisions/0003-plan-space.md) of a tiny drawing.</summary>
/// <remarks>
/// Method: depth first, nothing is pruned for being dominated. A plan stops only when it is later than the horizon,
/// would pass a longest stay, has used up its movements (rides, truck legs and block trains), or would come into a
/// ready or landed state it was in before. It knows nothing of the planner it judges.
/// </remarks>
public sealed class BruteForce
{
    /// <summary>The most rides, truck legs and block trains in one plan.</summary>
    public const int MovementsMax = 8;

    /// <summary>The most steps a drawing may need; one that needs more is not tiny.</summary>
    public const int StepsMax = 5_000_000;

    private static readonly string[] Carriers = ["rail", "road", "sea"];

    private readonly OracleWorld world;
    private readonly OracleLegs legs;
    private readonly OracleChains chains;
    private readonly ILookup<Ground, OracleRide> rides;
    private readonly Dictionary<Ground, IReadOnlyList<(Ground Ready, OracleWay Way)>> knownHandlings = [];
    private readonly List<PlanPart> parts = [];
    private readonly HashSet<(Ground, bool IsReady)> met = [];
    private readonly List<OraclePlan> front = [];
    private int movements;
    private int plansSeen;
    private readonly OracleBudget budget;

    private BruteForce(CorridorDrawing drawing, int stepsMax)
    {
        budget = new OracleBudget(stepsMax);
        world = new OracleWorld(drawing);
        legs = new OracleLegs(world);
        rides = new OracleRides(world).List().ToLookup(r => r.From);
        chains = new OracleChains(legs, rides, ListHandlings, budget, drawing.Query.From);
    }

    /// <summary>The exact front of a drawing.</summary>
    /// <remarks>Throws: <see cref="InvalidOperationException"/> when the drawing is not tiny.</remarks>
    public static OracleFront Solve(CorridorDrawing drawing) =>
        FindFront(drawing, StepsMax) ?? throw new InvalidOperationException("the drawing is not tiny");

    /// <summary>The exact front of a drawing, or null when it takes more steps than these.</summary>
    public static OracleFront? FindFront(CorridorDrawing drawing, int stepsMax)
    {
        BruteForce search = new(drawing, stepsMax);
        search.Load();
        OraclePlan[] plans = [.. search.front.OrderBy(p => p.Criteria)];
        return search.budget.IsSpent ? null : new OracleFront(plans, search.plansSeen, search.budget.Taken);
    }

    /// <summary>Loading at the origin, at the ready instant only, for every carrier that can be loaded there.</summary>
    private void Load()
    {
        string origin = world.Drawing.Query.From;
        foreach (Ground ready in ListReadyStates(origin))
        {
            OracleWay? loading = world.FindHandling(origin, "origin", ready.Carrier);
            if (loading is not null)
            {
                int end = OracleStep.FindEnd(loading.Steps, world.Ready)!.Value;
                parts.Add(new PlanPart($"load on {ready.CarrierText}", world.Ready, world.Ready, end, 0, loading));
                StandReady(ready, end, new OracleStorage(world.Ready, null));
                parts.RemoveAt(parts.Count - 1);
            }
        }
    }

    /// <summary>Boxes stand ready for a carrier: every ride and every unscheduled leg that can take them.</summary>
    private void StandReady(Ground ready, int at, OracleStorage storage)
    {
        if (!met.Add((ready, true)))
        {
            return;
        }

        foreach (OracleRide ride in movements < MovementsMax ? rides[ready] : [])
        {
            if (ride.WaitMinutes is not null)
            {
                int leaving = at + ride.WaitMinutes.Value;
                Move(ride.To, ride.Way, at, leaving, OracleStep.FindEnd(ride.Way.Steps, leaving), storage);
            }

            foreach ((int departure, int arrival) in ride.Runs.Where(r => at <= r.Departure - ride.CutoffMinutes))
            {
                Move(ride.To, ride.Way, at, departure, arrival, storage);
            }
        }

        foreach (OracleLeg leg in movements < MovementsMax ? legs.List(ready) : [])
        {
            foreach (int start in chains.ListInstants(ready).Where(i => i > at).Prepend(at))
            {
                int? arrival = OracleStep.FindEnd(leg.Way.Steps, start);
                Move(leg.To, leg.Way, start, start + leg.BuildMinutes, arrival, storage);
            }
        }

        met.Remove((ready, true));
    }

    /// <summary>A carrier takes the boxes off the ground, which ends the storage, and sets them down.</summary>
    private void Move(Ground to, OracleWay way, int start, int leaving, int? arrival, OracleStorage storage)
    {
        long? stored = storage.FindCents(leaving, world.Boxes);
        if (stored is null || arrival is null || arrival > world.Horizon || !met.Add((to, false)))
        {
            return;
        }

        movements++;
        parts.Add(new PlanPart(way.Text, start, leaving, arrival.Value, stored.Value, way));
        Land(to, arrival.Value);
        parts.RemoveAt(parts.Count - 1);
        movements--;
        met.Remove((to, false));
    }

    /// <summary>Boxes are set down: the end at the destination, or handling to the next carrier at once.</summary>
    private void Land(Ground landed, int at)
    {
        if (!budget.TryTake())
        {
            return;
        }

        OracleWay? settingDown = landed.Place == world.Drawing.Query.To
            ? world.FindHandling(landed.Place, landed.Carrier, "destination")
            : null;
        if (settingDown is not null)
        {
            int end = OracleStep.FindEnd(settingDown.Steps, at)!.Value;
            parts.Add(new PlanPart("set down", at, at, end, 0, settingDown));
            Complete(end);
            parts.RemoveAt(parts.Count - 1);
        }

        foreach ((Ground ready, OracleWay handling) in ListHandlings(landed))
        {
            int end = OracleStep.FindEnd(handling.Steps, at)!.Value;
            OracleStorage storage = new(
                at, OracleStorage.FindTariff(world.Drawing, landed.Place, landed.Carrier, ready.Carrier));
            string text = $"{landed.Place} {landed.CarrierText} to {ready.CarrierText}";
            parts.Add(new PlanPart(text, at, at, end, 0, handling));
            StandReady(ready, end, storage);
            parts.RemoveAt(parts.Count - 1);
        }
    }

    private IReadOnlyList<(Ground Ready, OracleWay Way)> ListHandlings(Ground landed)
    {
        if (!knownHandlings.TryGetValue(landed, out IReadOnlyList<(Ground Ready, OracleWay Way)>? handlings))
        {
            handlings = [.. FindHandlings(landed)];
            knownHandlings[landed] = handlings;
        }

        return handlings;
    }

    /// <summary>Handlings from landed boxes to every carrier; between two gauges the gauge row stands for it.</summary>
    private IEnumerable<(Ground Ready, OracleWay Way)> FindHandlings(Ground landed)
    {
        foreach (Ground ready in ListReadyStates(landed.Place))
        {
            if (landed.Carrier == "road" && ready.Carrier == "road" && !CanChangeTruck(landed.Place))
            {
                continue;
            }

            bool isGaugeChange = landed.Carrier == "rail" && ready.Carrier == "rail" && landed.Gauge != ready.Gauge;
            OracleWay? way = isGaugeChange
                ? world.FindGaugeWay(landed.Place, landed.Gauge, ready.Gauge)
                : world.FindHandling(landed.Place, landed.Carrier, ready.Carrier);
            if (way is not null)
            {
                yield return (ready, way);
            }
        }
    }

    /// <summary>Truck to truck: at the end of a road border, or where a road service stops.</summary>
    private bool CanChangeTruck(string place) =>
        world.Drawing.Borders.Any(b => b.Mode == "road" && (b.From == place || b.To == place))
        || world.Drawing.Trains.Any(t => t.Mode == "road" && t.Stops.Contains(place));

    /// <summary>Ready states a place can have: rail for each gauge of its links, road, sea.</summary>
    private IEnumerable<Ground> ListReadyStates(string place) =>
        Carriers.SelectMany(c => c == "rail"
            ? world.ListGauges(place).Select(g => new Ground(place, c, g))
            : [new Ground(place, c, 0)]);

    private void Complete(int arrival)
    {
        if (arrival > world.Horizon)
        {
            return;
        }

        plansSeen++;
        OraclePlan plan = new(
            arrival,
            parts.Sum(p => p.StorageCents + p.Way.Cents),
            world.SumRisk(parts.SelectMany(p => p.Way.Crossings)),
            parts.Sum(p => p.Way.Grams),
            "");
        if (!front.Any(p => p.IsAsGoodAs(plan)))
        {
            front.RemoveAll(plan.IsAsGoodAs);
            front.Add(plan with { Description = string.Join(" | ", parts.Select(p => p.Write())) });
        }
    }

    /// <summary>One part of a plan: begun (a wait counts), off the ground, ended; storage paid when leaving.</summary>
    private sealed record PlanPart(string Text, int Start, int Leaving, int End, long StorageCents, OracleWay Way)
    {
        public string Write()
        {
            string storage = StorageCents > 0 ? $"storage {StorageCents / 100m:0.00}; " : "";
            string ready = Leaving > Start ? $"({OracleUnits.Write(Start)}) " : "";
            return $"{storage}{ready}{OracleUnits.Write(Leaving)} {Text} {OracleUnits.Write(End)} "
                + $"{Way.Cents / 100m:0.00}";
        }
    }
}
