using System.Globalization;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: send all boxes together, or in parts.</summary>
public static class ConsolidateVerb
{
    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question as typed, for all boxes.</param>
    /// <param name="parts">Boxes a part, `62,31,16`; null for all, half and a quarter of them.</param>
    /// <param name="laterDays">Days after the ready day on which a part may start too.</param>
    /// <param name="valueOfTime">US dollars a day for all boxes; null takes the data's own figure.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static ConsolidationAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, string? parts, int laterDays, string? valueOfTime,
        FaultCollector faults, Action<string>? step = null)
    {
        CheckLaterDays(laterDays, faults);
        ValueOfTimeReader.Check(valueOfTime, faults);
        var given = parts is null ? null : Read(parts, faults);
        if (PlanVerb.Ask(shipped, request, faults) is not { } asked) return null;
        var (network, query, notes) = asked;
        var boxes = query.Cargo.Boxes;
        var sizes = given ?? [.. new[] { boxes, (boxes + 1) / 2, (boxes + 3) / 4 }.Distinct()];
        foreach (var size in sizes) CheckSize(size, boxes, faults);
        if (!faults.IsClean) return null;
        var value = ValueOfTimeReader.Of(valueOfTime, network, query.Cargo);
        return new ConsolidationAnswer(
            network, query, value, Consolidation.Compare(network, query, sizes, value, laterDays, step), laterDays,
            notes);
    }

    /// <summary>Checks `--later-days`.</summary>
    internal static void CheckLaterDays(int days, FaultCollector faults)
    {
        if (days is < 0 or > Limits.LaterReadyDaysMax)
            faults.Add(PlanVerb.QuestionFile, 0, "--later-days", "query:later-days",
                $"{days}: 0 to {Limits.LaterReadyDaysMax} can be asked");
    }

    private static IReadOnlyList<int>? Read(string text, FaultCollector faults)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        var sizes = words.Select(w =>
            int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null)
            .ToList();
        if (sizes.Count <= Limits.SplitsMax && sizes.All(s => s is not null))
            return [.. sizes.OfType<int>().Distinct()];
        faults.Add(PlanVerb.QuestionFile, 0, "--parts", "query:parts",
            $"`{text}` is not boxes a part like 62,31,16: 1 to {Limits.SplitsMax} whole numbers above 0");
        return null;
    }

    private static void CheckSize(int size, int boxes, FaultCollector faults)
    {
        if (size > boxes)
            faults.Add(PlanVerb.QuestionFile, 0, "--parts", "query:parts", $"{size} boxes a part: there are {boxes}");
        else if (Split.Sizes(boxes, size).Count > Limits.PartsMax)
            faults.Add(PlanVerb.QuestionFile, 0, "--parts", "query:parts",
                $"{size} boxes a part make more than {Limits.PartsMax} parts of {boxes}");
    }
}
