using System.Text.Json;
using Rahdar.Indicators;
using Rahdar.Indicators.Arrivals;
using Rahdar.Indicators.Charts;
using Rahdar.Indicators.Sections;

namespace Rahdar.Reports;

/// <summary>Indicators as JSON; the form is documented in docs/formats/indicators-json.md and pinned by a
/// test.</summary>
public static class IndicatorJson
{
    /// <summary>An answer.</summary>
    public static string Answer(IndicatorAnswer answer) => PlanJson.Write(json =>
    {
        var (m, s) = (answer.Measured, answer.Sheet);
        PlanJson.Texts(json, "files", answer.Files);
        json.WriteNumber("units", m.Units);
        json.WriteStartObject("leftOut");
        json.WriteNumber("open", m.Open.Count);
        json.WriteNumber("begun", m.Begun);
        json.WriteNumber("unknownLength", m.Runs.Count(r => r.Km is null));
        json.WriteNumber("acrossBorders", m.AcrossBorders);
        json.WriteNumber("contradictions", m.Contradictions);
        json.WriteEndObject();
        if (answer.Corridor is { } corridor) json.WriteString("corridor", corridor);
        PlanJson.Texts(json, "by", [.. s.Keys.Select(IndicatorKeys.Of)]);
        PlanJson.Texts(json, "sectionsBy", [.. s.SectionKeys.Select(IndicatorKeys.Of)]);
        Array(json, "borders", s.Borders, g => Border(json, g));
        json.WriteStartObject("allBorders");
        Border(json, s.AllBorders);
        json.WriteEndObject();
        Array(json, "sections", s.Sections, g => Section(json, g));
        json.WriteStartObject("allSections");
        Section(json, s.AllSections);
        json.WriteEndObject();
        if (answer.Arrivals is { } arrivals) Arrivals(json, arrivals);
        if (answer.Chart is { } chart) Chart(json, chart);
        PlanJson.Texts(json, "notes", [.. answer.Notes, .. IndicatorLines.Basis(m)]);
    });

    internal static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known) json.WriteNumber(name, Math.Round(known, 4));
        else json.WriteNull(name);
    }

    internal static void Statistic(Utf8JsonWriter json, string name, Statistic value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("n", value.N);
        json.WriteNumber("units", value.Units);
        Number(json, "mean", value.N == 0 ? null : value.Mean);
        Number(json, "median", value.N == 0 ? null : value.Median);
        Number(json, "cv", value.Variation);
        Number(json, "low", value.Low);
        Number(json, "high", value.High);
        json.WriteEndObject();
    }

    private static void Border(Utf8JsonWriter json, BorderGroup group)
    {
        if (group.Key.Count > 0) PlanJson.Texts(json, "key", group.Key);
        Statistic(json, "clearanceHours", group.ClearanceTime);
        Statistic(json, "costUsd", group.Cost);
        json.WriteNumber("open", group.Open);
        Array(json, "activities", group.Activities, a =>
        {
            json.WriteString("activity", a.Activity);
            Number(json, "hours", a.Hours);
        });
    }

    private static void Section(Utf8JsonWriter json, SectionGroup group)
    {
        if (group.Key.Count > 0) PlanJson.Texts(json, "key", group.Key);
        Statistic(json, "costUsd", group.Cost);
        Speed(json, "withDelayKmh", group.WithDelay);
        Speed(json, "withoutDelayKmh", group.WithoutDelay);
    }

    private static void Speed(Utf8JsonWriter json, string name, SectionSpeed speed)
    {
        Statistic(json, name, speed.Speeds);
        Number(json, name + "Pooled", speed.Pooled);
    }

    private static void Arrivals(Utf8JsonWriter json, ArrivalComparison a)
    {
        json.WriteStartObject("arrivals");
        Number(json, "toleranceHours", (decimal)a.Tolerance.TotalHours);
        json.WriteStartObject("onTime");
        json.WriteNumber("n", a.Punctuality.N);
        json.WriteNumber("units", a.Punctuality.Units);
        Number(json, "share", a.Punctuality.N == 0 ? null : (decimal)a.Punctuality.Value);
        Number(json, "low", (decimal?)a.Punctuality.Low);
        Number(json, "high", (decimal?)a.Punctuality.High);
        json.WriteEndObject();
        Statistic(json, "lateHours", a.Late);
        json.WriteNumber("notSeen", a.NotSeen);
        Array(json, "units", a.Arrivals, u =>
        {
            json.WriteString("unit", u.Unit.Id.Value);
            json.WriteNumber("count", u.Unit.Count);
            json.WriteString("planned", PlanJson.Iso(u.Planned));
            if (u.Happened is { } at) json.WriteString("happened", PlanJson.Iso(at));
            else json.WriteNull("happened");
        });
        json.WriteEndObject();
    }

    private static void Chart(Utf8JsonWriter json, UnitChart chart)
    {
        json.WriteStartObject("chart");
        json.WriteString("unit", chart.UnitId);
        json.WriteString("begin", PlanJson.Iso(chart.Begin));
        json.WriteStartObject("happened");
        Chart(json, chart.Happened);
        json.WriteEndObject();
        if (chart.Planned is { } planned)
        {
            json.WriteStartObject("planned");
            Chart(json, planned);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Points and totals, in the form of the published charts.</summary>
    private static void Chart(Utf8JsonWriter json, TimeCostChart chart)
    {
        Array(json, "legs", chart.Legs, l =>
        {
            json.WriteString("name", l.Name);
            Number(json, "km", l.Km);
            Number(json, "h", l.Hours);
            Number(json, "usd", l.Usd);
        });
        Array(json, "points", chart.Points, p =>
        {
            Number(json, "km", p.Km);
            Number(json, "h", p.Hours);
            Number(json, "usd", p.Usd);
        });
        Number(json, "totalKm", chart.TotalKm);
        Number(json, "totalH", chart.TotalHours);
        Number(json, "totalUsd", chart.TotalUsd);
        Number(json, "nodeTimeShare", chart.NodeTimeShare);
        if (chart.WorstNode is { } node) json.WriteString("worstNode", node);
        else json.WriteNull("worstNode");
        Number(json, "avgSpeed", chart.AverageSpeed);
        Number(json, "usdPerKm", chart.UsdPerKm);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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
}
