using System.Collections.Frozen;
using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Hazards;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Outcome of reading a corridor: a network, or every fault.</summary>
/// <param name="Network">The network; null when anything was wrong.</param>
/// <param name="Faults">Every fault; empty when the network is there.</param>
public sealed record ReadOutcome(CorridorNetwork? Network, IReadOnlyList<InputFault> Faults);

/// <summary>Reads a whole corridor from its files; all faults at once, nothing half-loaded.</summary>
/// <remarks>Reading order: this method lists it. Each table has its reader in a file beside this one.</remarks>
public static class CorridorReader
{
    /// <summary>Reads the corridor.</summary>
    public static ReadOutcome Read(CorridorFiles files)
    {
        var faults = new FaultCollector();
        var t = new CorridorTables(files, faults);
        var places = PlaceReader.Read(t, out var unlinked);
        var known = places.Values.Concat(unlinked).ToDictionary(p => p.Id);
        var (links, linkIds) = LinkReader.Read(files, t, places, faults);
        var rows = FigureTableReader.Read(t);
        var borders = BorderReader.Read(t, known);
        var gauges = RailReader.ReadGaugeBreaks(t);
        var sections = RailReader.ReadSections(t);
        var services = ServiceReader.ReadServices(t);
        var projects = HazardReader.ReadProjects(t);
        var tariffs = PriceReader.Read(t);
        var ports = PortReader.ReadPorts(t);
        var closures = ClosureReader.Read(t, linkIds, out var chokepoints);
        var wagons = RailReader.ReadWagons(t);
        var events = ServiceReader.ReadEvents(t);
        var timetable = ServiceReader.ReadTimetable(t);
        var handling = PortReader.ReadHandling(t, faults);
        var tiers = PortReader.ReadTiers(t);
        var holidays = CalendarReader.Read(t);
        var incidents = HazardReader.ReadIncidents(t);
        var words = ServiceReader.ReadWords(t);
        var laws = LegalReader.Read(t);
        var papers = PaperReader.Read(t);
        var indicators = IndicatorReader.Read(t);
        var demands = DemandReader.Read(t, borders);
        var activities = BorderReader.ReadActivities(t);
        var projectClaims = HazardReader.ReadProjectClaims(t);
        var backlogs = ClosureReader.ReadBacklogs(t, closures);
        var lineTrains = LineReader.ReadTrains(t);
        var lineOperations = LineReader.ReadOperations(t);
        var observedFrom = t.ObservationDate("closures-observed-from", new LocalDate(2020, 1, 1));
        var incidentPrecision = t.ObservationNumber("incident-precision-km", 60);
        var reportExpires = t.ObservationNumber("report-expires-after-days", 30);
        var staleAfter = t.ObservationNumber("stale-after-days", 180);
        t.CheckIds();
        JoinCheck.RolesAreFilled(t, rows, faults);
        JoinCheck.GaugesMeet(links, gauges, faults);
        if (!faults.IsClean) return new ReadOutcome(null, faults.Faults);

        var joined = BorderJoin.Join(borders, links, places, rows);
        var terminals = HazardReader.RailTerminals(t, places, links, gauges);
        var network = new CorridorNetwork
        {
            Places = places,
            PlacesWithoutLinks = unlinked,
            Links = links,
            Sections = sections,
            SectionOfLink = SectionJoin.Join(sections.Where(s => s.Scenario == "baseline"), links, places, rows),
            Borders = joined.Joined,
            BordersWithoutLink = joined.WithoutLink,
            Closures = closures,
            GaugeBreaks = gauges,
            Wagons = wagons,
            Services = services,
            ServiceEvents = events,
            ServiceWords = words,
            Timetable = timetable,
            Tariffs = tariffs,
            Ports = ports,
            StorageTiers = tiers,
            Handling = handling,
            Holidays = holidays,
            Incidents = incidents,
            Projects = projects,
            Laws = laws,
            Papers = papers,
            Indicators = indicators,
            Demands = demands,
            Activities = activities,
            Backlogs = backlogs,
            ProjectClaims = projectClaims,
            LineTrains = lineTrains,
            LineOperations = lineOperations,
            Chokepoints = chokepoints,
            RailTerminals = terminals,
            Figures = rows,
            AllFigures = FrozenDictionary<string, Figure>.Empty,
            Tables = t.All,
            ObservedFrom = observedFrom,
            IncidentPrecisionKm = (double)incidentPrecision,
            ReportExpiresAfterDays = (int)reportExpires,
            StaleAfterDays = (int)staleAfter,
        };
        network = network with { AllFigures = FigureAudit.ListAll(network) };
        return new ReadOutcome(network, []);
    }
}

/// <summary>Checks that span tables.</summary>
internal static class JoinCheck
{
    /// <summary>A role that names a figure row needs the figure; an empty row fills no part.</summary>
    internal static void RolesAreFilled(CorridorTables t, FigureTables figures, FaultCollector faults)
    {
        foreach (var row in t.Rows("ours/roles.csv"))
        {
            var (table, id) = (row.Text("table"), row.Text("row_id"));
            if (!FigureTableReader.IdColumns.TryGetValue(table, out var column)
                || figures.Rows.ContainsKey($"{table}/{id}"))
                continue;
            var file = $"facts/{table}.csv";
            if (faults.IsCleanIn(file) && t.Rows(file).Any(r => r.Text(column) == id))
                row.Fault("row_id", "value:missing", $"row `{id}` of {table} holds no value");
        }
    }

    /// <summary>Operating links of two gauges may meet only where a gauge row joins them.</summary>
    /// <remarks>Not asked while a row that could join them is faulty.</remarks>
    internal static void GaugesMeet(IReadOnlyList<Link> links, IReadOnlyList<GaugeBreak> gauges, FaultCollector faults)
    {
        if (!faults.IsCleanIn("network/rail.geojson", "facts/gauge_change.csv")) return;
        var byPlace = new Dictionary<PlaceId, HashSet<Gauge>>();
        foreach (var link in links.Where(l => l.Mode == Mode.Rail && l.Status == LinkStatus.Operating))
            foreach (var end in new[] { link.From, link.To })
            {
                if (!byPlace.TryGetValue(end, out var set)) byPlace[end] = set = [];
                set.Add(link.Gauge!.Value);
            }
        foreach (var (place, set) in byPlace.Where(p => p.Value.Count > 1).OrderBy(p => p.Key))
        {
            var ordered = set.OrderBy(g => g.Millimetres).ToList();
            for (var i = 1; i < ordered.Count; i++)
                if (!gauges.Any(g => g.Place == place && g.Joins(ordered[i - 1], ordered[i])))
                    faults.Add("network/rail.geojson", 0, "gauge_mm", "network:gauge-mismatch",
                        $"operating links of {ordered[i - 1]} and {ordered[i]} mm meet at {place} without a gauge row");
        }
    }
}
