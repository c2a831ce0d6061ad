using Rahdar.Benchmarks.Generated;

namespace Rahdar.Tests.Benchmarks;

/// <summary>Goal: a generated corridor is what the README of the benchmarks says. Method: one is drawn and
/// counted.</summary>
public sealed class GeneratedCorridorTests
{
    private static readonly Corridor Drawn = CorridorBuilder.Build(new CorridorShape(300, 1));

    [Fact]
    public void Numbers_drawn_are_those_of_splitmix64()
    {
        // The first numbers of seed 1234567, as published with the reference code, below 1,000,000,007.
        var draw = new SplitMix(1234567);
        Assert.Equal(
            [(int)(6457827717110365317UL % 1_000_000_007), (int)(3203168211198807973UL % 1_000_000_007)],
            [draw.Below(1_000_000_007), draw.Below(1_000_000_007)]);
    }

    [Fact]
    public void Same_shape_gives_the_same_corridor() =>
        Assert.Equal(Arcs(Drawn), Arcs(CorridorBuilder.Build(new CorridorShape(300, 1))));

    [Fact]
    public void Another_seed_gives_another_corridor() =>
        Assert.NotEqual(Arcs(Drawn), Arcs(CorridorBuilder.Build(new CorridorShape(300, 2))));

    [Fact]
    public void Counts_are_near_the_definition()
    {
        var departures = Drawn.Out.Sum(o => o.Select(a => a.Departures).OfType<int[]>().Distinct().Sum(d => d.Length));
        Assert.InRange(departures, 20_000, 21_500);
        Assert.Equal(2 * 1_500, Drawn.Out.Sum(o => o.Count(a => Kind(a.To) == NodeKind.LandedRoad)));
        Assert.InRange(Drawn.Tariffs.Count(t => t is not null), 2 * 5, 2 * 16);
        Assert.InRange(Drawn.Out.Sum(o => o.Count(a => a.Hours is not null)), 2 * 100, 2 * 200);
    }

    [Fact]
    public void Trucks_are_changed_for_trucks_at_border_ends_only()
    {
        for (var place = 0; place < Drawn.Places.Length; place++)
        {
            var isBorderEnd = Drawn.Out[Corridor.Node(place, NodeKind.ReadyRoad)].Any(a => a.Hours is not null);
            var landed = Drawn.Out[Corridor.Node(place, NodeKind.LandedRoad)];
            Assert.Equal(isBorderEnd, landed.Any(a => Kind(a.To) == NodeKind.ReadyRoad));
        }
    }

    [Fact]
    public void Just_in_time_starts_make_a_departure_and_a_minute_later_does_not()
    {
        var road = new Arc(Corridor.Node(1, NodeKind.LandedRoad), 300, 0, 0, 0, new DailyHours(480, 1200, 120));
        // Open from 08:00 to 20:00; the clearance ends 06:30 before what is to be reached: it begins at 19:59 before.
        Assert.Equal(1439 - 240, road.LatestStart(1440 + 400 + 120));
        Assert.True(road.Arrive(1199) <= 1960);
        Assert.True(road.Arrive(1200) > 1960);
    }

    [Fact]
    public void Latest_start_at_a_border_undoes_its_end()
    {
        var hours = new DailyHours(480, 1200, 90);
        for (var end = 0; end < 3 * 1440; end += 7)
        {
            var latest = Enumerable.Range(0, 3 * 1440).Where(m => hours.End(m) <= end).DefaultIfEmpty(-1).Max();
            Assert.Equal(latest, hours.LatestStart(end));
        }
    }

    [Fact]
    public void Storage_costs_nothing_in_free_days_and_more_in_long_stays()
    {
        var tariff = new StorageTariff(3, 1_000, 10, 2_000);
        Assert.Equal(0, tariff.Charge(3 * 1440));
        Assert.Equal(1_000, tariff.Charge(3 * 1440 + 1));
        Assert.Equal(6_000, tariff.Charge(9 * 1440));
        Assert.Equal(8_000, tariff.Charge(9 * 1440 + 1));
    }

    [Fact]
    public void No_stay_grows_dearer_than_the_tariff_says()
    {
        var tariff = new StorageTariff(3, 1_000, 10, 2_000);
        for (var stay = 0; stay < 20 * 1440; stay += 60)
            for (var more = 0; more < 5 * 1440; more += 60)
                Assert.True(tariff.Charge(stay + more) - tariff.Charge(stay) <= tariff.MostExtra(more));
    }

    private static NodeKind Kind(int node) => Corridor.KindOf(node);

    private static List<string> Arcs(Corridor corridor) =>
    [
        .. corridor.Out.SelectMany((arcs, node) => arcs.Select(
            a => $"{node} {a with { Departures = null }} {string.Join(' ', a.Departures ?? [])}")),
    ];
}
