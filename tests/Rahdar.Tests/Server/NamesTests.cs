using System.Text.Json;

namespace Rahdar.Tests.Server;

/// <summary>Goal: a page can call everything with an id by its name in the reader's language. Method: the server is
/// asked for the names of each language, and for answers whose ids must be among them.</summary>
[Collection("server")]
public sealed class NamesTests(RunningServer server)
{
    [Theory]
    [InlineData("en", "Lahore")]
    [InlineData("ru", "Лахор")]
    [InlineData("ur", "لاہور")]
    [InlineData("fa", "لاهور")]
    public async Task Place_is_called_as_its_language_calls_it(string language, string name)
    {
        var (_, json) = await server.Get($"/api/names?lang={language}");
        Assert.Equal(language, json.GetProperty("lang").GetString());
        Assert.Equal(name, Names(json)["PKLHE"]);
    }

    [Fact]
    public async Task Latin_name_stands_without_what_is_in_brackets()
    {
        var (_, json) = await server.Get("/api/names");
        Assert.DoesNotContain(Names(json).Values, n => n.Contains('('));
    }

    [Fact]
    public async Task Everything_a_page_shows_by_its_id_has_a_name_in_every_language()
    {
        var sought = await Ids();
        Assert.True(sought.Count > 100, $"{sought.Count} ids");
        foreach (var language in new[] { "en", "ru", "ur", "fa" })
        {
            var names = Names((await server.Get($"/api/names?lang={language}")).Json);
            Assert.DoesNotContain(sought, id => string.IsNullOrWhiteSpace(names.GetValueOrDefault(id)));
        }
    }

    [Fact]
    public async Task Border_is_called_by_its_two_places()
    {
        var names = Names((await server.Get("/api/names?lang=ru")).Json);
        Assert.Equal($"{names["PKTFT"]} – {names["IRMJV"]}", names["PKTFT-IRMJV"]);
        Assert.StartsWith(names["PKTFT"] + " → ", names["TAFTAN-RD>IRMJV"], StringComparison.Ordinal);
        Assert.StartsWith(names["IRMJV"] + " → ", names["TAFTAN-RD>PKTFT"], StringComparison.Ordinal);
    }

    /// <summary>Ids of borders with both places, ports, gauge yards and of the places on the way of plans.</summary>
    private async Task<HashSet<string>> Ids()
    {
        var ids = new HashSet<string>();
        foreach (var border in await Items("borders"))
        {
            ids.Add(border.GetProperty("id").GetString()!);
            foreach (var end in new[] { "a", "b" }) ids.Add(border.GetProperty(end).GetProperty("id").GetString()!);
        }
        foreach (var port in await Items("ports"))
        {
            ids.Add(port.GetProperty("placeId").GetString()!);
            ids.Add($"berths-{port.GetProperty("placeId").GetString()}");
        }
        foreach (var yard in await Items("gauge-yards")) ids.Add(yard.GetProperty("id").GetString()!);
        var (_, plan) = await server.Get("/api/plan?from=PKLHE&to=RUASF&ready=2025-06-21&cargo=16x20ft:20t&draws=0");
        foreach (var leg in plan.GetProperty("plans").EnumerateArray().SelectMany(
            p => p.GetProperty("legs").EnumerateArray()))
            ids.UnionWith([Id(leg, "from"), Id(leg, "to")]);
        return ids;
    }

    private static string Id(JsonElement leg, string end) => leg.GetProperty(end).GetProperty("id").GetString()!;

    private async Task<IEnumerable<JsonElement>> Items(string table) =>
        (await server.Get($"/api/{table}?known=2025-06-21&limit=500")).Json.GetProperty("items").EnumerateArray();

    private static Dictionary<string, string> Names(JsonElement json) =>
        json.GetProperty("names").EnumerateArray().ToDictionary(
            n => n.GetProperty("id").GetString()!, n => n.GetProperty("name").GetString()!);
}
