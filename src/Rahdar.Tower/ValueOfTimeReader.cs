using System.Globalization;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;

namespace Rahdar.Tower;

/// <summary>Reads `--value-of-time`: US dollars a day for all boxes.</summary>
public static class ValueOfTimeReader
{
    private const decimal Most = 10_000_000m;

    /// <summary>Checks what was given; nothing given is right.</summary>
    public static void Check(string? text, FaultCollector faults)
    {
        if (text is not null && Parse(text) is null)
            faults.Add(PlanVerb.QuestionFile, 0, "--value-of-time", "query:value-of-time",
                $"`{text}` is not US dollars a day for all boxes, 0 to {Most:0}");
    }

    /// <summary>What was given, or the data's own figure for these boxes.</summary>
    public static ValueOfTime Of(string? text, CorridorNetwork network, Cargo cargo) =>
        text is not null && Parse(text) is { } usd
            ? new ValueOfTime(usd, "given with the question")
            : ValueOfTime.OfData(network, cargo);

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd) && usd <= Most
            ? usd
            : null;
}
