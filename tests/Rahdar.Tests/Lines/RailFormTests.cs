using Rahdar.Lines;
using Rahdar.Lines.Forms;
using Rahdar.Lines.Running;
using Rahdar.Network.Reading;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Lines;

/// <summary>Goal: a broken form is refused with file, line, field and code, all faults at once, and no text can break
/// the reader. Method: small texts, the public samples, and samples cut or changed at every place.</summary>
public sealed class RailFormTests
{
    private const string Stock = """
        schema: https://railtoolkit.org/schema/rolling-stock.json
        schema_version: "2022.05"
        trains:
          - {name: a, id: T, formation: [L, W]}
        vehicles:
          - {name: l, id: L, vehicle_type: traction unit, length: 20, mass: 80,
             tractive_effort: [[0, 90], [1, 80], [2, 70]]}
          - {name: w, id: W, vehicle_type: freight, length: 10, mass: 20}
        """;

    private const string Paths = """
        schema: https://railtoolkit.org/schema/running-path.json
        schema_version: "2024.07"
        paths:
          - id: P
            characteristic_sections:
              - {position: 0, speed: 50, resistance: 1}
              - {position: 100, speed: 60}
              - {position: 200, resistance: 2}
              - {position: 300, speed: 60, resistance: 0}
        """;

    [Fact]
    public void All_faults_of_a_file_are_told_at_once_with_line_and_field()
    {
        var faults = Read("""
            schema: https://railtoolkit.org/schema/rolling-stock.json
            schema_version: "22.05"
            trains:
              - {id: 1, formation: []}
            vehicles:
              - name: w
                id: W
                vehicle_type: cargo
                length: -3
                mass: heavy
                rotation_mass: 0.5
                tractive_effort: [[0, 5], [0, 5], [1]]
            """);
        Assert.Equal(
            [
                "2 schema_version form:edition", "4 trains[1].formation form:too-few",
                "4 trains[1].id form:type", "4 trains[1].name form:missing",
                "8 vehicles[1].vehicle_type form:unknown-word", "9 vehicles[1].length form:range",
                "10 vehicles[1].mass form:type", "11 vehicles[1].rotation_mass form:range",
                "12 vehicles[1].tractive_effort[2] form:duplicate", "12 vehicles[1].tractive_effort[2] form:order",
                "12 vehicles[1].tractive_effort[3] form:too-few",
            ],
            faults.Select(f => $"{f.Row} {f.Field} {f.Code}"));
        Assert.All(faults, f => Assert.Equal("a.yaml", f.File));
    }

    [Theory]
    [InlineData("", "yaml:empty")]
    [InlineData("a: [1", "yaml:unreadable")]
    [InlineData("a: &x 1\nb: *x", "yaml:alias")]
    [InlineData("a: 1\na: 2", "yaml:key-twice")]
    [InlineData("a: 1\n---\nb: 2", "yaml:second-document")]
    [InlineData("? [a]\n: 1", "yaml:bad-key")]
    [InlineData("just words", "form:type")]
    [InlineData("schema: https://example.org/x\nschema_version: '1'", "form:schema")]
    public void Text_that_is_no_form_has_a_code(string text, string code) =>
        Assert.Contains(Read(text), f => f.Code == code);

    [Fact]
    public void Depth_and_size_are_bounded()
    {
        Assert.Equal("yaml:too-deep", Read(new string('[', 100_000)).Single().Code);
        Assert.Equal("yaml:too-long", Read(new string('a', Limits.TextMax + 1)).Single().Code);
        Assert.Equal("yaml:too-long",
            Read("a: [" + string.Join(",", Enumerable.Repeat("1", Limits.ValuesMax)) + "]").Single().Code);
    }

    [Fact]
    public void Section_that_leaves_out_a_value_goes_on_with_the_one_before()
    {
        var forms = RailForms.Read("p", Paths, new FaultCollector());
        Assert.Equal([(50d, 1d), (60, 1), (60, 2)],
            forms.Paths.Single().Sections.Select(s => (s.Kmh!.Value, s.Permil!.Value)));
    }

    [Theory]
    [InlineData("[L, W]", "[L, X]", "train:unknown-vehicle")]
    [InlineData("id: W", "id: L", "train:ambiguous-vehicle")]
    [InlineData("traction unit", "freight", "train:no-effort")]
    [InlineData("mass: 80", "mass: 80, mass_traction: 90", "train:driven-mass")]
    public void Train_that_cannot_run_has_a_code(string old, string other, string code)
    {
        var faults = new FaultCollector();
        var text = Stock.Replace(old, other, StringComparison.Ordinal);
        Assert.Empty(RailForms.Read("t", text, faults).ListTrains(faults));
        Assert.Contains(faults.Faults, f => f.Code == code);
    }

    [Fact]
    public void Sound_train_is_put_together()
    {
        var faults = new FaultCollector();
        var train = RailForms.Read("t", Stock, faults).ListTrains(faults).Single();
        Assert.Empty(faults.Faults);
        Assert.Equal((30, 100_000), (train.Length, train.Mass));
        Assert.Equal((1.09 * 80 + 1.06 * 20) / 100, train.RotatingFactor, 1e-12);
        Assert.Equal(85, train.PullAt(0.5 / 3.6), 1e-9);
    }

    [Theory]
    [InlineData("trains/freight.yaml")]
    [InlineData("paths/slope.yaml")]
    [InlineData("schema-running-path/valid/path.yaml")]
    public void Form_cut_or_changed_anywhere_is_read_or_refused_and_never_throws(string file)
    {
        var text = Checkout.ReadText("tests/Conformance/rail-running-time/" + file);
        var random = new Random(20261128);
        for (var i = 0; i < 400; i++)
        {
            var at = random.Next(text.Length);
            var changed = (i % 3) switch
            {
                0 => text[..at],
                1 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                _ => text.Insert(at, "{}[]:-&*!|>'\"%@`,#?\n\t\0 0-"[random.Next(25)].ToString()),
            };
            var faults = new FaultCollector();
            var forms = RailForms.Read("cut", changed, faults);
            if (!faults.IsClean) continue;
            foreach (var train in forms.ListTrains(faults))
                Assert.NotNull(RunningTime.Of(train, RailDrawing.Path((3000, 60, 0)), StepRule.OfForm));
            foreach (var path in forms.Paths)
                Assert.NotNull(RunningTime.Of(RailDrawing.Freight(5), path, StepRule.OfForm));
        }
    }

    private static IReadOnlyList<InputFault> Read(string text)
    {
        var faults = new FaultCollector();
        RailForms.Read("a.yaml", text, faults);
        return faults.Faults;
    }
}
