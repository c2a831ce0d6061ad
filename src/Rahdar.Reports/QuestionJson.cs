using System.Text.Json;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Parts that the JSON of several questions has in common.</summary>
internal static class QuestionJson
{
    /// <summary>A plan in short: when, what it costs, which way; all planning values.</summary>
    internal static void Plan(Utf8JsonWriter json, string name, CorridorNetwork n, PlanQuery q, Itinerary plan)
    {
        json.WriteStartObject(name);
        json.WriteString("ready", PlanJson.Iso(plan.Ready));
        json.WriteString("arrival", PlanJson.Iso(plan.Arrival));
        PlanJson.Amount(json, "costUsd", plan.Cents);
        PlanJson.Texts(json, "family", plan.Family);
        Caveats(json, n, q, plan);
        json.WriteEndObject();
    }

    /// <summary>What must be known of a plan beside its figures, into its object.</summary>
    internal static void Caveats(Utf8JsonWriter json, CorridorNetwork n, PlanQuery q, Itinerary plan)
    {
        Unpriced(json, plan);
        if (PaperTrail.Of(n, q, plan).First is { } first) PapersJson.First(json, first);
    }

    /// <summary>Hazards in no risk figure, and standing in no price.</summary>
    internal static void Unpriced(Utf8JsonWriter json, Itinerary plan)
    {
        PlanJson.Texts(json, "hazards", plan.Hazards);
        if (Reports.Caveats.StandingCents(plan) is { } cents) PlanJson.Amount(json, "unpricedStandingUsd", cents);
    }

    /// <summary>What a day is worth.</summary>
    internal static void Value(Utf8JsonWriter json, ValueOfTime value)
    {
        json.WriteStartObject("valueOfTime");
        json.WriteNumber("usdPerDay", Math.Round(value.UsdPerDay, 2));
        json.WriteString("source", value.Source);
        json.WriteEndObject();
    }

    /// <summary>Mean and percentiles of an amount in US cents, as USD.</summary>
    internal static void Spread(Utf8JsonWriter json, string name, WeightedSpread spread)
    {
        json.WriteStartObject(name);
        PlanJson.Amount(json, "mean", (long)decimal.Round(spread.Mean, MidpointRounding.AwayFromZero));
        PlanJson.Amount(json, "p10", spread.P10);
        PlanJson.Amount(json, "p50", spread.P50);
        PlanJson.Amount(json, "p90", spread.P90);
        json.WriteEndObject();
    }

    /// <summary>By what a plan comes first.</summary>
    internal static string Word(Criterion criterion) => criterion switch
    {
        Criterion.Fastest => "fastest",
        Criterion.Cheapest => "cheapest",
        _ => "best-value",
    };

    /// <summary>A question without origin and destination: each pair of the answer has its own.</summary>
    internal static void Terms(Utf8JsonWriter json, CorridorNetwork n, PlanQuery q, IReadOnlyList<string> notes)
    {
        json.WriteStartObject("query");
        PlanJson.Terms(json, n, q, notes);
        json.WriteEndObject();
    }

    /// <summary>Origin, destination and ready instant of a pair.</summary>
    internal static void Pair(Utf8JsonWriter json, CorridorNetwork n, PlanQuery q)
    {
        PlanJson.Place(json, "from", n, q.From);
        PlanJson.Place(json, "to", n, q.To);
        json.WriteString("ready", PlanJson.Iso(q.Ready));
    }
}
