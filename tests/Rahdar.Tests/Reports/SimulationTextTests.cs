using Rahdar.Reports;
using Rahdar.Simulation.Corridor;
using Rahdar.Tests.Expected;

namespace Rahdar.Tests.Reports;

/// <summary>Goal: who reads a simulation finds first what is waited for and what it rests on, every figure with its
/// interval, and nothing unknown as zero. Method: results made by hand, <see cref="SimulationSamples"/>, as
/// text.</summary>
public sealed class SimulationTextTests
{
    [Fact]
    public void Whole_text_of_a_simulation_is_as_approved() =>
        ApprovedFile.Check("simulation.txt", SimulationText.Answer(SimulationSamples.Answer()));

    [Fact]
    public void Whole_text_of_a_comparison_is_as_approved() =>
        ApprovedFile.Check("comparison.txt", ComparisonText.Answer(SimulationSamples.Comparison()));

    [Fact]
    public void First_lines_name_the_longest_wait_and_how_much_is_assumed()
    {
        var text = Flat(SimulationText.Answer(SimulationSamples.Answer()));
        Assert.StartsWith(
            "Most waited for: Bravo road (2,400 +- 300 truck-hours a day), Train one (240 +- 10 TEU-hours a day)", text,
            StringComparison.Ordinal);
        Assert.Contains(
            "4 figures it was made from 1 are published (none was measured by Rahdar), 1 recalled and 2 assumed", text,
            StringComparison.Ordinal);
        Assert.Contains("NOT ACTING in this simulation: PJ-X opens on 2028-01-01.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Page_is_no_wider_than_told(int width)
    {
        var pages = SimulationText.Answer(SimulationSamples.Answer(), 12, width)
            + ComparisonText.Answer(SimulationSamples.Comparison(), 12, width);
        Assert.DoesNotContain(pages.Split('\n'), l => l.Length > width);
    }

    [Fact]
    public void Few_rows_say_how_many_are_not_shown()
    {
        var text = Flat(SimulationText.Answer(SimulationSamples.Answer(), rows: 1));
        Assert.Contains("and 2 more that are waited for", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpha-Bravo (section", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 60, true)]
    [InlineData(0.5, 5, false)]
    [InlineData(1.0, 5, true)]
    public void Resource_in_use_all_its_time_or_never_without_a_days_work_is_at_its_limit(
        double use, double queue, bool isTold)
    {
        var answer = SimulationSamples.Answer();
        var post = answer.Result.Resources[0] with
        {
            UnitsPerDay = new Estimate(50, 1, 4),
            Utilisation = new Estimate(use, 0.01, 4),
            Queue = [queue, queue + 10],
            QueueRange = [(0, 100), (0, 100)],
        };
        var text = SimulationText.Answer(answer with { Result = answer.Result with { Resources = [post] } });
        Assert.Equal(isTold, text.Contains("AT ITS LIMIT", StringComparison.Ordinal));
    }

    [Fact]
    public void One_run_is_said_to_have_no_interval()
    {
        var one = SimulationSamples.Answer();
        var result = one.Result with { Request = one.Result.Request with { Replications = 1 } };
        Assert.Contains(
            "One run has no interval", Flat(SimulationText.Answer(one with { Result = result })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_simulation_has_no_empty_tables()
    {
        var answer = SimulationSamples.Answer();
        var empty = answer.Result with { Resources = [], Crossings = [], Relations = [], LeftOut = [] };
        var text = SimulationText.Answer(new SimulationAnswer(answer.Network, empty, []));
        Assert.StartsWith("Nothing was waited for.", text, StringComparison.Ordinal);
        foreach (var heading in new[] { "Most waited for\n", "Crossings", "Relations", "Left out", "Movements" })
            Assert.DoesNotContain("\n" + heading, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12.34, 1.1, 4, "12.3 +- 1.1")]
    [InlineData(1234.4, 44.4, 4, "1,234 +- 44")]
    [InlineData(0.456, 0.012, 4, "0.46 +- 0.01")]
    [InlineData(0, 0, 4, "0 +- 0")]
    [InlineData(5, 0, 4, "5.0 +- 0.0")]
    [InlineData(12.34, double.NaN, 1, "12.3 +- - (1)")]
    [InlineData(12.34, 1.1, 3, "12.3 +- 1.1 (3)")]
    [InlineData(double.NaN, double.NaN, 0, "-")]
    public void Interval_shows_the_digits_it_bears(double mean, double half, int n, string text) =>
        Assert.Equal(text, SimulationLines.Interval(new Estimate(mean, half, n), 4));

    [Theory]
    [InlineData(2.5, 0.4, "+2.5 +- 0.4")]
    [InlineData(-2.5, 0.4, "-2.5 +- 0.4")]
    public void Change_shows_its_sign(double mean, double half, string text) =>
        Assert.Equal(text, SimulationLines.Interval(new Estimate(mean, half, 4), 4, isChange: true));

    [Theory]
    [InlineData(new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 20, "_.:-=+*#%@")]
    [InlineData(new double[] { 0, 0, 0 }, 20, "___")]
    [InlineData(new double[] { 0, 0, 9, 9 }, 2, "_@")]
    [InlineData(new double[] { 3, 3 }, 20, "@@")]
    public void Queue_is_drawn_from_none_to_the_most(double[] queue, int width, string drawn) =>
        Assert.Equal(drawn, SimulationLines.Spark(queue, width, isPlain: true));

    [Theory]
    [InlineData(8, 8, "++++++++")]
    [InlineData(-4, 8, "----")]
    [InlineData(0.001, 8, "+")]
    [InlineData(0, 8, "")]
    [InlineData(double.NaN, 8, "")]
    public void Bar_is_as_long_as_the_change_beside_the_greatest(double change, double greatest, string bar) =>
        Assert.Equal(bar, SimulationLines.Bar(change, greatest, 8));

    private static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
