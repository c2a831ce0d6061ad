using System.Text;
using NodaTime;
using Rahdar.Indicators;
using Rahdar.Indicators.Arrivals;
using Rahdar.Indicators.Charts;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Reports;

namespace Rahdar.Tower;

/// <summary>Use case: measure the corridor as ministries do, from files of movements.</summary>
public static class IndicatorsVerb
{
    private const decimal ToleranceMax = 10_000;
    private const int KeysMax = 3;
    private const string OneRun = "Simulated, one run: not a measurement. An interval here takes each unit for one "
        + "observation; units that come together wait together, so it is too narrow, and it holds nothing of the luck "
        + "between runs.";

    private const string TextFile = "movements";

    /// <summary>Measures; null with every fault when it cannot be done.</summary>
    /// <param name="network">The corridor that the movements are on.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it: nothing is then written.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IndicatorAnswer? Answer(
        CorridorNetwork network, IndicatorRequest request, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        var keys = ReadKeys(request.By, faults);
        var corridor = ReadCorridor(network, request.Corridor, faults);
        if (request.ToleranceHours is < 0 or > ToleranceMax)
            Fault(faults, "--tolerance", "query:tolerance",
                $"{request.ToleranceHours} h: 0 to {ToleranceMax} can be asked");
        if (request.Csv is { } csv && WholeFile.Check(csv) is { } why)
            Fault(faults, "--csv", "query:file", why);
        var geography = Geography.Of(network);
        var plan = new Watched(request.Chart);
        if (request.Planned is { } planned)
            foreach (var file in MovementFiles.List([planned], faults))
                MovementFiles.Read(network, file, faults, plan.Add, cancel);
        var (builder, seen) = (new MeasurementBuilder(geography), new Watched(request.Chart));
        var files = MovementFiles.List(request.Paths, faults);
        foreach (var file in files)
        {
            step?.Invoke($"reading {file}");
            MovementFiles.Read(
                network, file, faults,
                (unit, timeline) =>
                {
                    builder.Add(unit, timeline);
                    if (request.Planned is not null || unit.Id.Value == request.Chart) seen.Add(unit, timeline);
                },
                cancel);
        }
        if (faults.IsClean && request.Chart is not null && seen.Timeline is null)
            Fault(faults, "--chart", "query:unknown-unit", $"no unit `{request.Chart}` is told of");
        if (!faults.IsClean) return null;
        var measured = builder.Finish();
        var answer = new IndicatorAnswer(network, files, measured, IndicatorSheet.Of(measured, keys, corridor))
        {
            Corridor = corridor,
            Chart = ChartOf(network, geography, seen.Timeline, plan.Timeline),
            Arrivals = request.Planned is null ? null : ArrivalComparison.Of(
                plan.Ends.Where(e => e.End is not null).ToDictionary(e => e.Unit.Id, e => e.End!.Value), seen.Ends,
                Duration.FromHours((double)request.ToleranceHours), builder.Until),
            Notes = [.. ListNotes(plan, seen, files)],
            Csv = request.Csv,
        };
        cancel.ThrowIfCancellationRequested();
        if (request.Csv is { } sheet)
            WholeFile.Write(sheet, IndicatorCsv.Of(answer), cancel);
        return answer;
    }

    /// <summary>Measures the first run of a simulation; null with every fault when it cannot be asked.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="simulated">What is simulated, as typed.</param>
    /// <param name="by">Keys separated by commas.</param>
    /// <param name="corridor">Only what is counted to this corridor; null for all.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IndicatorAnswer? OfSimulation(
        CorridorNetwork network, SimulateRequest simulated, string by, string? corridor, FaultCollector faults,
        Action<string>? step = null, CancellationToken cancel = default)
    {
        var (keys, only) = (ReadKeys(by, faults), ReadCorridor(network, corridor, faults));
        if (SimulateVerb.TellMovements(network, simulated, faults, step, cancel) is not var (changed, log, run, notes))
            return null;
        var builder = new MeasurementBuilder(Geography.Of(changed));
        builder.Add(log, cancel);
        return Measured(changed, run, builder, keys, only, [OneRun, .. notes]);
    }

    /// <summary>Measures movements given as the text of a file.</summary>
    /// <inheritdoc cref="OfSimulation"/>
    public static IndicatorAnswer? OfText(
        CorridorNetwork network, string text, string by, string? corridor, FaultCollector faults,
        CancellationToken cancel = default)
    {
        var (keys, only) = (ReadKeys(by, faults), ReadCorridor(network, corridor, faults));
        var builder = new MeasurementBuilder(Geography.Of(network));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        MovementReader.ReadUnits(
            stream, TextFile, faults,
            (unit, movements) =>
            {
                cancel.ThrowIfCancellationRequested();
                builder.Add(unit, Timeline.Of(movements));
            },
            network);
        return faults.IsClean ? Measured(network, TextFile, builder, keys, only, []) : null;
    }

    private static IndicatorAnswer Measured(
        CorridorNetwork network, string file, MeasurementBuilder builder, IReadOnlyList<IndicatorKey> keys,
        string? corridor, IReadOnlyList<string> notes)
    {
        var measured = builder.Finish();
        return new IndicatorAnswer(network, [file], measured, IndicatorSheet.Of(measured, keys, corridor))
        {
            Corridor = corridor,
            Notes = notes,
        };
    }

    private static List<IndicatorKey> ReadKeys(string by, FaultCollector faults)
    {
        var keys = new List<IndicatorKey>();
        foreach (var word in by.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (IndicatorKeys.Names.TryGetValue(word, out var key)) keys.Add(key);
            else
                Fault(faults, "--by", "query:by",
                    $"`{word}` is not one of {string.Join(", ", IndicatorKeys.Names.Keys)}");
        if (keys.Distinct().Count() > KeysMax)
            Fault(faults, "--by", "query:by", $"at most {KeysMax} keys can be asked at once");
        return keys;
    }

    private static string? ReadCorridor(CorridorNetwork network, string? text, FaultCollector faults)
    {
        if (text is null) return null;
        text = text.Trim().Replace('С', 'C').Replace('с', 'c'); // typed on a Russian keyboard
        var known = network.Indicators.SelectMany(i => i.Corridors).Distinct().Order(StringComparer.Ordinal).ToList();
        var found = known.Find(c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase) || c == "C" + text);
        if (found is null)
            Fault(faults, "--corridor", "query:corridor", $"`{text}` is not one of {string.Join(", ", known)}");
        return found;
    }

    private static UnitChart? ChartOf(
        CorridorNetwork network, Geography geography, Timeline? happened, Timeline? planned)
    {
        TimeCostChart Of(Timeline timeline) => ChartLegs.Of(
            timeline, geography, place => network.Places.GetValueOrDefault(place)?.Name ?? place.Value);
        return happened is null ? null : new UnitChart(
            happened.Unit.Value, happened.Movements[0].At, Of(happened), planned is null ? null : Of(planned));
    }

    private static IEnumerable<string> ListNotes(Watched plan, Watched seen, IReadOnlyList<string> files)
    {
        if (plan.Ends.Count(e => e.End is null) is > 0 and var open)
            yield return $"{open:#,0} planned units are never delivered: they have no planned arrival";
        if (seen.IsRepeated)
            yield return $"the unit of the chart is in several of {files.Count} files; the first is shown";
    }

    private static void Fault(FaultCollector faults, string option, string code, string message) =>
        faults.Add(PlanVerb.QuestionFile, 0, option, code, message);

    /// <summary>What is kept of units beside their samples: when each ended, and the timeline of one.</summary>
    private sealed class Watched(string? chart)
    {
        internal List<(Unit Unit, Instant? End)> Ends { get; } = [];

        internal Timeline? Timeline { get; private set; }

        internal bool IsRepeated { get; private set; }

        internal void Add(Unit unit, Timeline timeline)
        {
            Ends.Add((unit, ArrivalComparison.EndOf(timeline)));
            if (unit.Id.Value != chart) return;
            IsRepeated |= Timeline is not null;
            Timeline ??= timeline;
        }
    }
}
