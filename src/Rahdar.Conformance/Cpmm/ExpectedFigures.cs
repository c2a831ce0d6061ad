using System.Globalization;
using System.Text.Json;

namespace Rahdar.Conformance.Cpmm;

/// <summary>Compares an object of expected figures, by name, with what was found.</summary>
internal static class ExpectedFigures
{
    /// <summary>Differences of all figures of an object; a figure that is not among those found is one.</summary>
    /// <param name="expected">Object with numbers, texts and nulls.</param>
    /// <param name="found">Figures by name: decimal, text, or null.</param>
    /// <param name="tolerance">Greatest difference of numbers that is none.</param>
    internal static IEnumerable<Difference> Compare(
        JsonElement expected, IReadOnlyDictionary<string, object?> found, decimal tolerance) =>
        from figure in expected.EnumerateObject()
        let isFound = found.TryGetValue(figure.Name, out _)
        let value = found.GetValueOrDefault(figure.Name)
        where !isFound || !IsSame(figure.Value, value, tolerance)
        select new Difference(figure.Name, figure.Value.GetRawText(), isFound ? Text(value) : "no such figure");

    internal static string Text(object? value) => value switch
    {
        null => "null",
        decimal number => Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static bool IsSame(JsonElement expected, object? value, decimal tolerance) =>
        (expected.ValueKind, value) switch
        {
            (JsonValueKind.Null, null) => true,
            (JsonValueKind.String, string text) => expected.GetString() == text,
            (JsonValueKind.Number, decimal number) => Math.Abs(expected.GetDecimal() - number) <= tolerance,
            _ => false,
        };
}
