using System.Net;
using System.Text;
using System.Text.Json;

namespace Rahdar.Tests.Server;

/// <summary>Goal: wrong input is answered with every fault at its field, and nothing of the machine can be reached by
/// it. Method: a running server is asked wrongly.</summary>
[Collection("server")]
public sealed class WrongInputTests(RunningServer server)
{
    private const string Question = "from=PKLHE&to=RUASF&ready=2025-06-21&cargo=16x20ft:20t";

    [Fact]
    public async Task Every_fault_is_told_at_once_by_field()
    {
        var (status, json) = await server.Get("/api/plan?from=zzzqq&cargo=x&draws=many&foo=1&short=perhaps");
        Assert.Equal(400, status);
        Assert.Equal(
            [
                ("--cargo", "query:cargo"), ("--draws", "request:not-a-number"), ("--foo", "request:unknown-parameter"),
                ("--from", "query:unknown-place"), ("--ready", "request:missing"), ("--short", "request:not-a-flag"),
                ("--to", "request:missing"),
            ],
            Faults(json));
    }

    [Theory]
    [InlineData("scenario=/etc/passwd")]
    [InlineData("scenario=../../secret")]
    [InlineData("scenario=README.md")]
    [InlineData("scenario=..%5C..%5Csecret")]
    public async Task File_of_the_machine_is_never_a_scenario(string parameter)
    {
        var (status, json) = await server.Get($"/api/plan?{Question}&{parameter}");
        Assert.Equal((400, "scenario:missing-file"), (status, json.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/api/plan?" + Question + "&from=PKKHI", "request:repeated")]
    [InlineData("/api/plan?" + Question + "&known=%00", "request:control-character")]
    [InlineData("/api/borders?limit=0", "request:limit")]
    [InlineData("/api/borders?limit=501", "request:limit")]
    [InlineData("/api/borders?cursor=nobody", "request:cursor")]
    [InlineData("/api/borders?known=yesterday", "query:date")]
    [InlineData("/api/claims?subject=zzzqqq", "query:unknown-subject")]
    [InlineData("/api/figure?id=nothing", "query:unknown-figure")]
    [InlineData("/api/figures?" + Question + "&plan=99", "query:plan")]
    [InlineData("/api/news?after=2025-06-21&known=2025-06-01", "query:window")]
    [InlineData("/api/names?lang=de", "query:language")]
    public async Task Wrong_value_has_its_code(string path, string code)
    {
        var (status, json) = await server.Get(path);
        Assert.Equal((400, code), (status, json.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("[]", "request:bad-json")]
    [InlineData("{", "request:bad-json")]
    [InlineData("""{"from":"a","from":"b"}""", "request:bad-json")]
    [InlineData("""{"from":{"a":1}}""", "request:bad-value")]
    [InlineData("""{"from":"\ud800"}""", "request:bad-json")]
    [InlineData("""{"from":[[[["x"]]]]}""", "request:bad-json")]
    public async Task Wrong_body_has_its_code(string body, string code)
    {
        var (status, json) = await server.Post("/api/plan", body);
        Assert.Equal(400, status);
        Assert.Contains(Faults(json), f => f.Code == code);
    }

    [Fact]
    public async Task Body_beyond_the_limit_is_refused()
    {
        var (status, json) = await server.Post("/api/scenario-check", new string('x', 1_200_000));
        Assert.Equal((413, "request:too-large"), (status, json.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Body_of_another_kind_is_refused()
    {
        using var content = new StringContent("from=PKLHE", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await server.Client.PostAsync(
            "/api/plan", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("Host", "evil.example", 421)]
    [InlineData("Host", "127.0.0.1:1", 421)]
    [InlineData("Host", "169.254.169.254", 421)]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Sec-Fetch-Site", "none", 200)]
    public async Task Page_of_another_site_is_not_let_in(string header, string value, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("'\";--")]
    [InlineData("%s%n%x")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Eabc")]
    [InlineData("../../etc/passwd")]
    public async Task Odd_text_in_any_field_is_answered_and_never_a_failure(string text)
    {
        foreach (var question in Rahdar.Server.Asking.QuestionBook.All.Where(q => !q.IsJobOnly))
        {
            var body = JsonSerializer.Serialize(question.Parameters.ToDictionary(p => p.Name, _ => text));
            var (status, json) = await server.Post($"/api/{question.Name}", body);
            Assert.True(status is 200 or 400, $"{question.Name} {status} {json}");
        }
    }

    [Theory]
    [InlineData("/api/nothing", 404, "request:not-found")]
    [InlineData("/nothing", 404, "request:not-found")]
    [InlineData("/../etc/passwd", 404, "request:not-found")]
    [InlineData("/api/simulate?from=2025-06-21", 405, "request:method")]
    [InlineData("/api/jobs/nobody", 404, "job:unknown")]
    public async Task What_is_not_there_has_a_code(string path, int status, string code)
    {
        var answer = await server.Get(path);
        Assert.Equal((status, code), (answer.Status, answer.Json.GetProperty("code").GetString()));
    }

    internal static List<(string Field, string Code)> Faults(JsonElement problem) =>
    [
        .. problem.GetProperty("faults").EnumerateArray()
            .Select(f => (f.GetProperty("field").GetString()!, f.GetProperty("code").GetString()!)),
    ];
}
