using Rahdar.Network.Claims;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>How one run of a plan went.</summary>
/// <param name="Arrival">Minute of arrival; null when it was stranded: no departure left, a border never opened or the
/// longest stay was passed.</param>
/// <param name="Cents">Cost; without meaning when stranded.</param>
/// <param name="Missed">Bit i is set when the i-th timetabled departure of the plan was missed.</param>
internal readonly record struct PlanRun(int? Arrival, long Cents, int Missed);

/// <summary>A held plan made ready to be run many times with other values of its figures.</summary>
/// <remarks>
/// The plan keeps its movements and its order. Each starts when the boxes are ready for it, but not before the start
/// that the plan chose; a missed departure is followed by the next of the same service. Costs follow the prices;
/// quantities (trucks, wagons, kilometres) are those of the plan.
/// </remarks>
internal sealed class PlanTiming
{
    private readonly List<Leg> _legs = [];
    private readonly Dictionary<string, long> _centsOf = [];
    private readonly Dictionary<string, Figure> _figures = [];
    private readonly int _start;
    private readonly int _end;
    private readonly StorageTariff _detention;

    internal PlanTiming(PlanContext c, HeldPlan plan)
    {
        (_start, _end, _detention) = (c.StartMinute, c.EndMinute, c.Box.Detention);
        if (!_detention.IsFree) Note(c.Network.AllFigures.GetValueOrDefault(_detention.FigureId));
        var builder = new MovementBuilder(c);
        foreach (var taken in plan.Taken)
        {
            var steps = taken.Movement.Steps.Select(s => Made(c, taken.Movement, s)).ToArray();
            var tariff = taken.Movement.Spec.From.Kind == StateKind.Ready
                ? builder.Storage(taken.Movement.Spec.From)
                : StorageTariff.None;
            var departures = (taken.Movement.Leaving.Dated ?? []).OrderBy(d => d.Leaves);
            _legs.Add(new Leg(taken, steps, tariff, WaitName(taken), [.. departures]));
            foreach (var line in taken.Movement.Elements.SelectMany(e => e.Cost))
            {
                _centsOf[line.FigureId] = _centsOf.GetValueOrDefault(line.FigureId) + line.Cents;
                Note(c.Network.AllFigures.GetValueOrDefault(line.FigureId));
            }
            if (!tariff.IsFree) Note(c.Network.AllFigures.GetValueOrDefault(tariff.FigureId));
        }
        foreach (var leg in _legs) ListFigures(leg);
        Departures = [.. _legs.Where(l => l.Taken.Movement.Leaving.Dated is not null)
            .Select(l => l.Taken.Movement.Spec).OfType<RideSpec>().Select(r => r.Offer.Service.Id)];
    }

