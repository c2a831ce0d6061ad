using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Demands;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>A count of links of one kind.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="Status">State of the infrastructure.</param>
/// <param name="Gauge">Gauge; null unless rail.</param>
/// <param name="Links">How many.</param>
/// <param name="Km">Route kilometres.</param>
public sealed record LinkCount(Mode Mode, LinkStatus Status, Gauge? Gauge, int Links, decimal Km);

/// <summary>Services of one kind.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Offered">How many are on offer on the day of the survey.</param>
/// <param name="Others">How many are not.</param>
public sealed record ServiceCount(ServiceKind Kind, int Offered, int Others);

/// <summary>A row that meets nothing, or something that does not agree.</summary>
/// <param name="Id">Id of the row or subject.</param>
/// <param name="What">What is the matter, in words.</param>
public sealed record SurveyRemark(string Id, string What);

/// <summary>A dated status that is old on the day of the survey.</summary>
/// <param name="Kind">Kind of subject.</param>
/// <param name="Id">Id.</param>
/// <param name="Status">Status word.</param>
/// <param name="StatedOn">Day of the page that told it last.</param>
/// <param name="AgeDays">Age in days.</param>
public sealed record StaleStatus(SubjectKind Kind, string Id, string Status, LocalDate StatedOn, int AgeDays);

/// <summary>
/// What `network check` tells after a clean load: what is there, what does not join, what is old or in conflict.
/// </summary>
/// <remarks>Shape: all lists in a fixed order; each may be empty.</remarks>
public sealed record NetworkSurvey
{
    /// <summary>Share by which a published length may differ from the links before it is told.</summary>
    private const decimal LengthTolerance = 0.10m;

    /// <summary>Day as of which services and ages are told.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Age from which a status is stale, days.</summary>
    public required int StaleAfterDays { get; init; }

    /// <summary>Number of places with links.</summary>
    public required int Places { get; init; }

    /// <summary>Places named in facts that no link touches.</summary>
    public required IReadOnlyList<Place> PlacesWithoutLinks { get; init; }

    /// <summary>Links by mode, status and gauge.</summary>
    public required IReadOnlyList<LinkCount> Links { get; init; }

    /// <summary>Services by kind.</summary>
    public required IReadOnlyList<ServiceCount> Services { get; init; }

    /// <summary>Number of claims by grade; the last entry counts those of tables without one (null).</summary>
    public required IReadOnlyList<(Confidence? Grade, int Claims)> Claims { get; init; }

    /// <summary>Demands of boxes.</summary>
    public required int BoxDemands { get; init; }

    /// <summary>Demands of trucks.</summary>
    public required int TruckDemands { get; init; }

    /// <summary>Border activities.</summary>
    public required int Activities { get; init; }

    /// <summary>Trade figures.</summary>
    public required int TradeFigures { get; init; }

    /// <summary>Border rows that join a link.</summary>
    public required int BordersJoined { get; init; }

    /// <summary>Border rows that join no link and that nothing replaces.</summary>
    public required IReadOnlyList<SurveyRemark> BordersWithoutLink { get; init; }

    /// <summary>Border rows that join no link, with the `-L` row that replaces each.</summary>
    public required IReadOnlyList<SurveyRemark> BordersReplaced { get; init; }

    /// <summary>Border links without a row, where a visible default stands in; both directions as one.</summary>
    public required IReadOnlyList<SurveyRemark> DefaultBorders { get; init; }

    /// <summary>Operating rail, km.</summary>
    public required decimal RailKm { get; init; }

    /// <summary>Operating rail on default sections, km.</summary>
    public required decimal RailKmOnDefaults { get; init; }

    /// <summary>Baseline sections that hold for no link, or whose length is not that of the links.</summary>
    public required IReadOnlyList<SurveyRemark> Sections { get; init; }

    /// <summary>Hops of services that the network does not join.</summary>
    public required IReadOnlyList<SurveyRemark> HopsNotJoined { get; init; }

    /// <summary>Sea hops for which a straight line stands in.</summary>
    public required IReadOnlyList<SurveyRemark> HopsStraight { get; init; }

