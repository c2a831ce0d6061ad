using Rahdar.Indicators;
using Rahdar.Indicators.Sections;

namespace Rahdar.Tests.Indicators;

/// <summary>Goal: speeds and costs of ways are what a clerk would read off the notes. Method: written
/// movements.</summary>
public sealed class SectionIndicatorTests
{
    [Fact]
    public void Way_counts_all_its_rides_stops_and_borders()
    {
        var m = Told.Measure(Told.LahoreToKabul);
        var run = Assert.Single(m.Runs);
        Assert.Equal((781m, Told.Hours(33), Told.Hours(76)), (run.Km, run.Moving, run.Total));
        // 500 + 10 + 50 + 120 + 0 + 80 + 200 USD over 781 km, for 500 km.
        Assert.Equal((double)(960m / 781 * 500), (double)SectionCost.Of(run)!, 9);
        Assert.Equal(781 / 33m, SectionSpeed.WithoutDelay(m.Runs).Speeds.Mean);
        Assert.Equal(781 / 76m, SectionSpeed.WithDelay(m.Runs).Speeds.Mean);
    }

    [Fact]
    public void Way_in_a_country_counts_what_lies_within_it()
    {
        var m = Told.Measure(Told.LahoreToKabul);
        Assert.Equal(
            [("PK", 550m, Told.Hours(22), Told.Hours(49)), ("AF", 230m, Told.Hours(10), Told.Hours(26))],
            m.CountryRuns.Select(r => (r.Country, r.Km!.Value, r.Moving, r.Total)));
        Assert.Equal(1, m.AcrossBorders);
    }

    [Fact]
    public void Stop_on_the_way_is_delay_and_the_ride_is_as_long_as_before()
    {
        var run = Assert.Single(Told.Measure("""
            1 00:00 departed PKLHE PKPEW road -
            1 08:00 began PKPEW repair -
            1 13:00 ended PKPEW repair - 0
            1 23:00 arrived PKPEW PKLHE road - 100
            """).Runs);
        Assert.Equal((500m, Told.Hours(18), Told.Hours(23)), (run.Km, run.Moving, run.Total));
    }

    [Fact]
    public void Ride_of_which_one_end_is_not_told_counts_neither_way_nor_time()
    {
        var m = Told.Measure("""
            1 05:00 arrived PKPEW PKLHE road - 100
            1 05:00 departed PKPEW PKTOR road -
            1 07:00 arrived PKTOR PKPEW road - 100
            1 09:00 departed PKTOR AFRKH road -
            """);
        var run = Assert.Single(m.Runs);
        Assert.Equal((50m, Told.Hours(2), Told.Hours(2)), (run.Km, run.Moving, run.Total));
    }

    [Fact]
    public void Unit_that_only_crosses_a_border_is_on_no_section() => Assert.Empty(Told.Measure("""
        2 00:00 queued PKTOR border-out TORKHAM
        2 03:00 began PKTOR border-out TORKHAM
        2 05:00 ended PKTOR border-out TORKHAM
        2 05:00 departed PKTOR AFRKH road -
        2 06:00 arrived AFRKH PKTOR road -
        2 06:00 began AFRKH border-in TORKHAM
        2 07:00 ended AFRKH border-in TORKHAM
        2 07:00 delivered AFRKH
        """).Runs);

    [Fact]
    public void Way_of_unknown_length_has_no_speed_and_no_cost()
    {
        var m = Told.Measure("""
            1 00:00 departed PKLHE PKKHI road -
            1 20:00 arrived PKKHI PKLHE road - 50000
            """);
        Assert.Null(Assert.Single(m.Runs).Km);
        Assert.Equal(0, SectionSpeed.WithDelay(m.Runs).Speeds.N);
        Assert.Null(SectionSpeed.WithDelay(m.Runs).Pooled);
        Assert.Equal(0, SectionCost.Of(m.Runs).N);
    }

    [Fact]
    public void Unknown_price_of_any_part_leaves_the_cost_unknown()
    {
        var m = Told.Measure(Told.LahoreToKabul.Replace("checkpoint - 1000", "checkpoint -", StringComparison.Ordinal));
        Assert.Null(Assert.Single(m.Runs).Cents);
        Assert.Equal(1, SectionSpeed.WithDelay(m.Runs).Speeds.N);
    }

    [Fact]
    public void Sections_are_grouped_by_the_keys_they_have()
    {
        var sheet = IndicatorSheet.Of(
            Told.Measure(Told.LahoreToKabul), [IndicatorKey.Country, IndicatorKey.Direction, IndicatorKey.Mode]);
        Assert.Equal(["AF road", "PK road"], sheet.Sections.Select(g => string.Join(' ', g.Key)));
        Assert.Equal(["AF inbound road", "PK outbound road"], sheet.Borders.Select(g => string.Join(' ', g.Key)));
        Assert.Empty(IndicatorSheet.Of(Told.Measure(Told.LahoreToKabul), [IndicatorKey.Post]).Sections);
    }
}
