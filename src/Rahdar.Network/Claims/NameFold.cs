using System.Text;

namespace Rahdar.Network.Claims;

/// <summary>Folds names so that case, marks, spaces and kindred letters make no difference.</summary>
/// <remarks>
/// The program runs without culture tables, so letters are folded by the lists below and not by Unicode decomposition.
/// </remarks>
internal static class NameFold
{
    private static readonly Dictionary<char, string> Letters = Build(
        "àáâãäåāăąǎ=a", "çćĉċč=c", "ďđð=d", "èéêëēĕėęěə=e", "ĝğġģ=g", "ĥħ=h", "ìíîïĩīĭįıi̇=i", "ĵ=j", "ķ=k", "ĺļľŀł=l",
        "ñńņňŋ=n", "òóôõöøōŏő=o", "ŕŗř=r", "śŝşšș=s", "ţťŧț=t", "ùúûüũūŭůűų=u", "ŵ=w", "ýÿŷ=y", "źżž=z", "æ=ae",
        "œ=oe", "ß=ss", "þ=th",
        // Cyrillic: letters of Russian, Kazakh, Kyrgyz, Uzbek, Tajik, Ukrainian and Belarusian
        "ё=е", "йіїӣ=и", "ўүұӯ=у", "қ=к", "ғґ=г", "ө=о", "ң=н", "һҳ=х", "ә=а", "җҷ=ж", "ъьʼ=",
        // Arabic script: Arabic, Persian and Urdu forms of one letter
        "يىئۍېیےۓ=ی", "كڪک=ک", "أإآٱا=ا", "ؤو=و", "ةهہھۃۂۀە=ه", "ٹت=ت", "ڈد=د", "ڑر=ر", "ںن=ن", "ء=");

    private static readonly (string From, string To)[] Spellings =
    [
        ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ch", "c"), ("sh", "s"),
        ("ts", "c"),
        ("oo", "u"), ("ou", "u"), ("ee", "i"), ("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"),
    ];

    /// <summary>Small letters and digits only, in one form each.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
            if (Letters.TryGetValue(c, out var letter)) folded.Append(letter);
            else if (char.IsLetter(c)) folded.Append(c);
            else if (char.IsDigit(c)) folded.Append((char)('0' + (int)char.GetNumericValue(c)));
        return folded.ToString();
    }

    /// <summary>
    /// A folded Latin name with its spellings levelled and double letters single; other scripts stay.
    /// </summary>
    internal static string Level(string folded)
    {
        var text = folded;
        foreach (var (from, to) in Spellings) text = text.Replace(from, to, StringComparison.Ordinal);
        var level = new StringBuilder(text.Length);
        foreach (var c in text)
            if (level.Length == 0 || level[^1] != c) level.Append(c);
        return level.ToString();
    }

    /// <summary>Parts of a name between spaces and signs, folded; joiners without width part nothing.</summary>
    internal static IEnumerable<string> Words(string text) =>
        text.Split([' ', '-', '/', '(', ')', ',', ';', '.', '\u2013', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Fold).Where(w => w.Length > 0);

    /// <summary>Script of the first letter: Latin, Cyrillic, Arabic or other.</summary>
    internal static string ScriptOf(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            if (c is >= '\u0400' and <= '\u052F') return "Cyrillic";
            if (c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFF')
                return "Arabic";
            return c < '\u0250' ? "Latin" : "other";
        }
        return "Latin";
    }

    /// <summary>
    /// Letters to insert, drop, change or swap with the neighbour; more than the limit gives limit + 1.
    /// </summary>
    internal static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] =
                    Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return Math.Min(last[b.Length], limit + 1);
    }

    private static Dictionary<char, string> Build(params ReadOnlySpan<string> lists)
    {
        var map = new Dictionary<char, string>();
        foreach (var list in lists)
        {
            var at = list.IndexOf('=', StringComparison.Ordinal);
            foreach (var c in list[..at]) map.TryAdd(c, list[(at + 1)..]);
        }
        return map;
    }
}