    /// <summary>Old statuses, oldest first.</summary>
    public required IReadOnlyList<StaleStatus> Stale { get; init; }

    /// <summary>Services whose claims differ in status.</summary>
    public required IReadOnlyList<SurveyRemark> ServiceConflicts { get; init; }

    /// <summary>Closures that somebody denies, and reports against which something speaks.</summary>
    public required IReadOnlyList<SurveyRemark> ClosureConflicts { get; init; }

    /// <summary>Links whose published length is not that of the line as drawn.</summary>
    public required IReadOnlyList<SurveyRemark> LengthConflicts { get; init; }

    /// <summary>Border rows whose published mean clearance lies outside the range of the row.</summary>
    public required IReadOnlyList<SurveyRemark> ClearanceConflicts { get; init; }

    /// <summary>Surveys a network as of a day.</summary>
    public static NetworkSurvey Of(CorridorNetwork network, LocalDate asOf)
    {
        var operating = network.Links.Where(l => l.Mode == Mode.Rail && l.Status == LinkStatus.Operating).ToList();
        var replaced = network.BordersWithoutLink.Where(b => Replacement(network, b) is not null).ToList();
        var (unjoined, straight) = HopSurvey.Of(network, asOf);
        var claims = new ClaimBook(network).ListClaims().GroupBy(c => c.Confidence).OrderByDescending(g => g.Key);
        return new NetworkSurvey
        {
            AsOf = asOf,
            StaleAfterDays = network.StaleAfterDays,
            Places = network.Places.Count,
            PlacesWithoutLinks = network.PlacesWithoutLinks,
            Links =
            [
                .. network.Links.GroupBy(l => (l.Mode, l.Status, l.Gauge)).OrderBy(g => g.Key.Mode)
                .ThenBy(g => g.Key.Status)
                    .ThenByDescending(g => g.Key.Gauge?.Millimetres)
                    .Select(g => new LinkCount(
                        g.Key.Mode, g.Key.Status, g.Key.Gauge, g.Count(), g.Sum(l => l.RouteKm.Value.Mean))),
            ],
            Services = CountServices(network, asOf),
            Claims = [.. claims.Select(g => (g.Key, g.Count()))],
            BoxDemands = network.Demands.Count(d => d.Kind == DemandKind.Boxes),
            TruckDemands = network.Demands.Count(d => d.Kind == DemandKind.Trucks),
            Activities = network.Activities.Count,
            TradeFigures = network.Tables.FirstOrDefault(t => t.File == "facts/trade.csv")?.Rows.Count ?? 0,
            BordersJoined = network.Borders.Count(b => !b.IsDefault),
            BordersWithoutLink = [.. network.BordersWithoutLink.Except(replaced)
                .Select(b => new SurveyRemark(b.Id, WhyWithoutLink(network, b)))],
            BordersReplaced =
                [.. replaced.Select(b => new SurveyRemark(b.Id, $"replaced by {Replacement(network, b)!.Id}"))],
            DefaultBorders =
            [
                .. network.Borders.Where(b => b.IsDefault).GroupBy(b => (b.Crossing, b.Mode))
                    .Select(g => new SurveyRemark(g.Key.Crossing, $"{LinkClaims.Word(g.Key.Mode)}, {g.First().Name}")),
            ],
            RailKm = operating.Sum(l => l.RouteKm.Value.Mean),
            RailKmOnDefaults = operating.Where(l => network.SectionOfLink[l.Id].IsDefault)
                .Sum(l => l.RouteKm.Value.Mean),
            Sections = [.. network.Sections.Where(s => s.Scenario == "baseline")
                .Select(s => SectionRemark(network, s)).OfType<SurveyRemark>()],
            HopsNotJoined = unjoined,
            HopsStraight = straight,
            Stale = ListStale(network, asOf),
            ServiceConflicts = ConflictSurvey.Services(network, asOf),
            ClosureConflicts = ConflictSurvey.Closures(network, asOf),
            LengthConflicts = ConflictSurvey.Lengths(network, LengthTolerance),
            ClearanceConflicts =
            [
                .. network.Borders.Concat(network.BordersWithoutLink).Where(IsOutside).Select(b => new SurveyRemark(
                    b.Id, $"published mean {b.ClearanceMean!.Value} h, range {b.Clearance!.Value} h")),
            ],
        };
    }

