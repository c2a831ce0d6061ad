using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>Goal: each ready day of a window has the answer it would have by itself, and the days on which the way
/// changes are marked. Method: the drawing of <see cref="TwoOffers"/> and one relation of the shipped
/// corridor.</summary>
public sealed class DeparturesTests
{
    private static readonly LocalDate First = new(2025, 6, 1);

    [Fact]
    public void Train_is_cheapest_until_the_last_has_left()
    {
        var days = Days(11, TwoOffers.Road, TwoOffers.Rail, TwoOffers.DatedTrain, "trucks on\n");
        Assert.Equal(Enumerable.Range(0, 11).Select(i => First.PlusDays(i)), days.Select(d => d.Day));
        // Ready at 05:00 in Karachi: on the 10th the train of 06:00 takes no more boxes.
        Assert.Equal([.. Enumerable.Repeat(206_00L, 9), 1_520_00L, 1_520_00L], days.Select(d => d.Cheapest!.Cents));
        Assert.Equal([new LocalDate(2025, 6, 10)], days.Where(d => d.IsCheapestChanged).Select(d => d.Day));
        // The train of the 3rd serves the first two days, that of the 10th the next seven.
        Assert.Equal([3, 3, .. Enumerable.Repeat(10, 7)], days.Take(9).Select(d => d.Cheapest!.Arrival.InUtc().Day));
        Assert.All(days, d => Assert.Equal(29 * 60, d.Fastest!.Minutes));
        Assert.DoesNotContain(days, d => d.IsFastestChanged);
    }

    [Fact]
    public void Train_known_by_its_departures_a_week_waits_the_mean_on_every_day()
    {
        var days = Days(9, TwoOffers.Rail, TwoOffers.FrequentTrain);
        Assert.Single(days.Select(d => d.Fastest!.Minutes).Distinct());
        Assert.InRange(days[0].Fastest!.Minutes, 62.5 * 60, 62.7 * 60);
        Assert.DoesNotContain(days, d => d.IsFastestChanged || d.IsCheapestChanged);
    }

    [Fact]
    public void Day_without_a_plan_shows_its_code_and_is_a_change()
    {
        var days = Days(11, TwoOffers.Rail, TwoOffers.DatedTrain);
        Assert.All(days.Take(9), d => Assert.Null(d.No));
        Assert.All(days.Skip(9), d => Assert.StartsWith("no-plan:", d.No!.Code, StringComparison.Ordinal));
        Assert.Equal([new LocalDate(2025, 6, 10)],
            days.Where(d => d.IsFastestChanged && d.IsCheapestChanged).Select(d => d.Day));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(62)]
    public void Window_that_is_empty_or_too_long_is_a_fault_of_the_caller(int daysAfter)
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, "trucks on\n");
        Assert.Throws<ArgumentException>(() => Departures.Ask(network, query, First.PlusDays(daysAfter)));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Each_day_of_the_shipped_corridor_is_what_it_is_by_itself()
    {
        var query = ShippedQuestion.Of("PKLHE", "UZTAS", "2025-07-10", "2025-07-01");
        var days = Departures.Ask(ShippedCorridor.Network, query, new LocalDate(2025, 7, 12));
        Assert.Equal(3, days.Count);
        var alone = ShippedQuestion.Plans(ShippedQuestion.Of("PKLHE", "UZTAS", "2025-07-12", "2025-07-01"));
        Assert.Equal(alone.Min(p => p.Arrival), days[2].Fastest!.Arrival);
        Assert.Equal(alone.Min(p => p.Cents), days[2].Cheapest!.Cents);
    }

    private static IReadOnlyList<DepartureDay> Days(int count, params string[] parts)
    {
        var (network, query) = TwoOffers.Of(parts);
        return Departures.Ask(network, query, First.PlusDays(count - 1));
    }
}
