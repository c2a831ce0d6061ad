using System.Text.Json;
using Rahdar.Network.Indicators;
using Rahdar.Planning.Calibration;

namespace Rahdar.Reports;

/// <summary>The judgement of border times as JSON; the form is documented in docs/formats/indicators-json.md and pinned
/// by a test.</summary>
public static class JudgementJson
{
    /// <summary>An answer.</summary>
    public static string Answer(JudgementAnswer answer) => PlanJson.Write(json =>
    {
        json.WriteString("verdict", JudgementText.Verdict(answer));
        json.WriteNumber("judgedYear", CalibrationReport.JudgedYear);
        PlanJson.Texts(json, "files", answer.Files);
        Errors(json, "movements", answer.ErrorsOfMovements());
        Errors(json, "fits", answer.ErrorsOfPrediction());
        Errors(json, "lastYear", answer.ErrorsOfLastYear());
        json.WriteStartArray("series");
        foreach (var j in answer.Judged)
        {
            json.WriteStartObject();
            json.WriteString("scope", j.Series.Scope == IndicatorScope.Post ? "post" : "country");
            json.WriteString("id", j.Series.ScopeId);
            json.WriteString("country", j.Series.Country);
            json.WriteString("mode", j.Series.Mode.ToString().ToLowerInvariant());
            json.WriteString("direction", j.Series.Direction.ToString().ToLowerInvariant());
            IndicatorJson.Statistic(json, "hours", j.Measured);
            IndicatorJson.Number(json, "publishedHours", j.Published);
            IndicatorJson.Number(json, "fitsHours", j.Predicted);
            IndicatorJson.Number(json, "lastYearHours", j.LastYear);
            PlanJson.Texts(json, "shared", j.Shared);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        PlanJson.Texts(json, "notes", JudgementText.Basis(answer));
    });

    private static void Errors(Utf8JsonWriter json, string name, Errors errors)
    {
        json.WriteStartObject(name);
        json.WriteNumber("n", errors.Count);
        IndicatorJson.Number(json, "mean", errors.Mean);
        IndicatorJson.Number(json, "median", errors.Median);
        IndicatorJson.Number(json, "bias", errors.Bias);
        json.WriteEndObject();
    }
}
