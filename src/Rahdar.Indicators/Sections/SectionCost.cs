namespace Rahdar.Indicators.Sections;

/// <summary>Cost of a corridor section: what it takes to bring 20 tonnes over 500 kilometres. CPMM indicator
/// TFI3.</summary>
/// <remarks>Unit: USD per 500 km and 20 t, all prices on the way included. A run with an unknown price, length or load
/// is left out. Source: CAREC CPMM, definition of TFI3.</remarks>
public static class SectionCost
{
    /// <summary>Kilometres for which the cost is told.</summary>
    public const decimal Km = 500;

    /// <summary>Tonnes for which the cost is told.</summary>
    public const decimal Tonnes = 20;

    /// <summary>Statistic of some runs.</summary>
    public static Statistic Of(IEnumerable<SectionRun> runs) => Statistic.Of(
        from r in runs where Of(r) is not null select (Of(r)!.Value, r.Unit.Count));

    /// <summary>Cost of one run; null when a price, the length or the load is unknown.</summary>
    public static decimal? Of(SectionRun run) =>
        run is { Cents: { } cents, Km: > 0 and { } km, Tonnes: > 0 and { } tonnes }
            ? cents / 100m / run.Unit.Count / km * Km / tonnes * Tonnes
            : null;
}
