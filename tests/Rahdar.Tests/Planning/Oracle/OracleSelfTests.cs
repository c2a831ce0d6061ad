using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Goal: the brute force that judges the planner is itself right. Method: small drawings worked out by hand;
/// the arithmetic stands beside each. Minutes are counted from the ready instant.</summary>
public sealed class OracleSelfTests
{
    [Fact]
    public void A_truck_in_one_country()
    {
        // Load 2h = 120. Truck 300 km * 60 * 24 / (50 * 9) = 960. Set down 1h = 60. Together 1140.
        // Cost 2 boxes * (10 + 20) + 2 trucks * 300 km * 1.00 = 660.00. Emissions 300 km * 80 g * 40 t = 960,000 g.
        AssertFront(
            """
            place PKAAA Asia/Karachi
            place PKBBB Asia/Karachi
            link PKAAA PKBBB road 300km
            handling origin road 2h 10
            handling road destination 1h 20
            speed PK road 50
            price PK road 1.00
            emits PK road 80
            trucks on
            cargo 2 x 20t
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            (1140, 66000, 0, 960_000));
    }

    [Fact]
    public void A_border_that_opens_on_monday_and_a_link_shared_by_two_countries()
    {
        // Ready on Sunday 05:00 in Karachi. Monday 08:00 there is 03:00 UTC, minute 1440 + 180 = 1620; cleared at 1980.
        // 50.5 km in PK: 50.5 * 60 * 24 / (50 * 9) = 161.6, up to 162; in IR: / (60 * 9) = 134.67, up to 135. End 2277.
        // Cost 120 + 50.5 * 0.75 = 37.875, to 37.88, + 50.5 * 0.50 = 25.25: 183.13. Grams 50.5 * 80 * 20 = 80,800.
        AssertFront(
            """
            place PKAAA Asia/Karachi
            place IRBBB Asia/Tehran
            link PKAAA IRBBB road 101km
            border PKAAA IRBBB road 6h 120 open mon-sat 08:00-17:00
            handling origin road 0h 0
            handling road destination 0h 0
            speed PK road 50
            speed IR road 60
            price PK road 0.75
            price IR road 0.50
            emits PK road 80
            trucks on
            cargo 1 x 20t
            query PKAAA IRBBB ready 2025-06-01T00:00Z
            """,
            (2277, 18313, 0, 80_800));
    }

    [Fact]
    public void Two_frequency_trains_with_storage_between()
    {
        // Wait 84/2 = 42h, ride 100 km at 25 km/h = 4h: in B at 46h. Handling 2h, wait 84h: leaves at 132h; ride 4h.
        // End 136h = 8160. Stay from landing 86h, 4 started days: day 1 free, days 2 and 3 at 5, day 4 at 20: 30.
        // Cost 2 * (100 * 0.10 + 7 + 30 + 100 * 0.10) = 114.00.
        AssertFront(
            """
            place PKAAA Asia/Karachi
            place PKBBB Asia/Karachi
            place PKCCC Asia/Karachi
            link PKAAA PKBBB rail 1676 100km
            link PKBBB PKCCC rail 1676 100km
            yard PKBBB free 1 rate 5 then 20 from 4
            handling origin rail 0h 0
            handling rail rail 2h 7
            handling rail destination 0h 0
            train T1 PKAAA PKBBB rail weekly 2 capacity 2
            train T2 PKBBB PKCCC rail weekly 1 capacity 2
            speed PK rail 25
            price PK rail 0.10
            cargo 2 x 20t
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            (8160, 11400, 0, 0));
    }

