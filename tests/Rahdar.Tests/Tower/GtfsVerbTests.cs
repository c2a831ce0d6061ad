using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Freight;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Tests.Conformance;
using Rahdar.Tests.Network.Gtfs;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: a railway's timetable comes into plans, and ours goes out and comes back the same. Method: the
/// shipped
/// corridor; its export is read by our own validator and put in the place of the services it was made of.</summary>
[Trait("Category", "Slow")]
public sealed class GtfsVerbTests
{
    private static readonly LocalDate Today = new(2025, 6, 11);
    private static readonly CorridorNetwork Shipped = CorridorStore.Read().Network!;

    [Fact]
    public void Export_of_the_corridor_has_no_errors()
    {
        var (_, notices) = Exported(out var leftOut);
        Assert.DoesNotContain(notices.Kept, n => n.Severity == Severity.Error);
        Assert.Empty(leftOut);
    }

    [Fact]
    public void Import_of_the_export_gives_the_same_plans()
    {
        var (feed, _) = Exported(out _);
        var faults = new FaultCollector();
        var list = new FeedServices(
            feed, Shipped, s => new Rahdar.Network.Places.PlaceId(s.Id), _ => "", Today, faults).Read();
        Assert.Empty(faults.Faults);
        Assert.Equal(Shipped.Services.Count, list.Services.Count);
        var again = FeedNetwork.With(Shipped with { Services = [], Timetable = [] }, list);
        foreach (var (from, to) in new[] { ("PKLHE", "RUASF"), ("PKKHI", "UZTAS"), ("IRSRP", "RUMOW") })
            Assert.Equal(Plans(Shipped, from, to), Plans(again, from, to));
    }

    [Fact]
    public void Train_of_a_feed_stands_in_a_plan_and_a_cancelled_one_does_not()
    {
        using var folder = new ScratchFolder();
        foreach (var (name, text) in SampleFeed.Files) folder.Write("feed/" + name, text);
        var live = folder.Write("live.pb", "");
        File.WriteAllBytes(live, RealtimeSamples.Cancelled);
        var feed = Path.Combine(folder.Name, "feed");
        Assert.Equal(["2025-06-05T20:00", "2025-06-09T20:00"], Departures(With(feed, []), new LocalDate(2025, 6, 5)));
        Assert.Equal(["2025-06-09T20:00"], Departures(With(feed, [live]), new LocalDate(2025, 6, 5)));
    }

    [Fact]
    public void Feed_is_not_known_before_it_came_out()
    {
        using var folder = new ScratchFolder();
        foreach (var (name, text) in SampleFeed.Files) folder.Write("feed/" + name, text);
        var network = With(Path.Combine(folder.Name, "feed"), []);
        var service = network.Services.First(s => s.Id == "CT1");
        Assert.False(new Rahdar.Network.Claims.Knowledge(network, new LocalDate(2025, 5,
            19)).OfferOf(service).IsOffered);
        Assert.True(new Rahdar.Network.Claims.Knowledge(network, new LocalDate(2025, 5,
            20)).OfferOf(service).IsOffered);
    }

    [Fact]
    public void Feed_with_errors_is_refused_with_their_codes()
    {
        using var folder = new ScratchFolder();
        foreach (var (name, text) in SampleFeed.Changed("trips.txt", "CT1,MT,CT1-1", "CT9,MT,CT1-1"))
            folder.Write("feed/" + name, text);
        var faults = new FaultCollector();
        Assert.Null(GtfsVerbs.With(Shipped, [Path.Combine(folder.Name, "feed")], [], Today, faults));
        Assert.Contains(faults.Faults, f => f.Code == "gtfs:foreign_key_violation");
    }

    [Fact]
    public void An_alert_takes_out_the_departures_of_its_days_and_no_others()
    {
        using var folder = new ScratchFolder();
        foreach (var (name, text) in SampleFeed.Files) folder.Write("feed/" + name, text);
        var live = folder.Write("live.pb", "");
        File.WriteAllBytes(live, RealtimeSamples.AlertOfDays);
        var network = With(Path.Combine(folder.Name, "feed"), [live]);
        Assert.Equal(["2025-06-09T20:00"], Departures(network, new LocalDate(2025, 6, 5)));
    }

