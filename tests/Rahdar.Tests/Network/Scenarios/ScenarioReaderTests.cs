using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Quantities;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Network.Scenarios;

/// <summary>Goal: a scenario says what its author meant, or every line that is wrong is named. Method: the shipped
/// scenarios over the shipped corridor; broken texts over the tiny corridor with the exact list of faults.</summary>
public sealed class ScenarioReaderTests
{
    private const string Folder = "src/Rahdar.Tower/Scenarios";

    private static readonly CorridorNetwork Tiny = CorridorReader.Read(TinyCorridor.With()).Network!;

    public static TheoryData<string> Shipped => [.. Checkout.ListFiles(Folder, ".scenario")];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_scenario_is_read_and_applied(string file)
    {
        var network = CorridorReader.Read(BrokenSamples.ShippedFiles).Network!;
        var faults = new FaultCollector();
        var scenario = ScenarioReader.Read(file, Checkout.ReadText(file), network, faults);

        Assert.Empty(faults.Faults);
        Assert.NotEmpty(scenario!.Modifications);
        var changed = ScenarioApply.Apply(network, scenario);
        Assert.NotEmpty(changed.Assumptions);
        Assert.Empty(network.Assumptions);
    }

    [Fact]
    public void Every_verb_is_read()
    {
        var scenario = ReadGood(
            """
            # a remark, and a blank line

            scenario all-verbs  as-of 2025-06-21
            close-border BC-RL from=2025-06-20 days=10/25/55 source=EST confidence=medium   # the rest is a remark
            close-border IRCCC-PKBBB modes=road scope=trade from=2025-06-20 days=3
            close-link H-AB from=2025-06-20 days=0.5
            close-port IRDDD from=2025-06-20 days=1/2/3
            set-dwell GC-C hours=4/8/12
            open-link PJ-1 from=2028-01-01
            stop-service S-SHIP
            set-capacity GC-C per-day=16/40/80
            set-capacity BC-RL per-day=5 source=EST
            set-hours BC-RL hours=00:00-24:00 days=mon-sun confidence=medium
            upgrade-line PJ-1 from=2030-01-01
            """);

        Assert.Equal("all-verbs", scenario.Name);
        Assert.Equal(new NodaTime.LocalDate(2025, 6, 21), scenario.AsOf);
        Assert.Equal(
            [
                "Close", "Close", "Close", "Close", "SetDwell", "OpenLink", "StopService", "SetCapacity", "SetCapacity",
                "SetHours", "UpgradeLine",
            ],
            scenario.Modifications.Select(m => m.GetType().Name));
        var pair = Assert.IsType<Close>(scenario.Modifications[1]);
        Assert.Equal([Mode.Road], pair.Modes);
        Assert.Equal("IRCCC-PKBBB", pair.TargetId);
        Assert.Equal(11, ScenarioApply.Apply(Tiny, scenario).Assumptions.Count);
    }

    [Fact]
    public void Capacity_of_a_yard_and_of_a_border_is_set_and_marked_as_assumed()
    {
        var changed = Apply("scenario x\nset-capacity GC-C per-day=16/40/80\nset-capacity BC-RD per-day=90");
        var yard = changed.GaugeBreaks.Single(g => g.Id == "GC-C").CapacityPerDay!;
        Assert.Equal(new Triangle(16, 40, 80), yard.Value);
        Assert.Equal(("EST", Confidence.Low), (yard.Provenance.Source, yard.Provenance.Confidence));
        Assert.Equal(Tiny.GaugeBreaks.Single(g => g.Id == "GC-C").CapacityPerDay!.Unit, yard.Unit);
        // The row tells no capacity: it gets one.
        Assert.Null(Tiny.Borders.Single(b => b.Id == "BC-RD").CapacityPerDay);
        Assert.Equal(90, changed.Borders.Single(b => b.Id == "BC-RD").CapacityPerDay!.Value.Mode);
        Assert.Equal(yard, changed.AllFigures[yard.Id]);
        Assert.Contains("GC-C takes 16/40/80 wagons a day", changed.Assumptions);
    }

    [Fact]
    public void Hours_of_a_border_are_set_in_the_zone_of_its_first_post()
    {
        var row = Apply("scenario x\nset-hours BC-RL hours=06:00-22:30 days=sat-thu").Borders
            .Single(b => b.Id == "BC-RL");
        Assert.Equal("sat-thu 06:00-22:30", row.Hours.ToString());
        Assert.Equal("Asia/Karachi", row.Hours.Zone.Id);
        Assert.True(Apply("scenario x\nset-hours BC-RL hours=00:00-24:00 days=mon-sun").Borders
            .Single(b => b.Id == "BC-RL").Hours.IsAlwaysOpen);
    }

