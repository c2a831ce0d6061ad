using Rahdar.Network;

namespace Rahdar.Tests.Network;

/// <summary>Goal: the simulation finds a visible default for whatever no row tells. Method: the names it asks for, with
/// the countries of the corridor, over the shipped data.</summary>
public sealed class SimulationDefaultTests
{
    /// <summary>First words of the defaults that the simulation and its demand read.</summary>
    public static readonly IReadOnlyList<string> Whats =
    [
        "paths", "path-use", "crossing-stand", "yard-slots", "yard-tracks", "wagon-pool-days", "wagon-return",
        "breakdown-rate", "breakdown-hours", "truck-breakdown-rate", "berth-hours", "berths", "post-use", "truck-load",
        "unit-value", "container-share", "transit-share", "road-share", "imbalance", "others-load",
    ];

    private static readonly CorridorNetwork Network = ShippedCorridor.Network;

    [Theory]
    [InlineData("paths:1", "paths/d")]
    [InlineData("paths:2", "paths/d")]
    [InlineData("path-use", "share")]
    [InlineData("crossing-stand", "min")]
    [InlineData("yard-slots", "TEU")]
    [InlineData("yard-tracks", "tracks")]
    [InlineData("wagon-pool-days", "d")]
    [InlineData("wagon-return", "d")]
    [InlineData("breakdown-rate", "per million train-km")]
    [InlineData("breakdown-hours", "h")]
    [InlineData("truck-breakdown-rate", "per million truck-km")]
    [InlineData("berth-hours", "h")]
    [InlineData("berths:default", "berths")]
    [InlineData("post-use", "share")]
    [InlineData("truck-load", "t")]
    public void Default_stands_in_for_every_country_with_its_unit(string what, string unit)
    {
        foreach (var country in Network.Places.Values.Select(p => p.Country).Distinct())
        {
            var figure = Network.Figures.GetDefault(what, country);
            Assert.Equal(unit, figure.Unit);
            Assert.True(figure.Value.Min > 0, figure.Id);
            Assert.Contains(figure.Id, Network.AllFigures.Keys);
        }
    }

    [Fact]
    public void Every_default_of_the_list_is_there() =>
        Assert.All(Whats, what => Assert.Contains(
            Network.Figures.Defaults.Keys, key => key.What.Split(':')[0] == what));
}
