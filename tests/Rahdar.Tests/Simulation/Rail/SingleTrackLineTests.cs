using Rahdar.Benchmarks.Line;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: the line that kernels are measured on is the one of its definition. Method: the mean travel time that
/// every kernel must give, and yardstick against kernel on other numbers of trains.</summary>
public sealed class SingleTrackLineTests
{
    [Fact]
    public void Two_thousand_trains_travel_767_023240_minutes_on_average()
    {
        var result = new KernelLine(new LineDefinition(2_000)).Run();
        Assert.Equal((2_000, 767.023240m), (result.Done, result.MeanTravelMinutes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(501)]
    [InlineData(4_000)]
    public void Yardstick_and_kernel_agree_to_the_microsecond(int trains)
    {
        var line = new LineDefinition(trains);
        Assert.Equal(new QueueLine(line).Run(), new KernelLine(line).Run());
    }

    [Fact]
    public void A_second_run_gives_the_same()
    {
        var line = new KernelLine(new LineDefinition(300));
        Assert.Equal(line.Run(), line.Run());
    }
}
