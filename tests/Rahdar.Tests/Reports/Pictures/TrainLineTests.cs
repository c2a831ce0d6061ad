using Rahdar.Reports.Pictures;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Reports.Pictures;

/// <summary>Goal: a line is what a user means by it, or a reason. Method: lines of the shipped corridor.</summary>
public sealed class TrainLineTests
{
    [Fact]
    public void Section_is_its_places_in_order()
    {
        var line = Read("pk-05").Line!;
        Assert.Equal(("PKKHI", "PKROH"), (line.Stops[0].Place.Value, line.Stops[^1].Place.Value));
        Assert.Equal(line.Stops.Count - 1, line.Sections.Count);
        Assert.Equal(line.Stops.Select(s => s.Km).Order(), line.Stops.Select(s => s.Km));
    }

    [Fact]
    public void Places_are_joined_by_the_shortest_railway_over_several_sections() =>
        Assert.True(Read("Karachi,PKLHE").Line!.Sections.Distinct().Count() > 1);

    [Theory]
    [InlineData("nosuchline", "`nosuchline` is neither a section nor one place of the network")]
    [InlineData("PKKHI", "a line is a section, or two places and more")]
    [InlineData("", "a line is a section, or two places and more")]
    [InlineData("PKKHI,AEJEA", "no railway joins Karachi")]
    [InlineData("PKKHI,PKROH,PKKHI", "it comes to a place twice")]
    public void What_is_no_line_is_told_why(string text, string expected)
    {
        var (line, fault) = Read(text);
        Assert.Null(line);
        Assert.StartsWith(expected, fault, StringComparison.Ordinal);
    }

    private static (TrainLine? Line, string Fault) Read(string text) => TrainLine.Read(ShippedCorridor.Network, text);
}
