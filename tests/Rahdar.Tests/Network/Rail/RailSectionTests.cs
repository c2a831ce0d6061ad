using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;
using Rahdar.Tests.Planning;

namespace Rahdar.Tests.Network.Rail;

/// <summary>Goal: how many tracks and train paths a section has, and what an upgrade changes from its day on. Method:
/// rows of the shipped corridor that are worded differently, and the shipped scenarios.</summary>
public sealed class RailSectionTests
{
    private static readonly CorridorNetwork Network = ShippedCorridor.Network;

    [Theory]
    [InlineData("PK-05", "double", 2)]
    [InlineData("IR-05", "mostly double", 2)]
    [InlineData("PK-01", "single", 1)]
    [InlineData("RU-02", "mostly single", 1)]
    [InlineData("RU-06", "mixed", 1)]
    [InlineData("PK-02", "part double", 1)]
    [InlineData("AZ-02", "double to Alat/Osmanli then single", 1)]
    public void Weaker_part_of_a_section_rules_its_tracks(string id, string tracks, int count)
    {
        var row = Network.Tables.Single(t => t.File == "facts/rail_sections.csv").Rows
            .Single(r => r.Text("section_id") == id);
        Assert.Equal(tracks, row.Text("tracks"));
        Assert.Equal(count, Network.Sections.Single(s => s.Id == id).TrackCount);
    }

    [Fact]
    public void Paths_and_line_speed_are_read_and_unknown_is_not_zero()
    {
        var main = Network.Sections.Single(s => s.Id == "PK-05");
        Assert.Equal((34, 28, 105),
            (main.PathsPerDay!.Value.Mode, main.UsedPaths!.Value.Mode, main.MaxSpeed!.Value.Mode));
        Assert.Equal(("paths/d", "km/h"), (main.UsedPaths.Unit, main.MaxSpeed.Unit));
        Assert.Equal(0.4m, Network.Sections.Single(s => s.Id == "PK-01").UsedPaths!.Value.Mode);
        var silent = Network.Sections.Single(s => s.Id == "RU-01");
        Assert.Null(silent.PathsPerDay);
        Assert.Null(silent.UsedPaths);
        Assert.Contains("rail_sections/PK-05/used_paths_per_day_each_way", Network.AllFigures.Keys);
    }

    [Fact]
    public void Default_section_has_the_tracks_of_its_link_and_the_paths_of_the_default()
    {
        var link = Network.Links.First(l =>
            l is { Mode: Mode.Rail, Status: LinkStatus.Operating, Tracks: 1 } && Network.SectionOfLink[l.Id].IsDefault);
        var section = Network.SectionOfLink[link.Id];
        Assert.Equal(1, section.TrackCount);
        Assert.Equal(Network.Figures.GetDefault("paths:1"), section.PathsPerDay);
        Assert.Null(section.UsedPaths);
        Assert.Equal(1, CorridorReader.Read(TinyCorridor.With()).Network!.Sections[0].TrackCount);
    }

    [Theory]
    [InlineData("ml1-upgrade", "R-PKWNS-PKROH-1676", "PK-05", "2031-01-01", "PK-05U")]
    [InlineData("ml1-upgrade", "R-PKKWL-PKSWN-1676", "PK-06", "2035-01-01", "PK-06U")]
    [InlineData("quetta-taftan-upgrade", "R-PKNDD-PKDBA-1676", "PK-01", "2029-01-01", "PK-01U")]
    [InlineData("quetta-taftan-upgrade", "R-PKTFT-PKNDD-1676", "PK-01", "2029-01-01", "PK-01")]
    public void Upgraded_row_holds_from_its_day_and_not_before(
        string scenario, string link, string before, string from, string after)
    {
        var changed = ShippedQuestion.Under(scenario);
        var day = ShippedQuestion.Day(from);
        Assert.Equal(before, changed.GetSection(link, day.PlusDays(-1)).Id);
        Assert.Equal(after, changed.GetSection(link, day).Id);
        Assert.Equal(after, changed.GetSection(link, day.PlusYears(10)).Id);
        Assert.Equal(before, Network.GetSection(link, day).Id);
        Assert.Equal(before, changed.WithUpgradesOn(day.PlusDays(-1)).SectionOfLink[link].Id);
        Assert.Equal(after, changed.WithUpgradesOn(day).SectionOfLink[link].Id);
        Assert.Same(Network, Network.WithUpgradesOn(day));
        Assert.Contains(changed.Assumptions, a => a.Contains(from, StringComparison.Ordinal));
    }

    [Fact]
    public void Trains_of_others_go_on_running_over_an_upgraded_line()
    {
        var changed = ShippedQuestion.Under("ml1-upgrade");
        var section = changed.GetSection("R-PKWNS-PKROH-1676", new LocalDate(2031, 1, 1));
        Assert.Equal((137, 28), (section.PathsPerDay!.Value.Mode, section.UsedPaths!.Value.Mode));
        Assert.Null(Network.Sections.Single(s => s.Id == "PK-05U").UsedPaths);
    }

    [Fact]
    public void Every_berth_of_a_port_row_is_a_figure()
    {
        Assert.Equal(33, Network.FindPort(new PlaceId("PKKHI"))!.Berths!.Value.Mode);
        Assert.Null(Network.FindPort(new PlaceId("EGPSD"))!.Berths);
    }
}
