using System.Text.Json;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>What consignments and parts got, as JSON; the form stands in docs/formats/questions-json.md.</summary>
internal static class AllotmentJson
{
    internal static void Write(Utf8JsonWriter json, CorridorNetwork n, Allotment a)
    {
        json.WriteStartObject();
        json.WriteString("id", a.Consignment.Id);
        json.WriteNumber("priority", a.Consignment.Priority);
        json.WriteString("cargo", a.Consignment.Query.Cargo.ToString());
        if (a.Taken is { } taken) Choice(json, "taken", n, a.Consignment.Query, taken);
        if (a.IsDisplaced && a.Wished is { } wished)
        {
            Choice(json, "wished", n, a.Consignment.Query, wished);
            json.WriteStartArray("full");
            foreach (var full in a.Full)
            {
                json.WriteStartObject();
                Departure(json, full.Boarding);
                PlanJson.Texts(json, "takenBy", full.Holders);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (a.ExtraGeneralisedCents is { } extra) PlanJson.Amount(json, "extraGeneralisedUsd", extra);
        }
        if (a.Reason is { } reason) PlanJson.NoPlan(json, reason);
        json.WriteBoolean("truncated", a.IsTruncated);
        json.WriteEndObject();
    }

    /// <summary>A departure and its room; unknown room is left out.</summary>
    internal static void Departure(Utf8JsonWriter json, Boarding boarding)
    {
        var d = boarding.Departure;
        json.WriteString("serviceId", d.ServiceId);
        json.WriteString("stop", d.Stop.Value);
        json.WriteBoolean("timetabled", d.IsTimetabled);
        json.WriteString("first", PlanJson.Iso(d.First));
        json.WriteString("last", PlanJson.Iso(d.Last));
        if (boarding.Teu is { } teu) json.WriteNumber("roomTeu", teu);
        if (boarding.Tonnes is { } tonnes) json.WriteNumber("roomTonnes", tonnes);
    }

    private static void Choice(Utf8JsonWriter json, string name, CorridorNetwork n, PlanQuery query, Choice choice)
    {
        json.WriteStartObject(name);
        json.WriteNumber("daysLater", choice.DaysLater);
        json.WriteString("start", PlanJson.Iso(choice.Plan.Ready));
        json.WriteString("arrival", PlanJson.Iso(choice.Plan.Arrival));
        json.WriteNumber("minutes", choice.Minutes);
        PlanJson.Amount(json, "costUsd", choice.Cents);
        PlanJson.Amount(json, "generalisedUsd", choice.GeneralisedCents);
        PlanJson.Texts(json, "family", choice.Plan.Family);
        json.WriteString("way", PlanText.Way(n, choice.Plan));
        QuestionJson.Caveats(json, n, query, choice.Plan);
        json.WriteEndObject();
    }
}
