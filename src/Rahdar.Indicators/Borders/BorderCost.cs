namespace Rahdar.Indicators.Borders;

/// <summary>Cost at a border: what the activities at one post cost. CPMM indicator TFI2.</summary>
/// <remarks>Unit: USD at one post for one of what the unit counts: the price of a unit of 25 trucks is divided by 25. A
/// passage with an unknown price is left out, so N may be less than that of the time. Source: CAREC CPMM, definition of
/// TFI2.</remarks>
public static class BorderCost
{
    /// <summary>Statistic of some passages.</summary>
    public static Statistic Of(IEnumerable<PostPassage> passages) => Statistic.Of(
        from p in passages where p.Cents is not null select (p.Cents!.Value / 100m / p.Unit.Count, p.Unit.Count));
}
