using System.Text.Json;
using NodaTime;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Whether to wait for a crossing, as JSON; the form is documented in docs/formats/questions-json.md and
/// pinned by a test.</summary>
public static class WaitOrDivertJson
{
    /// <summary>An answer; what was not asked or found is left out.</summary>
    public static string Answer(WaitOrDivertAnswer answer) => PlanJson.Write(json =>
    {
        PlanJson.Query(json, answer.Network, answer.Query, answer.Notes);
        switch (answer.Outcome)
        {
            case WaitOrDivertOutcome.Open(var crossing):
                json.WriteString("advice", "open");
                Crossing(json, crossing);
                break;
            case WaitOrDivertOutcome.OffTheWay(var crossing, var best):
                json.WriteString("advice", "not-on-the-way");
                Crossing(json, crossing);
                Way(json, "throughPlan", answer, best);
                break;
            case WaitOrDivertOutcome.NoWay(var reason):
                PlanJson.NoPlan(json, reason);
                break;
            case WaitOrDivertOutcome.Weighed weighed:
                json.WriteString("advice", Advice(weighed));
                Crossing(json, weighed.Crossing);
                Weighed(json, answer, weighed);
                break;
            default:
                throw new InvalidOperationException("an outcome nobody knows");
        }
    });

    private static string Advice(WaitOrDivertOutcome.Weighed w) =>
        w.Recommended.LastDay switch { 0 => "divert", null => "wait", _ => "wait-then-divert" };

    private static void Crossing(Utf8JsonWriter json, ShutCrossing crossing)
    {
        json.WriteStartObject("crossing");
        json.WriteString("name", crossing.Name);
        PlanJson.Texts(json, "borderIds", [.. crossing.Rows.Select(r => r.Id)]);
        json.WriteString("state", crossing.State.ToString().ToLowerInvariant());
        json.WriteNumber("shutProbability", crossing.ShutProbability);
        if (crossing is { Claim: { } claim, Remaining: { } remaining })
        {
            json.WriteString("claimId", claim.Id);
            json.WriteString("since", Date(claim.From!.Value));
            json.WriteStartObject("remaining");
            json.WriteString("basis", remaining.Basis.ToString().ToLowerInvariant());
            json.WriteNumber("count", remaining.Count);
            json.WriteNumber("elapsedDays", remaining.ElapsedDays);
            json.WriteStartArray("days");
            foreach (var (day, weight) in remaining.Days)
            {
                json.WriteStartObject();
                json.WriteNumber("day", day);
                json.WriteNumber("chance", Math.Round(weight, 9));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        if (crossing.ShutFrom is { } from) json.WriteString("shutFrom", Date(from));
        json.WriteEndObject();
    }

    private static void Weighed(Utf8JsonWriter json, WaitOrDivertAnswer answer, WaitOrDivertOutcome.Weighed w)
    {
        QuestionJson.Value(json, answer.Value);
        json.WriteBoolean("truncated", w.IsTruncated);
        Way(json, "throughPlan", answer, w.Through);
        Policy(json, "recommended", answer.Network, w.Recommended);
        Policy(json, "recommendedWithoutStanding", answer.Network, w.CheapestWithoutStanding);
        Against(json, "betterThanLeavingAtOnce", w.Recommended, w.LeaveAtOnce);
        Against(json, "betterThanWaiting", w.Recommended, w.AlwaysWait);
        if (w.LastPayingDay is { } day) json.WriteNumber("lastPayingDay", day);
        json.WriteStartArray("stoppingPoints");
        foreach (var point in w.Points)
        {
            json.WriteStartObject();
            PlanJson.Place(json, "place", answer.Network, point.Place);
            json.WriteBoolean("onGround", point.IsOnGround);
            json.WriteString("reached", PlanJson.Iso(point.Reached));
            json.WriteString("standing", point.StandingWords);
            json.WriteBoolean("standingKnown", point.IsStandingKnown);
            if (point.Diversion is { } diversion) Way(json, "diversion", answer, diversion);
            json.WriteStartArray("policies");
            foreach (var policy in w.Policies.Where(p => p.Point == point)) Policy(json, "", answer.Network, policy);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Policy(Utf8JsonWriter json, string name, CorridorNetwork n, WaitPolicy policy)
    {
        if (name.Length > 0) json.WriteStartObject(name);
        else json.WriteStartObject();
        if (name.Length > 0) PlanJson.Place(json, "place", n, policy.Point.Place);
        if (policy.LastDay is { } day) json.WriteNumber("lastDay", day);
        if (policy.Until is { } until) json.WriteString("until", Date(until));
        json.WriteNumber("throughChance", Math.Round(policy.ThroughShare, 9));
        QuestionJson.Spread(json, "generalisedUsd", policy.Generalised);
        QuestionJson.Spread(json, "costUsd", policy.Cents);
        QuestionJson.Spread(json, "standingUsd", policy.Standing);
        json.WriteStartObject("arrival");
        json.WriteString("p10", PlanJson.Iso(policy.ArrivalP10));
        json.WriteString("p50", PlanJson.Iso(policy.ArrivalP50));
        json.WriteString("p90", PlanJson.Iso(policy.ArrivalP90));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Against(Utf8JsonWriter json, string name, WaitPolicy mine, WaitPolicy? other)
    {
        if (other is not null) QuestionJson.Spread(json, name, mine.LessThan(other));
    }

    private static void Way(Utf8JsonWriter json, string name, WaitOrDivertAnswer answer, Itinerary plan)
    {
        json.WriteStartObject(name);
        json.WriteString("ready", PlanJson.Iso(plan.Ready));
        json.WriteString("arrival", PlanJson.Iso(plan.Arrival));
        PlanJson.Amount(json, "costUsd", plan.Cents);
        PlanJson.Texts(json, "family", plan.Family);
        PlanJson.Texts(json, "flags", plan.Flags);
        // Papers are those of the whole way: a diversion from a post on the way has others.
        if (plan.Elements[0].From == answer.Query.From)
            QuestionJson.Caveats(json, answer.Network, answer.Query, plan);
        else QuestionJson.Unpriced(json, plan);
        json.WriteEndObject();
    }

    private static string Date(LocalDate date) =>
        date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
