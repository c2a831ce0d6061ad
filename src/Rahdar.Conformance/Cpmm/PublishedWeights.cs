using System.Globalization;
using NodaTime;
using Rahdar.Indicators;
using Rahdar.Indicators.Borders;
using Rahdar.Movements;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;

namespace Rahdar.Conformance.Cpmm;

/// <summary>Published values of a country against those of its posts, or of both directions against one: there must
/// be numbers of samples with which the indicators give all of the published values at once.</summary>
/// <remarks>
/// The samples themselves are not published. But border time (TFI1) and border cost (TFI2) are of the same samples, so
/// one division of samples has to give both. Of two parts it is found from the published values, put into samples, and
/// what the indicators make of these is compared with the values as printed.
/// A year whose posts tell one indicator and not the other is not whole and proves nothing; it is noted.
/// </remarks>
internal static class PublishedWeights
{
    private const int Samples = 10_000;
    private const string Post = "BCP ";
    private static readonly string[] Indicators = ["TFI1", "TFI2"];

    private static readonly Dictionary<string, string> CountryOfPost = new()
    {
        ["BCP Chaman"] = "Pakistan",
        ["BCP Peshawar"] = "Pakistan",
        ["BCP Khunjerab"] = "Pakistan",
        ["BCP Torkham (AFG side)"] = "Afghanistan",
        ["BCP Spin Buldak"] = "Afghanistan",
        ["BCP Shirkhan Bandar"] = "Afghanistan",
    };

    internal static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder, string file)
    {
        var rows = (folder.ReadCsv(file, "scope,mode,indicator,unit,year,value") ?? []).Select(Read).ToList();
        bool IsPost(Row row) => row.Scope.StartsWith(Post, StringComparison.Ordinal);
        foreach (var post in rows.Where(IsPost).Select(r => r.Scope).Distinct().Except(CountryOfPost.Keys))
            folder.Note($"{post}: its country is not known here; not compared");
        var cases = new List<SuiteCase>();
        foreach (var year in rows.Where(r => !IsPost(r)).GroupBy(r => (r.Scope, r.Mode, r.Year)).OrderBy(g => g.Key))
        {
            var name = $"{file} {year.Key.Scope} {year.Key.Mode} {year.Key.Year}";
            var posts = rows.Where(r => CountryOfPost.GetValueOrDefault(r.Scope) == year.Key.Scope
                && (r.Mode, r.Year) == (year.Key.Mode, year.Key.Year)).ToList();
            Add(folder, cases, $"{name} all of its directions", Of(year, "all"),
                [Of(year, "outbound"), Of(year, "inbound")]);
            var isWhole = posts.GroupBy(p => (p.Scope, p.Direction)).All(p => p.Count() == Indicators.Length);
            if (posts.Count > 0 && !isWhole)
                folder.Note($"{name}: a post tells TFI1 and not TFI2, so its posts are not all; not compared");
            foreach (var direction in isWhole ? new[] { "outbound", "inbound" } : [])
                Add(folder, cases, $"{name} {direction} of its posts", Of(year, direction),
                    [.. posts.GroupBy(p => p.Scope).Select(p => Of(p, direction))]);
        }
        return cases;
    }

    private static void Add(
        SuiteFolder folder, List<SuiteCase> cases, string name, Dictionary<string, Value> whole,
        IEnumerable<Dictionary<string, Value>> all)
    {
        var parts = all.Where(p => whole.Keys.Any(p.ContainsKey)).ToList();
        if (parts.Count is 1 or 2) cases.Add(SuiteCase.Of(name, () => Compare(whole, parts)));
        else if (parts.Count > 2)
            folder.Note($"{name}: {parts.Count} parts can be weighted in many ways; not compared");
    }

    private static IEnumerable<Difference> Compare(
        Dictionary<string, Value> whole, List<Dictionary<string, Value>> parts)
    {
        var ranges = Indicators.Where(i => whole.ContainsKey(i) && parts.TrueForAll(p => p.ContainsKey(i)))
            .Select(i => (Indicator: i, Range: RangeOf(whole[i], [.. parts.Select(p => p[i].Number)]))).ToList();
        var (low, high) = (ranges.Max(r => r.Range.Low), ranges.Min(r => r.Range.High));
        if (low > high)
        {
            yield return new Difference(
                "share of the first part", "one that gives all values",
                string.Join(", ", ranges.Select(r => $"{r.Indicator} {Text(r.Range.Low)} to {Text(r.Range.High)}")));
            yield break;
        }
        var first = parts.Count == 1 ? Samples : (int)Math.Round((low + high) / 2 * Samples);
        var passages = parts.Select((part, i) => Passage(part, i == 0 ? first : Samples - first)).OfType<PostPassage>()
            .ToList();
        foreach (var (indicator, _) in ranges)
        {
            var mean = (indicator == "TFI1" ? BorderClearanceTime.Of(passages) : BorderCost.Of(passages)).Mean;
            if (Math.Abs(mean - whole[indicator].Number) > whole[indicator].Half)
                yield return new Difference(indicator, Text(whole[indicator].Number), Text(mean));
        }
    }

    /// <summary>Shares of the first part with which the mean rounds to the value of the whole.</summary>
    private static (decimal Low, decimal High) RangeOf(Value whole, decimal[] parts)
    {
        var (least, greatest) = (whole.Number - whole.Half, whole.Number + whole.Half);
        if (parts.Length == 1 || parts[0] == parts[1])
            return parts[0] >= least && parts[0] <= greatest ? (0, 1) : (1, 0);
        var (a, b) = ((least - parts[1]) / (parts[0] - parts[1]), (greatest - parts[1]) / (parts[0] - parts[1]));
        return (Math.Max(0, Math.Min(a, b)), Math.Min(1, Math.Max(a, b)));
    }

    private static PostPassage? Passage(Dictionary<string, Value> part, int count) => count == 0
        ? null
        : new PostPassage(
            new Unit(new UnitId("samples"), UnitKind.Truck, count), "", default, default, "",
            IndicatorDirection.Outbound, null, [], default,
            Duration.FromNanoseconds(decimal.ToInt64(part["TFI1"].Number * 3_600_000_000_000m)),
            part.TryGetValue("TFI2", out var usd) ? decimal.ToInt64(usd.Number * 100) * count : null,
            new Dictionary<string, Duration>());

    private static Dictionary<string, Value> Of(IEnumerable<Row> rows, string direction) =>
        rows.Where(r => r.Direction == direction && Indicators.Contains(r.Indicator))
            .ToDictionary(r => r.Indicator, r => r.Value);

    private static Row Read(CsvRow row)
    {
        var words = row.Required("indicator").Split(' ');
        var (text, number) = (row.Text("value"), row.RequiredNumber("value", 0, 1_000_000) ?? 0);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.') - 1 : 0;
        var half = 0.5m;
        for (var i = 0; i < decimals; i++) half /= 10;
        return new Row(
            row.Required("scope"), row.Required("mode"), words[0], words.Length > 1 ? words[1] : "all",
            row.RequiredWhole("year", 1990, 2100) ?? 0, new Value(number, half));
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Row(
        string Scope, string Mode, string Indicator, string Direction, int Year, Value Value);

    /// <summary>A value as printed, and half of its last digit.</summary>
    private sealed record Value(decimal Number, decimal Half);
}
