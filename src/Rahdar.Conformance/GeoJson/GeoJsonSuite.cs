using System.Text.Json;
using Rahdar.Network.Reading;

namespace Rahdar.Conformance.GeoJson;

/// <summary>GeoJSON objects that must be taken, and others that must be refused.</summary>
internal static class GeoJsonSuite
{
    internal static Suite Suite { get; } = new(
        "geojson", "Each file below `valid` is GeoJSON, each below `invalid` is not.",
        "JSON files in the folders valid and invalid", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder) =>
    [
        .. new[] { "valid", "invalid" }.SelectMany(
            verdict => folder.ListFiles("json", verdict).Select(
                file => SuiteCase.Of(file, () => Compare(folder, file, verdict)))),
    ];

    private static IEnumerable<Difference> Compare(SuiteFolder folder, string file, string verdict)
    {
        var faults = new FaultCollector();
        using var stream = folder.Open(file)!;
        try
        {
            using var document = JsonDocument.Parse(stream);
            Network.Reading.GeoJson.Check(document.RootElement, file, faults);
        }
        catch (JsonException)
        {
            faults.Add(file, 0, "", "geo:bad-json", "the file is not JSON");
        }
        var found = faults.IsClean ? "valid" : "invalid";
        if (found == verdict) return [];
        return [new Difference("", verdict, faults.IsClean ? found : $"{found} ({faults.Faults[0].Message})")];
    }
}
