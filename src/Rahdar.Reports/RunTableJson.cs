using System.Text.Json;
using Rahdar.Lines.Running;

namespace Rahdar.Reports;

/// <summary>Running times as JSON; the form is documented in docs/formats/rail.md.</summary>
public static class RunTableJson
{
    /// <summary>The whole answer.</summary>
    public static string Of(RunTable table) => PlanJson.Write(json =>
    {
        json.WriteNumber("files", table.Files);
        json.WriteNumber("trains", table.Trains);
        json.WriteNumber("paths", table.Paths);
        json.WriteNumber("stepMetres", table.Rule.Metres);
        json.WriteStartArray("runs");
        foreach (var run in table.Runs) Run(json, run);
        json.WriteEndArray();
    });

    private static void Run(Utf8JsonWriter json, TrainRun run)
    {
        json.WriteStartObject();
        json.WriteString("train", run.Train.Id);
        json.WriteString("trainFile", run.Train.File);
        json.WriteString("path", run.Path.Id);
        json.WriteString("pathFile", run.Path.File);
        json.WriteNumber("massTonnes", Round(run.Train.Mass / 1000));
        json.WriteNumber("lengthMetres", Round(run.Train.Length));
        switch (run.Outcome)
        {
            case RunOutcome.Refused no:
                json.WriteString("code", no.Code);
                json.WriteString("evidence", no.Evidence);
                break;
            case RunOutcome.Arrived found:
                json.WriteNumber("runningTimeSeconds", Round(found.Seconds));
                if (run.Fine is RunOutcome.Arrived fine)
                    json.WriteNumber("exactRunningTimeSeconds", Round(fine.Seconds));
                json.WriteStartArray("points");
                foreach (var point in found.Points) Point(json, point);
                json.WriteEndArray();
                break;
        }
        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, PointState point)
    {
        json.WriteStartObject();
        json.WriteString("label", point.Point.Label);
        json.WriteNumber("positionMetres", point.Point.Metres);
        json.WriteString("measure", point.Point.Measure.ToString().ToLowerInvariant());
        if (point.State is { } s)
        {
            json.WriteNumber("frontMetres", Round(s.Front));
            json.WriteNumber("seconds", Round(s.Seconds));
            json.WriteNumber("metresPerSecond", Round(s.Speed));
            json.WriteNumber("acceleration", Round(s.Acceleration));
            json.WriteNumber("pullNewtons", Round(s.Pull));
            json.WriteNumber("trainResistanceNewtons", Round(s.TrainResistance));
            json.WriteNumber("pathResistanceNewtons", Round(s.PathResistance));
            json.WriteString("behaviour", s.Word);
        }
        json.WriteEndObject();
    }

    private static double Round(double value) => Math.Round(value, 6);
}
