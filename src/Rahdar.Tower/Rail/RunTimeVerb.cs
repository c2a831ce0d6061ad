using Rahdar.Lines;
using Rahdar.Lines.Running;
using Rahdar.Network.Reading;
using Rahdar.Reports;

namespace Rahdar.Tower.Rail;

/// <summary>Use case: the running time of every train of some files over every path of them.</summary>
public static class RunTimeVerb
{
    /// <summary>All runs; null with every fault when a file is wrong.</summary>
    /// <param name="names">Files and folders.</param>
    /// <param name="step">Length of a step of the form's rule, metres; null for 20.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static RunTable? Answer(IReadOnlyList<string> names, double? step, FaultCollector faults)
    {
        if (step is < Limits.StepMetresMin or > Limits.StepMetresMax || step is { } s && !double.IsFinite(s))
            faults.Add(PlanVerb.QuestionFile, 0, "--step", "query:step",
                $"a step is {Limits.StepMetresMin} to {Limits.StepMetresMax} m");
        var (forms, files) = RailFiles.Read(names, faults);
        if (files == 0 && faults.IsClean)
            faults.Add(names[0], 0, "", "rail:no-files", "the folder holds no .yaml file");
        if (!faults.IsClean) return null;
        // A file without paths is checked as a form: a formation may name vehicles that stand elsewhere.
        var trains = forms.Paths.Count == 0 ? [] : forms.ListTrains(faults);
        if (trains.Count * forms.Paths.Count > Limits.RunsMax)
            faults.Add(names[0], 0, "", "rail:too-many-runs",
                $"{trains.Count} trains over {forms.Paths.Count} paths; at most {Limits.RunsMax} runs at once");
        if (!faults.IsClean) return null;
        var rule = StepRule.OfForm with { Metres = step ?? StepRule.OfForm.Metres };
        return new RunTable(
            files, forms.Stock.Sum(f => f.Trains.Count), forms.Paths.Count, rule,
            [.. trains.SelectMany(t => forms.Paths.Select(p => new TrainRun(
                t, p, RunningTime.Of(t, p, rule), RunningTime.Of(t, p, StepRule.Fine))))]);
    }
}
