using System.Text;
using System.Text.Json;
using Rahdar.Movements;
using Rahdar.Reports;
using Rahdar.Tests.Conformance;
using Rahdar.Tests.Expected;
using Rahdar.Tests.House;
using Rahdar.Tests.Indicators;
using Rahdar.Tests.Movements;
using Rahdar.Tests.Reports;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: `indicators` measures files and folders, says what it left out, and refuses what cannot be asked with
/// every fault. Method: the command line runs in this process on small written files of movements on the shipped
/// corridor.</summary>
[Collection("console")]
public sealed class IndicatorsCommandTests : IDisposable
{
    private static readonly string Lines =
        Told.LahoreToKabul.Replace(" TORKHAM", " TORKHAM-RD-OUT", StringComparison.Ordinal);

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_of_a_truck_and_of_four_that_were_slower_is_as_expected()
    {
        var run = CommandLineTests.Run(
            ["indicators", Two(), "--chart", "A", "--planned", Plan(), "--tolerance", "6"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        ApprovedFile.Check("indicators.txt", run.Out.Replace(_folder.Name + "/", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("post,direction,mode")]
    [InlineData("country,week,corridor")]
    [InlineData("corridor")]
    [InlineData("direction,direction")]
    public void Every_grouping_fits_80_columns(string by) =>
        Assert.Equal(0, CommandLineTests.Run(["indicators", Two(), "--by", by]).Code);

    [Fact]
    public void Folder_stands_for_all_its_csv_files_and_a_unit_of_two_runs_is_two()
    {
        Write("run-1.csv", ("A", 1, Lines));
        Write("run-2.csv", ("A", 1, Lines));
        _folder.Write("notes.txt", "not read");
        var run = CommandLineTests.Run(["indicators", _folder.Name, "--json"]);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(2, json.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal(4, json.RootElement.GetProperty("allBorders").GetProperty("clearanceHours").GetProperty("n")
            .GetInt32());
    }

    [Fact]
    public void Page_lists_every_path_of_the_json()
    {
        using var json = JsonDocument.Parse(CommandLineTests.Run(
            ["indicators", Two(), "--chart", "A", "--planned", Plan(), "--by", "country", "--corridor", "C5", "--json"])
            .Out);
        Assert.Equal(OnPage("paths-indicators"), PlanJsonTests.Paths(json.RootElement));
        using var judged = JsonDocument.Parse(CommandLineTests.Run(["indicators", Two(), "--judge", "--json"]).Out);
        Assert.Equal(OnPage("paths-judge"), PlanJsonTests.Paths(judged.RootElement));
    }

    [Fact]
    public void Sheet_is_written_as_one_value_a_row()
    {
        var sheet = Path.Combine(_folder.Name, "sheet.csv");
        var run = CommandLineTests.Run(["indicators", Two(), "--by", "post", "--csv", sheet]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var rows = File.ReadAllText(sheet).Split("\r\n");
        Assert.StartsWith("scope_type,scope_id,name,mode,direction,week,corridor,indicator,unit,value,n,", rows[0],
            StringComparison.Ordinal);
        Assert.Contains(rows, r => r.StartsWith(
            "bcp,PKTOR,Torkham,all,all,,,TFI1,hour,29,5,2,30,0.0771,", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("region,all,,all,all,,,SWOD,km/h,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK()", "'=HYPERLINK()")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\tA", "'\tA")]
    [InlineData("\rA", "\"'\rA\"")]
    [InlineData("Khost, Gulam \"Khan\"", "\"Khost, Gulam \"\"Khan\"\"\"")]
    [InlineData("A-1", "A-1")]
    public void Cell_that_a_spreadsheet_would_take_for_a_formula_is_a_text(string text, string cell) =>
        Assert.Equal(cell, IndicatorCsv.Cell(text));

    [Fact]
    public void All_faults_of_a_question_and_of_its_files_are_told_at_once()
    {
        var broken = _folder.Write("broken.csv", "unit,kind,count\nA,truck,1\n");
        var run = CommandLineTests.Run(
        [
            "indicators", broken, "/nowhere/at/all", "--by", "colour", "--corridor", "99", "--tolerance", "-1", "--csv",
            "/nowhere/at/all/x.csv",
        ]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        string[] codes =
        [
            "csv:missing-column", "csv:missing-file", "query:by", "query:corridor", "query:tolerance", "query:file",
        ];
        Assert.All(codes, c => Assert.Contains($"[{c}]", CommandLineTests.Flat(run.Error), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("indicators")]
    [InlineData("indicators --judge")]
    public void Nothing_to_measure_is_exit_code_2(string line) => Assert.Equal(2, CommandLineTests.Run(line).Code);

    [Fact]
    public void Unknown_unit_place_and_too_many_keys_are_refused()
    {
        Assert.Contains("query:unknown-unit", Refused("--chart", "nobody"), StringComparison.Ordinal);
        Assert.Contains("query:by", Refused("--by", "post,country,mode,week"), StringComparison.Ordinal);
        Assert.Contains("query:judge", Refused("--judge", "--chart", "A"), StringComparison.Ordinal);
        Write("two.csv", ("A", 1, Lines.Replace("AFKBL", "MOON1", StringComparison.Ordinal)));
        Assert.Contains("ref:unknown-place", CommandLineTests.Run(["indicators", Path.Combine(_folder.Name, "two.csv")])
            .Error, StringComparison.Ordinal);
    }

    private string Refused(params string[] options)
    {
        var run = CommandLineTests.Run(["indicators", Two(), .. options]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        return run.Error;
    }

    /// <summary>One truck, and four together that waited five hours longer at Torkham.</summary>
    private string Two() => Write("two.csv", ("A", 1, Lines), ("B", 4, Later(Lines)));

    /// <summary>Both were to be in Kabul on the 4th: A at 2 h, B at 6 h.</summary>
    private string Plan() => Write(
        "plan.csv",
        ("A", 1, "1 00:00 departed PKLHE AFKBL road -\n4 02:00 arrived AFKBL PKLHE road -\n4 02:00 delivered AFKBL"),
        ("B", 4, "4 06:00 delivered AFKBL"));

    private static string Later(string lines) => string.Join('\n', lines.Split('\n').Select(l =>
        l.StartsWith("2 20:00", StringComparison.Ordinal) || l.StartsWith("3", StringComparison.Ordinal)
            || l.StartsWith("4", StringComparison.Ordinal)
            ? FiveHoursOn(l)
            : l));

    private static string FiveHoursOn(string line)
    {
        var words = line.Split(' ');
        var hour = int.Parse(words[1][..2], System.Globalization.CultureInfo.InvariantCulture) + 5;
        var day = int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture) + hour / 24;
        return $"{day} {hour % 24:00}{words[1][2..]} {string.Join(' ', words[2..])}";
    }

    private string Write(string file, params (string Id, int Count, string Lines)[] units)
    {
        var log = new MovementLog(
            [.. units.Select(u => new Unit(new UnitId(u.Id), UnitKind.Truck, u.Count))],
            [.. units.SelectMany(u => History.Of(u.Lines).Select(m => m with { Unit = new UnitId(u.Id) }))]);
        using var stream = new MemoryStream();
        MovementWriter.Write(stream, log);
        return _folder.Write(file, Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static IEnumerable<string> OnPage(string fence) =>
        Checkout.ReadText("docs/formats/indicators-json.md").Split('\n')
            .SkipWhile(l => l != "```" + fence).Skip(1).TakeWhile(l => l != "```");
}
