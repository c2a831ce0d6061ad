using System.Text.Json;
using Rahdar.Lines.Forms;
using Rahdar.Lines.Running;
using Rahdar.Network.Reading;

namespace Rahdar.Lines.Capacity;

/// <summary>Reads a file of capacity cases and answers each.</summary>
/// <remarks>Shape of the file: docs/formats/rail.md. A train is named, and given by the caller.</remarks>
public static class CapacityReader
{
    /// <summary>All cases, answered, in file order; faults name the case by its number.</summary>
    /// <param name="file">Name for faults.</param>
    /// <param name="text">JSON: a list of cases.</param>
    /// <param name="findTrain">Finds a train by name; null when there is none.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static IReadOnlyList<CapacityCase> Read(
        string file, string text, Func<string, Train?> findTrain, FaultCollector faults)
    {
        if (text.Length > Limits.TextMax)
        {
            faults.Add(file, 0, "", "form:too-many", $"a file of cases has at most {Limits.TextMax} characters");
            return [];
        }
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(text);
            root = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            faults.Add(file, (int)(e.LineNumber ?? 0) + 1, "", "capacity:bad-json", "the file is not JSON here");
            return [];
        }
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() is 0 or > Limits.CasesMax)
        {
            faults.Add(file, 0, "", "form:type", $"a list of 1 to {Limits.CasesMax} cases is wanted");
            return [];
        }
        return [.. root.EnumerateArray().Select((c, i) => ReadCase(file, i + 1, c, findTrain, faults))
            .OfType<CapacityCase>()];
    }

    private static CapacityCase? ReadCase(
        string file, int row, JsonElement one, Func<string, Train?> findTrain, FaultCollector faults)
    {
        if (one.ValueKind != JsonValueKind.Object)
        {
            faults.Add(file, row, "", "form:type", "a case is an object with id, method and input");
            return null;
        }
        var (id, method) = (TextOf("id"), TextOf("method"));
        var hasInput = one.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Object;
        if (!hasInput) faults.Add(file, row, "input", "form:missing", "`input` is missing or no object");
        var found = method is null ? null : CapacityMethods.Find(method);
        if (method is not null && found is null)
            faults.Add(file, row, "method", "capacity:unknown-method", $"`{Scalars.Shorten(method)}` names none of "
                + string.Join(", ", CapacityMethods.All.Select(m => string.Join(" ", m.Words))));
        if (id is null || found is null || !hasInput) return null;
        var read = new CaseInput(file, row, input, faults);
        var answer = found.Answer(read, findTrain);
        return new CapacityCase(id, method!, read.IsSound ? answer : [], Expected(one)) { Tolerance = Tolerance(one) };

        string? TextOf(string name)
        {
            if (one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
            faults.Add(file, row, name, "form:missing", $"`{name}` is missing or no text");
            return null;
        }
    }

    private static IReadOnlyList<CapacityValue> Expected(JsonElement one) =>
        !one.TryGetProperty("expected", out var expected) || expected.ValueKind != JsonValueKind.Object ? [] :
        [
            .. expected.EnumerateObject().Where(p => !p.Name.StartsWith("tolerance", StringComparison.Ordinal))
                .Select(p => new CapacityValue(p.Name, Numbers(p.Value))).Where(v => v.Numbers.Count > 0),
        ];

    private static IReadOnlyList<double> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetDouble()],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Number)
            .Select(v => v.GetDouble())],
        _ => [],
    };

    private static double? Tolerance(JsonElement one) =>
        one.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.Object
            ? expected.EnumerateObject().Where(p => p.Name.StartsWith("tolerance", StringComparison.Ordinal)
                && p.Value.ValueKind == JsonValueKind.Number).Select(p => (double?)p.Value.GetDouble()).FirstOrDefault()
            : null;
}
