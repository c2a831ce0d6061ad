using System.Text;
using System.Text.Json;

namespace Rahdar.Network.Reading;

/// <summary>A GeoJSON file as features; a file that is none gives one fault and null.</summary>
internal static class FeatureFile
{
    private const int DepthMax = 16;

    internal static IReadOnlyList<Feature>? Read(CorridorFiles files, string file, FaultCollector faults)
    {
        var text = CsvTable.ReadText(files, file, faults);
        if (text is null) return null;
        try
        {
            CheckEscapes(text);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DepthMax });
            return List(file, document.RootElement.Clone(), faults);
        }
        catch (JsonException e)
        {
            faults.Add(file, (int)(e.LineNumber ?? 0) + 1, "", "geo:bad-json", "the file is not JSON here");
            return null;
        }
    }

    private static List<Feature>? List(string file, JsonElement root, FaultCollector faults)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array)
        {
            faults.Add(file, 0, "features", "geo:bad-shape", "not a FeatureCollection");
            return null;
        }
        if (features.GetArrayLength() > ReadingLimits.RowsMax)
        {
            faults.Add(file, 0, "features", "geo:too-many-features", $"more than {ReadingLimits.RowsMax} features");
            return null;
        }
        return [.. features.EnumerateArray().Select((feature, i) => new Feature(file, i + 1, feature, faults))];
    }

    /// <summary>Half a surrogate pair as an escape is JSON, but no text: reading it would fail later.</summary>
    private static void CheckEscapes(string text)
    {
        if (!text.Contains("\\u", StringComparison.Ordinal)) return;
        var line = 0;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = DepthMax });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    line = text.AsSpan(0, Math.Min(text.Length, (int)reader.TokenStartIndex)).Count('\n');
                    reader.GetString();
                }
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("half a surrogate pair", null, line, null, e);
        }
    }
}
