using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Rahdar.Network.Reading;
using Rahdar.Server.Asking;

namespace Rahdar.Server.Http;

/// <summary>Answers a question over HTTP: reads it, gives the answer held, or waits for a place and asks.</summary>
internal sealed class QuestionEndpoint(
    HeldCorridor corridor, Admission admission, AnswerCache cache, ServeSettings settings,
    IHostApplicationLifetime life)
{
    /// <summary>Answers `GET /api/NAME?parameter=value`; the same question has the same ETag until the data
    /// change.</summary>
    internal Task Get(HttpContext http, Question question)
    {
        var faults = new FaultCollector();
        return Answer(http, question, ValueReader.Read(question, http.Request.Query, faults), faults);
    }

    /// <summary>Answers `POST /api/NAME` with a JSON object of the parameters.</summary>
    internal async Task Post(HttpContext http, Question question)
    {
        if (await Body.Read(http) is not { } body) return;
        var faults = new FaultCollector();
        await Answer(http, question, ValueReader.Read(question, body, faults), faults);
    }

    private async Task Answer(
        HttpContext http, Question question, Dictionary<string, IReadOnlyList<string>> values, FaultCollector faults)
    {
        using var activity = Telemetry.Start(question.Name);
        var tag = TagOf(question, values);
        if (faults.IsClean && http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(t => t.Trim() == tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Tag(http, tag);
            return;
        }
        if (faults.IsClean && cache.Find(tag) is { } held)
        {
            Telemetry.Answered(question.Name, "held", TimeSpan.Zero);
            await Write(http, question, tag, held);
            return;
        }
        if (question.IsQuick)
        {
            await Give(http, question, tag, Ask(question, values, faults, http.RequestAborted), faults);
            return;
        }
        await AskInPlace(http, question, tag, values, faults);
    }

    private async Task AskInPlace(
        HttpContext http, Question question, string tag, Dictionary<string, IReadOnlyList<string>> values,
        FaultCollector faults)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, life.ApplicationStopping);
        var place = await admission.Enter(http.RequestAborted);
        if (!place.IsAcquired)
        {
            place.Dispose();
            Telemetry.Answered(question.Name, "busy", TimeSpan.Zero);
            await admission.TooMany().Write(http);
            return;
        }
        var begun = Stopwatch.GetTimestamp();
        var token = stop.Token;
        var work = Task.Run(() => Ask(question, values, faults, token), CancellationToken.None);
        _ = work.ContinueWith(
            _ => Leave(place, begun), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            var json = await work.WaitAsync(settings.QuestionTime, http.RequestAborted);
            Telemetry.Answered(question.Name, json is null ? "refused" : "answered", Stopwatch.GetElapsedTime(begun));
            await Give(http, question, tag, json, faults);
        }
        catch (TimeoutException)
        {
            // The place is held until the work comes to its next step and ends: the budget stays true.
            await stop.CancelAsync();
            Telemetry.Answered(question.Name, "too-long", Stopwatch.GetElapsedTime(begun));
            await new Problem(
                StatusCodes.Status503ServiceUnavailable, "limit:time", "the question takes too long",
                $"given up after {settings.QuestionTime.TotalSeconds:0} s; ask less, or ask it as a job: POST "
                + $"/api/jobs/{question.Name}").Write(http);
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            await new Problem(
                StatusCodes.Status503ServiceUnavailable, "serve:stopping", "the server is ending",
                "ask again when it runs again").Write(http);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }

    private void Leave(RateLimitLease place, long begun)
    {
        admission.Took(Stopwatch.GetElapsedTime(begun));
        place.Dispose();
    }

    private string? Ask(
        Question question, Dictionary<string, IReadOnlyList<string>> values, FaultCollector faults,
        CancellationToken cancel) =>
        question.Ask(new Asked(corridor, values, faults, _ => cancel.ThrowIfCancellationRequested(), cancel));

    private async Task Give(HttpContext http, Question question, string tag, string? json, FaultCollector faults)
    {
        if (json is null || !faults.IsClean)
        {
            await Problem.BadInput(Concise.Of(faults.Faults)).Write(http);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(json);
        cache.Keep(tag, bytes);
        await Write(http, question, tag, bytes);
    }

    private static async Task Write(HttpContext http, Question question, string tag, byte[] bytes)
    {
        Tag(http, tag);
        http.Response.ContentType = question.MediaType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static void Tag(HttpContext http, string tag)
    {
        http.Response.Headers.CacheControl = "no-cache";
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            http.Response.Headers.ETag = tag;
    }

    /// <summary>Hash of the data, the program and the question with its values in order of names; where a day is today
    /// when left out, of today.</summary>
    private string TagOf(Question question, Dictionary<string, IReadOnlyList<string>> values)
    {
        var text = new StringBuilder($"{HeldCorridor.ProgramVersion}\n{corridor.DataVersion}\n{question.Name}\n");
        if (question.Parameters.Contains(QuestionParameters.KnownToday)) text.Append($"{corridor.Today}\n");
        foreach (var (name, given) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
            foreach (var value in given)
                text.Append(name.Length).Append(':').Append(name).Append(value.Length).Append(':').Append(value);
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24]}\"";
    }
}
