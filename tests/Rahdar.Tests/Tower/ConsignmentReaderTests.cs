using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: a file of consignments is read whole or not at all, and all that is wrong is told at once with row
/// and field. Method: files in memory, the shipped corridor.</summary>
public sealed class ConsignmentReaderTests
{
    private const string Header = "id,from,to,ready,cargo,priority,known\n";
    private const string Good = "A,PKLHE,RUASF,2025-06-21,16x20ft:20t,1,2025-06-11\n";

    [Fact]
    public void Good_row_is_a_consignment()
    {
        var consignment = Assert.Single(Read(Header + Good, out var faults));
        Assert.Empty(faults);
        Assert.Equal(("A", 1, 2), (consignment.Id, consignment.Priority, consignment.Row));
        Assert.Equal("16x20ft:20t", consignment.Query.Cargo.ToString());
    }

    [Fact]
    public void Column_of_the_knowledge_date_may_be_missing() =>
        Assert.True(Assert.Single(Read(
            "priority,id,from,to,ready,cargo\n2,A,PKLHE,RUASF,2025-06-21,16x20ft:20t\n", out _)).Query.IsKnownAssumed);

    [Fact]
    public void All_faults_of_all_rows_are_told_at_once()
    {
        Read(Header + Good
            + "A,zzzqq,RUASF,soon,0x20ft:20t,0,\n"
            + ",PKLHE,PKLHE,2025-06-21,16x20ft:20t,1.5,never\n"
            + "C,PKLHE,,2025-06-21,boxes,1,\n", out var faults);
        Assert.Equal(
        [
            "3 cargo query:boxes", "3 from query:unknown-place", "3 id csv:duplicate-id",
            "3 priority value:out-of-range", "3 ready query:date", "4 id value:missing", "4 known query:date",
            "4 priority value:not-a-number", "5 to value:missing",
        ], faults.Select(f => $"{f.Row} {f.Field} {f.Code}"));
    }

    [Theory]
    [InlineData("", "csv:empty-file")]
    [InlineData("id,from,to,ready,cargo,priority\n", "query:no-consignments")]
    [InlineData("id,from,to,ready,cargo\n", "csv:missing-column")]
    public void File_without_consignments_is_refused(string text, string code)
    {
        Assert.Empty(Read(text, out var faults));
        Assert.Equal(code, Assert.Single(faults).Code);
    }

    [Fact]
    public void More_rows_than_the_limit_are_refused()
    {
        var rows = Enumerable.Range(0, Limits.ConsignmentsMax + 1).Select(i => "R" + i + Good);
        Assert.Empty(Read(Header + string.Concat(rows), out var faults));
        Assert.Equal(("query:too-many-consignments", Limits.ConsignmentsMax + 2),
            (Assert.Single(faults).Code, faults[0].Row));
    }

    [Fact]
    public void File_that_is_not_there_is_told() =>
        Assert.Equal("csv:missing-file", Assert.Single(FaultsOf("other.csv")).Code);

    private static IReadOnlyList<InputFault> FaultsOf(string file)
    {
        var faults = new FaultCollector();
        var files = CorridorFiles.InMemory("memory", new Dictionary<string, string>());
        ConsignmentReader.Read(files, file, ShippedCorridor.Network, faults);
        return faults.Faults;
    }

    private static IReadOnlyList<Rahdar.Planning.Questions.Consignment> Read(
        string text, out IReadOnlyList<InputFault> faults)
    {
        var collector = new FaultCollector();
        var files = CorridorFiles.InMemory("memory", new Dictionary<string, string> { ["list.csv"] = text });
        var (consignments, _) = ConsignmentReader.Read(files, "list.csv", ShippedCorridor.Network, collector);
        faults = collector.Faults;
        return consignments;
    }
}
