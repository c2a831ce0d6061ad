using System.Text.Json;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Hazards;
using Rahdar.Network.Legal;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Quantities;
using Rahdar.Reports;
using Rahdar.Tests.Planning.Questions;

namespace Rahdar.Tests.Reports;

/// <summary>Goal: every question marks a war on the way and papers that come too late, as `plan` does. Method: the road
/// of <see cref="TwoOffers"/> with a war in IR and a permit that takes 10 to 20 days, asked for the day before the
/// boxes are ready.</summary>
public sealed class CaveatsTests
{
    private const string Hazard = "HAZARD in IR since 2025-05-30, not in the risk figure: war (IN-DRAWN, TEST)";
    private const string Late = "need 10-20 days, departure in 1: likely TOO LATE";
    private static readonly LocalDate Began = new(2025, 5, 30);
    private static readonly Provenance Drawn = new("TEST", Confidence.High, Began, Began);
    private static readonly DrawRequest Draw = new(1, 20);

    private static readonly PaperRule Permit = new(
        "PP-DRAWN", "permit", PaperKind.Permit, PaperMoment.Plan, null, null, PaperCondition.Always, null,
        "Permit as drawn", "Asked for in the capital",
        new Figure("papers/PP-DRAWN/lead", new Triangle(10, 15, 20), "d", Drawn), "", Drawn);

    [Theory]
    [InlineData("departures", Late, "2025-06-01 2025-06-02   1.2    1,520   1 !p ")]
    [InlineData("table", "! hazard on the way, not in the risk; p papers likely too late", "1,520 !p")]
    [InlineData("which", "papers " + Late, "HAZARD not in the risk: IR")]
    [InlineData("arrive-by", "p papers likely too late", "1!p")]
    [InlineData("wait-or-divert", "papers " + Late, "HAZARD not in the risk: IR")]
    [InlineData("what-if", "papers " + Late, "HAZARD not in the risk: IR")]
    [InlineData("consolidate", "way 1: papers " + Late, "1!p")]
    [InlineData("share", "papers " + Late, "HAZARD not in the risk: IR")]
    public void Question_marks_hazards_and_late_papers(string question, params string[] words)
    {
        var flat = Flat(Ask(question).Text);
        Assert.All(words.Append(Hazard), w => Assert.Contains(Flat(w), flat, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("departures")]
    [InlineData("table")]
    [InlineData("which")]
    [InlineData("arrive-by")]
    [InlineData("wait-or-divert")]
    [InlineData("what-if")]
    [InlineData("consolidate")]
    [InlineData("share")]
    public void Json_of_a_question_holds_them_too(string question)
    {
        using var json = JsonDocument.Parse(Ask(question).Json);
        var plans = Objects(json.RootElement).Where(o => o.TryGetProperty("hazards", out _)).ToList();
        Assert.NotEmpty(plans);
        Assert.All(plans, p =>
        {
            Assert.Equal([Hazard], p.GetProperty("hazards").EnumerateArray().Select(h => h.GetString()!));
            var first = p.GetProperty("firstToAsk");
            Assert.Equal(("PP-DRAWN", 15), (first.GetProperty("paperId").GetString(),
                first.GetProperty("daysBeforeDeparture").GetProperty("likely").GetInt32()));
            Assert.Equal(first.GetProperty("daysLeft").GetInt32() < 15, first.GetProperty("tight").GetBoolean());
        });
    }

    [Theory]
    [InlineData(14, "likely TOO LATE")]
    [InlineData(15, "may be late")]
    [InlineData(19, "may be late")]
    [InlineData(20, null)]
    public void Papers_are_late_by_the_days_from_the_knowledge_date_to_departure(int days, string? verdict)
    {
        var (network, query) = Beset();
        query = query with { Known = new LocalDate(2025, 6, 1).PlusDays(-days), };
        var plan = ((PlanOutcome.Found)Planner.Plan(network, query)).Plans[0];
        Assert.Equal(verdict is null ? [] : [$"papers need 10-20 days, departure in {days}: {verdict}"],
            Caveats.Of(network, query, plan).Where(c => c.StartsWith("papers", StringComparison.Ordinal)));
    }

    private static (string Text, string Json) Ask(string question)
    {
        var (n, q) = Beset();
        var value = ValueOfTime.OfData(n, q.Cargo);
        switch (question)
        {
            case "departures":
                var until = q.ReadyDay(n).PlusDays(1);
                var days = new DeparturesAnswer(n, q, until, Departures.Ask(n, q, until), []);
                return (DeparturesText.Answer(days), DeparturesJson.Answer(days));
            case "table":
                var table = new RelationsAnswer(n, Relation.Ask(n, [q], value), value, []);
                return (TableText.Answer(table), TableJson.Answer(table));
            case "which":
                var which = new WhichAnswer(n, q, true, Which.Ask(n, [q], value, Draw), value, Draw, []);
                return (WhichText.Answer(which), WhichJson.Answer(which));
            case "arrive-by":
                var by = new Deadline(Instant.FromUtc(2025, 6, 5, 0, 0), 0.9);
                var arrive = new ArriveByAnswer(n, q, by, Draw, ArriveBy.Ask(n, q, by, Draw), []);
                return (ArriveByText.Answer(arrive), ArriveByJson.Answer(arrive));
            case "wait-or-divert":
                // Nobody goes round: the answer ends with the way through, and the JSON with its stopping points.
                var shut = n with { Closures = [.. n.Closures, Shut()] };
                var wait = new WaitOrDivertAnswer(
                    shut, q, "PKBBB-IRCCC", value, WaitOrDivert.Ask(shut, q, "PKBBB-IRCCC", value), []);
                return (WaitOrDivertText.Answer(wait), WaitOrDivertJson.Answer(wait));
            case "what-if":
                var @case = WhatIf.Ask(n, q, value, Draw);
                var whatIf = new WhatIfAnswer(
                    n, q, value, Draw, @case, [WhatIf.Ask(n with { ScenarioName = "same" }, q, value, Draw)], []);
                return (WhatIfText.Answer(whatIf), WhatIfJson.Answer(whatIf));
            case "consolidate":
                var parts = new ConsolidationAnswer(
                    n, q, value, Consolidation.Compare(n, q, [2, 1], value, 0), 0, []);
                return (ConsolidationText.Answer(parts), ConsolidationJson.Answer(parts));
            default:
                var (allotments, loads) = SharedCapacity.Allot(n, [new Consignment("A", 1, 1, q, value)], 0);
                var share = new SharedCapacityAnswer(n, allotments, loads, 0, []);
                return (SharedCapacityText.Answer(share), SharedCapacityJson.Answer(share));
        }
    }

    private static (CorridorNetwork Network, PlanQuery Query) Beset()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, "trucks on\n");
        return (network with
        {
            StaleAfterDays = 365,
            Papers = [Permit],
            Incidents =
            [
                new Incident(
                    "IN-DRAWN", Began, null, null, null, "armed_conflict", [Mode.Road], "war", Verification.Confirmed,
                    Drawn)
                { Country = "IR" },
            ],
        }, query);
    }

    private static Closure Shut() => new(
        "CL-DRAWN", ClosureTarget.Crossing, BorderRow.CrossingOf(new PlaceId("PKBBB"), new PlaceId("IRCCC")), Began,
        null, "all", ClosureReach.Freight, "", "war", "drawn", Verification.Confirmed, Began, null, null, [], Drawn,
        "");

    private static IEnumerable<JsonElement> Objects(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Object => e.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(e),
        JsonValueKind.Array => e.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
