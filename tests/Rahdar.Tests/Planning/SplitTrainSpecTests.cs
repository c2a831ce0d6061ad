namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: what a train does where a section is too short or too weak for it. Method: drawings with the arithmetic beside
/// them; the whole answer as text. Two boxes are two wagons of 10 m and 40 t; loading and setting down take 1 h each.
/// </summary>
public sealed class SplitTrainSpecTests
{
    [Fact]
    public void A_service_runs_in_two_portions_over_a_short_section()
    {
        // Split 3 h, second portion 1 h behind, 500 km / 50 = 10 h, joined 3 h: 17 h.
        // 2 boxes * 500 km * 0.10 = 100, and one further locomotive 500 km * 0.20 = 100.
        Expect(
            """
            link PKAAA PKBBB rail 1676 500km longest 15m
            split work 3h headway 1h locomotive 0.20
            train T1 PKAAA PKBBB rail weekly 7 capacity 40
            query PKAAA PKBBB ready 2025-06-01T00:00Z
            """,
            """
            31h00, 260.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 13:00 PKAAA-PKBBB rail T1 17h00, 200.00 USD, waited 12h00: 7 departures a week, days unknown
                2 wagons of 1676 mm, in 2 portions from PKAAA to PKBBB
              Mon 06-02 06:00 PKBBB handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void Train_is_joined_for_the_border_and_stays_split_over_a_stop()
    {
        // 200 km and 100 km to the border in two portions: 3 + 1 + 4 + 2 + 3 = 13 h, and 300 km * 0.20 = 60 beside 60.
        // Behind the border the section weighs too little: 50 km is 25 km in each country. 3 + 1 + 1 + 3 = 8 h.
        Expect(
            """
            place PKMMM Asia/Karachi
            link PKAAA PKMMM rail 1676 200km longest 15m
            link PKMMM PKBBB rail 1676 100km longest 15m
            link PKBBB IRCCC rail 1676 50km heaviest 79t
            border PKBBB IRCCC rail 10h 30
            split work 3h headway 1h locomotive 0.20
            train T1 PKAAA PKMMM PKBBB IRCCC rail weekly 7 capacity 40
            query PKAAA IRCCC ready 2025-06-01T00:00Z
            """,
            """
            45h00, 260.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Sun 06-01 13:00 PKAAA-PKBBB rail T1 13h00, 120.00 USD, waited 12h00: 7 departures a week, days unknown
                2 wagons of 1676 mm, in 2 portions from PKAAA to PKBBB
              Mon 06-02 02:00 PKBBB-IRCCC border 10h00, 60.00 USD
              Mon 06-02 12:00 PKBBB-IRCCC rail T1 8h00, 20.00 USD
                2 wagons of 1676 mm, in 2 portions from PKBBB to IRCCC
              Mon 06-02 20:00 IRCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void Block_train_that_comes_split_need_not_be_split_again()
    {
        // B to C takes one wagon at a time. Straight to B it comes split: 3 + 1 + 2, then 2 and 3 to join: 11 h, and
        // 200 km * (2 * 0.10 + 0.20) = 80. By X it comes whole, earlier at B and for less, and is split there:
        // 3, then 3 + 1 + 2 + 3 = 12 h; 250 km * 0.20 + 100 km * 0.20 = 70. Both are plans.
        Expect(
            """
            place PKCCC Asia/Karachi
            place PKXXX Asia/Karachi
            link PKAAA PKBBB rail 1676 100km longest 15m
            link PKAAA PKXXX rail 1676 100km
            link PKXXX PKBBB rail 1676 50km
            link PKBBB PKCCC rail 1676 100km longest 15m
            split work 3h headway 1h locomotive 0.20
            request on build 24h
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            """
            37h00, 140.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Mon 06-02 01:00 PKAAA handling 0h00, waited 24h00: block train on request is made up
              Mon 06-02 01:00 PKAAA-PKCCC rail 11h00, 80.00 USD
                block train on request, 2 wagons, no published service, in 2 portions from PKAAA to PKCCC
              Mon 06-02 12:00 PKCCC handling 1h00, 40.00 USD
            38h00, 130.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Mon 06-02 01:00 PKAAA handling 0h00, waited 24h00: block train on request is made up
              Mon 06-02 01:00 PKAAA-PKCCC rail 12h00, 70.00 USD
                block train on request, 2 wagons, no published service, in 2 portions from PKBBB to PKCCC
              Mon 06-02 13:00 PKCCC handling 1h00, 40.00 USD
            """);
    }

    [Fact]
    public void Block_train_is_loaded_for_the_weakest_link_on_its_way()
    {
        // A wagon takes two boxes, but at 12 t an axle only one: 4 * 12 - 20 = 28 t. Over B-C there are two wagons, too
        // long for A-B: 6 + 1 + 2 + 6 + 2 = 17 h. By Y there is one wagon and nothing to split: 700 km in 14 h.
        Expect(
            """
            place PKCCC Asia/Karachi
            place PKYYY Asia/Karachi
            link PKAAA PKBBB rail 1676 100km longest 15m
            link PKBBB PKCCC rail 1676 100km
            link PKBBB PKYYY rail 1676 300km
            link PKYYY PKCCC rail 1676 300km
            split work 6h headway 1h locomotive 0.20
            request on build 24h
            query PKAAA PKCCC ready 2025-06-01T00:00Z
            """,
            """
            40h00, 200.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Mon 06-02 01:00 PKAAA handling 0h00, waited 24h00: block train on request is made up
              Mon 06-02 01:00 PKAAA-PKCCC rail 14h00, 140.00 USD
              Mon 06-02 15:00 PKCCC handling 1h00, 40.00 USD
            43h00, 120.00 USD
              Sun 06-01 00:00 PKAAA handling 1h00, 20.00 USD
              Mon 06-02 01:00 PKAAA handling 0h00, waited 24h00: block train on request is made up
              Mon 06-02 01:00 PKAAA-PKCCC rail 17h00, 60.00 USD
                block train on request, 2 wagons, no published service, in 2 portions from PKAAA to PKBBB
              Mon 06-02 18:00 PKCCC handling 1h00, 40.00 USD
            """,
            files =>
            {
                files.Set("ours/wagons.csv", "W1676", "teu", "2");
                files.Set("facts/rail_sections.csv", "S-PKBBB-PKCCC", "axle_load_t", "12");
            });
    }

    private static void Expect(string drawing, string expected, Action<SpecFiles>? change = null) =>
        Assert.Equal(expected, SpecAnswer.Of(SpecAnswer.Basics + drawing, change));
}
