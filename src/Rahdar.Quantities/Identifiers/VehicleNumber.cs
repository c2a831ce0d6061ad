namespace Rahdar.Quantities.Identifiers;

/// <summary>Twelve-digit number of a railway vehicle: kind and interoperability, country, technical features, serial
/// number, check digit.</summary>
/// <remarks>
/// Shape: twelve digits, such as 218015590845. Default value of this struct means no number.
/// Source: UIC leaflet 438-2 (wagons), Commission Implementing Decision (EU) 2018/1614, appendix 6 (European vehicle
/// number).
/// </remarks>
public readonly record struct VehicleNumber
{
    private const int Length = 12;

    private VehicleNumber(string value) => Value = value;

    /// <summary>Twelve digits.</summary>
    public string Value { get; }

    /// <summary>Two digits of the country of registration, such as 20 for Russia or 81 for Austria.</summary>
    public string Country => Value[2..4];

    /// <summary>Reads a number as painted on a vehicle: with spaces, hyphens and points, and among the words painted
    /// beside it (RIV, the keeper, the letters of the type and what follows them), which are left out.</summary>
    public static bool TryParse(string text, out VehicleNumber number)
    {
        var digits = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (!word.Any(char.IsLetter)) digits += CheckDigits.Digits(word) ?? "?";
            else if (digits.Length == Length) break;
        var isNumber = digits.Length == Length && digits.All(char.IsAsciiDigit) && CheckDigits.IsLuhn(digits);
        number = isNumber ? new VehicleNumber(digits) : default;
        return isNumber;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value;
}
