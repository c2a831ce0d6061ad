using Rahdar.Cli;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: work of more than a second says on stderr what it is at, and never inside an answer. Method: the
/// console of this process is redirected; the long work of the first test is a wait.</summary>
[Collection("console")]
public sealed class ProgressTests
{
    [Fact]
    public void Line_is_told_after_a_second_and_not_before()
    {
        var page = new Page(80, isPlain: true) { Progress = ProgressKind.Lines };
        Assert.Equal("", Error(_ =>
        {
            using var quick = new Progress(page);
            quick.Step("looking");
        }));
        var told = Error(sofar =>
        {
            using var slow = new Progress(page);
            slow.Step("searching day 1");
            for (var waited = 0; waited < 100 && sofar().Length == 0; waited++) Thread.Sleep(100);
            slow.Step("searching day 2");
        });
        Assert.Equal("searching day 1\n", told);
    }

    [Fact]
    public void Page_without_progress_is_silent() => Assert.Equal("", Error(_ =>
    {
        using var progress = new Progress(new Page(80, isPlain: true));
        progress.Step("searching");
    }));

    [Fact]
    [Trait("Category", "Slow")]
    public void Line_of_a_terminal_is_wiped_before_the_answer()
    {
        using var screen = new StringWriter { NewLine = "\n" };
        var (before, beforeError) = (Console.Out, Console.Error);
        try
        {
            // A terminal shows both streams on one screen.
            Console.SetOut(screen);
            Console.SetError(screen);
            var page = new Page(80, isPlain: true) { Progress = ProgressKind.OneLine };
            Assert.Equal(0, new Commands(page).Run(
                "plan --from PKLHE --to UZTAS --ready 2025-07-10 --known 2025-07-01 --cargo 16x20ft:20t --draws 0"
                    .Split(' ')));
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
        Assert.Contains("looking ahead", screen.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Lahore (PKLHE) to Tashkent", screen.ToString().Split('\r')[^1], StringComparison.Ordinal);
    }

    private static string Error(Action<Func<string>> act)
    {
        var before = Console.Error;
        using var error = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetError(TextWriter.Synchronized(error));
            act(error.ToString);
            return error.ToString();
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
