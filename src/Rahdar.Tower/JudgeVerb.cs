using Rahdar.Indicators;
using Rahdar.Indicators.Borders;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Indicators;
using Rahdar.Network.Reading;
using Rahdar.Planning.Calibration;
using Rahdar.Quantities;
using Rahdar.Reports;

namespace Rahdar.Tower;

/// <summary>Use case: judge border times of movements, simulated ones above all, by what was published.</summary>
/// <remarks>No published border time is read by the simulation (a test walks what it reads). What is judged here is
/// therefore no copy; series whose page also stands behind a post's capacity or work are marked all the same.</remarks>
public static class JudgeVerb
{
    /// <summary>Judges; null with every fault when a file cannot be read.</summary>
    /// <param name="network">The corridor that the movements are on.</param>
    /// <param name="paths">Files of movements, and folders of them.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static JudgementAnswer? Answer(
        CorridorNetwork network, IReadOnlyList<string> paths, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        var builder = new MeasurementBuilder(Geography.Of(network));
        var files = MovementFiles.List(paths, faults);
        foreach (var file in files)
        {
            step?.Invoke($"reading {file}");
            MovementFiles.Read(network, file, faults, builder.Add, cancel);
        }
        if (!faults.IsClean) return null;
        step?.Invoke("predicting from earlier years");
        var measured = builder.Finish();
        var (forecast, lineage) = (CalibrationReport.Of(network).Forecast, new Lineage(network));
        var (judged, notMet) = (new List<JudgedSeries>(), new List<BorderSeries>());
        foreach (var (series, predicted) in forecast.Series)
        {
            if (predicted is null) continue;
            var passages = measured.Passages.Where(p => IsOf(series, p)).ToList();
            if (passages.Count == 0) notMet.Add(series);
            else
                judged.Add(new JudgedSeries(
                    series, BorderClearanceTime.Of(passages), predicted.Value,
                    SharedWith(network, lineage, series, passages)));
        }
        return new JudgementAnswer(
            network, files, forecast.Chosen, judged, notMet,
            measured.Passages.Count == 0 ? null : measured.Passages.Min(p => p.Begin), builder.Until,
            measured.Open.Count);
    }

    /// <summary>Whether a passage is what a series speaks of: the reporting country's side of a post's crossing, or any
    /// post of a country.</summary>
    private static bool IsOf(BorderSeries series, PostPassage p) =>
        p.Country == series.Country && p.Mode == series.Mode && p.Direction == series.Direction
        && (series.Scope == IndicatorScope.Country
            || p.Post.Value == series.ScopeId || p.Facing.Value == series.ScopeId);

    private static IReadOnlyList<string> SharedWith(
        CorridorNetwork network, Lineage lineage, BorderSeries series, IReadOnlyList<PostPassage> passages)
    {
        var ids = passages.Select(p => p.BorderId).ToHashSet();
        var rows = network.Borders.Where(b => ids.Contains(b.Id)).ToList();
        return lineage.Compare(
            series.ScopeId, [.. rows.SelectMany(r => FiguresOf(network, r))],
            [series.ByYear[CalibrationReport.JudgedYear].Value]).Shared;
    }

    /// <summary>What a simulation reads of a post: its capacity, the work on a unit, the traffic of others.</summary>
    private static IEnumerable<Figure> FiguresOf(CorridorNetwork network, BorderRow row)
    {
        var (a, b) = (network.GetPlaceOrUnlinked(row.PlaceA), network.GetPlaceOrUnlinked(row.PlaceB));
        return network.ListActivities(row, a.Country, b.Country).Select(w => w.Hours)
            .Concat(network.Demands.Where(d => d.BorderId == row.Id).Select(d => d.PerDay))
            .Concat(row.CapacityPerDay is { } capacity ? [capacity] : []);
    }
}
