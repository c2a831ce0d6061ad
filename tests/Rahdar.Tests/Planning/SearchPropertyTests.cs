using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: answers keep what must always hold. Method: random tiny corridors by seed; the seeds are drawn by FsCheck from
/// a fixed start, so that a run is replayed; a failure names the seed of its corridor.
/// </summary>
public sealed class SearchPropertyTests(ITestOutputHelper output)
{
    private const int Corridors = 250;

    private int _plans;

    [Fact]
    public void Closing_a_link_never_improves_a_plan() => ForAll(seed =>
    {
        var (drawing, network) = Draw(seed);
        var link = network.Links[seed % network.Links.Count];
        var from = drawing.Query.Ready.InUtc().Date.PlusDays(-2);
        var faults = new FaultCollector();
        var text = $"scenario shut\nclose-link {link.Id} from={from:uuuu-MM-dd} days=900/900/900\n";
        var scenario = ScenarioReader.Read("shut", text, network, faults);
        Assert.Empty(faults.Faults);
        var full = PlansOf(network, drawing);
        var reduced = PlansOf(ScenarioApply.Apply(network, scenario!), drawing);
        Assert.All(reduced, plan => Assert.Contains(full, other => IsAsGood(other, plan)));
    });

    /// <remarks>Not where a stay is limited: a box that comes early may have to leave before the train does.</remarks>
    [Fact]
    public void Boxes_ready_later_never_arrive_earlier() => ForAll(seed =>
    {
        var drawing = DrawingParser.Parse(RandomDrawings.Draw(seed));
        if (RandomDrawings.Of(drawing).HasLongestStay) return;
        var network = DrawnCorridor.NetworkOf(drawing);
        var query = DrawnCorridor.QueryOf(drawing);
        // What is known stays the same: only the boxes are late.
        var late = query with { Ready = query.Ready + Duration.FromHours(1 + seed % 72) };
        Assert.True(Best(PlansOf(network, query)) <= Best(PlansOf(network, late)));
    });

    [Fact]
    public void Totals_are_the_sums_of_their_lines_and_elements_follow_one_another() => ForAll(seed =>
    {
        var (drawing, network) = Draw(seed);
        foreach (var plan in PlansOf(network, drawing))
        {
            Assert.Equal(plan.CostLines.Sum(l => l.Cents), plan.Cents);
            Assert.Equal(plan.Elements.Sum(e => e.Risk.Nanonepers), plan.Risk.Nanonepers);
            Assert.Equal(plan.Elements.Sum(e => e.Grams), plan.Grams);
            var (at, time) = (drawing.Query.From, plan.Ready);
            foreach (var e in plan.Elements)
            {
                Assert.Equal(at, e.From.Value);
                Assert.Equal(time, e.Departure - Duration.FromMinutes(e.WaitMinutes));
                Assert.True(e.Departure <= e.Arrival);
                Assert.Equal(e.WaitMinutes > 0, e.WaitReason.Length > 0);
                // A clearance is done before the link over the border is run: the boxes are still on its near side.
                (at, time) = (e.Kind == ElementKind.Border ? e.From.Value : e.To.Value, e.Arrival);
            }
            Assert.Equal((drawing.Query.To, plan.Arrival), (at, time));
        }
    });

    [Fact]
    public void Order_of_rows_and_features_changes_nothing() => ForAll(seed =>
    {
        var (drawing, network) = Draw(seed);
        var mixed = DrawnCorridor.NetworkOf(
            drawing, files => files.ToDictionary(f => f.Key, f => Mix(f.Key, f.Value, seed)));
        Assert.Equal(ItineraryText.Of(PlansOf(network, drawing)), ItineraryText.Of(PlansOf(mixed, drawing)));
    });

    [Fact]
    public void Same_question_gives_the_same_answer_again() => ForAll(seed =>
    {
        var (drawing, network) = Draw(seed);
        var first = ItineraryText.Of(PlansOf(network, drawing));
        Assert.Equal(first, ItineraryText.Of(PlansOf(network, drawing)));
        Assert.Equal(first, ItineraryText.Of(PlansOf(DrawnCorridor.NetworkOf(drawing), drawing)));
    });

    private void ForAll(Action<int> property)
    {
        var seeds = Gen.Choose(100_000, 999_999).ToArbitrary();
        Prop.ForAll(seeds, property).Check(Config.QuickThrowOnFailure.WithMaxTest(Corridors).WithReplay(20250622, 11));
        output.WriteLine($"{Corridors} corridors drawn from 20250622,11; {_plans} plans");
        Assert.True(_plans > Corridors / 4, "the corridors hardly have plans");
    }

    private static (CorridorDrawing Drawing, CorridorNetwork Network) Draw(int seed)
    {
        var drawing = DrawingParser.Parse(RandomDrawings.Draw(seed));
        return (drawing, DrawnCorridor.NetworkOf(drawing));
    }

    private IReadOnlyList<Itinerary> PlansOf(CorridorNetwork network, CorridorDrawing drawing) =>
        PlansOf(network, DrawnCorridor.QueryOf(drawing));

    private IReadOnlyList<Itinerary> PlansOf(CorridorNetwork network, PlanQuery query)
    {
        var plans = Planner.Plan(network, query) is PlanOutcome.Found found ? found.Plans : [];
        _plans += plans.Count;
        return plans;
    }

    private static Instant Best(IReadOnlyList<Itinerary> plans) =>
        plans.Count == 0 ? Instant.MaxValue : plans.Min(p => p.Arrival);

    private static bool IsAsGood(Itinerary one, Itinerary two) =>
        one.Arrival <= two.Arrival && one.Cents <= two.Cents && one.Risk.Nanonepers <= two.Risk.Nanonepers
        && one.Grams <= two.Grams;

    private static string Mix(string file, string text, int seed)
    {
        var random = new Random(seed);
        if (file.EndsWith(".csv", StringComparison.Ordinal))
        {
            var lines = text.TrimEnd('\n').Split('\n');
            random.Shuffle(lines.AsSpan(1));
            return string.Join('\n', lines) + "\n";
        }
        const string start = "\"features\":[";
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var features = text[from..^2].Split(",\n");
        random.Shuffle(features);
        return text[..from] + string.Join(",\n", features) + text[^2..];
    }
}
