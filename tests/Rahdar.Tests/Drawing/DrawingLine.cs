using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Rahdar.Tests.Drawing;

/// <summary>One statement of a drawing, read word by word from left to right.</summary>
/// <remarks>Throws: <see cref="FormatException"/> with the line number for a word that does not fit.</remarks>
internal sealed class DrawingLine
{
    private static readonly LocalDateTimePattern DateTimePattern =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly InstantPattern InstantPattern =
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    private readonly string[] words;
    private int next;

    /// <summary>Cuts a line into words; a comment starts with # and ends the line.</summary>
    public DrawingLine(int number, string text)
    {
        Number = number;
        string statement = text.Split('#')[0];
        words = statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Line number, from 1.</summary>
    public int Number { get; }

    /// <summary>Whether no word is left.</summary>
    public bool IsAtEnd => next == words.Length;

    /// <summary>The fault of this line, to throw.</summary>
    public FormatException Fault(string message) => new($"line {Number}: {message}");

    /// <summary>The next word.</summary>
    public string TakeWord(string what)
    {
        if (IsAtEnd)
        {
            throw Fault($"{what} expected, but the line ends");
        }

        return words[next++];
    }

    /// <summary>Takes the next word if it is this one.</summary>
    public bool TryTake(string word)
    {
        if (IsAtEnd || words[next] != word)
        {
            return false;
        }

        next++;
        return true;
    }

    /// <summary>Takes this word, which must come next.</summary>
    public void Expect(string word)
    {
        string found = TakeWord($"'{word}'");
        if (found != word)
        {
            throw Fault($"'{word}' expected, found '{found}'");
        }
    }

    /// <summary>Nothing may be left.</summary>
    public void ExpectEnd()
    {
        if (!IsAtEnd)
        {
            throw Fault($"'{words[next]}' is too much");
        }
    }

    /// <summary>One of the words allowed here.</summary>
    public string TakeOneOf(params string[] allowed)
    {
        string word = TakeWord(string.Join(" or ", allowed));
        return allowed.Contains(word)
            ? word
            : throw Fault($"{string.Join(" or ", allowed)} expected, found '{word}'");
    }

    /// <summary>Whether the next word looks like a place: five capital letters or digits, a country first.</summary>
    public bool IsPlaceNext() => !IsAtEnd && IsPlaceId(words[next]);

    /// <summary>A place id.</summary>
    public string TakePlace()
    {
        string word = TakeWord("a place");
        return IsPlaceId(word) ? word : throw Fault($"'{word}' is not five capital letters or digits");
    }

    /// <summary>A country: two capital letters.</summary>
    public string TakeCountry()
    {
        string word = TakeWord("a country");
        return word.Length == 2 && word.All(char.IsAsciiLetterUpper)
            ? word
            : throw Fault($"'{word}' is not a country of two capital letters");
    }

    /// <summary>A number of at least 0, with its unit written right behind it (km, h, d, t) or none.</summary>
    public decimal TakeNumber(string what, string unit = "")
    {
        string word = TakeWord(what);
        bool hasUnit = word.EndsWith(unit, StringComparison.Ordinal);
        string digits = hasUnit ? word[..^unit.Length] : word;
        bool isNumber = decimal.TryParse(
            digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        return hasUnit && isNumber ? value : throw Fault($"{what} expected, found '{word}'");
    }

    /// <summary>A number above 0.</summary>
    public decimal TakePositive(string what, string unit = "")
    {
        decimal value = TakeNumber(what, unit);
        return value > 0 ? value : throw Fault($"{what} must be above 0");
    }

    /// <summary>A whole number of at least the given minimum.</summary>
    public int TakeWhole(string what, int minimum, string unit = "")
    {
        decimal value = TakeNumber(what, unit);
        return value == decimal.Truncate(value) && value >= minimum && value <= 1_000_000
            ? (int)value
            : throw Fault($"{what} must be a whole number of at least {minimum}");
    }

    /// <summary>A date, 2025-06-06.</summary>
    public LocalDate TakeDate()
    {
        string word = TakeWord("a date");
        ParseResult<LocalDate> result = LocalDatePattern.Iso.Parse(word);
        return result.Success ? result.Value : throw Fault($"'{word}' is not a date");
    }

    /// <summary>Whether the next word is a local date and time.</summary>
    public bool IsDateTimeNext() => !IsAtEnd && DateTimePattern.Parse(words[next]).Success;

    /// <summary>A local date and time, 2025-06-03T06:00.</summary>
    public LocalDateTime TakeDateTime()
    {
        string word = TakeWord("a date and time");
        ParseResult<LocalDateTime> result = DateTimePattern.Parse(word);
        return result.Success ? result.Value : throw Fault($"'{word}' is not a date and time");
    }

    /// <summary>An instant, 2025-06-01T00:00Z.</summary>
    public Instant TakeInstant()
    {
        string word = TakeWord("an instant");
        ParseResult<Instant> result = InstantPattern.Parse(word);
        return result.Success ? result.Value : throw Fault($"'{word}' is not an instant");
    }

    private static bool IsPlaceId(string word) =>
        word.Length == 5
        && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
        && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]);
}
