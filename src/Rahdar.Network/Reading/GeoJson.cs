using System.Text.Json;

namespace Rahdar.Network.Reading;

/// <summary>Whether a JSON value is a GeoJSON object: geometry, feature or collection.</summary>
/// <remarks>
/// What the standard recommends (order of rings, at most three numbers a position, no line over the antimeridian) is
/// not asked for. Arrays for which it states no least length may be empty.
/// Source: RFC 7946, sections 3, 5 and 7.1.
/// </remarks>
public static class GeoJson
{
    private const int RingMin = 4;

    // Members that define an object of another kind (RFC 7946, 7.1).
    private static readonly string[] OfFeature = ["geometry", "properties"];
    private static readonly string[] OfGeometry = ["coordinates", "geometries"];
    private static readonly string[] OfCollection = ["features"];

    /// <summary>What a geometry's coordinates are: an array of so many levels, and what its innermost arrays
    /// are.</summary>
    private static readonly Dictionary<string, Func<JsonElement, string?>> Coordinates = new()
    {
        ["Point"] = p => IsPosition(p) ? null : "a position is two numbers or more",
        ["MultiPoint"] = c => Each(c, p => IsPosition(p) ? null : "a position is two numbers or more"),
        ["LineString"] = Line,
        ["MultiLineString"] = c => Each(c, Line),
        ["Polygon"] = c => Each(c, Ring),
        ["MultiPolygon"] = c => Each(c, polygon => Each(polygon, Ring)),
    };

    /// <summary>Checks a value; every fault is told.</summary>
    /// <param name="root">The whole of a file.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="faults">Receives faults: `geo:` and what. Row: number of the feature of a collection, else
    /// 0.</param>
    public static void Check(JsonElement root, string file, FaultCollector faults)
    {
        void Fault(int row, string field, string message) => faults.Add(file, row, field, "geo:not-geojson", message);
        var type = TypeOf(root);
        if (type == "FeatureCollection") CheckCollection(root, Fault);
        else if (type == "Feature") CheckFeature(root, (field, message) => Fault(0, field, message));
        else CheckGeometry(root, (field, message) => Fault(0, field, message));
    }

    /// <summary>True for an array of two numbers or more: longitude, latitude, perhaps altitude.</summary>
    internal static bool IsPosition(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() >= 2
        && value.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number);

    private static void CheckCollection(JsonElement collection, Action<int, string, string> fault)
    {
        CheckMembers(collection, [.. OfFeature, .. OfGeometry], (field, message) => fault(0, field, message));
        if (!collection.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            fault(0, "features", "a FeatureCollection has an array of features");
            return;
        }
        var row = 0;
        foreach (var feature in features.EnumerateArray())
        {
            row++;
            if (TypeOf(feature) == "Feature") CheckFeature(feature, (field, message) => fault(row, field, message));
            else fault(row, "type", "a member of `features` is a Feature");
        }
    }

    private static void CheckFeature(JsonElement feature, Action<string, string> fault)
    {
        CheckMembers(feature, [.. OfGeometry, .. OfCollection], fault);
        if (!feature.TryGetProperty("properties", out var properties)
            || properties.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            fault("properties", "`properties` is an object or null, and is there");
        if (feature.TryGetProperty("id", out var id)
            && id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            fault("id", "`id` is a text or a number");
        if (!feature.TryGetProperty("geometry", out var geometry)) fault("geometry", "`geometry` is there, or null");
        else if (geometry.ValueKind != JsonValueKind.Null)
            CheckGeometry(geometry, (field, message) => fault("geometry." + field, message));
    }

    private static void CheckGeometry(JsonElement geometry, Action<string, string> fault)
    {
        var type = TypeOf(geometry);
        if (type == "GeometryCollection") CheckGeometries(geometry, fault);
        else if (type is null || !Coordinates.TryGetValue(type, out var check))
            fault("type", $"`{CsvRow.Shorten(type ?? "")}` is no type of GeoJSON here");
        else
        {
            CheckMembers(geometry, [.. OfFeature, .. OfCollection], fault);
            var wrong = geometry.TryGetProperty("coordinates", out var coordinates)
                ? check(coordinates)
                : $"a {type} has coordinates";
            if (wrong is not null) fault("coordinates", wrong);
        }
    }

    private static void CheckGeometries(JsonElement collection, Action<string, string> fault)
    {
        CheckMembers(collection, [.. OfFeature, .. OfCollection], fault);
        if (!collection.TryGetProperty("geometries", out var geometries)
            || geometries.ValueKind != JsonValueKind.Array)
        {
            fault("geometries", "a GeometryCollection has an array of geometries");
            return;
        }
        var number = 0;
        foreach (var geometry in geometries.EnumerateArray())
        {
            var name = $"geometries[{number++}].";
            CheckGeometry(geometry, (field, message) => fault(name + field, message));
        }
    }

    private static void CheckMembers(JsonElement value, string[] ofOthers, Action<string, string> fault)
    {
        foreach (var name in ofOthers.Where(name => value.TryGetProperty(name, out _)))
            fault(name, $"`{name}` defines an object of another kind");
        if (value.TryGetProperty("bbox", out var box) && !IsBox(box))
            fault("bbox", "`bbox` is the south-west and then the north-east corner, as many numbers each");
    }

    // West may be greater than east, where the box lies across the antimeridian; south is never above north.
    private static bool IsBox(JsonElement box)
    {
        if (!IsPosition(box) || box.GetArrayLength() is var length && (length < 4 || length % 2 != 0)) return false;
        return box[1].GetDouble() <= box[1 + box.GetArrayLength() / 2].GetDouble();
    }

    private static string? TypeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static string? Each(JsonElement array, Func<JsonElement, string?> check) =>
        array.ValueKind != JsonValueKind.Array
            ? "coordinates are nested arrays of positions"
            : array.EnumerateArray().Select(check).FirstOrDefault(wrong => wrong is not null);

    private static string? Line(JsonElement line) =>
        Each(line, p => IsPosition(p) ? null : "a position is two numbers or more")
        ?? (line.GetArrayLength() >= 2 ? null : "a line has two positions or more");

    private static string? Ring(JsonElement ring)
    {
        if (Line(ring) is { } wrong) return wrong;
        if (ring.GetArrayLength() < RingMin) return $"a ring has {RingMin} positions or more";
        return JsonElement.DeepEquals(ring[0], ring[ring.GetArrayLength() - 1])
            ? null
            : "a ring ends where it begins";
    }
}
