using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Reports.Pictures;

/// <summary>A railway line that trains are drawn on: its places in order with their kilometres.</summary>
/// <param name="Name">Name for people: the section, or its ends.</param>
/// <param name="Stops">Places with the kilometres from the first; two or more, no place twice.</param>
/// <param name="Sections">Rows of the data between the places, one less than places.</param>
public sealed record TrainLine(
    string Name, IReadOnlyList<(PlaceId Place, double Km)> Stops, IReadOnlyList<string> Sections)
{
    /// <summary>Places at most.</summary>
    public const int StopsMax = 80;

    /// <summary>The line that a text means: a section of the data such as `PK-05`, or places in order such as
    /// `PKKHI,PKLHE`, joined by the shortest railway.</summary>
    /// <returns>The line; or null and why.</returns>
    public static (TrainLine? Line, string Fault) Read(CorridorNetwork network, string text)
    {
        var section = network.Sections.FirstOrDefault(s =>
            !s.IsDefault && string.Equals(s.Id, text.Trim(), StringComparison.OrdinalIgnoreCase));
        var places = new List<PlaceId>();
        if (section is not null) places.AddRange([section.From, .. section.Via, section.To]);
        else
            foreach (var word in text.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                switch (new PlaceFinder(network).Resolve(word))
                {
                    case PlaceResolution.One one:
                        places.Add(one.Place.Id);
                        break;
                    default:
                        return (null, $"`{word}` is neither a section nor one place of the network");
                }
        if (places.Distinct().Count() < 2) return (null, "a line is a section, or two places and more: PKKHI,PKLHE");
        return Join(network, section?.Name ?? "", places, section?.Gauge);
    }

    private static (TrainLine? Line, string Fault) Join(
        CorridorNetwork network, string name, IReadOnlyList<PlaceId> places, Gauge? gauge)
    {
        var stops = new List<(PlaceId, double)> { (places[0], 0) };
        var sections = new List<string>();
        var km = 0.0;
        foreach (var (from, to) in places.Zip(places.Skip(1)))
        {
            if (LinkWays.Find(network, from, to, Mode.Rail, gauge) is not { } way)
                return (null, $"no railway joins {network.GetPlaceOrUnlinked(from)} and "
                    + $"{network.GetPlaceOrUnlinked(to)}" + (gauge is null ? "" : $" on gauge {gauge}"));
            foreach (var gone in way)
            {
                km += (double)gone.Link.RouteKm.Value.Mean;
                stops.Add((gone.To, km));
                sections.Add(network.SectionOfLink.GetValueOrDefault(gone.Link.Id)?.Id ?? "");
            }
        }
        if (stops.Count > StopsMax) return (null, $"it has {stops.Count} places: at most {StopsMax} can be drawn");
        if (stops.Select(s => s.Item1).Distinct().Count() < stops.Count)
            return (null, "it comes to a place twice: say it in the order of the way");
        var ends = $"{network.GetPlaceOrUnlinked(places[0]).Name}-{network.GetPlaceOrUnlinked(places[^1]).Name}";
        return (new TrainLine(name.Length > 0 ? name : ends, stops, sections), "");
    }
}
