using System.Text.Json;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Reports;

/// <summary>How everything with an id is called in one language, as JSON: what a page shows in the place of Latin
/// names.</summary>
public static class NamesJson
{
    /// <summary>Places, rows of borders (both ways and each), crossings, gauge yards, berths and demands, by kind and
    /// id.</summary>
    /// <remarks>A place that has no name in the language goes by its Latin one without what stands in brackets. Latin
    /// runs inside a longer name are isolated (U+2068 to U+2069).</remarks>
    public static string Of(CorridorNetwork network, Language language) => PlanJson.Write(json =>
    {
        var naming = new Naming(network, Speech.Of(language));
        json.WriteString("lang", LanguageTags.Of(language));
        json.WriteStartArray("names");
        foreach (var place in network.Places.Values.Concat(network.PlacesWithoutLinks).OrderBy(p => p.Id))
            Name(json, "place", place.Id.Value, NameOf(place, language));
        foreach (var row in network.Borders) Border(json, naming, row);
        foreach (var row in network.Borders.DistinctBy(r => r.Crossing))
            foreach (var pair in new[] { $"{row.PlaceA}-{row.PlaceB}", $"{row.PlaceB}-{row.PlaceA}" }.Distinct())
                Name(json, "crossing", pair, naming.Crossing(row));
        foreach (var yard in network.GaugeBreaks)
            Name(json, "yard", yard.Id, naming.Yard(yard));
        foreach (var port in network.Ports.Select(p => p.Place).Distinct())
            Name(json, "berths", $"berths-{port}", naming.Berths(port));
        foreach (var demand in network.Demands)
            Name(json, "demand", demand.Id, naming.Way(demand.From, demand.To));
        json.WriteEndArray();
    });

    private static string NameOf(Place place, Language language) =>
        place.Names.GetValueOrDefault(LanguageTags.Of(language)) ?? place.Name.Split(" (")[0];

    /// <summary>`TAFTAN-RD`, and where it is passed both ways `TAFTAN-RD>IRMJV` and `TAFTAN-RD>PKTFT`.</summary>
    private static void Border(Utf8JsonWriter json, Naming naming, BorderRow row)
    {
        Name(json, "border", row.Id, naming.Border(row));
        foreach (var to in new[] { row.PlaceA, row.PlaceB }.Distinct())
            Name(json, "border", $"{row.Id}>{to}", naming.Border(row, to));
    }

    private static void Name(Utf8JsonWriter json, string kind, string id, string name)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
