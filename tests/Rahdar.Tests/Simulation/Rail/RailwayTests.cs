using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: trains on a drawn railway do what a dispatcher would expect. Method: from one train alone to
/// breakdowns and starvation; the timetable is worked out by hand, and the log of every run is checked.</summary>
public sealed class RailwayTests
{
    private const string OneLoop = "A =12km= L(600m,600m) =9km= B\n";

    [Fact]
    public void A01_One_train_runs_through() => Expect(OneLoop + "train T1 A>L>B", "T1  A 00:00  L 00:12  B 00:21");

    [Fact]
    public void A02_A_train_stands_ready_and_stops_where_it_has_business() =>
        Expect(OneLoop + "train T1 A>L>B 00:10 stop L 15min", "T1  A 00:10  L 00:22-00:37  B 00:46");

    [Fact]
    public void A03_Two_trains_meet_at_the_loop() => Expect(
        OneLoop + """
        train T1 A>L>B
        train T2 B>L>A
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        T2  B 00:00  L 00:09-00:12  A 00:24
        """);

    [Fact]
    public void A04_A_section_of_one_track_is_for_one_train() => Expect(
        OneLoop + """
        train T1 A>L>B
        train T2 A>L>B
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        T2  A 00:00-00:12  L 00:24  B 00:33
        """);

    [Fact]
    public void A05_The_next_train_enters_after_the_headway() => Expect(
        """
        A =12km/3min= L(600m,600m) =9km= B
        train T1 A>L>B
        train T2 A>L>B
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        T2  A 00:00-00:15  L 00:27  B 00:36
        """);

    [Fact]
    public void A06_On_double_track_each_direction_has_its_own() => Expect(
        """
        A #12km# B
        train T1 A>B
        train T2 B>A
        train T3 B>A
        """,
        """
        T1  A 00:00  B 00:12
        T2  B 00:00  A 00:12
        T3  B 00:00-00:12  A 00:24
        """);

    [Fact]
    public void A07_A_track_is_free_when_the_tail_has_left_it() => Expect(
        """
        A =12km= L(600m) =9km= B
        train T1 A>L>B
        train T2 A>L>B 20km/h 00:12
        train T3 B>L>A 00:05
        """,
        // T1 is out of L half a minute after it leaves; T3 cannot enter L before T2 is gone: L has one track.
        """
        T1  A 00:00  L 00:12  B 00:21
        T2  A 00:12-00:12:30  L 00:48:30  B 01:15:30
        T3  B 00:05-01:15:30  L 01:24:30  A 01:36:30
        """);

    [Fact]
    public void B01_A_train_longer_than_the_loop_passes_it() => Expect(
        OneLoop + """
        train LONG A>L>B 900m
        train T2 B>L>A
        """,
        // LONG takes both sections at once, so T2 waits at B.
        """
        LONG  A 00:00  (L 00:12)  B 00:21
        T2  B 00:00-00:21  L 00:30  A 00:42
        """);

    [Fact]
    public void B02_A_long_train_passes_one_that_stands_in_the_loop() => Expect(
        OneLoop + """
        train T2 B>L>A
        train LONG A>L>B 900m 00:10
        """,
        """
        T2  B 00:00  L 00:09  A 00:21
        LONG  A 00:10-00:21  (L 00:33)  B 00:42
        """);

    [Fact]
    public void B03_A_section_is_free_when_the_tail_of_a_long_train_has_left_it() => Expect(
        OneLoop + """
        train LONG A>L>B 900m
        train T2 A>L>B
        """,
        // The tail of LONG is past the loop 54 seconds after its head.
        """
        LONG  A 00:00  (L 00:12)  B 00:21
        T2  A 00:00-00:12:54  L 00:24:54  B 00:33:54
        """);

    [Fact]
    public void B04_A_train_as_long_as_the_track_stands_in_it() =>
        Expect(OneLoop + "train T1 A>L>B 600m stop L 1min", "T1  A 00:00  L 00:12-00:13  B 00:22");

    [Fact]
    public void B05_At_a_junction_one_passes_at_a_time_and_none_stops() => Expect(
        """
        A =6km= J(0m) =6km= B
        C =6km= J
        train T1 A>J>B
        train T2 C>J>A
        """,
        """
        T1  A 00:00  (J 00:06)  B 00:12
        T2  C 00:00-00:06:30  (J 00:12:30)  A 00:18:30
        """);

    [Fact]
    public void B06_Short_trains_leave_the_long_track_to_long_ones() => Expect(
        """
        A =6km= L(1000m,600m) =6km= B
        train T1 A>L>B stop L 60min
        train LONG A>L>B 900m 00:10 stop L 10min
        """,
        """
        T1  A 00:00  L 00:06-01:06  B 01:12
        LONG  A 00:10  L 00:16-00:26  B 00:32
        """);

