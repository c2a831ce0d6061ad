namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: what a plan is, from one train to a disputed crossing. Method: drawings with the arithmetic beside them; the
/// whole answer as text, times in UTC (Karachi is 5 h ahead). Loading and setting down take 1 h each.
/// </summary>
public sealed class PlanSpecTests
{
    [Fact]
    public void A01_One_train()
    {
        // 06:00 in Karachi is 01:00 UTC. 500 km / 50 = 10 h. Loaded 01:00 on 1 June, so it waits 48 h.
        // 20 + 2 boxes * 500 km * 0.10 + 40 = 160.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            train T1 PKAAA PKBBB rail leaves 2025-06-03T06:00 cutoff 6h capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            60h00, 160.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Tue 06-03 01:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 48h00: departs as published
              Tue 06-03 11:00 PKBBB handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void A02_Frequency_wait()
    {
        // Two departures a week, days unknown: 84 h / 2 = 42 h after the boxes are ready.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            train T1 PKAAA PKBBB rail weekly 2 capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            54h00, 160.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Mon 06-02 19:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 42h00: 2 departures a week, days unknown
              Tue 06-03 05:00 PKBBB handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void A03_Truck_is_faster_and_train_is_cheaper()
    {
        // Truck: one driver, 80 km/h * 9 / 24 = 30 km/h: 300 km in 10 h; 2 trucks * 300 * 1.00 = 600. Both stay.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            link PKAAA PKBBB road 300km
            train T1 PKAAA PKBBB rail weekly 2 capacity 40
            trucks on
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            12h00, 660.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 01:00 PKAAA-PKBBB road 10h00, 600.00 USD
              Sun 06-01 11:00 PKBBB handling 1h00, 40.00 USD
            54h00, 160.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Mon 06-02 19:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 42h00: 2 departures a week, days unknown
              Tue 06-03 05:00 PKBBB handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void B01_Truck_over_a_border_with_hours()
    {
        // It meets the post at 11:00 UTC, 16:00 in Karachi: an hour before closing is early enough to start.
        // Border 2 trucks * 120 = 240. Then 30 km / 30 = 1 h, 2 * 30 * 1.00 = 60, half in each country.
        Expect(
            """
            link PKAAA PKBBB road 300km
            link PKBBB IRCCC road 30km
            border PKBBB IRCCC road 6h 120 open mon-sun 08:00-17:00
            trucks on
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            """
            19h00, 960.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 01:00 PKAAA-PKBBB road 10h00, 600.00 USD
              Sun 06-01 11:00 PKBBB-IRCCC border 6h00, 240.00 USD
              Sun 06-01 17:00 PKBBB-IRCCC road 1h00, 60.00 USD
              Sun 06-01 18:00 IRCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void B02_Gauge_change()
    {
        // Daily: 84 / 7 = 12 h. Border 2 * 30 = 60. 50 km: 1 h, 2 * 50 * 0.10 = 10. Yard 12 + 8 = 20 h, 2 * 40 = 80.
        // 200 km: 4 h, 40. 1 + 12 + 10 + 10 + 1 + 20 + 4 + 1 = 59 h; 20 + 100 + 60 + 10 + 80 + 40 + 40 = 350.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km
            link PKBBB IRCCC rail 1676 50km
            link IRCCC IRDDD rail 1435 200km
            border PKBBB IRCCC rail 10h 30
            gauge IRCCC 1676 1435 wait 12h work 8h 40
            train T1 PKAAA IRDDD rail weekly 7 capacity 40
            query PKAAA IRDDD ready 2025-06-01T00:00Z
            """,
            """
            59h00, 350.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 13:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 12h00: 7 departures a week, days unknown
              Sun 06-01 23:00 PKBBB-IRCCC border 10h00, 60.00 USD
              Mon 06-02 09:00 PKBBB-IRCCC rail T1 1h00, 10.00 USD
              Mon 06-02 10:00 IRCCC gauge 20h00, 80.00 USD
              Tue 06-03 06:00 IRCCC-IRDDD rail T1 4h00, 40.00 USD
              Tue 06-03 10:00 IRDDD handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void C01_Border_shut_at_the_weekend()
    {
        // 11:00 UTC on a Sunday: the post opens on Monday 08:00 in Karachi, 03:00 UTC, 16 h later.
        Expect(
            """
            link PKAAA PKBBB road 300km
            link PKBBB IRCCC road 30km
            border PKBBB IRCCC road 6h 120 open mon-fri 08:00-17:00
            trucks on
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            """
            35h00, 960.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 01:00 PKAAA-PKBBB road 10h00, 600.00 USD
              Mon 06-02 03:00 PKBBB-IRCCC border 6h00, 240.00 USD, waited 16h00: opens mon-fri 08:00-17:00 Asia/Karachi
              Mon 06-02 09:00 PKBBB-IRCCC road 1h00, 60.00 USD
              Mon 06-02 10:00 IRCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void C02_Holiday_the_carrier_waits_for_the_day_after()
    {
        // On the holiday 12 h / 0.25 = 48 h, done on 3 June 11:00. It ends at 24:00 in Karachi, 19:00 UTC: a wait of
        // 8 h and 12 h of clearance are done on 2 June 07:00.
        Expect(
            """
            link PKAAA PKBBB road 300km
            link PKBBB IRCCC road 30km
            border PKBBB IRCCC road 12h 120
            holiday PK 2025-06-01 2025-06-01 share 0.25
            trucks on
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            """
            33h00, 960.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 01:00 PKAAA-PKBBB road 10h00, 600.00 USD
              Sun 06-01 19:00 PKBBB-IRCCC border 12h00, 240.00 USD, waited 8h00: a holiday ends
              Mon 06-02 07:00 PKBBB-IRCCC road 1h00, 60.00 USD
              Mon 06-02 08:00 IRCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void D01_Storage_after_free_days()
    {
        // Landed 06-01 23:00, gone 06-07 00:00: 121 h are 6 started days, 2 free: 4 * 6 * 2 boxes = 48.
        Expect(
            """
            place PKCCC Asia/Karachi
            link PKAAA PKBBB rail 1676 500km
            link PKBBB PKCCC rail 1676 100km
            yard PKBBB free 2 rate 6
            train T1 PKAAA PKBBB rail weekly 7 capacity 40
            train T2 PKBBB PKCCC rail leaves 2025-06-07T05:00 cutoff 6h capacity 40
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            """
            147h00, 238.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 13:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 12h00: 7 departures a week, days unknown
              Sun 06-01 23:00 PKBBB handling 2h00, 10.00 USD
              Sat 06-07 00:00 PKBBB-PKCCC rail T2 2h00, 20.00 USD, waited 119h00: departs as published
              Sat 06-07 02:00 PKCCC handling 1h00, 40.00 USD
              storage at PKBBB after free days 48.00 USD
            """);
    }

    [Fact]
    public void D02_Tiered_storage()
    {
        // The same 6 days: 1 and 2 free, 3 and 4 at 6, 5 and 6 at 12: 36 * 2 boxes = 72.
        Expect(
            """
            place PKCCC Asia/Karachi
            link PKAAA PKBBB rail 1676 500km
            link PKBBB PKCCC rail 1676 100km
            yard PKBBB free 2 rate 6 then 12 from 5
            train T1 PKAAA PKBBB rail weekly 7 capacity 40
            train T2 PKBBB PKCCC rail leaves 2025-06-07T05:00 cutoff 6h capacity 40
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            """
            147h00, 262.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 13:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 12h00: 7 departures a week, days unknown
              Sun 06-01 23:00 PKBBB handling 2h00, 10.00 USD
              Sat 06-07 00:00 PKBBB-PKCCC rail T2 2h00, 20.00 USD, waited 119h00: departs as published
              Sat 06-07 02:00 PKCCC handling 1h00, 40.00 USD
              storage at PKBBB after free days 72.00 USD
            """);
    }

    [Fact]
    public void D03_Longest_stay()
    {
        // 4 days are 96 h, the train leaves after 121 h: it cannot be used, though it is cheaper. 200 km / 30 = 6 h 40.
        Expect(
            """
            place PKCCC Asia/Karachi
            link PKAAA PKBBB rail 1676 500km
            link PKBBB PKCCC rail 1676 100km
            link PKBBB PKCCC road 200km
            yard PKBBB free 9 rate 6 stay 4
            train T1 PKAAA PKBBB rail weekly 7 capacity 40
            train T2 PKBBB PKCCC rail leaves 2025-06-07T05:00 cutoff 6h capacity 40
            trucks on
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            """
            32h40, 570.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 13:00 PKAAA-PKBBB rail T1 10h00, 100.00 USD, waited 12h00: 7 departures a week, days unknown
              Sun 06-01 23:00 PKBBB handling 2h00, 10.00 USD
              Mon 06-02 01:00 PKBBB-PKCCC road 6h40, 400.00 USD
              Mon 06-02 07:40 PKCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void F01_Just_in_time()
    {
        // 00:00 UTC less 6 h cut-off less 2 h handling: landed by 06-06 16:00, so the truck leaves at 06:00.
        // 8 h in the yard are one day, free. Leaving at once would stand 6 days, 5 of them paid.
        Expect(
            """
            place PKCCC Asia/Karachi
            link PKAAA PKBBB road 300km
            link PKBBB PKCCC rail 1676 100km
            yard PKBBB free 1 rate 6
            train T2 PKBBB PKCCC rail leaves 2025-06-07T05:00 cutoff 6h capacity 40
            trucks on
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            """
            147h00, 690.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Fri 06-06 06:00 PKAAA handling 0h00, waited 125h00: waits to leave just in time
              Fri 06-06 06:00 PKAAA-PKBBB road 10h00, 600.00 USD
              Fri 06-06 16:00 PKBBB handling 2h00, 10.00 USD
              Sat 06-07 00:00 PKBBB-PKCCC rail T2 2h00, 20.00 USD, waited 6h00: departs as published
              Sat 06-07 02:00 PKCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void G01_Disputed_crossing_adds_risk_and_nothing_else()
    {
        // As B01 without hours; the report is true with 0.30 and the plan is as long and as dear as without it.
        Expect(
            """
            link PKAAA PKBBB road 300km
            link PKBBB IRCCC road 30km
            border PKBBB IRCCC road 6h 120
            disputed PKBBB IRCCC road 0.30
            trucks on
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            """
            19h00, 960.00 USD, risk 0.3000
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 01:00 PKAAA-PKBBB road 10h00, 600.00 USD
              Sun 06-01 11:00 PKBBB-IRCCC border 6h00, 240.00 USD
              Sun 06-01 17:00 PKBBB-IRCCC road 1h00, 60.00 USD
              Sun 06-01 18:00 IRCCC handling 1h00, 40.00 USD
              B-PKBBB-IRCCC-road may be shut (Q0): 0.3
            """);
    }

    private static void Expect(string drawing, string expected) =>
        Assert.Equal(expected, SpecAnswer.Of(SpecAnswer.Basics + drawing));
}
