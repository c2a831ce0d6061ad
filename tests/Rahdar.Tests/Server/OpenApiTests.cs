using System.Text.Json;
using System.Text.RegularExpressions;
using Rahdar.Server.Asking;
using Rahdar.Server.OpenApi;
using Rahdar.Tests.Expected;

namespace Rahdar.Tests.Server;

/// <summary>Goal: the OpenAPI document is sound, says what the server does, and is the one the web client is generated
/// from. Method: its rules are checked, and real answers of every operation are held to its schemas.</summary>
[Collection("server")]
public sealed partial class OpenApiTests(RunningServer server)
{
    private const string Plan = "from=PKLHE&to=UZTAS&ready=2025-07-10&cargo=16x20ft:20t&known=2025-07-01&draws=20";

    /// <summary>Addresses whose answers make the schemas, beside those of <see cref="SampleQuestions"/>.</summary>
    private static readonly string[] More =
    [
        "/api/map?known=2025-06-21", $"/api/figures?{Plan.Replace("&draws=20", "", StringComparison.Ordinal)}&plan=1",
        "/api/figure?id=defaults/DF-Q/value",
        "/api/news?after=2025-06-09&known=2025-06-21", "/api/names?lang=ur", "/api/scenarios",
        "/api/story", "/api/health", "/api/jobs",
        "/api/claims?subject=S-PKRU-RAIL&known=2025-06-21", "/api/claims?subject=CL-21&known=2025-06-21",
        "/api/claims?subject=PKKHI&known=2025-06-21", "/api/line?line=ML1",
        .. Rahdar.Reports.CorridorTable.Names.SelectMany(n => new[]
        {
            $"/api/{n}?known=2025-06-21&limit=500", $"/api/{n}?known=2026-03-01&limit=500",
        }),
    ];

    /// <summary>Addresses that had no part in making the schemas.</summary>
    private static readonly string[] Others =
    [
        "/api/plan?from=PKPEW&to=KZALA&ready=2025-08-03&cargo=4x40ft:22t&draws=20&by=2025-09-01",
        "/api/plan?from=PKKHI&to=RUASF&ready=2025-08-03&cargo=30x20ft:18t&draws=20&short=true",
        "/api/borders?known=2024-02-01&limit=500", "/api/incidents?known=2024-02-01&limit=500",
        "/api/claims?subject=TORKHAM-RD-OUT&known=2025-12-01", "/api/map?known=2025-12-01",
        "/api/names", "/api/names?lang=RU",
        "/api/which?from=PKKHI,PKBQM&to=KZALA&ready=2025-08-03&cargo=4x20ft:20t&draws=20",
        "/api/wait-or-divert?from=PKPEW&to=UZTAS&ready=2025-11-01&cargo=4x20ft:20t&crossing=TORKHAM-RD-OUT",
    ];

    private static JsonElement Document { get; } = JsonDocument.Parse(OpenApiDocument.Json).RootElement;

    [Fact]
    public void Document_is_that_of_the_web_client() =>
        ApprovedFile.Check("../../../web/openapi.json", OpenApiDocument.Json + "\n");

    [Fact]
    public void References_meet_what_they_name()
    {
        foreach (var reference in Reference().Matches(OpenApiDocument.Json).Select(m => m.Groups[1].Value))
        {
            var node = Document;
            foreach (var part in reference.Split('/'))
                Assert.True(node.TryGetProperty(part, out node), $"#/{reference} is not there");
        }
    }

