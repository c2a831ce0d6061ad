using Rahdar.Planning;
using Rahdar.Tests.Expected;
using Rahdar.Tests.Network;
using Rahdar.Tower.Demo;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: the demo tells the story of June 2025 as the data hold it. Method: its whole text is kept in
/// Expected/demo.txt, and the facts it must tell are also looked for one by one.</summary>
[Trait("Category", "Slow")]
public sealed class DemoTests
{
    private static readonly Lazy<IReadOnlyList<string>> Told = new(Tell);

    private static string Text => string.Concat(Told.Value);

    [Fact]
    public void Demo_reads_as_expected() => ApprovedFile.Check("demo.txt", Text);

    [Fact]
    public void Demo_fits_80_columns_and_is_plain()
    {
        Assert.DoesNotContain(Text.Split('\n'), l => l.Length > 80 || l.EndsWith(' '));
        Assert.DoesNotContain('\e', Text);
    }

    [Theory]
    [InlineData("2025-06-11", "announced for 2025-06-22 (SE-04)")]
    [InlineData("2025-06-17", "(SE-05,", "The announced train is gone from the plans.", "not offered")]
    [InlineData("2025-06-18", "denied; evidence against a closure (CL-20,")]
    [InlineData("2025-06-21", "DISPUTED (CL-21)")]
    public void Chapter_tells(string known, params string[] facts)
    {
        var chapter = Flat(Told.Value.First(c => c.Contains($"known {known}", StringComparison.Ordinal)));
        foreach (var fact in facts) Assert.Contains(fact, chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void Chapter_of_the_closure_names_the_assumed_reopening_and_weighs_waiting()
    {
        var chapter = Flat(Told.Value[^4]);
        Assert.Contains("assumed reopening 2025-07-20", chapter, StringComparison.Ordinal);
        Assert.Contains("ASSUMED, not news", chapter, StringComparison.Ordinal);
        Assert.Contains("Waiting for Taftan against going another way", chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_forward_tells_backlog_recovery_and_the_boxes()
    {
        var chapter = Flat(Told.Value[^3]);
        foreach (var fact in new[]
        {
            "Step 4.", "This is a model, not a measurement", "ASSUMED, not news", "trucks waiting at midnight UTC",
            "Backlog: most on 2025-07-", "Recovery: back to that in every run by 2025-", "simulated, open:",
            "simulated, shut:",
        })
            Assert.Contains(fact, chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void Measured_story_has_border_times_speeds_and_the_way_of_the_boxes()
    {
        var chapter = Flat(Told.Value[^2]);
        foreach (var fact in new[]
        {
            "Step 5.", "Simulated, not measured in the world", "(TFI1)", "Mirjaveh outbound", "(TFI3): 382.5 USD",
            "with delay", "Time and cost over distance", "planned h",
        })
            Assert.Contains(fact, chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_gives_the_same_bytes_twice_and_its_page_needs_no_network()
    {
        using var folder = new Conformance.ScratchFolder();
        var file = Path.Combine(folder.Name, "story.html");
        var again = DemoVerb.Run(ShippedCorridor.Network, 80, isPlain: true, file).ToList();
        Assert.Contains(file, again[^1], StringComparison.Ordinal);
        Assert.Equal(Text, string.Concat(again[..^1]));
        var page = File.ReadAllText(file);
        foreach (var fact in new[]
        {
            "The train that never left", "<svg", "ASSUMED, not news", "(TFI1)", "OpenStreetMap",
        })
            Assert.Contains(fact, page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_plan_leaves_before_its_knowledge_date_or_rides_a_cancelled_train()
    {
        foreach (var (step, answer) in DemoVerb.Answers(ShippedCorridor.Network))
        {
            var found = Assert.IsType<PlanOutcome.Found>(answer.Outcome);
            Assert.False(found.IsTruncated);
            var rides = found.Plans.Count(p => p.Elements.Any(e => e.ServiceId == "S-PKRU-RAIL"));
            Assert.Equal(step.Known == DemoVerb.Steps[0].Known, rides > 0);
            var first = step.Known.AtStartOfDayInZone(answer.Network.GetPlace(answer.Query.From).Zone).ToInstant();
            Assert.All(found.Plans, p => Assert.True(p.Elements[0].Departure >= first));
        }
    }

    private static List<string> Tell() => [.. DemoVerb.Run(ShippedCorridor.Network, 80, isPlain: true)];

    /// <summary>The text without line breaks, so that a fact is found however it is wrapped.</summary>
    private static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
