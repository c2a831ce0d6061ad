using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rahdar.Server.Asking;
using Rahdar.Server.Http;

namespace Rahdar.Server.OpenApi;

/// <summary>The OpenAPI 3.1 document, made from the list of questions and the schemas beside this file.</summary>
/// <remarks>Source: OpenAPI Specification 3.1.1; schemas are JSON Schema 2020-12, one for each kind of answer, and are
/// held to real answers by a test.</remarks>
internal static class OpenApiDocument
{
    private const string Prefix = "schemas/";

    private static readonly Lazy<string> Text = new(Write);

    /// <summary>The document.</summary>
    internal static string Json => Text.Value;

    /// <summary>The schemas by name.</summary>
    internal static IReadOnlyDictionary<string, string> Schemas { get; } = ReadSchemas();

    private static SortedDictionary<string, string> ReadSchemas()
    {
        var assembly = typeof(OpenApiDocument).Assembly;
        var schemas = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            schemas[Path.GetFileNameWithoutExtension(name[Prefix.Length..])] = reader.ReadToEnd();
        }
        return schemas;
    }

    private static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.1");
            json.WriteStartObject("info");
            json.WriteString("title", "Rahdar");
            json.WriteString("version", HeldCorridor.ProgramVersion);
            json.WriteString("description", "What the corridor, the planner and the simulation know, on one machine. "
                + "Answers are the JSON of the command line; docs/formats describes them.");
            json.WriteStartObject("license");
            json.WriteString("name", "Apache-2.0");
            json.WriteString("identifier", "Apache-2.0");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("servers");
            json.WriteStartObject();
            json.WriteString("url", "/");
            json.WriteString("description", "this machine");
            json.WriteEndObject();
            json.WriteEndArray();
            Tags(json);
            json.WriteStartObject("paths");
            foreach (var question in QuestionBook.All) QuestionPaths(json, question);
            JobPaths(json);
            Plain(json, "/api/health", "health", "whether the server answers, and what it is at", "health");
            Plain(json, "/api/openapi.json", "openapi", "this document", null);
            json.WriteEndObject();
            Components(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Tags(Utf8JsonWriter json)
    {
        json.WriteStartArray("tags");
        foreach (var (name, what) in new[]
            {
                ("questions", "answered while you wait"), ("jobs", "asked, listened to, fetched"),
                ("server", "the server itself"),
            })
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("description", what);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void QuestionPaths(Utf8JsonWriter json, Question question)
    {
        if (!question.IsJobOnly)
        {
            json.WriteStartObject($"/api/{question.Name}");
            if (!question.NeedsBody)
            {
                Operation(json, "get", question.Name, question.Summary, "questions", () =>
                {
                    json.WriteStartArray("parameters");
                    foreach (var parameter in question.Parameters) QueryParameter(json, parameter);
                    json.WriteEndArray();
                });
                Responses(json, question.SchemaOrNone, question.MediaType, isTagged: true);
                json.WriteEndObject();
            }
            Operation(
                json, "post", question.Name + "-by-body", question.Summary, "questions", () => Body(json, question));
            Responses(json, question.SchemaOrNone, question.MediaType, isTagged: false);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteStartObject($"/api/jobs/{question.Name}");
        Operation(json, "post", question.Name + "-as-job", question.Summary, "jobs", () => Body(json, question));
        json.WriteStartObject("responses");
        Response(json, "202", "taken; `Location` names the job", "application/json", "job");
        Problems(json, "400", "403", "413", "415", "421", "429", "500");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void JobPaths(Utf8JsonWriter json)
    {
        Plain(json, "/api/jobs", "jobs", "the jobs kept, in the order asked", "jobs");
        json.WriteStartObject("/api/jobs/{id}");
        Job(json, "get", "job", "how a job stands", "200", "application/json", "job");
        Job(json, "delete", "cancel-job", "stops a job", "200", "application/json", "job");
        json.WriteEndObject();
        json.WriteStartObject("/api/jobs/{id}/answer");
        Job(json, "get", "job-answer", "the answer of a job: that of its question", "200", "application/json", null,
            "409");
        json.WriteEndObject();
        json.WriteStartObject("/api/jobs/{id}/events");
        Job(json, "get", "job-events", "server-sent events `progress` and, last, `end`, each with the job as data",
            "200", "text/event-stream", null, "429");
        json.WriteEndObject();
        PicturePath(json);
        json.WriteStartObject("/api/jobs/{id}/csv");
        Job(json, "get", "job-csv", "the answer of a job as a table, where it is one", "200", "text/csv", null, "409");
        json.WriteEndObject();
    }

    private static void Job(
        Utf8JsonWriter json, string method, string id, string summary, string status, string type, string? schema,
        params string[] more)
    {
        Operation(json, method, id, summary, "jobs", () =>
        {
            json.WriteStartArray("parameters");
            PathId(json);
            json.WriteEndArray();
        });
        json.WriteStartObject("responses");
        Response(json, status, summary, type, schema);
        Problems(json, ["403", "404", .. more, "421", "500"]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void PicturePath(Utf8JsonWriter json)
    {
        json.WriteStartObject("/api/jobs/{id}/pictures");
        Operation(json, "get", "job-pictures", "the pictures of an answer, or one of them as SVG", "jobs", () =>
        {
            json.WriteStartArray("parameters");
            PathId(json);
            foreach (var parameter in PictureEndpoint.Parameters) QueryParameter(json, parameter);
            json.WriteEndArray();
        });
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "the list, or with `picture` the drawing");
        json.WriteStartObject("content");
        Content(json, "application/json", "pictures");
        Content(json, "image/svg+xml", null);
        json.WriteEndObject();
        json.WriteEndObject();
        Problems(json, "400", "403", "404", "409", "421", "500");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void PathId(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", "id");
        json.WriteString("in", "path");
        json.WriteBoolean("required", true);
        json.WriteStartObject("schema");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Plain(Utf8JsonWriter json, string path, string id, string summary, string? schema)
    {
        json.WriteStartObject(path);
        Operation(json, "get", id, summary, "server", () => { });
        json.WriteStartObject("responses");
        Response(json, "200", summary, "application/json", schema);
        Problems(json, "403", "421", "500");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Operation(
        Utf8JsonWriter json, string method, string id, string summary, string tag, Action input)
    {
        json.WriteStartObject(method);
        json.WriteString("operationId", id);
        json.WriteString("summary", summary);
        json.WriteStartArray("tags");
        json.WriteStringValue(tag);
        json.WriteEndArray();
        input();
    }

    private static void QueryParameter(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", "query");
        json.WriteString("description", parameter.Description);
        json.WriteBoolean("required", parameter.IsRequired);
        json.WritePropertyName("schema");
        Value(json, parameter);
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", question.Parameters.Any(p => p.IsRequired));
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        foreach (var parameter in question.Parameters.Where(p => p.IsRequired)) json.WriteStringValue(parameter.Name);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var parameter in question.Parameters)
        {
            json.WritePropertyName(parameter.Name);
            Value(json, parameter);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, Parameter parameter)
    {
        var type = parameter.Kind switch
        {
            ParameterKind.Whole => "integer",
            ParameterKind.Flag => "boolean",
            _ => "string",
        };
        json.WriteStartObject();
        if (parameter.IsRepeated)
        {
            json.WriteString("type", "array");
            json.WriteNumber("maxItems", ServeLimits.ValuesMax);
            json.WriteStartObject("items");
            json.WriteString("type", type);
            json.WriteEndObject();
        }
        else json.WriteString("type", type);
        json.WriteString("description", parameter.Description);
        json.WriteEndObject();
    }

    private static void Responses(Utf8JsonWriter json, string? schema, string type, bool isTagged)
    {
        json.WriteStartObject("responses");
        Response(json, "200", "the answer: the JSON of the command line", type, schema);
        if (isTagged)
        {
            json.WriteStartObject("304");
            json.WriteString("description", "the answer is the one you hold (`If-None-Match`)");
            json.WriteEndObject();
        }
        Problems(json, "400", "403", "413", "415", "421", "429", "500", "503");
        json.WriteEndObject();
    }

    private static void Response(Utf8JsonWriter json, string status, string what, string type, string? schema)
    {
        json.WriteStartObject(status);
        json.WriteString("description", what);
        json.WriteStartObject("content");
        Content(json, type, schema);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, string type, string? schema)
    {
        json.WriteStartObject(type);
        json.WriteStartObject("schema");
        if (schema is not null) json.WriteString("$ref", $"#/components/schemas/{schema}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Problems(Utf8JsonWriter json, params string[] statuses)
    {
        foreach (var status in statuses)
        {
            json.WriteStartObject(status);
            json.WriteString("$ref", "#/components/responses/problem");
            json.WriteEndObject();
        }
    }

    private static void Components(Utf8JsonWriter json)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("responses");
        Response(json, "problem", "why there is no answer: RFC 9457 problem details with a stable code",
            "application/problem+json", "problem");
        json.WriteEndObject();
        json.WriteStartObject("schemas");
        foreach (var (name, text) in Schemas)
        {
            json.WritePropertyName(name);
            JsonNode.Parse(text)!.WriteTo(json);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