    [Fact]
    public void Operations_have_an_id_a_summary_a_tag_and_answers()
    {
        Assert.Equal("3.1.1", Document.GetProperty("openapi").GetString());
        var ids = new List<string>();
        foreach (var path in Document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var o = operation.Value;
                ids.Add(o.GetProperty("operationId").GetString()!);
                Assert.NotEqual("", o.GetProperty("summary").GetString());
                Assert.Single(o.GetProperty("tags").EnumerateArray());
                Assert.Contains(
                    o.GetProperty("responses").EnumerateObject(), r => r.Name.StartsWith('2'));
                Assert.Equal(operation.Name is "post" && !path.Name.EndsWith("{id}", StringComparison.Ordinal),
                    o.TryGetProperty("requestBody", out _));
                // Every variable of the path is a parameter.
                foreach (var variable in Variable().Matches(path.Name).Select(m => m.Groups[1].Value))
                    Assert.Contains(o.GetProperty("parameters").EnumerateArray(), p =>
                        p.GetProperty("name").GetString() == variable && p.GetProperty("in").GetString() == "path");
            }
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Questions_have_parameters_told_once()
    {
        Assert.Equal(QuestionBook.All.Count, QuestionBook.All.Select(q => q.Name).Distinct().Count());
        Assert.All(QuestionBook.All, q =>
        {
            Assert.Equal(q.Parameters.Count, q.Parameters.Select(p => p.Name).Distinct().Count());
            if (q.SchemaOrNone is { } schema) Assert.Contains(schema, OpenApiDocument.Schemas.Keys);
        });
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Schemas_are_those_of_real_answers()
    {
        var shapes = new SortedDictionary<string, JsonShape>(StringComparer.Ordinal);
        JsonShape Of(string name) =>
            shapes.TryGetValue(name, out var shape) ? shape : shapes[name] = new JsonShape();
        foreach (var address in SampleQuestions.All.Select(SampleQuestions.AddressOf))
        {
            using var answer = JsonDocument.Parse(await SampleAnswers.Of(server.Client, address));
            Of(SchemaOf(address)).Add(answer.RootElement);
        }
        foreach (var address in More)
        {
            var (status, json) = await server.Get(address);
            Assert.True(status == 200, address);
            Of(SchemaOf(address)).Add(json);
        }
        Of("problem").Add((await server.Get("/api/plan?from=zz")).Json);
        Of("problem").Add((await server.Get("/api/nothing")).Json);
        Of("share").Add(await Consignments());
        foreach (var text in new[] { "scenario x\nstop-service S-PKRU-RAIL\n", "scenario y as-of 2025-06-21\nfoo\n",
            "scenario z as-of 2025-06-21\nstop-service S-PKRU-RAIL\n" })
            Of("scenario-check").Add((await server.Post("/api/scenario-check", Body(text))).Json);
        const string small = "\"days\":2,\"warm-up\":2,\"replications\":2";
        foreach (var (question, body) in new[]
            {
                ("simulate", $$"""{"from":"2025-06-21",{{small}},"scenario":["taftan-shut-30"],"marginal":1}"""),
                ("simulate", $$"""
                    {"from":"2025-06-21",{{small}},"consignment":["16x20ft:20t PKLHE RUASF 2025-06-22"]}
                    """),
                ("simulate", """{"from":"2025-06-21","days":2,"warm-up":2,"replications":1}"""),
                ("compare", """{"scenario":["taftan-shut-3"],"days":2,"warm-up":2,"replications":1}"""),
                ("compare", $$"""{"scenario":["taftan-shut-30","taftan-shut-3"],{{small}}}"""),
                ("indicators", """{"from":"2025-06-21","days":5,"warm-up":5,"by":"post,direction,mode"}"""),
                ("simulate", """{"from":"never"}"""),
            })
        {
            var job = await server.Job(question, body);
            Of("job").Add(job);
            if (job.GetProperty("state").GetString() != "done") continue;
            var its = $"/api/jobs/{job.GetProperty("id").GetString()}";
            Of(question).Add((await server.Get(its + "/answer")).Json);
            if (question == "indicators") continue;
            Of("pictures").Add((await server.Get(its + "/pictures?lang=ur")).Json);
        }
        Of("jobs").Add((await server.Get("/api/jobs")).Json);
        foreach (var (name, shape) in shapes)
            ApprovedFile.Check(
                $"../../../src/Rahdar.Server/OpenApi/Schemas/{name}.json",
                shape.Schema().ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Other_answers_are_of_their_schemas()
    {
        foreach (var address in Others)
        {
            var (status, json) = await server.Get(address);
            Assert.True(status == 200, $"{address} {json}");
            using var schema = JsonDocument.Parse(OpenApiDocument.Schemas[SchemaOf(address)]);
            Assert.Empty(JsonShape.Faults(json, schema.RootElement).Distinct().Select(f => $"{address} {f}"));
        }
    }

    [Theory]
    [InlineData("""{"a":1,"b":["x"]}""", "")]
    [InlineData("""{"a":1.5,"b":[]}""", "$.a is number")]
    [InlineData("""{"b":[1]}""", "$ lacks a;$.b[] is integer")]
    [InlineData("""{"a":1,"b":[],"c":2}""", "$ has c")]
    public void Check_of_a_schema_means_what_it_says(string json, string faults)
    {
        using var sample = JsonDocument.Parse("""{"a":2,"b":["y"]}""");
        var schema = JsonSerializer.SerializeToElement(new JsonShape().Add(sample.RootElement).Schema());
        using var value = JsonDocument.Parse(json);
        Assert.Equal(faults, string.Join(';', JsonShape.Faults(value.RootElement, schema)));
    }

    private async Task<JsonElement> Consignments()
    {
        var text = "id,from,to,ready,cargo,priority\nA,PKLHE,UZTAS,2025-07-10,4x20ft:20t,1\n"
            + "B,PKLHE,UZTAS,2025-07-10,16x20ft:20t,2\n";
        var (status, json) = await server.Post("/api/share", JsonSerializer.Serialize(
            new Dictionary<string, object> { ["consignments"] = text, ["later-days"] = 1 }));
        Assert.Equal(200, status);
        return json;
    }

    private static string Body(string scenario) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["scenario"] = scenario });

    private static string SchemaOf(string address)
    {
        var name = address["/api/".Length..].Split('?')[0];
        return QuestionBook.Find(name)?.Schema ?? name;
    }

    [GeneratedRegex("\"\\$ref\": \"#/([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Variable();
}
