using System.Globalization;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Network;

/// <summary>Goal: no input fills the memory or holds up a load. Method: a file of the tiny corridor one step beyond
/// each limit gives exactly one fault; at the limit it gives none.</summary>
public sealed class ReadingLimitTests
{
    private const string Names = "ours/names.csv";
    private const string Header = "place_id,language,name,source,confidence\n";
    private const string Sea = "network/sea.geojson";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_table_has_a_greatest_number_of_rows(int beyond)
    {
        var rows = string.Concat(Enumerable.Repeat("PKAAA,ru,A,GK,low\n", ReadingLimits.RowsMax + beyond));
        Expect(
            TinyCorridor.With((Names, Header + rows)), beyond,
            $"{Names}:{ReadingLimits.RowsMax + 2} csv:too-many-rows");
    }

    [Fact]
    public void Bad_rows_count_as_rows()
    {
        var rows = string.Concat(Enumerable.Repeat("x\n", ReadingLimits.RowsMax * 2));
        var faults = Read(TinyCorridor.With((Names, Header + rows)));
        Assert.Equal(ReadingLimits.RowsMax + 1, faults.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_field_has_a_greatest_length(int beyond)
    {
        var field = new string('x', ReadingLimits.FieldCharactersMax + beyond);
        Expect(
            TinyCorridor.With((Names, $"{Header}PKAAA,ru,{field},GK,low\n")), beyond,
            $"{Names}:2 csv:field-too-long");
    }

    [Fact]
    public void A_file_has_a_greatest_size()
    {
        var tiny = TinyCorridor.With();
        var files = tiny with
        {
            Open = f => f == Names ? new MemoryStream(new byte[ReadingLimits.FileBytesMax + 1]) : tiny.Open(f),
        };
        Expect(files, 1, $"{Names}:0 csv:file-too-large");
    }

    [Fact]
    public void A_collection_has_a_greatest_number_of_features()
    {
        var features = string.Join(',', Enumerable.Repeat("{}", ReadingLimits.RowsMax + 1));
        Expect(
            TinyCorridor.With((Sea, $"{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")), 1,
            $"{Sea}:0 features geo:too-many-features");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_line_has_a_greatest_number_of_points(int beyond)
    {
        const string middle = "[60.0,24.8],";
        var points = string.Concat(Enumerable.Repeat(middle, ReadingLimits.PointsMax - 2 + beyond));
        var text = TinyCorridor.Texts[Sea].Replace(middle, points, StringComparison.Ordinal);
        Expect(TinyCorridor.With((Sea, text)), beyond, $"{Sea}:1 geometry geo:bad-geometry");
    }

    private static void Expect(CorridorFiles files, int beyond, string fault) =>
        Assert.Equal(beyond == 0 ? [] : [fault], Read(files));

    private static List<string> Read(CorridorFiles files) =>
    [
        .. CorridorReader.Read(files).Faults.Select(f => string.Create(
            CultureInfo.InvariantCulture, $"{f.File}:{f.Row} {(f.Field.Length == 0 ? "" : f.Field + " ")}{f.Code}")),
    ];
}