    /// <summary>Why a border row joins no link.</summary>
    internal static string WhyWithoutLink(CorridorNetwork network, BorderRow row)
    {
        if (Replacement(network, row) is { } other) return $"replaced by {other.Id}";
        var bare = new[] { row.PlaceA, row.PlaceB }.Where(p => !network.Places.ContainsKey(p)).ToList();
        return bare.Count > 0
            ? $"no link touches {string.Join(" and ", bare)}"
            : $"no {LinkClaims.Word(row.Mode)} link {row.PlaceA}-{row.PlaceB}";
    }

    /// <summary>Whether the published mean clearance lies outside least and greatest.</summary>
    internal static bool IsOutside(BorderRow row) =>
        row.ClearanceMean is { } mean && row.Clearance is { } range
            && (mean.Value.Mode < range.Value.Min || mean.Value.Mode > range.Value.Max);

    /// <summary>Length of a section over the links that exist, km; null when they do not join its ends.</summary>
    internal static decimal? RouteKm(CorridorNetwork network, RailSection section)
    {
        var fit = network.Links
            .Where(l => l.Mode == Mode.Rail && (section.Scenario != "baseline" || l.Status == LinkStatus.Operating))
            .ToList();
        var links = SectionJoin.LinksOf(section, fit);
        return links.Count == 0 ? null : links.Sum(l => l.RouteKm.Value.Mean);
    }

    private static BorderRow? Replacement(CorridorNetwork network, BorderRow row) =>
        network.Borders.FirstOrDefault(b => b.Id == row.Id + "-L");

    private static List<ServiceCount> CountServices(CorridorNetwork network, LocalDate asOf)
    {
        var knowledge = new Knowledge(network, asOf);
        return
        [
            .. network.Services.Select(s => (s.Kind, knowledge.OfferOf(s).IsOffered)).GroupBy(s => s.Kind)
            .OrderBy(g => g.Key)
                .Select(g => new ServiceCount(g.Key, g.Count(s => s.IsOffered), g.Count(s => !s.IsOffered))),
        ];
    }

    private static SurveyRemark? SectionRemark(CorridorNetwork network, RailSection section)
    {
        if (RouteKm(network, section) is not { } km)
            return new SurveyRemark(
                section.Id, $"meets no operating link of {section.Gauge} mm, {section.From} - {section.To}");
        if (section.LengthKm is not { } published
            || Math.Abs(published.Value.Mode - km) <= LengthTolerance * published.Value.Mode) return null;
        return new SurveyRemark(
            section.Id, $"published {published.Value} km, links {km:0} km "
                + $"({(km / published.Value.Mode - 1) * 100:+0;-0} %): {section.Name}");
    }

    private static List<StaleStatus> ListStale(CorridorNetwork network, LocalDate asOf)
    {
        var dated = network.ServiceEvents.Select(e => e.ServiceId).ToHashSet();
        var projects = network.Tables.FirstOrDefault(t => t.File == "facts/projects.csv")?.Rows ?? [];
        var all = network.Borders.Concat(network.BordersWithoutLink)
            .Select(b => (SubjectKind.Border, b.Id, b.Status, b.StatusDate))
            .Concat(network.Services.Where(s => !dated.Contains(s.Id))
                .Select(s => (SubjectKind.Service, s.Id, s.Status, s.StatusDate)))
            .Concat(network.Ports.Select(p => (SubjectKind.Port, $"{p.Place} {p.Terminal}", p.Status, p.StatusDate)))
            .Concat(projects.Select(r => (
                SubjectKind.Project, r.Text("project_id"), r.Text("status"), ClaimTable.Day(r.Text("status_date")))));
        return
        [
            .. from s in all
               where s.Item4 is { } day && Period.DaysBetween(day, asOf) > network.StaleAfterDays
               let age = Period.DaysBetween(s.Item4!.Value, asOf)
               orderby age descending, s.Item2
               select new StaleStatus(s.Item1, s.Item2, s.Item3, s.Item4!.Value, age),
        ];
    }
}
