using System.Text.Json;
using Rahdar.Network.Gtfs;

namespace Rahdar.Conformance.Gtfs;

/// <summary>A base feed, and cases that lay other files over it: which notice the canonical validator gives.</summary>
internal static class GtfsValiditySuite
{
    private const string File = "cases.json";

    internal static Suite Suite { get; } = new(
        "gtfs-validity", "Each feed gets the notice of the canonical validator, with its severity; `(none)`: no error.",
        $"{File}, a folder base and the overlays it names", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder)
    {
        if (folder.ReadJson(File) is not { ValueKind: JsonValueKind.Array } cases) return [];
        return [.. cases.EnumerateArray().Select((c, i) => Case(folder, c, i))];
    }

    private static SuiteCase Case(SuiteFolder folder, JsonElement one, int number) => SuiteCase.Of(
        one.TryGetProperty("id", out var id) ? $"{File} {id}" : $"{File} case {number + 1}", () => Compare(folder,
            one));

    private static IEnumerable<Difference> Compare(SuiteFolder folder, JsonElement one)
    {
        var (_, notices) = GtfsReader.Read(Files(folder, one));
        var expected = one.GetProperty("expectNotice").GetString()!;
        var found = string.Join(", ", notices.Totals.Where(n => n.Severity != Severity.Info)
            .Select(n => $"{n.Code} {n.Severity.ToString().ToUpperInvariant()}"));
        if (expected == "(none)")
            return notices.HasErrors ? [new Difference("", "no error", found)] : [];
        var severity = one.GetProperty("severity").GetString()!;
        return notices.Has(expected, Enum.Parse<Severity>(severity, ignoreCase: true)) ? []
            : [new Difference("", $"{expected} {severity}", found.Length == 0 ? "no notice" : found)];
    }

    private static GtfsFiles Files(SuiteFolder folder, JsonElement one)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Lay("base");
        if (one.TryGetProperty("overlay", out var over)
            && over.ValueKind == JsonValueKind.String) Lay(over.GetString()!);
        if (one.TryGetProperty("delete", out var gone))
            foreach (var name in gone.EnumerateArray()) files.Remove(name.GetString()!);
        return new GtfsFiles("feed", files.Keys, name => folder.Open(files[name])!);

        void Lay(string below)
        {
            foreach (var file in folder.ListFiles("", below)) files[Path.GetFileName(file)] = file;
        }
    }
}
