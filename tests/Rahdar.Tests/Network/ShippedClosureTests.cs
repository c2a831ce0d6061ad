using NodaTime;
using Rahdar.Network.Claims;

namespace Rahdar.Tests.Network;

/// <summary>Goal: what a closure's note says of other crossings counts there too. Method: the closure of January 2024,
/// CL-03, whose note names them.</summary>
public sealed class ShippedClosureTests
{
    [Theory]
    [InlineData("AFRKH-PKTOR")]
    [InlineData("AFSBK-PKCMN")]
    [InlineData("AFGRG-PKKLC")]
    [InlineData("AFGKN-PKGH2")]
    public void Crossing_shut_to_trucks_in_January_2024_has_a_record(string crossing)
    {
        Assert.Contains(ShippedCorridor.Network.Borders, b => b.Crossing == crossing);
        int Count(int day) =>
            new Knowledge(ShippedCorridor.Network, new LocalDate(2024, 1, day)).Statistics.CountAt(crossing);
        Assert.Equal(Count(12) + 1, Count(13));
        var ended = new Knowledge(ShippedCorridor.Network, new LocalDate(2024, 1, 23)).Statistics;
        Assert.Equal(1 + Count(12), ended.CountAt(crossing));
        Assert.Contains(10, ended.Durations("").Days);
    }

    [Fact]
    public void Closure_told_of_several_crossings_is_one_duration()
    {
        // Torkham, Chaman, Kharlachi and Ghulam Khan were shut for the same ten days by the same rule.
        var days = new Knowledge(ShippedCorridor.Network, new LocalDate(2025, 9, 1)).Statistics.Durations("").Days;
        Assert.Equal([6, 9, 10, 13, 14, 26, 151], days);
    }
}
