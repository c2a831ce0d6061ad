using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;

namespace Rahdar.Reports;

/// <summary>Answers as JSON; the form is documented in docs/formats/plan-json.md and pinned by a test.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer, with plans or a coded no.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isShort">True for the plans of the short list alone, each with its index on the front, and the
    /// figures of the whole front.</param>
    public static string Answer(PlanAnswer answer, bool isShort = false) => Write(json =>
    {
        Query(json, answer.Network, answer.Query, answer.Notes);
        if (answer.Outcome is PlanOutcome.NotFound(var no))
        {
            NoPlan(json, no);
            return;
        }
        var found = (PlanOutcome.Found)answer.Outcome;
        json.WriteBoolean("truncated", found.IsTruncated);
        if (answer.Outlook is { } outlook) ForecastJson.Write(json, outlook);
        var shown = answer.Shown.ToDictionary(s => s.Index, s => s.Reason);
        json.WriteStartArray("plans");
        for (var i = 0; i < found.Plans.Count; i++)
            if (!isShort || shown.ContainsKey(i))
                Plan(json, answer, found.Plans[i], shown.GetValueOrDefault(i, ""), isShort ? i : null);
        json.WriteEndArray();
        if (isShort) Front(json, found);
        json.WriteStartArray("rejected");
        foreach (var r in found.Rejected)
        {
            json.WriteStartObject();
            json.WriteString("code", r.Code);
            json.WriteString("subject", r.Subject);
            json.WriteString("evidence", r.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>Faults of an input, all at once.</summary>
    public static string Faults(IReadOnlyList<InputFault> faults) => Write(json => FaultList(json, faults));

    /// <summary>Writes the node `faults` into an object.</summary>
    public static void FaultList(Utf8JsonWriter json, IReadOnlyList<InputFault> faults)
    {
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("file", fault.File);
            json.WriteNumber("row", fault.Row);
            json.WriteString("field", fault.Field);
            json.WriteString("code", fault.Code);
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void NoPlan(Utf8JsonWriter json, NoPlan no)
    {
        json.WriteStartObject("noPlan");
        json.WriteString("code", no.Code);
        json.WriteString("message", no.Message);
        json.WriteString("change", no.Change);
        Texts(json, "evidence", no.Evidence);
        json.WriteEndObject();
    }

    internal static void Query(Utf8JsonWriter json, CorridorNetwork n, PlanQuery q, IReadOnlyList<string> notes)
    {
        json.WriteStartObject("query");
        Place(json, "from", n, q.From);
        Place(json, "to", n, q.To);
        json.WriteString("ready", Iso(q.Ready));
        Terms(json, n, q, notes);
        json.WriteEndObject();
    }

    /// <summary>What a question says beside from where, to where and when.</summary>
    internal static void Terms(Utf8JsonWriter json, CorridorNetwork n, PlanQuery q, IReadOnlyList<string> notes)
    {
        json.WriteString("known", $"{q.Known:uuuu-MM-dd}");
        json.WriteString("cargo", q.Cargo.ToString());
        json.WriteString("scenario", n.ScenarioName);
        Texts(json, "avoid", [.. q.Avoid.Order(StringComparer.Ordinal)]);
        Texts(json, "only", [.. q.Only.Order(StringComparer.Ordinal)]);
        Texts(json, "notes", notes);
        Texts(json, "assumptions", n.Assumptions);
        json.WriteString("timeZoneData", DateTimeZoneProviders.Tzdb.VersionId);
    }

    private static void Front(Utf8JsonWriter json, PlanOutcome.Found found)
    {
        json.WriteStartArray("front");
        foreach (var plan in found.Plans)
        {
            json.WriteStartObject();
            json.WriteString("arrival", Iso(plan.Arrival));
            Amount(json, "costUsd", plan.Cents);
            json.WriteNumber("risk", Math.Round(plan.Risk.Probability, 9));
            json.WriteNumber("emissions", plan.Grams);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Plan(Utf8JsonWriter json, PlanAnswer answer, Itinerary plan, string shownAs, int? index)
    {
        json.WriteStartObject();
        if (index is { } at) json.WriteNumber("index", at);
        json.WriteString("ready", Iso(plan.Ready));
        json.WriteString("arrival", Iso(plan.Arrival));
        json.WriteStartObject("cost");
        Amount(json, "amount", plan.Cents);
        json.WriteString("currency", "USD");
        Lines(json, plan.CostLines);
        json.WriteEndObject();
        json.WriteNumber("risk", Math.Round(plan.Risk.Probability, 9));
        json.WriteNumber("emissions", plan.Grams);
        Texts(json, "family", plan.Family);
        json.WriteString("shortList", shownAs);
        Texts(json, "flags", plan.Flags);
        Texts(json, "assumptions", plan.Assumptions);
        QuestionJson.Unpriced(json, plan);
        json.WriteStartArray("disputed");
        foreach (var d in plan.Disputed)
        {
            json.WriteStartObject();
            json.WriteString("borderId", d.BorderId);
            json.WriteNumber("shutProbability", d.ShutProbability);
            json.WriteNumber("expectedDelayDays", Math.Round(d.ExpectedDelayDays, 2));
            json.WriteString("claimId", d.ClaimId);
            Texts(json, "evidence", d.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("legs");
        foreach (var e in plan.Elements) Leg(json, answer, e);
        json.WriteEndArray();
        if (shownAs.Length > 0)
        {
            ForecastJson.Plan(json, answer, plan);
            PapersJson.Write(json, answer, plan);
        }
        json.WriteEndObject();
    }

    private static void Leg(Utf8JsonWriter json, PlanAnswer answer, Element e)
    {
        json.WriteStartObject();
        json.WriteString("mode", e.Kind.ToString().ToLowerInvariant());
        Place(json, "from", answer.Network, e.From);
        Place(json, "to", answer.Network, e.To);
        json.WriteString("departure", Iso(e.Departure));
        json.WriteString("arrival", Iso(e.Arrival));
        json.WriteNumber("waitMinutes", e.WaitMinutes);
        json.WriteString("waitReason", e.WaitReason);
        json.WriteString("serviceId", e.ServiceId);
        json.WriteString("borderId", e.BorderId);
        json.WriteNumber("km", e.Km);
        json.WriteStartObject("cost");
        Amount(json, "amount", e.Cost.Sum(l => l.Cents));
        json.WriteString("currency", "USD");
        Lines(json, e.Cost);
        json.WriteEndObject();
        json.WriteNumber("risk", Math.Round(e.Risk.Probability, 9));
        json.WriteNumber("emissions", e.Grams);
        json.WriteString("note", e.Note);
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, IEnumerable<CostLine> lines)
    {
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("what", line.What);
            Amount(json, "amount", line.Cents);
            json.WriteString("figure", line.FigureId);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Place(Utf8JsonWriter json, string name, CorridorNetwork n, Network.Places.PlaceId id)
    {
        var place = n.GetPlace(id);
        json.WriteStartObject(name);
        json.WriteString("id", id.Value);
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        json.WriteString("zone", place.Zone.Id);
        json.WriteEndObject();
    }

    internal static void Amount(Utf8JsonWriter json, string name, long cents) =>
        json.WriteNumber(
            name, decimal.Parse(
            (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    internal static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    internal static string Iso(Instant instant) => InstantPattern.General.Format(instant);

    internal static string Write(Action<Utf8JsonWriter> fill)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
