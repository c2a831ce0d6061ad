namespace Rahdar.Indicators.Charts;

/// <summary>A leg of a time/cost-distance chart: a ride, or a stay at a node.</summary>
/// <param name="Name">Ride or node.</param>
/// <param name="Km">Length; 0 at a node, null when unknown.</param>
/// <param name="Hours">How long it takes.</param>
/// <param name="Usd">What it costs; null when unknown.</param>
public sealed record ChartLeg(string Name, decimal? Km, decimal Hours, decimal? Usd)
{
    /// <summary>True for a stay: it takes time and money, and leads nowhere.</summary>
    public bool IsNode => Km == 0;
}

/// <summary>A corner of the line: sums from the beginning.</summary>
/// <param name="Km">Kilometres so far.</param>
/// <param name="Hours">Hours so far.</param>
/// <param name="Usd">Money so far; null when a price before it is unknown.</param>
public sealed record ChartPoint(decimal Km, decimal Hours, decimal? Usd);

/// <summary>Time and cost over distance: a ride is a slope, a node a rise.</summary>
/// <remarks>Source: UNESCAP, time/cost-distance methodology.</remarks>
/// <param name="Legs">In running order.</param>
/// <param name="Points">One more than legs, the first at 0. Legs of unknown length stand upright.</param>
public sealed record TimeCostChart(IReadOnlyList<ChartLeg> Legs, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>All kilometres; null when a length is unknown.</summary>
    public decimal? TotalKm => Legs.Any(l => l.Km is null) ? null : Points[^1].Km;

    /// <summary>All hours.</summary>
    public decimal TotalHours => Points[^1].Hours;

    /// <summary>All money, USD; null when a price is unknown.</summary>
    public decimal? TotalUsd => Points[^1].Usd;

    /// <summary>Share of the time that is spent at nodes, 0 to 1; null when the way takes no time.</summary>
    public decimal? NodeTimeShare =>
        TotalHours == 0 ? null : Legs.Where(l => l.IsNode).Sum(l => l.Hours) / TotalHours;

    /// <summary>The node that takes the most time, the first of equal ones; null without nodes.</summary>
    public string? WorstNode => Legs.Where(l => l.IsNode).MaxBy(l => l.Hours)?.Name;

    /// <summary>Kilometres by hours; null when the length is unknown or the way takes no time.</summary>
    public decimal? AverageSpeed => TotalHours == 0 ? null : TotalKm / TotalHours;

    /// <summary>Money by kilometres; null when one is unknown or there are none.</summary>
    public decimal? UsdPerKm => TotalKm is > 0 and { } km ? TotalUsd / km : null;

    /// <summary>The chart of some legs.</summary>
    public static TimeCostChart Of(IReadOnlyList<ChartLeg> legs)
    {
        var points = new List<ChartPoint>(legs.Count + 1) { new(0, 0, 0) };
        foreach (var leg in legs)
            points.Add(new ChartPoint(
                points[^1].Km + (leg.Km ?? 0), points[^1].Hours + leg.Hours, points[^1].Usd + leg.Usd));
        return new TimeCostChart(legs, points);
    }
}
