using Rahdar.Benchmarks.Harness;

namespace Rahdar.Tests.Benchmarks;

/// <summary>Goal: what a benchmark reports of its figures is right. Method: figures whose answer is known.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void Spread_of_an_odd_number_is_the_middle_and_the_95th()
    {
        var spread = Spread.Of(Enumerable.Range(1, 101).Reverse().Select(i => (decimal)i));
        Assert.Equal(new Spread(101, 51, 96), spread);
    }

    [Fact]
    public void Spread_of_an_even_number_is_the_mean_of_the_two_in_the_middle() =>
        Assert.Equal(new Spread(4, 2.5m, 9), Spread.Of([9, 1, 2, 3]));

    [Fact]
    public void Work_that_is_quadratic_grows_with_exponent_two() =>
        Assert.Equal(2.00m, Growth.Exponent([(10, 300), (100, 30_000), (1_000, 3_000_000)]));
}
