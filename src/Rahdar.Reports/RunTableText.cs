using System.Runtime.CompilerServices;
using Rahdar.Lines.Running;

namespace Rahdar.Reports;

/// <summary>Running times as text.</summary>
public static class RunTableText
{
    /// <summary>The page.</summary>
    public static string Of(RunTable table, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain).Title("Running times");
        sheet.Line($"{table.Files} files hold {table.Trains} trains and {table.Paths} paths; the files are sound.");
        if (table.Runs.Count == 0)
        {
            return sheet.Line("Nothing to run: give a train and a path, or a folder that holds both.").Finish();
        }
        sheet.Line(Text($"Step {table.Rule.Metres:0.##} m with the forces of its beginning, as the form has it; "
            + $"`exact` is the same run in steps of {StepRule.Fine.Metres:0.##} m with the forces of their middle."));
        foreach (var run in table.Runs) Show(sheet, run);
        return sheet.Finish();
    }

    private static void Show(TextSheet sheet, TrainRun run)
    {
        var train = run.Train;
        sheet.Heading(Text($"{train.Id} over {run.Path.Id}"));
        sheet.Line(Text($"{train.Name}: {train.Mass / 1000:0.#} t, {train.Length:0.#} m, rotating factor "
            + $"{train.RotatingFactor:0.000}, at most {train.SpeedLimit * 3.6:0.#} km/h, braking "
            + $"{train.Braking:0.###} m/s2; {(run.Path.To - run.Path.From) / 1000:0.###} km"), 2);
        switch (run.Outcome)
        {
            case RunOutcome.Refused no:
                sheet.Line($"{no.Code}: {no.Evidence}", 2);
                return;
            case RunOutcome.Arrived found:
                var exact = run.Fine is RunOutcome.Arrived fine
                    ? Text($"; exact {fine.Seconds:0.0} s, difference {found.Seconds - fine.Seconds:+0.0;-0.0} s")
                    : "";
                sheet.Line(Text($"running time {found.Seconds:0.0} s = {Clock(found.Seconds)}{exact}"), 2);
                if (found.Points.Count == 0) return;
                IReadOnlyList<string> head = ["point", "front m", "s", "km/h", "m/s2", "pull kN", "behaviour"];
                sheet.Rows([0, 9, 8, 7, 7, 8, 15], found.Points.Select(Row).Prepend(head), 2, 1, 2, 3, 4, 5);
                return;
            default:
                throw new InvalidOperationException($"unknown outcome {run.Outcome}");
        }
    }

    private static IReadOnlyList<string> Row(PointState point) => point.State is not { } s
        ? [point.Point.Label, "", "", "", "", "", "not on the path"]
        :
        [
            point.Point.Label, Text($"{s.Front:0.0}"), Text($"{s.Seconds:0.0}"), Text($"{s.Speed * 3.6:0.0}"),
            Text($"{s.Acceleration:0.000}"), Text($"{s.Pull / 1000:0.0}"), s.Word,
        ];

    private static string Clock(double seconds) =>
        Text($"{Math.Floor(seconds / 60):0} min {seconds % 60:00} s");

    private static string Text(DefaultInterpolatedStringHandler text) => text.ToStringAndClear();
}
