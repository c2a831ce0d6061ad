using NodaTime;
using Rahdar.Quantities;

namespace Rahdar.Network.Prices;

/// <summary>A price, fee or ratio with the dates it holds.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Kind">haulage, rail_freight, sea_freight, caspian_freight, air_freight, fee, ratio, toll, discount
/// ...</param>
/// <param name="Scope">Country, several by `;`, or a region word.</param>
/// <param name="From">Exact origin place; empty when the price is by country.</param>
/// <param name="To">Exact destination place; empty when the price is by country.</param>
/// <param name="Mode">Mode word of the source.</param>
/// <param name="Unit">Unit as published, for example USD/km, PKR/wagon.</param>
/// <param name="UnitClass">Vehicle or unit class as published.</param>
/// <param name="Usd">Price in US dollars a unit; null when the source has none and no dated rate gives it.</param>
/// <param name="ValidFrom">First day; null always.</param>
/// <param name="ValidTo">Last day; null open.</param>
/// <param name="Note">Remark.</param>
public sealed record Tariff(
    string Id, string Kind, string Scope, string From, string To, string Mode, string Unit, string UnitClass,
    Figure? Usd, LocalDate? ValidFrom, LocalDate? ValidTo, string Note)
{
    /// <summary>Whether the price holds on a day.</summary>
    public bool HoldsOn(LocalDate day) =>
        (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
