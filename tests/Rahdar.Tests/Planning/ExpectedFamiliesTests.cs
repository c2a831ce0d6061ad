using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Tests.House;
using Rahdar.Tower;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: plans use the ways an expert expects and never those that cannot be. Method: expected-families.csv, written
/// before
/// the planner existed; a family matches when its ids occur in this order among a plan's borders, ports and services.
/// </summary>
[Trait("Category", "Slow")]
public sealed class ExpectedFamiliesTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_expected_family_is_on_the_front_and_no_forbidden_one()
    {
        var rows = Rows();
        Assert.True(rows.Count >= 40, "at least 40 rows");
        Assert.True(rows.Count(r => r.Text("verdict") == "must-not") * 3 >= rows.Count, "a third of them must-not");
        var shipped = CorridorStore.Read(Path.Combine(Checkout.Root, "data", "corridor")).Network!;
        var groups = rows.GroupBy(
            r => (r.Text("from"), r.Text("to"), r.Text("ready"), r.Text("known"), r.Text("scenario"))).ToList();
        var failures = new List<string>();
        var slowest = new List<(double Seconds, string Question)>();
        foreach (var group in groups)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var outcome = Ask(shipped, group.Key);
            slowest.Add((clock.Elapsed.TotalSeconds, group.Key.ToString()));
            if (outcome is PlanOutcome.Found { IsTruncated: true }) failures.Add($"{group.Key} is truncated");
            var families = outcome is PlanOutcome.Found found ? found.Plans.ToList() : [];
            foreach (var row in group)
            {
                var wanted = row.Text("family").Split('>', StringSplitOptions.TrimEntries);
                var isThere = families.Any(p => Contains(p, wanted));
                if (isThere != (row.Text("verdict") == "must"))
                    failures.Add($"{row.Text("case_id")} {row.Text("verdict")} {row.Text("family")} {group.Key}: "
                        + $"{row.Text("reason")}");
            }
        }
        foreach (var (seconds, question) in slowest.OrderByDescending(s => s.Seconds).Take(5))
            output.WriteLine($"{seconds:0.0} s {question}");
        output.WriteLine($"{rows.Count} rows, {groups.Count} questions, {failures.Count} failures");
        foreach (var failure in failures.Order(StringComparer.Ordinal)) output.WriteLine(failure);
        Assert.Empty(failures);
    }

    internal static IReadOnlyList<CsvRow> Rows()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Rahdar.Tests", "Expected");
        var faults = new FaultCollector();
        var table = CsvTable.Read(
            new CorridorFiles(folder, f => File.OpenRead(Path.Combine(folder, f))), "expected-families.csv",
            "case_id,from,to,ready,known,scenario,verdict,family,reason,evidence", faults);
        Assert.Empty(faults.Faults);
        return table.Rows;
    }

    private static PlanOutcome Ask(
        CorridorNetwork shipped, (string From, string To, string Ready, string Known, string Scenario) q)
    {
        var faults = new FaultCollector();
        var folder = Path.Combine(Checkout.Root, "src", "Rahdar.Tower", "Scenarios");
        var network = q.Scenario.Length == 0 ? shipped
            : CorridorStore.Apply(shipped, Path.Combine(folder, q.Scenario + ".scenario"), faults)!.Value.Network;
        var ready = LocalDatePattern.Iso.Parse(q.Ready).Value;
        var known = q.Known.Length == 0 ? ready : LocalDatePattern.Iso.Parse(q.Known).Value;
        var from = new PlaceId(q.From);
        return Planner.Plan(network, new PlanQuery(
            from, new PlaceId(q.To), network.GetPlace(from).Zone.AtStartOfDay(ready)
                .ToInstant(), known, new Cargo(16, 20, 20)));
    }

    private static bool Contains(Itinerary plan, IReadOnlyList<string> wanted)
    {
        var next = 0;
        foreach (var id in plan.Family)
            if (next < wanted.Count && Matches(plan, id, wanted[next])) next++;
        return next == wanted.Count;
    }

    private static bool Matches(Itinerary plan, string id, string wanted)
    {
        var parts = wanted.Split('@');
        if (id != parts[0]) return false;
        if (parts.Length == 1) return true;
        var before = LocalDatePattern.Iso.Parse(parts[1]).Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return plan.Elements.Any(
            e => (e.BorderId == id || e.Kind == ElementKind.Sea && e.From.Value == id) && e.Departure < before);
    }
}
