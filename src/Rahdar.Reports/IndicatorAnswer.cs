using NodaTime;
using Rahdar.Indicators;
using Rahdar.Indicators.Arrivals;
using Rahdar.Indicators.Charts;
using Rahdar.Network;

namespace Rahdar.Reports;

/// <summary>The indicators of some files of movements.</summary>
/// <param name="Network">The corridor.</param>
/// <param name="Files">Files read, in their order.</param>
/// <param name="Measured">Samples, and what could not be one.</param>
/// <param name="Sheet">Indicators by keys.</param>
public sealed record IndicatorAnswer(
    CorridorNetwork Network, IReadOnlyList<string> Files, Measurement Measured, IndicatorSheet Sheet)
{
    /// <summary>Only what is counted to this corridor; null for all.</summary>
    public string? Corridor { get; init; }

    /// <summary>Chart of one unit; null when none was asked for.</summary>
    public UnitChart? Chart { get; init; }

    /// <summary>Planned against happened; null without a plan.</summary>
    public ArrivalComparison? Arrivals { get; init; }

    /// <summary>What was taken for granted, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>File that the sheet was written to; null when none was asked for.</summary>
    public string? Csv { get; init; }
}

/// <summary>The time/cost-distance chart of a unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Begin">First instant told of it.</param>
/// <param name="Happened">What it did.</param>
/// <param name="Planned">What was planned for it; null when nothing was.</param>
public sealed record UnitChart(string UnitId, Instant Begin, TimeCostChart Happened, TimeCostChart? Planned);
