using System.Text.Json;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Network.Hazards;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Rail;
using Rahdar.Network.Services;

namespace Rahdar.Reports;

/// <summary>The tables of a corridor as known on a day, as JSON and by pages; the form is documented in
/// docs/formats/corridor-json.md.</summary>
/// <remarks>A status that was told only after the day is left out: its age says `confirmed later`.</remarks>
public static class CorridorTable
{
    /// <summary>Names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["borders", "closures", "gauge-yards", "incidents", "ports", "projects", "services"];

    /// <summary>A page of a table; null when there is no such table, or nothing bears the id to go on after.</summary>
    /// <param name="network">The network.</param>
    /// <param name="known">Knowledge date.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="after">Key of the row after which the page begins; empty for the first.</param>
    /// <param name="limit">Rows at most, 1 or more.</param>
    public static string? Page(CorridorNetwork network, LocalDate known, string name, string after, int limit)
    {
        if (Rows(network, known, name) is not { } rows) return null;
        var first = after.Length == 0 ? 0 : rows.FindIndex(r => r.Key == after) + 1;
        if (after.Length > 0 && first == 0) return null;
        var last = Math.Min(rows.Count, first + limit);
        return PlanJson.Write(json =>
        {
            json.WriteString("known", $"{known:uuuu-MM-dd}");
            json.WriteNumber("total", rows.Count);
            json.WriteStartArray("items");
            foreach (var row in rows[first..last])
            {
                json.WriteStartObject();
                row.Write(json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("next", last < rows.Count ? rows[last - 1].Key : "");
        });
    }

    /// <summary>`open`, `disputed` or `shut`, as the planner takes a border row.</summary>
    internal static string StateOf(Knowledge knowledge, BorderRow row) =>
        WindowNow(knowledge, row) is not null ? "shut" : knowledge.FindDispute(row) is not null ? "disputed" : "open";

    private static ClosureWindow? WindowNow(Knowledge knowledge, BorderRow row) =>
        knowledge.WindowsOf(row).FirstOrDefault(w => w.Claim.From <= knowledge.Day);

    private static List<TableRow>? Rows(CorridorNetwork network, LocalDate known, string name)
    {
        var knowledge = new Knowledge(network, known);
        return name switch
        {
            "borders" =>
            [
                .. network.Borders.Select(b => new TableRow(b.Id, json => Border(json, network, knowledge, b))),
            ],
            "closures" =>
            [
                .. network.Closures.Where(c => c.From is not null && (c.IsAssumed || c.KnownFrom <= known))
                    .OrderByDescending(c => c.KnownFrom).ThenBy(c => c.Id, StringComparer.Ordinal)
                    .Select(c => new TableRow(c.Id, json => Closure(json, c, known))),
            ],
            "gauge-yards" =>
                [.. network.GaugeBreaks.Select(g => new TableRow(g.Id, json => Yard(json, network, g)))],
            "incidents" =>
            [
                .. network.Incidents.Where(i => i.From <= known).OrderByDescending(i => i.From)
                    .ThenBy(i => i.Id, StringComparer.Ordinal)
                    .Select(i => new TableRow(i.Id, json => Incident(json, network, i, known))),
            ],
            "ports" =>
            [
                .. network.Ports.Select(p => new TableRow(
                    $"{p.Place}/{p.Terminal}", json => Port(json, network, p, known))),
            ],
            "projects" =>
                [.. network.Projects.Select(p => new TableRow(p.Id, json => Project(json, network, p, known)))],
            "services" =>
                [.. network.Services.Select(s => new TableRow(s.Id, json => Service(json, network, knowledge, s)))],
            _ => null,
        };
    }

    private static void Border(Utf8JsonWriter json, CorridorNetwork n, Knowledge knowledge, BorderRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("name", row.ShortName);
        json.WriteString("crossing", row.Crossing);
        json.WriteString("mode", NetworkText.ModeWord(row.Mode));
        json.WriteString("direction", row.Direction switch
        {
            BorderDirection.AToB => "a-to-b",
            BorderDirection.BToA => "b-to-a",
            _ => "both",
        });
        PlanJson.Place(json, "a", n, row.PlaceA);
        PlanJson.Place(json, "b", n, row.PlaceB);
        json.WriteString("hours", row.Hours.ToString());
        json.WriteString("hoursNote", row.Hours.Note);
        json.WriteString("zone", row.Hours.Zone.Id);
        ClaimsJson.Figure(json, "clearance", row.Clearance);
        ClaimsJson.Figure(json, "cost", row.Cost);
        ClaimsJson.Figure(json, "capacity", row.CapacityPerDay);
        json.WriteString("capacityUnit", row.CapacityUnit);
        json.WriteBoolean("isDefault", row.IsDefault);
        json.WriteBoolean("isLocalTradeOnly", row.IsLocalTradeOnly);
        Status(json, row.Status, row.StatusDate, n, knowledge.Day);
        json.WriteString("state", StateOf(knowledge, row));
        if (WindowNow(knowledge, row) is { } window)
        {
            json.WriteString("claimId", window.Claim.Id);
            ClaimsJson.Day(json, "shutSince", window.Claim.From);
            json.WriteString("reopensOn", $"{window.ReopensOn:uuuu-MM-dd}");
            json.WriteBoolean("reopeningIsAssumed", window.AssumedDays is not null);
        }
        else if (knowledge.FindDispute(row) is { } dispute)
        {
            json.WriteString("claimId", dispute.Claim.Id);
            ClaimsJson.Figure(json, "shutProbability", dispute.ShutProbability);
        }
        json.WriteNumber("claims", knowledge.AllClaimsOn(row).Count);
    }

    private static void Closure(Utf8JsonWriter json, Closure closure, LocalDate known)
    {
        json.WriteString("id", closure.Id);
        json.WriteString("target", closure.Target.ToString().ToLowerInvariant());
        json.WriteString("targetId", closure.TargetId);
        ClaimsJson.Day(json, "from", closure.From);
        if (closure.To <= known) ClaimsJson.Day(json, "to", closure.To);
        ClaimsJson.Day(json, "knownFrom", closure.KnownFrom);
        json.WriteString("scope", closure.Scope);
        json.WriteString("reach", closure.Reach.ToString().ToLowerInvariant());
        json.WriteString("kind", closure.Kind);
        json.WriteString("cause", closure.Cause);
        json.WriteString("verification", NetworkText.Words(closure.Verification));
        json.WriteBoolean("isAssumed", closure.IsAssumed);
        json.WriteString("source", closure.Provenance.Source);
        json.WriteString("confidence", closure.Provenance.Confidence.ToString().ToLowerInvariant());
    }

    private static void Incident(Utf8JsonWriter json, CorridorNetwork n, Incident incident, LocalDate known)
    {
        json.WriteString("id", incident.Id);
        ClaimsJson.Day(json, "from", incident.From);
        if (incident.To <= known) ClaimsJson.Day(json, "to", incident.To);
        json.WriteString("country", incident.Country);
        if (incident.Place is { } place)
        {
            json.WriteString("placeId", place.Value);
            json.WriteString("place", n.GetPlaceOrUnlinked(place).Name);
        }
        if (incident.PrecisionKm is { } precision) json.WriteNumber("precisionKm", precision);
        json.WriteString("kind", incident.Kind);
        PlanJson.Texts(json, "modes", [.. incident.Modes.Select(NetworkText.ModeWord)]);
        json.WriteString("title", incident.Title);
        json.WriteString("verification", NetworkText.Words(incident.Verification));
        json.WriteBoolean("isCounted", incident.IsCounted);
        json.WriteString("source", incident.Provenance.Source);
        json.WriteString("confidence", incident.Provenance.Confidence.ToString().ToLowerInvariant());
    }

    private static void Port(Utf8JsonWriter json, CorridorNetwork n, Port port, LocalDate known)
    {
        var place = n.GetPlaceOrUnlinked(port.Place);
        json.WriteString("id", $"{port.Place}/{port.Terminal}");
        json.WriteString("placeId", port.Place.Value);
        json.WriteString("place", place.Name);
        json.WriteString("country", place.Country);
        json.WriteString("terminal", port.Terminal);
        ClaimsJson.Figure(json, "berths", port.Berths);
        ClaimsJson.Figure(json, "freeDays", port.FreeDays);
        ClaimsJson.Figure(json, "storage20", port.Storage20);
        ClaimsJson.Figure(json, "storage40", port.Storage40);
        ClaimsJson.Figure(json, "dwell", port.Dwell);
        ClaimsJson.Figure(json, "handling20", port.Handling20);
        ClaimsJson.Figure(json, "handling40", port.Handling40);
        json.WriteStartArray("facts");
        foreach (var (name, value) in port.Facts.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Status(json, port.Status, port.StatusDate, n, known);
        json.WriteString("hazard", port.Hazard);
    }

    private static void Project(Utf8JsonWriter json, CorridorNetwork n, Project project, LocalDate known)
    {
        var row = n.Tables.FirstOrDefault(t => t.File == "facts/projects.csv")?.Rows
            .FirstOrDefault(r => r.Text("project_id") == project.Id);
        var stated = row?.Date("status_date");
        json.WriteString("id", project.Id);
        json.WriteString("name", project.Name);
        json.WriteString("fromId", project.From.Value);
        json.WriteString("from", n.GetPlaceOrUnlinked(project.From).Name);
        json.WriteString("toId", project.To.Value);
        json.WriteString("to", n.GetPlaceOrUnlinked(project.To).Name);
        Status(json, project.Status, stated, n, known);
        if (project.Opens is { } opens)
        {
            json.WriteStartObject("opens");
            json.WriteNumber("least", opens.Min);
            json.WriteNumber("likely", opens.Mode);
            json.WriteNumber("greatest", opens.Max);
            json.WriteEndObject();
        }
        foreach (var column in new[] { "kind", "countries", "funder", "capacity", "length_km", "source", "confidence" })
            json.WriteString(column == "length_km" ? "lengthKm" : column, row?.Text(column) ?? "");
        PlanJson.Texts(json, "sections", project.Sections);
    }

    private static void Service(Utf8JsonWriter json, CorridorNetwork n, Knowledge knowledge, Service service)
    {
        var offer = knowledge.OfferOf(service);
        json.WriteString("id", service.Id);
        json.WriteString("name", service.Name);
        json.WriteString("operator", service.Operator);
        json.WriteStartArray("stops");
        foreach (var stop in service.Stops)
        {
            json.WriteStartObject();
            json.WriteString("id", stop.Value);
            json.WriteString("name", n.GetPlaceOrUnlinked(stop).Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        PlanJson.Texts(json, "modes", [.. service.HopModes.Select(NetworkText.ModeWord).Distinct()]);
        json.WriteString("kind", service.Kind.ToString().ToLowerInvariant());
        ClaimsJson.Figure(json, "perWeek", service.FrequencyPerWeek);
        ClaimsJson.Figure(json, "transitDays", service.TransitDays);
        ClaimsJson.Figure(json, "capacityTeu", service.CapacityTeu);
        ClaimsJson.Figure(json, "price", service.PriceUsd);
        json.WriteString("priceUnit", service.PriceUnit);
        json.WriteBoolean("isOffered", offer.IsOffered);
        json.WriteString("status", offer.Status);
        json.WriteString("claimId", offer.Claim);
        json.WriteString("flag", offer.Flag);
    }

    private static void Yard(Utf8JsonWriter json, CorridorNetwork n, GaugeBreak yard)
    {
        json.WriteString("id", yard.Id);
        json.WriteString("placeId", yard.Place.Value);
        json.WriteString("place", n.GetPlaceOrUnlinked(yard.Place).Name);
        json.WriteString("name", yard.Name);
        json.WriteNumber("fromGauge", yard.From.Millimetres);
        if (yard.To is { } to) json.WriteNumber("toGauge", to.Millimetres);
        json.WriteString("method", yard.Method);
        ClaimsJson.Figure(json, "capacity", yard.CapacityPerDay);
        json.WriteString("capacityUnit", yard.CapacityUnit);
        ClaimsJson.Figure(json, "work", yard.Work);
        ClaimsJson.Figure(json, "waitForWagons", yard.WaitForWagons);
        ClaimsJson.Figure(json, "cost", yard.Cost);
        json.WriteString("status", yard.Status);
    }

    private static void Status(
        Utf8JsonWriter json, string status, LocalDate? stated, CorridorNetwork n, LocalDate known)
    {
        json.WriteString("status", stated > known ? "" : status);
        if (stated <= known) ClaimsJson.Day(json, "statusDate", stated);
        json.WriteString("age", Staleness.Of(stated, known, n.StaleAfterDays));
    }

    private sealed record TableRow(string Key, Action<Utf8JsonWriter> Write);
}
