using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Rahdar.Benchmarks.Harness;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Suite "serve": how many questions a second the server answers, how long they take, and what it
/// holds.</summary>
/// <remarks>`./rahdar serve` runs as a process of its own; clients ask one question after the other, each another one,
/// so that no answer is held. Clients and server share the machine.</remarks>
internal static class ServeSuite
{
    private const int Seconds = 30;
    private const int LongSeconds = 120; // some 800 questions: the ninth worst is p99
    private const int MemoryMinutes = 10;
    private static readonly string[] Origins = ["PKLHE", "PKKHI", "PKUET", "PKPEW", "PKGWD"];
    private static readonly string[] Destinations = ["UZTAS", "KZALA", "RUASF", "IRTHR", "TMAGT"];
    private static int _asked;

    private static readonly Suite Suite = new([("clients", Clients), ("twice", Twice), ("memory", Memory)]);

    /// <summary>Runs the named cases, or all when none is named; 2 when a name is unknown.</summary>
    public static int Run(IReadOnlyList<string> names) => Suite.Run(names);

    /// <summary>1, 8 and 32 clients at once.</summary>
    private static void Clients(History history)
    {
        using var server = ServedProcess.Start();
        Load(server, 2, 10, waits: true);
        foreach (var clients in new[] { 1, 8, 32 })
        {
            var load = Load(server, clients, Seconds, waits: true);
            Tell(history, server, $"serve/clients-{clients}", load);
        }
    }

    /// <summary>As many clients as there are places; then questions come twice as fast as those were answered, whether
    /// answers come or not.</summary>
    private static void Twice(History history)
    {
        using var server = ServedProcess.Start();
        Load(server, 2, 10, waits: true);
        var at = Load(server, Environment.ProcessorCount, LongSeconds, waits: false);
        var over = Offer(server, 2 * at.Microseconds.Count / at.Seconds, LongSeconds);
        Tell(history, server, "serve/at-capacity", at);
        Tell(history, server, "serve/twice-capacity", over, decimal.Round(P99(over) / P99(at), 2));
    }

    /// <summary>Memory over ten minutes of questions, minute by minute.</summary>
    private static void Memory(History history)
    {
        using var server = ServedProcess.Start();
        for (var minute = 1; minute <= MemoryMinutes; minute++)
        {
            Load(server, Environment.ProcessorCount, 60, waits: true);
            history.Add(new Measured(
                $"serve/memory/minute-{minute}", Spread.Of([server.WorkingSetBytes / 1_048_576m]), "MiB")
            {
                PeakBytes = server.PeakBytes,
            });
        }
    }

    private static void Tell(History history, ServedProcess server, string name, Answers load, decimal? ratio = null)
    {
        history.Add(new Measured(
            $"{name}/served", Spread.Of([decimal.Round(load.Microseconds.Count / (decimal)load.Seconds, 2)]), "1/s")
        {
            PeakBytes = server.PeakBytes,
        });
        history.Add(new Measured($"{name}/wall", Spread.Of(load.Microseconds), "us") { PeakBytes = server.PeakBytes });
        history.Add(new Measured($"{name}/p99", Spread.Of([P99(load)]), "us")
        {
            PeakBytes = server.PeakBytes,
            Ratio = ratio,
        });
        history.Add(new Measured($"{name}/refused", Spread.Of([load.Refused]), "answers"));
    }

    private static decimal P99(Answers load)
    {
        var sorted = load.Microseconds.Order().ToArray();
        return sorted[(sorted.Length * 99 + 99) / 100 - 1];
    }

    private static Answers Load(ServedProcess server, int clients, int seconds, bool waits)
    {
        var (times, refused) = (new ConcurrentBag<decimal>(), 0);
        var watch = Stopwatch.StartNew();
        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(Question());
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    Interlocked.Increment(ref refused);
                    await Task.Delay(waits ? answer.Headers.RetryAfter!.Delta!.Value : TimeSpan.FromMilliseconds(20));
                    continue;
                }
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                times.Add((decimal)Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
            }
        }))).GetAwaiter().GetResult();
        return new Answers([.. times], refused, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Sends questions at even distances, whatever becomes of those before.</summary>
    private static Answers Offer(ServedProcess server, double perSecond, int seconds)
    {
        var (times, refused, asked) = (new ConcurrentBag<decimal>(), 0, new List<Task>());
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            asked.Add(One());
            var rest = TimeSpan.FromSeconds(asked.Count / perSecond) - watch.Elapsed;
            if (rest > TimeSpan.Zero) Thread.Sleep(rest);
        }
        Task.WhenAll(asked).GetAwaiter().GetResult();
        return new Answers([.. times], refused, watch.Elapsed.TotalSeconds);

        async Task One()
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(Question());
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Interlocked.Increment(ref refused);
                return;
            }
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add((decimal)Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
        }
    }

    /// <summary>A question that was not asked before: another relation, ready day and mass.</summary>
    private static string Question()
    {
        var n = Interlocked.Increment(ref _asked);
        var (from, to) = (Origins[n % Origins.Length], Destinations[n / Origins.Length % Destinations.Length]);
        var ready = new DateOnly(2025, 7, 1).AddDays(n / 25 % 90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"/api/plan?from={from}&to={to}&ready={ready}&known=2025-06-21&cargo=8x20ft:{10 + n / 2250 % 10}t"
            + "&draws=0&short=true";
    }

    /// <summary>What clients were given.</summary>
    private sealed record Answers(IReadOnlyList<decimal> Microseconds, int Refused, double Seconds);

    /// <summary>The server as a process of its own.</summary>
    private sealed class ServedProcess : IDisposable
    {
        private readonly Process _process;

        private ServedProcess(Process process, string address) => (_process, Address) = (process, address);

        internal string Address { get; }

        internal long PeakBytes => Refreshed.PeakWorkingSet64;

        internal long WorkingSetBytes => Refreshed.WorkingSet64;

        internal static ServedProcess Start()
        {
            var process = Process.Start(new ProcessStartInfo(Path.Combine(Checkout.Root, "rahdar"), "serve --port 0")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var line = process.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("the server said nothing");
            // Read on, so that the server never stands before a full pipe.
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServedProcess(process, line[line.IndexOf("http", StringComparison.Ordinal)..]);
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }

        private Process Refreshed
        {
            get
            {
                _process.Refresh();
                return _process;
            }
        }
    }
}
