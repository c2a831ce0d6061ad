using System.Collections.Frozen;
using Rahdar.Network.Borders;
using Rahdar.Network.Hazards;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Incidents, projects and rail terminals.</summary>
internal static class HazardReader
{
    private static readonly Dictionary<string, Verification> Verifications = new()
    {
        ["confirmed"] = Verification.Confirmed,
        ["reported"] = Verification.Reported,
        ["denied"] = Verification.Denied,
        ["under_verification"] = Verification.UnderVerification,
    };

    private static readonly (string Word, Mode? Mode)[] Affected =
    [
        ("rail", Mode.Rail), ("road", Mode.Road), ("sea", Mode.Sea), ("air", Mode.Air), ("people", null), ("all", null),
    ];

    private static readonly Dictionary<string, ProjectClaimKind> ClaimKinds = new()
    {
        ["days"] = ProjectClaimKind.Days,
        ["days-before"] = ProjectClaimKind.DaysBefore,
        ["days-saved"] = ProjectClaimKind.DaysSaved,
    };

    /// <summary>What was said that projects will do.</summary>
    internal static IReadOnlyList<ProjectClaim> ReadProjectClaims(CorridorTables t)
    {
        var projects = t.Ids("facts/projects.csv", "project_id");
        var list = new List<ProjectClaim>();
        foreach (var row in t.Rows("ours/project_claims.csv"))
        {
            var id = row.Text("claim_id");
            CorridorTables.CheckId(row, "project_id", projects, "project");
            var (from, to) = (t.RequirePlace(row, "from_id"), t.RequirePlace(row, "to_id"));
            var kind = row.Word("kind", ClaimKinds, ProjectClaimKind.Days);
            if (row.Figure(id, "days", "d", row.Range("least", "greatest", 1_000)) is { } days
                && from is { } a && to is { } b)
                list.Add(new ProjectClaim(id, row.Text("project_id"), a, b, kind, days, row.Text("note")));
        }
        return list;
    }

    internal static IReadOnlyList<Incident> ReadIncidents(CorridorTables t)
    {
        var list = new List<Incident>();
        var kinds = t.Ids("ours/incident_words.csv", "kind");
        var counted = t.Rows("ours/incident_words.csv").Where(r => r.Word("counts", CsvRow.YesNo, false))
            .Select(r => r.Text("kind")).ToHashSet();
        foreach (var row in t.Rows("facts/incidents.csv"))
        {
            var place = row.Text("place_id").Length == 0 ? null : t.RequirePlace(row, "place_id");
            var (from, to) = (row.Date("date_from"), row.Date("date_to"));
            if (from > to) row.Fault("date_to", "value:out-of-range", "the incident ends before it begins");
            var kind = row.Text("kind");
            if (!kinds.MayHold(kind))
                row.Fault("kind", "value:unknown-word",
                    $"`{CsvRow.Shorten(kind)}` stands not in ours/incident_words.csv");
            list.Add(new Incident(
                row.Text("incident_id"), from, to, place, (double?)row.Number("geo_precision_km", 0, 20_000),
                kind, Modes(row), row.Text("title"), ReadVerification(row), row.Provenance(from, from))
            {
                Country = row.Text("country"),
                IsCounted = counted.Contains(kind),
            });
        }
        return list;
    }

    internal static IReadOnlyList<Project> ReadProjects(CorridorTables t)
    {
        var list = new List<Project>();
        var sections = t.Ids("facts/rail_sections.csv", "section_id");
        foreach (var row in t.Rows("facts/projects.csv"))
        {
            var affected = row.Text("affects_sections")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var section in affected.Where(s => !sections.MayHold(s)))
                row.Fault("affects_sections", "ref:unknown-id", $"`{CsvRow.Shorten(section)}` is no section");
            list.Add(new Project(
                row.Text("project_id"), row.Text("name"), t.RequirePlace(row, "from_id") ?? default,
                t.RequirePlace(row, "to_id") ?? default, row.Text("scenario"), affected, row.Text("status"),
                row.Triangle("expected_open_min", "expected_open_mode", "expected_open_max",
                    ReadingLimits.YearMin, ReadingLimits.YearMax)));
        }
        return list;
    }

    /// <summary>Places where a block train may be loaded or set down without a listed service.</summary>
    internal static FrozenSet<PlaceId> RailTerminals(
        CorridorTables t, IReadOnlyDictionary<PlaceId, Place> places, IReadOnlyList<Link> links,
        IReadOnlyList<GaugeBreak> gauges)
    {
        var onRail = links.Where(l => l.Mode == Mode.Rail).SelectMany(l => new[] { l.From, l.To }).ToHashSet();
        return t.Rows("facts/terminals.csv").Where(r => r.Text("rail_connected") == "yes")
            .Concat(t.Rows("ours/rail_terminals.csv")).Select(r => new PlaceId(r.Text("place_id")))
            .Concat(gauges.Where(g => g.Status == "operating").Select(g => g.Place))
            .Where(p => places.ContainsKey(p) && onRail.Contains(p)).ToFrozenSet();
    }

    internal static Verification ReadVerification(CsvRow row) =>
        row.Word("verification", Verifications, Verification.UnderVerification);

    private static List<Mode> Modes(CsvRow row)
    {
        var words = row.Text("affected_mode").Split(';', StringSplitOptions.TrimEntries);
        foreach (var word in words.Where(w => Affected.All(a => a.Word != w)))
            row.Fault("affected_mode", "value:unknown-word",
                $"`{CsvRow.Shorten(word)}` is not one of {string.Join(", ", Affected.Select(a => a.Word))}");
        var isAll = words.Contains("all");
        return [.. Affected.Where(a => isAll || words.Contains(a.Word)).Select(a => a.Mode).OfType<Mode>()];
    }
}
