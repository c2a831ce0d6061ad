using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rahdar.Network.Reading;
using Rahdar.Tower;

namespace Rahdar.Server.Asking;

/// <summary>Reads the values of a question from an address or a JSON body; every fault at once.</summary>
internal static class ValueReader
{
    /// <summary>Depth of a body: an object of values and lists of values.</summary>
    private const int DepthMax = 3;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = DepthMax,
        AllowDuplicateProperties = false,
    };

    /// <summary>Values of an address.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> Read(
        Question question, IQueryCollection query, FaultCollector faults)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, given) in query)
            values[name] = [.. given.OfType<string>().Where(v => v.Length > 0)];
        foreach (var (name, given) in values)
            if (given.Any(v => v.Length > ServeLimits.ValueCharactersMax))
                Fault(faults, name, "request:too-long",
                    $"a value has more than {ServeLimits.ValueCharactersMax} characters: send it in a body");
        Check(question, values, faults);
        return values;
    }

    /// <summary>Values of a body: an object whose members are text, numbers, true and false, or lists of
    /// these.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> Read(
        Question question, ReadOnlyMemory<byte> body, FaultCollector faults)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                Fault(faults, "", "request:bad-json", "the body is no JSON object");
            else
                foreach (var member in document.RootElement.EnumerateObject())
                    values[member.Name] = [.. Values(member, faults).Where(v => v.Length > 0)];
        }
        catch (JsonException e)
        {
            Fault(faults, "", "request:bad-json", $"the body is not JSON as it is wanted: {e.Message}");
        }
        // A body with half a surrogate pair is JSON, but no text.
        catch (InvalidOperationException)
        {
            Fault(faults, "", "request:bad-json", "the body holds a text that is no Unicode");
        }
        Check(question, values, faults);
        return values;
    }

    private static IEnumerable<string> Values(JsonProperty member, FaultCollector faults)
    {
        var items = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()]
            : new[] { member.Value };
        foreach (var item in items)
            switch (item.ValueKind)
            {
                case JsonValueKind.String:
                    yield return item.GetString()!;
                    break;
                case JsonValueKind.Number:
                    yield return item.GetRawText();
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    yield return item.GetBoolean() ? "true" : "false";
                    break;
                case JsonValueKind.Null:
                    break;
                default:
                    Fault(faults, member.Name, "request:bad-value", "is neither text, number, true, false nor a list");
                    break;
            }
    }

    private static void Check(
        Question question, Dictionary<string, IReadOnlyList<string>> values, FaultCollector faults)
    {
        foreach (var (name, given) in values.Where(v => v.Value.Count > 0))
        {
            if (question.Find(name) is not { } parameter)
            {
                Fault(faults, name, "request:unknown-parameter",
                    $"`{question.Name}` is asked with {string.Join(", ", question.Parameters.Select(p => p.Name))}");
                continue;
            }
            if (!parameter.IsRepeated && given.Count > 1)
                Fault(faults, name, "request:repeated", $"stands {given.Count} times; it is given once");
            if (given.Count > ServeLimits.ValuesMax)
                Fault(faults, name, "request:too-many", $"{given.Count} values: at most {ServeLimits.ValuesMax}");
            if (given.Any(v => v.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))))
                Fault(faults, name, "request:control-character", "holds a control character");
            if (parameter.Kind == ParameterKind.Flag && given.Any(v => v is not ("true" or "false")))
                Fault(faults, name, "request:not-a-flag", $"`{given[0]}` is neither true nor false");
            if (parameter.Kind == ParameterKind.Whole
                && !given.All(v => long.TryParse(
                    v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
                Fault(faults, name, "request:not-a-number", $"`{given[0]}` is not a whole number");
        }
        foreach (var missing in question.Parameters.Where(
            p => p.IsRequired && values.GetValueOrDefault(p.Name, []).Count == 0))
            Fault(faults, missing.Name, "request:missing", $"is missing: {missing.Description}");
    }

    private static void Fault(FaultCollector faults, string name, string code, string message) =>
        faults.Add(PlanVerb.QuestionFile, 0, name.Length == 0 ? "" : "--" + Shown(name), code, message);

    /// <summary>A name nobody knows, short enough to be shown.</summary>
    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "...";
}
