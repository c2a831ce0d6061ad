namespace Rahdar.Reports.Pictures;

/// <summary>How wide a text is, without drawing it.</summary>
/// <remarks>Advance widths of Noto Sans in em, read from the font and rounded up to 0.05; letters of the Arabic script
/// join, so they count by their mean. A margin covers the fonts a reader may have instead. What is drawn is checked in
/// a browser by tests/Rahdar.Browser.</remarks>
internal static class TextWidth
{
    private const double Margin = 1.05;
    private const double Bold = 1.08;
    private const double OfArabicLetter = 0.46;
    private const double OfOther = 0.62;

    private static readonly Dictionary<char, double> Widths = Table(
        (0.3, " !,.:;Jijl'()-`\u00A0‘’·"), (0.35, "/I[\\]ft"), (0.4, "\"r{}°“”"), (0.45, "?_zг"),
        (0.5, "FLcsvyГЗзстуэ–"), (0.55, "aekxESTYZЕТаекхяѐё^|~<=>+*$×±−"),
        (0.58, "0123456789۰۱۲۳۴۵۶۷۸۹"), (0.62, "KPRVXbdghnopquБКРУХбвдлопрчь"), (0.68, "#ABCАВСЬЭЯийнцДЛЧЪфъ"),
        (0.77, "&DGHNUИЙНПЦжм"), (0.82, "OQwОФы…"), (0.87, "%mЖЫю"), (0.95, "@MWМшщ—"), (1.08, "ШЩЮ"));

    /// <summary>Width in the unit of the size.</summary>
    internal static double Of(string text, double size, bool isBold = false)
    {
        var sum = 0.0;
        foreach (var c in text)
            sum += Widths.TryGetValue(c, out var width) ? width
                : c is >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u200C' ? 0
                : c is >= '\u0600' and <= '\u06FF' ? OfArabicLetter
                : OfOther;
        return sum * size * Margin * (isBold ? Bold : 1);
    }

    /// <summary>A text cut at spaces into lines no wider than told; a single word may be wider.</summary>
    internal static IReadOnlyList<string> Wrap(string text, double width, double size, bool isBold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Of(longer, size, isBold) > width)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        lines.Add(line);
        return lines;
    }

    private static Dictionary<char, double> Table(params (double Width, string Letters)[] rows) =>
        rows.SelectMany(r => r.Letters.Select(c => (c, r.Width))).DistinctBy(x => x.c)
            .ToDictionary(x => x.c, x => x.Width);
}