    [Theory]
    [InlineData("PKLHE", "PKKHI", "2025-06-05T20:00 2025-06-06T20:00")]
    [InlineData("PKLHE", "PKROH", "2025-06-05T20:00 2025-06-06T10:00")]
    [InlineData("PKROH", "PKKHI", "2025-06-06T10:30 2025-06-06T20:00")]
    public void A_train_of_a_feed_leaves_and_arrives_as_published(string from, string to, string expected) =>
        Assert.Equal(expected, RideOf(Fed(SampleFeed.Files), from, to, "2025-06-05"));

    [Fact]
    public void Other_published_times_are_another_ride()
    {
        var slow = SampleFeed.Changed("stop_times.txt", "CT1-1,44:00:00,44:00:00", "CT1-1,80:00:00,80:00:00");
        Assert.Equal("2025-06-05T20:00 2025-06-08T08:00", RideOf(Fed(slow), "PKLHE", "PKKHI", "2025-06-05"));
    }

    [Fact]
    public void Approximate_times_are_no_timetable()
    {
        var files = SampleFeed.With("stop_times.txt", """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence,timepoint
            CT1-1,20:00:00,20:00:00,PKLHE,1,0
            CT1-1,80:00:00,80:00:00,PKKHI,2,0
            """);
        Assert.Null(Fed(files).Services.First(s => s.Id == "CT1").Calls);
    }

    [Fact]
    public void Trains_of_one_route_that_take_other_times_are_services_of_their_own()
    {
        var files = SampleFeed.With("trips.txt", """
            route_id,service_id,trip_id
            CT1,MT,CT1-1
            CT1,MT,CT1-2
            """);
        files["stop_times.txt"] = SampleFeed.Files["stop_times.txt"].TrimEnd() + """

            CT1-2,06:00:00,06:00:00,PKLHE,1
            CT1-2,18:00:00,18:30:00,PKROH,2
            CT1-2,26:00:00,26:00:00,PKKHI,3
            """;
        var services = Fed(files).Services.Where(s => s.Id.StartsWith("CT1", StringComparison.Ordinal)).ToList();
        Assert.Equal(["CT1", "CT1~2"], services.Select(s => s.Id));
        Assert.Equal([24 * 60, 20 * 60], services.Select(s => s.Calls![^1].Arrival));
    }

    [Fact]
    public void A_stop_that_is_no_place_of_the_corridor_is_passed_and_told_with_what_it_may_mean()
    {
        var files = SampleFeed.Changed("stops.txt", "PKROH,,Rohri", "XX1,,Rohry");
        files["stop_times.txt"] = SampleFeed.Files["stop_times.txt"].Replace(
            "PKROH", "XX1", StringComparison.Ordinal);
        using var folder = new ScratchFolder();
        foreach (var (name, text) in files) folder.Write("feed/" + name, text);
        var faults = new FaultCollector();
        var report = GtfsVerbs.Import(Path.Combine(folder.Name, "feed"), Shipped, Today, faults)!;
        Assert.Empty(faults.Faults);
        var told = Assert.Single(report.Misfits);
        Assert.Equal(("stops.txt", 3, "gtfs:unknown-place"), (told.File, told.Row, told.Code));
        Assert.Contains("do you mean Rohri PKROH", told.Message, StringComparison.Ordinal);
        Assert.Equal("2025-06-05T20:00 2025-06-06T20:00", RideOf(Fed(files), "PKLHE", "PKKHI", "2025-06-05"));
    }

    [Fact]
    public void A_published_train_waits_where_its_border_is_shut()
    {
        var files = SampleFeed.With("stops.txt", """
            stop_id,stop_name,stop_lat,stop_lon
            PKUET,Quetta,30.2,67.0
            IRZAH,Zahedan,29.5,60.9
            """);
        files["stop_times.txt"] = """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            CT1-1,20:00:00,20:00:00,PKUET,1
            CT1-1,68:00:00,68:00:00,IRZAH,2
            """;
        Assert.Equal("2025-06-23T20:00 2025-06-25T20:00", RideOf(Fed(files), "PKUET", "IRZAH", "2025-06-21"));
        var shut = RideOf(Fed(files), "PKUET", "IRZAH", "2025-06-21", "taftan-shut-30").Split(' ');
        Assert.True(string.CompareOrdinal(shut[1], "2025-07-20") > 0, string.Join(' ', shut));
    }

