using Rahdar.Network;
using Rahdar.Network.Indicators;
using Rahdar.Network.Reading;
using Rahdar.Planning.Calibration;
using Rahdar.Quantities;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: nothing is proved by what it was made from, and the year that judges is not fitted on. Method: the
/// sources of both sides of every judged pair are walked here anew, circular rows are planted in the shipped corridor,
/// and the values of the judged year are changed.</summary>
public sealed class CalibrationTests
{
    private static readonly string[] NoPages = ["MEM", "GK", "EST"];

    private static readonly Lazy<CalibrationReport> Report =
        new(() => CalibrationReport.Of(ShippedCorridor.Network));

    [Fact]
    public void Some_pairs_of_each_kind_are_judged()
    {
        Assert.Contains(Report.Value.Borders, b => b.Standing == Standing.Judged);
        Assert.Contains(Report.Value.Speeds, s => s.Standing == Standing.Judged);
        Assert.Contains(Report.Value.Services, s => s.Standing == Standing.Judged);
        Assert.Contains(Report.Value.Lengths, l => l.Standing == Standing.Judged);
    }

    [Fact]
    public void No_judged_pair_has_a_page_or_a_figure_on_both_sides() =>
        Assert.Empty(Report.Value.Judged.SelectMany(pair => Shared(pair, ShippedCorridor.Network)));

    [Fact]
    public void Every_figure_of_a_judged_pair_is_a_figure_of_the_network()
    {
        foreach (var figure in Report.Value.Judged.SelectMany(p => p.Inputs.Concat(p.Judges)))
            Assert.Equal(figure, ShippedCorridor.Network.AllFigures[figure.Id]);
    }

    [Fact]
    public void Walk_catches_a_planted_source()
    {
        var planted = Changed("set facts/borders.csv @BOLASHAK-RD source: EST;CPMM22-TKM");
        var pairs = Report.Value.Judged.Where(p => p.Subject.StartsWith("BOLASHAK-RD ", StringComparison.Ordinal));
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Contains("CPMM22-TKM", Shared(pair, planted)));
        AssertCircular(planted, "BOLASHAK-RD");
    }

    [Fact]
    public void Row_made_by_analogy_with_a_published_one_is_circular() => AssertCircular(
        Changed("set facts/borders.csv @BOLASHAK-RD note: by analogy with ALAT-FARAP-RD-OUT-L"),
        "BOLASHAK-RD");

    [Fact]
    public void Row_copied_from_a_published_one_without_saying_so_is_circular()
    {
        Assert.Equal("EST", ShippedCorridor.Network.AllFigures["borders/TAZHEN-RD/clear_h"].Provenance.Source);
        AssertCircular(ShippedCorridor.Network, "TAZHEN-RD");
    }

    [Fact]
    public void Service_with_a_hop_by_sea_is_circular_by_its_own_days()
    {
        var west = Report.Value.Services.First(s => s.Service.Id == "S-CPEC-KAR");
        Assert.Equal(Standing.Circular, west.Standing);
        Assert.Contains("services/S-CPEC-KAR/transit_days", west.Comparison.Shared);
    }

    [Fact]
    public void Values_of_the_judged_year_move_no_prediction_and_no_choice()
    {
        var judging = ShippedCorridor.Network.Indicators.Where(i => i.DataYear == CalibrationReport.JudgedYear);
        var changed = CalibrationReport.Of(
            Changed(judging.Select(i => $"set facts/cpmm.csv @{i.Id} value: 777"))).Forecast;
        var shipped = Report.Value.Forecast;
        Assert.Equal(shipped.Chosen, changed.Chosen);
        Assert.Equal(shipped.Series.Select(s => s.Predicted), changed.Series.Select(s => s.Predicted));
        Assert.Equal(shipped.Tried.Select(t => t.HeldOut), changed.Tried.Select(t => t.HeldOut));
        Assert.NotEqual(shipped.ErrorsOf(), changed.ErrorsOf());
    }

    [Theory]
    [InlineData(1, 0.0, 0.0, 20.0)]
    [InlineData(2, 0.0, 0.0, 15.0)]
    [InlineData(1, 0.5, 0.0, 30.0)]
    [InlineData(1, 0.0, 1.0, 25.0)]
    public void Model_reads_earlier_years_its_country_and_the_last_change(
        int years, double pull, double trend, double expected)
    {
        // Country 38 to 40, post 10 to 20: together 48 to 60, a change of 1.25.
        BorderSeries[] all =
        [
            Series(IndicatorScope.Post, "PKAAA", (2020, 10), (2021, 20), (2022, 99)),
            Series(IndicatorScope.Country, "PK", (2020, 38), (2021, 40), (2022, 99)),
        ];
        var model = new BorderModel(years, (decimal)pull, (decimal)trend);
        Assert.Equal((decimal)expected, model.Predict(all[0], 2022, all));
    }

    [Fact]
    public void Errors_are_the_mean_the_median_and_the_bias()
    {
        Assert.Equal(new Errors(4, 1.75m, 1.5m, 0.75m), Errors.Of([(11, 10), (8, 10), (16, 12), (4, 4)]));
        Assert.Equal(0, Errors.Of([]).Count);
    }

    private static BorderSeries Series(IndicatorScope scope, string id, params (int Year, int Hours)[] values) => new(
        scope, id, "PK", Mode.Road, IndicatorDirection.Outbound,
        values.ToDictionary(v => v.Year, v => new PublishedIndicator(
            $"{id}-{v.Year}", v.Year, scope, id, Mode.Road, IndicatorDirection.Outbound, "TFI1",
            new Figure($"cpmm/{id}-{v.Year}/value", Triangle.Exactly(v.Hours), "hour",
                new Provenance("EST", Confidence.Low, null, null)), "")));

    private static void AssertCircular(CorridorNetwork network, string row)
    {
        var checks = CalibrationReport.Of(network).Borders.Where(b => b.Row.Id == row).ToList();
        Assert.NotEmpty(checks);
        Assert.All(checks, c => Assert.Equal(Standing.Circular, c.Standing));
    }

    /// <summary>Pages and figures that stand on both sides, by the sources of the rows alone.</summary>
    private static List<string> Shared(Comparison pair, CorridorNetwork network)
    {
        var inputs = pair.Inputs.Select(f => network.AllFigures[f.Id]).ToList();
        var judges = pair.Judges.Select(f => network.AllFigures[f.Id]).ToList();
        return
        [
            .. inputs.Select(f => f.Id).Intersect(judges.Select(f => f.Id)),
            .. inputs.SelectMany(Pages).Intersect(judges.SelectMany(Pages)),
        ];
    }

    private static IEnumerable<string> Pages(Figure figure) =>
        figure.Provenance.Source.Split(';', StringSplitOptions.TrimEntries).Except(NoPages);

    /// <summary>The shipped corridor with some cells changed, in the words of the broken samples.</summary>
    private static CorridorNetwork Changed(params IEnumerable<string> cells)
    {
        var sample = BrokenSample.Parse(string.Join('\n', cells), Shipped);
        var outcome = CorridorReader.Read(sample.Files);
        return outcome.Network ?? throw new InvalidOperationException(string.Join('\n', outcome.Faults));
    }

    private static byte[]? Shipped(string file)
    {
        using var stream = BrokenSamples.ShippedFiles.Open(file);
        if (stream is null) return null;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
