namespace Rahdar.Planning.Forecasts;

/// <summary>What moves one plan of a short list, and what knowing more before choosing would be worth.</summary>
/// <param name="Number">Number of the plan in the short list, from 1.</param>
/// <param name="Tornado">Figures that move it, the greatest swing first.</param>
/// <param name="Information">Value of information over the whole list; null with too few draws or one plan.</param>
public sealed record Sensitivity(int Number, IReadOnlyList<Influence> Tornado, InformationValue? Information)
{
    /// <summary>About one plan of an outlook.</summary>
    /// <param name="found">The answer.</param>
    /// <param name="outlook">Its outlook.</param>
    /// <param name="number">Number in the short list, from 1.</param>
    public static Sensitivity Of(PlanOutcome.Found found, Outlook outlook, int number)
    {
        IReadOnlyList<int> plans = [.. outlook.Shown.Select(s => s.Index)];
        return new Sensitivity(
            number, Influence.Of(found, plans[number - 1], outlook.Value),
            outlook.Request.Draw is { } draw && plans.Count > 1
                ? InformationValue.Of(found, plans, outlook.Forecasts, draw, outlook.Value)
                : null);
    }
}
