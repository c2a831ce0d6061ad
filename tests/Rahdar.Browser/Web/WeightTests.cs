using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;

namespace Rahdar.Browser.Web;

/// <summary>Goal: the pages stay light, and the map is fetched by who opens it. Method: every page is opened in one
/// browser, and the script that the server gave is compressed and weighed.</summary>
public sealed class WeightTests(ChromiumFixture chromium, WebServer server) : IClassFixture<WebServer>
{
    /// <summary>Bytes of script, gzip, of all pages with the map: the limit of issue 7.</summary>
    private const int ScriptMax = 450_000;

    [Fact]
    public async Task Script_of_all_pages_and_the_map_is_light_and_the_map_comes_late()
    {
        await using var watched = await chromium.OpenAsync(Viewport.Laptop, isOffline: false);
        var scripts = new Dictionary<string, Task<byte[]>>();
        watched.Page.Context.Response += (_, response) =>
        {
            var path = new Uri(response.Url).AbsolutePath;
            if (response.Ok && Path.GetExtension(path) is ".js" or ".mjs")
                lock (scripts) scripts.TryAdd(path, response.BodyAsync());
        };
        foreach (var page in new[] { "plan", "simulate", "indicators", "help" })
        {
            await watched.Page.GotoAsync($"{server.Address}/{page}");
            await watched.Page.Locator("h1").First.WaitForAsync();
            await watched.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        Assert.DoesNotContain(scripts.Keys, p => p.Contains("maplibre", StringComparison.Ordinal));
        await watched.Page.GotoAsync($"{server.Address}/corridor");
        await watched.Page.Locator("[data-ready=true]").WaitForAsync();
        Assert.Contains(scripts.Keys, p => p.EndsWith("maplibre-gl.mjs", StringComparison.Ordinal));
        // The worker fetches for itself what the page does not see: weighed from the server all the same.
        using var http = new HttpClient();
        var folder = scripts.Keys.First(p => p.EndsWith("maplibre-gl.mjs", StringComparison.Ordinal))[..^".mjs".Length];
        foreach (var part in new[] { "-shared", "-worker" })
            scripts[$"{folder}{part}.mjs"] = http.GetByteArrayAsync($"{server.Address}{folder}{part}.mjs");
        var sum = 0;
        foreach (var body in scripts.Values) sum += Compressed(await body);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{scripts.Count} scripts, {sum:#,0} bytes gzip"));
        Assert.InRange(sum, 50_000, ScriptMax);
        Assert.Empty(watched.Faults);
    }

    private static int Compressed(byte[] body)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(body);
        return (int)stream.Length;
    }
}
