using System.Text.Json;
using NodaTime.Text;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The papers of a plan as a node of its JSON; the form is documented in docs/formats/plan-json.md.</summary>
internal static class PapersJson
{
    /// <summary>Writes the node `papers` into the object of a plan.</summary>
    internal static void Write(Utf8JsonWriter json, PlanAnswer answer, Itinerary plan)
    {
        var trail = PaperTrail.Of(answer.Network, answer.Query, plan);
        json.WriteStartObject("papers");
        json.WriteStartArray("chain");
        foreach (var line in trail.Chain)
        {
            json.WriteStartObject();
            json.WriteString("country", line.Country);
            Place(json, "from", answer, line.From);
            Place(json, "to", answer, line.To);
            Texts(json, "regimes", line.Regimes.Select(r => r.PaperId));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Items(json, "items", answer, trail.Items);
        Items(json, "questions", answer, trail.Questions);
        if (trail.First is { } first) First(json, first);
        json.WriteNumber("withoutLead", trail.WithoutLead);
        json.WriteEndObject();
    }

    /// <summary>Writes the node `firstToAsk`.</summary>
    internal static void First(Utf8JsonWriter json, FirstToAsk first)
    {
        json.WriteStartObject("firstToAsk");
        json.WriteString("paperId", first.Item.PaperId);
        Triangle(json, "daysBeforeDeparture", first.Days);
        json.WriteString("departure", InstantPattern.General.Format(first.Departure));
        json.WriteNumber("daysLeft", first.DaysLeft);
        json.WriteBoolean("tight", first.IsTight);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, string name, PlanAnswer answer, IReadOnlyList<PaperItem> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("paperId", item.PaperId);
            json.WriteString("kind", item.Kind.ToString().ToLowerInvariant());
            json.WriteString("moment", item.Moment.ToString().ToLowerInvariant());
            json.WriteString("country", item.Country);
            Place(json, "place", answer, item.Place);
            json.WriteString("mode", item.Mode?.ToString().ToLowerInvariant() ?? "");
            json.WriteString("name", item.Name);
            json.WriteString("text", item.Text);
            json.WriteString("why", item.Why);
            if (item.LeadDays is { } lead) Triangle(json, "leadDays", lead);
            json.WriteString("neededBy", InstantPattern.General.Format(item.NeededBy));
            Texts(json, "legalIds", item.LegalIds);
            json.WriteString("source", item.Provenance.Source);
            json.WriteString("confidence", item.Provenance.Confidence.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, string name, PlanAnswer answer, PlaceId id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id.Value);
        json.WriteString("name", answer.Network.GetPlaceOrUnlinked(id).Name);
        json.WriteEndObject();
    }

    private static void Triangle(Utf8JsonWriter json, string name, Triangle value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("least", Math.Round(value.Min, 2));
        json.WriteNumber("likely", Math.Round(value.Mode, 2));
        json.WriteNumber("greatest", Math.Round(value.Max, 2));
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
