using Rahdar.Lines.Capacity;
using Rahdar.Lines.Studies;
using Rahdar.Network;
using Rahdar.Network.Rail;
using Rahdar.Quantities;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Lines;

/// <summary>Goal: the study of a line says what follows from the tables, beside what pages say, and what nobody knows
/// stays unknown. Method: the shipped ML-1; the same with one row changed.</summary>
public sealed class LineStudyTests
{
    private static readonly CorridorNetwork Network = ShippedCorridor.Network;

    [Theory]
    [InlineData("ML1", "PK-05 PK-06 PK-07 PK-08")]
    [InlineData("ml-1", "PK-05 PK-06 PK-07 PK-08")]
    [InlineData("PJ-ML1A", "PK-05")]
    [InlineData("PJ-ML1", "PK-05 PK-06")]
    [InlineData("ML4", "PK-01")]
    public void Line_is_found_by_its_name_or_by_a_project(string line, string sections) =>
        Assert.Equal(sections, string.Join(" ", LineStudy.Of(Network, line)!.Sections.Select(s => s.Section.Id)));

    [Theory]
    [InlineData("")]
    [InlineData("ML")]
    [InlineData("PK-05")]
    public void Name_that_no_section_bears_gives_no_study(string line) => Assert.Null(LineStudy.Of(Network, line));

    [Fact]
    public void Upgrade_is_quicker_and_passes_more_and_leaves_other_sections_alone()
    {
        var study = LineStudy.Of(Network, "ML1")!;
        foreach (var section in study.Sections.Where(s => s.Upgrade is not null))
        {
            Assert.True(Mode(section, LineStudy.RunningTimeRow, true) < Mode(section, LineStudy.RunningTimeRow, false));
            Assert.True(Mode(section, LineStudy.ScottRow, true) > Mode(section, LineStudy.ScottRow, false));
        }
        Assert.Equal(["PK-07", "PK-08"],
            study.Sections.Where(s => s.Upgrade is null).Select(s => s.Section.Id));
        var weakest = study.Totals.Single(r => r.Name == LineStudy.ScottRow);
        Assert.Equal(weakest.Today!.Value, weakest.After!.Value);
    }

    [Fact]
    public void Figures_follow_from_the_rows_by_hand()
    {
        var section = LineStudy.Of(Network, "ML1")!.Sections[0];
        // 760 m less one locomotive of 21 m, wagons of 14.5 m: 50; and 3,000 t by 60 t: 50.
        Assert.Equal(50, Mode(section, "wagons of the train", false));
        var hours = (double)Mode(section, LineStudy.RunningTimeRow, false);
        // 480 km at 65 km/h are 7.38 h; starting and stopping add minutes.
        Assert.InRange(hours, 480 / 65.0, 480 / 65.0 + 0.1);
        // Block of 9 km and a train of 746 m, at the mean speed, and 5 min of work.
        var running = 9.746 / (480 / hours) * 60;
        Assert.Equal(LinePractice.ByScott(running, 5, 0.7), (double)Mode(section, LineStudy.ScottRow, false), 0.2);
        Assert.Equal(LinePractice.By1520(running + 5, 120, 0.9, 1),
            (double)Mode(section, LineStudy.By1520Row, false), 0.2);
        Assert.Equal(34, Mode(section, LineStudy.PublishedPathsRow, false));
    }

    [Fact]
    public void What_rests_on_an_estimate_says_so_and_what_a_page_says_does_not()
    {
        foreach (var row in LineStudy.Of(Network, "ML1")!.Sections[0].Rows)
        {
            Assert.NotNull(row.Today);
            Assert.NotEqual("", row.Today!.Source);
            if (row.Name.StartsWith("trains", StringComparison.Ordinal))
                Assert.True(row.Today is { IsComputed: true, IsEstimate: true, Confidence: Confidence.Low });
            if (row.Name == LineStudy.PublishedPathsRow)
                Assert.True(row.Today is { IsComputed: false, IsEstimate: false, Confidence: Confidence.High });
        }
    }

    [Fact]
    public void Section_without_a_row_of_its_working_is_unknown_and_so_is_the_line()
    {
        var without = Network with
        {
            LineOperations = [.. Network.LineOperations.Where(o => o.Section != "PK-08")],
        };
        var study = LineStudy.Of(without, "ML1")!;
        Assert.Null(study.Sections[3].Rows.Single(r => r.Name == LineStudy.ScottRow).Today);
        Assert.Contains(study.Sections[3].Remarks, r => r.Contains("no-study:no-operation", StringComparison.Ordinal));
        Assert.Null(study.Totals.Single(r => r.Name == LineStudy.RunningTimeRow).Today);
    }

    [Fact]
    public void Train_that_fits_no_wagon_or_cannot_start_is_told_with_a_code()
    {
        Assert.Contains(Remarks(t => t with { WagonMass = Said(t.WagonMass, 9_000) }),
            r => r.Contains("no-study:train-length", StringComparison.Ordinal));
        Assert.Contains(Remarks(t => t with { Pull = Said(t.Pull, 20) }),
            r => r.Contains("no-run:stalled", StringComparison.Ordinal));
        Assert.Contains(Remarks(t => t with { Gauge = new Gauge(1520) }),
            r => r.Contains("no-study:gauge", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Remarks(Func<LineTrain, LineTrain> change) =>
        LineStudy.Of(Network with { LineTrains = [.. Network.LineTrains.Select(change)] }, "ML1")!.Sections[0].Remarks;

    private static Figure Said(Figure figure, decimal value) => figure with { Value = Triangle.Exactly(value) };

    private static decimal Mode(SectionStudy section, string row, bool isAfter)
    {
        var found = section.Rows.Single(r => r.Name == row);
        return (isAfter ? found.After : found.Today)!.Value.Mode;
    }
}