    [Fact]
    public void Line_is_upgraded_from_its_day_and_the_earlier_of_two_upgrades_is_not_lost()
    {
        var day = new NodaTime.LocalDate(2030, 1, 1);
        var changed = Apply(
            "scenario x\nupgrade-line PJ-1 from=2035-01-01\nupgrade-line PJ-1 from=2030-01-01 override");
        Assert.Equal("SE-AC", changed.GetSection("R-AB", day.PlusDays(-1)).Id);
        Assert.Equal("SE-ACU", changed.GetSection("R-AB", day).Id);
        Assert.Equal("SE-CD", changed.GetSection("R-CD", day).Id);
        Assert.Equal("SE-AC", changed.SectionOfLink["R-AB"].Id);
        Assert.Contains("PJ-1: SE-ACU in force from 2030-01-01", changed.Assumptions);
    }

    [Fact]
    public void Line_ends_of_another_system_and_a_byte_order_mark_do_no_harm() =>
        Assert.Single(ReadGood("\uFEFFscenario x\r\n\r\nstop-service S-SHIP\r\n").Modifications);

    [Fact]
    public void Second_change_of_a_field_holds_when_it_says_override() =>
        Assert.Equal(2, ReadGood(
            "scenario x\nset-dwell GC-C hours=4\nset-dwell GC-C hours=9 override").Modifications.Count);

