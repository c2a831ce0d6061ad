using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning.Questions;

/// <summary>Names the constraint that leaves no plan by a way: its own state first, then what was rejected about it,
/// then the obstacle on the way to it or on from it.</summary>
internal sealed class NoWayThrough(CorridorNetwork network, PlanQuery query, ExpectedWay way)
{
    internal (string Code, string Message, string Change, IReadOnlyList<string> Evidence) Find()
    {
        if (way.IsMode) return OfMode();
        return OfService() ?? OfRow() ?? OfPlace() ?? Rejected() ?? Legs() ?? (
            "passed-by", $"ways lead to {way.Name} and on from it, but between the same terminals, borders and stops "
            + "another way is better in all, or the two do not meet in time",
            "each half asked on its own shows them", []);
    }

    private (string, string, string, IReadOnlyList<string>) OfMode()
    {
        var services = network.Services.Where(s => s.HopModes.Any(m => Word(m) == way.Id)).Select(s => s.Id)
            .ToHashSet();
        var about = Rejections(services);
        var message = $"no plan goes by {way.Name}, not even on a part of the way";
        return about.Count == 0
            ? ("not-joined", $"{message}: nothing that goes by it joins on", Diagnosis.ChangeOf("no-way"), [])
            : (about[0].Code, message, Diagnosis.ChangeOf(about[0].Code), Sentences(about));
    }

    private static string Word(Mode mode) => mode == Mode.RoRo ? "sea" : mode.ToString().ToLowerInvariant();

    private (string, string, string, IReadOnlyList<string>)? OfService()
    {
        if (network.Services.FirstOrDefault(s => s.Id == way.Id) is not { } service) return null;
        var offer = new Knowledge(network, query.Known).OfferOf(service);
        return offer.IsOffered ? null : (
            "not-offered", $"{service.Name} is not offered: {offer.Status}"
            + (offer.Claim.Length > 0 ? $" ({offer.Claim})" : ""),
            "a later claim that it runs, or a known departure", []);
    }

    private (string, string, string, IReadOnlyList<string>)? OfRow()
    {
        if (network.BordersWithoutLink.Any(b => b.Id == way.Id || b.Crossing == way.Id) && !way.Rows(network).Any())
            return ("not-joined", $"the network joins no link to {way.Name}", Diagnosis.ChangeOf("no-way"), []);
        var rows = way.Rows(network).ToList();
        if (rows.Count == 0) return null;
        if (rows.All(r => r.Hours.IsNeverOpen || r.IsLocalTradeOnly))
            return ("closed", $"{way.Name} takes no transit goods: "
                + string.Join("; ", rows.Select(r => r.IsLocalTradeOnly ? $"{r.Id} is a border market" : $"{r.Id} is "
                    + $"closed to trade ({r.Note})")), Diagnosis.ChangeOf("closed"), []);
        return null;
    }

    private (string, string, string, IReadOnlyList<string>)? OfPlace()
    {
        if (way.Subject!.Kind != SubjectKind.Place) return null;
        var links = network.Links.Where(l => l.Touches(new PlaceId(way.Id))).ToList();
        var day = query.ReadyDay(network);
        if (links.Count == 0)
            return ("not-joined", $"no link of the network touches {way.Name}", Diagnosis.ChangeOf("no-way"), []);
        return links.Exists(l => network.IsWorked(l, day)) ? null : (
            "not-built", $"no link at {way.Name} is in service", "the opening of one of its links",
            [.. links.Select(l => $"{l.Id} {l.Status.ToString().ToLowerInvariant()}: {l.Note}")]);
    }

    private (string, string, string, IReadOnlyList<string>)? Rejected()
    {
        var ids = way.Rows(network).Select(r => r.Id).Append(way.Id).ToHashSet();
        var about = Rejections(ids);
        return about.Count == 0 ? null : (
            about[0].Code, $"{way.Name} is left out: {about[0].Evidence}", Diagnosis.ChangeOf(about[0].Code),
            Sentences(about));
    }

    /// <summary>What the question may not use of some ids, the easiest to change first.</summary>
    private List<Rejection> Rejections(HashSet<string> ids) =>
        [.. new PlanSpace(new PlanContext(network, query, new FigureReads())).Rejected
            .Where(r => ids.Contains(r.Subject)).OrderBy(r => Diagnosis.RankOf(r.Code))];

    private IReadOnlyList<string> Sentences(IEnumerable<Rejection> about) =>
        [.. about.Select(r => $"{r.Code} {SubjectName.Of(network, r.Subject)}: {r.Evidence}").Distinct()];

    /// <summary>The obstacle before the way or behind it, in the direction with fewer of them.</summary>
    private (string, string, string, IReadOnlyList<string>)? Legs()
    {
        var directions = way.Ends(network).Select(e => new[]
        {
            Obstacle(query.From, e.Entry), Obstacle(e.Exit, query.To),
        }.OfType<NoPlan>().ToList()).ToList();
        if (directions.Count == 0 || directions.Exists(d => d.Count == 0)) return null;
        var least = directions.MinBy(d => d.Count)!;
        return (least[0].Code["no-plan:".Length..], least[0].Message, least[0].Change,
            [.. least.SelectMany(o => o.Evidence)]);
    }

    private NoPlan? Obstacle(PlaceId from, PlaceId to)
    {
        if (from == to) return null;
        var leg = query with { From = from, To = to, Via = [] };
        return new PlanSpace(new PlanContext(network, leg, new FigureReads())).IsConnected ? null
            : Diagnosis.WhyNot(network, leg);
    }
}
