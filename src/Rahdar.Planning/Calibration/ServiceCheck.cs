using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Services;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>A part of a service's way with its time.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Minutes">Planning value.</param>
/// <param name="EstimatedMinutes">Those of them whose speed or hours are an estimate.</param>
/// <param name="RestMinutes">Those of them in which a driver rests.</param>
public sealed record ServicePart(ElementKind Kind, string Name, int Minutes, int EstimatedMinutes, int RestMinutes);

/// <summary>A service built from sections, borders and gauge changes against its published transit days.</summary>
/// <param name="Service">The service.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Why">Why it could not be built; else empty.</param>
/// <param name="Km">Length of the links.</param>
/// <param name="Parts">What the time is made of, in running order; empty when not built.</param>
/// <param name="Comparison">Figures on both sides.</param>
/// <remarks>Waiting for the departure, for a post to open and for a closure to end is left out; one box is carried, so
/// that no train is split for its length.</remarks>
public sealed record ServiceCheck(
    Service Service, Standing Standing, string Why, decimal Km, IReadOnlyList<ServicePart> Parts, Comparison Comparison)
{
    private static readonly Cargo OneBox = new(1, 20, 20);

    /// <summary>Days by the planner.</summary>
    public decimal Days => Parts.Sum(p => p.Minutes) / 1440m;

    /// <summary>Days as published.</summary>
    public Triangle Published => Service.TransitDays!.Value;

    /// <summary>Days by the planner divided by the likely published days.</summary>
    public decimal Ratio => Days / Published.Mode;

    /// <summary>Whether the days lie in the published range.</summary>
    public bool IsInside => Published.Min <= Days && Days <= Published.Max;

    /// <summary>The part that takes longest; null when not built.</summary>
    public ServicePart? Largest => Parts.MaxBy(p => p.Minutes);

    /// <summary>Hours in which drivers rest.</summary>
    public decimal RestHours => Parts.Sum(p => p.RestMinutes) / 60m;

    /// <summary>Share of the time whose speeds and hours are estimates, 0 to 1; lengths are looked at apart.</summary>
    public decimal EstimatedShare =>
        Parts.Sum(p => (decimal)p.EstimatedMinutes) / Math.Max(1, Parts.Sum(p => p.Minutes));

    /// <summary>Hours spent on some kinds of parts.</summary>
    public decimal HoursOf(params ReadOnlySpan<ElementKind> kinds)
    {
        var minutes = 0m;
        foreach (var part in Parts)
            if (kinds.Contains(part.Kind)) minutes += part.Minutes;
        return minutes / 60m;
    }

    internal static IReadOnlyList<ServiceCheck> ListAll(CorridorNetwork network, Lineage lineage) =>
    [
        .. network.Services.Where(s => s.TransitDays is not null && s.HopModes.Any(m => m is Mode.Rail or Mode.Road))
            .Select(s => Check(network, lineage, s)).OrderBy(c => c.Standing)
            .ThenBy(c => c.Service.Id, StringComparer.Ordinal),
    ];

    private static ServiceCheck Check(CorridorNetwork network, Lineage lineage, Service service)
    {
        // Asked as of the first observed day no closure is known: the undisturbed way is what transit days speak of.
        var day = network.ObservedFrom;
        var query = new PlanQuery(
            service.Stops[0], service.Stops[^1], day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), day, OneBox);
        var context = new PlanContext(network, query, new FigureReads());
        var state = new State(StateKind.Ready, service.Stops[0], Vehicle.None);
        var ride = new RideSpec(
            state, state.At(service.Stops[^1]), new ServiceOffer(service, true, "", service.Status, "", []), 0,
            service.Stops.Count - 1);
        var movement = new MovementBuilder(context).TimesOf(ride, out var why);
        var (parts, inputs) = movement is null ? ([], []) : PartsOf(context, movement);
        var comparison = lineage.Compare(service.Id, inputs, [service.TransitDays!]);
        var standing = movement is null ? Standing.NotBuilt
            : service.TransitDays!.Provenance.Basis == Basis.Assumed ? Standing.Estimate
            : comparison.IsCircular ? Standing.Circular
            : Standing.Judged;
        return new ServiceCheck(
            service, standing, why?.Evidence ?? "", movement?.Elements.Sum(e => e.Km) ?? 0, parts, comparison);
    }

    /// <summary>Minutes by element, with the figures they come from; a border counts with its clearance
    /// alone.</summary>
    private static (List<ServicePart> Parts, List<Figure> Inputs) PartsOf(PlanContext c, Movement movement)
    {
        var read = new Dictionary<string, Figure>();
        var parts = new List<ServicePart>();
        foreach (var step in movement.Steps)
        {
            if (step is { Border: not null, Clearance: null }) continue;
            var element = movement.Elements[step.Element];
            Span[] spans = step.Clearance is { } hours ? [new Span.Hours(hours)] : [.. element.Spans];
            var (minutes, estimated, rest) = (0, 0, 0);
            foreach (var span in spans)
            {
                var isEstimated = false;
                decimal Read(Figure f)
                {
                    read.TryAdd(f.Id, f);
                    isEstimated |= f.Unit != "km" && f.Provenance.Basis == Basis.Assumed;
                    return f.Value.Mean;
                }
                var time = span.Minutes(Read);
                minutes += time;
                if (isEstimated) estimated += time;
                if (span is Span.Run { DrivingHours: not null } run)
                    rest += time - (run with { DrivingHours = null }).Minutes(Read);
            }
            parts.Add(new ServicePart(element.Kind, NameOf(c, element), minutes, estimated, rest));
        }
        return (parts, [.. read.Values]);
    }

    private static string NameOf(PlanContext c, ElementDraft e)
    {
        var (from, to) = (c.Network.GetPlace(e.From).Name, c.Network.GetPlace(e.To).Name);
        return e.Kind switch
        {
            ElementKind.Border => $"border {c.Network.Borders.First(b => b.Id == e.BorderId).Name}",
            ElementKind.Gauge => $"gauge change {e.Note.Split(':')[0]}",
            ElementKind.Handling => $"handling {e.Note} at {from}",
            _ => $"{e.Kind.ToString().ToLowerInvariant()} {from}-{to}",
        };
    }
}
