using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Indicators;

/// <summary>What movements do not tell and indicators need: countries, lengths, modes, corridors.</summary>
/// <param name="CountryOf">ISO 3166 code of a place's country; empty when the place is not known.</param>
/// <param name="KmOf">Kilometres of a ride from one place to another in a mode; null when unknown.</param>
/// <param name="ModeOfBorder">Mode of a border row; null when it is not known.</param>
/// <param name="CorridorsOf">Corridors of the monitoring that a post is counted to; may be empty.</param>
/// <param name="TonnesOf">Tonnes of cargo on one unit; null when unknown.</param>
public sealed record Geography(
    Func<PlaceId, string> CountryOf, Func<PlaceId, PlaceId, Mode, decimal?> KmOf, Func<string, Mode?> ModeOfBorder,
    Func<PlaceId, IReadOnlyList<string>> CorridorsOf, Func<Unit, decimal?> TonnesOf)
{
    /// <summary>The geography of a network.</summary>
    /// <remarks>A ride is as long as the shortest operating way of its mode. By sea, where that is a long way round,
    /// and by air it is the straight line, as the planner has it; by rail and road it is then unknown. Corridors are
    /// those under which the monitoring published a post. Movements tell no cargo: a box or truck is taken to carry the
    /// load for which the indicator is defined, wagons, trains and ships are not weighed.</remarks>
    public static Geography Of(CorridorNetwork network)
    {
        var borders = network.Borders.ToLookup(b => b.Id, b => (Mode?)b.Mode);
        var corridors = network.Indicators.Where(i => i.Scope == IndicatorScope.Post)
            .GroupBy(i => new PlaceId(i.ScopeId))
            .ToDictionary(g => g.Key, g => g.SelectMany(i => i.Corridors).Distinct().Order().ToArray());
        var lengths = new Lengths(network);
        return new Geography(
            place => (network.Places.GetValueOrDefault(place)
                ?? network.PlacesWithoutLinks.FirstOrDefault(p => p.Id == place))?.Country ?? "",
            lengths.Of, id => borders[id].FirstOrDefault(), place => corridors.GetValueOrDefault(place, []),
            unit => unit.Kind is UnitKind.Container or UnitKind.Truck ? Sections.SectionCost.Tonnes : null);
    }

    /// <summary>Lengths of rides, each looked for once.</summary>
    private sealed class Lengths(CorridorNetwork network)
    {
        // Longer than this the network does not hold the way that was gone; docs/decisions "Borders, reports and
        // reopenings" has the same rule for plans.
        private const decimal DetourFactorMax = 3;
        private const decimal DetourKmFree = 300;

        private readonly Dictionary<(PlaceId, PlaceId, Mode), decimal?> _known = [];
        private readonly ILookup<Mode, Link> _links =
            network.Links.Where(l => l.Status == LinkStatus.Operating).ToLookup(l => l.Mode);

        internal decimal? Of(PlaceId from, PlaceId to, Mode mode)
        {
            if (from == to) return 0;
            if (_known.TryGetValue((from, to, mode), out var km)) return km;
            return _known[(from, to, mode)] = Find(from, to, mode);
        }

        private decimal? Find(PlaceId from, PlaceId to, Mode mode)
        {
            if (!network.Places.TryGetValue(from, out var a) || !network.Places.TryGetValue(to, out var b)) return null;
            var straight = (decimal)GreatCircle.Km(a, b);
            // A truck on a ferry goes as far as the ferry.
            var way = ShortestWay.Find(_links[mode == Mode.RoRo ? Mode.Sea : mode], from, to);
            if (way?.Sum(l => l.RouteKm.Value.Mean) is { } km && km <= DetourFactorMax * straight + DetourKmFree)
                return km;
            return mode is Mode.Sea or Mode.RoRo or Mode.Air ? straight : null;
        }
    }
}
