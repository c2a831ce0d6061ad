using Rahdar.Planning.Questions;
using Rahdar.Planning.Space;

namespace Rahdar.Planning;

/// <summary>What a plan rests on that a user must be told: assumed reopenings, defaults, disputes.</summary>
internal static class Remarks
{
    internal static (IReadOnlyList<string> Assumptions, IReadOnlyList<DisputedCrossing> Disputed) Of(
        PlanContext c, IReadOnlyList<Element> elements, IReadOnlyList<UnpricedStanding> standing)
    {
        var assumptions = new List<string>
        {
            c.Box.Words,
            $"prices hold on the ready date {c.Day:uuuu-MM-dd}",
        };
        if (c.Query.IsKnownAssumed)
            assumptions.Add("no knowledge date was given: what was known on the ready date is used");
        assumptions.AddRange(c.Network.Assumptions.Select(a => $"scenario {c.Network.ScenarioName}: {a}"));
        if (elements.Any(e => e.Kind == ElementKind.Road))
            assumptions.Add(
                "tolls are part of the haulage price; one truck runs through, no change of tractor at borders");
        var priorOnly = new List<string>();
        var disputed = new List<DisputedCrossing>();
        foreach (var element in elements.Where(e => e.Kind == ElementKind.Border))
        {
            var border = c.Network.Borders.First(b => b.Id == element.BorderId);
            foreach (var window in c.Knowledge.WindowsOf(border)
                .Where(w => w.AssumedDays is not null && !w.Claim.IsAssumed))
                assumptions.Add($"{border.Name}: shut since {window.Claim.From:uuuu-MM-dd} ({window.Claim.Id}, "
                    + $"{window.Claim.Cause}); "
                    + $"assumed reopening {window.ReopensOn:uuuu-MM-dd}, {window.AssumedDays} days in all");
            if (c.Knowledge.Statistics.CountAt(border.Crossing) == 0)
                priorOnly.Add(border.Name);
            if (c.Knowledge.FindDispute(border) is not { } dispute) continue;
            var q = dispute.ShutProbability.Value.Mean;
            disputed.Add(new DisputedCrossing(border.Id, q, (double)q * dispute.MeanDays, dispute.Claim.Id,
                [.. dispute.Others.Prepend(dispute.Claim).Select(Sentence)]));
        }
        assumptions.AddRange(standing.Select(s => s.Sentence));
        assumptions.AddRange(OtherPosts(c, elements));
        assumptions.AddRange(OtherClaims(c, elements));
        assumptions.AddRange(Hazards(c, elements));
        if (priorOnly.Count > 0)
            assumptions.Add($"no closure on record since {c.Network.ObservedFrom:uuuu-MM-dd}, risk is a prior only: "
                + $"{string.Join("; ", priorOnly)}");
        if (elements.Any(e => e.Kind == ElementKind.Sea))
            assumptions.Add("closures of ports and sea ways are not counted: each sea ride carries the prior");
        return (assumptions, disputed);
    }

    /// <summary>Posts of a plan that count as open while another post of the same crossing may be shut: who says that a
    /// place is shut seldom says for which mode.</summary>
    private static IEnumerable<string> OtherPosts(PlanContext c, IReadOnlyList<Element> elements)
    {
        foreach (var id in elements.Where(e => e.Kind == ElementKind.Border).Select(e => e.BorderId).Distinct())
        {
            var border = c.Network.Borders.First(b => b.Id == id);
            if (c.Knowledge.FindDispute(border) is not null) continue;
            foreach (var other in c.Network.Borders.Where(b => b.Crossing == border.Crossing && b.Id != id))
                if (c.Knowledge.FindDispute(other) is { } dispute)
                    yield return $"{id} counts as open; {other.Id}, a post of the same crossing, may be shut "
                        + $"({100 * dispute.ShutProbability.Value.Mean:0} %): {Sentence(dispute.Claim)}";
        }
    }

    /// <summary>Claims about the borders of a plan that close nothing: travellers stopped, denials, denied
    /// reports.</summary>
    private static IEnumerable<string> OtherClaims(PlanContext c, IReadOnlyList<Element> elements)
    {
        foreach (var id in elements.Where(e => e.Kind == ElementKind.Border).Select(e => e.BorderId).Distinct())
        {
            var border = c.Network.Borders.First(b => b.Id == id);
            var claims = c.Knowledge.AllClaimsOn(border);
            if (claims.Count > 0 && c.Knowledge.FindDispute(border) is null && c.Knowledge.WindowsOf(border).Count == 0)
                yield return $"told of {id} and priced nowhere: " + string.Join("; ", claims.Select(Sentence));
        }
    }

    /// <summary>Confirmed wide or open-ended hazards in countries on the way that no risk figure holds.</summary>
    internal static IEnumerable<string> Hazards(PlanContext c, IReadOnlyList<Element> elements) =>
        HazardsOn(c, elements).Select(i =>
            $"HAZARD in {i.Country} since {i.From:uuuu-MM-dd}, not in the risk figure: {Told(c, i)} ({i.Id}, "
                + $"{i.Provenance.Source})");

    /// <summary>Countries on the way with such a hazard.</summary>
    internal static IReadOnlyList<string> HazardCountries(PlanContext c, IReadOnlyList<Element> elements) =>
        [.. HazardsOn(c, elements).Select(i => i.Country).Distinct()];

    private static IEnumerable<Network.Hazards.Incident> HazardsOn(PlanContext c, IReadOnlyList<Element> elements)
    {
        var countries = elements.SelectMany(e => new[] { c.CountryOf(e.From), c.CountryOf(e.To) }).ToHashSet();
        return c.CurrentHazards.Where(i => countries.Contains(i.Country));
    }

    /// <summary>What was told of an incident on the day; a text that sums up later days too is not repeated.</summary>
    private static string Told(PlanContext c, Network.Hazards.Incident incident) => incident.To > c.Query.Known
        ? incident.Kind.Replace('_', ' ') + ", still going on"
        : incident.Title;

    private static string Sentence(Network.Borders.Closure claim) =>
        $"{claim.Id} known {claim.KnownFrom:uuuu-MM-dd}, {Word(claim.Verification)}, scope {claim.Scope}: "
            + $"{claim.Cause} ({claim.Provenance.Source})";

    private static string Word(Network.Borders.Verification verification) => verification switch
    {
        Network.Borders.Verification.UnderVerification => "under verification",
        _ => verification.ToString().ToLowerInvariant(),
    };
}
