namespace Rahdar.Browser;

/// <summary>Goal: the checks find what they are there to find. Method: pages with one fault each.</summary>
public sealed class CheckTests(ChromiumFixture chromium) : IDisposable
{
    private readonly string _file = Path.Combine(
        Directory.CreateTempSubdirectory("rahdar-check-").FullName, "page.html");

    private const string Sound = """
        <svg data-picture="x" width="300" height="80" aria-labelledby="t"><title id="t">A title</title>
        <g data-axis="x"><text x="10" y="20" data-unit="km">Distance, km</text></g>
        """;

    [Theory]
    [InlineData("<div style='width:2000px'>wide</div>", "scrolls sideways")]
    [InlineData("<script>console.error('told')</script>", "console error: told")]
    [InlineData("<img src='https://example.org/a.png'>", "request off the machine")]
    [InlineData("<p style='position:absolute;left:-40px'>words</p>", "runs off the page")]
    [InlineData(Sound + "<text x='20' y='22'>over it</text></svg>", "texts overlap")]
    [InlineData(Sound + "<text x='280' y='60'>far too long</text></svg>", "leaves the picture")]
    [InlineData("<svg data-picture='x' width='9' height='9' aria-labelledby='none'></svg>", "no axis and no scale")]
    [InlineData(Sound + "<g data-axis='y'><text y='60' data-unit=''>Time</text></g></svg>", "0 labels with a unit")]
    [InlineData("<svg data-picture='x' width='9' height='9'></svg>", "nothing is said")]
    [InlineData("<p id='a'>one</p><p id='a'>two</p>", "stands twice")]
    [InlineData("<figure><figcaption></figcaption></figure>", "has no source")]
    [InlineData("<p>one</p><p style='margin-top:-30px'>two</p>", "blocks overlap")]
    public async Task Fault_is_found(string body, string expected)
    {
        var faults = await FaultsOf(body);
        Assert.Contains(faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sound_page_has_no_fault() =>
        Assert.Empty(await FaultsOf("<h1>A page</h1>" + Sound + "<text x='10' y='60'>apart</text></svg>"));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private async Task<IReadOnlyList<string>> FaultsOf(string body)
    {
        File.WriteAllText(_file, $"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>");
        await using var opened = await chromium.OpenAsync(Viewport.Phone);
        return await opened.ListFaultsAsync(_file, Viewport.Phone);
    }
}
