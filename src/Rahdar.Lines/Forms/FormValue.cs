namespace Rahdar.Lines.Forms;

/// <summary>One value of a form: a text, a list or a map, with the line it stands on.</summary>
/// <param name="Line">Line in the file, from 1.</param>
internal abstract record FormValue(int Line)
{
    /// <summary>The same text for the same value, for finding what stands twice.</summary>
    internal abstract string Canonical { get; }
}

/// <summary>A single value.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Text">As written, without quotes.</param>
/// <param name="IsQuoted">True when quotes made it a text, whatever it looks like.</param>
internal sealed record FormText(int Line, string Text, bool IsQuoted) : FormValue(Line)
{
    internal override string Canonical =>
        Scalars.Number(this) is { } number ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : $"\"{Text.Length}:{Text}\"";
}

/// <summary>A list.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Items">In file order; may be empty.</param>
internal sealed record FormList(int Line, IReadOnlyList<FormValue> Items) : FormValue(Line)
{
    internal override string Canonical => $"[{string.Join(",", Items.Select(i => i.Canonical))}]";
}

/// <summary>A map.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Entries">Each key once.</param>
internal sealed record FormMap(int Line, IReadOnlyDictionary<string, FormValue> Entries) : FormValue(Line)
{
    internal override string Canonical => "{" + string.Join(",", Entries
        .OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key.Length}:{e.Key}={e.Value.Canonical}")) + "}";
}

/// <summary>What a plain word of YAML means by its core schema: number, truth value, nothing, or text.</summary>
internal static class Scalars
{
    private static readonly string[] Others =
        ["", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"];

    /// <summary>The number; null when it is none. Infinite and not-a-number are none.</summary>
    internal static double? Number(FormText value)
    {
        const System.Globalization.NumberStyles plain = System.Globalization.NumberStyles.AllowLeadingSign
            | System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowExponent;
        return !value.IsQuoted
            && double.TryParse(value.Text, plain, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && value.Text.Any(char.IsAsciiDigit)
            ? number
            : null;
    }

    /// <summary>A text as short as a message needs it.</summary>
    internal static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "...";

    /// <summary>True when the value is a text and no number, truth value or nothing.</summary>
    internal static bool IsText(FormText value) =>
        value.IsQuoted || Number(value) is null && !Others.Contains(value.Text);
}
