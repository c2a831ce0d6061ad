using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Prices;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Prices on the ready date, by the precedence of the design: exact pair, else country per km, else per box
/// km.</summary>
internal sealed class PriceBook
{
    private readonly Dictionary<string, Figure> _roadLoaded = [];
    private readonly Dictionary<string, Figure> _roadBack = [];
    private readonly Dictionary<string, Figure> _rail = [];
    private readonly Dictionary<(string From, string To, string Kind, string Unit), Tariff> _pairs = [];

    internal PriceBook(CorridorNetwork network, LocalDate day)
    {
        var back = network.Figures.Roles.Where(r => r.Key.StartsWith("haulage-back:", StringComparison.Ordinal))
            .ToDictionary(r => r.Key[13..], r => r.Value.Split('/')[1]);
        var valid = network.Tariffs.Where(t => t.Usd is not null && t.HoldsOn(day))
            .OrderBy(t => t.ValidFrom ?? LocalDate.MinIsoValue).ThenBy(t => t.Id, StringComparer.Ordinal);
        foreach (var tariff in valid)
        {
            if (tariff.From.Length > 0 && tariff.To.Length > 0)
                _pairs[(tariff.From, tariff.To, tariff.Kind, tariff.Unit)] = tariff;
            else if (tariff is { Kind: "haulage", Unit: "USD/km" })
                (back.TryGetValue(tariff.Scope, out var word)
                    && tariff.UnitClass.Contains(word, StringComparison.Ordinal)
                    ? _roadBack : _roadLoaded)[tariff.Scope] = tariff.Usd!;
            else if (tariff is { Kind: "rail_freight", Unit: "USD/FEU-km" }) _rail[tariff.Scope] = tariff.Usd!;
        }
    }

    /// <summary>USD a truck-km in a country; a back-haul price where one holds and the leg leads south.</summary>
    internal Figure? FindRoad(string country, bool isSouthbound) =>
        isSouthbound && _roadBack.TryGetValue(country, out var back) ? back : _roadLoaded.GetValueOrDefault(country);

    /// <summary>Whether trucks bound south pay a price of their own in a country.</summary>
    internal bool HasBackHaul(string country) => _roadBack.ContainsKey(country);

    /// <summary>USD a 40 ft box and km in a country.</summary>
    internal Figure? FindRail(string country) => _rail.GetValueOrDefault(country);

    /// <summary>Exact price of a pair in a unit, of one of the kinds named.</summary>
    internal Tariff? FindPair(PlaceId from, PlaceId to, string unit, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
            if (_pairs.TryGetValue((from.Value, to.Value, kind, unit), out var tariff)) return tariff;
        return null;
    }
}
