using NodaTime;
using Rahdar.Network.Borders;

namespace Rahdar.Network.Claims;

/// <summary>Claims that do not agree, as of a day.</summary>
internal static class ConflictSurvey
{
    /// <summary>Services whose known claims differ in status, with the one chosen.</summary>
    internal static IReadOnlyList<SurveyRemark> Services(CorridorNetwork network, LocalDate asOf)
    {
        var knowledge = new Knowledge(network, asOf);
        var list = new List<SurveyRemark>();
        foreach (var service in network.Services)
        {
            var known = network.ServiceEvents.Where(e => e.ServiceId == service.Id && e.KnownFrom <= asOf).ToList();
            var words = known.OrderBy(e => e.KnownFrom).Select(e => e.Status).Distinct().ToList();
            if (words.Count == 0 || words.Count == 1 && words[0] == service.Status) continue;
            var offer = knowledge.OfferOf(service);
            var snapshot = service.StatusDate > asOf || service.Status == offer.Status ? ""
                : $"; snapshot: {service.Status}";
            if (words.Count == 1 && snapshot.Length == 0) continue;
            list.Add(new SurveyRemark(service.Id, $"{known.Count} claims: {string.Join(", ", words)}; "
                + $"chosen: {offer.Status} ({offer.Claim}){snapshot}"));
        }
        return list;
    }

    /// <summary>
    /// Border rows about which a denial stands beside a closure of freight known by the day, ended or not.
    /// </summary>
    internal static IReadOnlyList<SurveyRemark> Closures(CorridorNetwork network, LocalDate asOf)
    {
        var list = new List<SurveyRemark>();
        var known = network.Closures.Where(c => c.Reach == ClosureReach.Freight && c.KnownFrom <= asOf && !c.IsAssumed)
            .ToList();
        foreach (var group in known.GroupBy(c => (c.Target, c.TargetId))
            .OrderBy(g => g.Key.TargetId, StringComparer.Ordinal))
            foreach (var denial in group.Where(c => c.Verification == Verification.Denied))
            {
                var against = group.Where(c => c.Verification != Verification.Denied && Overlaps(c, denial)).Select(c =>
                    $"{c.Id} {ClaimJudge.Words(c.Verification)} {c.KnownFrom:uuuu-MM-dd}").ToList();
                if (against.Count > 0)
                    list.Add(new SurveyRemark(
                        group.Key.TargetId,
                        $"{denial.Id} denies ({denial.KnownFrom:uuuu-MM-dd}); {string.Join(", ", against)}"));
            }
        return list;
    }

    /// <summary>Links with a published length that differs from the line as drawn by more than a share.</summary>
    internal static IReadOnlyList<SurveyRemark> Lengths(CorridorNetwork network, decimal tolerance) =>
    [
        .. from link in network.Links
           where link.Line.Count > 1 && link.RouteKm.Provenance.Confidence == Quantities.Confidence.High
           let drawn = (decimal)GreatCircle.Km(link.Line)
           let km = link.RouteKm.Value.Mean
           where Math.Abs(km - drawn) > tolerance * km
           select new SurveyRemark(
               link.Id, $"published {km:0} km, drawn {drawn:0} km ({(drawn / km - 1) * 100:+0;-0} %)"),
    ];

    /// <summary>
    /// Whether a closure covers the day of a denial, with the days around it in which both were news.
    /// </summary>
    private static bool Overlaps(Closure closure, Closure denial) =>
        closure.From is { } from && denial.From is { } day && from <= day.PlusDays(7)
            && (closure.To is null || closure.To >= day);
}
