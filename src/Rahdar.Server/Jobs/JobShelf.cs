using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Rahdar.Network.Reading;
using Rahdar.Server.Asking;
using Rahdar.Server.Http;

namespace Rahdar.Server.Jobs;

/// <summary>Jobs in the order they were asked: some run, a few wait, the last that ended are kept with their
/// answers.</summary>
internal sealed class JobShelf(HeldCorridor corridor, ILogger<JobShelf> log) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Job> _jobs = [];
    private bool _isClosed;

    /// <summary>Jobs kept, in the order asked.</summary>
    internal IReadOnlyList<Job> Jobs
    {
        get
        {
            lock (_lock) return [.. _jobs];
        }
    }

    internal Job? Find(string id) => Jobs.FirstOrDefault(j => j.Id == id);

    /// <summary>Jobs that come before one.</summary>
    internal int Ahead(Job job) =>
        job.State == JobState.Waiting ? Jobs.TakeWhile(j => j != job).Count(j => !j.IsEnded) : 0;

    /// <summary>Takes a job; null when too many wait already, or the server is ending.</summary>
    internal Job? Take(Question question, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var job = new Job(RandomNumberGenerator.GetHexString(32, lowercase: true), question, values);
        lock (_lock)
        {
            if (_isClosed || _jobs.Count(j => j.State == JobState.Waiting) >= ServeLimits.JobsWaiting)
            {
                job.Dispose();
                return null;
            }
            _jobs.Add(job);
        }
        Start();
        return job;
    }

    /// <summary>Stops all jobs; none is taken from now on.</summary>
    internal void Close()
    {
        lock (_lock) _isClosed = true;
        foreach (var job in Jobs) job.Stop();
    }

    public void Dispose() => Close();

    private void Start()
    {
        List<Job> next;
        lock (_lock)
        {
            Forget();
            var free = ServeLimits.JobsAtOnce - _jobs.Count(j => j.State == JobState.Running);
            next = [.. _jobs.Where(j => j.State == JobState.Waiting).Take(Math.Max(0, free))];
            foreach (var job in next) job.Begin();
        }
        foreach (var job in next)
            _ = Task.Factory.StartNew(
                () => Work(job), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Work(Job job)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(ServeLimits.JobSeconds));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, job.Cancel);
        var faults = new FaultCollector();
        try
        {
            var asked = new Asked(corridor, job.Values, faults, Step, stop.Token);
            var json = job.Question.Ask(asked);
            if (json is null || !faults.IsClean) job.Refuse(Concise.Of(faults.Faults));
            else job.Done(Encoding.UTF8.GetBytes(json), asked.Page, asked.Csv);
        }
        catch (OperationCanceledException)
        {
            job.End(time.IsCancellationRequested ? JobState.TimedOut : JobState.Cancelled);
        }
        catch (Exception e)
        {
            // A job has no caller to throw to: it is told as failed, and written down.
            log.LogError(e, "job {Question} failed", job.Question.Name);
            job.End(JobState.Failed);
        }
        Start();

        void Step(string what)
        {
            stop.Token.ThrowIfCancellationRequested();
            job.Step(what);
        }
    }

    /// <summary>Lets go of the oldest ended jobs beyond what is kept.</summary>
    private void Forget()
    {
        long Bytes() => _jobs.Sum(j => (long)(j.AnswerBytes?.Length ?? 0));
        while ((_jobs.Count > ServeLimits.JobsKept || Bytes() > ServeLimits.JobBytesMax)
            && _jobs.Find(j => j.IsEnded) is { } oldest)
            _jobs.Remove(oldest);
    }
}
