using Rahdar.Planning.Plain;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: the comparison with brute force would see a wrong dominance rule. Method: errors are planted in the
/// search; on random tiny corridors they must give a wrong front somewhere, the rule as written nowhere.
/// </summary>
public sealed class PlantedErrorTests(ITestOutputHelper output)
{
    private const int Seeds = 600;
    private const int MeetingSeeds = 1_200;

    [Fact, Trait("Category", "Slow")]
    public void Wrong_dominance_rules_are_caught_by_brute_force_and_the_right_one_is_not()
    {
        var wrong = Enum.GetValues<DominanceKind>().ToDictionary(kind => kind, _ => new List<int>());
        var apart = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var drawing = DrawingParser.Parse(RandomDrawings.Draw(seed));
            var expected = BruteForce.Solve(drawing).Plans.Select(p => p.Criteria).ToList();
            var fronts = wrong.Keys.ToDictionary(kind => kind, kind => PlainFront.Of(drawing, kind));
            foreach (var (kind, seeds) in wrong)
                if (!expected.SequenceEqual(fronts[kind])) seeds.Add(seed);
            var (first, second) = (DominanceKind.WithoutStorage, DominanceKind.CostPlusRateTimesTime);
            if (!fronts[first].SequenceEqual(fronts[second])) apart++;
        }
        foreach (var (kind, seeds) in wrong)
            output.WriteLine($"{kind}: {seeds.Count} of {Seeds} wrong: {string.Join(" ", seeds.Take(8))} ...");
        output.WriteLine($"the two errors give different fronts in {apart}");
        Assert.Empty(wrong[DominanceKind.Exact]);
        Assert.NotEmpty(wrong[DominanceKind.WithoutStorage]);
        Assert.NotEmpty(wrong[DominanceKind.CostPlusRateTimesTime]);
    }

    /// <remarks>Storage forgotten in hand loses a plan so rarely that only its own drawing shows it
    /// (<see cref="MeetingSpecTests"/>).</remarks>
    [Fact, Trait("Category", "Slow")]
    public void Rule_without_growing_gaps_is_caught_where_boxes_meet_again()
    {
        var wrong = new List<int>();
        for (var seed = 0; seed < MeetingSeeds; seed++)
        {
            var drawing = DrawingParser.Parse(RandomDrawings.DrawMeeting(seed));
            var expected = BruteForce.Solve(drawing).Plans.Select(p => p.Criteria);
            if (!expected.SequenceEqual(PlainFront.Of(drawing, DominanceKind.WithoutGapGrowth))) wrong.Add(seed);
        }
        output.WriteLine($"{wrong.Count} of {MeetingSeeds} wrong: {string.Join(" ", wrong)}");
        Assert.NotEmpty(wrong);
    }
}
