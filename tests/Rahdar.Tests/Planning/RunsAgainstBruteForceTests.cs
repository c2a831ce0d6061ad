using Rahdar.Tests.Drawing;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: a run stands for the exact set of its paths, also where trains are split. Method: equal to an
/// independent brute force over all paths of random railways of one country.</summary>
public sealed class RunsAgainstBruteForceTests(ITestOutputHelper output)
{
    private const int Railways = 1_200;

    [Fact]
    public void Runs_of_block_trains_equal_brute_force_on_random_railways()
    {
        var (split, several) = (0, 0);
        var differences = new List<string>();
        for (var seed = 0; seed < Railways; seed++)
        {
            var drawing = DrawingParser.Parse(new RandomTrack(seed).Draw());
            var plans = BruteForce.Solve(drawing).Plans;
            split += plans.Any(p => p.Description.Contains("portions", StringComparison.Ordinal)) ? 1 : 0;
            several += plans.Count > 1 ? 1 : 0;
            var found = SearchAgainstBruteForceTests.FrontOf(drawing);
            if (!plans.Select(p => p.Criteria).SequenceEqual(found))
                differences.Add($"seed {seed}: {plans.Count} expected, {found.Count} found");
        }
        output.WriteLine($"{Railways} railways, {split} with a split train on the front, {several} with several plans");
        Assert.Equal("", string.Join("\n", differences));
    }
}
