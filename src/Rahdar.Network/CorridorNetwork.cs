using System.Collections.Frozen;
using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Demands;
using Rahdar.Network.Hazards;
using Rahdar.Network.Indicators;
using Rahdar.Network.Legal;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Prices;
using Rahdar.Network.Rail;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network;

/// <summary>One immutable version of what can be: places, links, borders, services, prices and the claims about
/// them.</summary>
/// <remarks>Made by <see cref="CorridorReader"/>; a scenario makes a changed copy. Shape: lists in file
/// order.</remarks>
public sealed record CorridorNetwork
{
    /// <summary>Places by id.</summary>
    public required FrozenDictionary<PlaceId, Place> Places { get; init; }

    /// <summary>Places named in facts that no link touches.</summary>
    public required IReadOnlyList<Place> PlacesWithoutLinks { get; init; }

    /// <summary>All links of all modes and states.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>Section that holds for a rail link, by link id; a default where no row speaks.</summary>
    public required FrozenDictionary<string, RailSection> SectionOfLink { get; init; }

    /// <summary>All section rows.</summary>
    public required IReadOnlyList<RailSection> Sections { get; init; }

    /// <summary>Border rows that join a link, and the defaults that stand in.</summary>
    public required IReadOnlyList<BorderRow> Borders { get; init; }

    /// <summary>Border rows that join no link.</summary>
    public required IReadOnlyList<BorderRow> BordersWithoutLink { get; init; }

    /// <summary>Every claim of a closure, also denials.</summary>
    public required IReadOnlyList<Closure> Closures { get; init; }

    /// <summary>Gauge rows.</summary>
    public required IReadOnlyList<GaugeBreak> GaugeBreaks { get; init; }

    /// <summary>Wagon classes.</summary>
    public required IReadOnlyList<ContainerWagon> Wagons { get; init; }

    /// <summary>Services.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>Dated claims about services.</summary>
    public required IReadOnlyList<ServiceEvent> ServiceEvents { get; init; }

    /// <summary>Meaning of service status words.</summary>
    public required FrozenDictionary<string, ServiceWord> ServiceWords { get; init; }

    /// <summary>Published departures of timetabled services.</summary>
    public required IReadOnlyList<Departure> Timetable { get; init; }

    /// <summary>Prices, fees and ratios.</summary>
    public required IReadOnlyList<Tariff> Tariffs { get; init; }

    /// <summary>Ports; of several rows of one place the first speaks for the port.</summary>
    public required IReadOnlyList<Port> Ports { get; init; }

    /// <summary>Higher storage rates.</summary>
    public required IReadOnlyList<StorageTier> StorageTiers { get; init; }

    /// <summary>Handling rows.</summary>
    public required IReadOnlyList<HandlingRow> Handling { get; init; }

    /// <summary>Holidays and seasons.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }

    /// <summary>Incidents with a place.</summary>
    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>Projects; off by default.</summary>
    public required IReadOnlyList<Project> Projects { get; init; }

    /// <summary>Sea links by chokepoint.</summary>
    public required FrozenDictionary<string, FrozenSet<string>> Chokepoints { get; init; }

    /// <summary>Places where boxes may be handled by rail without a listed service.</summary>
    public required FrozenSet<PlaceId> RailTerminals { get; init; }

    /// <summary>Memberships, rules, sanctions and goods controls.</summary>
    public required IReadOnlyList<LegalRow> Laws { get; init; }

    /// <summary>Rules about papers, permits, customs regimes and compliance questions.</summary>
    public required IReadOnlyList<PaperRule> Papers { get; init; }

    /// <summary>Published values of the corridor performance monitoring: they judge, the planner reads none.</summary>
    public required IReadOnlyList<PublishedIndicator> Indicators { get; init; }

    /// <summary>Boxes and trucks that ask for a way every day; the simulation reads them, the planner none.</summary>
    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>Work of the posts on one truck or train, without queue; the simulation reads it, the planner
    /// none.</summary>
    public IReadOnlyList<BorderActivity> Activities { get; init; } = [];

    /// <summary>What was said that projects will do, in file order.</summary>
    public IReadOnlyList<ProjectClaim> ProjectClaims { get; init; } = [];

