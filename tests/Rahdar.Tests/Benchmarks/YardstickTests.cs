using Rahdar.Benchmarks;
using Rahdar.Benchmarks.Generated;
using Rahdar.Benchmarks.Textbook;

namespace Rahdar.Tests.Benchmarks;

/// <summary>Goal: the search that others are measured against is exact. Method: on tiny corridors with costly storage
/// and many borders its front is compared with that of every journey there is.</summary>
[Trait("Category", "Slow")]
public sealed class YardstickTests
{
    private const int Corridors = 60;

    [Fact]
    public void Textbook_front_is_the_front_of_every_journey()
    {
        var plans = 0;
        for (var seed = 1UL; seed <= Corridors; seed++)
        {
            var corridor = CorridorBuilder.Build(Tiny(seed));
            var query = new FrontQuery(0, 7, 1440);
            var every = new EveryJourney(corridor, query).Front();
            var found = new TextbookSearch(corridor).Find(query).Plans;
            Assert.True(every == EveryJourney.Text(found), $"the fronts differ on corridor {seed}");
            plans += found.Length;
        }
        Assert.True(plans > 2 * Corridors, "the corridors are too poor to test anything");
    }

    private static CorridorShape Tiny(ulong seed) => new(8, seed)
    {
        Links = 10,
        Departures = 60,
        Stops = (3, 5),
        HorizonDays = 6,
        PlacesPerPort = 2,
        LinksPerBorder = 3,
        FreeDays = (int)(seed % 2),
        LongFromDay = 3,
    };
}
