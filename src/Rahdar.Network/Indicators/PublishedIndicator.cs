using Rahdar.Quantities;

namespace Rahdar.Network.Indicators;

/// <summary>What a published value is about.</summary>
public enum IndicatorScope
{
    /// <summary>All countries of the monitoring.</summary>
    Region,

    /// <summary>One country.</summary>
    Country,

    /// <summary>One corridor.</summary>
    Corridor,

    /// <summary>One border post.</summary>
    Post,
}

/// <summary>Which way goods go, seen from the country that reports.</summary>
public enum IndicatorDirection
{
    /// <summary>Both ways in one value.</summary>
    All,

    /// <summary>Out of the country.</summary>
    Outbound,

    /// <summary>Into the country.</summary>
    Inbound,
}

/// <summary>A yearly value of the corridor performance monitoring, as published: it judges and never feeds.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="DataYear">Year it speaks of, not the year of the report.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="ScopeId">Country, corridor or place of the post.</param>
/// <param name="Mode">Rail or road.</param>
/// <param name="Direction">Way of the goods.</param>
/// <param name="Kind">TFI1 (h), TFI2 (USD), TFI3, SWD or SWOD (km/h).</param>
/// <param name="Value">The value.</param>
/// <param name="Note">Remark.</param>
/// <remarks>Source: CAREC CPMM. Time is that of one post; a crossing has two.</remarks>
public sealed record PublishedIndicator(
    string Id, int DataYear, IndicatorScope Scope, string ScopeId, Mode Mode, IndicatorDirection Direction,
    string Kind, Figure Value, string Note)
{
    /// <summary>Corridors of the monitoring it is counted to: `C5`, `C6`; may be empty.</summary>
    public IReadOnlyList<string> Corridors { get; init; } = [];
}
