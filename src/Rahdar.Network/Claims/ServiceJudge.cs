using Rahdar.Network.Borders;
using Rahdar.Network.Services;

namespace Rahdar.Network.Claims;

/// <summary>Judgements about services and projects, whose status is told by dated claims beside a snapshot.</summary>
internal static class ServiceJudge
{
    internal static Judgement Offer(
        CorridorNetwork network, Knowledge knowledge, ClaimBook book, string id, IReadOnlyList<Claim> own,
        IReadOnlyList<Closure> closures)
    {
        var service = network.Services.First(s => s.Id == id);
        var offer = knowledge.OfferOf(service);
        var events = ClaimRank.Order(own.Where(c => c.Field == "status" && c.Id != id));
        var snapshot = own.FirstOrDefault(c => c.Field == "status" && c.Id == id);
        var stop = closures.FirstOrDefault(c => c.Id == offer.Claim);
        var chosen = stop is not null ? book.ClaimOf(stop, knowledge.Day)
            : events.FirstOrDefault(c => c.Id == offer.Claim)
                ?? (events.Count == 0 && offer.Claim.Length > 0 ? snapshot : null);
        var weighed = new List<WeighedClaim>();
        if (chosen is not null) weighed.Add(new WeighedClaim(chosen, "chosen"));
        weighed.AddRange(
            events.Where(c => c != chosen).Select(c => new WeighedClaim(c, Standing(network, c, chosen, stop))));
        weighed.AddRange(closures.Where(c => c != stop).Select(c => new WeighedClaim(
            book.ClaimOf(c, knowledge.Day), c.To <= knowledge.Day ? "over"
                : "conflict: a later claim of the service speaks")));
        if (snapshot is not null && snapshot != chosen)
            weighed.Add(new WeighedClaim(snapshot, "snapshot, not used: dated claims speak"));
        return new Judgement("state", Answer(offer), Reason(network, service, offer, events, stop), chosen, weighed);
    }

    internal static Judgement Project(CorridorNetwork network, string id, IReadOnlyList<Claim> own)
    {
        var claims = ClaimRank.Order(own.Where(c => c.Field == "status")
            .Select(c => c.Id == id ? c with { KnownFrom = c.StatedOn ?? c.KnownFrom } : c));
        var chosen = claims.Count > 0 ? claims[0] : null;
        var opened = network.OpenedFrom.Count > 0
            && network.Assumptions.Any(a => a.StartsWith(id + " ", StringComparison.Ordinal));
        var plans = opened ? $"opened by scenario {network.ScenarioName}"
            : "off: no plan uses it unless a scenario opens it";
        return new Judgement(
            "status", chosen?.Value ?? "nothing known", $"{ClaimRank.Reason(claims)}; {plans}", chosen,
            [.. claims.Select((c, i) =>
                new WeighedClaim(own.First(o => o.Id == c.Id && o.Field == c.Field), i == 0 ? "chosen"
                : c.KnownFrom == chosen!.KnownFrom ? "conflict: same day" : "earlier"))]);
    }

    private static string Answer(ServiceOffer offer)
    {
        var word = offer.IsOffered ? $"offered, {offer.Status}" : $"not offered, {offer.Status}";
        if (offer.Flag.Length > 0 && offer.Flag != offer.Status) word += $" [{offer.Flag}]";
        if (offer.Departures.Count == 0) return word;
        var first = offer.Departures[0];
        return $"{word}, departs {first.Leaves:uuuu-MM-dd HH:mm} local{(first.IsAssumedTime ? " (hour assumed)" : "")}"
            + (offer.Departures.Count > 1 ? $" and {offer.Departures.Count - 1} more" : "");
    }

    private static string Reason(
        CorridorNetwork network, Service service, ServiceOffer offer, IReadOnlyList<Claim> events, Closure? stop)
    {
        if (network.StoppedServices.Contains(service.Id)) return $"stopped by scenario {network.ScenarioName}";
        if (stop is not null)
            return $"{stop.Id} stops the service and no later claim lifts it"
                + (events.Count > 0 ? $"; latest dated claim beside it: {events[0].Id}, {events[0].Value}" : "");
        if (events.Count > 0) return ClaimRank.Reason(events);
        if (offer.Status == "not yet known") return "the first claim about it became known later";
        var runs = offer.IsOffered || !network.ServiceWords.TryGetValue(offer.Status, out var word) || !word.IsOffered
            ? "" : "; no departures a week are told, so none is offered";
        return "no dated claim: the snapshot status rules" + runs;
    }

    private static string Standing(CorridorNetwork network, Claim claim, Claim? chosen, Closure? stop)
    {
        if (chosen is null) return "not used";
        var status = network.ServiceEvents.FirstOrDefault(e => e.Id == claim.Id)?.Status ?? "";
        if (stop is not null && network.ServiceWords.TryGetValue(status, out var word) && !word.IsOffered
            && !word.IsDeparture)
            return "agrees: not offered";
        if (claim.Value == chosen.Value) return "agrees";
        return claim.KnownFrom == chosen.KnownFrom ? "conflict: same day" : "conflict: earlier, says otherwise";
    }
}
