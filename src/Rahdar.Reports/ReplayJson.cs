using System.Globalization;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports;

/// <summary>Reported backlogs beside simulated ones, as JSON; the form is documented in docs/formats/findings-json.md
/// and pinned by a test.</summary>
public static class ReplayJson
{
    /// <summary>An answer.</summary>
    public static string Answer(IReadOnlyList<ReplayedBacklog> replays) => PlanJson.Write(json =>
    {
        json.WriteNumber("missed", replays.Count(r => !r.IsWithin));
        SimulationJson.List(json, "backlogs", replays, r =>
        {
            json.WriteString("id", r.Reported.Id);
            json.WriteString("closure", r.Reported.ClosureId);
            json.WriteString("border", r.Reported.BorderId);
            json.WriteNumber("day", r.Day);
            json.WriteString("on", r.Reported.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("reportedLeast", r.Reported.Units.Value.Min);
            json.WriteNumber("reportedGreatest", r.Reported.Units.Value.Max);
            json.WriteString("unit", r.Reported.Units.Unit);
            json.WriteString("source", r.Reported.Units.Provenance.Source);
            json.WriteNumber("runs", r.Runs);
            json.WriteNumber("mean", Math.Round(r.Mean, 1));
            json.WriteNumber("least", r.Least);
            json.WriteNumber("greatest", r.Greatest);
            json.WriteBoolean("within", r.IsWithin);
        });
    });
}
