using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rahdar.Network.Reading;
using Rahdar.Reports;

namespace Rahdar.Server.Http;

/// <summary>An answer that is no answer to the question: RFC 9457 problem details with a stable code.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code, general to special: a contract.</param>
/// <param name="Title">What kind of thing is wrong, the same for all of a code.</param>
/// <param name="Detail">What is wrong here, and what would help.</param>
internal sealed record Problem(int Status, string Code, string Title, string Detail)
{
    /// <summary>Every fault of the input; empty when none is to blame.</summary>
    internal IReadOnlyList<InputFault> Faults { get; init; } = [];

    /// <summary>Seconds after which it makes sense to ask again; 0 when it does not.</summary>
    internal int RetryAfterSeconds { get; init; }

    /// <summary>Wrong input, with all its faults.</summary>
    internal static Problem BadInput(IReadOnlyList<InputFault> faults) => new(
        StatusCodes.Status400BadRequest, faults[0].Code, "the question cannot be asked",
        faults.Count == 1 ? $"{faults[0].Field} {faults[0].Message}".Trim()
            : $"{faults.Count} faults, listed in `faults`")
    {
        Faults = faults,
    };

    /// <summary>Writes it as the whole answer.</summary>
    internal Task Write(HttpContext http)
    {
        if (http.Response.HasStarted) return Task.CompletedTask;
        http.Response.Clear();
        SecurityHeaders.Set(http);
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/problem+json";
        http.Response.Headers.CacheControl = "no-store";
        if (RetryAfterSeconds > 0)
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return http.Response.Body.WriteAsync(Bytes(), http.RequestAborted).AsTask();
    }

    // Sent as JSON of its own type and never inside a page: letters of all scripts stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "urn:rahdar:" + Code);
            json.WriteString("title", Title);
            json.WriteNumber("status", Status);
            json.WriteString("detail", Detail);
            json.WriteString("code", Code);
            PlanJson.FaultList(json, Faults);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
