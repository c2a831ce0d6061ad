using Rahdar.Network.Calendars;
using Rahdar.Planning;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: the plain search gives the exact front. Method: equal to an independent brute force on random tiny
/// corridors.</summary>
public sealed class SearchAgainstBruteForceTests(ITestOutputHelper output)
{
    private const int Corridors = 2_400;
    private const int Meetings = 1_200;

    [Fact]
    public void Search_equals_brute_force_on_random_corridors()
    {
        var counts = new Dictionary<string, int>();
        var differences = new List<string>();
        for (var seed = 0; seed < Corridors; seed++)
        {
            var text = RandomDrawings.Draw(seed);
            var drawing = DrawingParser.Parse(text);
            foreach (var (name, has) in FlagsOf(RandomDrawings.Of(drawing)))
                if (has) counts[name] = counts.GetValueOrDefault(name) + 1;
            var plans = BruteForce.Solve(drawing).Plans;
            if (plans.Any(p => p.Description.Contains("portions", StringComparison.Ordinal)))
                counts["FrontWithSplitTrain"] = counts.GetValueOrDefault("FrontWithSplitTrain") + 1;
            var expected = plans.Select(p => p.Criteria).ToList();
            var found = FrontOf(drawing);
            if (!expected.SequenceEqual(found))
                differences.Add(
                    $"seed {seed}\nexpected {string.Join(" ", expected)}\nfound    {string.Join(" ", found)}");
        }
        foreach (var (name, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            output.WriteLine($"{name} {count}");
        output.WriteLine($"{Corridors} corridors, {differences.Count} differences");
        Assert.Equal("", string.Join("\n", differences.Take(5)));
    }

    [Fact]
    public void Both_searches_equal_brute_force_where_boxes_meet_again()
    {
        var differences = new List<int>();
        for (var seed = 0; seed < Meetings; seed++)
        {
            var drawing = DrawingParser.Parse(RandomDrawings.DrawMeeting(seed));
            var expected = BruteForce.Solve(drawing).Plans.Select(p => p.Criteria).ToList();
            if (!expected.SequenceEqual(FrontOf(drawing)) || !expected.SequenceEqual(PlainFront.Of(drawing)))
                differences.Add(seed);
        }
        output.WriteLine($"{Meetings} corridors, {differences.Count} differences");
        Assert.Empty(differences);
    }

    internal static List<(int, long, long, long)> FrontOf(CorridorDrawing drawing) =>
        Planner.Plan(DrawnCorridor.NetworkOf(drawing), DrawnCorridor.QueryOf(drawing)) switch
        {
            PlanOutcome.Found found =>
                [.. found.Plans.Select(p => (CorridorClock.MinuteOf(p.Arrival), p.Cents, p.Risk.Nanonepers, p.Grams))
                    .Order()],
            _ => [],
        };

    private static IEnumerable<(string, bool)> FlagsOf(DrawingFeatures features) =>
        typeof(DrawingFeatures).GetProperties().Where(p => p.PropertyType == typeof(bool))
            .Select(p => (p.Name, (bool)p.GetValue(features)!));
}
