using System.Text;
using System.Text.Json;
using NodaTime;
using Rahdar.Server;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Server;

/// <summary>A server of the shipped corridor on a free port, started once for all tests, and a browserless
/// client.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private RahdarServer? _server;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>`http://127.0.0.1:PORT`.</summary>
    public string Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        _server = await RahdarServer.Start(
            new HeldCorridor(ShippedCorridor.Network, CorridorStore.VersionOf(), SystemClock.Instance),
            new ServeSettings { Port = 0 });
        Client.BaseAddress = new Uri(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server!.Stop();
        await _server.DisposeAsync();
    }

    public async Task<(int Status, JsonElement Json)> Get(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<(int Status, JsonElement Json)> Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Takes a job, waits for its end, and gives how it stands then.</summary>
    public async Task<JsonElement> Job(string question, string body)
    {
        var (status, job) = await Post($"/api/jobs/{question}", body);
        Assert.Equal(202, status);
        while (job.GetProperty("state").GetString() is "waiting" or "running")
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            (_, job) = await Get($"/api/jobs/{job.GetProperty("id").GetString()}");
        }
        return job;
    }

    private static JsonElement Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}

/// <summary>Tests that share the one server.</summary>
[CollectionDefinition("server")]
public sealed class ServerTests : ICollectionFixture<RunningServer>;
