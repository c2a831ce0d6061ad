using System.Text.Json;
using Rahdar.Network;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>What a simulation found, as JSON; the form is documented in docs/formats/simulation-json.md and pinned by a
/// test.</summary>
public static class SimulationJson
{
    private const int Digits = 4;

    /// <summary>An answer; what no run has a value of is left out.</summary>
    public static string Answer(SimulationAnswer answer) => PlanJson.Write(json =>
    {
        Query(json, answer.Network, answer.Result.Request, answer.Notes, answer.Consignments);
        Scenario(json, answer.Network, answer.Idle);
        Figures(json, answer.Network, answer.Result);
        Result(json, "result", answer.Network, answer.Result);
        List(json, "marginal", answer.Marginal, m =>
        {
            json.WriteString("kind", m.Resource.Kind.ToString().ToLowerInvariant());
            json.WriteString("id", m.Resource.Id);
            json.WriteString("name", m.Resource.Name);
            json.WriteString("more", m.More);
            Interval(json, "savedUnitHoursPerDay", m.SavedUnitHoursPerDay);
            json.WriteBoolean("moreThanLuck", m.SavedUnitHoursPerDay.IsBeyondZero);
        });
        if (answer.Movements is not { } file) return;
        json.WriteStartObject("movements");
        json.WriteString("file", file.File);
        json.WriteNumber("run", file.Replication);
        json.WriteNumber("units", file.Units);
        json.WriteNumber("rows", file.Movements);
        json.WriteEndObject();
    });

    internal static void Query(
        Utf8JsonWriter json, CorridorNetwork network, SimulationRequest request, IReadOnlyList<string> notes,
        IReadOnlyList<GivenWay> consignments)
    {
        json.WriteStartObject("query");
        json.WriteString("from", QuestionLines.Date(request.From));
        json.WriteNumber("days", request.Days);
        json.WriteString("known", QuestionLines.Date(request.Known ?? request.From));
        json.WriteNumber("warmUpDays", request.WarmUpDays);
        json.WriteNumber("replications", request.Replications);
        json.WriteNumber("seed", request.Seed);
        PlanJson.Texts(json, "notes", notes);
        List(json, "consignments", consignments, c =>
        {
            json.WriteString("id", c.Id);
            json.WriteString("cargo", c.Query.Cargo.ToString());
            QuestionJson.Pair(json, network, c.Query);
            json.WriteString("plannedArrival", PlanJson.Iso(c.Plan.Arrival));
            json.WriteString("way", PlanText.Way(network, c.Plan));
        });
        json.WriteEndObject();
    }

    internal static void Scenario(Utf8JsonWriter json, CorridorNetwork network, IReadOnlyList<string> idle)
    {
        json.WriteString("scenario", network.ScenarioName);
        PlanJson.Texts(json, "assumptions", network.Assumptions);
        PlanJson.Texts(json, "notInForce", idle);
    }

    internal static void Figures(Utf8JsonWriter json, CorridorNetwork network, SimulationResult result) =>
        List(json, "figures", SimulationFigures.ListOf(network, result.Figures), f =>
        {
            json.WriteString("table", f.Table);
            json.WriteNumber("read", f.Count);
            json.WriteNumber("published", f.Published);
            json.WriteNumber("recalled", f.Recalled);
            json.WriteNumber("assumed", f.Assumed);
        });

    internal static void Result(Utf8JsonWriter json, string name, CorridorNetwork network, SimulationResult result)
    {
        json.WriteStartObject(name);
        json.WriteString("begin", PlanJson.Iso(result.Begin));
        json.WriteNumber("eventsPerReplication", Math.Round(result.EventsPerReplication));
        List(json, "resources", result.Resources, r => Resource(json, r));
        List(json, "crossings", result.Crossings, c =>
        {
            json.WriteString("border", c.BorderId);
            json.WriteString("from", c.From.Value);
            json.WriteString("to", c.To.Value);
            json.WriteString("name", SimulationLines.Crossing(network, c.BorderId, c.To));
            Interval(json, "unitsPerDay", c.UnitsPerDay);
            Interval(json, "hours", c.Hours);
            Interval(json, "p50Hours", c.Median);
            Interval(json, "p90Hours", c.Ninetieth);
            Interval(json, "held", c.Held);
        });
        List(json, "relations", result.Relations, r =>
        {
            json.WriteString("id", r.Id);
            json.WriteString("name", r.Name);
            Interval(json, "arrivedPerDay", r.ArrivedPerDay);
            Interval(json, "p50Days", r.Median);
            Interval(json, "p90Days", r.Ninetieth);
            Interval(json, "onTheWay", r.Underway);
        });
        PlanJson.Texts(json, "leftOut", result.LeftOut);
        List(json, "limits", result.Limits, limit =>
        {
            json.WriteString("code", limit.Code);
            json.WriteString("text", limit.Text);
        });
        json.WriteEndObject();
    }

    /// <summary>Mean and 95 % interval of the runs that have a value; nothing where none has.</summary>
    internal static void Interval(Utf8JsonWriter json, string name, Estimate value)
    {
        if (double.IsNaN(value.Mean)) return;
        json.WriteStartObject(name);
        json.WriteNumber("mean", Math.Round(value.Mean, Digits));
        if (!double.IsNaN(value.Half))
        {
            json.WriteNumber("low", Math.Round(value.Low, Digits));
            json.WriteNumber("high", Math.Round(value.High, Digits));
        }
        json.WriteNumber("runs", value.N);
        json.WriteEndObject();
    }

    internal static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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

    private static void Resource(Utf8JsonWriter json, ResourceResult r)
    {
        json.WriteString("kind", r.Kind.ToString().ToLowerInvariant());
        json.WriteString("id", r.Id);
        json.WriteString("name", r.Name);
        json.WriteString("unit", r.Unit);
        Interval(json, "unitsPerDay", r.UnitsPerDay);
        Interval(json, "utilisation", r.Utilisation);
        Interval(json, "waitHours", r.WaitHours);
        Interval(json, "unitHoursPerDay", r.UnitHoursPerDay);
        json.WriteStartArray("queue");
        foreach (var (day, mean) in r.Queue.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("mean", Math.Round(mean, Digits));
            if (day < r.QueueRange.Count)
            {
                json.WriteNumber("least", r.QueueRange[day].Least);
                json.WriteNumber("greatest", r.QueueRange[day].Greatest);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
