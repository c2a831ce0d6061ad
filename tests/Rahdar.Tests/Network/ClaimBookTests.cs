using NodaTime;
using Rahdar.Network.Claims;
using Rahdar.Tower;

namespace Rahdar.Tests.Network;

/// <summary>Goal: what is shown of a subject is what was known on the day, and agrees with what the planner goes by.
/// Method: real subjects of the shipped data on days before and after their news.</summary>
public sealed class ClaimBookTests
{
    private static readonly ClaimBook Book = new(ShippedCorridor.Network);

    [Fact]
    public void Taftan_on_17_June_2025_is_usable_and_shut_to_travellers_only()
    {
        var state = Judge("TAFTAN-RD", 2025, 6, 17, "state");
        Assert.Equal("usable", state.Answer);
        Assert.Null(state.Chosen);
        Assert.Equal("travellers only: freight passes", StandingOf(state, "CL-19"));
        Assert.DoesNotContain(state.Claims, w => w.Claim.Id is "CL-14" or "CL-20" or "CL-21");
    }

    [Fact]
    public void Taftan_on_21_June_2025_is_usable_and_disputed_with_every_claim()
    {
        var state = Judge("TAFTAN-RD", 2025, 6, 21, "state");
        Assert.Equal("usable, disputed", state.Answer);
        Assert.Equal("CL-21", state.Chosen?.Id);
        Assert.Contains("q = 0.5", state.Reason, StringComparison.Ordinal);
        Assert.Contains("expected delay", state.Reason, StringComparison.Ordinal);
        Assert.Equal("chosen", state.Claims[0].Standing);
        Assert.Equal("agrees, ranked lower: priced once", StandingOf(state, "CL-14"));
        Assert.Equal("conflict: a denial, older than the report", StandingOf(state, "CL-20"));
        Assert.Equal("over", StandingOf(state, "CL-10"));
    }

    [Fact]
    public void Later_claims_are_counted_and_not_shown()
    {
        // Its last status is one of them: it was told in April 2026.
        Assert.Equal(5, View("TAFTAN-RD", 2025, 6, 17).LaterClaims);
        Assert.Equal(2, View("TAFTAN-RD", 2025, 6, 21).LaterClaims);
        Assert.Equal(0, View("TAFTAN-RD", 2026, 11, 21).LaterClaims);
    }

    [Fact]
    public void End_of_a_closure_is_not_told_before_it_came()
    {
        var before = View("CL-14", 2025, 6, 22).Claims;
        Assert.DoesNotContain(before, c => c.Field is "to_date" or "days");
        Assert.Contains(View("CL-14", 2025, 6, 25).Claims, c => c is { Field: "to_date", Value: "2025-06-25" });
    }

    [Fact]
    public void Train_of_22_June_is_offered_on_the_word_of_10_June()
    {
        var state = Judge("S-PKRU-RAIL", 2025, 6, 11, "state");
        Assert.Equal("SE-04", state.Chosen?.Id);
        Assert.StartsWith(
            "offered, announced [announced-never-run], departs 2025-06-22", state.Answer, StringComparison.Ordinal);
        Assert.Equal("latest known-from of 4 claims", state.Reason);
        Assert.Equal("conflict: earlier, says otherwise", StandingOf(state, "SE-03"));
    }

    [Fact]
    public void Train_of_22_June_is_stopped_on_17_June_by_the_order_and_its_own_claim_agrees()
    {
        var state = Judge("S-PKRU-RAIL", 2025, 6, 17, "state");
        Assert.Equal("not offered, stopped", state.Answer);
        Assert.Equal("CL-22", state.Chosen?.Id);
        Assert.Contains("SE-05, cancelled for 2025-06-22", state.Reason, StringComparison.Ordinal);
        Assert.Equal("agrees: not offered", StandingOf(state, "SE-05"));
        Assert.DoesNotContain(state.Claims, w => w.Claim.Id == "SE-06");
    }

