using Rahdar.Lines;
using Rahdar.Lines.Capacity;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Lines;

/// <summary>Goal: capacity follows the published rules, also away from the public cases, and a broken file is refused
/// with all its faults. Method: small examples worked out by hand, and texts.</summary>
public sealed class CapacityTests
{
    [Fact]
    public void Compression_looks_at_every_train_before_and_not_only_the_last()
    {
        // The second train does not use block b; the third must still wait there for the first.
        var (shifts, occupancy) = Compression.Of(
        [
            Stairs(("a", 0, 2), ("b", 2, 30)), Stairs(("a", 0, 2)), Stairs(("a", 0, 2), ("b", 2, 4)),
        ]);
        Assert.Equal([0, 2, 28], shifts);
        Assert.Equal(30, occupancy);
    }

    [Fact]
    public void Trains_that_share_no_block_do_not_push_each_other_but_keep_their_order()
    {
        var (shifts, _) = Compression.Of([Stairs(("a", 0, 5)), Stairs(("a", 0, 5)), Stairs(("c", 0, 5))]);
        Assert.Equal([0, 5, 5], shifts);
    }

    [Theory]
    [InlineData(60, 20, false, 1.6)]
    [InlineData(60, 20, true, 1.48)]
    [InlineData(100, 22.5, false, 0.7 + (3 + 10 + 25) / 22.5)]
    public void Resistance_of_a_loaded_wagon_is_that_of_the_rules(double kmh, double load, bool welded, double w) =>
        Assert.Equal(w, Resistances.PtrLoaded(kmh, load, welded), 1e-9);

    [Fact]
    public void All_faults_of_a_file_of_cases_are_told_with_case_and_field()
    {
        var faults = new FaultCollector();
        var cases = CapacityReader.Read("c.json", """
            [
              {"id": "a", "method": "UIC 406:2004", "input": {"A": 1, "B": "x", "C": 1, "D": -1, "U": 0}},
              {"id": "b", "method": "guesswork", "input": {}},
              {"method": "Davis", "input": 3},
              {"id": "d", "method": "Strahl", "input": {"train": "none", "v_mps": 0}},
              {"id": "e", "method": "compression", "input": {"trains": [{"a": [5, 1]}], "periodMin": 60}},
              {"id": "f", "method": "1520 practice", "input": {"periodMin": 10, "technologicalWindowMin": 0,
                "reliability": 1.2}},
              7
            ]
            """, _ => null, faults);
        Assert.Equal(
            [
                "1 input.B form:type", "1 input.D form:range", "1 input.U form:range",
                "2 method capacity:unknown-method", "3 id form:missing", "3 input form:missing",
                "4 input.train capacity:unknown-train", "5 input.trains[1] form:type",
                "5 input.trains[1].a form:type", "6 input.reliability form:range", "7  form:type",
            ],
            faults.Faults.Select(f => $"{f.Row} {f.Field} {f.Code}"));
        Assert.All(cases, c => Assert.Empty(c.Answer));
    }

    [Theory]
    [InlineData("", "capacity:bad-json")]
    [InlineData("{}", "form:type")]
    [InlineData("[]", "form:type")]
    public void Text_that_is_no_list_of_cases_has_a_code(string text, string code)
    {
        var faults = new FaultCollector();
        Assert.Empty(CapacityReader.Read("c.json", text, _ => null, faults));
        Assert.Equal(code, faults.Faults.Single().Code);
    }

    [Fact]
    public void File_of_cases_is_bounded()
    {
        var faults = new FaultCollector();
        CapacityReader.Read("c.json", new string(' ', Limits.TextMax + 1), _ => null, faults);
        Assert.Equal("form:too-many", faults.Faults.Single().Code);
    }

    private static BlockingStairs Stairs(params (string Block, double From, double To)[] blocks) =>
        new(blocks.ToDictionary(b => b.Block, b => (b.From, b.To)));
}
