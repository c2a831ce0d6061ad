using System.Globalization;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Network;

/// <summary>Goal: whatever is wrong with an input is told by file, row, field and code, all of it and nothing else, and
/// nothing is half-loaded. Method: each sample changes the shipped corridor in memory and lists every fault that must
/// come out.</summary>
public sealed class BrokenSampleTests(ITestOutputHelper output)
{
    private const int SamplesMin = 48;
    private const int CodesMin = 14;

    public static TheoryData<string> Samples => [.. BrokenSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_fault_of_a_broken_corridor_is_told_and_no_other(string name)
    {
        var sample = BrokenSamples.Get(name);
        var outcome = CorridorReader.Read(sample.Files);

        Assert.NotEmpty(sample.Expected);
        Assert.Null(outcome.Network);
        var told = outcome.Faults.Select(f => Text(f, sample.Expected)).Order(StringComparer.Ordinal).ToList();
        var twice = told.CountBy(t => t).Where(c => c.Value > 1).Select(c => c.Key);
        Assert.True(
            sample.Expected.SequenceEqual(told),
            $"not told:\n{string.Join('\n', sample.Expected.Except(told))}\nnot expected, or twice:\n"
            + string.Join('\n', told.Except(sample.Expected).Concat(twice)));
        Assert.All(outcome.Faults, f => Assert.True(f.Message.Length is > 10 and < 400, f.ToString()));
    }

    [Fact]
    public void Shipped_corridor_has_no_fault()
    {
        var outcome = CorridorReader.Read(BrokenSamples.ShippedFiles);
        Assert.Empty(outcome.Faults);
        Assert.NotNull(outcome.Network);
    }

    [Fact]
    public void Tiny_corridor_has_no_fault()
    {
        var outcome = CorridorReader.Read(TinyCorridor.With());
        Assert.Empty(outcome.Faults);
        Assert.NotNull(outcome.Network);
    }

    [Fact]
    public void Samples_are_many_and_of_many_kinds()
    {
        var codes = BrokenSamples.Names.SelectMany(n => BrokenSamples.Get(n).Expected)
            .CountBy(e => e[(e.LastIndexOf(' ') + 1)..]).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        output.WriteLine($"{BrokenSamples.Names.Count} samples, {codes.Count} codes:");
        foreach (var (code, count) in codes) output.WriteLine($"{count,4} {code}");
        Assert.True(BrokenSamples.Names.Count >= SamplesMin, $"{BrokenSamples.Names.Count} samples");
        Assert.True(codes.Count >= CodesMin, $"{codes.Count} codes");
    }

    // The row is left open where the sample leaves it open.
    private static string Text(InputFault fault, IReadOnlyList<string> expected)
    {
        var tail = $"{(fault.Field.Length == 0 ? "" : fault.Field + " ")}{fault.Code}";
        var open = $"{fault.File}:* {tail}";
        return expected.Contains(open)
            ? open
            : string.Create(CultureInfo.InvariantCulture, $"{fault.File}:{fault.Row} {tail}");
    }
}
