using System.Collections.Frozen;
using Rahdar.Quantities;

namespace Rahdar.Network;

/// <summary>Single figures by row, and which row plays which part.</summary>
/// <param name="Rows">Figures by `table/row`.</param>
/// <param name="Roles">`table/row` by role, for example `teu-ratio`.</param>
/// <param name="Defaults">Default by what and scope (country or `*`).</param>
/// <param name="TruckSpeeds">Loaded truck speed by country, km/h.</param>
/// <param name="TruckGross">Gross weight limit by country, t.</param>
/// <param name="RoadEmission">g CO2e/t-km by country.</param>
/// <param name="RailDieselEmission">g CO2e/t-km by country.</param>
/// <param name="RailElectricEmission">g CO2e/t-km by country.</param>
public sealed record FigureTables(
    FrozenDictionary<string, Figure> Rows, FrozenDictionary<string, string> Roles,
    FrozenDictionary<(string What, string Scope), Figure> Defaults, FrozenDictionary<string, Figure> TruckSpeeds,
    FrozenDictionary<string, Figure> TruckGross, FrozenDictionary<string, Figure> RoadEmission,
    FrozenDictionary<string, Figure> RailDieselEmission, FrozenDictionary<string, Figure> RailElectricEmission)
{
    /// <summary>Figure that plays a part; null when the part is not filled.</summary>
    public Figure? FindRole(string role) =>
        Roles.TryGetValue(role, out var row) ? Rows.GetValueOrDefault(row) : null;

    /// <summary>Figure that plays a part.</summary>
    /// <exception cref="KeyNotFoundException">The data do not fill the part.</exception>
    public Figure GetRole(string role) => FindRole(role)
        ?? throw new KeyNotFoundException($"no figure plays the part `{role}`: see ours/roles.csv");

    /// <summary>Default for a country, else for any country; null when there is none.</summary>
    public Figure? FindDefault(string what, string country = "*") =>
        Defaults.GetValueOrDefault((what, country)) ?? Defaults.GetValueOrDefault((what, "*"));

    /// <summary>Default for a country, else for any country.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Figure GetDefault(string what, string country = "*") => FindDefault(what, country)
        ?? throw new KeyNotFoundException($"no default `{what}` for {country}: see ours/defaults.csv");
}
