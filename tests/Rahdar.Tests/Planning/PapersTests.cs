using System.Text;
using Rahdar.Network.Legal;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Quantities;
using Rahdar.Tests.Expected;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: the papers of a plan are those a forwarder would ask for, each with its source. Method: ways written
/// by hand over the shipped corridor, whose checklists a forwarder could check in Expected/papers.txt, and rules that
/// must hold for every plan of real answers.</summary>
public sealed class PapersTests(ITestOutputHelper output)
{
    private const string OverSarakhs =
        "PKLHE rail PKTFT TAFTAN-RL IRMJV rail IRCKT SARAKHS-RL TMSRK rail TMSYK SERHETYAKA-RL KZBOL rail KZGNY "
        + "AKSARAY-RL RUAX2 rail RUASF";

    private const string OverCaspian = "PKLHE rail PKTFT TAFTAN-RL IRMJV rail IRRAS road IRBAZ sea:S-CAS-1N RUASF";

    private const string OverAzerbaijan =
        "PKLHE rail PKTFT TAFTAN-RL IRMJV rail IRASR ASTARA-RL AZAST rail AZYAL YALAMA-RL RUSAM rail RUASF";

    private const string ByTruck =
        "PKLHE road PKTOR TORKHAM-RD-OUT AFRKH road AFHRT HAIRATAN-RD-L UZGAL road UZKPA TAZHEN-RD KZBEI road KZGNY "
        + "KURMANGAZY-RD-L RUAX2 road RUASF";

    private const string ToKarachi = "UZTAS rail UZGAL HAIRATAN-RL AFHRT road AFRKH TORKHAM-RD-IN PKTOR road PKKHI";

    private const string OverChina =
        "PKKHI road PKKJB KHUNJERAB-RD-OUT-L CNKJB road CNTOR TORUGART-RD KGTOR road KGAKJ KORDAI-RD KZKOR road KZALA";

    private static readonly string[] Union = ["RU", "BY", "KZ", "KG", "AM"];

    public static TheoryData<string> Ways =>
        [OverSarakhs, OverCaspian, OverAzerbaijan, ByTruck, ToKarachi, OverChina];

    private static PlanQuery LahoreQuestion => ShippedQuestion.Of("PKLHE", "RUASF", "2025-06-21", "2025-06-11");

    [Fact]
    public void Checklists_of_six_ways_stay_as_they_are_written_down()
    {
        var text = new StringBuilder();
        foreach (var way in Ways.Select(w => w.Data)) text.Append(Checklist(way)).Append('\n');
        ApprovedFile.Check("papers.txt", text.ToString());
    }

