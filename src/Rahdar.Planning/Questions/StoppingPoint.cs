using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Network.Places;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>What it takes to get on from a stopping point.</summary>
/// <param name="Minutes">From leaving the wait to arrival at the destination.</param>
/// <param name="Cents">US cents for all boxes, without standing and box detention.</param>
/// <param name="Standing">What standing before borders on it costs.</param>
internal sealed record Onward(int Minutes, long Cents, long Standing);

/// <summary>Where boxes can wait for a crossing: the origin, where they stand on the ground on the way to it, and the
/// post before it, on their trucks or wagons.</summary>
public sealed record StoppingPoint
{
    internal StoppingPoint(PlaceId place, bool isOnGround, Standing standing, Onward through) =>
        (Place, IsOnGround, Standing, Through) = (place, isOnGround, standing, through);

    /// <summary>Where.</summary>
    public PlaceId Place { get; }

    /// <summary>True on the ground of a terminal; false on trucks or wagons at the border.</summary>
    public bool IsOnGround { get; }

    /// <summary>Instant the boxes get there: planning value (means).</summary>
    public Instant Reached => CorridorClock.InstantOf(ReachedMinute);

    /// <summary>What standing there costs, with its source, or that no price is known.</summary>
    public string StandingWords => Standing.Words;

    /// <summary>True when a price for standing there is known.</summary>
    public bool IsStandingKnown => Standing.IsKnown;

    /// <summary>The best way on that avoids the crossing; null when there is none.</summary>
    public Itinerary? Diversion { get; internal init; }

    internal Standing Standing { get; }

    internal int ReachedMinute { get; init; }

    /// <summary>US cents spent up to here.</summary>
    internal long CentsBefore { get; init; }

    /// <summary>What standing before borders up to here costs, not in <see cref="CentsBefore"/>.</summary>
    internal long StandingBefore { get; init; }

    /// <summary>Minutes the through plan lets the boxes stand here anyway.</summary>
    internal int PlannedStay { get; init; }

    /// <summary>Bounds of the question (`via`) that lie behind.</summary>
    internal int ViasPassed { get; init; }

    /// <summary>The rest of the through plan.</summary>
    internal Onward Through { get; }

    /// <summary>The diversion in figures; null when there is none.</summary>
    internal Onward? Divert { get; init; }

    /// <summary>Stopping points of a plan before it meets a crossing, in order of time; empty when it does not use
    /// it.</summary>
    internal static IReadOnlyList<StoppingPoint> Along(BestPlan plan, IReadOnlySet<string> rows)
    {
        var c = plan.Context;
        var points = new List<StoppingPoint>();
        var (ready, clock, cents, stood, vias) = (c.StartMinute, c.StartMinute, 0L, 0L, 0);
        foreach (var taken in plan.Held.Taken)
        {
            var from = taken.Movement.Spec.From;
            if (points.Count == 0) Add(true, OriginStanding(c, plan.Held), from.Place, ready, cents, 0);
            else if (from.Kind == StateKind.Ready)
                Add(true, Standing.OnGround(c, from), from.Place, ready, cents, taken.Leaves - clock);
            if (from.Kind == StateKind.Ready)
                cents += new MovementBuilder(c).Storage(from).Charge(taken.Leaves - clock) ?? 0;
            if (FindBorder(taken, rows) is var (element, reached))
            {
                var draft = taken.Movement.Elements[element];
                var border = c.Network.Borders.First(b => b.Id == draft.BorderId);
                var before = cents + taken.Movement.Elements.Take(element).Sum(e => e.Cost.Sum(l => l.Cents));
                var onWheels = Standing.OnWheels(c, draft.From, border, from.BoxesPerTruck);
                Add(false, onWheels, draft.From, reached, before, 0);
                return points;
            }
            cents += taken.Movement.Cents;
            stood += UnpricedStanding.Of(c, taken.Movement, taken.Leaves).Sum(s => s.Cents ?? 0);
            (clock, ready) = (taken.Leaves, taken.Movement.Arrive(taken.Leaves)!.Value);
            while (vias < c.Query.Via.Count && SpaceGraph.Passes(taken.Movement, c.Query.Via[vias])) vias++;
        }
        return [];

        void Add(bool isOnGround, Standing standing, PlaceId place, int reached, long before, int stay)
        {
            // Where boxes can be set down they need not stand on wheels; the first stay at a place speaks for it.
            if (points.Exists(p => p.Place == place)) return;
            var through = new Onward(
                plan.Arrival - reached, plan.CentsBeforeDetention - before, plan.Standing - stood);
            points.Add(new StoppingPoint(place, isOnGround, standing, through)
            {
                ReachedMinute = reached,
                CentsBefore = before,
                StandingBefore = stood,
                PlannedStay = stay,
                ViasPassed = vias,
            });
        }
    }

    /// <summary>At the origin boxes stand in the port when a ship takes them, else in the yard.</summary>
    private static Standing OriginStanding(PlanContext c, HeldPlan plan)
    {
        var first = plan.Taken.Select(t => t.Movement.Spec.To).First(s => s.Kind == StateKind.Ready);
        var isPort = first.Vehicle == Vehicle.Ship && c.Network.FindPort(first.Place) is not null;
        return Standing.OnGround(c, first with { Ground = isPort ? Ground.Port : Ground.Yard });
    }

    /// <summary>Element of a crossing within a movement, and the minute the carrier meets it.</summary>
    private static (int Element, int Reached)? FindBorder(Taken taken, IReadOnlySet<string> rows)
    {
        var at = taken.Leaves;
        foreach (var step in taken.Movement.Steps)
        {
            at += step.Minutes;
            if (step.Border is null) continue;
            if (rows.Contains(taken.Movement.Elements[step.Element].BorderId)) return (step.Element, at);
            at = step.Border.Pass(at)!.Value.End;
        }
        return null;
    }
}
