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
            feed, Shipped, s => new Rahdar.Network.Places.PlaceId(s.Id), Today, faults).Read();
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