    /// <summary>Reported backlogs before shut posts, in file order: what the simulation is judged by.</summary>
    public IReadOnlyList<ReportedBacklog> Backlogs { get; init; } = [];
    /// <summary>Trains that stand for those of a line in its study; planner and simulation read none.</summary>
    public IReadOnlyList<LineTrain> LineTrains { get; init; } = [];

    /// <summary>How sections are worked, for the study of a line; planner and simulation read none.</summary>
    public IReadOnlyList<LineOperation> LineOperations { get; init; } = [];

    /// <summary>Single figures of the tables dwell, vehicles and emissions, and defaults and roles.</summary>
    public required FigureTables Figures { get; init; }

    /// <summary>All figures by id, for audit.</summary>
    public required FrozenDictionary<string, Figure> AllFigures { get; init; }

    /// <summary>The tables as read, for showing claims.</summary>
    public required IReadOnlyList<CsvTable> Tables { get; init; }

    /// <summary>First day of the window over which closures are counted.</summary>
    public required LocalDate ObservedFrom { get; init; }

    /// <summary>An incident known less precisely is not charged to a place.</summary>
    public required double IncidentPrecisionKm { get; init; }

    /// <summary>Age from which a status is shown as stale.</summary>
    public required int StaleAfterDays { get; init; }

    /// <summary>Days for which an unconfirmed report without an end is priced.</summary>
    public required int ReportExpiresAfterDays { get; init; }

    /// <summary>What a scenario changed, one sentence each; empty for the data as they are.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Name of the scenario; empty for the data as they are.</summary>
    public string ScenarioName { get; init; } = "";

    /// <summary>Day of the newest report of a closure or an incident: what happened since, the data do not know; null
    /// without any.</summary>
    public LocalDate? NewestReport => Closures.Select(c => c.KnownFrom).Concat(Incidents.Select(i => i.From)).Max();

    /// <summary>A sentence for who asks with a knowledge date after the newest report; null where it is not
    /// needed.</summary>
    /// <param name="known">The knowledge date.</param>
    public string? FindStaleness(LocalDate known) =>
        NewestReport is { } newest && known > newest.PlusDays(StaleAfterDays)
        ? $"the newest report in the data is of {newest:uuuu-MM-dd}: what happened since is not known"
        : null;

    /// <summary>What scenarios changed, in order; empty for the data as they are.</summary>
    public IReadOnlyList<Modification> Modifications { get; init; } = [];

    /// <summary>First day on which a link exists, by link id, for links that a scenario opened.</summary>
    public FrozenDictionary<string, LocalDate> OpenedFrom { get; init; } = FrozenDictionary<string, LocalDate>.Empty;

    /// <summary>Section rows that a scenario puts in the place of the baseline, by link id; earliest day
    /// first.</summary>
    public FrozenDictionary<string, IReadOnlyList<SectionUpgrade>> Upgrades { get; init; } =
        FrozenDictionary<string, IReadOnlyList<SectionUpgrade>>.Empty;

