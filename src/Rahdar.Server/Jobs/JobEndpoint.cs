using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Rahdar.Network.Reading;
using Rahdar.Server.Asking;
using Rahdar.Server.Http;

namespace Rahdar.Server.Jobs;

/// <summary>Jobs over HTTP: ask, look, listen, fetch the answer, cancel.</summary>
internal sealed class JobEndpoint(JobShelf shelf, IHostApplicationLifetime life)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private int _listeners;

    /// <summary>`POST /api/jobs/NAME`: takes the question as a job.</summary>
    internal async Task Post(HttpContext http, Question question)
    {
        if (await Body.Read(http) is not { } body) return;
        var faults = new FaultCollector();
        var values = ValueReader.Read(question, body, faults);
        if (!faults.IsClean)
        {
            await Problem.BadInput(faults.Faults).Write(http);
            return;
        }
        if (shelf.Take(question, values) is not { } job)
        {
            await new Problem(
                StatusCodes.Status429TooManyRequests, "limit:jobs", "too many jobs wait",
                $"at most {ServeLimits.JobsWaiting} wait; cancel one, or ask again later")
            {
                RetryAfterSeconds = 30,
            }.Write(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers.Location = $"/api/jobs/{job.Id}";
        await Write(http, job.Json(shelf.Ahead(job)));
    }

    /// <summary>`GET /api/jobs`: the jobs kept.</summary>
    internal Task List(HttpContext http) =>
        Write(http, $"{{\"jobs\":[{string.Join(',', shelf.Jobs.Select(j => j.Json(shelf.Ahead(j))))}]}}");

    /// <summary>`GET /api/jobs/ID`: how it stands.</summary>
    internal Task Look(HttpContext http, string id) =>
        Of(http, id, job => Write(http, job.Json(shelf.Ahead(job))));

    /// <summary>`DELETE /api/jobs/ID`: stops it; told again how it stands.</summary>
    internal Task Cancel(HttpContext http, string id) => Of(http, id, job =>
    {
        job.Stop();
        return Write(http, job.Json(shelf.Ahead(job)));
    });

    /// <summary>`GET /api/jobs/ID/answer`: the JSON of the command line.</summary>
    internal Task Answer(HttpContext http, string id) => Of(http, id, job =>
    {
        if (job.AnswerBytes is { } answer)
        {
            http.Response.ContentType = job.Question.MediaType;
            http.Response.ContentLength = answer.Length;
            http.Response.Headers.CacheControl = "no-store";
            return http.Response.Body.WriteAsync(answer, http.RequestAborted).AsTask();
        }
        return new Problem(
            StatusCodes.Status409Conflict, "job:no-answer", "the job has no answer",
            job.IsEnded ? "it ended without one: look at the job" : "it has not ended: listen to /events").Write(http);
    });

    /// <summary>`GET /api/jobs/ID/pictures`: what the answer can be drawn as; `?picture=N` gives one of them as
    /// SVG.</summary>
    internal Task Pictures(HttpContext http, string id) => Of(http, id, job =>
        job.Page is not { } page ? new Problem(
            StatusCodes.Status409Conflict, "job:no-answer", "the job has no pictures",
            "it has not ended, ended without an answer, or its answer cannot be drawn").Write(http)
        : PictureEndpoint.Write(http, page));

    /// <summary>`GET /api/jobs/ID/csv`: the answer as a table.</summary>
    internal Task Csv(HttpContext http, string id) => Of(http, id, job =>
    {
        if (job.Csv is not { } csv) return new Problem(
            StatusCodes.Status409Conflict, "job:no-answer", "the job has no table",
            "it has not ended, ended without an answer, or its answer is no table").Write(http);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"rahdar-{job.Question.Name}.csv\"";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(csv), http.RequestAborted).AsTask();
    });

    /// <summary>`GET /api/jobs/ID/events`: server-sent events `progress` until it has ended, then `end`.</summary>
    internal Task Listen(HttpContext http, string id) => Of(http, id, async job =>
    {
        if (Interlocked.Increment(ref _listeners) > ServeLimits.ListenersMax)
        {
            Interlocked.Decrement(ref _listeners);
            await new Problem(
                StatusCodes.Status429TooManyRequests, "limit:listeners", "too many listen",
                $"at most {ServeLimits.ListenersMax}; look at the job instead")
            {
                RetryAfterSeconds = 5,
            }.Write(http);
            return;
        }
        try
        {
            await Tell(http, job);
        }
        catch (OperationCanceledException)
        {
            // Whoever listened has gone, or the server ends.
        }
        finally
        {
            Interlocked.Decrement(ref _listeners);
        }
    });

    private async Task Tell(HttpContext http, Job job)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, life.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var told = "";
        while (true)
        {
            var changed = job.Changed;
            var isEnded = job.IsEnded;
            var now = job.Json(shelf.Ahead(job));
            await Send(http, now == told && !isEnded ? ": still here\n\n"
                : $"event: {(isEnded ? "end" : "progress")}\ndata: {now}\n\n", stop.Token);
            if (isEnded) return;
            told = now;
            await Task.WhenAny(changed, Task.Delay(Beat, stop.Token));
            // Not faster than an eye reads.
            await Task.Delay(Pace, stop.Token);
        }
    }

    private static async Task Send(HttpContext http, string text, CancellationToken cancel)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await http.Response.Body.FlushAsync(cancel);
    }

    private Task Of(HttpContext http, string id, Func<Job, Task> then) =>
        shelf.Find(id) is { } job ? then(job) : new Problem(
            StatusCodes.Status404NotFound, "job:unknown", "no such job",
            $"it never was, or is no longer kept: the last {ServeLimits.JobsKept} are").Write(http);

    private static Task Write(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json), http.RequestAborted).AsTask();
    }
}
