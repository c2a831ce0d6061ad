namespace Rahdar.Cli;

/// <summary>What is being worked on, on stderr: on a terminal one line that is wiped when the work is done, elsewhere a
/// line once the work takes longer than a second, and a new one at most every five.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Page _page;
    private readonly Lock _lock = new();
    private readonly Timer? _timer;
    private string _step = "";
    private string _told = "";

    /// <param name="page">Says where the line goes, and how wide it may be.</param>
    internal Progress(Page page)
    {
        _page = page;
        if (page.Progress == ProgressKind.Lines) _timer = new Timer(_ => Tell(), null, Patience, Pause);
    }

    /// <summary>Names what is being worked on.</summary>
    internal void Step(string what)
    {
        lock (_lock) _step = what.Length < _page.Width ? what : what[..(_page.Width - 1)];
        if (_page.Progress == ProgressKind.OneLine) Overwrite(_step);
    }

    public void Dispose()
    {
        // A line that is being written is written to its end before the answer.
        using (var done = new ManualResetEvent(false))
            if (_timer?.Dispose(done) == true) done.WaitOne();
        if (_page.Progress == ProgressKind.OneLine) Overwrite("");
    }

    private void Tell()
    {
        lock (_lock)
        {
            if (_step == _told) return;
            Console.Error.WriteLine(_told = _step);
        }
    }

    private void Overwrite(string text) =>
        Console.Error.Write('\r' + text.PadRight(_page.Width - 1) + '\r' + text);
}

/// <summary>How long work says what it is at.</summary>
internal enum ProgressKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>In one line of a terminal.</summary>
    OneLine,

    /// <summary>In lines of a file or pipe.</summary>
    Lines,
}
