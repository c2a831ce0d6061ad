using Microsoft.Playwright;

namespace Rahdar.Browser.Web;

/// <summary>Goal: the story can be walked in a browser: plan, move the knowledge date, see claims compete, suppose a
/// closure, weigh waiting, simulate, measure. Method: a real server and Chromium, in two languages and on two widths;
/// nothing may stand in the console, leave the machine or break the content policy, and axe finds nothing
/// serious.</summary>
public sealed class WalkTests(ChromiumFixture chromium, WebServer server) : IClassFixture<WebServer>
{
    private const float Patience = 60_000;
    private const string Story = "/plan?from=PKLHE&to=RUASF&ready=2025-06-21&known=2025-06-11&draws=200";

    public static TheoryData<string, string> Looks => new()
    {
        { "en", "laptop" }, { "en", "phone" }, { "ur", "laptop" }, { "ur", "phone" },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Story_is_walked(string language, string width)
    {
        await using var watched = await Open(language, width);
        var page = watched.Page;

        await page.GotoAsync(server.Address + Story);
        await page.WaitForSelectorAsync(".card");
        Assert.InRange(await page.Locator(".card").CountAsync(), 3, 6);
        Assert.Contains("S-PKRU-RAIL", await page.Locator(".cards").InnerTextAsync(), StringComparison.Ordinal);
        await Check(watched, "plans");

        await page.FillAsync("input[type=date] >> nth=1", "2025-06-21");
        await page.DispatchEventAsync("input[type=date] >> nth=1", "change");
        await page.WaitForURLAsync("**known=2025-06-21**");
        await page.WaitForFunctionAsync(
            "() => !document.querySelector('.cards').innerText.includes('S-PKRU-RAIL')");

        await page.Locator(".news button:has-text('TAFTAN-RD')").First.ClickAsync();
        var claims = page.Locator("dialog .claim");
        await claims.First.WaitForAsync();
        var said = await page.Locator("dialog").InnerTextAsync();
        Assert.Contains("CL-21", said, StringComparison.Ordinal);
        Assert.Contains("CL-20", said, StringComparison.Ordinal);
        Assert.True(await claims.CountAsync() >= 3, "claims compete");
        await Check(watched, "claims");
        await page.Keyboard.PressAsync("Escape");

        await page.SelectOptionAsync("#scenario", "taftan-shut-30");
        await page.WaitForURLAsync("**scenario=taftan-shut-30**");
        await page.WaitForFunctionAsync(
            "() => document.querySelector('#plans-title') && !document.querySelector('[aria-busy=true]')");
        await page.Locator("section[aria-labelledby=wod-title] input").FillAsync("PKTFT-IRMJV");
        await page.Locator("section[aria-labelledby=wod-title] button[type=submit]").ClickAsync();
        var advice = await page.WaitForSelectorAsync("[data-advice]");
        Assert.Contains(
            await advice!.GetAttributeAsync("data-advice"),
            new[] { "divert", "wait", "wait-then-divert", "not-on-the-way" });
        await Check(watched, "wait or divert");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Scenario_is_run_and_compared(string language, string width)
    {
        await using var watched = await Open(language, width);
        var page = watched.Page;
        await page.GotoAsync(server.Address + "/simulate?scenario=taftan-shut-30&days=3&warmUp=2&runs=2");
        await page.Locator("input[value=taftan-shut-30]").WaitForAsync();
        await page.Locator("form button.main").ClickAsync();
        await page.WaitForSelectorAsync("[data-result=compare]");
        await page.WaitForFunctionAsync(
            "() => { const p = [...document.querySelectorAll('img.picture')];"
            + " return p.length > 0 && p.every(i => i.complete && i.naturalWidth > 0); }");
        await Check(watched, "comparison");
        await page.Locator("[role=tab]").Nth(1).ClickAsync();
        await page.Locator("[role=tabpanel] tbody tr").First.WaitForAsync();
        await Check(watched, "changes");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Corridor_is_looked_at(string language, string width)
    {
        await using var watched = await Open(language, width);
        var page = watched.Page;
        await page.GotoAsync(server.Address + "/corridor?known=2025-06-21&table=borders");
        await page.Locator("[data-ready=true]").WaitForAsync();
        for (var tab = 0; tab < 7; tab++)
        {
            await page.Locator("[role=tab]").Nth(tab).ClickAsync();
            await page.Locator("[role=tabpanel] tbody tr button").First.WaitForAsync();
        }
        await page.Locator("[role=tab]").First.ClickAsync();
        await page.FillAsync("input[type=search]", "taftan");
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('[role=tabpanel] tbody button')]"
            + ".every(b => /taftan|pktft/i.test(b.innerText))");
        await page.Locator("[role=tabpanel] tbody button").First.ClickAsync();
        await page.Locator("dialog .claim").First.WaitForAsync();
        await Check(watched, "a border");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Indicators_are_measured_and_exported(string language, string width)
    {
        await using var watched = await Open(language, width);
        var page = watched.Page;
        await page.GotoAsync(server.Address + "/indicators");
        await page.FillAsync("input[type=number] >> nth=0", "3");
        await page.FillAsync("input[type=number] >> nth=1", "3");
        await page.Locator("form button.main").ClickAsync();
        await page.WaitForSelectorAsync("[data-result=indicators] tbody tr");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.StartsWith("scope_type,scope_id,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains(",TFI1,", StringComparison.Ordinal));
        await Check(watched, "indicators");
    }

    [Theory]
    [InlineData("en", "help")]
    [InlineData("ru", "plan")]
    [InlineData("fa", "plan")]
    [InlineData("ru", "help")]
    [InlineData("fa", "simulate")]
    [InlineData("ur", "indicators")]
    public async Task Empty_page_says_what_it_will_show(string language, string name)
    {
        await using var watched = await Open(language, "phone");
        await watched.Page.GotoAsync($"{server.Address}/{name}");
        await watched.Page.Locator("main h1").First.WaitForAsync();
        var text = await watched.Page.Locator("main").InnerTextAsync();
        Assert.True(text.Length > 150, text);
        // A key in the place of words would be two or more parts joined by points.
        Assert.DoesNotMatch(
            @"(?<![\w/.])[a-z-]+\.[a-z-]+(\.[a-z-]+)*(?![\w/])",
            text.Replace("./rahdar", "", StringComparison.Ordinal));
        await Check(watched, name);
    }

    [Theory]
    [InlineData("ru", "phone", "Лахор", "Тафтан")]
    [InlineData("ur", "phone", "لاہور", "تفتان")]
    [InlineData("fa", "laptop", "لاهور", "تفتان")]
    public async Task Places_are_called_in_the_language_of_the_reader(
        string language, string width, string origin, string border)
    {
        await using var watched = await Open(language, width);
        var page = watched.Page;
        await page.GotoAsync(server.Address + Story.Replace("06-11", "06-21", StringComparison.Ordinal));
        await page.Locator($"#plans-title :text-is('{origin}')").WaitForAsync();
        var steps = page.Locator("table.steps");
        Assert.Contains(origin, await steps.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lahore", await steps.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(
            await page.Locator(".scroll:has(table.steps)").EvaluateAsync<bool>("s => s.scrollWidth <= s.clientWidth"),
            "steps are read without moving sideways");
        await Check(watched, "steps");
        await page.GotoAsync(server.Address + "/corridor?known=2025-06-21&table=borders");
        await page.FillAsync("input[type=search]", border);
        var row = page.Locator("[role=tabpanel] tbody tr:has(button:has-text('TAFTAN-RD'))");
        Assert.Contains(border, await row.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_is_told_at_its_field()
    {
        await using var watched = await Open("en", "laptop");
        var page = watched.Page;
        await page.GotoAsync(server.Address + "/plan");
        await page.Locator("form input").First.FillAsync("Zzzqq");
        await page.Locator("form button.main").ClickAsync();
        await page.Locator("[aria-invalid=true]").First.WaitForAsync();
        var text = await page.Locator("form").InnerTextAsync();
        Assert.Contains("query:unknown-place", text, StringComparison.Ordinal);
        Assert.Contains("request:missing", text, StringComparison.Ordinal);
        Assert.Equal(
            "true", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-invalid')"));
        // The browser itself writes down that the server said no.
        Assert.All(watched.Faults, f => Assert.Contains("400", f, StringComparison.Ordinal));
    }

    private async Task<WatchedPage> Open(string language, string width)
    {
        var watched = await chromium.OpenAsync(width == "phone" ? Viewport.Phone : Viewport.Laptop, isOffline: false);
        watched.Page.SetDefaultTimeout(Patience);
        await watched.Page.AddInitScriptAsync($"localStorage.setItem('rahdar.language', '{language}')");
        return watched;
    }

    /// <summary>Nothing in the console, nothing off the machine, nothing wider than the page, nothing serious for
    /// axe.</summary>
    private static async Task Check(WatchedPage watched, string where)
    {
        Assert.True(watched.Faults.Count == 0, $"{where}: {string.Join('\n', watched.Faults)}");
        var over = await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{where}: {over} px wider than the window");
        var loose = await watched.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('body [lang=en]:not([dir=ltr], option, td)')].map(e => e.outerHTML)");
        Assert.True(loose.Length == 0, $"{where}: English that runs as what is around it: {loose.FirstOrDefault()}");
        await watched.Page.EvaluateAsync(WebServer.Axe);
        var found = await watched.Page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
            + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
            + ".map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')}`)");
        Assert.True(found.Length == 0, $"{where}: {string.Join('\n', found)}");
    }
}
