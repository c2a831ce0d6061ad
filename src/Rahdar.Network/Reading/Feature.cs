using System.Text.Json;

namespace Rahdar.Network.Reading;

/// <summary>One GeoJSON feature; getters report what is wrong and return null.</summary>
internal sealed class Feature(string file, int row, JsonElement element, FaultCollector faults)
{
    internal bool HasProperties => element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("properties", out var p) && p.ValueKind == JsonValueKind.Object;

    internal bool Has(string name) => Property(name) is not null;

    internal string Text(string name) =>
        Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : "";

    /// <summary>The text as a message shows it.</summary>
    internal string ShortText(string name) => CsvRow.Shorten(Text(name));

    internal bool IsTrue(string name) => Property(name) is { ValueKind: JsonValueKind.True };

    internal decimal? Number(string name, decimal least, decimal greatest)
    {
        if (Property(name) is not { ValueKind: JsonValueKind.Number } value || !value.TryGetDecimal(out var number))
            Fault(name, "value:not-a-number", $"`{name}` is missing or no number");
        else if (number >= least && number <= greatest) return number;
        else Fault(name, "value:out-of-range", $"{number} is outside {least} to {greatest}");
        return null;
    }

    internal int? Whole(string name, int least, int greatest)
    {
        if (Number(name, least, greatest) is not { } number) return null;
        if (number == decimal.Truncate(number)) return (int)number;
        Fault(name, "value:not-a-number", $"{number} is not a whole number");
        return null;
    }

    /// <summary>Points of a LineString as (longitude, latitude); null when it is none.</summary>
    internal List<(double, double)>? Points()
    {
        if (!element.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || type.GetString() != "LineString"
            || !geometry.TryGetProperty("coordinates", out var coordinates)
            || coordinates.ValueKind != JsonValueKind.Array
            || coordinates.GetArrayLength() is < 2 or > ReadingLimits.PointsMax)
        {
            Fault("geometry", "geo:bad-geometry", $"not a LineString of 2 to {ReadingLimits.PointsMax} points");
            return null;
        }
        var points = new List<(double, double)>(coordinates.GetArrayLength());
        foreach (var point in coordinates.EnumerateArray())
        {
            if (!GeoJson.IsPosition(point))
            {
                Fault("geometry", "geo:bad-geometry", "a point is not two numbers");
                return null;
            }
            if (!point[0].TryGetDouble(out var longitude) || !point[1].TryGetDouble(out var latitude)
                || !(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90))
            {
                Fault("geometry", "value:out-of-range", "a point lies outside longitude -180..180, latitude -90..90");
                return null;
            }
            points.Add((longitude, latitude));
        }
        return points;
    }

    internal void Fault(string field, string code, string message) => faults.Add(file, row, field, code, message);

    private JsonElement? Property(string name) =>
        HasProperties && element.GetProperty("properties").TryGetProperty(name, out var value) ? value : null;
}
