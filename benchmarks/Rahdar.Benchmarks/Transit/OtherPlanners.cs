using System.Diagnostics;
using System.Text.Json;
using Rahdar.Benchmarks.Harness;

namespace Rahdar.Benchmarks.Transit;

/// <summary>Planners of other projects, run as processes of their own from a folder below artifacts.</summary>
internal static class OtherPlanners
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "artifacts", "transit-npm");

    /// <summary>Installs what benchmarks/transit-npm locks; false after a line that says why not.</summary>
    internal static bool Install()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "benchmarks", "transit-npm")))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "minotor"))) return true;
        try
        {
            if (Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) is { }) return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("npm is missing: the other planners are left out");
        }
        return false;
    }

    /// <summary>One round of a planner: microseconds of processor time a question, and minutes of each
    /// arrival.</summary>
    internal static (decimal Microseconds, int?[] Arrivals) Round(string script, SubwayDay day)
    {
        var unpacked = Path.Combine(Folder, "feed");
        if (!Directory.Exists(unpacked)) System.IO.Compression.ZipFile.ExtractToDirectory(day.Zip, unpacked);
        var output = Run("node", [script, day.Zip, day.Csv, unpacked])
            ?? throw new InvalidOperationException($"{script} failed");
        using var document = JsonDocument.Parse(output[output.LastIndexOf("{\"cpuUs\"", StringComparison.Ordinal)..]);
        return (document.RootElement.GetProperty("cpuUs").GetDecimal(),
            [.. document.RootElement.GetProperty("arrivals").EnumerateArray()
                .Select(a => a.ValueKind == JsonValueKind.Null ? (int?)null : a.GetInt32())]);
    }

    private static string? Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
