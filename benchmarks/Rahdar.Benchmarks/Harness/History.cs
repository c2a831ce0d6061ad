using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rahdar.Benchmarks.Harness;

/// <summary>Where results go: a line of JSON to the screen, a row to benchmarks/history.csv.</summary>
internal sealed class History
{
    private const string Header = "date,commit,cores,case,n,median,p95,unit,ratio,peak_bytes,load";

    private readonly string _file = Path.Combine(Checkout.Root, "benchmarks", "history.csv");
    private readonly string _commit = Checkout.Commit();
    private readonly string _today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reports a result with what the machine was doing.</summary>
    public void Add(Measured measured)
    {
        var (name, (n, median, p95), unit) = measured;
        var peak = measured.PeakBytes ?? Process.GetCurrentProcess().PeakWorkingSet64;
        var load = Load();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            date = _today,
            commit = _commit,
            cores = Environment.ProcessorCount,
            @case = name,
            n,
            median,
            p95,
            unit,
            ratio = measured.Ratio,
            peak_bytes = peak,
            load,
        }));
        if (!File.Exists(_file)) File.WriteAllText(_file, Header + "\n");
        File.AppendAllText(_file, string.Create(
            CultureInfo.InvariantCulture,
            $"{_today},{_commit},{Environment.ProcessorCount},{name},{n},{median},{p95},{unit},{measured.Ratio},"
            + $"{peak},{load}\n"));
    }

    /// <summary>Work waiting or running on the machine, mean of the last minute; null where the system does not
    /// say.</summary>
    private static decimal? Load()
    {
        const string file = "/proc/loadavg";
        return File.Exists(file)
            ? decimal.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture)
            : null;
    }
}
