namespace Rahdar.Quantities.Identifiers;

/// <summary>Number of an air waybill: airline, serial number, check digit.</summary>
/// <remarks>
/// Shape: eleven digits, three of the airline, seven and a check digit 0 to 6, printed as 176-12345675.
/// Default value of this struct means no number.
/// Source: IATA Resolution 600a: the check digit is the serial number modulo seven.
/// </remarks>
public readonly record struct AirWaybillNumber
{
    private const int Length = 11;

    private AirWaybillNumber(string value) => Value = value;

    /// <summary>Eleven digits.</summary>
    public string Value { get; }

    /// <summary>Three digits of the airline.</summary>
    public string Airline => Value[..3];

    /// <summary>Reads a number with or without hyphen and spaces.</summary>
    public static bool TryParse(string text, out AirWaybillNumber number)
    {
        var digits = CheckDigits.Digits(text);
        var isNumber = digits is { Length: Length } && Remainder(digits.AsSpan(3, 7)) == digits[^1] - '0';
        number = isNumber ? new AirWaybillNumber(digits!) : default;
        return isNumber;
    }

    /// <summary>As printed: `176-12345675`.</summary>
    public override string ToString() => $"{Airline}-{Value[3..]}";

    private static int Remainder(ReadOnlySpan<char> serial)
    {
        var rest = 0;
        foreach (var digit in serial) rest = (rest * 10 + digit - '0') % 7;
        return rest;
    }
}
