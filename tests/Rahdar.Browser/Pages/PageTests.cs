using Microsoft.Playwright;
using Rahdar.Reports.Words;

namespace Rahdar.Browser.Pages;

/// <summary>Goal: a page can be read on a phone, a laptop and paper in each language, by everybody, with no network.
/// Method: real pages of the shipped corridor are opened in Chromium; Checks/layout.js lists what overflows, overlaps
/// or says no unit, and the list must be empty.</summary>
public sealed class PageTests(ChromiumFixture chromium, ShippedPages pages) : IClassFixture<ShippedPages>
{
    private static readonly string[] Verbs = ["plan", "simulate", "compare"];

    public static TheoryData<string, string> PagesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var verb in Verbs)
                foreach (var tag in LanguageTags.All) data.Add(verb, tag);
            return data;
        }
    }

    public static TheoryData<string> Languages => [.. LanguageTags.All];

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Page_can_be_read_on_phone_laptop_and_paper(string verb, string language)
    {
        await using var opened = await chromium.OpenAsync(Viewport.Phone);
        var faults = await opened.ListFaultsAsync(pages.HtmlOf(verb, language), Viewport.All);
        Assert.Equal(language, await opened.Page.EvaluateAsync<string>("document.documentElement.lang"));
        var direction = language is "ur" or "fa" ? "rtl" : "ltr";
        Assert.Equal(direction, await opened.Page.EvaluateAsync<string>("document.documentElement.dir"));
        Assert.True(faults.Count == 0, $"{faults.Count} found:\n{string.Join('\n', faults.Take(40))}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Picture_alone_can_be_read(string language)
    {
        var files = pages.ListSvg(language);
        Assert.True(files.Count >= 9, $"only {files.Count} pictures");
        await using var opened = await chromium.OpenAsync(Viewport.Laptop);
        var faults = new List<string>();
        foreach (var file in files) faults.AddRange(await opened.ListFaultsAsync(file, Viewport.Laptop));
        Assert.True(faults.Count == 0, $"{faults.Count} found:\n{string.Join('\n', faults.Take(40))}");
    }

    [Theory]
    [InlineData("plan", "en")]
    [InlineData("simulate", "ur")]
    public async Task Page_prints_as_pdf(string verb, string language)
    {
        await using var opened = await chromium.OpenAsync(Viewport.Print);
        await opened.Page.GotoAsync(new Uri(pages.HtmlOf(verb, language)).AbsoluteUri);
        var pdf = await opened.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        // The paper of the stylesheet: A4 is 595 x 842 points.
        Assert.Contains("/MediaBox [0 0 59", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }
}
