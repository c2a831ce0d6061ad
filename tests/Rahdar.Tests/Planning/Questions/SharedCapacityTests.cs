using NodaTime;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>
/// Goal: consignments share the room of departures as a clerk with a list would give it out. Method: one train line
/// of 900 km with room for 3 TEU. Two boxes cost 240 USD and 2 USD an hour; the train of 3 June brings them 68 h after
/// they are ready (376 USD in all), that of 5 June 116 h after (472 USD).
/// </summary>
public sealed class SharedCapacityTests
{
    private const string Line = SpecAnswer.Basics +
        """
        link PKAAA PKBBB rail 1676 900km
        query PKAAA PKBBB ready 2025-06-01T00:00Z

        """;

    private const string Dated = Line
        + "train T1 PKAAA PKBBB rail leaves 2025-06-03T06:00 2025-06-05T06:00 2025-06-07T06:00 cutoff 6h capacity 3";

    private const string TwiceAWeek = Line + "train T1 PKAAA PKBBB rail weekly 2 capacity 3";

    [Fact]
    public void Who_finds_no_room_takes_the_next_train_and_is_told_by_whom_and_at_what_cost()
    {
        var (got, loads) = Allot(Dated, ("A", 1, 2, 0), ("B", 2, 2, 0), ("C", 3, 1, 0));
        Assert.Equal([At(3), At(5), At(3)], got.Select(a => a.Taken!.Boardings.Single().Departure.First));
        Assert.Equal([376_00L, 472_00L, 188_00L], got.Select(a => a.Taken!.GeneralisedCents));
        Assert.Equal([false, true, false], got.Select(a => a.IsDisplaced));
        Assert.Equal(["A"], got[1].Full.Single().Holders);
        Assert.Equal(96_00L, got[1].ExtraGeneralisedCents);
        Assert.Equal(48 * 60, got[1].Taken!.Minutes - got[1].Wished!.Minutes);
        Assert.Equal([3, 2], loads.Select(l => l.Teu));
    }

    [Fact]
    public void Service_without_published_days_leaves_once_in_each_slot()
    {
        // 84 h slots since a Saturday: Saturday 00:00 to Tuesday 12:00. Loading 1 h and waiting 42 h end on a Monday.
        var (got, _) = Allot(TwiceAWeek, ("A", 1, 2, 0), ("B", 2, 2, 0));
        var slot = got[0].Taken!.Boardings.Single().Departure;
        Assert.Equal(Instant.FromUtc(2025, 5, 31, 0, 0), slot.First);
        Assert.Equal(Instant.FromUtc(2025, 6, 3, 11, 59), slot.Last);
        Assert.Equal(slot.Last + Duration.FromMinutes(1), got[1].Taken!.Boardings.Single().Departure.First);
        Assert.Equal((1, 48_00L), (got[1].Taken!.DaysLater, got[1].ExtraGeneralisedCents!.Value));
    }

    [Fact]
    public void Nobody_without_room_is_given_a_plan()
    {
        var (got, loads) = Allot(Dated, ("A", 1, 3, 0), ("B", 2, 3, 0), ("C", 3, 3, 0), ("D", 4, 1, 0));
        Assert.Equal("no-plan:capacity", got[3].Reason!.Code);
        Assert.Null(got[3].Taken);
        Assert.Contains("room taken by A", got[3].Reason!.Evidence.Single(), StringComparison.Ordinal);
        Assert.All(loads, l => Assert.Equal(3, l.Teu));
    }

    [Fact]
    public void Room_that_is_not_known_is_never_full()
    {
        var network = NetworkOf(Dated);
        network = network with { Services = [.. network.Services.Select(s => s with { CapacityTeu = null })] };
        var (got, loads) = SharedCapacity.Allot(
            network, Consignments(network, Dated, ("A", 1, 9, 0), ("B", 2, 9, 0)), 2);
        Assert.All(got, a => Assert.False(a.IsDisplaced));
        Assert.Null(loads.Single().Boarding.Teu);
    }

