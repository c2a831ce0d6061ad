using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: what cannot be a railway, a route or a run is refused with words that say why. Method: one fault at a
/// time.</summary>
public sealed class TrackLayoutTests
{
    private static readonly TrackPlace A = TrackPlace.Open("A");
    private static readonly TrackPlace B = TrackPlace.Open("B");
    private static readonly TrackPlace Loop = new("L", [600, 400]);

    private static TrackLayout Line => new([A, Loop, B], [new(0, 1, 12_000), new(1, 2, 9_000)]);

    [Fact]
    public void Tracks_are_sorted_by_length_and_a_place_without_any_always_accepts()
    {
        Assert.Equal([400, 600], Loop.TrackLengths);
        Assert.False(Loop.AlwaysAccepts);
        Assert.True(A.AlwaysAccepts);
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { -1 })]
    [InlineData(new[] { 10_001 })]
    public void Impossible_tracks_are_refused(int[] lengths) =>
        Assert.Throws<ArgumentException>(() => new TrackPlace("L", lengths));

    [Fact]
    public void More_tracks_than_the_limit_are_refused() =>
        Assert.Throws<ArgumentException>(() => new TrackPlace("L", new int[RailLimits.TracksMax + 1]));

    [Theory]
    [InlineData(0, 3, 100, 1, 0)]
    [InlineData(-1, 1, 100, 1, 0)]
    [InlineData(1, 1, 100, 1, 0)]
    [InlineData(0, 1, 0, 1, 0)]
    [InlineData(0, 1, 100, 0, 0)]
    [InlineData(0, 1, 100, 3, 0)]
    [InlineData(0, 1, 100, 1, -1)]
    public void Impossible_sections_are_refused(int from, int to, int length, int tracks, int headway)
    {
        var section = new TrackSection(from, to, length) { Tracks = tracks, HeadwaySeconds = headway };
        Assert.Throws<ArgumentException>(() => new TrackLayout([A, Loop, B], [section]));
    }

    [Fact]
    public void Open_places_divide_a_railway_into_districts()
    {
        var layout = DrawnRailway.Draw("""
            A =1km= L(600m) =1km= M(600m) =1km= YARD =1km= N(600m) =1km= B
            YARD =1km= B
            """).Layout;
        Assert.Equal(3, layout.Districts);
        Assert.Equal([0, 0, 0, 1, 1, 2], layout.DistrictOfSection);
    }

    [Fact]
    public void A_route_knows_where_its_train_can_stop()
    {
        Assert.Equal([0, 1, 2], new TrainRoute(Line, 0, [0, 1], 600).Stops);
        Assert.Equal([0, 2], new TrainRoute(Line, 0, [0, 1], 601).Stops);
        Assert.Equal([2, 1, 0], new TrainRoute(Line, 2, [1, 0], 100).Places);
    }

    [Fact]
    public void Sections_of_a_route_join() => Refused("does not begin at A", () => new TrainRoute(Line, 0, [1], 100));

    [Fact]
    public void A_route_has_sections() => Refused("has sections", () => new TrainRoute(Line, 0, [], 100));

    [Fact]
    public void A_route_ends_where_its_train_is_always_accepted() =>
        Refused("cannot end at L", () => new TrainRoute(Line, 0, [0], 100));

    [Fact]
    public void A_train_begins_where_it_can_stand() =>
        Refused("do not fit into L", () => new TrainRoute(Line, 1, [1], 700));

    [Fact]
    public void A_train_that_would_meet_itself_is_refused()
    {
        // There and back through the one track of J without a place to stop.
        var layout = DrawnRailway.Draw("A =6km= J(0m) =6km= K(0m)").Layout;
        Refused("same track twice", () => new TrainRoute(layout, 0, [0, 1, 1, 0], 100));
    }

    [Fact]
    public void A_train_may_come_again_to_where_it_stopped_before()
    {
        var layout = DrawnRailway.Draw("A =6km= L(600m) =6km= M(600m)").Layout;
        Assert.Equal([0, 1, 2, 1, 0], new TrainRoute(layout, 0, [0, 1, 1, 0], 100).Places);
    }

    [Fact]
    public void Running_times_match_the_route()
    {
        var route = new TrainRoute(Line, 0, [0, 1], 100);
        Refused("one running time", () => new TrainRun(route, [60], 0));
        Refused("impossible running time", () => new TrainRun(route, [60, 0], 0));
        Refused("one dwell", () => new TrainRun(route, [60, 60], 0) { DwellSeconds = [0] });
        Refused("impossible dwell", () => new TrainRun(route, [60, 60], 0) { DwellSeconds = [0, -2, 0] });
        var long700 = new TrainRoute(Line, 0, [0, 1], 700);
        Refused("cannot stop", () => new TrainRun(long700, [60, 60], 0) { DwellSeconds = [0, 1, 0] });
    }

    [Fact]
    public void A_run_belongs_to_the_layout_of_its_railway()
    {
        var railway = new Railway(Line, new Rahdar.Simulation.Calendar.EventCalendar(), 0);
        var elsewhere = new TrainRun(new TrainRoute(Line, 0, [0, 1], 100), [60, 60], 0);
        Refused("another layout", () => railway.Add(elsewhere));
    }

    private static void Refused(string words, Func<object> make) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
