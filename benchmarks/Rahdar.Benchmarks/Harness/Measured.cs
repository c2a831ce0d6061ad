namespace Rahdar.Benchmarks.Harness;

/// <summary>Result of one case.</summary>
/// <param name="Case">Name, such as generated-300/textbook/cpu.</param>
/// <param name="Spread">The figures.</param>
/// <param name="Unit">What one of them counts.</param>
internal sealed record Measured(string Case, Spread Spread, string Unit)
{
    /// <summary>How many times the yardstick's work this is less, the median over questions; null without a
    /// yardstick.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>Most memory that the measured process held, bytes; null for this process, which is asked when the row
    /// is written.</summary>
    public long? PeakBytes { get; init; }
}
