using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Reports;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Reports;

/// <summary>Goal: the JSON of an answer is what docs/formats/plan-json.md says. Method: the paths of real answers are
/// compared with the lists of the page, and the values are held to the rules it states.</summary>
public sealed partial class PlanJsonTests
{
    private static readonly string[] Modes = ["rail", "road", "sea", "air", "border", "gauge", "handling"];

    private static readonly Lazy<JsonElement> Found = new(() => Answer("PKLHE", "RUASF", Cargo16));

    /// <summary>With the announced train, whose departure may be missed, and a value of time at which it and the
    /// cheapest plan are about as good.</summary>
    private static readonly Lazy<JsonElement> Announced = new(() =>
        Answer("PKLHE", "RUASF", Cargo16, known: new LocalDate(2025, 6, 11)));

    private static Cargo Cargo16 => new(16, 20, 20);

    [Fact]
    public void Page_lists_every_path_of_an_answer_with_plans() =>
        Assert.Equal(OnPage("paths-plans"), Union([Found.Value, Announced.Value]));

    [Fact]
    public void Papers_and_forecasts_stand_in_the_plans_of_the_short_list_only() => Assert.All(Plans(), p =>
        Assert.All(["papers", "forecast", "binding"], node =>
            Assert.Equal(p.GetProperty("shortList").GetString() != "", p.TryGetProperty(node, out _))));

    [Fact]
    public void Short_answer_holds_the_plans_shown_and_the_figures_of_the_front()
    {
        var query = new PlanQuery(
            new PlaceId("PKLHE"), new PlaceId("RUASF"), Instant.FromUtc(2025, 6, 20, 19, 0), new LocalDate(2025, 6, 21),
            Cargo16);
        var answer = new PlanAnswer(
            ShippedCorridor.Network, query, Planner.Plan(ShippedCorridor.Network, query), []);
        var (whole, brief) = (Parse(PlanJson.Answer(answer)), Parse(PlanJson.Answer(answer, isShort: true)));
        var (all, front) = (whole.GetProperty("plans"), brief.GetProperty("front"));
        Assert.Equal(all.GetArrayLength(), front.GetArrayLength());
        Assert.Equal(
            all.EnumerateArray().Count(p => p.GetProperty("shortList").GetString() != ""),
            brief.GetProperty("plans").GetArrayLength());
        foreach (var plan in brief.GetProperty("plans").EnumerateArray())
        {
            var index = plan.GetProperty("index").GetInt32();
            Assert.Equal(all[index].GetProperty("arrival").GetString(), plan.GetProperty("arrival").GetString());
            Assert.Equal(
                plan.GetProperty("cost").GetProperty("amount").GetDecimal(),
                front[index].GetProperty("costUsd").GetDecimal());
        }
    }

