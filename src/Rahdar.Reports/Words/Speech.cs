using System.Globalization;
using NodaTime;
using Rahdar.Network.Places;

namespace Rahdar.Reports.Words;

/// <summary>One language: its words, and how it writes numbers, dates and names.</summary>
/// <remarks>
/// Numbers: 1,234.5 in English and Urdu (Pakistan writes European digits), 1 234,5 in Russian with spaces that do not
/// break, Persian digits and separators in Persian. Dates are Gregorian everywhere, as papers of carriage are; what is
/// written out whole in Persian carries the Iranian date beside it. Latin names inside a text are isolated, so that
/// they do not turn the words around them.
/// </remarks>
public sealed class Speech
{
    private const char NoBreakSpace = '\u00A0';
    /// <summary>Begins what is isolated from the text around it (U+2068).</summary>
    internal const char FirstStrongIsolate = '\u2068';

    /// <summary>Ends it (U+2069).</summary>
    internal const char PopIsolate = '\u2069';

    private const char LeftToRightMark = '\u200E';
    private const char LeftToRightIsolate = '\u2066';
    private static readonly Speech[] Each = [.. Enum.GetValues<Language>().Select(l => new Speech(l))];

    private Speech(Language language) => Language = language;

    /// <summary>Which language.</summary>
    public Language Language { get; }

    /// <summary>Its tag, such as `ur` (BCP 47).</summary>
    public string Tag => LanguageTags.Of(Language);

    /// <summary>Whether it is written from right to left.</summary>
    public bool IsRightToLeft => Language is Language.Urdu or Language.Persian;

    /// <summary>`rtl` or `ltr`.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The speech of a language.</summary>
    public static Speech Of(Language language) => Each[(int)language];

    /// <summary>The words of a key, with `{0}`, `{1}` ... filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string Say(string key, params IEnumerable<string> filling)
    {
        var text = WordTable.Shipped.Get(key, Language);
        foreach (var (i, value) in filling.Index())
            text = text.Replace($"{{{i}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A number with so many decimals at most; what is not a number is a dash.</summary>
    public string Number(double value, int decimals = 0)
    {
        if (!double.IsFinite(value)) return "–";
        var text = value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals),
            CultureInfo.InvariantCulture);
        return Digits(text);
    }

    /// <summary>A change: a number with its sign.</summary>
    public string Change(double value, int decimals = 1)
    {
        if (!double.IsFinite(value)) return "–";
        var text = Number(Math.Abs(value), decimals);
        if (text == Number(0)) return text;
        return (IsRightToLeft ? LeftToRightMark.ToString() : "") + (value < 0 ? "−" : "+") + text;
    }

    /// <summary>`12.3 ± 1.1`: a formula, so it runs from left to right in every language; the number alone where it is
    /// not known how sure it is.</summary>
    public string PlusMinus(double value, double half, int decimals = 1)
    {
        if (!double.IsFinite(half)) return Number(value, decimals);
        var text = $"{Number(value, decimals)} ± {Number(half, decimals)}";
        return IsRightToLeft ? $"{LeftToRightIsolate}{text}{PopIsolate}" : text;
    }

    /// <summary>A share as percent.</summary>
    public string Percent(double share, int decimals = 0) => Say("unit.percent", Number(share * 100, decimals));

    /// <summary>A length of time: hours below two days, else days.</summary>
    public string Length(Duration length) => length < Duration.FromHours(48)
        ? Say("unit.hours", Number(length.TotalHours, length < Duration.FromHours(10) ? 1 : 0))
        : Say("unit.days", Number(length.TotalDays, 1));

    /// <summary>`21 Jun`.</summary>
    public string DayMonth(LocalDate day) => $"{Digits(Plain(day.Day))}{NoBreakSpace}{Month(day)}";

    /// <summary>`21 Jun 2025`.</summary>
    public string Date(LocalDate day) => $"{DayMonth(day)} {Digits(Plain(day.Year))}";

    /// <summary>The date written out; in Persian with the Iranian date in brackets.</summary>
    public string FullDate(LocalDate day)
    {
        if (Language != Language.Persian) return Date(day);
        var iranian = day.WithCalendar(CalendarSystem.PersianAstronomical);
        return $"{Date(day)} ({Digits(Plain(iranian.Day))} {Say($"month.iran.{iranian.Month}")} "
            + $"{Digits(Plain(iranian.Year))})";
    }

    /// <summary>`14:00`.</summary>
    public string Clock(LocalTime time) => Digits(time.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>`21 Jun, 14:00`, UTC.</summary>
    public string Moment(Instant at) =>
        $"{DayMonth(at.InUtc().Date)}{(IsRightToLeft ? "،" : ",")} {Clock(at.InUtc().TimeOfDay)}";

    /// <summary>Name of a place: in the language where the network holds one, else the Latin one without what stands in
    /// brackets.</summary>
    public string Name(Place place) => place.Names.GetValueOrDefault(Tag) ?? Latin(place.Name.Split(" (")[0]);

    /// <summary>A Latin name or an id, isolated from a text that runs the other way.</summary>
    public string Latin(string text) => IsRightToLeft ? $"{FirstStrongIsolate}{text}{PopIsolate}" : text;

    /// <summary>An id or a file name, isolated in every language: a page marks it as such.</summary>
    public static string Id(string text) => $"{FirstStrongIsolate}{text}{PopIsolate}";

    /// <summary>Several things, with the comma of the language.</summary>
    public string List(IEnumerable<string> items) => string.Join(IsRightToLeft ? "، " : ", ", items);

    private string Month(LocalDate day) => Say($"month.{day.Month}");

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Digits and separators of the language, from those of English.</summary>
    private string Digits(string text) => Language switch
    {
        Language.Russian => text.Replace(',', NoBreakSpace).Replace('.', ','),
        Language.Persian => string.Concat(text.Select(c => c switch
        {
            >= '0' and <= '9' => (char)('۰' + (c - '0')),
            ',' => '٬',
            '.' => '٫',
            _ => c,
        })),
        _ => text,
    };
}
