namespace Rahdar.Quantities.Identifiers;

/// <summary>The check digits that several schemes share, and how printed digits are read.</summary>
internal static class CheckDigits
{
    private const string Separators = "-\u2010\u2011\u2012\u2013\u2014./";

    /// <summary>The digits of a number as printed, without spaces, hyphens of any length, points and strokes.</summary>
    /// <remarks>No: null when anything else stands there.</remarks>
    internal static string? Digits(string text)
    {
        var digits = new List<char>(text.Length);
        foreach (var sign in text)
            if (char.IsAsciiDigit(sign)) digits.Add(sign);
            else if (!char.IsWhiteSpace(sign) && !Separators.Contains(sign)) return null;
        return new string([.. digits]);
    }

    /// <summary>Whether the last digit makes the weighted sum of all a multiple of ten: weights 1, 2, 1, 2 from the
    /// right, the digits of a product added up.</summary>
    /// <remarks>Source: UIC leaflet 438-2 and the numbering of 1520 mm wagons have the same rule, after Luhn.</remarks>
    internal static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[^(i + 1)] - '0') * (i % 2 + 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /// <summary>Sum of the first digits, each times a weight that grows by one from the left.</summary>
    internal static int Weighted(ReadOnlySpan<char> digits, int first)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[i] - '0') * (first + i);
        return sum;
    }
}
