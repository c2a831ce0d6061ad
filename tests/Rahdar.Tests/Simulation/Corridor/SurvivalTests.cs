using Rahdar.Simulation.Corridor;

namespace Rahdar.Tests.Simulation.Corridor;

/// <summary>Goal: travel times are not told too short because the slow are still on the way. Method: the textbook case
/// by hand, and drawn times cut off at random, whose quantiles must come near those of the whole.</summary>
public sealed class SurvivalTests
{
    [Fact]
    public void Of_what_is_all_over_it_is_the_plain_quantile()
    {
        Assert.Equal(20, Survival.Quantile([40, 10, 30, 20], [], 0.5));
        Assert.Equal(40, Survival.Quantile([40, 10, 30, 20], [], 0.9));
        Assert.Null(Survival.Quantile([], [], 0.5));
        Assert.Null(Survival.Quantile([], [7], 0.5));
    }

    /// <summary>Ten watched: over at 1, 3, 3, 6; left under way at 2, 4, 5 and three at 7. Left over: 9/10 at 1, then
    /// 9/10 x 6/8 = 0.675 at 3 and 0.675 x 3/4 = 0.50625 at 6.</summary>
    [Fact]
    public void Who_is_under_way_counts_as_long_as_he_was_watched()
    {
        List<long> Over() => [6, 1, 3, 3];
        List<long> SoFar() => [7, 2, 7, 4, 5, 7];
        Assert.Equal(1, Survival.Quantile(Over(), SoFar(), 0.1));
        Assert.Equal(3, Survival.Quantile(Over(), SoFar(), 0.3));
        Assert.Equal(6, Survival.Quantile(Over(), SoFar(), 0.45));
        Assert.Null(Survival.Quantile(Over(), SoFar(), 0.5));
    }

    [Fact]
    public void Times_cut_off_by_the_end_of_the_days_come_near_those_of_the_whole()
    {
        var random = new Random(4);
        var (over, soFar, all) = (new List<long>(), new List<long>(), new List<long>());
        for (var i = 0; i < 20_000; i++)
        {
            var (time, watched) = ((long)(1000 * (1 + random.NextDouble() * 9)), (long)(random.NextDouble() * 12_000));
            all.Add(time);
            if (time <= watched) over.Add(time);
            else soFar.Add(watched);
        }
        all.Sort();
        over.Sort();
        Assert.Equal(all[10_000], Survival.Quantile(over, soFar, 0.5)!.Value, 200.0);
        Assert.Equal(all[18_000], Survival.Quantile(over, soFar, 0.9)!.Value, 200.0);
        // What was told before: only those that arrived, by a fifth too short.
        Assert.True(over[over.Count / 2] < 0.85 * all[10_000]);
    }
}
