using System.Text.RegularExpressions;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Reports.Words;

/// <summary>Goal: every word a page can show is there in four languages, and none is kept that nobody shows. Method:
/// the table is compared with the keys in the source.</summary>
public sealed partial class WordTableTests
{
    private static readonly WordTable Table = WordTable.Shipped;

    [Fact]
    public void Every_key_has_four_languages() => Assert.All(
        Table.Keys, key => Assert.All(
            Enum.GetValues<Language>(), l => Assert.False(string.IsNullOrWhiteSpace(Table.Get(key, l)), $"{key} {l}")));

    [Fact]
    public void Languages_of_a_key_fill_in_the_same_things() => Assert.All(
        Table.Keys, key => Assert.All(
            Enum.GetValues<Language>(),
            l => Assert.Equal(Filled(Table.Get(key, Language.English)), Filled(Table.Get(key, l)))));

    [Fact]
    public void Every_key_is_used_by_a_page_or_picture()
    {
        var source = string.Concat(
            Checkout.ListFiles("src/Rahdar.Reports", ".cs").Concat(Checkout.ListFiles("web"))
                .Where(f => Path.GetExtension(f) is ".cs" or ".ts" or ".svelte" or ".js" or ".html")
                .Select(Checkout.ReadText));
        Assert.All(
            Table.Keys.Where(k => !Family().IsMatch(k)),
            k => Assert.True(
                source.Contains($"\"{k}\"", StringComparison.Ordinal)
                    || source.Contains($"'{k}'", StringComparison.Ordinal), k));
    }

    [Fact]
    public void Families_of_keys_are_whole()
    {
        var keys = Table.Keys.ToHashSet();
        Assert.All(Enumerable.Range(1, 12), m => Assert.Contains($"month.{m}", keys));
        Assert.All(Enumerable.Range(1, 12), m => Assert.Contains($"month.iran.{m}", keys));
        var countries = ShippedCorridor.Network.Places.Values.CountBy(p => p.Country).ToDictionary();
        // A country of few places is not named on a map; one that is no country of the corridor would never be.
        Assert.All(countries.Where(c => c.Value > 5), c => Assert.Contains($"country.{c.Key}", keys));
        Assert.All(keys.Where(k => k.StartsWith("country.", StringComparison.Ordinal)),
            k => Assert.Contains(k["country.".Length..], countries.Keys));
        Assert.Equal(
            ModelLimits.All.Select(l => l.Code).Append("heading").Order(StringComparer.Ordinal), Codes("limit."));
        // The command line tells the same sentence, within a list.
        Assert.All(ModelLimits.All, l => Assert.Equal(
            l.Text, Table.Find("limit." + l.Code, Language.English)!.TrimEnd('.'), ignoreCase: true));
        Assert.Equal(["more", "no-value", "one-run", "same", "some-runs", "within"], Codes("luck."));

        IEnumerable<string> Codes(string family) =>
            keys.Where(k => k.StartsWith(family, StringComparison.Ordinal)).Select(k => k[family.Length..])
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Keys_are_plain_and_in_order()
    {
        Assert.All(Table.Keys, k => Assert.Matches("^[a-z0-9]+([.-][A-Za-z0-9]+)*$", k));
        var keys = Checkout.ReadLines("src/Rahdar.Reports/Words/words.csv").Skip(1).Select(l => l.Split(',')[0])
            .ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [InlineData("key,en,ru\na,b,c\n", "does not begin with")]
    [InlineData("key,en,ru,ur,fa\na,b,c,d\n", ":2: not a key")]
    [InlineData("key,en,ru,ur,fa\na,b,c,d, \n", ":2: not a key")]
    [InlineData("key,en,ru,ur,fa\na,b,c,d,e\na,b,c,d,e\n", ":3: `a` stands twice")]
    public void Broken_table_is_told_with_its_row(string text, string expected) => Assert.Contains(
        expected, Assert.Throws<FormatException>(() => WordTable.Read(new StringReader(text))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Quoted_field_may_hold_commas_and_quotes() => Assert.Equal(
        "one, \"two\"",
        WordTable.Read(new StringReader("key,en,ru,ur,fa\na,\"one, \"\"two\"\"\",c,d,e\n")).Get("a", Language.English));

    [Fact]
    public void Unknown_key_is_our_bug() =>
        Assert.Throws<KeyNotFoundException>(() => Speech.Of(Language.Urdu).Say("no.such.key"));

    private static string Filled(string text) =>
        string.Join(' ', Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^(country\.[A-Z]{2}|month\.(iran\.)?\d{1,2}|luck\.[a-z-]+|limit\.[a-z-]+)$")]
    private static partial Regex Family();
}
