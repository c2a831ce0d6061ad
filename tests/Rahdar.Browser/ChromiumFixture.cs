using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Rahdar.Browser.ChromiumFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Rahdar.Browser;

/// <summary>One headless Chromium for all tests: the system's own, started once; nothing is downloaded.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const string Variable = "RAHDAR_CHROMIUM";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = FindChromium(),
            Args =
            [
                "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
                "--disable-dev-shm-usage", "--force-color-profile=srgb",
            ],
        });
    }

    /// <summary>A fresh page that nobody shares.</summary>
    /// <param name="viewport">How much of it is seen.</param>
    /// <param name="isOffline">False for pages of a server: Chromium cuts off the machine itself too.</param>
    public async Task<WatchedPage> OpenAsync(Viewport viewport, bool isOffline = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = viewport.Width, Height = viewport.Height },
            Offline = isOffline,
        });
        return new WatchedPage(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string FindChromium()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told) return told;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"no Chromium on the PATH: apt-get install chromium fonts-noto-core, or set {Variable}");
    }
}

/// <summary>How much of a page is seen.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
/// <param name="IsPrint">True for the print stylesheet.</param>
public sealed record Viewport(string Name, int Width, int Height, bool IsPrint = false)
{
    public static Viewport Phone { get; } = new("phone", 390, 844);

    public static Viewport Laptop { get; } = new("laptop", 1280, 800);

    /// <summary>A4 less its margins.</summary>
    public static Viewport Print { get; } = new("print", 703, 1017, IsPrint: true);

    public static IReadOnlyList<Viewport> All { get; } = [Phone, Laptop, Print];
}
