using System.Text.Json;
using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>How sure the plans of a short list are, as nodes of the JSON of an answer; the form is documented in
/// docs/formats/plan-json.md.</summary>
internal static class ForecastJson
{
    /// <summary>Writes the nodes `ranking` and `unseen` into an answer.</summary>
    internal static void Write(Utf8JsonWriter json, Outlook outlook)
    {
        json.WriteStartObject("ranking");
        QuestionJson.Value(json, outlook.Value);
        json.WriteStartArray("decisive");
        foreach (var decisive in outlook.Ranking)
        {
            json.WriteStartObject();
            Figure(json, decisive.Figure);
            json.WriteStartArray("overturns");
            foreach (var o in decisive.Overturns)
            {
                json.WriteStartObject();
                json.WriteString("criterion", QuestionJson.Word(o.Criterion));
                json.WriteNumber("share", o.Share);
                json.WriteNumber("value", Math.Round(o.Value, 4));
                json.WriteNumber("before", o.Before);
                json.WriteNumber("after", o.After);
                PlanJson.Amount(json, "usd", o.Cents);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("unseen");
        foreach (var way in outlook.Unseen)
        {
            json.WriteStartObject();
            json.WriteString("code", way.Code);
            json.WriteString("subject", way.Subject);
            json.WriteString("name", way.Name);
            json.WriteString("reason", way.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes the nodes `binding` and, where draws were made, `forecast` into the object of a plan
    /// shown.</summary>
    internal static void Plan(Utf8JsonWriter json, PlanAnswer answer, Itinerary plan)
    {
        var binding = Binding.Of(plan);
        json.WriteStartObject("binding");
        json.WriteNumber("leg", plan.Elements.ToList().IndexOf(binding.Element));
        json.WriteNumber("minutes", binding.Minutes);
        json.WriteString("words", ForecastText.Binds(answer, plan));
        json.WriteEndObject();
        if (answer is not { Outlook: { Forecasts.Count: > 0 } outlook, Outcome: PlanOutcome.Found found }) return;
        var at = outlook.Shown.Index().First(s => found.Plans[s.Item.Index] == plan).Index;
        Forecast(json, outlook.Forecasts[at], outlook.Request);
    }

    private static void Forecast(Utf8JsonWriter json, Forecast forecast, OutlookRequest request)
    {
        json.WriteStartObject("forecast");
        json.WriteNumber("draws", forecast.Replicates);
        json.WriteNumber("seed", request.Draw!.Seed);
        Percentiles(json, "arrival", forecast.Arrival, (name, at) => json.WriteString(name, PlanJson.Iso(at)));
        Percentiles(json, "usd", forecast.Cost, (name, cents) => PlanJson.Amount(json, name, cents));
        json.WriteNumber("strandedShare", forecast.StrandedShare);
        json.WriteStartArray("connections");
        foreach (var (service, missed) in forecast.Connections)
        {
            json.WriteStartObject();
            json.WriteString("serviceId", service);
            json.WriteNumber("missedShare", missed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (request.By is { } by)
        {
            json.WriteStartObject("by");
            json.WriteString("instant", PlanJson.Iso(by));
            json.WriteNumber("share", forecast.ProbabilityBy(by));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Writes the id of a figure and who says so into an object.</summary>
    internal static void Figure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteString("figure", figure.Id);
        json.WriteString("unit", figure.Unit);
        json.WriteString("basis", figure.Provenance.Basis.ToString().ToLowerInvariant());
        json.WriteString("source", figure.Provenance.Source);
    }

    private static void Percentiles<T>(
        Utf8JsonWriter json, string name, Func<double, Percentile<T>> at, Action<string, T> write) where T : struct
    {
        json.WriteStartObject(name);
        foreach (var (label, share) in new[] { ("p10", 0.1), ("p50", 0.5), ("p90", 0.9) })
        {
            var percentile = at(share);
            if (percentile.Value is { } value) write(label, value);
            if (percentile.Low is { } low) write(label + "Low", low);
            if (percentile.High is { } high) write(label + "High", high);
        }
        json.WriteEndObject();
    }
}
