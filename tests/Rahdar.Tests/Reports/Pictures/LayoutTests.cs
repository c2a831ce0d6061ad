using NodaTime;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Tests.Reports.Pictures;

/// <summary>Goal: scales are round, lines keep their shape, words fit. Method: small numbers by hand.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData(97, 5, 100, 20)]
    [InlineData(100, 5, 100, 20)]
    [InlineData(101, 5, 125, 25)]
    [InlineData(0.3, 4, 0.3, 0.1)]
    [InlineData(0, 5, 1, 0.2)]
    public void Scale_ends_at_a_round_number(double most, int steps, double top, double step)
    {
        var scale = Scale.Round(0, most, 0, 100, steps);
        Assert.Equal((0, step), (scale.Low, scale.Step));
        Assert.Equal(top, scale.High, 1e-9);
        Assert.Equal(top, scale.Ticks().Last(), 1e-9);
    }

    [Fact]
    public void Time_ticks_stand_at_midnights_and_are_apart()
    {
        var begin = Instant.FromUtc(2025, 6, 20, 19, 0);
        var scale = new TimeScale(begin, begin + Duration.FromDays(40), 0, 350);
        var ticks = scale.Ticks(Speech.Of(Language.Russian), 11);
        Assert.InRange(ticks.Count, 3, 8);
        Assert.All(ticks, t => Assert.Equal(LocalTime.Midnight, t.At.InUtc().TimeOfDay));
        Assert.All(ticks.Zip(ticks.Skip(1)), p => Assert.True(scale.At(p.Second.At) - scale.At(p.First.At) > 50));
    }

    [Fact]
    public void Simplified_line_keeps_its_ends_and_its_corner()
    {
        (double, double)[] line = [(0, 0), (5, 0.2), (10, 0), (10, 5), (10.1, 10)];
        Assert.Equal([(0, 0), (10, 0), (10.1, 10)], Projection.Simplify(line, 0.6));
    }

    [Fact]
    public void Projection_puts_north_up_and_keeps_distances_along_a_meridian()
    {
        var map = Projection.Fit([(50.0, 25.0), (80.0, 25.0), (50.0, 55.0), (80.0, 55.0)], 700, 20, 0.5, 1.2);
        var (south, north) = (map.At((65, 25)), map.At((65, 55)));
        Assert.Equal(350, south.X, 0.01);
        Assert.True(north.Y < south.Y);
        // 30 degrees of a great circle of 6,371 km.
        Assert.Equal(30 * Math.PI / 180 * 6371 * map.PixelsPerKm, south.Y - north.Y, 0.01);
    }

    [Fact]
    public void Words_wrap_between_words_only()
    {
        var lines = TextWidth.Wrap("one two threeandahalf four", 60, 12);
        Assert.Equal("one two threeandahalf four", string.Join(' ', lines));
        Assert.All(lines.Where(l => l.Contains(' ')), l => Assert.True(TextWidth.Of(l, 12) <= 60));
    }

    [Fact]
    public void Room_is_taken_once()
    {
        var room = new Room();
        Assert.True(room.Take(0, 0, 10, 10));
        Assert.False(room.Take(5, 5, 10, 10));
        Assert.True(room.Take(10, 0, 10, 10));
        room.Line(0, 30, 100, 30);
        Assert.False(room.Take(40, 25, 10, 10));
    }
}
