using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Words;
using Rahdar.Server.Asking;

namespace Rahdar.Server.Jobs;

/// <summary>Where a job stands; the words are contracts.</summary>
internal enum JobState
{
    /// <summary>Others come first.</summary>
    Waiting,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Answered.</summary>
    Done,

    /// <summary>Could not be asked: its faults say why.</summary>
    Refused,

    /// <summary>Stopped by whoever asked, or by the end of the server.</summary>
    Cancelled,

    /// <summary>Took longer than a job may.</summary>
    TimedOut,

    /// <summary>A failure of Rahdar or of the machine.</summary>
    Failed,
}

/// <summary>A question that takes long: asked once, listened to, and its answer fetched.</summary>
/// <param name="id">Id that nobody can guess.</param>
/// <param name="question">The question.</param>
/// <param name="values">Its values.</param>
internal sealed partial class Job(
    string id, Question question, IReadOnlyDictionary<string, IReadOnlyList<string>> values) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly long _asked = Stopwatch.GetTimestamp();
    private long _begun;
    private long _ended;
    private string _step = "";
    private byte[]? _answer;
    private Func<Speech, StoryPage>? _page;
    private string? _csv;
    private IReadOnlyList<InputFault> _faults = [];
    private JobState _state = JobState.Waiting;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal string Id => id;

    internal Question Question => question;

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Values => values;

    internal CancellationToken Cancel => _stop.Token;

    /// <summary>Where it stands.</summary>
    internal JobState State
    {
        get
        {
            lock (_lock) return _state;
        }
    }

    internal bool IsEnded => State is not (JobState.Waiting or JobState.Running);

    /// <summary>The answer; null unless done.</summary>
    internal byte[]? AnswerBytes
    {
        get
        {
            lock (_lock) return _answer;
        }
    }

    /// <summary>Ends when anything about the job has changed since it was fetched.</summary>
    internal Task Changed
    {
        get
        {
            lock (_lock) return _changed.Task;
        }
    }

    internal void Begin() => Change(() => (_state, _begun) = (JobState.Running, Stopwatch.GetTimestamp()));

    internal void Step(string what) => Change(() => _step = what);

    /// <summary>Draws the answer; null where it cannot be drawn, or there is none.</summary>
    internal Func<Speech, StoryPage>? Page
    {
        get
        {
            lock (_lock) return _page;
        }
    }

    /// <summary>The answer as a table; null where it is none, or there is none.</summary>
    internal string? Csv
    {
        get
        {
            lock (_lock) return _csv;
        }
    }

    internal void Done(byte[] answer, Func<Speech, StoryPage>? page, string? csv) =>
        End(JobState.Done, () => (_answer, _page, _csv) = (answer, page, csv));

    internal void Refuse(IReadOnlyList<InputFault> faults) => End(JobState.Refused, () => _faults = faults);

    internal void End(JobState state) => End(state, () => { });

    /// <summary>Asks for the end; a job that has ended stays as it is.</summary>
    internal void Stop()
    {
        if (State == JobState.Waiting) End(JobState.Cancelled);
        _stop.Cancel();
    }

    /// <summary>How it stands, as one line of JSON.</summary>
    /// <param name="ahead">Jobs that come before it.</param>
    internal string Json(int ahead)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            lock (_lock)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("question", question.Name);
                json.WriteString(
                    "state", _state == JobState.TimedOut ? "timed-out" : _state.ToString().ToLowerInvariant());
                json.WriteString("step", _step);
                if (Share(_step) is var (done, of))
                {
                    json.WriteNumber("done", done);
                    json.WriteNumber("of", of);
                }
                json.WriteNumber("ahead", ahead);
                json.WriteNumber("seconds", Math.Round(Seconds(), 1));
                PlanJson.FaultList(json, _faults);
                json.WriteEndObject();
            }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public void Dispose() => _stop.Dispose();

    private double Seconds() =>
        Stopwatch.GetElapsedTime(_begun == 0 ? _asked : _begun, _ended == 0 ? Stopwatch.GetTimestamp() : _ended)
            .TotalSeconds;

    private void End(JobState state, Action more) => Change(() =>
    {
        if (_ended != 0) return;
        (_state, _ended) = (state, Stopwatch.GetTimestamp());
        more();
    });

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (_lock)
        {
            change();
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        before.SetResult();
    }

    /// <summary>How far a step is, when it says `run 3 of 20 is done`; null when it does not.</summary>
    private static (int Done, int Of)? Share(string step) =>
        StepCount().Match(step) is { Success: true } match
            && int.TryParse(match.Groups[1].Value, out var done) && int.TryParse(match.Groups[2].Value, out var of)
            ? (done, of)
            : null;

    [GeneratedRegex(@"\b(\d{1,6}) of (\d{1,6})\b", RegexOptions.NonBacktracking)]
    private static partial Regex StepCount();
}
