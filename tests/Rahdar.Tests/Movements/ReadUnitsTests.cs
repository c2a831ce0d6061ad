using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rahdar.Movements;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Movements;

/// <summary>Goal: a file read unit by unit tells the same as one held whole, holds few units at a time, and says what
/// is wrong. Method: written files of trucks that come and go, whole and with rows out of place.</summary>
public sealed class ReadUnitsTests
{
    private const string Head = "unit,kind,count,at,movement,place,to,mode,by,activity,resource,cents\n";

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void Units_are_told_once_each_with_all_their_movements(int anyOrderMax)
    {
        var (units, faults) = Read(Head + string.Concat(Trucks(200)), anyOrderMax);
        Assert.Empty(faults);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"T{i}").Order(), units.Keys.Order());
        Assert.All(units.Values, count => Assert.Equal(3, count));
    }

    [Fact]
    public void Units_are_let_go_while_the_file_is_read()
    {
        var told = 0;
        var rows = new Counting(Encoding.UTF8.GetBytes(Head + string.Concat(Trucks(20_000))));
        var first = 0L;
        Assert.True(MovementReader.ReadUnits(
            rows, "m.csv", new FaultCollector(), (_, _) => first = told++ == 0 ? rows.Position : first, null, 100));
        Assert.Equal(20_000, told);
        Assert.InRange(first, 1, rows.Length / 10);
    }

    [Fact]
    public void Short_file_may_stand_in_any_order()
    {
        var (units, faults) = Read(Head + string.Concat(Trucks(50).Reverse()), 1000);
        Assert.Empty(faults);
        Assert.All(units.Values, count => Assert.Equal(3, count));
    }

    [Fact]
    public void Row_of_a_long_file_that_comes_after_its_unit_was_let_go_is_a_fault()
    {
        var late = "T0,truck,1,2025-06-21T00:00:30Z,queued,PKTOR,,,,border-out,X,\n";
        var (_, faults) = Read(Head + string.Concat(Trucks(200)) + late, 10);
        Assert.Equal(["m.csv:602 at movement:out-of-order"], faults);
    }

    [Fact]
    public void Row_after_the_delivery_is_left_out_as_a_timeline_leaves_it_out()
    {
        var late = "T0,truck,1,2026-06-21T00:00:30Z,queued,PKTOR,,,,border-out,X,\n";
        Assert.Empty(Read(Head + string.Concat(Trucks(200)) + late, 10).Faults);
    }

    [Fact]
    public void Every_fault_is_told_up_to_a_limit_and_nothing_may_be_used()
    {
        var bad = string.Concat(Enumerable.Repeat("T1,truck,0,soon,flew,PKTOR,,,,,,\n", 3));
        var (_, faults) = Read(Head + bad, 10);
        Assert.Equal(9, faults.Count);
        var many = Read(Head + string.Concat(Enumerable.Repeat("T1,truck,0,soon,flew,PKTOR,,,,,,\n", 5000)), 10).Faults;
        Assert.InRange(many.Count, Limits.FaultsMax, Limits.FaultsMax + 3);
        Assert.Contains(many, f => f.EndsWith("csv:too-many-faults", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "m.csv:0 csv:empty-file")]
    [InlineData("unit,kind\n", "m.csv:1 count csv:missing-column")]
    [InlineData("T1,truck\n", "m.csv:1 count csv:missing-column")]
    public void File_without_the_header_is_told(string text, string fault) =>
        Assert.Contains(fault, Read(text, 10).Faults);

    [Fact]
    public void Text_that_is_no_text_is_told_and_not_half_read()
    {
        var good = Encoding.UTF8.GetBytes(Head + Trucks(1).First());
        Assert.Contains("m.csv:0 csv:encoding", Read([.. good, 0xFF, 0xFE, 0x0A], 10).Faults);
        Assert.Contains(
            "m.csv:3 csv:encoding",
            Read([.. good, .. Encoding.UTF8.GetBytes("T\0,truck,1,2025-06-21T00:00:30Z,delivered,PKTOR,,,,,,\n")], 10)
                .Faults);
        Assert.Empty(Read([0xEF, 0xBB, 0xBF, .. good], 10).Faults);
    }

    // Each truck waits a minute at the post and is gone before the next but one comes.
    private static IEnumerable<string> Trucks(int count) => Enumerable.Range(0, count).SelectMany(i =>
    {
        string At(int seconds) => InstantPattern.General.Format(
            Instant.FromUtc(2025, 6, 21, 0, 0) + Duration.FromSeconds(60L * i + seconds));
        return new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"T{i},truck,1,{At(0)},queued,PKTOR,,,,border-out,X,\n"),
            $"T{i},truck,1,{At(20)},began,PKTOR,,,,border-out,X,\n",
            $"T{i},truck,1,{At(50)},delivered,PKTOR,,,,,,\n",
        };
    });

    private static (Dictionary<string, int> Units, List<string> Faults) Read(string text, int anyOrderMax) =>
        Read(Encoding.UTF8.GetBytes(text), anyOrderMax);

    private static (Dictionary<string, int> Units, List<string> Faults) Read(byte[] bytes, int anyOrderMax)
    {
        var (units, faults) = (new Dictionary<string, int>(), new FaultCollector());
        var isClean = MovementReader.ReadUnits(
            new MemoryStream(bytes), "m.csv", faults, (unit, movements) => units.Add(unit.Id.Value, movements.Count),
            null, anyOrderMax);
        Assert.Equal(isClean, faults.IsClean);
        return (units,
            [.. faults.Faults.Select(f => $"{f.File}:{f.Row}{(f.Field.Length > 0 ? " " + f.Field : "")} {f.Code}")]);
    }

    /// <summary>A stream that gives little at a time, so that its position tells how far it was read.</summary>
    private sealed class Counting(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, 512));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 512)]);
    }
}
