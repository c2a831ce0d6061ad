using System.Text.Json;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Reports;

/// <summary>What moves a plan and what information would be worth, as JSON; the form is documented in
/// docs/formats/questions-json.md.</summary>
public static class SensitivityJson
{
    /// <summary>The answer about one plan.</summary>
    public static string Of(PlanAnswer answer, Sensitivity sensitivity) => PlanJson.Write(json =>
    {
        PlanJson.Query(json, answer.Network, answer.Query, answer.Notes);
        json.WriteNumber("plan", sensitivity.Number);
        json.WriteStartArray("tornado");
        foreach (var influence in sensitivity.Tornado)
        {
            json.WriteStartObject();
            ForecastJson.Figure(json, influence.Figure);
            End(json, "p10", influence.Low, influence.AtLow);
            End(json, "p90", influence.High, influence.AtHigh);
            if (influence.Swing is { } swing) Shift(json, "swing", swing);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (sensitivity.Information is { } information) Information(json, information);
    });

    private static void End(Utf8JsonWriter json, string name, decimal value, Shift? shift)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", Math.Round(value, 4));
        if (shift is null) json.WriteBoolean("stranded", true);
        else Shift(json, "shift", shift);
        json.WriteEndObject();
    }

    private static void Shift(Utf8JsonWriter json, string name, Shift shift)
    {
        json.WriteStartObject(name);
        json.WriteNumber("minutes", shift.Minutes);
        PlanJson.Amount(json, "usd", shift.Cents);
        PlanJson.Amount(json, "generalisedUsd", shift.Generalised);
        json.WriteEndObject();
    }

    private static void Information(Utf8JsonWriter json, InformationValue information)
    {
        json.WriteStartObject("information");
        json.WriteNumber("draws", information.Draws);
        PlanJson.Amount(json, "allKnownUsd", information.AllKnownCents);
        PlanJson.Amount(json, "chanceUsd", information.BiasCents);
        PlanJson.Amount(json, "chanceSpreadUsd", information.SpreadCents);
        json.WriteStartArray("figures");
        foreach (var worth in information.Figures)
        {
            json.WriteStartObject();
            ForecastJson.Figure(json, worth.Figure);
            PlanJson.Amount(json, "usd", worth.Cents);
            json.WriteBoolean("noise", worth.IsNoise);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
