using System.Diagnostics;
using System.Text.Json;
using Rahdar.Cli;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: `simulate` and `compare` answer within 80 columns or as JSON, tell faults with exit code 2, and stop
/// at Ctrl+C without leaving anything behind. Method: the command line runs in this process; to be stopped it runs as
/// a process of its own.</summary>
[Collection("console")]
[Trait("Category", "Slow")]
public sealed class SimulateCommandTests
{
    private const string Short = "--from 2025-06-21 --days 2 --warm-up 0 --replications 2";

    [Fact]
    public void Simulation_answers_in_80_columns()
    {
        var run = CommandLineTests.Run($"simulate {Short} --top 3");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Most waited for: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 days from 2025-06-21 after 0 days of warm-up, 2 runs (seed 1); known 2025-06-21",
            CommandLineTests.Flat(run.Out), StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_answers_as_json_and_takes_its_first_day_from_the_scenario()
    {
        var run = CommandLineTests.Run("compare taftan-shut-30 --days 2 --warm-up 0 --replications 2 --json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("2025-06-21", json.RootElement.GetProperty("query").GetProperty("from").GetString());
        var scenario = json.RootElement.GetProperty("scenarios")[0];
        Assert.Equal("taftan-shut-30", scenario.GetProperty("scenario").GetString());
        Assert.NotEqual(0, scenario.GetProperty("changes").GetArrayLength());
    }

    [Theory]
    [InlineData("simulate", "")]
    [InlineData("simulate --from 2025-06-21 --days many", "")]
    [InlineData("simulate --from soon --days 0 --replications 0 --scenario nope --movements /",
        "query:date query:days query:replications scenario:missing-file query:movements")]
    [InlineData("compare", "")]
    [InlineData("compare nope --days 0", "scenario:missing-file query:days")]
    [InlineData("compare longer-taftan", "query:date")]
    [InlineData("compare uap --marginal 2", "")]
    public void Wrong_words_are_exit_code_2_with_all_their_codes(string line, string codes)
    {
        var run = CommandLineTests.Run(line);
        Assert.Equal(2, run.Code);
        Assert.All(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            c => Assert.Contains($"[{c}]", run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_are_json_when_json_is_asked()
    {
        var run = CommandLineTests.Run("simulate --from soon --json");
        Assert.Equal((2, ""), (run.Code, run.Error));
        Assert.Contains("\"query:date\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_is_not_stopped_keeps_its_exit_code_and_its_faults()
    {
        Assert.Equal(3, Interrupt.Run(_ => 3));
        // Who stops without having been told to has a fault of its own.
        Assert.Throws<OperationCanceledException>(() => Interrupt.Run(_ => throw new OperationCanceledException()));
    }

    [Fact]
    public async Task Ctrl_C_stops_it_with_exit_code_130_and_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs kill -INT");
        var folder = Directory.CreateTempSubdirectory("rahdar-stopped");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, "rahdar"),
                [
                    "simulate", "--from", "2025-06-21", "--days", "5", "--warm-up", "0", "--replications", "1000",
                    "--movements", Path.Combine(folder.FullName, "out.csv"),
                ])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            // It says what it is at when it has worked for a second.
            var first = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Matches("^(laying the corridor out|run [0-9]+ of 1000 is done)$", first);
            using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"])) kill.WaitForExit();
            var told = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(130, process.ExitCode);
            Assert.Contains("rahdar: stopped; nothing was written", told, StringComparison.Ordinal);
            Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
