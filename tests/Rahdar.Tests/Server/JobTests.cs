using System.Net;
using System.Text.Json;

namespace Rahdar.Tests.Server;

/// <summary>Goal: long work is taken, listened to, fetched and stopped. Method: jobs of a running server; those of a
/// server of their own where the whole shelf matters.</summary>
public sealed class JobTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Long = """{"from":"2025-06-21","days":300,"warm-up":300,"replications":300}""";

    [Fact]
    public async Task Progress_is_told_until_the_end_and_the_answer_fetched()
    {
        var (status, job) = await server.Post("/api/jobs/simulate", """
            {"from":"2025-06-21","days":1,"warm-up":0,"replications":2}
            """);
        Assert.Equal(202, status);
        var id = job.GetProperty("id").GetString();
        var events = await server.Client.GetStringAsync(
            $"/api/jobs/{id}/events", TestContext.Current.CancellationToken);
        var last = events.TrimEnd().Split("\n\n")[^1];
        Assert.StartsWith("event: end\ndata: {", last, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", last, StringComparison.Ordinal);
        Assert.Contains("\"done\":2,\"of\":2", last, StringComparison.Ordinal);
        var (_, answer) = await server.Get($"/api/jobs/{id}/answer");
        Assert.True(answer.TryGetProperty("result", out _));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Job_is_stopped_and_those_that_wait_come_next()
    {
        var (_, first) = await server.Post("/api/jobs/simulate", Long);
        var (_, second) = await server.Post("/api/jobs/simulate", """
            {"from":"2025-06-21","days":1,"warm-up":0,"replications":1}
            """);
        Assert.Equal("waiting", second.GetProperty("state").GetString());
        Assert.Equal(1, second.GetProperty("ahead").GetInt32());
        var (early, _) = await server.Get($"/api/jobs/{Id(second)}/answer");
        Assert.Equal(409, early);
        using var gone = await server.Client.DeleteAsync(
            $"/api/jobs/{Id(first)}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Equal("cancelled", await End(first));
        Assert.Equal("done", await End(second));
    }

    [Fact]
    public async Task Job_that_cannot_be_asked_is_refused_with_its_faults()
    {
        var job = await server.Job("simulate", """{"from":"yesterday","scenario":["nothing"],"days":0}""");
        Assert.Equal("refused", job.GetProperty("state").GetString());
        Assert.Equal(
            ["query:date", "query:days", "scenario:missing-file"],
            WrongInputTests.Faults(job).Select(f => f.Code).Order(StringComparer.Ordinal));
        var (status, problem) = await server.Post("/api/jobs/simulate", """{"foo":1}""");
        Assert.Equal(400, status);
        Assert.Equal(2, problem.GetProperty("faults").GetArrayLength());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task One_job_too_many_is_refused()
    {
        var taken = new List<JsonElement>();
        for (var i = 0; i < 6; i++)
        {
            var (status, job) = await server.Post("/api/jobs/simulate", Long);
            if (status == 202) taken.Add(job);
            else Assert.Equal((429, "limit:jobs"), (status, job.GetProperty("code").GetString()));
        }
        Assert.True(taken.Count < 6);
        foreach (var job in taken)
            using (await server.Client.DeleteAsync($"/api/jobs/{Id(job)}", TestContext.Current.CancellationToken)) { }
        foreach (var job in taken) Assert.Equal("cancelled", await End(job));
    }

    private static string Id(JsonElement job) => job.GetProperty("id").GetString()!;

    private async Task<string> End(JsonElement job)
    {
        while (true)
        {
            var state = (await server.Get($"/api/jobs/{Id(job)}")).Json.GetProperty("state").GetString()!;
            if (state is not ("waiting" or "running")) return state;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
