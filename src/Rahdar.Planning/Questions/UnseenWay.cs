using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;

namespace Rahdar.Planning.Questions;

/// <summary>A way that a reader may expect and that no plan shown goes.</summary>
/// <param name="Code">closed, not-offered, or the code of a rejection.</param>
/// <param name="Subject">Border row or service.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Reason">Why it is not there, one sentence.</param>
public sealed record UnseenWay(string Code, string Subject, string Name, string Reason)
{
    /// <summary>Most that are told.</summary>
    public const int Most = 4;

    /// <summary>Ways not shown: crossings confirmed shut that the best plans with closures looked past would use, then
    /// services whose stops join the two countries but which are not offered. At most four.</summary>
    /// <remarks>What was not yet known on the knowledge date is not told.</remarks>
    /// <param name="answer">The answer.</param>
    /// <param name="found">Its plans.</param>
    /// <param name="shown">Indices of those shown.</param>
    /// <param name="value">What a day is worth.</param>
    public static IReadOnlyList<UnseenWay> Of(
        PlanAnswer answer, PlanOutcome.Found found, IReadOnlyList<int> shown, ValueOfTime value)
    {
        var used = shown.SelectMany(i => found.Plans[i].Family).ToHashSet();
        return
        [
            .. ShutCrossings(answer, value).Where(w => !used.Contains(w.Subject))
                .Concat(Services(answer, found).Where(w => !used.Contains(w.Subject))).Take(Most),
        ];
    }

    private static IEnumerable<UnseenWay> ShutCrossings(PlanAnswer answer, ValueOfTime value)
    {
        var (network, query) = (answer.Network, answer.Query);
        var knowledge = new Knowledge(network, query.Known);
        var windows = network.Borders.Where(b => !b.Hours.IsNeverOpen)
            .SelectMany(b => knowledge.WindowsOf(b).Select(w => (Row: b, Window: w))).ToList();
        if (windows.Count == 0) return [];
        var claims = windows.Select(w => w.Window.Claim).ToHashSet();
        var open = network with { Closures = [.. network.Closures.Where(c => !claims.Contains(c))] };
        if (Planner.Plan(open, query) is not PlanOutcome.Found past) return [];
        var best = new[]
        {
            (past.Plans.MinBy(p => (p.Arrival, p.Cents))!, "fastest"),
            (past.Plans.MinBy(p => (p.Cents, p.Arrival))!, "cheapest"),
            (past.Plans[past.BestBy(value)], "best plan by generalised cost"),
        };
        return best.SelectMany(b => b.Item1.Elements.Select(e => e.BorderId)
                .Select(id => (First: windows.Find(w => w.Row.Id == id), Word: b.Item2)))
            .Where(x => x.First != default)
            .DistinctBy(x => x.First.Row.Id)
            .Select(x => new UnseenWay("closed", x.First.Row.Id, x.First.Row.Name, Shut(x.First.Window, x.Word)));
    }

    private static string Shut(ClosureWindow window, string word) =>
        $"shut from {window.Claim.From:uuuu-MM-dd} ({window.Claim.Id}, {window.Claim.Cause}), "
        + $"{(window.AssumedDays is null ? "reopening" : "assumed reopening")} {window.ReopensOn:uuuu-MM-dd}; open, "
        + $"the {word} would pass it";

    private static IEnumerable<UnseenWay> Services(PlanAnswer answer, PlanOutcome.Found found)
    {
        var (network, query) = (answer.Network, answer.Query);
        var knowledge = new Knowledge(network, query.Known);
        var (origin, destination) = (network.GetPlace(query.From).Country, network.GetPlace(query.To).Country);
        var onFront = found.Plans.SelectMany(p => p.Family).ToHashSet();
        var dated = network.ServiceEvents.Where(e => e.KnownFrom <= query.Known).Select(e => e.ServiceId).ToHashSet();
        foreach (var service in network.Services.Where(s => !onFront.Contains(s.Id))
            .OrderByDescending(s => dated.Contains(s.Id)).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            var countries = service.Stops.Select(s => network.GetPlaceOrUnlinked(s).Country).ToList();
            if (countries.IndexOf(origin) is not (>= 0 and var first) || countries.LastIndexOf(destination) <= first)
                continue;
            var offer = knowledge.OfferOf(service);
            if (offer.Status == ServiceOffer.NotYetKnown) continue;
            if (!offer.IsOffered)
                yield return new UnseenWay("not-offered", service.Id, service.Name,
                    $"not offered: {offer.Status}{(offer.Claim.Length > 0 ? $" ({offer.Claim})" : "")}");
            else if (found.Rejected.FirstOrDefault(r => r.Subject == service.Id) is { } rejected)
                yield return new UnseenWay(rejected.Code, service.Id, service.Name, rejected.Evidence);
        }
    }
}
