using Microsoft.Playwright;

namespace Rahdar.Browser;

/// <summary>A page whose console and requests are watched from its first moment.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private static readonly Lazy<string> LayoutScript = new(() => ReadScript("layout.js"));
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    internal WatchedPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _faults.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Add($"script error: {error}");
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (!address.IsFile && !address.IsLoopback && address.Scheme is not ("data" or "blob" or "about"))
                _faults.Add($"request off the machine: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>What was wrong so far: console, scripts, requests off the machine, the content policy.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Opens a file, looks at it in each viewport and lists all that is wrong with it.</summary>
    public async Task<IReadOnlyList<string>> ListFaultsAsync(string file, params IEnumerable<Viewport> viewports)
    {
        var name = Path.GetFileName(file);
        await Page.GotoAsync(new Uri(file).AbsoluteUri);
        var faults = new List<string>();
        foreach (var viewport in viewports)
        {
            await Page.EmulateMediaAsync(
                new PageEmulateMediaOptions { Media = viewport.IsPrint ? Media.Print : Media.Screen });
            await Page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
            var layout = await Page.EvaluateAsync<string[]>(LayoutScript.Value);
            faults.AddRange(layout.Select(f => $"{name} at {viewport.Name}: {f}"));
        }
        faults.AddRange(_faults.Select(f => $"{name}: {f}"));
        _faults.Clear();
        return faults;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string ReadScript(string name)
    {
        using var stream = typeof(WatchedPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
