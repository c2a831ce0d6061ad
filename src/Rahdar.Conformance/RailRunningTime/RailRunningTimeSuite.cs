using System.Globalization;
using Rahdar.Lines.Forms;
using Rahdar.Lines.Running;
using Rahdar.Network.Reading;

namespace Rahdar.Conformance.RailRunningTime;

/// <summary>Running times, states on the way, and files of the forms that must be accepted or refused.</summary>
internal static class RailRunningTimeSuite
{
    /// <summary>Share by which a time, a speed or a force may differ.</summary>
    private const double Share = 0.005;

    /// <summary>m/s2 by which an acceleration may differ: near cruising it is the small difference of two
    /// forces.</summary>
    private const double AccelerationMargin = 0.001;

    private const string Times = "running-times.csv";
    private const string Points = "points-of-interest.csv";

    internal static Suite Suite { get; } = new(
        "rail-running-time", "Each run takes the expected time, each state is met, each form is judged rightly.",
        $"{Times}, {Points}, trains/*.yaml, paths/*.yaml; or schema-*/valid and schema-*/invalid", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder)
    {
        var cases = new List<SuiteCase>();
        var runs = new Dictionary<(string, string), RunOutcome.Arrived>();
        if (folder.Has(Times))
            foreach (var row in folder.ReadCsv(Times, "train,path,running_time_s") ?? [])
                cases.Add(SuiteCase.Of($"{Times}:{row.Line}",
                    () => [.. Compare("running_time_s", row, Run(folder, runs, row).Seconds, 0)]));
        if (folder.Has(Points))
            foreach (var row in folder.ReadCsv(
                Points, "train,path,label,s_front_m,v_mps,t_s,a_mps2,F_T_N,R_train_N,R_path_N,behavior") ?? [])
                cases.Add(SuiteCase.Of($"{Points}:{row.Line}", () => State(folder, runs, row)));
        foreach (var file in folder.ListFiles(".yaml").Where(f => f.StartsWith("schema-", StringComparison.Ordinal)))
            if (file.Split('/') is [_, "valid" or "invalid", _])
                cases.Add(SuiteCase.Of(file, () => Form(folder, file)));
        return cases;
    }

    private static IEnumerable<Difference> State(
        SuiteFolder folder, Dictionary<(string, string), RunOutcome.Arrived> runs, CsvRow row)
    {
        var label = row.Text("label");
        var state = Run(folder, runs, row).Points.FirstOrDefault(p => p.Point.Label == label)?.State;
        if (state is null) return [new Difference("", "a state", "none: the point is not on the path")];
        var force = Share * Math.Max(Math.Abs(state.Pull), state.TrainResistance);
        IEnumerable<Difference> word = state.Word == row.Text("behavior") ? []
            : [new Difference("behavior", row.Text("behavior"), state.Word)];
        return
        [
            .. word, .. Compare("s_front_m", row, state.Front, 0), .. Compare("v_mps", row, state.Speed, 0),
            .. Compare("t_s", row, state.Seconds, 0),
            .. Compare("a_mps2", row, state.Acceleration, AccelerationMargin),
            .. Compare("F_T_N", row, state.Pull, force), .. Compare("R_train_N", row, state.TrainResistance, force),
            .. Compare("R_path_N", row, state.PathResistance, force),
        ];
    }

    // A margin of 0 is the share of the expected value.
    private static IEnumerable<Difference> Compare(string column, CsvRow row, double found, double margin)
    {
        if (!double.TryParse(row.Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var expected))
            yield return new Difference(column, "a number", $"`{row.Text(column)}`");
        else if (Math.Abs(found - expected) > (margin > 0 ? margin : Share * Math.Abs(expected)))
            yield return new Difference(
                column, expected.ToString("0.######", CultureInfo.InvariantCulture),
                found.ToString("0.###", CultureInfo.InvariantCulture));
    }

    private static RunOutcome.Arrived Run(
        SuiteFolder folder, Dictionary<(string, string), RunOutcome.Arrived> runs, CsvRow row)
    {
        var key = (row.Text("train"), row.Text("path"));
        if (runs.TryGetValue(key, out var known)) return known;
        var faults = new FaultCollector();
        var train = Read(folder, $"trains/{key.Item1}.yaml", faults).ListTrains(faults).FirstOrDefault();
        var path = Read(folder, $"paths/{key.Item2}.yaml", faults).Paths.FirstOrDefault();
        if (train is null || path is null || !faults.IsClean)
            throw new InvalidDataException(string.Join("; ", faults.Faults));
        return runs[key] = RunningTime.Of(train, path, StepRule.OfForm) switch
        {
            RunOutcome.Arrived arrived => arrived,
            RunOutcome.Refused no => throw new InvalidDataException($"{no.Code}: {no.Evidence}"),
            var other => throw new InvalidOperationException($"unknown outcome {other}"),
        };
    }

    private static IEnumerable<Difference> Form(SuiteFolder folder, string file)
    {
        var faults = new FaultCollector();
        Read(folder, file, faults);
        var (wanted, found) = (file.Split('/')[1], faults.IsClean ? "valid" : "invalid");
        return found == wanted ? []
            : [new Difference("", wanted, faults.IsClean ? found : $"{found} ({faults.Faults[0]})")];
    }

    private static RailForms Read(SuiteFolder folder, string file, FaultCollector faults)
    {
        using var stream = folder.Open(file);
        if (stream is null)
        {
            faults.Add(file, 0, "", "suite:missing-file", "the folder does not hold this file");
            return RailForms.None;
        }
        using var reader = new StreamReader(stream);
        return RailForms.Read(file, reader.ReadToEnd(), faults);
    }
}
