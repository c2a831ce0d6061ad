using System.Text.RegularExpressions;
using Rahdar.Cli;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: the command line answers wrong input with all its faults, codes and exit codes, and never with a
/// stack trace. Method: it runs in this process with the console redirected; the examples of the README run
/// too.</summary>
[Collection("console")]
public sealed partial class CommandLineTests
{
    private const string Question = "plan --from PKLHE --to RUASF --ready 2025-06-21 --known 2025-06-21";

    [Fact]
    [Trait("Category", "Slow")]
    public void Plan_is_found_within_80_columns_without_escape_codes()
    {
        var run = Run($"{Question} --cargo 16x20ft:20t --details 6");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("exact front", run.Out, StringComparison.Ordinal);
        Assert.Contains("known 2025-06-21", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16x20ft:31.25t", "query:container-limit", "500 t need at least 17 boxes")]
    [InlineData("-3x20ft:20t", "query:boxes", "-3 boxes")]
    [InlineData("0x20ft:1t", "query:boxes", "0 boxes")]
    [InlineData("999999x20ft:20t", "query:boxes", "999999 boxes")]
    [InlineData("16x30ft:20t", "query:box-size", "30 ft")]
    [InlineData("16x20ft:0t", "query:mass", "0 t a box")]
    [InlineData("16x20ft:-2t", "query:mass", "-2 t a box")]
    [InlineData("1x20ft:79228162514264337593543950335t", "query:container-limit", "above")]
    [InlineData("99999999999x20ft:20t", "query:cargo", "is not like")]
    [InlineData("sixteen boxes", "query:cargo", "is not like")]
    public void Absurd_cargo_is_refused(string cargo, string code, string words)
    {
        var run = Run([.. Question.Split(' '), $"--cargo={cargo}"]);
        Assert.Equal(2, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains(words, Flat(run.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from=kar", "query:ambiguous-place", "Kars (TRKSY)")]
    [InlineData("--from=Nowherezzz", "query:unknown-place", "did you mean")]
    [InlineData("--from=zzzqq", "query:unknown-place", "nothing is spelled like it")]
    [InlineData("--from=[bold]x[/]", "query:unknown-place", "[bold]")]
    [InlineData("--to=PKLHE", "query:same-place", "both")]
    [InlineData("--ready=1999-06-21", "query:date-outside-data", "2020-01-01 to 2040-12-31")]
    [InlineData("--ready=9999-12-31", "query:date-outside-data", "2020-01-01 to 2040-12-31")]
    [InlineData("--ready=2025-16-21", "query:date", "is not a date")]
    [InlineData("--known=2050-01-01", "query:date-outside-data", "known")]
    [InlineData("--known=soon", "query:date", "is not a date")]
    [InlineData("--avoid=blue", "query:unknown-limit", "blue")]
    [InlineData("--only=trains", "query:unknown-limit", "trains")]
    [InlineData("--scenario=nope", "scenario:missing-file", "taftan-shut-30")]
    [InlineData("--scenario=../nope", "scenario:missing-file", "taftan-shut-30")]
    [InlineData("--scenario=no/such/folder/nope", "scenario:missing-file", "taftan-shut-30")]
    [InlineData("--data=/nowhere/at/all", "csv:missing-file", "no such folder")]
    public void Bad_word_of_a_question_is_told_with_its_code(string option, string code, string words)
    {
        var name = option[..option.IndexOf('=')];
        string[] defaults =
            ["--from=PKLHE", "--to=RUASF", "--ready=2025-06-21", "--known=2025-06-21", "--cargo=16x20ft:20t"];
        var run = Run(["plan", option, .. defaults.Where(d => !d.StartsWith(name + "=", StringComparison.Ordinal))]);
        Assert.Equal(2, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains(words, Flat(run.Error), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_one_question_are_told_at_once()
    {
        var run = Run("plan --from zzzqq --to kar --ready 2025-16-21 --known soon --cargo 0x30ft:0t --avoid blue "
            + "--only trains --scenario nope");
        Assert.Equal(2, run.Code);
        string[] codes =
        [
            "query:unknown-place", "query:ambiguous-place", "query:date", "query:boxes", "query:box-size", "query:mass",
            "query:unknown-limit", "scenario:missing-file",
        ];
        Assert.All(codes, c => Assert.Contains($"[{c}]", Flat(run.Error), StringComparison.Ordinal));
        Assert.StartsWith("10 faults", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99")]
    public void Figures_of_a_plan_that_is_not_shown_are_refused(string number)
    {
        var run = Run($"{Question} --cargo 16x20ft:20t --explain {number}");
        Assert.Equal(2, run.Code);
        Assert.Contains("query:explain", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Papers_are_told_for_a_plan_of_the_list_and_refused_for_another()
    {
        var run = Run($"{Question} --cargo 16x20ft:20t --papers 1");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Papers of this plan: an aid, not advice", run.Out, StringComparison.Ordinal);
        Assert.Contains("Questions a named person must answer", run.Out, StringComparison.Ordinal);
        foreach (var options in new[] { "--papers 99", "--papers 1 --json" })
        {
            var refused = Run($"{Question} --cargo 16x20ft:20t {options}");
            Assert.Equal(2, refused.Code);
            Assert.Contains("query:papers", refused.Error + refused.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Faults_and_coded_no_are_json_when_json_is_asked()
    {
        var faults = Run($"{Question} --cargo 0x20ft:1t --json");
        Assert.Equal((2, ""), (faults.Code, faults.Error));
        Assert.Contains("\"query:boxes\"", faults.Out, StringComparison.Ordinal);
        var explain = Run($"{Question} --cargo 1x20ft:20t --json --explain 1");
        Assert.Equal(2, explain.Code);
        Assert.Contains("\"query:explain\"", explain.Out, StringComparison.Ordinal);
        var no = Run($"{Question} --cargo 16x20ft:20t --avoid PK --json");
        Assert.Equal(3, no.Code);
        Assert.Contains("\"noPlan\"", no.Out, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("RUCEK", "--cargo 15x20ft:30.4t", "no-plan:capacity")]
    [InlineData("RUASF", "--avoid PK --cargo 16x20ft:20t", "no-plan:mode")]
    [InlineData("RUASF", "--avoid IR,AF,sea,air,CN,IN --cargo 16x20ft:20t", "no-plan:mode")]
    public void No_plan_is_exit_code_3_with_its_code(string to, string options, string code)
    {
        var run = Run($"{Question.Replace("RUASF", to, StringComparison.Ordinal)} {options}");
        Assert.Equal((3, ""), (run.Code, run.Error));
        Assert.Contains(code, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Knowledge_after_the_ready_date_is_allowed_and_noted()
    {
        var run = Run("plan --from PKLHE --to RUASF --ready 2025-06-21 --known 2025-07-21 --cargo 1x20ft:20t");
        Assert.Equal(0, run.Code);
        Assert.Contains("nothing departs before 2025-07-21", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_scenario_file_is_told_with_all_its_faults()
    {
        var file = Path.Combine(Path.GetTempPath(), $"rahdar-{Environment.ProcessId}.scenario");
        File.WriteAllText(file, "close-border NOWHERE from=soon days=-1\nfly-to-the-moon\n");
        try
        {
            var run = Run([.. $"{Question} --cargo 1x20ft:20t".Split(' '), "--scenario", file]);
            Assert.Equal(2, run.Code);
            Assert.Contains("[scenario:no-name]", run.Error, StringComparison.Ordinal);
            Assert.Contains("[scenario:unknown-verb]", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nosuch")]
    [InlineData("plan")]
    [InlineData("plan --nosuch")]
    [InlineData("plan --details many")]
    [InlineData("network")]
    [InlineData("network show")]
    [InlineData("network show zzzqq")]
    [InlineData("network show PKTFT --known soon")]
    [InlineData("network find zzzqq")]
    [InlineData("network check /nowhere/at/all")]
    [InlineData("network check --as-of soon")]
    [InlineData("demo --fast")]
    public void Words_nobody_knows_are_exit_code_2(string line) => Assert.Equal(2, Run(line).Code);

    [Theory]
    [InlineData("--help")]
    [InlineData("plan --help")]
    [InlineData("--version")]
    [InlineData("network show TAFTAN-RD --known 2025-06-21")]
    public void Words_everybody_needs_are_exit_code_0(string line) => Assert.Equal(0, Run(line).Code);

    [Fact]
    [Trait("Category", "Slow")]
    public void Examples_of_the_pages_run()
    {
        var lines = new[] { "README.md", "data/README.md", "docs/formats/plan-json.md" }
            .SelectMany(page => Example().Matches(Checkout.ReadText(page)).Select(m => m.Groups[1].Value.TrimEnd()))
            .Distinct().Where(line => !line.StartsWith("serve", StringComparison.Ordinal)) // it ends by Ctrl+C alone
            .ToList();
        Assert.True(lines.Count >= 5, "the README shows the commands");
        // Tests do not run in the folder of the checkout, from which the files of the examples are named.
        foreach (var line in lines)
            Assert.True(
                Run(line.Replace(" tests/", $" {Checkout.Root}/tests/", StringComparison.Ordinal)).Code == 0, line);
    }

    internal static (int Code, string Out, string Error) Run(string line) =>
        Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal static (int Code, string Out, string Error) Run(string[] args)
    {
        var (before, beforeError) = (Console.Out, Console.Error);
        using var text = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(text);
            Console.SetError(error);
            var code = new Commands(new Page(80, isPlain: true)).Run(args);
            var all = text.ToString() + error;
            Assert.DoesNotContain(" at Rahdar.", all, StringComparison.Ordinal);
            Assert.DoesNotContain('\e', all);
            // JSON, the tables of a Markdown page and the differences of a suite, one a line, are as wide as they are.
            if (!all.Contains("Usage:", StringComparison.Ordinal) && !args.Contains("--json")
                && args is not (["calibrate"] or ["conformance", ..]))
                Assert.DoesNotContain(all.Split('\n'), l => l.Length > 80);
            return (code, text.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
    }

    internal static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A command inside a fenced block: `./rahdar ARGS`, then two blanks and a remark, or nothing.</summary>
    [GeneratedRegex(@"^\$? ?\./rahdar ((?:\S+ ?)+?)(?:  .*)?$", RegexOptions.Multiline)]
    private static partial Regex Example();
}

/// <summary>Tests that redirect the console of the process run by themselves.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleTests;
