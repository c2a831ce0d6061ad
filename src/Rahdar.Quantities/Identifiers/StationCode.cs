namespace Rahdar.Quantities.Identifiers;

/// <summary>ESR code of a station of the 1520 mm railways, as in an SMGS consignment note.</summary>
/// <remarks>
/// Shape: six digits, the last a check digit, such as 817600 (Magnitogorsk-Gruzovoy); the first two name the region
/// of the network. Default value of this struct means no code.
/// Source: Unified Network Marking (ESR) of the railways of the CIS and the Baltic states: the first five digits times
/// 1 to 5, the sum modulo eleven; where that is ten, times 3 to 7, and ten again counts as zero.
/// </remarks>
public readonly record struct StationCode
{
    private const int Length = 6;

    private StationCode(string value) => Value = value;

    /// <summary>Six digits.</summary>
    public string Value { get; }

    /// <summary>Reads a code; spaces and hyphens are left out.</summary>
    public static bool TryParse(string text, out StationCode code)
    {
        var digits = CheckDigits.Digits(text);
        var isCode = digits is { Length: Length } && CheckDigit(digits.AsSpan(0, Length - 1)) == digits[^1] - '0';
        code = isCode ? new StationCode(digits!) : default;
        return isCode;
    }

    /// <summary>The check digit of the first five digits.</summary>
    internal static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var rest = CheckDigits.Weighted(digits, 1) % 11;
        return rest < 10 ? rest : CheckDigits.Weighted(digits, 3) % 11 % 10;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