    /// <summary>Services that a scenario stopped.</summary>
    public FrozenSet<string> StoppedServices { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The place with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Place GetPlace(PlaceId id) => Places[id];

    /// <summary>The place with an id, also one that no link touches.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Place GetPlaceOrUnlinked(PlaceId id) =>
        Places.GetValueOrDefault(id) ?? PlacesWithoutLinks.FirstOrDefault(p => p.Id == id)
        ?? throw new KeyNotFoundException($"no place {id}");

    /// <summary>Port row that speaks for a place, or null: such a place is pass-through only at sea.</summary>
    public Port? FindPort(PlaceId place) => Ports.FirstOrDefault(port => port.Place == place);

    /// <summary>Border row for going over a pair of places in a mode, or null when the step crosses no
    /// border.</summary>
    public BorderRow? FindBorder(PlaceId from, PlaceId to, Mode mode) =>
        BordersByEnds.GetValueOrDefault((from, to, mode));

    /// <summary>Section that holds for a rail link on a day.</summary>
    /// <exception cref="KeyNotFoundException">It is no rail link.</exception>
    public RailSection GetSection(string linkId, LocalDate day) =>
        Upgrades.GetValueOrDefault(linkId)?.LastOrDefault(u => u.From <= day)?.Section ?? SectionOfLink[linkId];

    /// <summary>The network with the sections that hold on a day in <see cref="SectionOfLink"/>; itself where no
    /// scenario upgrades a line.</summary>
    public CorridorNetwork WithUpgradesOn(LocalDate day) => Upgrades.Count == 0 ? this : this with
    {
        SectionOfLink = SectionOfLink.ToFrozenDictionary(s => s.Key, s => GetSection(s.Key, day)),
    };

    /// <summary>Work of both posts on one truck or train that goes over a border row: the post left, then the post
    /// entered.</summary>
    /// <remarks>Inside a customs union (the treaty of a rule of moment `union` in ours/papers.csv) the regime is
    /// `eaeu`, else `customs`. Shape: in file order within a post; empty where no row speaks.</remarks>
    /// <param name="row">The crossing: its mode is asked.</param>
    /// <param name="fromCountry">ISO 3166 code of the country left.</param>
    /// <param name="toCountry">ISO 3166 code of the country entered.</param>
    public IReadOnlyList<BorderActivity> ListActivities(BorderRow row, string fromCountry, string toCountry)
    {
        var regime = IsCustomsUnion(fromCountry, toCountry) ? BorderActivity.Union : BorderActivity.Customs;
        return
        [
            .. Activities.Where(a => a.Mode == row.Mode && a.Regime == regime)
                .OrderBy(a => a.Direction == "out" ? 0 : 1),
        ];
    }

    /// <summary>Whether a link is worked on a day: operating, or opened by a scenario by then.</summary>
    public bool IsWorked(Link link, LocalDate day) =>
        link.Status == LinkStatus.Operating || OpenedFrom.TryGetValue(link.Id, out var from) && from <= day;

    /// <summary>Links of a mode that touch a place, in file order; empty when none does.</summary>
    public IReadOnlyList<Link> LinksAt(PlaceId place, Mode mode) => LinksByEnd.GetValueOrDefault((place, mode), []);

    private bool IsCustomsUnion(string a, string b) =>
        Papers.Where(p => p.Moment == PaperMoment.Union).Select(p => p.Treaty).OfType<TreatyTerm>().Distinct()
            .Select(t => Laws.Where(l => l.Instrument == t.Instrument && l.State == t.State).ToList())
            .Any(laws => laws.Exists(l => l.SpeaksOf(a)) && laws.Exists(l => l.SpeaksOf(b)));

    // A changed copy takes the fields along: each index remembers the list it was made from.
    private FrozenDictionary<(PlaceId, Mode), Link[]> LinksByEnd
    {
        get
        {
            if (!ReferenceEquals(_linksByEnd?.Of, Links)) _linksByEnd = new(Links, IndexLinks());
            return _linksByEnd.By;
        }
    }

    private Index<IReadOnlyList<Link>, FrozenDictionary<(PlaceId, Mode), Link[]>>? _linksByEnd;

    private FrozenDictionary<(PlaceId, PlaceId, Mode), BorderRow> BordersByEnds
    {
        get
        {
            if (!ReferenceEquals(_bordersByEnds?.Of, Borders)) _bordersByEnds = new(Borders, IndexBorders());
            return _bordersByEnds.By;
        }
    }

    private Index<IReadOnlyList<BorderRow>, FrozenDictionary<(PlaceId, PlaceId, Mode), BorderRow>>? _bordersByEnds;

    private FrozenDictionary<(PlaceId, Mode), Link[]> IndexLinks() => Links
        .SelectMany(l => l.From == l.To ? [(End: l.From, l)] : new[] { (End: l.From, l), (End: l.To, l) })
        .GroupBy(x => (x.End, x.l.Mode), x => x.l).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private FrozenDictionary<(PlaceId, PlaceId, Mode), BorderRow> IndexBorders()
    {
        var index = new Dictionary<(PlaceId, PlaceId, Mode), BorderRow>();
        foreach (var row in Borders)
            foreach (var (a, b) in new[] { (row.PlaceA, row.PlaceB), (row.PlaceB, row.PlaceA) })
                if (row.Covers(a, b)) index.TryAdd((a, b, row.Mode), row);
        return index.ToFrozenDictionary();
    }

    /// <summary>An index, and the list it was made from.</summary>
    private sealed record Index<TList, TBy>(TList Of, TBy By);
}

/// <summary>Meaning of a service status word.</summary>
/// <param name="IsOffered">Runs as listed.</param>
/// <param name="IsDeparture">Offered only as the announced departure.</param>
/// <param name="Flag">Flag shown on a plan; may be empty.</param>
public sealed record ServiceWord(bool IsOffered, bool IsDeparture, string Flag);
