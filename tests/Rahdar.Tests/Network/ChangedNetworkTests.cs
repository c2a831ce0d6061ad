using Rahdar.Quantities;

namespace Rahdar.Tests.Network;

/// <summary>Goal: a changed copy of a network answers with what was changed, also when the first was asked before.
/// Method:
/// a border row and the links are looked up, replaced, and looked up again.</summary>
public sealed class ChangedNetworkTests
{
    [Fact]
    public void Changed_border_row_is_found_after_the_old_one_was_looked_up()
    {
        var network = ShippedCorridor.Network;
        var row = network.Borders.First(b => b.Id == "SARAKHS-RD");
        Assert.Same(row, network.FindBorder(row.PlaceA, row.PlaceB, Mode.Road));
        var shorter = row with { Hours = row.Hours with { ClosesMinute = 600 } };
        var changed = network with { Borders = [.. network.Borders.Select(b => b.Id == row.Id ? shorter : b)] };
        Assert.Same(shorter, changed.FindBorder(row.PlaceA, row.PlaceB, Mode.Road));
        Assert.Same(row, network.FindBorder(row.PlaceA, row.PlaceB, Mode.Road));
    }

    [Fact]
    public void Link_left_out_is_not_found_after_it_was_looked_up()
    {
        var network = ShippedCorridor.Network;
        var link = network.Links.First(l => l.Mode == Mode.Rail);
        Assert.Contains(link, network.LinksAt(link.From, Mode.Rail));
        var changed = network with { Links = [.. network.Links.Where(l => l != link)] };
        Assert.DoesNotContain(link, changed.LinksAt(link.From, Mode.Rail));
        Assert.Contains(link, network.LinksAt(link.From, Mode.Rail));
    }
}
