using System.Text.Json;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The corridor as GeoJSON (RFC 7946): places as points, links as lines, crossings with their
/// state.</summary>
/// <remarks>Longitude before latitude, WGS 84, to four decimals (about ten metres).</remarks>
public static class NetworkMapJson
{
    /// <summary>Places and links as known on a day.</summary>
    public static string Of(CorridorNetwork network, LocalDate known) => PlanJson.Write(json =>
    {
        var knowledge = new Knowledge(network, known);
        json.WriteString("type", "FeatureCollection");
        json.WriteString("known", $"{known:uuuu-MM-dd}");
        json.WriteString("attribution", "(c) OpenStreetMap contributors, GeoNames, UNECE");
        json.WriteStartArray("features");
        foreach (var link in network.Links) Link(json, network, link, known);
        foreach (var crossing in network.Borders.GroupBy(b => (b.Crossing, b.Mode)))
            Crossing(json, network, knowledge, [.. crossing]);
        foreach (var place in network.Places.Values.OrderBy(p => p.Id)) Place(json, place);
        json.WriteEndArray();
    });

    private static void Link(Utf8JsonWriter json, CorridorNetwork network, Link link, LocalDate known)
    {
        var (from, to) = (network.GetPlace(link.From), network.GetPlace(link.To));
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", link.Id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "LineString");
        json.WriteStartArray("coordinates");
        if (link.Line.Count > 1)
            foreach (var (longitude, latitude) in link.Line) Point(json, longitude, latitude);
        else
            foreach (var end in new[] { from, to }) Point(json, end.Longitude, end.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("kind", "link");
        json.WriteString("id", link.Id);
        json.WriteString("from", link.From.Value);
        json.WriteString("to", link.To.Value);
        json.WriteString("name", $"{from.Name} - {to.Name}");
        json.WriteString("mode", NetworkText.ModeWord(link.Mode));
        json.WriteString("status", network.IsWorked(link, known) ? "operating" : Word(link.Status));
        json.WriteNumber("km", decimal.Round(link.RouteKm.Value.Mean, 1));
        if (link.Gauge is { } gauge)
        {
            json.WriteNumber("gauge", gauge.Millimetres);
            json.WriteNumber("tracks", link.Tracks);
            json.WriteBoolean("electrified", link.IsElectrified);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A crossing lies half way between its posts; its worst row speaks for it.</summary>
    private static void Crossing(
        Utf8JsonWriter json, CorridorNetwork network, Knowledge knowledge, IReadOnlyList<BorderRow> rows)
    {
        var (a, b) = (network.GetPlace(rows[0].PlaceA), network.GetPlace(rows[0].PlaceB));
        var states = rows.Select(r => CorridorTable.StateOf(knowledge, r)).ToList();
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", $"{rows[0].Crossing}/{NetworkText.ModeWord(rows[0].Mode)}");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        Point(json, (a.Longitude + b.Longitude) / 2, (a.Latitude + b.Latitude) / 2);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("kind", "crossing");
        json.WriteString("crossing", rows[0].Crossing);
        json.WriteString("name", rows[0].ShortName);
        json.WriteString("mode", NetworkText.ModeWord(rows[0].Mode));
        json.WriteString("state", states.Contains("shut") ? "shut" : states.Contains("disputed") ? "disputed" : "open");
        json.WriteBoolean("isDefault", rows.All(r => r.IsDefault));
        PlanJson.Texts(json, "rows", [.. rows.Select(r => r.Id)]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", place.Id.Value);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        Point(json, place.Longitude, place.Latitude);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("kind", "place");
        json.WriteString("id", place.Id.Value);
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        json.WriteString("zone", place.Zone.Id);
        PlanJson.Texts(json, "kinds", place.Kinds);
        json.WriteStartObject("names");
        foreach (var (language, name) in place.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
            json.WriteString(language, name);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, double longitude, double latitude)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(longitude, 4));
        json.WriteNumberValue(Math.Round(latitude, 4));
        json.WriteEndArray();
    }

    private static string Word(LinkStatus status) => status.ToString().ToLowerInvariant();
}
