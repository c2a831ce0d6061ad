using Rahdar.Network.Reading;
using Rahdar.Quantities.Identifiers;

namespace Rahdar.Conformance.Identifiers;

/// <summary>Numbers of boxes, wagons, ships, waybills and stations: valid or not, and their normal form.</summary>
internal static class IdentifierSuite
{
    private const string File = "identifiers.csv";

    private delegate bool TryParse<T>(string text, out T value);

    private static readonly Dictionary<string, Func<string, string?>> Schemes = new()
    {
        ["iso6346"] = With<ContainerNumber>(ContainerNumber.TryParse, n => n.Value),
        ["uic12"] = With<VehicleNumber>(VehicleNumber.TryParse, n => n.Value),
        ["uic-short"] = With<NationalVehicleNumber>(NationalVehicleNumber.TryParse, n => n.Value),
        ["wagon1520"] = With<WagonNumber>(WagonNumber.TryParse, n => n.Value),
        ["awb"] = With<AirWaybillNumber>(AirWaybillNumber.TryParse, n => n.Value),
        ["imo-ship"] = With<ShipNumber>(ShipNumber.TryParse, n => n.Value),
        ["esr-station"] = With<StationCode>(StationCode.TryParse, n => n.Value),
    };

    internal static Suite Suite { get; } = new(
        "identifiers", "Each input is valid or not, and a valid one has the given normal form.",
        $"{File} with the columns scheme,input,normalized,valid", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder)
    {
        foreach (var other in folder.ListFiles("").Where(f => f is not (File or "README.md")))
            folder.Note($"{other} is not of this suite and was not read");
        return [.. (folder.ReadCsv(File, "scheme,input,normalized,valid") ?? []).Select(Case).OfType<SuiteCase>()];
    }

    private static SuiteCase? Case(CsvRow row)
    {
        var scheme = row.Word("scheme", Schemes!, null);
        var isValid = row.Word("valid", new Dictionary<string, bool> { ["true"] = true, ["false"] = false }, false);
        return scheme is null ? null : SuiteCase.Of(
            $"{File}:{row.Line} {row.Text("scheme")} `{row.Text("input")}`",
            () => Compare(isValid ? row.Text("normalized") : null, scheme(row.Text("input"))));
    }

    private static IEnumerable<Difference> Compare(string? expected, string? found) => expected == found
        ? []
        : [new Difference("", expected ?? "invalid", found ?? "invalid")];

    private static Func<string, string?> With<T>(TryParse<T> tryParse, Func<T, string> normal) =>
        text => tryParse(text, out var value) ? normal(value) : null;
}
