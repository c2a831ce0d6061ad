using System.Globalization;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>The fields of a link as claims.</summary>
internal static class LinkClaims
{
    internal static IEnumerable<Claim> Of(CorridorNetwork network, string id)
    {
        var link = network.Links.First(l => l.Id == id);
        // The features of a file are read in order and a clean load drops none, so the position is the feature's
        // number.
        var number = network.Links.Where(l => l.Mode == link.Mode).TakeWhile(l => l.Id != id).Count() + 1;
        Claim Make(string field, string value) => new(
            id, id, field, value, null, null, null, link.RouteKm.Provenance.Source, link.RouteKm.Provenance.Confidence,
            null,
            $"network/{Word(link.Mode)}.geojson", number);
        yield return Make("from", network.GetPlace(link.From).ToString());
        yield return Make("to", network.GetPlace(link.To).ToString());
        yield return Make("status", link.Status.ToString().ToLowerInvariant());
        yield return Make("route_km", link.RouteKm.Value + " km");
        if (link.Gauge is { } gauge)
        {
            yield return Make("gauge_mm", gauge + " mm");
            yield return Make("tracks", link.Tracks.ToString(CultureInfo.InvariantCulture));
            yield return Make("electrified", link.IsElectrified ? "yes" : "no");
        }
        if (link.SeaKind.Length > 0) yield return Make("service", link.SeaKind);
        if (link.Line.Count > 1) yield return Make(
            "drawn", $"{GreatCircle.Km(link.Line):0.0} km, {link.Line.Count} points");
        if (link.Note.Length > 0) yield return Make("note", link.Note);
    }

    internal static string Word(Mode mode) => mode switch
    {
        Mode.Rail => "rail",
        Mode.Road => "road",
        Mode.RoRo => "ro-ro",
        Mode.Air => "air",
        _ => "sea",
    };
}

/// <summary>Distances on the sphere of mean radius 6371.0088 km.</summary>
public static class GreatCircle
{
    /// <summary>Length of a drawn line, km.</summary>
    internal static double Km(IReadOnlyList<(double Longitude, double Latitude)> line)
    {
        var km = 0.0;
        for (var i = 1; i < line.Count; i++) km += Km(line[i - 1], line[i]);
        return km;
    }

    /// <summary>Great-circle distance of two places, km.</summary>
    public static double Km(Place a, Place b) => Km((a.Longitude, a.Latitude), (b.Longitude, b.Latitude));

    private static double Km((double Longitude, double Latitude) a, (double Longitude, double Latitude) b)
    {
        var (la, lb) = (a.Latitude * Math.PI / 180, b.Latitude * Math.PI / 180);
        var dl = (b.Longitude - a.Longitude) * Math.PI / 180;
        var h = Math.Pow(Math.Sin((lb - la) / 2), 2) + Math.Cos(la) * Math.Cos(lb) * Math.Pow(Math.Sin(dl / 2), 2);
        return 2 * 6371.0088 * Math.Asin(Math.Sqrt(h));
    }
}
