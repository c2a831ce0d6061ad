using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Rahdar.Network.Gtfs;

/// <summary>Checks one field against the type of its column.</summary>
/// <remarks>Source: GTFS Schedule reference, field types.</remarks>
internal static partial class FieldCheck
{
    private static readonly HashSet<string> Languages =
    [
        .. Words(
            "aa ab af am ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
            + "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht "
            + "hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
            + "ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no "
            + "nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm "
            + "sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi "
            + "vo wa wo xh yi yo za zh zu"),
    ];

    private static readonly HashSet<string> Currencies =
    [
        .. Words(
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
            + "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP "
            + "GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES "
            + "KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU "
            + "MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON "
            + "RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND "
            + "TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"),
    ];

    /// <summary>What is wrong with a field that is not empty; null when nothing is.</summary>
    internal static (string Code, Severity Severity, string Wanted)? Find(ColumnRule column, string text)
    {
        if (text.Contains('\n') || text.Contains('\r'))
            return ("new_line_in_value", Severity.Error, "no line break in a field");
        if (text.Contains('\uFFFD')) return ("invalid_character", Severity.Error, "no replacement character");
        return column.Type switch
        {
            "text" or "phone" => null,
            "id" => text.All(c => c is >= ' ' and <= '~') ? null
                : ("non_ascii_or_non_printable_char", Severity.Warning, "printable ASCII in an id"),
            "url" => IsUrl(text) ? null : ("invalid_url", Severity.Error, "a URL with http:// or https://"),
            "email" => Email().IsMatch(text) ? null : ("invalid_email", Severity.Error, "an address like a@b.org"),
            "language" => IsLanguage(text) ? null : ("invalid_language_code", Severity.Error, "a BCP 47 code like fa"),
            "timezone" => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null ? null
                : ("invalid_timezone", Severity.Error, "a zone like Asia/Karachi"),
            "color" => Color().IsMatch(text) ? null : ("invalid_color", Severity.Error, "six hexadecimal digits"),
            "currency" => Currencies.Contains(text) ? null
                : ("invalid_currency", Severity.Error, "an ISO 4217 code like PKR"),
            "date" => Date(text) is not null ? null : ("invalid_date", Severity.Error, "YYYYMMDD"),
            "time" => Time(text) is not null ? null
                : ("invalid_time", Severity.Error, $"H:MM:SS, at most {GtfsLimits.HoursMax} hours"),
            "latitude" => OfNumber(text, -90, 90),
            "longitude" => OfNumber(text, -180, 180),
            "amount" => OfNumber(text, 0, 1e12),
            "count" => OfInteger(text, 0),
            "positive" => OfInteger(text, 1),
            "route-type" => OfEnumeration(text, GtfsSchema.IsRouteType, "a value of the reference"),
            var words when words.Contains(',') => words.Split(',').Contains(text) ? null
                : ("unexpected_enum_value", Severity.Warning, "one of " + words),
            var range => OfEnumeration(
                text, n => n >= range[0] - '0' && n <= range[2] - '0', $"{range[0]} to {range[2]}"),
        };
    }

    /// <summary>A date of a feed; null when it is none.</summary>
    internal static LocalDate? Date(string text)
    {
        if (text.Length != 8 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var (year, month, day) = (number / 10000, number / 100 % 100, number % 100);
        return Reading.ReadingLimits.IsYear(year) && month is >= 1 and <= 12 && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    /// <summary>Seconds after noon minus 12 hours of the service day; null when it is no time.</summary>
    internal static int? Time(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != 3 || parts[0].Length is < 1 or > 4 || parts[1].Length != 2
            || parts[2].Length != 2) return null;
        return Digits(parts[0]) is { } h && Digits(parts[1]) is { } m && Digits(parts[2]) is { } s
            && h <= GtfsLimits.HoursMax && m < 60 && s < 60 ? (h * 60 + m) * 60 + s : null;
    }

    /// <summary>An integer; null when it is none.</summary>
    internal static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A number; null when it is none.</summary>
    internal static double? Number(string text) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var value) && double.IsFinite(value) ? value : null;

    private static int? Digits(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static (string, Severity, string)? OfNumber(string text, double min, double max) => Number(text) switch
    {
        null => ("invalid_float", Severity.Error, "a number"),
        { } value when value < min || value > max => ("number_out_of_range", Severity.Error, $"{min} to {max}"),
        _ => null,
    };

    private static (string, Severity, string)? OfInteger(string text, int min) => Integer(text) switch
    {
        null => ("invalid_integer", Severity.Error, "a whole number"),
        { } value when value < min => ("number_out_of_range", Severity.Error, $"{min} or more"),
        _ => null,
    };

    private static (string, Severity, string)? OfEnumeration(
        string text, Func<int, bool> isKnown, string wanted) =>
        Integer(text) switch
        {
            null => ("invalid_integer", Severity.Error, "a whole number"),
            { } value when !isKnown(value) =>
                ("unexpected_enum_value", Severity.Warning, wanted),
            _ => null,
        };

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
        && !text.Contains(' ');

    private static bool IsLanguage(string text)
    {
        var parts = text.Split('-', '_');
        var first = parts[0].ToLowerInvariant();
        return parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
            && (first.Length == 2 ? Languages.Contains(first) : first.Length == 3 && first.All(char.IsAsciiLetter));
    }

    private static string[] Words(string text) => text.Split(' ');

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex("^[0-9A-Fa-f]{6}$")]
    private static partial Regex Color();
}