    [Fact]
    public void Tonnes_fill_a_departure_too()
    {
        var network = NetworkOf(Dated);
        network = network with
        {
            Services = [.. network.Services.Select(s => s with
            {
                CapacityTonnes = s.CapacityTeu! with { Value = new(50, 50, 50) },
                CapacityTeu = null,
            })],
        };
        var (got, _) = SharedCapacity.Allot(network, Consignments(network, Dated, ("A", 1, 2, 0), ("B", 2, 1, 0)), 4);
        Assert.True(got[1].IsDisplaced);
    }

    [Theory]
    [InlineData(Dated)]
    [InlineData(TwiceAWeek)]
    public void Rules_hold_whoever_comes(string drawing)
    {
        var network = NetworkOf(drawing);
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var ranks = Enumerable.Range(1, 6).ToArray();
            random.Shuffle(ranks);
            var list = Consignments(network, drawing,
                [.. ranks.Select(rank => ($"C{rank}", rank, random.Next(1, 4), random.Next(0, 4)))]);
            var (got, loads) = SharedCapacity.Allot(network, list, 5);
            Assert.All(loads, l => Assert.True(l.Teu <= l.Boarding.Teu, $"seed {seed}: {l.Boarding} holds {l.Teu}"));
            Assert.Equal(got.Where(a => a.Taken is not null).Select(a => a.Consignment.Id).Order(),
                loads.SelectMany(l => l.Aboard).Select(a => a.Id).Order());
            foreach (var allotment in got)
            {
                var rank = allotment.Consignment.Priority;
                Assert.All(allotment.Full.SelectMany(f => f.Holders), holder =>
                    Assert.True(list.Single(c => c.Id == holder).Priority < rank, $"seed {seed}"));
                var alone = SharedCapacity.Allot(network, [allotment.Consignment], 5).Allotments.Single();
                Assert.Equal(allotment.Wished?.GeneralisedCents, alone.Taken?.GeneralisedCents);
                Assert.True(allotment.ExtraGeneralisedCents is null or >= 0, $"seed {seed}");
            }
            var turned = list.Reverse().Select((c, i) => c with { Row = i }).ToList();
            Assert.Equal(Words(got), Words(SharedCapacity.Allot(network, turned, 5).Allotments));
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Best_plan_of_one_consignment_alone_on_the_shipped_corridor_is_that_of_its_front()
    {
        var network = Network.ShippedCorridor.Network;
        var query = ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", "2025-06-21");
        var value = ValueOfTime.OfData(network, query.Cargo);
        var got = SharedCapacity.Allot(network, [new Consignment("A", 1, 1, query, value)], 0).Allotments.Single();
        Assert.Equal(
            ShippedQuestion.Plans(query).Min(p => value.GeneralisedCents(p.Cents, p.Minutes)),
            got.Taken!.GeneralisedCents);
    }

    private static string Words(IEnumerable<Allotment> got) => string.Join('\n', got.Select(a =>
        $"{a.Consignment.Id} {a.Taken?.GeneralisedCents} {a.Taken?.Boardings[0].Departure} {string.Join(
            ",", a.Full.SelectMany(f => f.Holders))}"));

    private static Instant At(int day) => Instant.FromUtc(2025, 6, day, 1, 0);

    private static CorridorNetwork NetworkOf(string text) => DrawnCorridor.NetworkOf(DrawingParser.Parse(text));

    private static (IReadOnlyList<Allotment> Allotments, IReadOnlyList<DepartureLoad> Loads) Allot(
        string text, params (string Id, int Priority, int Boxes, int DaysLater)[] rows)
    {
        var network = NetworkOf(text);
        return SharedCapacity.Allot(network, Consignments(network, text, rows), 14);
    }

    private static IReadOnlyList<Consignment> Consignments(
        CorridorNetwork network, string text, params (string Id, int Priority, int Boxes, int DaysLater)[] rows)
    {
        var query = DrawnCorridor.QueryOf(DrawingParser.Parse(text));
        return
        [
            .. rows.Select((r, i) =>
            {
                var own = query with
                {
                    Cargo = query.Cargo with { Boxes = r.Boxes },
                    Ready = query.Ready + Duration.FromDays(r.DaysLater),
                };
                return new Consignment(r.Id, r.Priority, i, own, ValueOfTime.OfData(network, own.Cargo));
            }),
        ];
    }
}