    [Fact]
    public void A_truck_leaves_just_in_time_for_a_dated_train()
    {
        // Truck 180 km * 60 * 24 / (40 * 9) = 720; handling 3h; the train leaves 06-05 01:00 UTC, cut-off 6h: ready by
        // 06-04 19:00, landed by 16:00, start at 04:00 on 4 June. Landed 9h before departure: one started day, free.
        // (A truck at once lands at 13:00 on 1 June: 84h, 4 started days, 3 paid.) Ride 300 km / 30 = 10h, set down 2h:
        // 06-05 13:00 = 4 * 1440 + 780 = 6540. Cost 10 + 180 + 15 + 300 * 0.40 + 5 = 330.00.
        AssertFront(
            """
            place PKAAA Asia/Karachi
            place PKBBB Asia/Karachi
            place PKCCC Asia/Karachi
            link PKAAA PKBBB road 180km
            link PKBBB PKCCC rail 1676 300km
            yard PKBBB free 1 rate 10
            handling origin road 1h 10
            handling road rail 3h 15
            handling rail destination 2h 5
            train T1 PKBBB PKCCC rail leaves 2025-06-05T06:00 cutoff 6h capacity 40
            speed PK road 40
            speed PK rail 30
            price PK road 1.00
            price PK rail 0.40
            trucks on
            cargo 1 x 20t
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            (6540, 33000, 0, 0));
    }

    [Fact]
    public void A_ship_calls_on_the_way_and_a_train_goes_on()
    {
        // 5 days over 300 + 700 km. In the port: handling 4h + dwell 24h, thc 80 + 20 a box. The ship leaves on 06-02
        // 00:00 UTC; cut-off 12h: ready by 12:00 on 1 June; loading 6h + dwell 24h would end on 06-02 06:00, too late:
        // the next one on 06-09 00:00, minute 8 * 1440 = 11520. Storage in A: none, loaded at the origin.
        // Landed in B 5 * 1440 * 300 / 1000 = 2160 later: 13680. Handling 28h: 15360. Train waits 12h, leaves at 16080:
        // 2400 after landing, 2 started days, 1 free, port tariff 11 a box. Ride 120 km / 20 = 6h: 16440.
        // Cost a box: thc 80 + 300 + (20 + 80) + 11 + 120 * 0.50 = 551. Grams 300 * 10 * 20 + 120 * 25 * 20 = 120,000.
        // By ship to C: 11520 + 7200 = 18720, set down 1h + dwell 24h: 20220; 80 + 350 + thc 80 = 510;
        // grams 1000 * 10 * 20 = 200,000. Dearer in time and grams, cheaper in money: both stand.
        AssertFront(
            """
            place PKAAA Asia/Karachi
            place IRBBB Asia/Tehran
            place IRCCC Asia/Tehran
            link PKAAA IRBBB sea 300km
            link IRBBB IRCCC sea 700km
            link IRBBB IRCCC rail 1435 120km
            port PKAAA free 0 rate 100 dwell 24h thc 80
            port IRBBB free 1 rate 11 dwell 24h thc 80
            port IRCCC free 1 rate 11 dwell 24h thc 80
            yard IRBBB free 0 rate 1000
            handling origin sea 6h 0
            handling sea rail 4h 20
            handling sea destination 1h 0
            handling rail destination 0h 0
            train S1 PKAAA IRBBB IRCCC sea leaves 2025-06-02T05:00 2025-06-09T05:00 cutoff 12h capacity 1
            train T1 IRBBB IRCCC rail weekly 7 capacity 1
            days S1 5
            price PKAAA IRBBB sea 300
            price PKAAA IRCCC sea 350
            price IR rail 0.50
            speed IR rail 20
            emits sea 10
            emits IR rail 25
            cargo 1 x 20t
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            (16440, 55100, 0, 120_000),
            (20220, 51000, 0, 200_000));
    }

