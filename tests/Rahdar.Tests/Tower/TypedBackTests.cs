using Rahdar.Network.Claims;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: what the program prints can be typed back. Method: every place and every border of the shipped
/// corridor by the names that lists print; where a name may be several, the fault lists each with its id.</summary>
public sealed class TypedBackTests
{
    private static readonly PlaceFinder Finder = new(ShippedCorridor.Network);

    [Fact]
    public void Every_place_is_found_by_its_name_and_by_its_name_with_id()
    {
        var network = ShippedCorridor.Network;
        foreach (var place in network.Places.Values.Concat(network.PlacesWithoutLinks))
            foreach (var typed in new[] { place.ToString(), place.Name, place.Name.ToUpperInvariant(), place.Id.Value })
            {
                var one = Assert.IsType<PlaceResolution.One>(Finder.Resolve(typed));
                Assert.True(one.Place.Id == place.Id && one.Match.Grade <= MatchGrade.Name,
                    $"`{typed}` is {one.Place}, {one.Match.Grade}");
            }
    }

    [Fact]
    public void Every_name_in_another_script_is_found_or_asked_back_with_ids()
    {
        var network = ShippedCorridor.Network;
        foreach (var place in network.Places.Values)
            foreach (var typed in place.Names.Values)
            {
                var faults = new FaultCollector();
                var found = PlanVerb.Place(Finder, "--from", typed, [], faults);
                if (found == place.Id) continue;
                Assert.Null(found);
                Assert.Contains($"({place.Id})", Assert.Single(faults.Faults).Message, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Every_border_of_a_way_is_a_way_to_ask_about_or_asked_back_with_its_id()
    {
        var network = ShippedCorridor.Network;
        foreach (var border in network.Borders.Where(b => !ExpectedWay.IsUnbuilt(network, b)))
        {
            var faults = new FaultCollector();
            var way = WhyNotVerb.Read(network, border.ShortName, faults);
            Assert.True(
                way is not null || faults.Faults[0].Message.Contains($"({border.Id})", StringComparison.Ordinal),
                $"{border.ShortName} ({border.Id}): {faults.Faults.FirstOrDefault()?.Message}");
            Assert.Contains(border, ShutCrossing.ListRows(network, border.ShortName));
            Assert.Contains(border, ShutCrossing.ListRows(network, border.Id.ToLowerInvariant()));
        }
    }

    [Fact]
    public void Railway_nobody_works_is_not_offered()
    {
        var faults = new FaultCollector();
        Assert.Null(WhyNotVerb.Read(ShippedCorridor.Network, "torkham-jal", faults));
        Assert.DoesNotContain("DEFAULT-", faults.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("TORKHAM-RD-OUT", faults.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Guessed_way_is_noted()
    {
        var notes = new List<string>();
        Assert.Equal("PKTOR", WhyNotVerb.Read(ShippedCorridor.Network, "torkam", new FaultCollector(), notes)!.Id);
        Assert.True(PlaceGuess.IsGuess(Assert.Single(notes)));
    }

    [Fact]
    public void Place_that_no_link_touches_is_a_fault_and_not_a_crash()
    {
        var faults = new FaultCollector();
        Assert.Null(PlanVerb.Ask(ShippedCorridor.Network, Request with { From = "Besham" }, faults));
        var fault = Assert.Single(faults.Faults);
        Assert.Equal("query:unknown-place", fault.Code);
        Assert.Contains("Besham (PK:BESHAM) is known by name only", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_avoid_is_typed_in_any_case_and_places_by_name()
    {
        var asked = PlanVerb.Ask(
            ShippedCorridor.Network, Request with { Avoid = ["af,Torkham", "taftan-rd", "SEA"] }, new FaultCollector());
        Assert.Equal(["AF", "PKTOR", "TAFTAN-RD", "sea"], asked!.Value.Query.Avoid.Order(StringComparer.Ordinal));
        var faults = new FaultCollector();
        Assert.Null(PlanVerb.Ask(ShippedCorridor.Network, Request with { Avoid = ["torkam"] }, faults));
        Assert.Equal("query:unknown-limit", Assert.Single(faults.Faults).Code);
    }

    private static PlanRequest Request => new("PKLHE", "RUASF", "2025-06-21", "16x20ft:20t") { Known = "2025-06-21" };
}
