using NodaTime;

namespace Rahdar.Tests.Drawing;

/// <summary>Goal: a drawing says what its author meant, or which line is wrong. Method: one bad line in a good drawing,
/// and the values of one statement of each kind.</summary>
public sealed class DrawingParserTests
{
    private const string Good =
        """
        place PKAAA Asia/Karachi   # line 1
        place IRBBB Asia/Tehran
        link PKAAA IRBBB road 300.5km
        border PKAAA IRBBB road 6h 120 open sat-thu 08:00-24:00
        cargo 2 x 20t
        query PKAAA IRBBB ready 2025-06-01T00:00Z

        """;

    [Fact]
    public void Values_are_kept_as_written()
    {
        CorridorDrawing drawing = DrawingParser.Parse(Good +
            """
            link PKAAA IRBBB rail 1676 9km longest 25.5m heaviest 90t
            split work 2h headway 1.5h locomotive 3
            port PKAAA free 3 rate 10 then 20 from 8 stay 30 dwell 48h thc 80
            yard IRBBB free 2 rate 6
            train T2 PKAAA IRBBB rail leaves 2025-06-03T06:00 2025-06-05T06:00 cutoff 6h capacity 40
            train T1 IRBBB PKAAA road weekly 1.5 capacity 0
            request on build 24h
            """);
        Assert.Equal(300.5m, drawing.Links[0].Kilometres);
        Assert.Equal((1676, 25.5m, 90m),
            (drawing.Links[1].Gauge, drawing.Links[1].LongestMetres, drawing.Links[1].HeaviestTonnes));
        Assert.Equal(new DrawnSplit(2, 1.5m, 3), drawing.Split);
        DrawnBorder border = Assert.Single(drawing.Borders);
        Assert.Equal((480, 1440, 6), (border.OpenMinute, border.CloseMinute, border.OpenDays.Count));
        Assert.DoesNotContain(IsoDayOfWeek.Friday, border.OpenDays);
        Assert.Equal(new DrawnPort("PKAAA", new DrawnTariff(3, 10, 20, 8, 30), 48, 80), Assert.Single(drawing.Ports));
        Assert.Equal(new DrawnTariff(2, 6, null, null, null), Assert.Single(drawing.Yards).Tariff);
        Assert.Equal(
            [new LocalDateTime(2025, 6, 3, 6, 0), new LocalDateTime(2025, 6, 5, 6, 0)], drawing.Trains[0].Departures);
        DrawnTrain truckLine = drawing.Trains[1];
        Assert.Equal((1.5m, null, 0), (truckLine.Weekly, truckLine.CutoffHours, truckLine.Capacity));
        Assert.Equal((24m, false), (drawing.RequestBuildHours, drawing.TrucksOn));
        Assert.Equal(Instant.FromUtc(2025, 6, 1, 0, 0), drawing.Query.Ready);
    }

    [Theory]
    [InlineData("bridge PKAAA IRBBB")]
    [InlineData("place PKAAA Asia/Karachi")]
    [InlineData("place pkccc Asia/Karachi")]
    [InlineData("place PKCCC Asia/Nowhere")]
    [InlineData("link PKAAA PKCCC road 10km")]
    [InlineData("link PKAAA IRBBB road 10")]
    [InlineData("link PKAAA IRBBB road 0km")]
    [InlineData("link PKAAA IRBBB rail 10km")]
    [InlineData("link PKAAA PKAAA road 10km")]
    [InlineData("link PKAAA IRBBB road 9km longest 25m")]
    [InlineData("link PKAAA IRBBB rail 1676 9km heaviest 90t longest 25m")]
    [InlineData("split work 2h headway 1h")]
    [InlineData("border PKAAA IRBBB rail 6h 10")]
    [InlineData("border IRBBB PKAAA road 6h 10")]
    [InlineData("gauge PKAAA 1676 1676 wait 0h work 1h 5")]
    [InlineData("port PKAAA free 1 rate 5 then 6 dwell 1h thc 1")]
    [InlineData("yard PKAAA free 1.5 rate 5")]
    [InlineData("yard PKAAA free 1 rate -5")]
    [InlineData("handling origin destination 1h 1")]
    [InlineData("handling rail lorry 1h 1")]
    [InlineData("train T1 PKAAA rail weekly 1 capacity 1")]
    [InlineData("train T1 PKAAA IRBBB rail leaves 2025-06-03T06:00 capacity 1")]
    [InlineData("train T1 PKAAA IRBBB rail weekly 1")]
    [InlineData("days T9 3")]
    [InlineData("trucks maybe")]
    [InlineData("request on")]
    [InlineData("holiday PK 2025-06-07 2025-06-06 share 0.5")]
    [InlineData("holiday PK 2025-06-31 2025-07-06 share 0.5")]
    [InlineData("closed PKAAA IRBBB rail 2025-06-01 3d")]
    [InlineData("disputed PKAAA IRBBB road 1")]
    [InlineData("emits PK sea 4")]
    [InlineData("cargo 2 x 20t")]
    [InlineData("speed PK road 50 fast")]
    public void A_bad_line_is_named(string line)
    {
        FormatException fault = Assert.Throws<FormatException>(() => DrawingParser.Parse(Good + line + "\n\n"));
        Assert.StartsWith("line 7:", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-24:01")]
    [InlineData("8:00-17:00")]
    [InlineData("08:60-17:00")]
    [InlineData("22:00-06:00")]
    public void Opening_hours_lie_on_one_day(string hours) =>
        Assert.Throws<FormatException>(() => DrawingParser.Parse(Good.Replace("08:00-24:00", hours)));

    [Fact]
    public void Cargo_and_query_must_be_said() =>
        Assert.Throws<FormatException>(() => DrawingParser.Parse("place PKAAA Asia/Karachi"));
}