    [Fact]
    public void C01_Where_two_trains_would_face_each_other_the_second_is_kept_out() => Expect(
        """
        A =6km= L(600m) =6km= M(600m) =6km= B
        train T1 A>L>M>B
        train T2 B>M>L>A
        """,
        """
        T1  A 00:00  L 00:06  M 00:12  B 00:18
        T2  B 00:00-00:18  M 00:24  L 00:30  A 00:36
        """,
        // With one train at L and one at M, as it comes without looking ahead, neither can go on.
        """
        T1  A 00:00  L 00:06 ...
        T2  B 00:00  M 00:06 ...
        """);

    [Fact]
    public void C02_Four_trains_in_a_circle_do_not_fill_it()
    {
        const string circle = """
            A =3km= P(600m) =6km= Q(600m) =6km= R(600m) =6km= P
            B =3km= Q
            C =3km= R
            train T1 A>P>Q>R>C
            train T2 B>Q>R>P>A
            train T3 C>R>P>Q>B
            """;
        Assert.DoesNotContain("...", DrawnRailway.Draw(circle).Play(), StringComparison.Ordinal);
        Assert.Contains("...", DrawnRailway.Draw(circle).Play(GrantRule.FreeNow), StringComparison.Ordinal);
    }

    [Fact]
    public void C03_Trains_at_an_open_place_are_in_nobodys_way() => Expect(
        """
        A =6km= L(600m) =6km= YARD =6km= M(600m) =6km= B
        train T1 A>L>YARD>M>B stop YARD 60min
        train T2 B>M>YARD>L>A
        """,
        """
        T1  A 00:00  L 00:06  YARD 00:12-01:12  M 01:18  B 01:24
        T2  B 00:00  M 00:06  YARD 00:12  L 00:18  A 00:24
        """);

    [Fact]
    public void D01_A_closed_section_is_not_entered() => Expect(
        OneLoop + """
        shut L-B 00:05..02:00
        train T1 A>L>B
        """,
        "T1  A 00:00  L 00:12-02:00  B 02:09");

    [Fact]
    public void D02_Who_is_in_a_section_when_it_is_shut_runs_out_of_it() => Expect(
        OneLoop + """
        shut A-L 00:05..02:00
        train T1 A>L>B
        """,
        "T1  A 00:00  L 00:12  B 00:21");

    [Fact]
    public void D03_A_long_train_under_way_stands_before_a_closed_section() => Expect(
        OneLoop + """
        shut L-B 00:05..02:00
        shut L-B 01:30..02:10
        train LONG A>L>B 900m
        """,
        "LONG  A 00:00  (L 00:12-02:10)  B 02:19");

    [Fact]
    public void D04_A_train_that_breaks_down_on_the_line_keeps_it() => Expect(
        OneLoop + """
        train T1 A>L>B
        train T2 A>L>B
        breaks T1 00:05 30min
        """,
        """
        T1  A 00:00  L 00:42  B 00:51
        T2  A 00:00-00:42  L 00:54  B 01:03
        """);

    [Fact]
    public void D05_A_train_that_breaks_down_while_it_waits_is_overtaken() => Expect(
        """
        A =12km= L(600m,600m,600m) =9km= B
        train T1 A>L>B
        train T2 A>L>B stop L 1min
        train T3 A>L>B
        breaks T2 00:10 60min
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        T2  A 00:00-01:10  L 01:22-01:23  B 01:32
        T3  A 00:00-00:12  L 00:24  B 00:33
        """);

    [Fact]
    public void D06_A_train_broken_down_at_its_business_goes_on_when_both_are_over() => Expect(
        OneLoop + """
        train T1 A>L>B stop L 15min
        breaks T1 00:20 30min
        """,
        "T1  A 00:00  L 00:12-00:50  B 00:59");

    [Fact]
    public void D07_A_train_broken_down_before_its_entry_enters_later() => Expect(
        OneLoop + """
        train T1 A>L>B 00:10
        breaks T1 00:05 30min
        """,
        "T1  A 00:35  L 00:47  B 00:56");

    [Fact]
    public void E01_Of_two_that_wait_the_one_of_higher_rank_goes_first() => Expect(
        OneLoop + """
        train T1 A>L>B
        train SLOW A>L>B 00:01 priority 5
        train FAST A>L>B 00:02 priority 1
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        SLOW  A 00:01-00:24  L 00:36  B 00:45
        FAST  A 00:02-00:12  L 00:24  B 00:33
        """);

    [Fact]
    public void E02_Of_equals_the_one_that_has_waited_longest_goes_first() => Expect(
        OneLoop + """
        train T1 A>L>B
        train T2 A>L>B 00:03
        train T3 A>L>B 00:02
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        T2  A 00:03-00:24  L 00:36  B 00:45
        T3  A 00:02-00:12  L 00:24  B 00:33
        """);

    [Fact]
    public void E03_Who_has_waited_beyond_the_limit_outside_is_the_next_to_enter()
    {
        var stream = Stream(30, i => $"train F{i} A>L>B 00:{i * 2:00} priority 1");
        var railway = DrawnRailway.Draw($"{OneLoop}train SLOW A>L>B 00:01 priority 5\n{stream}");
        Assert.StartsWith("SLOW  A 00:01-06:00", railway.Play(), StringComparison.Ordinal);
        Assert.StartsWith("SLOW  A 00:01-01:12", railway.Play(waitSecondsMax: 3_600), StringComparison.Ordinal);
    }

