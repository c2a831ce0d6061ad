using Rahdar.Indicators;

namespace Rahdar.Tests.Indicators;

/// <summary>Goal: means, medians, spreads and intervals are those of the books. Method: small samples reckoned by hand,
/// tables of Student's t and of Wilson's interval, and what must hold for any weights.</summary>
public sealed class StatisticTests
{
    [Fact]
    public void Two_samples_have_the_interval_of_the_table()
    {
        var s = Statistic.Of([(20, 1), (28, 1)]);
        Assert.Equal((2, 2, 24m, 24m), (s.N, s.Units, s.Mean, s.Median));
        // Standard deviation 5.657, its error 4, t(1) = 12.706.
        Assert.Equal(0.2357, (double)s.Variation!, 4);
        Assert.Equal(50.82, (double)s.Half!, 2);
        Assert.Equal((-26.82, 74.82), (Math.Round((double)s.Low!, 2), Math.Round((double)s.High!, 2)));
    }

    [Fact]
    public void One_unit_has_neither_spread_nor_interval_however_many_it_counts()
    {
        var s = Statistic.Of([(50, 25)]);
        Assert.Equal((25, 1, 50m, 50m), (s.N, s.Units, s.Mean, s.Median));
        Assert.Equal((null, null, null, null), (s.Variation, s.Half, s.Low, s.High));
    }

    [Fact]
    public void No_sample_is_no_figure() => Assert.Equal(Statistic.None, Statistic.Of([]));

    [Fact]
    public void Units_weigh_what_they_count_and_are_observed_once()
    {
        // Three trucks of 10 h together, one of 20 h: 10, 10, 10, 20.
        var s = Statistic.Of([(20, 1), (10, 3)]);
        Assert.Equal((4, 2, 12.5m, 10m), (s.N, s.Units, s.Mean, s.Median));
        // Standard deviation of the four samples: squares 3 x 6.25 + 56.25 = 75, by 3 is 25.
        Assert.Equal(5 / 12.5, (double)s.Variation!, 10);
        // Two observations: 2 / 1 x ((3 x 2.5)^2 + 7.5^2) / 4^2 = 14.0625; t(1) x 3.75.
        Assert.Equal(12.7062 * 3.75, (double)s.Half!, 3);
    }

    [Fact]
    public void Median_of_an_even_number_lies_between_the_two_middle_ones() =>
        Assert.Equal(15m, Statistic.Of([(10, 2), (20, 2)]).Median);

    [Fact]
    public void Same_weight_for_all_changes_no_interval()
    {
        var values = new[] { 3m, 5m, 8m, 13m, 2m };
        var (once, often) = (Statistic.Of(values.Select(v => (v, 1))), Statistic.Of(values.Select(v => (v, 7))));
        Assert.Equal(once.Mean, often.Mean);
        Assert.Equal((double)once.Half!, (double)often.Half!, 9);
        Assert.Equal(35, often.N);
    }

    [Fact]
    public void Interval_of_the_mean_covers_it_nineteen_times_in_twenty()
    {
        // 4,000 samples of ten values each: 95 % is 3,800, three standard deviations of that count are 41.
        var random = new Random(20250622);
        var covered = Enumerable.Range(0, 4000).Count(_ =>
        {
            var s = Statistic.Of(Enumerable.Range(0, 10).Select(_ => ((decimal)Normal(random), 1)));
            return s.Low <= 0 && 0 <= s.High;
        });
        Assert.InRange(covered, 3800 - 41, 3800 + 41);
    }

    [Fact]
    public void Share_has_the_interval_of_Wilson()
    {
        var share = Share.Of([.. Enumerable.Range(0, 10).Select(i => (i < 8, 1))]);
        Assert.Equal((10, 10, 0.8), (share.N, share.Units, share.Value));
        Assert.Equal((0.4902, 0.9433), (Math.Round(share.Low!.Value, 4), Math.Round(share.High!.Value, 4)));
    }

    [Fact]
    public void Share_of_all_is_not_taken_for_certain_and_that_of_none_has_no_interval()
    {
        var all = Share.Of([(true, 1), (true, 1), (true, 1)]);
        Assert.Equal((1, 1), (all.Value, all.High));
        Assert.Equal(0.4385, Math.Round(all.Low!.Value, 4));
        Assert.Equal((0, null, null), (Share.Of([]).N, Share.Of([]).Low, Share.Of([]).High));
    }

    [Fact]
    public void Units_that_count_many_do_not_make_a_share_surer()
    {
        var (once, often) = (Share.Of([(true, 1), (false, 1)]), Share.Of([(true, 50), (false, 50)]));
        Assert.Equal((once.Low, once.High), (often.Low, often.High));
        Assert.Equal(100, often.N);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());
}
