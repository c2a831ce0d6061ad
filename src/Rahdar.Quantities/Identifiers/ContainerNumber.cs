namespace Rahdar.Quantities.Identifiers;

/// <summary>Number of a freight container: owner, equipment category, serial number, check digit.</summary>
/// <remarks>
/// Shape: three letters, U, J or Z, six digits and a check digit, such as CSQU3054383. A detachable part (J) or a
/// chassis (Z) may lack the check digit; where one stands it must be right.
/// Default value of this struct means no number.
/// Source: ISO 6346, 1995 edition, and its annex A on the check digit.
/// </remarks>
public readonly record struct ContainerNumber
{
    private const int Serial = 10;
    private const int Whole = 11;
    private const int SizeAndType = 4;

    private ContainerNumber(string value) => Value = value;

    /// <summary>The number without spaces, in capitals.</summary>
    public string Value { get; }

    /// <summary>Owner, three letters.</summary>
    public string Owner => Value[..3];

    /// <summary>U: freight container; J: detachable equipment; Z: trailer or chassis.</summary>
    public char Category => Value[3];

    /// <summary>Reads a number as painted on a box: in any case, with spaces or hyphens, a size and type code after
    /// it.</summary>
    public static bool TryParse(string text, out ContainerNumber number)
    {
        var signs = text.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-').ToArray();
        number = default;
        if (!Array.TrueForAll(signs, char.IsAsciiLetterOrDigit)) return false;
        var length = signs.Length > Whole && IsSizeAndType(signs.AsSpan(signs.Length - SizeAndType))
            ? signs.Length - SizeAndType
            : signs.Length;
        var value = new string(signs, 0, length);
        if (!HasShape(value) || length == Whole && CheckDigit(value) != value[Serial] - '0') return false;
        number = new ContainerNumber(value);
        return true;
    }

    /// <summary>The check digit of the first ten characters.</summary>
    /// <remarks>Letters count 10 to 38, multiples of eleven left out; weights are powers of two; the remainder by
    /// eleven, ten counting as zero.</remarks>
    internal static int CheckDigit(string value)
    {
        var sum = 0;
        for (var i = 0; i < Serial; i++)
        {
            var letter = value[i] - 'A';
            sum += (char.IsAsciiDigit(value[i]) ? value[i] - '0' : 10 + letter + (letter + 9) / 10) << i;
        }
        return sum % 11 % 10;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value;

    private static bool HasShape(string value) =>
        (value.Length == Whole || value.Length == Serial && value[3] is 'J' or 'Z')
        && value[..3].All(char.IsAsciiLetterUpper) && value[3] is 'U' or 'J' or 'Z'
        && value[4..].All(char.IsAsciiDigit);

    private static bool IsSizeAndType(ReadOnlySpan<char> code) => char.IsAsciiLetter(code[2]);
}
