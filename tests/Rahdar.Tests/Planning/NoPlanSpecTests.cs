using Rahdar.Planning;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: no plan is a coded no with evidence, the code that a clerk would give. Method: one drawing for each code with
/// one obstacle in it; the code and the evidence as text.
/// </summary>
public sealed class NoPlanSpecTests
{
    [Fact]
    public void E01_Capacity()
    {
        // 2 boxes of 20 ft are 2 TEU; the train takes 1.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            train T1 PKAAA PKBBB rail weekly 2 capacity 1
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:capacity
            capacity T1: 2 TEU asked, 1 a departure
            capacity block train on request: 2 TEU asked, at least 1000000 TEU make a train
            """);
    }

    [Fact]
    public void E02_No_gauge_yard()
    {
        // 1676 mm ends in IRCCC, 1435 mm begins there, nothing lifts the boxes.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            link PKBBB IRCCC rail 1676 50km
            link IRCCC IRDDD rail 1435 200km
            border PKBBB IRCCC rail 10h 30
            request on build 24h
            query PKAAA IRDDD ready 2025-06-01T00:00Z
            """,
            """
            no-plan:gauge
            gauge IRCCC: 1676 mm meets 1435 mm at IRCCC without a yard
            gauge IRCCC: 1435 mm meets 1676 mm at IRCCC without a yard
            """);
    }

    [Fact]
    public void E03_Unpriced()
    {
        // The haulage price holds from 2 June; the boxes are ready on 1 June.
        Expect(
            """
            link PKAAA PKBBB road 300km
            trucks on
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:unpriced
            unpriced PK: no haulage price for PK on 2025-06-01
            """,
            files => files.Set("facts/tariffs.csv", "road-PK", "valid_from", "2025-06-02"));
    }

    [Fact]
    public void E04_Closed()
    {
        // The post is closed to trade.
        Expect(
            """
            link PKAAA PKBBB road 300km
            link PKBBB IRCCC road 30km
            border PKBBB IRCCC road 6h 120
            trucks on
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            """
            no-plan:closed
            closed B-PKBBB-IRCCC-road: B-PKBBB-IRCCC-road is closed to trade ()
            """,
            files => files.Set("facts/borders.csv", "B-PKBBB", "open_days", "none"));
    }

    [Fact]
    public void E05_Mode()
    {
        // A truck would do, but trucks are to be avoided.
        Expect(
            """
            link PKAAA PKBBB road 300km
            trucks on
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:mode
            avoid trucks
            """,
            ask: q => q with { Avoid = new HashSet<string> { "trucks" } });
    }

    [Fact]
    public void E06_Gross_limit()
    {
        // A truck may weigh 28 t and weighs 10 t empty: 18 t are left for a box of 20 t.
        Expect(
            """
            link PKAAA PKBBB road 300km
            trucks on
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:gross-limit
            gross-limit PK: no truck may carry a box of 20 t in PK
            """,
            files => files.Set("ours/defaults.csv", "DF-truck-gross", "mode", "28"));
    }

    [Fact]
    public void E07_Unreachable()
    {
        // The road of Pakistan and the road of Iran do not meet.
        Expect(
            """
            link PKAAA PKBBB road 300km
            link IRCCC IRDDD road 300km
            trucks on
            query PKAAA IRDDD ready 2025-06-01T00:00Z
            """,
            """
            no-plan:unreachable
            """);
    }

    [Fact]
    public void H01_A_single_wagon_is_too_long()
    {
        // A wagon of 10 m on a section that takes 9 m: no portion is short enough.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km longest 9m
            split work 3h headway 1h locomotive 0.20
            train T1 PKAAA PKBBB rail weekly 2 capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:train-length
            train-length S-PKAAA-PKBBB-1676: one wagon measures 10 m, drawn takes 9 m
            """);
    }

    [Fact]
    public void H03_A_single_wagon_is_too_heavy()
    {
        // 20 t of wagon and a box of 20 t on a section that takes 39 t.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km heaviest 39t
            split work 3h headway 1h locomotive 0.20
            train T1 PKAAA PKBBB rail weekly 2 capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:train-length
            train-length S-PKAAA-PKBBB-1676: one wagon weighs 40 t gross, drawn takes 39 t
            """);
    }

    [Fact]
    public void H04_Nobody_knows_what_splitting_a_train_takes()
    {
        // 2 wagons of 10 m would go in two portions; without a figure for it the train is not offered.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km longest 19m
            train T1 PKAAA PKBBB rail weekly 2 capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:untimed
            untimed PKAAA: no time for splitting a train is known for PK
            """);
    }

    [Fact]
    public void H02_Axle_load()
    {
        // 4 axles * 9.9 t = 39.6 t, less 20 t of wagon: 19.6 t are left for a box of 20 t.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            train T1 PKAAA PKBBB rail weekly 2 capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            no-plan:axle-load
            axle-load S-PKAAA-PKBBB-1676: no box of 20 t fits on a wagon at 9.9 t axle load (rail-PKAAA-PKBBB-1676)
            """,
            files => files.Set("facts/rail_sections.csv", "S-PKAAA", "axle_load_t", "9.9"));
    }

    private static void Expect(string drawing, string expected,
        Action<SpecFiles>? change = null, Func<PlanQuery, PlanQuery>? ask = null) =>
        Assert.Equal(expected, SpecAnswer.Of(SpecAnswer.Basics + drawing, change, ask));
}
