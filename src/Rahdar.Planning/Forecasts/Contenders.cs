using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>How a plan came out of one run.</summary>
/// <param name="Arrival">Minute of arrival; null when stranded.</param>
/// <param name="Cents">Cost.</param>
/// <param name="Generalised">Cost and time as one, US cents; who is stranded pays for the days to the horizon.</param>
internal readonly record struct Score(int? Arrival, long Cents, long Generalised);

/// <summary>Plans of one question side by side, ready to be run with other values of their figures.</summary>
internal sealed class Contenders
{
    private readonly PlanTiming[] _timings;
    private readonly HashSet<string>[] _figuresOf;
    private readonly ValueOfTime _value;
    private readonly int _start;
    private readonly int _end;

    internal Contenders(PlanOutcome.Found found, IEnumerable<int> plans, ValueOfTime value)
    {
        (_value, _start, _end) = (value, found.Context.StartMinute, found.Context.EndMinute);
        _timings = [.. plans.Select(plan => new PlanTiming(found.Context, found.Held(plan)))];
        _figuresOf = [.. _timings.Select(t => t.Figures.Select(f => f.Id).ToHashSet())];
        Uncertain =
        [
            .. _timings.SelectMany(t => t.Figures).Where(f => !f.Value.IsExact).DistinctBy(f => f.Id)
                .OrderBy(f => f.Id, StringComparer.Ordinal),
        ];
        var planned = new Values.Planning();
        AsPlanned = [.. _timings.Select(t => Of(t.Run(planned)))];
    }

    /// <summary>Figures with a spread that time or price any of the plans, by id.</summary>
    internal IReadOnlyList<Figure> Uncertain { get; }

    /// <summary>The plans at planning values.</summary>
    internal IReadOnlyList<Score> AsPlanned { get; }

    /// <summary>The plans with one figure at something else and all others at planning values.</summary>
    internal IReadOnlyList<Score> With(Figure figure, decimal value)
    {
        var changed = new Values.OneChanged(figure.Id, value);
        return [.. _timings.Select((t, i) => _figuresOf[i].Contains(figure.Id) ? Of(t.Run(changed)) : AsPlanned[i])];
    }

    /// <summary>The plans of a forecast in one replicate.</summary>
    internal Score Drawn(Forecast forecast, int replicate) =>
        Of(new PlanRun(forecast.Arrivals[replicate], forecast.Cents[replicate], 0));

    private Score Of(PlanRun run) =>
        new(run.Arrival, run.Cents, _value.GeneralisedCents(run.Cents, (run.Arrival ?? _end) - _start));
}