    [Fact]
    public void E04_Nobody_enters_while_one_inside_has_waited_beyond_the_limit()
    {
        // SLOW waits in the loop for the way to B, which the stream from B takes again and again.
        var stream = Stream(20, i => $"train F{i} B>L>A 00:{i * 3:00} priority 1");
        var railway = DrawnRailway.Draw($"A =3km= L(600m,600m,600m) =9km= B\ntrain SLOW A>L>B priority 5\n{stream}");
        Assert.StartsWith("SLOW  A 00:00  L 00:03-03:00", railway.Play(), StringComparison.Ordinal);
        var guarded = railway.Play(waitSecondsMax: 1_800);
        Assert.StartsWith("SLOW  A 00:00  L 00:03-00:36", guarded, StringComparison.Ordinal);
    }

    [Fact]
    public void E05_Who_waits_for_a_closed_line_keeps_nobody_out()
    {
        const string junction = """
            A =3km= L(600m,600m) =9km= B
            D =6km= L
            train T1 A>L>B
            train T2 D>L>B 03:00
            train T3 B>L>D 04:00
            """;
        // T1 waits at A or, where the line is shut behind L, in L; the others would be kept out after half an hour.
        Assert.Equal(
            """
            T1  A 00:00-23:00  L 23:03  B 23:12
            T2  D 03:00  L 03:06  B 03:15
            T3  B 04:00  L 04:09  D 04:15
            """,
            DrawnRailway.Draw(junction + "\nshut A-L 00:00..23:00").Play(waitSecondsMax: 1_800));
        Assert.Equal(
            """
            T1  A 00:00  L 00:03-23:00  B 23:09
            T2  D 03:00  L 03:06-23:09  B 23:18
            T3  B 04:00-23:18  L 23:27  D 23:33
            """,
            DrawnRailway.Draw(junction + "\nshut L-B 00:00..23:00").Play(waitSecondsMax: 1_800));
    }

    [Fact]
    public void E06_Who_is_overdue_keeps_nobody_out_from_when_its_line_is_shut()
    {
        var railway = DrawnRailway.Draw("""
            A =3km= L(600m,600m) =9km= B
            D =3km= L
            train BROKEN A>L>B
            train X A>L>B
            train Y D>L>B 01:00
            breaks BROKEN 00:01 300min
            shut A-L 02:00..10:00
            """);
        Assert.Equal(
            """
            BROKEN  A 00:00  L 05:03  B 05:12
            X  A 00:00-10:00  L 10:03  B 10:12
            Y  D 01:00-02:00  L 02:03  B 02:12
            """,
            railway.Play(waitSecondsMax: 1_800));
    }

    [Fact]
    public void E07_Who_comes_at_the_second_in_which_a_headway_ends_does_not_overtake_who_waits_for_it() => Expect(
        """
        A =12km/2min= L(600m,600m) =9km= B
        train T1 A>L>B
        train SLOW A>L>B 00:14 priority 5
        train FAST A>L>B 00:05 priority 1
        """,
        """
        T1  A 00:00  L 00:12  B 00:21
        SLOW  A 00:14-00:28  L 00:40  B 00:49
        FAST  A 00:05-00:14  L 00:26  B 00:35
        """);

    [Fact]
    public void F01_A_train_begins_at_a_place_with_tracks_when_one_is_free() => Expect(
        """
        L(600m) =9km= B
        train T1 L>B
        train T2 L>B 00:05
        """,
        // T2 appears when the tail of T1 is out of L, and waits for the line.
        """
        T1  L 00:00  B 00:09
        T2  L 00:05-00:09  B 00:18
        """);

    [Fact]
    public void F02_Ways_over_more_than_64_places_are_kept_apart_as_well()
    {
        var places = string.Join(" =1km= ", Enumerable.Range(0, 80).Select(i => $"P{i}(600m,600m)"));
        var east = string.Join('>', Enumerable.Range(0, 80).Select(i => $"P{i}"));
        var west = string.Join('>', Enumerable.Range(0, 80).Reverse().Select(i => $"P{i}"));
        var trains = Stream(24, i => i % 2 == 0 ? $"train E{i} A>{east}>B" : $"train W{i} B>{west}>A");
        var railway = DrawnRailway.Draw($"A =1km= {places} =1km= B\n{trains}");
        Assert.DoesNotContain("...", railway.Play(), StringComparison.Ordinal);
    }

    private static string Stream(int trains, Func<int, string> train) =>
        string.Join('\n', Enumerable.Range(0, trains).Select(train));

    private static void Expect(string drawing, string timetable, string? withoutSafety = null)
    {
        var railway = DrawnRailway.Draw(drawing);
        Assert.Equal(timetable, railway.Play());
        if (withoutSafety is not null) Assert.Equal(withoutSafety, railway.Play(GrantRule.FreeNow));
    }
}
