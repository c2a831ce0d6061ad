namespace Rahdar.Planning;

/// <summary>What makes a plan as long as it is: its largest single wait, border, gauge change or handling.</summary>
/// <remarks>Rides count with their wait only: how far it is binds nobody. A plan without any of these is bound by its
/// longest ride.</remarks>
/// <param name="Element">The element, with the wait before it.</param>
/// <param name="Minutes">How long it holds the boxes up.</param>
public sealed record Binding(Element Element, int Minutes)
{
    /// <summary>True when the ride itself is meant and not the wait for it.</summary>
    public bool IsRide => IsMoving(Element) && Minutes > Element.WaitMinutes;

    /// <summary>The binding element of a plan; of equals the first.</summary>
    public static Binding Of(Itinerary plan)
    {
        var held = plan.Elements.Select(e => new Binding(e, e.WaitMinutes + (IsMoving(e) ? 0 : Length(e))))
            .MaxBy(b => b.Minutes)!;
        return held.Minutes > 0 ? held
            : plan.Elements.Select(e => new Binding(e, Length(e))).MaxBy(b => b.Minutes)!;
    }

    private static int Length(Element e) => (int)(e.Arrival - e.Departure).TotalMinutes;

    private static bool IsMoving(Element e) =>
        e.Kind is ElementKind.Rail or ElementKind.Road or ElementKind.Sea or ElementKind.Air;
}