    /// <summary>Every figure that times or prices the plan, by id.</summary>
    internal IEnumerable<Figure> Figures => _figures.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value);

    /// <summary>Services whose departure can be missed, in order of the plan.</summary>
    internal IReadOnlyList<string> Departures { get; }

    /// <summary>Movements of the plan.</summary>
    internal int Count => _legs.Count;

    /// <summary>Runs the plan once.</summary>
    /// <param name="values">The figures.</param>
    /// <param name="ends">Receives the minute at which each movement ends; those after the run was stranded are left as
    /// they are. Null when nobody asks.</param>
    internal PlanRun Run(Values values, int?[]? ends = null)
    {
        var (ready, sigma, cents, missed, dated) = (_start, _start, 0L, 0, 0);
        foreach (var (id, planned) in _centsOf) cents += Priced(id, planned, values);
        foreach (var (number, leg) in _legs.Index())
        {
            var departure = Leave(leg, ready, values, out var isMissed);
            if (isMissed) missed |= 1 << dated;
            if (leg.Taken.Movement.Leaving.Dated is not null) dated++;
            if (departure is not { } leaves || leg.Tariff.Charge(leaves - sigma) is not { } storage)
                return new PlanRun(null, cents, missed);
            if (storage > 0) cents += Priced(leg.Tariff.FigureId, storage, values);
            if (Arrive(leg, leaves, values) is not { } arrives) return new PlanRun(null, cents, missed);
            (sigma, ready) = (leaves, arrives);
            if (ends is not null) ends[number] = arrives;
        }
        if (_detention.Charge(ready - _start) is > 0 and var owed) cents += Priced(_detention.FigureId, owed, values);
        return ready > _end ? new PlanRun(null, cents, missed) : new PlanRun(ready, cents, missed);
    }

    private long Priced(string figureId, long planned, Values values)
    {
        if (!_figures.TryGetValue(figureId, out var figure) || figure.Value.Mean == 0) return planned;
        return (long)decimal.Round(planned * values.Of(figure) / figure.Value.Mean, MidpointRounding.AwayFromZero);
    }

    private static int? Leave(Leg leg, int ready, Values values, out bool isMissed)
    {
        isMissed = false;
        var leaving = leg.Taken.Movement.Leaving;
        if (leaving.Dated is not null)
        {
            isMissed = !leg.Departures.Any(d => d.Leaves == leg.Taken.Leaves && d.LatestStart >= ready);
            foreach (var (leaves, latestStart) in leg.Departures)
                if (leaves >= leg.Taken.Leaves && latestStart >= ready) return leaves;
            return null;
        }
        var begin = leg.Taken.IsChosenLate ? Math.Max(ready, leg.Taken.Start) : ready;
        if (leaving.Wait is not { } wait) return begin + leaving.WaitMinutes;
        var minutes = wait.Minutes(values.Of);
        // The planning value is half the time between two departures: the wait itself is anything up to all of it.
        return begin + (leg.WaitName.Length == 0 ? minutes
            : (int)Math.Min(Math.Ceiling(2.0 * minutes * values.WaitShare(leg.WaitName)), Limits.HorizonDays * 1440));
    }

    private static int? Arrive(Leg leg, int leaves, Values values)
    {
        var at = leaves;
        foreach (var step in leg.Steps)
        {
            if (step.Clock is null)
            {
                at += step.Span?.Minutes(values.Of) ?? step.Minutes;
                continue;
            }
            if (Pass(step, at, values) is not { } end) return null;
            at = end;
        }
        return at;
    }

    private static int? Pass(TimedStep step, int arrival, Values values)
    {
        var pace = step.Clearance is { Value.Mean: > 0 } figure ? (double)(values.Of(figure) / figure.Value.Mean) : 1;
        var at = arrival;
        for (var tries = 0; tries <= step.Reopenings.Count; tries++)
        {
            if (step.Clock!.Pass(at, pace) is not { } pass) return null;
            var shut = step.Reopenings.Select(r => (r.From, To: r.From + Rounding.Minutes(values.Of(r.Days) * 24m)))
                .FirstOrDefault(w => pass.Start >= w.From && pass.Start < w.To);
            if (shut == default) return pass.End;
            at = shut.To;
        }
        return null;
    }

    private static TimedStep Made(PlanContext c, Movement movement, Step step)
    {
        if (step.Border is null) return new TimedStep(step.Minutes, step.Span, null, null, []);
        var id = movement.Elements[step.Element].BorderId;
        if (id.Length == 0) return new TimedStep(0, null, step.Border, null, []);
        var border = c.Network.Borders.First(b => b.Id == id);
        var open = c.Knowledge.WindowsOf(border).Where(w => w.AssumedDays is not null).ToList();
        return open.Count == 0
            ? new TimedStep(0, null, step.Border, step.Clearance, [])
            : new TimedStep(
                0, null,
                step.Clearance is null ? c.GateOf(border, isReopeningDrawn: true)
                    : c.ClockOf(border, isReopeningDrawn: true),
                step.Clearance, [.. open.Select(w => new Reopening(w.FromMinute, DurationOf(w)))]);
    }

    /// <summary>How long a closure without a known end lasts, as a figure like any other.</summary>
    internal static Figure DurationOf(ClosureWindow window) =>
        new($"closures/{window.Claim.Id}/days", window.AssumedDays!.Value, "d", window.Claim.Provenance);

    private static string WaitName(Taken taken) => taken.Movement.Spec switch
    {
        RideSpec ride => $"wait:{ride.Offer.Service.Id}:{ride.From.Place}",
        FerrySpec ferry => $"wait:{ferry.Offer.Service.Id}:{ferry.From.Place}",
        _ => "",
    };

    private void ListFigures(Leg leg)
    {
        decimal Listed(Figure figure)
        {
            Note(figure);
            return figure.Value.Mean;
        }
        _ = leg.Taken.Movement.Leaving.Wait?.Minutes(Listed);
        foreach (var step in leg.Steps)
        {
            _ = step.Span?.Minutes(Listed);
            Note(step.Clearance);
            foreach (var reopening in step.Reopenings) Note(reopening.Days);
        }
    }

    private void Note(Figure? figure)
    {
        if (figure is not null) _figures.TryAdd(figure.Id, figure);
    }

    /// <summary>A movement of the plan, its departures in order of time.</summary>
    private sealed record Leg(
        Taken Taken, TimedStep[] Steps, StorageTariff Tariff, string WaitName,
        (int Leaves, int LatestStart)[] Departures);

    private sealed record TimedStep(
        int Minutes, Span? Span, BorderClock? Clock, Figure? Clearance, IReadOnlyList<Reopening> Reopenings);

    private sealed record Reopening(int From, Figure Days);
}
