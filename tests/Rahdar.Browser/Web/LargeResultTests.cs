using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Rahdar.Browser.Web;

/// <summary>Goal: a result of thousands of rows stays smooth. Method: real answers are made long on their way to the
/// page; what is in the document must stay bounded while it is scrolled, filtered, sorted and leafed through. How long
/// the page works is printed, not judged: it is the machine's as much as the page's.</summary>
public sealed class LargeResultTests(ChromiumFixture chromium, WebServer server) : IClassFixture<WebServer>
{
    private const int Rows = 10_000;
    private const int Legs = 5_000;
    private const int RowsInPage = 120;
    private const int ElementsInPage = 5_000;
    private const string Body = "[role=tabpanel] tbody";

    /// <summary>Notes long tasks, and the frame in which a selector is first there.</summary>
    private const string Watch = """
        window.longest = 0;
        new PerformanceObserver(l => l.getEntries().forEach(e => { window.longest = Math.max(longest, e.duration); }))
          .observe({ type: 'longtask', buffered: true });
        window.painted = {};
        const look = () => {
          for (const s of ['[role=tabpanel] tbody tr button', 'table.steps tbody tr'])
            if (!painted[s] && document.querySelector(s)) {
              painted[s] = -1;
              requestAnimationFrame(() => setTimeout(() => { painted[s] = performance.now(); }));
            }
          requestAnimationFrame(look);
        };
        look();
        """;

    [Fact]
    public async Task Table_of_ten_thousand_rows_keeps_the_page_small()
    {
        await using var watched = await Open();
        var page = watched.Page;
        var answer = await LongTable();
        await page.RouteAsync("**/api/borders?**", r => r.FulfillAsync(new() { Json = answer }));

        await page.GotoAsync(server.Address + "/corridor?known=2025-06-21&table=borders");
        await page.Locator($"{Body} tr button").First.WaitForAsync();
        await Print(page, $"{Rows} rows", "/api/borders", $"{Body} tr button");
        await IsBounded(watched, "first");
        Assert.Equal(34, await page.EvaluateAsync<double>(
            $"() => document.querySelectorAll('{Body} tr')[1].getBoundingClientRect().height"));

        foreach (var (to, seen) in new[] { (0.5, "ROW-05000"), (1.0, "ROW-09999"), (0.0, "ROW-00000") })
        {
            await page.EvaluateAsync("share => { const s = document.querySelector('[role=tabpanel] .tall');"
                + " s.scrollTop = share * (s.scrollHeight - s.clientHeight); }", to);
            await page.Locator($"{Body} button:has-text('{seen}')").WaitForAsync();
            await IsBounded(watched, seen);
        }

        await page.Locator("[role=tabpanel] th button").First.ClickAsync();
        await page.Locator("[role=tabpanel] th button").First.ClickAsync();
        await page.Locator($"{Body} tr >> nth=0 >> text=ROW-09999").WaitForAsync();
        await IsBounded(watched, "sorted");
        await page.FillAsync("input[type=search]", "row-0123");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('{Body} tr').length === 10");
        await page.FillAsync("input[type=search]", "");
        await page.Locator("[role=tab]").Nth(1).ClickAsync();
        await page.Locator("[role=tab]").First.ClickAsync();
        await page.Locator($"{Body} button:has-text('ROW-00000')").WaitForAsync();
        await IsBounded(watched, "after other tables");
        await Print(page, $"{Rows} rows scrolled, sorted and filtered", "/api/borders", $"{Body} tr button");
    }

