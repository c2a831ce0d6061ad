using System.Text.RegularExpressions;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: the figures shown behind a plan are the ones it rests on, all of them and no others. Method: four plans of the
/// shipped corridor; every figure listed is halved and doubled, 300 figures not listed likewise.
/// </summary>
/// <remarks>The networks are read for this class alone, because figures are changed in them and changed back.</remarks>
public sealed partial class ProvenanceTests(ITestOutputHelper output)
{
    private const int Seed = 20250621;
    private const int Drawn = 300;

    private static readonly Lazy<CorridorNetwork> Own = new(() => Read(Text));

    private static readonly Lazy<IReadOnlyList<(string Name, Explanation Plan)>> Plans = new(Choose);

    /// <summary>Figures that need not change a plan, by id, each with the reason.</summary>
    private static readonly (Regex Id, string Reason)[] Limits =
    [
        (AxleLoad(), "axle load: limit, not binding"),
        (TrainLength(), "train length and mass: limit, not binding"),
        (Wagon(), "places, payload, tare, axles and length of wagons: limit, not binding"),
        (Capacity(), "capacity of a departure: limit, not binding"),
        (YardCapacity(), "capacity of a yard: limit, not binding, the work takes longer"),
        (TruckLimit(), "gross limit of trucks: limit, not binding"),
    ];

    private static PlanQuery Query => ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", "2025-06-11");

    [Fact]
    public void Every_figure_listed_names_its_source_and_stands_in_the_network()
    {
        foreach (var (name, plan) in Plans.Value)
        {
            output.WriteLine($"{name}: {plan.Figures.Count} figures");
            Assert.NotEmpty(plan.Figures);
            Assert.All(plan.Figures, figure =>
            {
                Assert.NotEmpty(figure.Provenance.Source);
                Assert.True(Enum.IsDefined(figure.Provenance.Confidence), figure.Id);
                Assert.True(Own.Value.AllFigures.TryGetValue(figure.Id, out var known), $"{figure.Id} is unknown");
                Assert.Equal(known!.Value, figure.Value);
            });
            var ids = plan.Figures.Select(f => f.Id).ToHashSet();
            Assert.All(plan.Plan.CostLines, line => Assert.Contains(line.FigureId, ids));
        }
    }

