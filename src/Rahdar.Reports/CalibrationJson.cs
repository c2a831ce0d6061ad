using System.Text.Json;
using Rahdar.Network.Indicators;
using Rahdar.Planning.Calibration;

namespace Rahdar.Reports;

/// <summary>The calibration report as JSON; the form is documented in docs/formats/calibration-json.md.</summary>
public static class CalibrationJson
{
    /// <summary>The whole report.</summary>
    public static string Of(CalibrationReport report) => PlanJson.Write(json =>
    {
        json.WriteNumber("fittedUntil", CalibrationReport.FittedUntil);
        json.WriteNumber("judgedYear", CalibrationReport.JudgedYear);
        Forecast(json, report.Forecast);
        json.WriteNumber("bordersUnjudged", report.BordersUnjudged);
        List(json, "borders", report.Borders, b =>
        {
            json.WriteString("border", b.Row.Id);
            json.WriteString("from", b.From.Value);
            json.WriteString("to", b.To.Value);
            json.WriteNumber("hours", Round(b.Hours));
            json.WriteNumber("publishedHours", Round(b.PublishedHours));
            Sides(json, b.Standing, b.Comparison);
        });
        List(json, "speeds", report.Speeds, s =>
        {
            json.WriteString("country", s.Country);
            json.WriteString("mode", s.Mode.ToString().ToLowerInvariant());
            json.WriteNumber("year", s.Year);
            json.WriteNumber("km", Round(s.Km));
            json.WriteNumber("kmh", Round(s.Kmh));
            json.WriteNumber("withoutDelayKmh", s.WithoutDelay);
            if (s.WithDelay is { } with) json.WriteNumber("withDelayKmh", with);
            Sides(json, s.Standing, s.Comparison);
        });
        List(json, "services", report.Services, s =>
        {
            json.WriteString("service", s.Service.Id);
            json.WriteString("why", s.Why);
            json.WriteNumber("days", Round(s.Days));
            json.WriteString("publishedDays", s.Published.ToString());
            json.WriteNumber("estimatedShare", Round(s.EstimatedShare));
            json.WriteNumber("km", Round(s.Km));
            if (s.Service.DistanceKm is { } km) json.WriteNumber("publishedKm", km.Value.Mode);
            List(json, "parts", s.Parts, p =>
            {
                json.WriteString("kind", p.Kind.ToString().ToLowerInvariant());
                json.WriteString("name", p.Name);
                json.WriteNumber("minutes", p.Minutes);
                json.WriteNumber("estimatedMinutes", p.EstimatedMinutes);
                json.WriteNumber("restMinutes", p.RestMinutes);
            });
            Sides(json, s.Standing, s.Comparison);
        });
        List(json, "lengths", report.Lengths, l =>
        {
            json.WriteString("section", l.Section.Id);
            json.WriteNumber("km", Round(l.Km));
            json.WriteNumber("publishedKm", l.PublishedKm);
            Sides(json, l.Standing, l.Comparison);
        });
    });

    private static void Forecast(Utf8JsonWriter json, BorderForecast f)
    {
        json.WriteStartObject("forecast");
        json.WriteNumber("chosen", f.Tried.ToList().FindIndex(t => t.Model == f.Chosen));
        Write(json, "errors", f.ErrorsOf());
        Write(json, "lastYearErrors", f.LastYearErrorsOf());
        List(json, "tried", f.Tried, t =>
        {
            json.WriteNumber("years", t.Model.Years);
            json.WriteNumber("pull", t.Model.Pull);
            json.WriteNumber("trend", t.Model.Trend);
            Write(json, "heldOut", t.HeldOut);
            Write(json, "judged", t.Judged);
        });
        List(json, "series", f.Series, s =>
        {
            json.WriteString("scope", s.Series.Scope == IndicatorScope.Post ? "post" : "country");
            json.WriteString("id", s.Series.ScopeId);
            json.WriteString("country", s.Series.Country);
            json.WriteString("mode", s.Series.Mode.ToString().ToLowerInvariant());
            json.WriteString("direction", s.Series.Direction.ToString().ToLowerInvariant());
            List(json, "published", s.Series.ByYear, y =>
            {
                json.WriteNumber("year", y.Key);
                json.WriteNumber("hours", y.Value.Value.Value.Mode);
                json.WriteString("figure", y.Value.Value.Id);
            });
            if (s.Predicted is { } hours) json.WriteNumber("predictedHours", Round(hours));
        });
        json.WriteEndObject();
    }

    private static void Sides(Utf8JsonWriter json, Standing standing, Comparison comparison)
    {
        json.WriteString("standing", standing switch
        {
            Standing.OnePost => "one-post",
            Standing.NotBuilt => "not-built",
            _ => standing.ToString().ToLowerInvariant(),
        });
        PlanJson.Texts(json, "shared", comparison.Shared);
        PlanJson.Texts(json, "judges", [.. comparison.Judges.Select(f => f.Id)]);
    }

    private static void Write(Utf8JsonWriter json, string name, Errors errors)
    {
        json.WriteStartObject(name);
        json.WriteNumber("n", errors.Count);
        json.WriteNumber("mean", Round(errors.Mean));
        json.WriteNumber("median", Round(errors.Median));
        json.WriteNumber("bias", Round(errors.Bias));
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static decimal Round(decimal value) => decimal.Round(value, 3);
}
