namespace Rahdar.Cli;

/// <summary>What is being worked on, in one line on stderr that is wiped when the work is done.</summary>
/// <remarks>Only for a terminal: redirected output never holds it.</remarks>
/// <param name="page">Says whether a terminal is there, and how wide.</param>
internal sealed class Progress(Page page) : IDisposable
{
    /// <summary>Replaces the line.</summary>
    internal void Step(string what) => Write(what.Length < page.Width ? what : what[..(page.Width - 1)]);

    public void Dispose() => Write("");

    private void Write(string text)
    {
        if (!page.ShowsProgress) return;
        Console.Error.Write('\r' + text.PadRight(page.Width - 1) + '\r' + text);
    }
}
