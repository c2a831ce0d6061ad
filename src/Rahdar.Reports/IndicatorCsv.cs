using System.Globalization;
using System.Text;
using Rahdar.Indicators;
using Rahdar.Network.Places;

namespace Rahdar.Reports;

/// <summary>Indicators as a sheet: one value a row, in the columns in which the monitoring is kept; the form is
/// documented in docs/indicators.md.</summary>
/// <remarks>Source: RFC 4180. A text that a spreadsheet would take for a formula is written with an apostrophe before
/// it.</remarks>
public static class IndicatorCsv
{
    private const string Header =
        "scope_type,scope_id,name,mode,direction,week,corridor,indicator,unit,value,n,units,median,cv,low,high,"
        + "open,basis";

    /// <summary>The sheet of an answer: a row for each indicator of each group that has samples, then of all.</summary>
    public static string Of(IndicatorAnswer answer)
    {
        var (text, s) = (new StringBuilder(Header).Append("\r\n"), answer.Sheet);
        foreach (var group in s.Borders.Append(s.AllBorders))
        {
            Row(text, answer, s.Keys, group.Key, "TFI1", "hour", group.ClearanceTime, group.Open);
            Row(text, answer, s.Keys, group.Key, "TFI2", "USD", group.Cost, group.Open);
        }
        foreach (var group in s.Sections.Append(s.AllSections))
        {
            Row(text, answer, s.SectionKeys, group.Key, "TFI3", "USD per 500 km per 20 t", group.Cost);
            Row(text, answer, s.SectionKeys, group.Key, "SWD", "km/h", group.WithDelay.Speeds);
            Row(text, answer, s.SectionKeys, group.Key, "SWOD", "km/h", group.WithoutDelay.Speeds);
        }
        return text.ToString();
    }

    /// <summary>A text as a cell: not a formula, and quoted where it must be.</summary>
    internal static string Cell(string text)
    {
        var guarded = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return guarded.AsSpan().ContainsAny("\",\r\n") ? $"\"{guarded.Replace("\"", "\"\"")}\"" : guarded;
    }

    private static void Row(
        StringBuilder text, IndicatorAnswer answer, IReadOnlyList<IndicatorKey> keys, IReadOnlyList<string> key,
        string indicator, string unit, Statistic value, long open = 0)
    {
        if (value.N == 0 && (open == 0 || indicator != "TFI1")) return;
        string ValueOf(IndicatorKey asked, string other)
        {
            for (var i = 0; i < key.Count; i++)
                if (keys[i] == asked) return key[i];
            return other;
        }
        var (post, country, corridor) = (ValueOf(IndicatorKey.Post, ""), ValueOf(IndicatorKey.Country, ""),
            ValueOf(IndicatorKey.Corridor, answer.Corridor ?? ""));
        var (type, id) = post.Length > 0 ? ("bcp", post) : country.Length > 0 ? ("country", country)
            : corridor.Length > 0 ? ("corridor", corridor) : ("region", "all");
        string[] words =
        [
            type, id, answer.Network.Places.GetValueOrDefault(new PlaceId(post))?.Name ?? "",
            ValueOf(IndicatorKey.Mode, "all"), ValueOf(IndicatorKey.Direction, "all"), ValueOf(IndicatorKey.Week, ""),
            corridor, indicator, unit,
        ];
        string[] numbers =
        [
            Number(value.N == 0 ? null : value.Mean), Number(value.N), Number(value.Units),
            Number(value.N == 0 ? null : value.Median), Number(value.Variation), Number(AtLeastNothing(value.Low)),
            Number(value.High), open == 0 ? "" : Number(open), Cell(string.Join("; ", answer.Files)),
        ];
        text.AppendJoin(',', words.Select(Cell).Concat(numbers)).Append("\r\n");
    }

    /// <summary>Neither hours nor money are below 0, though the interval of a few samples may reach there.</summary>
    private static decimal? AtLeastNothing(decimal? low) => low is { } known ? Math.Max(0, known) : null;

    private static string Number(decimal? value) =>
        value is { } known ? Math.Round(known, 4).ToString("0.####", CultureInfo.InvariantCulture) : "";
}
