using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>What a subject is tied to: ids worth a look, told beside its claims.</summary>
internal static class SubjectLinks
{
    internal static IReadOnlyList<(string What, string Ids)> Of(CorridorNetwork n, Subject subject, LocalDate known)
    {
        var list = subject.Kind switch
        {
            SubjectKind.Place => OfPlace(n, new PlaceId(subject.Id), known),
            SubjectKind.Border => OfBorder(n, n.Borders.Concat(n.BordersWithoutLink).First(b => b.Id == subject.Id)),
            SubjectKind.Crossing => OfCrossing(n, subject.Id),
            SubjectKind.Link => OfLink(n, n.Links.First(l => l.Id == subject.Id)),
            SubjectKind.Chokepoint =>
                [("links", Join(n.Chokepoints.GetValueOrDefault(subject.Id, []).Order(StringComparer.Ordinal)))],
            SubjectKind.Project => OfProject(n, subject.Id),
            _ => [],
        };
        return [.. list.Where(r => r.Item2.Length > 0)];
    }

    private static (string, string)[] OfPlace(CorridorNetwork n, PlaceId id, LocalDate known)
    {
        var links = n.Links.Where(l => l.Touches(id)).ToList();
        return
        [
            ("borders", Join(
                n.Borders.Concat(n.BordersWithoutLink).Where(b => b.PlaceA == id || b.PlaceB == id).Select(b => b.Id))),
            ("services", Join(n.Services.Where(s => s.Stops.Contains(id)).Select(s => s.Id))),
            ("gauge yards", Join(n.GaugeBreaks.Where(g => g.Place == id).Select(g => g.Id))),
            ("incidents", Join(n.Incidents.Where(i => i.Place == id && i.From <= known).Select(i => i.Id))),
            ("chokepoints", Join(n.Chokepoints.Where(c => links.Any(l => c.Value.Contains(l.Id))).Select(c => c.Key)
                .Order(StringComparer.Ordinal))),
            ("links", links.Count == 0 ? "none" : string.Join(", ", links.GroupBy(l => (l.Mode, l.Gauge))
                .Select(g =>
                    $"{g.Count()} {LinkClaims.Word(g.Key.Mode)}{(g.Key.Gauge is { } gauge ? $" {gauge}" : "")}"))),
        ];
    }

    private static (string, string)[] OfBorder(CorridorNetwork n, BorderRow row) =>
    [
        ("crossing", row.Crossing),
        ("other rows", Join(n.Borders.Concat(n.BordersWithoutLink)
            .Where(b => b.Crossing == row.Crossing && b.Id != row.Id).Select(b => b.Id))),
        ("links", Join(n.Links.Where(l => l.Mode == row.Mode && BorderRow.CrossingOf(l.From, l.To) == row.Crossing)
            .Select(l => l.Id))),
    ];

    private static (string, string)[] OfCrossing(CorridorNetwork n, string crossing) =>
    [
        ("rows", Join(n.Borders.Concat(n.BordersWithoutLink).Where(b => b.Crossing == crossing).Select(b => b.Id))),
        ("links", Join(n.Links.Where(l => BorderRow.CrossingOf(l.From, l.To) == crossing).Select(l => l.Id))),
    ];

    private static (string, string)[] OfLink(CorridorNetwork n, Link link) =>
    [
        ("section", n.SectionOfLink.TryGetValue(link.Id, out var section) ? section.Id : ""),
        ("borders", link.Mode == Mode.Sea ? "" : Join(n.Borders
            .Where(b => b.Mode == link.Mode && b.Crossing == BorderRow.CrossingOf(link.From, link.To))
            .Select(b => b.Id))),
        ("chokepoints",
            Join(n.Chokepoints.Where(c => c.Value.Contains(link.Id)).Select(c => c.Key).Order(StringComparer.Ordinal))),
    ];

    private static (string, string)[] OfProject(CorridorNetwork n, string id)
    {
        var project = n.Projects.First(p => p.Id == id);
        return [("ends", $"{project.From}, {project.To}"), ("sections", Join(project.Sections))];
    }

    private static string Join(IEnumerable<string> ids) => string.Join(", ", ids);
}
