using System.Globalization;
using System.Text.RegularExpressions;
using Rahdar.Network;
using Rahdar.Network.Demands;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Tests.Network.Demands;

/// <summary>Goal: who asks for a way each day follows from trade figures by an arithmetic that anybody can check, and
/// from no queue. Method: the notes of the shipped demands are worked out again from the rows they name; a walk goes
/// from each row to its pages, and planted queues are found by it.</summary>
public sealed partial class ShippedDemandTests
{
    private static readonly string[] Files = ["ours/demand.csv", "ours/activities.csv", "ours/defaults.csv"];

    private static readonly CorridorNetwork Network = ShippedCorridor.Network;

    public static TheoryData<string> Ids => [.. Network.Demands.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Note_of_a_demand_gives_its_figures(string id)
    {
        var demand = Network.Demands.Single(d => d.Id == id);
        var terms = Terms(demand);
        var (min, mode, max) = (1m, 1m, 1m);
        foreach (var (isDivided, figure, words, row, _) in terms)
        {
            Assert.True(row is null || row.Value.Mode == figure, $"{id}: {figure} {words} is not what the row says");
            // Loads count at their likely value; worth of a tonne, shares and use of a post have their range.
            var range = row is { Unit: "USD/t" or "share" } ? row.Value : Triangle.Exactly(figure);
            var unit = words is "Mt" or "USD m" ? 1_000_000m : 1;
            min = isDivided ? min / range.Max / unit : min * range.Min * unit;
            mode = isDivided ? mode / range.Mode / unit : mode * range.Mode * unit;
            max = isDivided ? max / range.Min / unit : max * range.Max * unit;
        }
        Assert.Equal(1, (double)(demand.PerDay.Value.Min / min), 0.006);
        Assert.Equal(1, (double)(demand.PerDay.Value.Mode / mode), 0.006);
        Assert.Equal(1, (double)(demand.PerDay.Value.Max / max), 0.006);
    }

    [Fact]
    public void Sources_are_the_rows_of_the_arithmetic()
    {
        foreach (var demand in Network.Demands)
        {
            var named = Terms(demand).Select(t => t.Id)
                .Where(id => id.Length > 0 && Network.Borders.All(b => b.Id != id)).Append("EST");
            Assert.Equal(named, demand.PerDay.Provenance.Source.Split(';'));
            Assert.Equal(Basis.Assumed, demand.PerDay.Provenance.Basis);
        }
    }

    [Fact]
    public void Nothing_the_simulation_is_fed_with_rests_on_a_queue() =>
        Assert.Empty(new QueueTrail(Network).ListQueues(Rows(Network)));

    [Theory]
    [InlineData("ours/demand.csv", "note", "DM-TORK-EX", "as many as stood at the gate by IN-041", "IN-041")]
    [InlineData("ours/demand.csv", "note", "DM-TORK-EX", "the 7000 trucks of CL-01", "CL-01")]
    [InlineData("ours/demand.csv", "note", "DM-TORK-EX", "from clear_mode_h of TORKHAM-RD-OUT", "clear_mode_h")]
    [InlineData("ours/demand.csv", "note", "DM-TORK-EX", "by CPMM-066", "CPMM-066")]
    [InlineData("ours/demand.csv", "note", "DM-TORK-EX", "1200 trucks (TORKHAM-RD-OUT)", "CPMM22-PAK")]
    [InlineData("ours/demand.csv", "source", "DM-TORK-EX", "TR-055", "CPMM23-KAZ")]
    [InlineData("ours/defaults.csv", "source", "DF-UV-PKAF", "CPMM22-PAK", "CPMM22-PAK")]
    [InlineData("ours/defaults.csv", "note", "DF-WR", "wait_for_wagons_mode_h of GC-ZAHEDAN", "GC-ZAHEDAN")]
    [InlineData("ours/activities.csv", "source", "BA-RD-CO-PAP", "D-CONVOY-AF", "D-CONVOY-AF")]
    public void Planted_queue_is_found(string file, string column, string id, string text, string word)
    {
        var rows = BrokenSample.Parse($"set {file} @{id} {column}: {text}", BrokenSamples.Find).Files;
        var network = CorridorReader.Read(rows).Network!;
        var queues = new QueueTrail(network).ListQueues(Rows(network));
        Assert.Contains(queues, q => q.EndsWith($": {word}", StringComparison.Ordinal));
    }

    [Fact]
    public void Trucks_of_others_are_counted_at_rows_that_join_a_link() =>
        Assert.All(
            Network.Demands.Where(d => d.Kind == DemandKind.Trucks),
            d => Assert.True(Network.Borders.Single(b => b.Id == d.BorderId).Covers(d.From, d.To), d.Id));

    [Fact]
    public void Trucks_of_others_leave_room_at_every_post()
    {
        foreach (var trucks in Network.Demands.Where(d => d.Kind == DemandKind.Trucks).GroupBy(d => d.BorderId))
        {
            var row = Network.Borders.Single(b => b.Id == trucks.Key);
            var perWay = trucks.GroupBy(d => d.From).Select(g => g.Sum(d => d.PerDay.Value.Mode)).ToList();
            var asked = row.IsCapacityBothWays ? perWay.Sum() : perWay.Max();
            Assert.True(asked < row.CapacityPerDay!.Value.Mode, $"{row.Id}: {asked} of {row.CapacityPerDay.Value}");
        }
    }

    [Fact]
    public void Boxes_of_the_eastern_branch_go_south_six_to_seven_times_as_often_as_north()
    {
        decimal Sum(string way) => Network.Demands
            .Where(d => d.Id.StartsWith($"DM-EAST-{way}", StringComparison.Ordinal)).Sum(d => d.PerDay.Value.Mode);
        var imbalance = Network.Figures.GetDefault("imbalance:instc-east").Value.Mode;
        Assert.InRange(Sum("S") / Sum("N") / imbalance, 0.98m, 1.02m);
    }

    [Theory]
    [InlineData("PKLHE", "RUASF")]
    [InlineData("UZTAS", "PKKHI")]
    [InlineData("RUMOW", "PKKHI")]
    [InlineData("PKKHI", "PKLHE")]
    [InlineData("PKLHE", "PKKHI")]
    [InlineData("KZALA", "PKLHE")]
    [InlineData("RUMOW", "IRSRP")]
    public void Relation_is_asked_for_every_day(string from, string to) =>
        Assert.Contains(Network.Demands, d =>
            d.Kind == DemandKind.Boxes && d.From.Value == from && d.To.Value == to && d.PerDay.Value.Min > 0);

    private static IEnumerable<CsvRow> Rows(CorridorNetwork network) =>
        network.Tables.Where(t => Files.Contains(t.File)).SelectMany(t => t.Rows)
            .Where(r => r.File != "ours/defaults.csv" || IsOfTheSimulation(r));

    /// <summary>Defaults that only the simulation reads; those of the planner are walked by the calibration.</summary>
    private static bool IsOfTheSimulation(CsvRow row) =>
        SimulationDefaultTests.Whats.Contains(row.Text("what").Split(':')[0]);

    private static List<(bool IsDivided, decimal Figure, string Words, Figure? Row, string Id)> Terms(Demand demand)
    {
        var arithmetic = demand.Note.Split(": ")[0];
        var list = new List<(bool, decimal, string, Figure?, string)>();
        foreach (Match match in Term().Matches(arithmetic))
        {
            var id = match.Groups["id"].Value;
            list.Add((
                match.Groups["sign"].Value == "/",
                decimal.Parse(match.Groups["figure"].Value, CultureInfo.InvariantCulture),
                match.Groups["words"].Value.Trim(), id.Length > 0 ? FigureOf(id) : null, id));
        }
        Assert.Equal(arithmetic, string.Concat(Term().Matches(arithmetic).Select(m => m.Value)));
        return list;
    }

    private static Figure FigureOf(string id)
    {
        if (Network.Borders.FirstOrDefault(b => b.Id == id) is { } border) return border.CapacityPerDay!;
        if (Network.Figures.Rows.TryGetValue($"vehicles/{id}", out var vehicle)) return vehicle;
        if (Network.Figures.Defaults.Values.FirstOrDefault(f => f.Id == $"defaults/{id}/value") is { } chosen)
            return chosen;
        var trade = Network.Tables.Single(t => t.File == "facts/trade.csv").Rows.Single(r => r.Text("trade_id") == id);
        var value = trade.Number("value_usd_m") ?? trade.Number("volume");
        return new Figure(id, Triangle.Exactly(value!.Value), trade.Text("volume_unit"), trade.Provenance());
    }

    // `x 0.6 share (DF-PSU)`: sign, figure, words, row, and words that say what the figure is for.
    [GeneratedRegex(@"(?:^| (?<sign>[x/]) )(?<figure>[\d.]+)(?<words>(?: (?!x |/ )[^ (]+)*)(?: \((?<id>[^)]+)\))?"
        + @"(?: (?!x |/ )[^ ]+)*")]
    private static partial Regex Term();
}