    [Fact]
    public void Every_figure_listed_changes_the_plan_or_is_a_limit_that_does_not_bind()
    {
        var idle = new List<string>();
        foreach (var (name, plan) in Plans.Value)
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var figure in plan.Figures)
            {
                var outcome = OutcomeOf(plan, figure);
                if (outcome is null) idle.Add($"{name}: {figure.Id} {figure.Value}");
                counts[outcome ?? "NOTHING"] = counts.GetValueOrDefault(outcome ?? "NOTHING") + 1;
            }
            output.WriteLine($"{name}: {plan.Figures.Count} figures");
            foreach (var (outcome, count) in counts) output.WriteLine($"  {count,3} {outcome}");
        }
        Assert.Equal("", string.Join('\n', idle));
    }

    [Fact]
    public void Figures_not_listed_change_nothing()
    {
        var changed = new List<string>();
        foreach (var (name, plan) in Plans.Value)
        {
            var listed = plan.Figures.Select(f => f.Id).ToHashSet();
            var rest = Own.Value.AllFigures.Values.Where(f => !listed.Contains(f.Id))
                .OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
            new Random(Seed).Shuffle(rest);
            var ways = 0;
            foreach (var figure in rest.Take(Drawn))
            {
                if (FigureProbe.Probe(plan, figure).Any(e => e != FigureEffect.Nothing))
                    changed.Add($"{name}: {figure.Id}");
                if (FigureProbe.ProbeInPlace(plan, figure).All(e => e == FigureEffect.Nothing)) continue;
                // The way of a hop is the shortest one: a much shorter link beside it would make another way of it.
                if (WayLength().IsMatch(figure.Id)) ways++;
                else changed.Add($"{name}: {figure.Id}, changed in the network itself");
            }
            output.WriteLine($"{name}: {Drawn} of {rest.Length} figures, seed {Seed}; {ways} ways not taken");
        }
        Assert.Equal("", string.Join('\n', changed));
    }

    [Theory]
    [InlineData("PKLHE", "RUASF", "2025-06-21", "2025-06-21")]
    [InlineData("PKLHE", "RUASF", "2025-03-02", "2025-03-01")]
    [InlineData("PKPEW", "UZTAS", "2025-02-24", "2025-02-23")]
    public void End_of_a_closure_is_not_known_before_it_came(string from, string to, string ready, string known)
    {
        var day = ShippedQuestion.Day(known);
        var cleared = 0;
        var network = Read(file => file == "facts/border_closures.csv"
            ? WithoutEnds(Text(file)!, day, ref cleared)
            : Text(file));
        var query = ShippedQuestion.Of(from, to, ready, known);
        var (before, after) = (Front(Own.Value), Front(network));
        var rests = before.Count(p => ItineraryText.Of(p).Contains("assumed reopening", StringComparison.Ordinal));
        output.WriteLine($"{cleared} ends taken away; {before.Count} plans, {rests} on an assumed reopening");
        Assert.True(cleared > 0);
        Assert.Equal(ItineraryText.Of(before), ItineraryText.Of(after));

        IReadOnlyList<Itinerary> Front(CorridorNetwork n) =>
            Assert.IsType<PlanOutcome.Found>(Planner.Plan(n, query)).Plans;
    }

    /// <summary>What a figure does to a plan, in words; null when it does nothing and nothing excuses it.</summary>
    private static string? OutcomeOf(Explanation plan, Figure figure)
    {
        // Half and double of nothing is nothing: such a figure is set to one.
        var effects = figure.Value.Mean == 0
            ? [FigureProbe.Compare(plan.Plan, plan.With(figure.Id, Triangle.Exactly(1)))]
            : FigureProbe.Probe(plan, figure);
        var effect = effects.Min();
        if (effect == FigureEffect.AbsorbedByWait)
        {
            Assert.Contains(new[] { 0.5m, 2m },
                factor => IsNamedWait(plan, plan.With(figure.Id, FigureProbe.Times(figure.Value, factor))));
            return "absorbed by a named wait";
        }
        if (effect < FigureEffect.AbsorbedByWait) return $"changes {effect}";
        if (Limits.FirstOrDefault(l => l.Id.IsMatch(figure.Id)).Reason is { } reason) return reason;
        return Storage().IsMatch(figure.Id) && plan.Plan.StorageLines.All(l => l.FigureId != figure.Id)
            ? "storage price: limit, not binding, no stay is longer than the free days"
            : null;
    }

    private static bool IsNamedWait(Explanation plan, Itinerary? changed) =>
        changed is not null && plan.Plan.Elements.Zip(changed.Elements)
            .Where(p => p.First.WaitMinutes != p.Second.WaitMinutes)
            .All(p => p.First.WaitReason.Length > 0 || p.Second.WaitReason.Length > 0);

    /// <summary>First, cheapest, least emissions, and the first with rail and a gauge change.</summary>
    private static IReadOnlyList<(string, Explanation)> Choose()
    {
        var found = Assert.IsType<PlanOutcome.Found>(Planner.Plan(Own.Value, Query));
        var plans = found.Plans.Index().ToList();
        (string Name, int Index)[] chosen =
        [
            ("first", 0),
            ("cheapest", plans.MinBy(p => p.Item.Cents).Index),
            ("least emissions", plans.MinBy(p => p.Item.Grams).Index),
            ("rail and gauge change",
                plans.First(p => Has(p.Item, ElementKind.Rail) && Has(p.Item, ElementKind.Gauge)).Index),
        ];
        return [.. chosen.Select(c => (c.Name, found.Explain(c.Index)))];
    }

    private static bool Has(Itinerary plan, ElementKind kind) => plan.Elements.Any(e => e.Kind == kind);

    private static string WithoutEnds(string table, LocalDate known, ref int cleared)
    {
        var lines = table.Split('\n');
        Assert.StartsWith("closure_id,border_id,from_date,to_date,", lines[0], StringComparison.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',', 5);
            if (cells.Length < 5 || cells[3].Length == 0 || ShippedQuestion.Day(cells[3]) <= known) continue;
            lines[i] = $"{cells[0]},{cells[1]},{cells[2]},,{cells[4]}";
            cleared++;
        }
        return string.Join('\n', lines);
    }

    private static string? Text(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "corridor", file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static CorridorNetwork Read(Func<string, string?> text)
    {
        var outcome = CorridorReader.Read(new CorridorFiles("data/corridor",
            file => text(file) is { } t ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(t)) : null));
        return outcome.Network ?? throw new InvalidOperationException(string.Join('\n', outcome.Faults));
    }

    [GeneratedRegex("^rail_sections/.*/axle_load_t$|^defaults/.*axle")]
    private static partial Regex AxleLoad();

    [GeneratedRegex("^rail_sections/.*/(max_gross_t|max_train_length_m)$|^defaults/.*(train-length|train-mass)")]
    private static partial Regex TrainLength();

    [GeneratedRegex("^wagons/.*/(axles|length_m|payload_t|tare_t|teu)$")]
    private static partial Regex Wagon();

    [GeneratedRegex("^services/.*/(capacity_t|capacity_teu)$")]
    private static partial Regex Capacity();

    [GeneratedRegex("^gauge_change/.*/capacity_per_day$")]
    private static partial Regex YardCapacity();

    [GeneratedRegex("^vehicles/.*(GROSS|TARE)|^defaults/.*(truck-gross|truck-places)")]
    private static partial Regex TruckLimit();

    [GeneratedRegex("^ports/.*/storage_usd_per_day_(20|40)$|^tariffs/T-STO-.*/usd$")]
    private static partial Regex Storage();

    [GeneratedRegex("^links/.*/route_km$")]
    private static partial Regex WayLength();
}
