using System.Diagnostics;

namespace Rahdar.Benchmarks.Harness;

/// <summary>One run of a program, seen from outside.</summary>
/// <param name="WallMicroseconds">From its start to its end.</param>
/// <param name="PeakBytes">Most memory it was seen to hold.</param>
internal sealed record ChildRun(decimal WallMicroseconds, long PeakBytes)
{
    private const int LookEveryMilliseconds = 10;

    /// <summary>Runs a program of the checkout and throws unless it ends with 0.</summary>
    /// <param name="program">File in the root of the checkout.</param>
    /// <param name="arguments">Its arguments, separated by blanks.</param>
    public static ChildRun Of(string program, string arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Checkout.Root, program), arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var peak = 0L;
        while (!process.WaitForExit(LookEveryMilliseconds))
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
        }
        return process.ExitCode == 0
            ? new ChildRun((decimal)watch.Elapsed.TotalMicroseconds, peak)
            : throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}");
    }
}
