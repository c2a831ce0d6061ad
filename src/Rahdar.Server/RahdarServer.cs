using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rahdar.Server.Asking;
using Rahdar.Server.Http;
using Rahdar.Server.Jobs;
using Rahdar.Server.OpenApi;

namespace Rahdar.Server;

/// <summary>The server: what planner, simulation and corridor know, for browsers and programs of this
/// machine.</summary>
/// <remarks>It listens on loopback alone: there is no log-in yet.</remarks>
public sealed class RahdarServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IDisposable? _telemetry;

    private RahdarServer(WebApplication app, IDisposable? telemetry) => (_app, _telemetry) = (app, telemetry);

    /// <summary>Address at which it listens, once started: `http://127.0.0.1:8717`.</summary>
    public string Address { get; private set; } = "";

    /// <summary>True when the web pages are there, and not the API alone.</summary>
    public bool HasPages { get; private set; }

    /// <summary>Why a server cannot be started so; null when it can.</summary>
    public static string? Check(ServeSettings settings) =>
        !IPAddress.IsLoopback(settings.Address)
            ? $"{settings.Address} is not an address of this machine alone: there is no log-in yet, so only 127.0.0.1 "
                + "and ::1 are served"
            : settings.Port is < 0 or > 65535 ? $"{settings.Port} is no port: 0 to 65535" : null;

    /// <summary>Starts a server; it answers when this returns.</summary>
    /// <exception cref="ArgumentException"><see cref="Check"/> has something against the settings.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<RahdarServer> Start(HeldCorridor corridor, ServeSettings settings)
    {
        if (Check(settings) is { } why) throw new ArgumentException(why, nameof(settings));
        // Empty: nothing of the surroundings (variables, files) can make it listen elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, settings));
        // That it cannot start is told by whoever starts it.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddSimpleConsole(o => (o.SingleLine, o.ColorBehavior) = (true, Microsoft.Extensions.Logging.Console
                .LoggerColorBehavior.Disabled));
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(
            o => o.ShutdownTimeout = TimeSpan.FromSeconds(ServeLimits.ShutdownSeconds));
        builder.Services.AddSingleton(corridor).AddSingleton(settings)
            .AddSingleton(new Admission(settings.QuestionsAtOnce))
            .AddSingleton(new AnswerCache(ServeLimits.CacheBytesMax))
            .AddSingleton(new ClientFiles(settings.ClientFolder))
            .AddSingleton<JobShelf>().AddSingleton<JobEndpoint>().AddSingleton<QuestionEndpoint>();
        var app = builder.Build();
        Route(app);
        var server = new RahdarServer(app, settings.Telemetry is { } receiver ? Telemetry.Send(receiver) : null)
        {
            HasPages = app.Services.GetRequiredService<ClientFiles>().IsThere,
        };
        app.Lifetime.ApplicationStopping.Register(() => app.Services.GetRequiredService<JobShelf>().Close());
        await app.StartAsync();
        server.Address = app.Urls.First();
        return server;
    }

    /// <summary>Waits until the process is told to end, and ends: work under way gets a while.</summary>
    public Task WaitForEnd() => _app.WaitForShutdownAsync();

    /// <summary>Ends at once, but for work under way, which gets a while.</summary>
    public Task Stop() => _app.StopAsync();

    /// <summary>Ends and lets go of everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _telemetry?.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, ServeSettings settings)
    {
        kestrel.Listen(settings.Address, settings.Port);
        kestrel.AddServerHeader = false;
        // The body is read up to a limit of ours, which answers with a code.
        // The rest of a body that is refused for its length is read and forgotten: a line closed in the middle of it
        // would take the answer with it.
        kestrel.Limits.MaxRequestBodySize = ServeLimits.BodyBytesDrainedMax;
        kestrel.Limits.MaxRequestLineSize = ServeLimits.RequestLineBytesMax;
        kestrel.Limits.MaxConcurrentConnections = ServeLimits.ConnectionsMax;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static void Route(WebApplication app)
    {
        app.Use(Guard);
        app.UseRouting();
        var (questions, jobs) = (
            app.Services.GetRequiredService<QuestionEndpoint>(), app.Services.GetRequiredService<JobEndpoint>());
        foreach (var question in QuestionBook.All)
        {
            if (!question.IsJobOnly)
            {
                if (!question.NeedsBody) app.MapGet($"/api/{question.Name}", http => questions.Get(http, question));
                app.MapPost($"/api/{question.Name}", http => questions.Post(http, question));
            }
            app.MapPost($"/api/jobs/{question.Name}", http => jobs.Post(http, question));
        }
        app.MapGet("/api/jobs", jobs.List);
        app.MapGet("/api/jobs/{id}", http => jobs.Look(http, Id(http)));
        app.MapDelete("/api/jobs/{id}", http => jobs.Cancel(http, Id(http)));
        app.MapGet("/api/jobs/{id}/answer", http => jobs.Answer(http, Id(http)));
        app.MapGet("/api/jobs/{id}/events", http => jobs.Listen(http, Id(http)));
        app.MapGet("/api/jobs/{id}/pictures", http => jobs.Pictures(http, Id(http)));
        app.MapGet("/api/jobs/{id}/csv", http => jobs.Csv(http, Id(http)));
        app.MapGet("/api/health", http => Health(http, app.Services));
        app.MapGet("/api/openapi.json", http => Write(http, OpenApiDocument.Json));
        app.MapFallback("{**path}", Other);
        app.UseEndpoints(_ => { });
    }

    private static string Id(HttpContext http) => (string?)http.GetRouteValue("id") ?? "";

    /// <summary>Sets the headers of every answer, keeps strangers out, and turns failures into problems.</summary>
    private static async Task Guard(HttpContext http, RequestDelegate next)
    {
        SecurityHeaders.Set(http);
        if (Doorkeeper.Refuse(http) is { } refusal)
        {
            await refusal.Write(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await (e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Body.TooLarge()
                : new Problem(e.StatusCode, "request:bad", "not a request that can be read", e.Message)).Write(http);
        }
        catch (Exception e)
        {
            http.RequestServices.GetRequiredService<ILogger<RahdarServer>>()
                .LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            await new Problem(
                StatusCodes.Status500InternalServerError, "serve:failure", "a failure of Rahdar or of the machine",
                "it was written to the log of the server").Write(http);
        }
    }

    private static async Task Other(HttpContext http)
    {
        if (http.Request.Path.Value is { } path && path.StartsWith("/api/", StringComparison.Ordinal)
            && QuestionBook.Find(path.Split('/')[^1]) is not null)
        {
            await new Problem(
                StatusCodes.Status405MethodNotAllowed, "request:method", "not asked with this method",
                $"{http.Request.Method} is not for {path}: /api/openapi.json says how it is asked").Write(http);
            return;
        }
        var isPage = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (isPage && !http.Request.Path.StartsWithSegments("/api")
            && await http.RequestServices.GetRequiredService<ClientFiles>().Give(http)) return;
        await new Problem(
            StatusCodes.Status404NotFound, "request:not-found", "nothing is here",
            "what there is stands in /api/openapi.json").Write(http);
    }

    private static Task Health(HttpContext http, IServiceProvider services)
    {
        var (corridor, admission) = (
            services.GetRequiredService<HeldCorridor>(), services.GetRequiredService<Admission>());
        var jobs = services.GetRequiredService<JobShelf>().Jobs;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            json.WriteString("version", HeldCorridor.ProgramVersion);
            json.WriteString("data", corridor.DataVersion);
            json.WriteString("timeZoneData", DateTimeZoneProviders.Tzdb.VersionId);
            json.WriteString("today", $"{corridor.Today:uuuu-MM-dd}");
            json.WriteNumber("places", admission.Places);
            json.WriteNumber("free", admission.Free);
            json.WriteNumber("waiting", admission.Waiting);
            json.WriteNumber("jobs", jobs.Count(j => !j.IsEnded));
            json.WriteEndObject();
        }
        return Write(http, Encoding.UTF8.GetString(stream.ToArray()), "no-store");
    }

    private static Task Write(HttpContext http, string json, string caching = "no-cache")
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = caching;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json), http.RequestAborted).AsTask();
    }
}
