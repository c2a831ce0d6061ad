using System.CommandLine;
using System.Net;
using Rahdar.Server;

namespace Rahdar.Cli;

/// <summary>`serve`: the same questions over HTTP, and web pages, for this machine alone.</summary>
internal static class ServeCommand
{
    private static readonly ServeSettings Standard = new();

    internal static Command Of(Page page)
    {
        var port = new Option<int>("--port")
        {
            Description = "port; 0 takes a free one",
            DefaultValueFactory = _ => Standard.Port,
        };
        var bind = new Option<string>("--bind")
        {
            Description = "address; only one of the machine itself is taken: there is no log-in yet",
            DefaultValueFactory = _ => Standard.Address.ToString(),
        };
        var pages = new Option<string?>("--pages") { Description = "folder of built web pages" };
        var otlp = new Option<string?>("--otlp")
        {
            Description = "address to which measurements and traces are sent (OTLP over HTTP); nothing is sent without",
        };
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var command = new Command("serve", "web pages and an HTTP API, for this machine alone")
        {
            port, bind, pages, otlp, data,
        };
        command.SetAction(async (p, _) =>
        {
            if (!IPAddress.TryParse(p.GetValue(bind), out var address))
                return page.Fault("--bind", "serve:address", $"`{p.GetValue(bind)}` is no address such as 127.0.0.1");
            Uri? receiver = null;
            if (p.GetValue(otlp) is { } text && !IsHttp(text, out receiver))
                return page.Fault("--otlp", "serve:address", $"`{text}` is no address such as http://localhost:4318");
            var settings = Standard with
            {
                Port = p.GetValue(port),
                Address = address,
                ClientFolder = p.GetValue(pages) ?? Path.Combine(AppContext.BaseDirectory, "web"),
                DataFolder = p.GetValue(data),
                Telemetry = receiver,
            };
            return RahdarServer.Check(settings) is { } why
                ? page.Fault("--bind", "serve:loopback-only", why)
                : await ServeUntilEnd(page, settings);
        });
        return command;
    }

    private static async Task<int> ServeUntilEnd(Page page, ServeSettings settings)
    {
        var (corridor, read) = HeldCorridor.Read(settings.DataFolder, NodaTime.SystemClock.Instance);
        if (corridor is null) return page.Faults(read.Faults, isJson: false);
        await using var server = await RahdarServer.Start(corridor, settings);
        Console.Out.WriteLine($"Rahdar is at {server.Address}");
        Console.Out.WriteLine(
            "It answers this machine alone: there is no log-in yet. Ctrl+C ends it.");
        if (!server.HasPages) Console.Out.WriteLine("The web pages are not built: the API alone is served, at /api.");
        await Console.Out.FlushAsync();
        await server.WaitForEnd();
        return Page.Found;
    }

    private static bool IsHttp(string text, out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.Scheme is "http" or "https";
}
