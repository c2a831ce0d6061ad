using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Questions;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning;

/// <summary>A plan held fixed: which movements in which order, and when each was chosen.</summary>
internal sealed record HeldPlan(IReadOnlyList<Taken> Taken);

/// <summary>Turns held plans into itineraries, and evaluates one again with figures listed or changed.</summary>
internal static class Evaluator
{
    /// <summary>The itinerary of a held plan, timed anew from its first movement; null when it can no longer be
    /// run.</summary>
    /// <remarks>
    /// Each movement starts when the boxes are ready for it, but not before the start that the plan chose; a timetabled
    /// ride
    /// takes the departure of the plan, or the next that can still be caught.
    /// </remarks>
    /// <param name="c">The question, with the figures read through it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="isRebuilt">False when the movements were built from the same question: they are taken as they
    /// are.</param>
    internal static Itinerary? Evaluate(PlanContext c, HeldPlan plan, bool isRebuilt)
    {
        var builder = new MovementBuilder(c);
        var elements = new List<Element>();
        var storage = new List<CostLine>();
        var flags = new SortedSet<string>(StringComparer.Ordinal);
        var standing = new List<UnpricedStanding>();
        var (ready, sigma) = (c.StartMinute, c.StartMinute);
        foreach (var (number, (held, start, leaves, isChosenLate)) in plan.Taken.Index())
        {
            var movement = isRebuilt ? builder.Build(held.Spec, out _) : held;
            if (movement is null) return null;
            var begin = isChosenLate ? Math.Max(ready, start) : ready;
            var leave = begin + movement.Leaving.WaitMinutes;
            if (movement.Leaving.Dated is { } dated)
            {
                var catchable = dated.Where(d => d.LatestStart >= ready && d.Leaves >= Math.Min(leaves, ready))
                    .ToList();
                if (catchable.Count == 0) return null;
                leave = catchable.FirstOrDefault(d => d.Leaves >= leaves, catchable[0]).Leaves;
            }
            var tariff = held.Spec.From.Kind == StateKind.Ready ? builder.Storage(held.Spec.From) : StorageTariff.None;
            if (tariff.Charge(leave - sigma) is not { } charge) return null;
            if (charge > 0) storage.Add(new CostLine(tariff.What, charge, tariff.FigureId));
            if (AddElements(movement, number, ready, leave, elements) is not { } arrives) return null;
            standing.AddRange(UnpricedStanding.Of(c, movement, leave));
            AddFlags(held.Spec, flags);
            (sigma, ready) = (leave, arrives);
        }
        if (c.Box.Detention.Charge(ready - c.StartMinute) is > 0 and var owed)
            storage.Add(new CostLine(c.Box.Detention.What, owed, c.Box.Detention.FigureId));
        if (elements.Any(e => IsAfterAssumedReopening(c, e))) flags.Add("assumed-reopening");
        var cents = elements.Sum(e => e.Cost.Sum(l => l.Cents)) + storage.Sum(l => l.Cents);
        var (assumptions, disputed) = Remarks.Of(c, elements, standing);
        return new Itinerary(
            elements, CorridorClock.InstantOf(c.StartMinute), CorridorClock.InstantOf(ready), cents,
            new DisruptionRisk(elements.Sum(e => e.Risk.Nanonepers)), elements.Sum(e => e.Grams), storage, assumptions,
                [.. flags], disputed)
        {
            HazardCountries = Remarks.HazardCountries(c, elements),
            Hazards = [.. Remarks.Hazards(c, elements)],
            Standing = standing,
        };
    }

    private static int? AddElements(
        Movement movement, int number, int ready, int leave, List<Element> elements)
    {
        var first = elements.Count;
        var at = leave;
        var began = new int[movement.Elements.Count];
        var ended = new int[movement.Elements.Count];
        var waited = new int[movement.Elements.Count];
        Array.Fill(began, -1);
        foreach (var step in movement.Steps)
        {
            var begin = at;
            if (step.Border is null) at += step.Minutes;
            else
            {
                if (step.Border.Pass(at) is not { } pass) return null;
                step.Border.Passed?.Invoke(at, pass.Start);
                waited[step.Element] += pass.Start - at;
                (begin, at) = (pass.Start, pass.End);
            }
            if (began[step.Element] < 0) began[step.Element] = begin;
            ended[step.Element] = at;
        }
        for (var i = 0; i < movement.Elements.Count; i++)
        {
            var draft = movement.Elements[i];
            var wait = waited[i] + (i == 0 ? leave - ready : 0);
            var reason = wait == 0 ? "" : i == 0 && leave > ready ? movement.Leaving.Reason : draft.WaitReason;
            elements.Add(new Element(
                draft.Kind, draft.From, draft.To, CorridorClock.InstantOf(began[i]), CorridorClock.InstantOf(ended[i]),
                    wait,
                wait > 0 && reason.Length == 0 ? "waits to leave just in time" : reason,
                draft.ServiceId, draft.BorderId, draft.Km, draft.Cost, new DisruptionRisk(draft.Nanonepers),
                    draft.Grams, draft.Note)
            {
                IsAnnounced = movement.Leaving.IsAnnounced && draft.ServiceId.Length > 0,
                Movement = number,
            });
        }
        if (movement.Elements.Count == 0 && leave > ready)
            CarryWait(elements, first, leave - ready, movement.Leaving.Reason, number);
        return at;
    }

    /// <summary>A movement without elements (boarding) hands its wait to a handling element of no length before
    /// it.</summary>
    private static void CarryWait(List<Element> elements, int first, int minutes, string reason, int number)
    {
        if (first == 0) return;
        var last = elements[first - 1];
        elements.Add(new Element(
            ElementKind.Handling, last.To, last.To, last.Arrival + NodaTime.Duration.FromMinutes(minutes),
            last.Arrival + NodaTime.Duration.FromMinutes(minutes), minutes, reason.Length == 0
                ? "waits to leave just in time"
                : reason,
            "", "", 0, [], default, 0, "waits")
        {
            Movement = number,
        });
    }

    /// <summary>Whether a border is passed only because a closure with an unknown end is assumed to be over by
    /// then.</summary>
    private static bool IsAfterAssumedReopening(PlanContext c, Element e) => e.Kind == ElementKind.Border
        && c.Knowledge.WindowsOf(c.Network.Borders.First(b => b.Id == e.BorderId))
            .Any(w => w.AssumedDays is not null && CorridorClock.MinuteOf(e.Departure) >= w.ToMinute);

    private static void AddFlags(MovementSpec spec, SortedSet<string> flags)
    {
        var offer = spec switch { RideSpec ride => ride.Offer, FerrySpec ferry => ferry.Offer, _ => null };
        if (offer is { Flag.Length: > 0 }) flags.Add(offer.Flag);
        if (spec is BoardSpec { To.Vehicle: Vehicle.Train }) flags.Add("no-published-service");
        if (spec is PassageSpec { Border.IsDefault: true }) flags.Add("default-border");
    }
}