    [Theory]
    [InlineData("laptop")]
    [InlineData("phone")]
    public async Task Plan_of_five_thousand_legs_keeps_the_page_small(string width)
    {
        await using var watched = await Open(width);
        var page = watched.Page;
        var answer = await LongPlan();
        await page.RouteAsync("**/api/plan?**", r => r.FulfillAsync(new() { Json = answer }));

        await page.GotoAsync(server.Address + "/plan?from=PKLHE&to=RUASF&ready=2025-06-21&known=2025-06-21&draws=20");
        await page.Locator("table.steps tbody tr").First.WaitForAsync();
        await Print(page, $"{Legs} legs, {width}", "/api/plan", "table.steps tbody tr");
        await IsBounded(watched, "steps");
        Assert.InRange(await page.Locator(".card >> nth=0 >> .way bdi").CountAsync(), 5, 45);

        var detail = page.Locator("section[aria-labelledby=detail-title]");
        await detail.Locator(".scroll").First.EvaluateAsync("s => { s.scrollTop = s.scrollHeight; }");
        await detail.Locator("button:text-is('Next')").ClickAsync();
        await detail.GetByText("101 – 200").WaitForAsync();
        await IsBounded(watched, "second page of steps");
        for (var tab = 1; tab <= 6; tab++)
        {
            await detail.Locator("[role=tab]").Nth(tab).ClickAsync();
            await detail.Locator("[role=tabpanel] > *").First.WaitForAsync();
            await IsBounded(watched, $"tab {tab}");
        }
        await detail.Locator("[role=tab]").First.ClickAsync();
        await page.Locator("table.steps tbody tr").First.WaitForAsync();
        await Print(page, $"{Legs} legs leafed through, {width}", "/api/plan", "table.steps tbody tr");
    }

    private async Task<JsonObject> LongTable()
    {
        var page = await Ask("/api/borders?known=2025-06-21&limit=500");
        var items = page["items"]!.AsArray();
        var many = new JsonArray();
        for (var i = 0; i < Rows; i++)
        {
            var item = items[i % items.Count]!.DeepClone();
            item["id"] = $"ROW-{i:00000}";
            many.Add(item);
        }
        (page["items"], page["total"], page["next"]) = (many, Rows, "");
        return page;
    }

    /// <summary>A real plan whose first way goes round and round.</summary>
    private async Task<JsonObject> LongPlan()
    {
        var answer = await Ask("/api/plan?from=PKLHE&to=RUASF&ready=2025-06-21&cargo=16x20ft:20t&known=2025-06-21"
            + "&draws=20&short=true");
        var plan = answer["plans"]![0]!;
        plan["legs"] = Repeated(plan["legs"]!.AsArray());
        plan["cost"]!["lines"] = Repeated(plan["cost"]!["lines"]!.AsArray());
        plan["assumptions"] = Repeated(plan["assumptions"]!.AsArray());
        return answer;
    }

    private static JsonArray Repeated(JsonArray list)
    {
        var many = new JsonArray();
        for (var i = 0; i < Legs; i++) many.Add(list[i % list.Count]!.DeepClone());
        return many;
    }

    private async Task<JsonObject> Ask(string path)
    {
        using var client = new HttpClient();
        var text = await client.GetStringAsync(server.Address + path, TestContext.Current.CancellationToken);
        return JsonNode.Parse(text)!.AsObject();
    }

    private async Task<WatchedPage> Open(string width = "laptop")
    {
        var watched = await chromium.OpenAsync(width == "phone" ? Viewport.Phone : Viewport.Laptop, isOffline: false);
        watched.Page.SetDefaultTimeout(60_000);
        await watched.Page.AddInitScriptAsync("localStorage.setItem('rahdar.language', 'en')");
        await watched.Page.AddInitScriptAsync(Watch);
        return watched;
    }

    private static async Task IsBounded(WatchedPage watched, string where)
    {
        var page = watched.Page;
        Assert.InRange(await page.Locator("tbody tr").CountAsync(), 0, RowsInPage);
        var elements = await page.Locator("*").CountAsync();
        Assert.True(elements <= ElementsInPage, $"{where}: {elements} elements");
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{where}: {over} px wider than the window");
        Assert.True(watched.Faults.Count == 0, $"{where}: {string.Join('\n', watched.Faults)}");
    }

    /// <summary>Prints the longest task so far, and the time from the answer's last byte to the first frame.</summary>
    private static async Task Print(IPage page, string what, string path, string selector)
    {
        await page.WaitForFunctionAsync("s => window.painted[s] > 0", selector);
        var paint = await page.EvaluateAsync<double>(
            "([path, s]) => painted[s] - performance.getEntriesByType('resource')"
            + ".find(e => new URL(e.name).pathname === path).responseEnd", new[] { path, selector });
        var longest = await page.EvaluateAsync<double>("() => longest");
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{what}: answer to first paint {paint:F0} ms, longest task {longest:F0} ms");
    }
}
