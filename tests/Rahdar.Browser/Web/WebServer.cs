using NodaTime;
using Rahdar.Server;

namespace Rahdar.Browser.Web;

/// <summary>A real server of the shipped corridor with the built web pages, on a free port, for all tests of this
/// class.</summary>
public sealed class WebServer : IAsyncLifetime
{
    private RahdarServer? _server;

    /// <summary>`http://127.0.0.1:PORT`.</summary>
    public string Address => _server!.Address;

    /// <summary>The script of axe-core, from the packages of the web pages.</summary>
    public static string Axe => File.ReadAllText(Path.Combine(Root, "web", "node_modules", "axe-core", "axe.min.js"));

    private static string Root { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        var (corridor, read) = HeldCorridor.Read(null, SystemClock.Instance);
        Assert.True(corridor is not null, string.Join('\n', read.Faults));
        _server = await RahdarServer.Start(corridor, new ServeSettings
        {
            Port = 0,
            ClientFolder = Path.Combine(Root, "artifacts", "web"),
        });
        Assert.True(_server.HasPages, "the web pages are not built: npm ci and npm run build in web/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        await _server.Stop();
        await _server.DisposeAsync();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rahdar.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
