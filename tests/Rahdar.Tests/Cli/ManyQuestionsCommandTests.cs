using System.Text.Json;
using Rahdar.Tests.Reports;

namespace Rahdar.Tests.Cli;

/// <summary>Goal: `arrive-by`, `departures`, `table` and `which` say their answer first, in 80 columns and as the JSON
/// of the page, and tell all that is wrong at once. Method: the command line runs in this process on the shipped
/// corridor.</summary>
[Collection("console")]
public sealed class ManyQuestionsCommandTests
{
    private const string Boxes = "--cargo 16x20ft:20t --known 2025-07-01";
    private const string ArriveBy = $"arrive-by --from PKLHE --to UZTAS --by 2025-07-20 {Boxes} --draws 100";
    private const string Departures =
        $"departures --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes} --until 2025-07-11";

    private const string Table = $"table --from PKLHE,PKKHI --to UZTAS,Lahore --ready 2025-07-10 {Boxes}";
    private const string Which = $"which --from PKLHE,PKKHI --to UZTAS --ready 2025-07-10 {Boxes} --draws 100";

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(ArriveBy, "^Ready by 2025-07-\\d\\d at the latest to arrive by 2025-07-20 23:59", "chance")]
    [InlineData(Departures, "^Of 2 ready days 2025-07-1[01] is quickest", "* another way than the day before")]
    [InlineData(Table, "^3 of 3 relations have a plan: fastest is", "Generalised cost of the best plan, USD")]
    [InlineData(Which, "^(No clear answer: )?(Lahore|Karachi)", "the paired difference")]
    public void Answer_stands_in_the_first_sentence(string line, string first, string words)
    {
        var run = CommandLineTests.Run(line);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var text = CommandLineTests.Flat(run.Out);
        Assert.Matches(first, text);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("planning values (means)", text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(ArriveBy, "paths-arrive-by")]
    [InlineData(Departures, "paths-departures")]
    [InlineData(Table, "paths-table")]
    [InlineData(Which, "paths-which")]
    public void Page_lists_every_path_of_the_json(string line, string fence)
    {
        var run = CommandLineTests.Run($"{line} --json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(WaitOrDivertCommandTests.OnPage(fence), PlanJsonTests.Paths(json.RootElement));
    }

    [Theory]
    [InlineData("arrive-by --from PKLHE --to UZTAS --by 2025-07-02", "No plan: no-plan:too-late.")]
    [InlineData("departures --from PKLHE --to UZTAS --ready 2025-07-10 --until 2025-07-11 --avoid PK",
        "No plan: no-plan:")]
    [InlineData("table --from PKLHE,PKKHI --to UZTAS --ready 2025-07-10 --avoid PK", "No plan: no-plan:")]
    [InlineData("which --from PKLHE,PKKHI --to UZTAS --ready 2025-07-10 --avoid PK", "No plan: no-plan:")]
    public void No_is_exit_code_3_with_its_code(string line, string first)
    {
        var run = CommandLineTests.Run($"{line} {Boxes}");
        Assert.Equal((3, ""), (run.Code, run.Error));
        Assert.StartsWith(first, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arrive-by --from zzzqq --to UZTAS --by soon --cargo 0x20ft:1t --chance 2 --draws -1",
        "query:unknown-place query:date query:boxes query:chance query:draws")]
    [InlineData("arrive-by --from PKLHE --to UZTAS --by 9999-12-31 --cargo 16x20ft:20t", "query:date-outside-data")]
    [InlineData("departures --from zzzqq --to UZTAS --ready 2025-07-10 --until 2025-07-01 --cargo 0x20ft:1t",
        "query:unknown-place query:window query:boxes")]
    [InlineData("departures --from PKLHE --to UZTAS --ready 2025-07-10 --until 2025-09-10 --cargo 16x20ft:20t",
        "query:window")]
    [InlineData("departures --from PKLHE --to UZTAS --ready 2025-07-10 --until soon --cargo 16x20ft:20t", "query:date")]
    [InlineData("table --from PKLHE,zzzqq --to UZTAS --ready soon --cargo 16x20ft:20t --value-of-time lots",
        "query:unknown-place query:date query:value-of-time")]
    [InlineData("table --from , --to UZTAS --ready 2025-07-10 --cargo 16x20ft:20t", "query:unknown-place")]
    [InlineData("table --from PKLHE --to Lahore --ready 2025-07-10 --cargo 16x20ft:20t", "query:same-place")]
    [InlineData("which --from PKLHE,PKKHI --to UZTAS,KZALA --ready 2025-07-10 --cargo 16x20ft:20t", "query:which")]
    [InlineData("which --from PKLHE --to UZTAS --ready 2025-07-10 --cargo 16x20ft:20t --draws 0",
        "query:draws")]
    public void All_faults_are_told_at_once(string line, string codes)
    {
        var run = CommandLineTests.Run(line);
        Assert.Equal(2, run.Code);
        var error = CommandLineTests.Flat(run.Error);
        Assert.All(codes.Split(' '), c => Assert.Contains($"[{c}]", error, StringComparison.Ordinal));
    }

    [Fact]
    public void More_pairs_than_can_be_asked_are_refused()
    {
        var places = string.Join(',', Network.ShippedCorridor.Network.Places.Keys.Select(p => p.Value)
            .Order(StringComparer.Ordinal).Take(16));
        var run = CommandLineTests.Run($"table --from {places} --to {places} --ready 2025-07-10 {Boxes}");
        Assert.Equal(2, run.Code);
        Assert.Contains("[query:too-many-pairs]", run.Error, StringComparison.Ordinal);
        Assert.Contains("240 pairs", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Knowledge_nobody_gave_is_said()
    {
        var run = CommandLineTests.Run(
            "arrive-by --from PKLHE --to UZTAS --by 2025-07-20 --cargo 16x20ft:20t --avoid PK");
        Assert.Equal(3, run.Code);
        var text = CommandLineTests.Flat(run.Out);
        Assert.Contains("what was known on the first day that can be asked is used", text, StringComparison.Ordinal);
        Assert.Contains("known 2025-03-22", text, StringComparison.Ordinal);
    }
}