    [Theory]
    [InlineData("request on build 24h", 4380)]
    [InlineData("train T1 PKAAA IRCCC rail weekly 7 capacity 2", 3660)]
    public void A_train_changes_gauge_on_the_way(string carrier, int minutes)
    {
        // Load 360; build 1440 or wait 720; 240 km / 20 = 720; wait 720 + work 480; border 240; two halves of
        // 50 km / 20 = 150, both at the speed of the first place; set down 120: 4380 or 3660.
        // Cost 240 * 0.50 * 2 = 240, gauge 80, border 60, 50 * 0.50 * 2 = 50, 50 * 0.25 * 2 = 25, set down 20: 475.00.
        // Grams 240 * 20 * 40 + 50 * 20 * 40 + 50 * 10 * 40 = 252,000.
        AssertFront(
            $"""
            place PKAAA Asia/Karachi
            place PKBBB Asia/Karachi
            place IRCCC Asia/Tehran
            link PKAAA PKBBB rail 1676 240km
            link PKBBB IRCCC rail 1435 100km
            gauge PKBBB 1676 1435 wait 12h work 8h 40
            border IRCCC PKBBB rail 4h 30
            handling origin rail 6h 0
            handling rail destination 2h 10
            speed PK rail 20
            speed IR rail 25
            price PK rail 0.50
            price IR rail 0.25
            emits PK rail 20
            emits IR rail 10
            {carrier}
            cargo 2 x 20t
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            (minutes, 47500, 0, 252_000));
    }

    [Fact]
    public void A_holiday_is_waited_out_and_a_dispute_is_a_risk()
    {
        // Begun on the holiday of PK a clearance takes 6h / 0.1 = 3600. It ends on 06-04 00:00 in Karachi, minute 2580;
        // that of IR begins 90 minutes later, 06-04 00:00 in Tehran. Begun at 2580 it takes 360: cleared at 2940.
        // Road 2 * (45 * 60 * 24 / (60 * 9) = 120): 3180; cost 100 + 90 = 190; risk -ln 0.7 = 0.356674944.
        // Rail leaves at 720, cleared at 2940 too, 2 * (45 / 15 h) = 360: 3300; cost 50 + 90 * 0.30 = 77.
        AssertFront(
            """
            place PKAAA Asia/Karachi
            place IRBBB Asia/Tehran
            link PKAAA IRBBB road 90km
            link PKAAA IRBBB rail 1435 90km
            border PKAAA IRBBB road 6h 100
            border PKAAA IRBBB rail 6h 50
            disputed IRBBB PKAAA road 0.30
            holiday PK 2025-06-02 2025-06-03 share 0.05
            holiday IR 2025-06-04 2025-06-09 share 0.5
            handling origin road 0h 0
            handling origin rail 0h 0
            handling road destination 0h 0
            handling rail destination 0h 0
            train T1 PKAAA IRBBB rail weekly 7 capacity 40
            speed PK road 60
            speed IR road 60
            speed PK rail 15
            speed IR rail 15
            price PK road 1
            price IR road 1
            price PK rail 0.30
            price IR rail 0.30
            trucks on
            cargo 1 x 20t
            query PKAAA IRBBB ready 2025-06-02T00:00Z
            """,
            (3180, 19000, 356_674_944, 0),
            (3300, 7700, 0, 0));
    }

    [Theory]
    [InlineData("capacity 1", "stay 30", "", false)] // One box too many.
    [InlineData("capacity 2", "stay 1", "", false)] // In B at 46h, leaves at 142h: 96h, four days to the minute.
    [InlineData("capacity 2", "stay 3", "", false)]
    [InlineData("capacity 2", "stay 4", "", true)]
    [InlineData("capacity 2", "stay 4", "closed PKBBB IRCCC rail 2025-06-01 61d", true)]
    [InlineData("capacity 2", "stay 4", "closed PKBBB IRCCC rail 2025-06-01 67d", false)] // Opens over 60 days later.
    public void Capacity_longest_stay_and_closure_end_a_plan(string capacity, string stay, string closure, bool hasPlan)
    {
        string drawing =
            $"""
            place PKAAA Asia/Karachi
            place PKBBB Asia/Karachi
            place IRCCC Asia/Tehran
            link PKAAA PKBBB rail 1676 100km
            link PKBBB IRCCC rail 1676 100km
            border PKBBB IRCCC rail 0h 0
            yard PKBBB free 30 rate 5 {stay}
            handling origin rail 0h 0
            handling rail rail 2h 0
            handling rail destination 0h 0
            train T1 PKAAA PKBBB rail weekly 2 {capacity}
            train T2 PKBBB IRCCC rail leaves 2025-06-07T03:00 cutoff 24h {capacity}
            speed PK rail 25
            speed IR rail 25
            price PK rail 0.10
            price IR rail 0.10
            {closure}
            cargo 2 x 20t
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """;
        Assert.Equal(hasPlan, BruteForce.Solve(DrawingParser.Parse(drawing)).Plans.Count == 1);
    }

    [Fact]
    public void Random_drawings_are_the_same_for_the_same_seed_and_differ_otherwise()
    {
        Assert.Equal(RandomDrawings.Draw(7), RandomDrawings.Draw(7));
        Assert.NotEqual(RandomDrawings.Draw(7), RandomDrawings.Draw(8));
    }

    [Fact]
    public void A_border_never_lets_a_later_carrier_through_earlier_and_can_be_walked_backwards()
    {
        int passages = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            CorridorDrawing drawing = DrawingParser.Parse(RandomDrawings.Draw(seed));
            int ready = OracleUnits.ToMinute(drawing.Query.Ready);
            foreach (DrawnBorder border in drawing.Borders)
            {
                BorderClock clock = new(drawing, border, ready, ready + 120_000);
                for (int arrival = ready; arrival < ready + 20_000; arrival += 97)
                {
                    int end = clock.FindEnd(arrival)!.Value;
                    int latest = clock.FindLatestArrival(end)!.Value;
                    Assert.True(latest >= arrival);
                    Assert.Equal(end, clock.FindEnd(latest));
                    Assert.True(clock.FindEnd(latest + 1) > end);
                    passages++;
                }
            }
        }

        Assert.True(passages > 1000);
    }

    private static void AssertFront(string text, params (int, long, long, long)[] expected)
    {
        CorridorDrawing drawing = DrawingParser.Parse(text);
        int ready = OracleUnits.ToMinute(drawing.Query.Ready);
        Assert.Equal(
            expected,
            BruteForce.Solve(drawing).Plans.Select(p => (p.Arrival - ready, p.Cents, p.Nanonepers, p.Grams)));
    }
}
