using NodaTime;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;
using Rahdar.Tower;

namespace Rahdar.Tests.Network;

/// <summary>Goal: the check tells what a clean load cannot: what does not join, is old or disagrees. Method: the
/// shipped
/// data, whose gaps are known.</summary>
public sealed class NetworkSurveyTests
{
    private static readonly LocalDate Day = new(2026, 11, 21);
    private static readonly NetworkSurvey Survey = NetworkSurvey.Of(ShippedCorridor.Network, Day);

    [Fact]
    public void Links_are_counted_by_mode_status_and_gauge()
    {
        Assert.Equal(435 + 496 + 92, Survey.Links.Sum(l => l.Links));
        Assert.Equal(443, Survey.Places);
        Assert.Equal(20, Survey.PlacesWithoutLinks.Count);
        var broad = Survey.Links.Single(l =>
            l is { Mode: Mode.Rail, Status: LinkStatus.Operating, Gauge.Millimetres: 1676 });
        Assert.Equal(67, broad.Links);
    }

    [Fact]
    public void Border_rows_that_join_nothing_are_told_apart_from_replaced_ones()
    {
        Assert.Contains(Survey.BordersReplaced, r =>
            r is { Id: "KHUNJERAB-RD-OUT", What: "replaced by KHUNJERAB-RD-OUT-L" });
        Assert.Contains(Survey.BordersWithoutLink, r =>
            r is { Id: "ANGOORADDA-RD", What: "no link touches AF:ANGURADA" });
        Assert.Contains(Survey.BordersWithoutLink, r => r is { Id: "TROITSK-RL", What: "no rail link RUTRK-KZTBL" });
        Assert.Equal(
            ShippedCorridor.Network.BordersWithoutLink.Count, Survey.BordersReplaced.Count
                + Survey.BordersWithoutLink.Count);
    }

    [Fact]
    public void Share_of_rail_on_default_sections_is_told()
    {
        Assert.InRange(Survey.RailKmOnDefaults, 1, Survey.RailKm - 1);
        Assert.Equal(Survey.RailKm, Survey.Links.Where(l => l is { Mode: Mode.Rail, Status: LinkStatus.Operating })
            .Sum(l => l.Km));
    }

    [Fact]
    public void Hops_that_do_not_join_are_listed_and_sea_falls_back_to_a_line()
    {
        Assert.Contains(Survey.HopsNotJoined, r => r.Id == "S-EDB-REF");
        Assert.DoesNotContain(Survey.HopsNotJoined, r => r.Id == "S-PKRU-RAIL");
        Assert.Contains(Survey.HopsStraight, r => r.Id == "S-CAS-2");
    }

    [Fact]
    public void Old_statuses_are_listed_oldest_first()
    {
        Assert.All(Survey.Stale, s => Assert.True(s.AgeDays > 180));
        Assert.Equal(
            Survey.Stale.OrderByDescending(s => s.AgeDays).Select(s => s.AgeDays), Survey.Stale.Select(s => s.AgeDays));
        Assert.Contains(Survey.Stale, s => s.Id == "TAFTAN-RD");
        Assert.DoesNotContain(NetworkSurvey.Of(ShippedCorridor.Network, new LocalDate(2026, 5, 1)).Stale, s =>
            s.Id == "TAFTAN-RD");
    }

    [Fact]
    public void Conflicts_are_told_as_of_the_day()
    {
        Assert.Contains(Survey.ServiceConflicts, r => r.Id == "S-PKRU-RAIL");
        Assert.Contains(Survey.ClosureConflicts, r =>
            r.Id == "TAFTAN-RD" && r.What.Contains("CL-21", StringComparison.Ordinal));
        Assert.Contains(Survey.Sections, r => r.Id == "PK-09");
        var early = NetworkSurvey.Of(ShippedCorridor.Network, new LocalDate(2025, 6, 17));
        Assert.DoesNotContain(early.ClosureConflicts, r => r.Id == "TAFTAN-RD");
    }

    [Fact]
    public void Check_fits_80_columns_and_ends_with_0_or_with_2_and_every_fault()
    {
        var (text, code) = NetworkVerbs.Check(ShippedCorridor.Outcome, Day);
        Assert.Equal(0, code);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        var faults = new[] { new InputFault(
            "facts/borders.csv", 12, "open_days", "hours:unreadable", "`[x]` is no range of days") };
        var (told, refused) = NetworkVerbs.Check(new ReadOutcome(null, faults), Day);
        Assert.Equal(2, refused);
        Assert.Contains("row 12", told, StringComparison.Ordinal);
        Assert.Contains("`[x]` is no range of days [hours:unreadable]", told, StringComparison.Ordinal);
    }
}
