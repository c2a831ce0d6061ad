namespace Rahdar.Quantities.Identifiers;

/// <summary>Seven-digit number by which a railway knows a vehicle at home: the last seven digits of a number of the
/// older practice, with a check digit of their own.</summary>
/// <remarks>
/// Shape: seven digits, such as 2200715. Default value of this struct means no number.
/// Source: the rule of UIC leaflet 438-2 on six digits.
/// </remarks>
public readonly record struct NationalVehicleNumber
{
    private const int Length = 7;

    private NationalVehicleNumber(string value) => Value = value;

    /// <summary>Seven digits.</summary>
    public string Value { get; }

    /// <summary>Reads a number with spaces, hyphens and points.</summary>
    public static bool TryParse(string text, out NationalVehicleNumber number)
    {
        var digits = CheckDigits.Digits(text);
        var isNumber = digits is { Length: Length } && CheckDigits.IsLuhn(digits);
        number = isNumber ? new NationalVehicleNumber(digits!) : default;
        return isNumber;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value;
}
