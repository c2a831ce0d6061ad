namespace Rahdar.Quantities.Identifiers;

/// <summary>Eight-digit number of a wagon of the 1520 mm railways: kind of wagon, features, serial number, check
/// digit.</summary>
/// <remarks>
/// Shape: eight digits, such as 24548885. Default value of this struct means no number.
/// Source: numbering of rolling stock of the 1520 mm railways (OSJD; since 1983); check digit as in UIC 438-2.
/// </remarks>
public readonly record struct WagonNumber
{
    private const int Length = 8;

    private WagonNumber(string value) => Value = value;

    /// <summary>Eight digits.</summary>
    public string Value { get; }

    /// <summary>Reads a number with spaces, hyphens and points.</summary>
    public static bool TryParse(string text, out WagonNumber number)
    {
        var digits = CheckDigits.Digits(text);
        var isNumber = digits is { Length: Length } && CheckDigits.IsLuhn(digits);
        number = isNumber ? new WagonNumber(digits!) : default;
        return isNumber;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value;
}