    [Fact]
    public void A_published_price_of_the_whole_way_is_paid()
    {
        var files = SampleFeed.With("routes.txt", """
            route_id,agency_id,route_short_name,route_long_name,route_type,freight_price_usd_mode,freight_price_unit
            CT1,PR,CT1,Lahore to Karachi container train,2,450,per TEU
            """);
        var train = PlanBy(Fed(files), "PKLHE", "PKKHI", "2025-06-05", null);
        Assert.Contains(
            train.CostLines,
            l => l is { What: "rail freight, per TEU", Cents: 16 * 45_000, FigureId: "services/CT1/price_usd" });
        Assert.DoesNotContain(train.CostLines, l => l.What.StartsWith("rail freight PK", StringComparison.Ordinal));
    }

    private static CorridorNetwork Fed(Dictionary<string, string> files)
    {
        using var folder = new ScratchFolder();
        foreach (var (name, text) in files) folder.Write("feed/" + name, text);
        return With(Path.Combine(folder.Name, "feed"), []);
    }

    private static Itinerary PlanBy(CorridorNetwork network, string from, string to, string ready, string? scenario)
    {
        var faults = new FaultCollector();
        var answer = PlanVerb.Answer(
            network, new PlanRequest(from, to, ready, "16x20ft:20t")
            {
                Known = scenario is null ? "2025-06-01" : null,
                Via = ["CT1"],
                Only = ["rail"],
                Scenario = scenario,
            },
            faults);
        Assert.Empty(faults.Faults);
        return Assert.IsType<PlanOutcome.Found>(answer!.Outcome).Plans.MinBy(p => p.Arrival)!;
    }

    /// <summary>When the first train of CT1 leaves and comes, local times of its ends.</summary>
    private static string RideOf(
        CorridorNetwork network, string from, string to, string ready, string? scenario = null)
    {
        var elements = PlanBy(network, from, to, ready, scenario).Elements;
        var number = elements.First(e => e.ServiceId == "CT1").Movement;
        var ride = elements.Where(e => e.Movement == number).ToList();
        string At(Instant instant, Rahdar.Network.Places.PlaceId place) =>
            instant.InZone(network.GetPlace(place).Zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null);
        return $"{At(ride[0].Departure, ride[0].From)} {At(ride[^1].Arrival, ride[0].From)}";
    }

    private static CorridorNetwork With(string feed, IReadOnlyList<string> live)
    {
        var faults = new FaultCollector();
        var network = GtfsVerbs.With(Shipped, [feed], live, Today, faults);
        Assert.Empty(faults.Faults);
        return network!;
    }

    private static List<string> Departures(CorridorNetwork network, LocalDate known)
    {
        var service = network.Services.First(s => s.Id == "CT1");
        return
        [
            .. new Rahdar.Network.Claims.Knowledge(network, known.PlusDays(0)).OfferOf(service).Departures
                .Where(d => d.Leaves.Date >= new LocalDate(2025, 6, 5) && d.Leaves.Date < new LocalDate(2025, 6, 12))
                .Select(d => d.Leaves.ToString("uuuu-MM-dd'T'HH:mm", null)),
        ];
    }

    private static (GtfsFeed Feed, NoticeBook Notices) Exported(out List<string> leftOut)
    {
        leftOut = [];
        var files = FeedExport.Of(Shipped, Today, Today.PlusDays(365), leftOut);
        return GtfsReader.Read(GtfsFiles.InMemory("export", files));
    }

    private static string Plans(CorridorNetwork network, string from, string to)
    {
        var faults = new FaultCollector();
        var answer = PlanVerb.Answer(
            network, new PlanRequest(from, to, "2025-06-21", "16x20ft:20t") { Known = "2025-06-11" }, faults);
        Assert.Empty(faults.Faults);
        return answer!.Outcome is PlanOutcome.Found found
            ? string.Join('\n', found.Plans.Select(p =>
                $"{p.Arrival} {p.Cents} {p.Grams} {string.Join(',', p.Family)}"))
            : answer.Outcome.ToString()!;
    }
}
