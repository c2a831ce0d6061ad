using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Tests.Expected;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: what docs/simulation.md says of reported backlogs is what the command finds. Method: the command is
/// run and its section looked for in the page.</summary>
[Trait("Category", "Slow")]
public sealed class ReplayVerbTests
{
    [Fact]
    public void Page_holds_what_the_command_finds()
    {
        var faults = new FaultCollector();
        var replays = ReplayVerb.Answer(ShippedCorridor.Network, ReplayVerb.Replications, 1, faults);
        Assert.Empty(faults.Faults);
        var section = ReplayText.Of(ShippedCorridor.Network, replays!);
        JsonPage.Check("findings-json.md", "paths-replay", "replay", ReplayJson.Answer(replays!));
        Assert.Contains(section.Trim('\n'), Checkout.ReadText("docs/simulation.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_of_runs_has_limits()
    {
        var faults = new FaultCollector();
        Assert.Null(ReplayVerb.Answer(ShippedCorridor.Network, 0, 1, faults));
        Assert.Equal("query:replications", Assert.Single(faults.Faults).Code);
    }
}
