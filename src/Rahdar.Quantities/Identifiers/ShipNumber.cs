namespace Rahdar.Quantities.Identifiers;

/// <summary>IMO number of a ship: it stays with the hull through every change of name, flag and owner.</summary>
/// <remarks>
/// Shape: seven digits, the last a check digit, such as 9126819; the first is not zero.
/// Default value of this struct means no number.
/// Source: IMO Resolution A.1117(30); the check digit is the last digit of the sum of the first six times 7 to 2.
/// </remarks>
public readonly record struct ShipNumber
{
    private const int Length = 7;

    private ShipNumber(string value) => Value = value;

    /// <summary>Seven digits.</summary>
    public string Value { get; }

    /// <summary>Reads a number, also with words beside it such as "IMO number:"; digits that are not of the number must
    /// not be there.</summary>
    public static bool TryParse(string text, out ShipNumber number)
    {
        var digits = text.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsAsciiDigit).ToArray();
        var isNumber = digits.Length == Length && text.Count(char.IsDigit) == Length
            && digits[0] != '0' && CheckDigit(digits) == digits[^1] - '0';
        number = isNumber ? new ShipNumber(new string(digits)) : default;
        return isNumber;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value;

    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++) sum += (digits[i] - '0') * (Length - i);
        return sum % 10;
    }
}
