using Rahdar.Benchmarks.Line;

namespace Rahdar.Tests.Benchmarks;

/// <summary>Goal: who waits first is served first. Method: a berth and three ships.</summary>
public sealed class WaitingLinesTests
{
    private const int Berth = 1;

    [Fact]
    public void Clients_are_served_in_the_order_in_which_they_came()
    {
        var lines = new WaitingLines(2, 3);
        Assert.True(lines.TrySeize(Berth, 2));
        Assert.False(lines.TrySeize(Berth, 0));
        Assert.False(lines.TrySeize(Berth, 1));
        Assert.True(lines.Release(Berth, out var next) && next == 0);
        Assert.True(lines.Release(Berth, out next) && next == 1);
        Assert.False(lines.Release(Berth, out _));
        Assert.True(lines.TrySeize(Berth, 0));
    }

    [Fact]
    public void Who_waits_again_stands_at_the_end()
    {
        var lines = new WaitingLines(2, 3);
        lines.TrySeize(Berth, 0);
        lines.TrySeize(Berth, 1);
        lines.Release(Berth, out _);
        lines.TrySeize(Berth, 2);
        lines.TrySeize(Berth, 0);
        Assert.True(lines.Release(Berth, out var next) && next == 2);
        Assert.True(lines.Release(Berth, out next) && next == 0);
    }

    [Fact]
    public void Reset_frees_everything()
    {
        var lines = new WaitingLines(2, 3);
        lines.TrySeize(Berth, 0);
        lines.TrySeize(Berth, 1);
        lines.Reset();
        Assert.True(lines.TrySeize(Berth, 2));
        Assert.False(lines.Release(Berth, out _));
    }
}
