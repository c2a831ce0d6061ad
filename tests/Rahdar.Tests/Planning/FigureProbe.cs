using System.Reflection;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Tests.Planning;

/// <summary>What the change of one figure did to a plan.</summary>
internal enum FigureEffect
{
    Impossible,
    Arrival,
    LegTime,
    Cost,
    Risk,
    Emissions,
    AbsorbedByWait,
    Words,
    Nothing,
}

/// <summary>Compares a plan with the same plan under a changed figure.</summary>
internal static class FigureProbe
{
    private static readonly FieldInfo ValueField =
        typeof(Figure).GetField("<Value>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The first thing that changed, in the order of <see cref="FigureEffect"/>.</summary>
    public static FigureEffect Compare(Itinerary before, Itinerary? after)
    {
        if (after is null) return FigureEffect.Impossible;
        if (before.Arrival != after.Arrival) return FigureEffect.Arrival;
        if (Differs(e => (e.Arrival - e.Departure, e.From, e.To))) return FigureEffect.LegTime;
        if (!before.CostLines.SequenceEqual(after.CostLines)) return FigureEffect.Cost;
        if (Differs(e => e.Risk)) return FigureEffect.Risk;
        if (Differs(e => e.Grams)) return FigureEffect.Emissions;
        if (Differs(e => e.WaitMinutes)) return FigureEffect.AbsorbedByWait;
        return ItineraryText.Of(before) == ItineraryText.Of(after) ? FigureEffect.Nothing : FigureEffect.Words;

        bool Differs<T>(Func<Element, T> part) =>
            !before.Elements.Select(part).SequenceEqual(after.Elements.Select(part));
    }

    /// <summary>All three values times a factor.</summary>
    public static Triangle Times(Triangle value, decimal factor) =>
        new(value.Min * factor, value.Mode * factor, value.Max * factor);

    /// <summary>Effects of halving and of doubling a figure.</summary>
    public static FigureEffect[] Probe(Explanation explanation, Figure figure) =>
    [
        Compare(explanation.Plan, explanation.With(figure.Id, Times(figure.Value, 0.5m))),
        Compare(explanation.Plan, explanation.With(figure.Id, Times(figure.Value, 2m))),
    ];

    /// <summary>Effects of halving and doubling a figure in the network itself: no reader can get round it.</summary>
    /// <remarks>Writes into the figure and back: only for a network that no other test holds.</remarks>
    public static FigureEffect[] ProbeInPlace(Explanation explanation, Figure figure)
    {
        var value = figure.Value;
        var effects = new FigureEffect[2];
        try
        {
            for (var i = 0; i < 2; i++)
            {
                ValueField.SetValue(figure, Times(value, i == 0 ? 0.5m : 2m));
                effects[i] = Compare(explanation.Plan, explanation.With("", value));
            }
        }
        finally
        {
            ValueField.SetValue(figure, value);
        }
        return effects;
    }
}
