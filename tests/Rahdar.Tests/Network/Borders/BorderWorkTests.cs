using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Tests.Network.Borders;

/// <summary>Goal: what the posts do to a truck or a train without queue, and how many they take a day. Method: border
/// rows of the shipped corridor, whose capacities are published in several units.</summary>
public sealed class BorderWorkTests
{
    private static readonly CorridorNetwork Network = ShippedCorridor.Network;

    [Fact]
    public void Every_crossing_has_work_at_the_post_left_and_then_at_the_post_entered()
    {
        foreach (var row in Network.Borders)
            foreach (var (from, to) in new[] { (row.PlaceA, row.PlaceB), (row.PlaceB, row.PlaceA) })
            {
                var work = Network.ListActivities(row, Network.GetPlace(from).Country, Network.GetPlace(to).Country);
                Assert.Equal(["out", "in"], work.Select(a => a.Direction).Distinct());
                Assert.All(work, a => Assert.Equal(row.Mode, a.Mode));
            }
    }

    [Theory]
    [InlineData("ILETSK-RD", "RU", "KZ", "papers papers weighing sanitary")]
    [InlineData("KORDAI-RD", "KG", "KZ", "papers papers weighing sanitary")]
    [InlineData("TAFTAN-RD", "PK", "IR",
        "papers customs weighing inspection papers customs weighing sanitary inspection")]
    [InlineData("YARAG-RD-L", "RU", "AZ",
        "papers customs weighing inspection papers customs weighing sanitary inspection")]
    [InlineData("AKSARAY-RL", "RU", "KZ", "papers inspection papers inspection")]
    [InlineData("TAFTAN-RL", "PK", "IR", "papers customs inspection papers customs sanitary inspection")]
    public void Work_is_customs_or_control_inside_the_union(string border, string from, string to, string expected)
    {
        var row = Network.Borders.Single(b => b.Id == border);
        Assert.Equal(expected, string.Join(' ', Network.ListActivities(row, from, to).Select(a => a.What)));
    }

    [Theory]
    [InlineData("TAFTAN-RD", 0.33, 5)]
    [InlineData("KORDAI-RD", 0.2, 1.5)]
    [InlineData("TAFTAN-RL", 2, 12)]
    [InlineData("AKSARAY-RL", 1, 6)]
    public void Work_of_both_posts_is_far_less_than_a_crossing_with_its_queue(string border, double least, double most)
    {
        var row = Network.Borders.Single(b => b.Id == border);
        var hours = Network.ListActivities(row, Country(row.PlaceA), Country(row.PlaceB)).Sum(a => a.Hours.Value.Mean);
        Assert.InRange((double)hours, least, most);
        Assert.True(hours < row.Clearance!.Value.Mean, $"{hours} h of {row.Clearance.Value}");
    }

    [Fact]
    public void A_union_that_no_law_names_is_none()
    {
        var outside = Network with { Laws = [] };
        var row = Network.Borders.Single(b => b.Id == "ILETSK-RD");
        Assert.Contains(outside.ListActivities(row, "RU", "KZ"), a => a.Regime == "customs");
        Assert.DoesNotContain(Network.ListActivities(row, "RU", "KZ"), a => a.Regime == "customs");
        Assert.Empty((Network with { Activities = [] }).ListActivities(row, "RU", "KZ"));
    }

    [Theory]
    [InlineData("TORKHAM-RD-OUT", 1200, "trucks both ways", true)]
    [InlineData("TORKHAM-RD-IN", 600, "trucks", false)]
    [InlineData("YALAMA-RL", 10, "train pairs", true)]
    [InlineData("SARAKHS-RD", 300, "trucks", false)]
    [InlineData("KHORGOS-RD-OUT", 300, "trucks", false)]
    [InlineData("TAFTAN-RD", 150, "trucks IR to PK", false)]
    public void Capacity_is_of_both_ways_where_its_unit_says_so(
        string border, int perDay, string unit, bool isBothWays)
    {
        var row = Network.Borders.Single(b => b.Id == border);
        Assert.Equal(perDay, row.CapacityPerDay!.Value.Mode);
        Assert.Equal(unit, row.CapacityUnit);
        Assert.Equal(isBothWays, row.IsCapacityBothWays);
    }

    [Fact]
    public void Default_row_knows_no_capacity()
    {
        var defaults = Network.Borders.Where(b => b.IsDefault).ToList();
        Assert.NotEmpty(defaults);
        Assert.All(defaults, b => Assert.Null(b.CapacityPerDay));
    }

    [Fact]
    public void Same_work_twice_at_one_post_is_a_fault()
    {
        const string header = "activity_id,mode,regime,direction,what,min_h,mode_h,max_h,source,confidence,note\n";
        var outcome = CorridorReader.Read(TinyCorridor.With(("ours/activities.csv",
            header + "A-1,rail,customs,out,papers,1,2,3,EST,low,\nA-2,rail,customs,out,papers,1,2,3,EST,low,\n"
            + "A-3,rail,customs,in,papers,,2,,EST,low,\n")));
        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("csv:duplicate-id", 3), (fault.Code, fault.Row));
    }

    private static string Country(PlaceId place) => Network.GetPlace(place).Country;
}
