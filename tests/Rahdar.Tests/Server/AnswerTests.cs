using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Rahdar.Server;
using Rahdar.Server.Asking;
using Rahdar.Server.Http;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Server;

/// <summary>Goal: every answer carries the headers that keep a browser safe, an answer held is not sent again, tables
/// come by pages, too many questions are told to come again, and limits are those of the page. Method: a running server
/// is asked.</summary>
[Collection("server")]
public sealed class AnswerTests(RunningServer server)
{
    private const string Quick = "/api/claims?subject=TAFTAN-RD&known=2025-06-21";

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        var paths = QuestionBook.All.Select(q => $"/api/{q.Name}")
            .Concat(["/", "/plan", "/api/health", "/api/jobs", "/api/jobs/x/events", "/api/openapi.json", "/x", Quick]);
        foreach (var path in paths)
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete, HttpMethod.Options })
            {
                using var request = new HttpRequestMessage(method, path);
                using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.All(SecurityHeaders.All, h => Assert.Equal(
                    h.Value, answer.Headers.TryGetValues(h.Name, out var v) ? v.Single() : $"{path} lacks {h.Name}"));
                Assert.False(answer.Headers.Contains("Server"));
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            }
    }

    [Fact]
    public void Content_policy_lets_nothing_in_from_elsewhere()
    {
        Assert.DoesNotContain("http", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_held_is_not_sent_again()
    {
        using var first = await server.Client.GetAsync(Quick, TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, Quick);
        request.Headers.IfNoneMatch.Add(tag);
        using var again = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotModified, 0L), (again.StatusCode, again.Content.Headers.ContentLength ?? 0));
        Assert.Equal(tag, again.Headers.ETag);
        using var other = await server.Client.GetAsync(
            Quick.Replace("06-21", "06-20", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.NotEqual(tag, other.Headers.ETag);
    }

    [Fact]
    public async Task Other_data_have_another_tag()
    {
        await using var other = await RahdarServer.Start(
            new HeldCorridor(ShippedCorridor.Network, "another", SystemClock.Instance), new ServeSettings { Port = 0 });
        using var client = new HttpClient { BaseAddress = new Uri(other.Address) };
        using var mine = await server.Client.GetAsync(Quick, TestContext.Current.CancellationToken);
        using var its = await client.GetAsync(Quick, TestContext.Current.CancellationToken);
        Assert.NotEqual(mine.Headers.ETag, its.Headers.ETag);
        await other.Stop();
    }

    [Theory]
    [InlineData("borders")]
    [InlineData("services")]
    [InlineData("ports")]
    public async Task Pages_of_a_table_hold_each_row_once(string table)
    {
        var (ids, cursor, total) = (new List<string>(), "", 0);
        do
        {
            var (status, page) = await server.Get(
                $"/api/{table}?known=2025-06-21&limit=7&cursor={Uri.EscapeDataString(cursor)}");
            Assert.Equal(200, status);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            (cursor, total) = (page.GetProperty("next").GetString()!, page.GetProperty("total").GetInt32());
        }
        while (cursor.Length > 0);
        Assert.Equal(total, ids.Distinct().Count());
        Assert.Equal(total, ids.Count);
    }

    [Fact]
    public async Task Status_told_later_is_not_shown_before()
    {
        var (_, page) = await server.Get("/api/borders?known=2025-06-21&limit=500");
        foreach (var row in page.GetProperty("items").EnumerateArray())
            if (row.TryGetProperty("statusDate", out var date))
                Assert.True(string.CompareOrdinal(date.GetString(), "2025-06-21") <= 0);
            else if (row.GetProperty("age").GetString()!.StartsWith("confirmed later", StringComparison.Ordinal))
                Assert.Equal("", row.GetProperty("status").GetString());
        var closures = (await server.Get("/api/closures?known=2025-06-18&limit=500")).Json.GetProperty("items");
        Assert.All(closures.EnumerateArray(), c => Assert.True(
            string.CompareOrdinal(c.GetProperty("knownFrom").GetString(), "2025-06-18") <= 0));
    }

    [Fact]
    public async Task One_question_too_many_is_told_when_to_come_again()
    {
        await using var small = await RahdarServer.Start(
            new HeldCorridor(ShippedCorridor.Network, "small", SystemClock.Instance),
            new ServeSettings { Port = 0, QuestionsAtOnce = 1 });
        using var client = new HttpClient { BaseAddress = new Uri(small.Address) };
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => client.GetAsync(
            $"/api/plan?from=PKLHE&to=UZTAS&ready=2025-07-{i + 9}&cargo=16x20ft:20t&draws=0",
            TestContext.Current.CancellationToken)));
        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.InRange(a.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.True(answers.Count(a => a.IsSuccessStatusCode) >= 2);
        await small.Stop();
    }

    [Fact]
    public async Task Question_that_takes_too_long_is_given_up_with_a_code()
    {
        await using var hasty = await RahdarServer.Start(
            new HeldCorridor(ShippedCorridor.Network, "hasty", SystemClock.Instance),
            new ServeSettings { Port = 0, QuestionTime = TimeSpan.FromMilliseconds(1) });
        using var client = new HttpClient { BaseAddress = new Uri(hasty.Address) };
        using var answer = await client.GetAsync(
            "/api/table?from=PKLHE,PKKHI&to=UZTAS,KZALA&ready=2025-07-10&cargo=16x20ft:20t",
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("limit:time", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await hasty.Stop();
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.5")]
    [InlineData("::")]
    public async Task Server_listens_on_this_machine_alone(string address)
    {
        var settings = new ServeSettings { Port = 0, Address = IPAddress.Parse(address) };
        Assert.NotNull(RahdarServer.Check(settings));
        await Assert.ThrowsAsync<ArgumentException>(() => RahdarServer.Start(
            new HeldCorridor(ShippedCorridor.Network, "", SystemClock.Instance), settings));
    }

    [Fact]
    public async Task Scenario_is_checked_as_typed()
    {
        var (_, good) = await server.Post("/api/scenario-check", Body("""
            scenario mine  as-of 2025-06-21
            close-border  PKTFT-IRMJV  modes=rail,road from=2025-06-20 days=10/25/55
            """));
        Assert.Equal("mine", good.GetProperty("name").GetString());
        Assert.Equal(1, good.GetProperty("assumptions").GetArrayLength());
        var (status, bad) = await server.Post("/api/scenario-check", Body("scenario x\nclose-border NOWHERE from=z"));
        Assert.Equal(200, status);
        Assert.All(bad.GetProperty("faults").EnumerateArray(), f => Assert.Equal(2, f.GetProperty("row").GetInt32()));
        Assert.NotEmpty(bad.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public void Page_lists_every_limit_with_its_value()
    {
        var page = Checkout.ReadText("docs/formats/api.md");
        foreach (var limit in typeof(ServeLimits).GetFields())
            Assert.Matches(
                new Regex($@"\| `{limit.Name}` \| {Regex.Escape($"{limit.GetRawConstantValue():#,0}")} \|"), page);
    }

    private static string Body(string scenario) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["scenario"] = scenario });
}