    [Theory]
    [InlineData("", "1 scenario scenario:no-name")]
    [InlineData("\n# nothing\n", "1 scenario scenario:no-name")]
    [InlineData("stop-service S-SHIP", "1 scenario scenario:no-name")]
    [InlineData("scenario", "1 scenario scenario:no-name")]
    [InlineData("scenario a b", "1 scenario scenario:bad-value")]
    [InlineData("scenario a as-of 2025-02-30", "1 as-of scenario:bad-value")]
    [InlineData("scenario a\nscenario b", "2 scenario scenario:conflict")]
    [InlineData("scenario a\nshut-border BC-RL", "2 shut-border scenario:unknown-verb")]
    [InlineData("scenario a\nstop-service", "2 stop-service scenario:bad-value")]
    [InlineData("scenario a\nstop-service S-NO", "2 stop-service scenario:unknown-id")]
    [InlineData("scenario a\nclose-border XX-YY from=2025-01-01 days=3", "2 close-border scenario:unknown-id")]
    [InlineData("scenario a\nclose-port PKBBB from=2025-01-01 days=3", "2 close-port scenario:unknown-id")]
    [InlineData("scenario a\nclose-link R-NO from=2025-01-01 days=3", "2 close-link scenario:unknown-id")]
    [InlineData("scenario a\nopen-link PJ-NO from=2025-01-01", "2 open-link scenario:unknown-id")]
    [InlineData("scenario a\nset-dwell NO hours=3", "2 set-dwell scenario:unknown-id")]
    [InlineData("scenario a\nset-dwell GC-C hours=3 colour=red", "2 colour scenario:unknown-key")]
    [InlineData("scenario a\nset-dwell GC-C 3", "2 3 scenario:unknown-key", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=3 hours=4", "2 hours scenario:conflict")]
    [InlineData("scenario a\nset-dwell GC-C hours=12/8/4", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=4/8", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=4,5", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=NaN", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=99999", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nclose-link H-AB from=2025-01-01 days=-3", "2 days scenario:bad-value")]
    [InlineData("scenario a\nclose-link H-AB from=01.01.2025 days=3", "2 from scenario:bad-value")]
    [InlineData("scenario a\nclose-link H-AB from=9999-12-31 days=3", "2 from scenario:bad-value")]
    [InlineData("scenario a\nclose-link H-AB", "2 days scenario:bad-value", "2 from scenario:bad-value")]
    [InlineData("scenario a\nclose-border BC-RL modes=sea from=2025-01-01 days=3", "2 modes scenario:bad-value")]
    [InlineData("scenario a\nclose-border BC-RL scope=people from=2025-01-01 days=3", "2 scope scenario:bad-value")]
    [InlineData("scenario a\nstop-service S-SHIP confidence=sure", "2 confidence scenario:bad-value")]
    [InlineData("scenario a\nopen-link PJ-1 from=2028-01-01 confidence=1", "2 confidence scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=1 confidence=high,low", "2 confidence scenario:bad-value")]
    [InlineData("scenario a\nset-dwell GC-C hours=1\nset-dwell GC-C hours=2", "3 set-dwell scenario:conflict")]
    [InlineData("scenario a\nset-capacity NO per-day=3", "2 set-capacity scenario:unknown-id")]
    [InlineData("scenario a\nset-capacity GC-C", "2 per-day scenario:bad-value")]
    [InlineData("scenario a\nset-capacity GC-C per-day=0", "2 per-day scenario:bad-value")]
    [InlineData("scenario a\nset-capacity GC-C per-day=80/40/16", "2 per-day scenario:bad-value")]
    [InlineData("scenario a\nset-capacity GC-C hours=3", "2 hours scenario:unknown-key",
        "2 per-day scenario:bad-value")]
    [InlineData("scenario a\nset-capacity GC-C per-day=3\nset-capacity GC-C per-day=4",
        "3 set-capacity scenario:conflict")]
    [InlineData("scenario a\nset-hours GC-C hours=08:00-20:00 days=mon-sun", "2 set-hours scenario:unknown-id")]
    [InlineData("scenario a\nset-hours BC-RL hours=08:00-20:00", "2 days scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL days=mon-sun", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL hours=8-20 days=mon-sun", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL hours=20:00-08:00 days=mon-sun", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL hours=08:00-20:00,x days=mon-sun", "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL hours=08:00-20:00 days=none", "2 days scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL hours=25:00-26:00 days=every", "2 days scenario:bad-value",
        "2 hours scenario:bad-value")]
    [InlineData("scenario a\nset-hours BC-RL hours=08:00-20:00 days=mon-sun from=2025-01-01",
        "2 from scenario:unknown-key")]
    [InlineData("scenario a\nupgrade-line PJ-NO from=2030-01-01", "2 upgrade-line scenario:unknown-id")]
    [InlineData("scenario a\nupgrade-line R-AB from=2030-01-01", "2 upgrade-line scenario:unknown-id")]
    [InlineData("scenario a\nupgrade-line PJ-2 from=2030-01-01", "2 upgrade-line scenario:bad-value")]
    [InlineData("scenario a\nupgrade-line PJ-1", "2 from scenario:bad-value")]
    [InlineData("scenario a\nupgrade-line PJ-1 from=2030-01-01\nupgrade-line PJ-1 from=2031-01-01",
        "3 upgrade-line scenario:conflict")]
    [InlineData("scenario a\nstop-service S-SHIP\nstop-service S-SHIP", "3 stop-service scenario:conflict")]
    public void A_broken_scenario_is_told_and_nothing_else(string text, params string[] expected) =>
        Assert.Equal(expected, ListFaults(text));

    [Fact]
    public void Faults_of_all_lines_are_told_at_once() =>
        Assert.Equal(
            [
                "1 scenario scenario:no-name", "1 shut scenario:unknown-verb", "2 close-port scenario:unknown-id",
                "2 days scenario:bad-value", "2 from scenario:bad-value", "4 colour scenario:unknown-key",
                "4 hours scenario:bad-value",
            ],
            ListFaults("shut BC-RL\nclose-port X from=soon days=0\n# fine\nset-dwell GC-C colour=red hours=2/1/0"));

    [Fact]
    public void Who_types_the_name_of_a_place_is_shown_the_ids_that_belong_to_it()
    {
        var faults = new FaultCollector();
        ScenarioReader.Read(
            "test.scenario", "scenario a\nclose-border hairatan from=2025-01-01 days=3", ShippedCorridor.Network,
            faults);
        Assert.Contains("`hairatan` is no crossing; meant may be AFHRT-UZGAL", Assert.Single(faults.Faults).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_is_too_long_is_not_read() =>
        Assert.Equal(["0 scenario:too-long"], ListFaults(new string('\n', ReadingLimits.ScenarioLinesMax)));

    private static CorridorNetwork Apply(string text) => ScenarioApply.Apply(Tiny, ReadGood(text));

    private static Scenario ReadGood(string text)
    {
        var faults = new FaultCollector();
        var scenario = ScenarioReader.Read("test.scenario", text, Tiny, faults);
        Assert.Empty(faults.Faults);
        return scenario!;
    }

    private static IEnumerable<string> ListFaults(string text)
    {
        var faults = new FaultCollector();
        Assert.Null(ScenarioReader.Read("test.scenario", text, Tiny, faults));
        return faults.Faults.Select(f => $"{f.Row} {(f.Field.Length == 0 ? "" : f.Field + " ")}{f.Code}");
    }
}
