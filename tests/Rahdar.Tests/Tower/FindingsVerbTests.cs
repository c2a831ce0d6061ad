using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Tests.Expected;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: docs/findings.md is what the command finds today, and each claim gets a verdict. Method: the page
/// is made again and compared.</summary>
[Trait("Category", "Slow")]
public sealed class FindingsVerbTests
{
    [Fact]
    public void Page_is_what_the_command_makes()
    {
        var faults = new FaultCollector();
        var answer = FindingsVerb.Answer(ShippedCorridor.Network, faults);
        Assert.Empty(faults.Faults);
        var page = FindingsText.Of(answer!);
        Assert.Equal(Checkout.ReadText("docs/findings.md"), page);
        JsonPage.Check("findings-json.md", "paths-findings", "findings", FindingsJson.Answer(answer!));
        Assert.All(
            ShippedCorridor.Network.ProjectClaims,
            c => Assert.Contains($"\n- {c.Id}: ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_corridor_without_the_relations_is_told_so()
    {
        var faults = new FaultCollector();
        Assert.Null(FindingsVerb.Answer(ShippedCorridor.Network with { Demands = [] }, faults));
        Assert.Equal(FindingsVerb.Relations.Count, faults.Faults.Count(f => f.Code == "ref:unknown-id"));
    }
}