    [Fact]
    public void Export_from_Lahore_is_not_Pakistani_transit()
    {
        foreach (var way in new[] { OverSarakhs, OverCaspian, OverAzerbaijan, ByTruck })
        {
            var trail = WrittenWay.Papers(way);
            Assert.Equal(["PP-EXP-PK"], trail.Chain[0].Regimes.Select(r => r.PaperId));
            Assert.DoesNotContain(trail.Items.Where(i => i.Country == "PK"), i =>
                i.Moment is PaperMoment.Transit or PaperMoment.Port
                || i.Name.Contains("Tracker", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Goods_from_Tashkent_to_Karachi_are_Pakistani_transit_from_the_border()
    {
        var trail = WrittenWay.Papers(ToKarachi);
        var transit = Assert.Single(trail.Items, i => i.PaperId == "PP-PORT-PK-UZ");
        Assert.Equal("PKTOR", transit.Place.Value);
        Assert.Contains("LG-090", transit.LegalIds);
        Assert.Equal("PK", trail.Chain[^1].Country);
        Assert.Equal("PP-PORT-PK-UZ", trail.Chain[^1].Regimes[0].PaperId);
        Assert.Contains(trail.Questions, q => q.PaperId == "PP-Q-STAY-PK");
    }

    [Fact]
    public void Goods_that_begin_at_a_Pakistani_port_are_asked_where_they_came_from()
    {
        Assert.Contains(WrittenWay.Papers(OverChina).Questions, q => q.PaperId == "PP-Q-PORT-PK");
        Assert.DoesNotContain(WrittenWay.Papers(ByTruck).Questions, q => q.PaperId == "PP-Q-PORT-PK");
    }

    [Fact]
    public void Contract_of_carriage_by_rail_changes_once_where_CIM_and_SMGS_meet()
    {
        var change = Assert.Single(WrittenWay.Papers(OverSarakhs).Items, i => i.Moment == PaperMoment.Change);
        Assert.Equal(("IRCKT", "LG-039"), (change.Place.Value, change.LegalIds[0]));
        Assert.Equal(
            "IRASR",
            Assert.Single(WrittenWay.Papers(OverAzerbaijan).Items, i => i.Moment == PaperMoment.Change).Place.Value);
        var inland = WrittenWay.Papers("UZTAS rail UZKLS SARYAGASH-RL-IN KZSRY rail KZABE ILETSK-RL RUILE rail RUMOW");
        Assert.DoesNotContain(inland.Items, i => i.Moment == PaperMoment.Change);
        Assert.Equal(["PP-SMGS"], inland.Items.Where(i => i.Moment == PaperMoment.Note).Select(i => i.PaperId));
    }

    [Fact]
    public void TIR_is_named_by_truck_between_parties_and_not_into_a_country_without_a_row()
    {
        Assert.Contains(WrittenWay.Papers(ByTruck).Items, i => i.PaperId == "PP-TIR");
        Assert.Contains(WrittenWay.Papers(OverChina).Items, i => i.PaperId == "PP-TIR");
        var toArmenia = WrittenWay.Papers("IRTHR road IRDJU NORDUZ-RD AMMEG");
        Assert.DoesNotContain(toArmenia.Items, i => i.PaperId == "PP-TIR");
        Assert.Contains(toArmenia.Items, i => i.PaperId == "PP-CMR");
        Assert.DoesNotContain(WrittenWay.Papers("PKLHE road PKKHI").Items, i => i.PaperId == "PP-TIR");
    }

    [Theory]
    [InlineData("RUMOW rail RUILE ILETSK-RL KZABE rail KZALA")]
    [InlineData("KZALA road KZKOR KORDAI-RD KGAKJ road KGFRU")]
    public void Inside_the_union_nothing_is_exported_or_imported(string way)
    {
        var trail = WrittenWay.Papers(way);
        Assert.All(trail.Chain, line => Assert.Equal(["PP-INS"], line.Regimes.Select(r => r.PaperId)));
        Assert.DoesNotContain(trail.Items, i =>
            i.Moment is PaperMoment.Export or PaperMoment.Transit or PaperMoment.Union or PaperMoment.Import);
    }

    [Fact]
    public void Plan_inside_one_country_has_no_customs_chain()
    {
        var trail = WrittenWay.Papers("PKLHE rail PKKHI");
        Assert.Empty(trail.Chain);
        Assert.Equal(["PP-CSC", "PP-RAIL-DOM"], trail.Items.Select(i => i.PaperId));
    }

    [Fact]
    public void Rule_that_is_not_in_force_yet_is_not_seen()
    {
        var (before, after) = (WrittenWay.Papers(ToKarachi, "2025-06-11"), WrittenWay.Papers(ToKarachi, "2025-10-02"));
        Assert.Contains(before.Items, i => i.PaperId == "PP-PORT-PK-SEAL");
        Assert.DoesNotContain(before.Items, i => i.LegalIds.Contains("LG-098"));
        Assert.DoesNotContain(after.Items, i => i.PaperId == "PP-PORT-PK-SEAL");
        Assert.Contains(after.Items, i => i.PaperId == "PP-PORT-PK-RFID" && i.LegalIds.Contains("LG-098"));
        Assert.DoesNotContain(WrittenWay.Papers(OverSarakhs).Questions, q => q.LegalIds.Contains("LG-099"));
        Assert.Contains(WrittenWay.Papers(OverSarakhs, "2025-10-02").Questions, q => q.LegalIds.Contains("LG-099"));
    }

    [Fact]
    public void First_to_ask_for_is_counted_back_from_the_vehicle_that_needs_it()
    {
        var truck = WrittenWay.Papers(ByTruck).First!;
        Assert.Equal(("PP-VISA", new Triangle(5, 15, 45)), (truck.Item.PaperId, truck.Days));
        Assert.Equal((10, true), (truck.DaysLeft, truck.IsTight));
        // Trucks leave Peshawar on the second day: one day of the lead runs while the train is under way.
        var train = WrittenWay.Papers("PKLHE rail PKPEW road PKTOR TORKHAM-RD-OUT AFRKH road AFKBL").First!;
        Assert.Equal(("PP-VISA", new Triangle(4, 14, 44)), (train.Item.PaperId, train.Days));
    }

    [Fact]
    public void Unknown_lead_time_stays_unknown_and_is_counted()
    {
        var trail = WrittenWay.Papers(ByTruck);
        var note = Assert.Single(trail.Items, i => i.PaperId == "PP-CMR");
        Assert.Null(note.LeadDays);
        Assert.Equal(
            trail.Items.Count(i => i.Kind is PaperKind.Paper or PaperKind.Permit && i.Lead is null), trail.WithoutLead);
        Assert.True(trail.WithoutLead > 0);
    }

    [Fact]
    public void Ports_of_call_are_asked_about_like_countries_passed()
    {
        var trail = WrittenWay.Papers("PKKHI sea:S-FERRY-PKIR AEJEA");
        Assert.Contains(trail.Questions, q => q is { PaperId: "PP-Q-CALL", Place.Value: "IRZBR" });
        Assert.Contains(trail.Questions, q => q is { PaperId: "PP-Q-IR-US", Country: "IR" });
        Assert.Equal(["PK", "AE"], trail.Chain.Select(c => c.Country));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_plan_of_two_answers_keeps_the_rules_of_papers()
    {
        var questions = new[] { LahoreQuestion, ShippedQuestion.Of("UZTAS", "PKKHI", "2025-06-21", "2025-06-11") };
        foreach (var query in questions)
        {
            var plans = ShippedQuestion.Plans(query);
            output.WriteLine($"{query.From} to {query.To}: {plans.Count} plans");
            foreach (var plan in plans) Check(plan, PaperTrail.Of(ShippedCorridor.Network, query, plan));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_line_names_its_source_and_stands_once(string way)
    {
        var trail = WrittenWay.Papers(way);
        Assert.All(trail.Items.Concat(trail.Questions), i =>
        {
            Assert.NotEqual("?", i.Provenance.Source);
            Assert.NotEmpty(i.Why);
        });
        StandsOnce(trail);
    }

    [Fact]
    public void Sources_of_the_rules_stand_in_the_tables()
    {
        var network = ShippedCorridor.Network;
        var ids = network.Tables
            .Where(t => t.File is "facts/sources.csv" or "facts/dwell.csv" or "facts/borders.csv" or "facts/legal.csv")
            .SelectMany(t => t.Rows.Select(r => r.Text(t.Columns[0]))).ToHashSet();
        Assert.All(network.Papers, p => Assert.Subset(ids, p.Provenance.Source.Split(';').ToHashSet()));
        Assert.All(network.Papers.Where(p => p.Kind == PaperKind.Question), p => Assert.Null(p.Lead));
        Assert.All(network.Papers.Where(p => p.Provenance.Source is "MEM" or "MEM;EST"), p =>
            Assert.NotEqual(Confidence.High, p.Provenance.Confidence));
    }

    [Fact]
    public void Search_and_short_list_do_not_know_papers()
    {
        var knowing = Checkout.ListFiles("src/Rahdar.Planning", ".cs")
            .Where(f => !f.StartsWith("src/Rahdar.Planning/Papers/", StringComparison.Ordinal))
            .Where(f => new[] { "Paper", "Rahdar.Network.Legal", ".Laws" }
                .Any(word => Checkout.ReadText(f).Contains(word, StringComparison.Ordinal)));
        Assert.Empty(knowing);
    }

    private static void Check(Itinerary plan, PaperTrail trail)
    {
        StandsOnce(trail);
        Assert.All(trail.Chain, line => Assert.NotEmpty(line.Regimes));
        var first = trail.Chain.FirstOrDefault(c => Union.Contains(c.Country));
        Assert.Equal(
            first is null ? [] : [first.From], trail.Items.Where(i => i.PaperId == "PP-UNI").Select(i => i.Place));
        var isByRoad = plan.Elements.All(e => e.Kind is ElementKind.Road or ElementKind.Border or ElementKind.Handling);
        Assert.Equal(isByRoad, trail.Items.Any(i => i.PaperId == "PP-TIR"));
        var names = trail.Items.Concat(trail.Questions).Where(i => i.PaperId != "PP-TIR")
            .SelectMany(i => new[] { i.Name, i.Text });
        Assert.DoesNotContain(names, n => n.Contains("TIR", StringComparison.Ordinal));
    }

    private static void StandsOnce(PaperTrail trail)
    {
        var lines = trail.Items.Concat(trail.Questions).Select(i => (i.Country, i.Place, i.Name)).ToList();
        Assert.Equal(lines.Distinct(), lines);
    }

    private static string Checklist(string way)
    {
        var trail = WrittenWay.Papers(way);
        var text = new StringBuilder($"== {way}\n");
        foreach (var line in trail.Chain)
            text.Append($"{line.Country} {line.From} - {line.To}: ")
                .AppendJoin("; then ", line.Regimes.Select(r => r.Name)).Append('\n');
        foreach (var i in trail.Items)
            text.Append($"[ ] {(i.Country.Length == 0 ? "--" : i.Country)} {i.Place} {i.Name}")
                .Append(i.Lead is null ? "" : $", {i.Lead.Value} {i.Lead.Unit}")
                .Append(i.LegalIds.Count == 0 ? "" : $" ({string.Join(", ", i.LegalIds)})").Append('\n');
        foreach (var q in trail.Questions)
            text.Append($"[?] {(q.Country.Length == 0 ? "--" : q.Country)} {q.Name}\n");
        var first = trail.First!;
        return text.Append($"first: {first.Item.Name} {first.Item.Country}, {first.Days} days before departure\n")
            .ToString();
    }
}
