using System.Runtime.InteropServices;

namespace Rahdar.Cli;

/// <summary>Ctrl+C, and being told to end: long work is stopped where nothing is left half-done. The second time the
/// process ends at once.</summary>
internal static class Interrupt
{
    /// <summary>Exit code of work that was stopped: 128 and the number of the signal, as shells have it.</summary>
    internal const int Stopped = 130;

    /// <summary>Does work that can be stopped; the answer is the exit code.</summary>
    internal static int Run(Func<CancellationToken, int> work)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            if (stop.IsCancellationRequested) return;
            signal.Cancel = true;
            Console.Error.WriteLine("\nstopping; once more to stop at once");
            stop.Cancel();
        }
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("rahdar: stopped; nothing was written");
            return Stopped;
        }
    }
}
