using System.Globalization;
using Rahdar.Network.Reading;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: what cannot be simulated is told with all its faults before anything is simulated. Method: requests
/// on the shipped corridor.</summary>
public sealed class SimulateVerbTests
{
    private static readonly SimulateRequest Sound = new("2025-06-21") { Days = 10, WarmUpDays = 10, Replications = 2 };

    public static TheoryData<SimulateRequest, string, string> Bad => new()
    {
        { Sound with { From = "soon" }, "query:date", "--from" },
        { Sound with { From = "2050-01-01" }, "query:date-outside-data", "--from" },
        { Sound with { From = "2040-12-30" }, "query:date-outside-data", "--days" },
        { Sound with { Known = "21.6.2025" }, "query:date", "--known" },
        { Sound with { Known = "1999-01-01" }, "query:date-outside-data", "--known" },
        { Sound with { Days = 0 }, "query:days", "--days" },
        { Sound with { Days = 3661 }, "query:days", "--days" },
        { Sound with { Days = int.MaxValue }, "query:days", "--days" },
        { Sound with { WarmUpDays = -1 }, "query:warm-up", "--warm-up" },
        { Sound with { WarmUpDays = 731 }, "query:warm-up", "--warm-up" },
        { Sound with { Replications = 0 }, "query:replications", "--replications" },
        { Sound with { Replications = 1001 }, "query:replications", "--replications" },
        { Sound with { Marginal = -1 }, "query:marginal", "--marginal" },
        { Sound with { Marginal = 51 }, "query:marginal", "--marginal" },
        { Sound with { Top = 0 }, "query:top", "--top" },
        { Sound with { Movements = "" }, "query:movements", "--movements" },
        { Sound with { Movements = "/" }, "query:movements", "--movements" },
        { Sound with { Movements = "/no/such/folder/out.csv" }, "query:movements", "--movements" },
        { Sound with { Scenarios = ["nope"] }, "scenario:missing-file", "" },
        { Sound with { Scenarios = ["taftan-shut-3", "taftan-shut-30"] }, "scenario:conflict", "--scenario" },
        { Sound with { Consignments = ["sixteen boxes"] }, "query:consignment", "--consignment" },
        { Sound with { Consignments = ["1x20ft:20t PKLHE zzzqq 2025-06-21"] }, "query:unknown-place", "--consignment" },
        { Sound with { Consignments = ["0x20ft:20t PKLHE UZTAS 2025-06-21"] }, "query:boxes", "--consignment" },
        { Sound with { Consignments = ["1x20ft:20t PKLHE UZTAS 2025-07-02"] }, "query:window", "--consignment" },
        { Sound with { Consignments = ["1x20ft:20t PKLHE UZTAS 2025-06-21"] }, "query:window", "--consignment" },
        {
            Sound with { Consignments = [.. Enumerable.Repeat("1x20ft:20t PKLHE UZTAS 2025-06-22", 21)] },
            "query:too-many-consignments", "--consignment"
        },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_asked_is_refused_with_its_code(SimulateRequest request, string code, string field)
    {
        var faults = Faults(request);
        Assert.Contains(faults, f => f.Code == code && f.Field == field);
        Assert.Single(faults.Select(f => f.Code).Distinct());
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = Faults(new SimulateRequest("soon")
        {
            Days = 0,
            Known = "later",
            Replications = 0,
            WarmUpDays = -1,
            Marginal = -1,
            Top = 0,
            Movements = "/",
            Scenarios = ["nope"],
            Consignments = ["x"],
        });
        Assert.Equal(
            [
                "query:consignment", "query:date", "query:date", "query:days", "query:marginal", "query:movements",
                "query:replications", "query:top", "query:warm-up", "scenario:missing-file",
            ],
            faults.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Consignment_without_a_plan_is_told_before_anything_is_simulated()
    {
        var steps = new List<string>();
        var faults = new FaultCollector();
        var request = Sound with { Consignments = ["15x20ft:30.4t PKLHE RUCEK 2025-06-22"] };
        Assert.Null(SimulateVerb.Answer(ShippedCorridor.Network, request, faults, steps.Add));
        Assert.StartsWith("no-plan:", Assert.Single(faults.Faults).Code, StringComparison.Ordinal);
        Assert.Equal(["planning consignment-1"], steps);
    }

    [Theory]
    [InlineData("nope", "scenario:missing-file")]
    [InlineData("uap uap", "query:duplicate-scenario")]
    [InlineData("", "query:too-many-scenarios")]
    [InlineData("uap uap uap uap uap uap uap uap uap uap uap uap uap", "query:too-many-scenarios")]
    [InlineData("longer-taftan", "query:date")]
    public void Comparison_that_cannot_be_asked_is_refused_with_its_code(string scenarios, string code)
    {
        var faults = new FaultCollector();
        var request = Sound with
        {
            From = null,
            Scenarios = scenarios.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
        Assert.Null(CompareVerb.Answer(ShippedCorridor.Network, request, faults));
        Assert.Equal(code, Assert.Single(faults.Faults).Code);
    }

    [Theory]
    [InlineData("taftan-shut-30", "2025-06-21")]
    [InlineData("taftan-shut-30 uap rasht-astara", "2033-01-01")]
    [InlineData("ml1-upgrade", "2035-01-01")]
    [InlineData("longer-taftan", null)]
    public void First_day_nobody_gave_is_the_latest_that_a_scenario_names(string scenarios, string? day)
    {
        var faults = new FaultCollector();
        var named = SimulateReader.LastNamedDay(
            scenarios.Split(' ').Select(s => CorridorStore.Apply(ShippedCorridor.Network, s, faults)!.Value.Scenario));
        Assert.Equal(day, named?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<InputFault> Faults(SimulateRequest request)
    {
        var faults = new FaultCollector();
        Assert.Null(SimulateVerb.Answer(ShippedCorridor.Network, request, faults));
        return faults.Faults;
    }
}
