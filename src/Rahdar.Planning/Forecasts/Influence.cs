using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>Against the plan at planning values.</summary>
/// <param name="Minutes">Arrival later (positive) or earlier, minutes.</param>
/// <param name="Cents">Cost more (positive) or less, US cents.</param>
/// <param name="Generalised">Cost and time as one, US cents.</param>
public sealed record Shift(int Minutes, long Cents, long Generalised);

/// <summary>What one figure does to a plan: set to its p10 and to its p90, all others at planning values. The list of
/// them is a tornado.</summary>
/// <param name="Figure">The figure; the duration of a closure without a known end is one of them.</param>
/// <param name="Low">Its p10, in its own unit.</param>
/// <param name="High">Its p90.</param>
/// <param name="AtLow">What the plan becomes at p10; null when it is stranded.</param>
/// <param name="AtHigh">What it becomes at p90; null when it is stranded.</param>
public sealed record Influence(Figure Figure, decimal Low, decimal High, Shift? AtLow, Shift? AtHigh)
{
    /// <summary>Share of the cases at or below the low value.</summary>
    public const double LowShare = 0.1;

    /// <summary>Share of the cases at or below the high value.</summary>
    public const double HighShare = 0.9;

    /// <summary>Distance between the outermost of the three, planning value included; null when the plan is stranded
    /// at an end.</summary>
    public Shift? Swing => AtLow is { } low && AtHigh is { } high
        ? new Shift((int)Span(low.Minutes, high.Minutes), Span(low.Cents, high.Cents),
            Span(low.Generalised, high.Generalised))
        : null;

    /// <summary>Figures that move a plan, the greatest swing of generalised cost first; who strands it is first of
    /// all. Ties by id.</summary>
    public static IReadOnlyList<Influence> Of(PlanOutcome.Found found, int plan, ValueOfTime value)
    {
        var runner = new Contenders(found, [plan], value);
        return
        [
            .. runner.Uncertain.Select(f => Of(runner, f))
                .Where(i => i.Swing is not { Minutes: 0, Cents: 0 })
                .OrderByDescending(i => i.Swing?.Generalised ?? long.MaxValue)
                .ThenBy(i => i.Figure.Id, StringComparer.Ordinal),
        ];
    }

    private static Influence Of(Contenders runner, Figure figure)
    {
        var planned = runner.AsPlanned[0];
        var (low, high) = (figure.Value.Quantile(LowShare), figure.Value.Quantile(HighShare));
        return new Influence(figure, low, high, At(low), At(high));

        Shift? At(decimal value)
        {
            var then = runner.With(figure, value)[0];
            return then.Arrival - planned.Arrival is { } minutes
                ? new Shift(minutes, then.Cents - planned.Cents, then.Generalised - planned.Generalised)
                : null;
        }
    }

    private static long Span(long a, long b) => Math.Max(0, Math.Max(a, b)) - Math.Min(0, Math.Min(a, b));
}