    [Fact]
    public void Page_lists_every_path_of_a_coded_no()
    {
        var no = Answer("PKLHE", "RUCEK", new Cargo(15, 20, 30.4m));
        Assert.Equal(OnPage("paths-no-plan"), Paths(no));
        Assert.StartsWith(
            "no-plan:", no.GetProperty("noPlan").GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_lists_every_path_of_faults()
    {
        var faults = new FaultCollector();
        Assert.Null(PlanVerb.Answer(ShippedCorridor.Network, new PlanRequest("zzzqq", "RUASF", "x", "y"), faults));
        using var json = JsonDocument.Parse(PlanJson.Faults(faults.Faults));
        Assert.Equal(OnPage("paths-faults"), Paths(json.RootElement));
        Assert.Equal(3, json.RootElement.GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public void Example_of_the_page_has_only_paths_of_the_list()
    {
        using var example = JsonDocument.Parse(Fenced("json"));
        Assert.Subset(OnPage("paths-plans").ToHashSet(), Paths(example.RootElement).ToHashSet());
    }

    [Fact]
    public void Modes_are_those_of_the_page_and_the_page_names_all()
    {
        var page = Checkout.ReadText("docs/formats/plan-json.md");
        Assert.All(Modes, m => Assert.Contains($"`{m}`", page, StringComparison.Ordinal));
        Assert.All(Legs(), l => Assert.Contains(l.GetProperty("mode").GetString(), Modes));
    }

    [Fact]
    public void Instants_are_iso_8601_in_utc_and_in_order()
    {
        foreach (var plan in Plans())
        {
            var (ready, arrival) = (Time(plan, "ready"), Time(plan, "arrival"));
            var last = ready;
            foreach (var leg in plan.GetProperty("legs").EnumerateArray())
            {
                var (departure, end) = (Time(leg, "departure"), Time(leg, "arrival"));
                Assert.True(last <= departure && departure <= end);
                Assert.Equal(
                    leg.GetProperty("waitMinutes").GetInt32() > 0, leg.GetProperty("waitReason").GetString() != "");
                last = end;
            }
            Assert.Equal(arrival, last);
        }
    }

    [Fact]
    public void Amounts_are_the_sums_of_their_lines_and_plans_the_sums_of_their_legs()
    {
        foreach (var owner in Plans().Concat(Legs()))
        {
            var cost = owner.GetProperty("cost");
            Assert.Equal("USD", cost.GetProperty("currency").GetString());
            var lines = cost.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("amount").GetDecimal())
                .ToList();
            Assert.Equal(cost.GetProperty("amount").GetDecimal(), lines.Sum());
            Assert.All(lines, l => Assert.Equal(decimal.Round(l, 2), l));
        }
        foreach (var plan in Plans())
            Assert.Equal(plan.GetProperty("emissions").GetInt64(),
                plan.GetProperty("legs").EnumerateArray().Sum(l => l.GetProperty("emissions").GetInt64()));
    }

    [Fact]
    public void Risks_are_probabilities() => Assert.All(Plans().Concat(Legs()), o =>
        Assert.InRange(o.GetProperty("risk").GetDouble(), 0, 1));

    [Fact]
    public void Front_is_ordered_by_arrival_then_cost_and_holds_no_dominated_plan()
    {
        var plans = Plans().Select(p => (Time(p, "arrival"), p.GetProperty("cost").GetProperty("amount").GetDecimal()))
            .ToList();
        Assert.Equal(plans.Order(), plans);
        Assert.InRange(Plans().Count(p => p.GetProperty("shortList").GetString() != ""), 1, ShortList.Most);
    }

    private static JsonElement Answer(string from, string to, Cargo cargo, LocalDate? known = null)
    {
        var network = ShippedCorridor.Network;
        var query = new PlanQuery(
            new PlaceId(from), new PlaceId(to), Instant.FromUtc(2025, 6, 20, 19, 0),
            known ?? new LocalDate(2025, 6, 21), cargo)
        {
            Avoid = new HashSet<string> { "air" },
        };
        var answer = new PlanAnswer(network, query, Planner.Plan(network, query), ["a note"]);
        answer = OutlookReader.LookAhead(
            answer, new AheadRequest(Draws: 200) { By = "2025-07-15", ValueOfTime = known is null ? null : "752" });
        return JsonDocument.Parse(PlanJson.Answer(answer)).RootElement;
    }

    private static JsonElement Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private static IEnumerable<JsonElement> Plans() => Found.Value.GetProperty("plans").EnumerateArray();

    private static IEnumerable<JsonElement> Legs() => Plans().SelectMany(p => p.GetProperty("legs").EnumerateArray());

    private static Instant Time(JsonElement owner, string name)
    {
        var text = owner.GetProperty(name).GetString()!;
        Assert.Matches(UtcTime(), text);
        return InstantPattern.General.Parse(text).GetValueOrThrow();
    }

    internal static List<string> Paths(JsonElement root) => Union([root]);

    /// <summary>Paths of several answers; an array counts as empty only when it is so in all.</summary>
    internal static List<string> Union(IEnumerable<JsonElement> roots)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        void Walk(string path, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var p in value.EnumerateObject())
                    Walk(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value);
            else if (value.ValueKind == JsonValueKind.Array)
            {
                if (value.GetArrayLength() == 0) paths.Add(path + "[]");
                foreach (var item in value.EnumerateArray()) Walk(path + "[]", item);
            }
            else paths.Add(path);
        }
        foreach (var root in roots) Walk("", root);
        return [.. paths.Where(
            p => !p.EndsWith("[]", StringComparison.Ordinal)
            || !paths.Any(o => o.StartsWith(p + ".", StringComparison.Ordinal)))];
    }

    private static List<string> OnPage(string fence) =>
        [.. Fenced(fence).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static string Fenced(string fence) =>
        Regex.Match(Checkout.ReadText("docs/formats/plan-json.md"), $"```{fence}\n(.*?)```", RegexOptions.Singleline)
            .Groups[1].Value;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    private static partial Regex UtcTime();
}
