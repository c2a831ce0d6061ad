using System.Globalization;
using System.Text.Json;
using Rahdar.Lines.Capacity;

namespace Rahdar.Reports;

/// <summary>Answers to capacity cases, as text and as JSON (docs/formats/rail.md).</summary>
public static class CapacityReport
{
    /// <summary>The page.</summary>
    public static string Text(IReadOnlyList<CapacityCase> cases, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain).Title("Line capacity", $"{cases.Count} cases");
        foreach (var one in cases)
        {
            sheet.Heading(one.Id).Line(one.Method, 2);
            foreach (var value in one.Answer)
            {
                var expected = one.Expected.FirstOrDefault(e => e.Name == value.Name);
                sheet.Labelled(value.Name,
                    Numbers(value) + (expected is null ? "" : $"   the file expects {Numbers(expected)}"), 22, 2);
            }
        }
        return sheet.Finish();
    }

    /// <summary>The answers.</summary>
    public static string Json(IReadOnlyList<CapacityCase> cases) => PlanJson.Write(json =>
    {
        json.WriteStartArray("cases");
        foreach (var one in cases)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            json.WriteString("method", one.Method);
            Values(json, "answer", one.Answer);
            if (one.Expected.Count > 0) Values(json, "expected", one.Expected);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void Values(Utf8JsonWriter json, string name, IReadOnlyList<CapacityValue> values)
    {
        json.WriteStartObject(name);
        foreach (var value in values)
        {
            if (value.Numbers.Count == 1)
            {
                json.WriteNumber(value.Name, Math.Round(value.Numbers[0], 6));
                continue;
            }
            json.WriteStartArray(value.Name);
            foreach (var number in value.Numbers) json.WriteNumberValue(Math.Round(number, 6));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static string Numbers(CapacityValue value) =>
        string.Join(" ", value.Numbers.Select(n => n.ToString("0.####", CultureInfo.InvariantCulture)));
}
