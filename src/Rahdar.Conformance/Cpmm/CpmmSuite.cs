using System.Text.Json;

namespace Rahdar.Conformance.Cpmm;

/// <summary>Border and corridor indicators of the corridor performance monitoring, and its chart.</summary>
internal static class CpmmSuite
{
    private const string Published = "published-indicators.csv";

    internal static Suite Suite { get; } = new(
        "cpmm", "Indicators of written trips are those given with them, charts those given with their legs, and "
            + "published country values those of their posts weighted by samples.",
        $"JSON files with `trips` or `legs` and `expected`, or {Published}", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder)
    {
        var cases = new List<SuiteCase>();
        foreach (var file in folder.ListFiles(".json"))
            if (folder.ReadJson(file) is { } json) cases.AddRange(CasesOf(folder, file, json));
        if (folder.Has(Published)) cases.AddRange(PublishedWeights.ListCases(folder, Published));
        return cases;
    }

    private static IEnumerable<SuiteCase> CasesOf(SuiteFolder folder, string file, JsonElement json)
    {
        bool Has(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _);
        if (Has("expected") && Has("trips")) return WrittenTrips.ListCases(file, json);
        if (Has("expected") && Has("legs")) return [ChartCase.Of(file, json)];
        folder.Note($"{file} has neither trips nor legs with what is expected of them, and was not read");
        return [];
    }
}
