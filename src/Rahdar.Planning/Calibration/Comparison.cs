using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>Whether a comparison says anything.</summary>
public enum Standing
{
    /// <summary>The two sides have no page in common: it counts.</summary>
    Judged,

    /// <summary>Both sides rest on one page, or one is made of the other: it would agree with itself.</summary>
    Circular,

    /// <summary>What it is compared with is an estimate and was not published.</summary>
    Estimate,

    /// <summary>Only one of the two posts of a crossing is published, or none.</summary>
    OnePost,

    /// <summary>The network does not join the way.</summary>
    NotBuilt,
}

/// <summary>Two sides of a comparison, and what they have in common.</summary>
/// <param name="Subject">What is compared.</param>
/// <param name="Inputs">Figures that the planner's side is made of.</param>
/// <param name="Judges">Published figures.</param>
/// <param name="Shared">Pages or figures behind both sides; empty when they are apart.</param>
public sealed record Comparison(
    string Subject, IReadOnlyList<Figure> Inputs, IReadOnlyList<Figure> Judges, IReadOnlyList<string> Shared)
{
    /// <summary>True when the judging side is behind the planner's side.</summary>
    public bool IsCircular => Shared.Count > 0;
}

/// <summary>Errors of some predictions.</summary>
/// <param name="Count">How many.</param>
/// <param name="Mean">Mean absolute error.</param>
/// <param name="Median">Median absolute error.</param>
/// <param name="Bias">Mean of predicted less published: above 0 is too high.</param>
public sealed record Errors(int Count, decimal Mean, decimal Median, decimal Bias)
{
    /// <summary>Errors of pairs of a predicted and a published value; all 0 when there are none.</summary>
    public static Errors Of(IEnumerable<(decimal Predicted, decimal Published)> pairs)
    {
        var errors = pairs.Select(p => p.Predicted - p.Published).ToList();
        return errors.Count == 0
            ? new Errors(0, 0, 0, 0)
            : new Errors(errors.Count, errors.Average(Math.Abs), MedianOf(errors.Select(Math.Abs)), errors.Average());
    }

    private static decimal MedianOf(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;
    }
}
