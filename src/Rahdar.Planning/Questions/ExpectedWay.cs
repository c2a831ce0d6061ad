using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Scenarios;

namespace Rahdar.Planning.Questions;

/// <summary>A way that a user expects to see: something that plans may pass or go by.</summary>
/// <param name="Id">Mode (`rail`, `road`, `sea`, `air`), or id of the subject.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Subject">What claims speak of: place, border, crossing, link, service or project; null for a
/// mode.</param>
public sealed record ExpectedWay(string Id, string Name, Subject? Subject)
{
    private static readonly string[] Modes = ["rail", "road", "sea", "air"];

    /// <summary>True for a mode.</summary>
    public bool IsMode => Subject is null;

    /// <summary>The way with an id, in any case; null when it is no mode and nothing that a plan can pass.</summary>
    public static ExpectedWay? Find(CorridorNetwork network, string id)
    {
        if (Modes.FirstOrDefault(m => m.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase)) is { } mode)
            return new ExpectedWay(mode, mode, null);
        return new ClaimBook(network).FindSubject(id) is
        {
            Kind: SubjectKind.Place or SubjectKind.Border or SubjectKind.Crossing or SubjectKind.Link
                    or SubjectKind.Service or SubjectKind.Project,
        } subject
            ? new ExpectedWay(subject.Id, subject.Name, subject)
            : null;
    }

    /// <summary>What a plan may be bound to pass (`Via`) so that it goes this way: any one of these. A border post
    /// stands for its crossings: who only calls there does not mean it.</summary>
    internal IReadOnlyList<string> Vias(CorridorNetwork network) => Subject?.Kind switch
    {
        SubjectKind.Crossing or SubjectKind.Place when Rows(network).Any() => [.. Rows(network).Select(b => b.Id)],
        SubjectKind.Project => [.. NewLinks(network).Select(l => l.Id).Take(Limits.ViaMax)],
        _ => [Id],
    };

    /// <summary>Border rows that a closure of this way would shut: its own, or those at the place.</summary>
    internal IEnumerable<BorderRow> Rows(CorridorNetwork network) => Subject?.Kind switch
    {
        SubjectKind.Border => network.Borders.Where(b => b.Id == Id),
        SubjectKind.Crossing => network.Borders.Where(b => b.Crossing == Id),
        SubjectKind.Place => network.Borders.Where(b => (b.PlaceA.Value == Id || b.PlaceB.Value == Id)
            && !IsUnbuilt(network, b)),
        _ => [],
    };

    /// <summary>True for a default border row of links that nobody works, a railway on paper: it is offered to
    /// nobody.</summary>
    public static bool IsUnbuilt(CorridorNetwork network, BorderRow row) =>
        row.IsDefault && LinksOver(network, row).All(l => !network.IsWorked(l, LocalDate.MaxIsoValue));

    private static IEnumerable<Link> LinksOver(CorridorNetwork network, BorderRow row) =>
        network.LinksAt(row.PlaceA, row.Mode).Where(l => l.Touches(row.PlaceB));

    /// <summary>Links that would have to be built or taken into service before anybody goes this way.</summary>
    internal IEnumerable<Link> NewLinks(CorridorNetwork network) => Subject?.Kind switch
    {
        SubjectKind.Link => network.Links.Where(l => l.Id == Id && l.Status != LinkStatus.Operating
            && !network.OpenedFrom.ContainsKey(l.Id)),
        SubjectKind.Project => OpenedBy(network),
        SubjectKind.Border or SubjectKind.Crossing when Rows(network).All(r => IsUnbuilt(network, r)) =>
            Rows(network).SelectMany(r => LinksOver(network, r)).Distinct(),
        _ => [],
    };

    /// <summary>The network with the link, railway or project in service, all else as it is.</summary>
    internal CorridorNetwork Built(CorridorNetwork network, LocalDate day)
    {
        IEnumerable<string> ids = Subject?.Kind is SubjectKind.Border or SubjectKind.Crossing
            ? NewLinks(network).Select(l => l.Id) : [Id];
        return ScenarioApply.Apply(
            network, new Scenario(network.ScenarioName, null, [.. ids.Select(id => new OpenLink(0, "", id, day))]));
    }

    private IEnumerable<Link> OpenedBy(CorridorNetwork network)
    {
        var built = Built(network, LocalDate.MinIsoValue).OpenedFrom;
        return network.Links.Where(l => built.ContainsKey(l.Id) && !network.OpenedFrom.ContainsKey(l.Id));
    }

    /// <summary>Where such a way is entered and left, in each direction it may be gone.</summary>
    internal IReadOnlyList<(PlaceId Entry, PlaceId Exit)> Ends(CorridorNetwork network) => Subject?.Kind switch
    {
        SubjectKind.Place => [(new PlaceId(Id), new PlaceId(Id))],
        SubjectKind.Border or SubjectKind.Crossing =>
        [
            .. Rows(network).SelectMany(b => new[] { (b.PlaceA, b.PlaceB), (b.PlaceB, b.PlaceA) }
                .Where(e => b.Covers(e.Item1, e.Item2))).Distinct(),
        ],
        SubjectKind.Service => [.. network.Services.Where(s => s.Id == Id).Select(s => (s.Stops[0], s.Stops[^1]))],
        SubjectKind.Link =>
        [
            .. network.Links.Where(l => l.Id == Id).SelectMany(l => new[] { (l.From, l.To), (l.To, l.From) }),
        ],
        _ => [],
    };
}