    [Fact]
    public void State_of_every_border_and_service_agrees_with_the_planner_on_many_days()
    {
        var network = ShippedCorridor.Network;
        foreach (var day in new[] { new LocalDate(2021, 4, 1), new LocalDate(2025, 6, 21), new LocalDate(2025, 11, 1) })
        {
            var knowledge = new Knowledge(network, day);
            foreach (var row in network.Borders.Where(b => !b.Hours.IsNeverOpen))
            {
                var state = Book.ViewOf(Book.FindSubject(row.Id)!, day).Judgements.Single(j => j.Field == "state");
                var isShut = knowledge.WindowsOf(row).Any(w => w.Claim.From <= day);
                Assert.Equal(isShut, state.Answer.StartsWith("shut", StringComparison.Ordinal));
                Assert.Equal(!isShut && knowledge.FindDispute(row) is not null,
                    state.Answer.Contains("disputed", StringComparison.Ordinal));
            }
            foreach (var service in network.Services)
            {
                var state = Book.ViewOf(Book.FindSubject(service.Id)!, day).Judgements.Single(j => j.Field == "state");
                Assert.Equal(
                    knowledge.OfferOf(service).IsOffered, state.Answer.StartsWith("offered", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Three_columns_are_one_triangle_with_its_unit()
    {
        var claims = View("TAFTAN-RD", 2025, 6, 21).Claims;
        var clear = Assert.Single(claims, c => c.Field == "clear_h");
        Assert.Equal(("6/20/72 h", "facts/borders.csv", 9), (clear.Value, clear.File, clear.Line));
        Assert.DoesNotContain(claims, c => c.Field.Contains("_min", StringComparison.Ordinal));
        Assert.Contains(View("GC-ZAHEDAN", 2025, 6, 21).Claims, c =>
            c is { Field: "cost_usd", Value: "40/80/150 USD/FEU" });
        Assert.Contains(View("DF-BD", 2025, 6, 21).Claims, c => c is { Field: "range", Value: "4/14/60 h" });
    }

    [Fact]
    public void Age_of_a_status_is_told_and_one_told_later_is_not_known()
    {
        Assert.DoesNotContain(View("TAFTAN-RD", 2025, 6, 21).Claims, c => c.Field == "status");
        var status = View("TAFTAN-RD", 2026, 5, 1).Claims.Single(c => c.Field == "status");
        Assert.Equal("stale (208 days)", View("TAFTAN-RD", 2026, 11, 21).AgeOf(status, 180));
        Assert.Equal("", View("TAFTAN-RD", 2026, 5, 1).AgeOf(status, 180));
    }

    [Fact]
    public void Crossing_is_found_from_either_end_and_tells_of_all_its_rows()
    {
        var crossing = Book.FindSubject("PKTFT-IRMJV");
        Assert.Equal(Book.FindSubject("irmjv-pktft"), crossing);
        var view = Book.ViewOf(crossing!, new LocalDate(2025, 6, 21));
        Assert.Equal(["TAFTAN-RD", "TAFTAN-RL"], view.Judgements.Select(j => j.Field));
        Assert.Equal("usable", view.Judgements[1].Answer);
    }

    [Fact]
    public void Project_is_judged_by_its_latest_known_event()
    {
        var status = Judge("PJ-ML1A", 2026, 2, 1, "status");
        Assert.Equal("PE-008", status.Chosen?.Id);
        Assert.DoesNotContain(status.Claims, w => w.Claim.Id == "PE-009");
    }

    [Fact]
    public void Subjects_of_every_kind_can_be_shown_within_80_columns()
    {
        foreach (var subject in Book.Subjects.GroupBy(s => s.Kind).SelectMany(kind => kind.Take(60)))
        {
            var (text, code) = NetworkVerbs.Show(Book, subject, new LocalDate(2025, 6, 21), 180);
            Assert.Equal(0, code);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        }
    }

    [Fact]
    public void Unknown_subject_is_refused_with_candidates()
    {
        var (text, code) = NetworkVerbs.Show(ShippedCorridor.Network, "TAFTAN-RX", new LocalDate(2025, 6, 21));
        Assert.Equal(2, code);
        Assert.Contains("TAFTAN-RD", text, StringComparison.Ordinal);
    }

    private static SubjectView View(string id, int year, int month, int day) =>
        Book.ViewOf(Book.FindSubject(id)!, new LocalDate(year, month, day));

    private static Judgement Judge(string id, int year, int month, int day, string field) =>
        View(id, year, month, day).Judgements.Single(j => j.Field == field);

    private static string StandingOf(Judgement judgement, string claim) =>
        judgement.Claims.Single(w => w.Claim.Id == claim).Standing;
}
