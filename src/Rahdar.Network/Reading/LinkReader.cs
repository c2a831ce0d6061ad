using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Rail, road and sea links from GeoJSON (RFC 7946: longitude first).</summary>
internal static class LinkReader
{
    private static readonly Dictionary<string, LinkStatus> Statuses = new()
    {
        ["operating"] = LinkStatus.Operating,
        ["construction"] = LinkStatus.Construction,
        ["planned"] = LinkStatus.Planned,
        ["proposed"] = LinkStatus.Proposed,
        ["suspended"] = LinkStatus.Suspended,
    };

    /// <summary>Links that could be read, and the ids of all that are named.</summary>
    internal static (IReadOnlyList<Link> Links, IdSet Ids) Read(
        CorridorFiles files, CorridorTables t, IReadOnlyDictionary<PlaceId, Place> places, FaultCollector faults)
    {
        var links = new List<Link>();
        var seen = new HashSet<string>();
        var isComplete = true;
        foreach (var (mode, word) in new[] { (Mode.Rail, "rail"), (Mode.Road, "road"), (Mode.Sea, "sea") })
        {
            var features = FeatureFile.Read(files, $"network/{word}.geojson", faults);
            isComplete &= features is not null;
            foreach (var feature in features ?? [])
            {
                var id = feature.Text("id");
                isComplete &= id.Length > 0;
                if (id.Length > 0 && !seen.Add(id))
                    feature.Fault("id", "csv:duplicate-id", $"link `{id}` stands already");
                if (ReadFeature(feature, id, mode, word, t, places) is { } link) links.Add(link);
            }
        }
        return (links, new IdSet(seen, isComplete));
    }

    private static Link? ReadFeature(
        Feature feature, string id, Mode mode, string word, CorridorTables t,
        IReadOnlyDictionary<PlaceId, Place> places)
    {
        if (!feature.HasProperties)
        {
            feature.Fault("properties", "geo:bad-shape", "a feature without properties");
            return null;
        }
        if (id.Length == 0) feature.Fault("id", "value:missing", "`id` is empty");
        if (feature.Text("mode").Length > 0 && feature.Text("mode") != word)
            feature.Fault("mode", "value:unknown-word",
                $"`{feature.ShortText("mode")}` stands among the links of {word}");
        var from = End(feature, "from", t, places);
        var to = End(feature, "to", t, places);
        if (!Statuses.TryGetValue(feature.Text("status"), out var status))
            feature.Fault("status", "value:unknown-word",
                $"`{feature.ShortText("status")}` is not one of {string.Join(", ", Statuses.Keys)}");
        var km = feature.Number("route_km", 0.001m, 60_000);
        var gauge = mode == Mode.Rail ? feature.Whole("gauge_mm", 600, 2000) : null;
        var tracks = feature.Has("tracks") ? feature.Whole("tracks", 0, 20) : 0;
        var isLoop = feature.Text("from").Length > 0 && feature.Text("from") == feature.Text("to");
        if (isLoop) feature.Fault("to", "geo:loop", $"the link leads from {feature.ShortText("from")} to itself");
        var line = Geometry(feature, from, to);
        if (from is null || to is null || km is null || line is null || mode == Mode.Rail && gauge is null) return null;
        var basis = feature.Text("route_basis");
        var provenance = new Provenance(
            basis == "published" ? feature.Text("source") : $"EST;{feature.Text("source")} ({basis})",
            basis == "published" ? Confidence.High : Confidence.Medium, null, (LocalDate?)null);
        return new Link(
            id, from.Id, to.Id, mode, gauge is { } mm ? new Gauge(mm) : null, status,
            new Figure($"links/{id}/route_km", Triangle.Exactly(km.Value), "km", provenance), tracks ?? 0,
            feature.IsTrue("electrified"), mode == Mode.Sea ? feature.Text("service") : "", line, feature.Text("note"));
    }

    private static Place? End(
        Feature feature, string name, CorridorTables t, IReadOnlyDictionary<PlaceId, Place> places)
    {
        var text = feature.Text(name);
        if (!t.MayBeLinkedPlace(text))
            feature.Fault(name, "ref:unknown-place", $"`{feature.ShortText(name)}` is no place of the network");
        return places.GetValueOrDefault(new PlaceId(text));
    }

    private static List<(double, double)>? Geometry(Feature feature, Place? from, Place? to)
    {
        var points = feature.Points();
        if (points is null || from is null || to is null) return points;
        var (first, last) = (points[0], points[^1]);
        if (Near(first, from) && Near(last, to)) return points;
        var swapped = Near((first.Item2, first.Item1), from) && Near((last.Item2, last.Item1), to);
        feature.Fault("geometry", swapped ? "geo:coordinates-swapped" : "geo:end-off-place",
            swapped
                ? "latitude stands before longitude; GeoJSON wants longitude first"
                : $"the line does not end on {from.Id} and {to.Id} within {ReadingLimits.EndToPlaceKmMax} km");
        return null;
    }

    private static bool Near((double Longitude, double Latitude) point, Place place)
    {
        var dy = (point.Latitude - place.Latitude) * 111.2;
        var dx = (point.Longitude - place.Longitude) * 111.2 * Math.Cos(place.Latitude * Math.PI / 180);
        return Math.Sqrt(dx * dx + dy * dy) <= ReadingLimits.EndToPlaceKmMax;
    }
}
