using System.Globalization;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>Drawings whose figures have a spread with p10 and p90 a clerk can write down.</summary>
/// <remarks>A triangle of least m, likely m + 3k and greatest m + 30k has p10 = m + 3k, p90 = m + 21k and mean
/// m + 11k.</remarks>
internal static class SpreadDrawing
{
    /// <summary>By truck over one border, 300 + 30 + 300 km at 30 km/h of clock, and 24 USD a TEU and day: 2 USD an
    /// hour for both boxes.</summary>
    public const string OneWay = SpecAnswer.Basics +
        """
        link PKAAA PKBBB road 300km
        link PKBBB IRCCC road 30km
        link IRCCC IRDDD road 300km
        border PKBBB IRCCC road 16h 100
        trucks on
        query PKAAA IRDDD ready 2025-06-01T00:00Z

        """;

    /// <summary>Truck: 12 h and 240 USD, 264 USD with its time. Train: 54 h with half of 84 h waited, 160 USD, 268
    /// with its time.</summary>
    public const string TruckOrTrain = SpecAnswer.Basics +
        """
        link PKAAA PKBBB rail 1676 500km
        link PKAAA PKBBB road 300km
        train T1 PKAAA PKBBB rail weekly 2 capacity 40
        trucks on
        query PKAAA PKBBB ready 2025-06-01T00:00Z

        """;

    /// <summary>Haulage of that truck: mean 0.30, p10 0.14, p90 0.50 USD a km.</summary>
    public static void UncertainHaulage(SpecFiles files)
    {
        Spread(files, "facts/tariffs.csv", "road-PK", "usd_", "", 0.08m, 0.02m);
        files.Set("facts/tariffs.csv", "road-PK", "source", "EST");
    }

    /// <summary>Sets least, likely and greatest value of a row to m, m + 3k, m + 30k.</summary>
    public static void Spread(
        SpecFiles files, string file, string row, string before, string after, decimal least, decimal k)
    {
        foreach (var (name, value) in new[] { ("min", least), ("mode", least + 3 * k), ("max", least + 30 * k) })
            files.Set(file, row, before + name + after, value.ToString(CultureInfo.InvariantCulture));
    }

    public static CorridorNetwork NetworkOf(string drawing, Action<SpecFiles>? change = null) =>
        DrawnCorridor.NetworkOf(DrawingParser.Parse(drawing), files =>
        {
            var changed = new SpecFiles(files);
            change?.Invoke(changed);
            return changed.Texts;
        });

    public static PlanAnswer Answer(string drawing, Action<SpecFiles>? change = null) =>
        Answer(NetworkOf(drawing, change), DrawnCorridor.QueryOf(DrawingParser.Parse(drawing)));

    public static PlanAnswer Answer(CorridorNetwork network, PlanQuery query) =>
        new(network, query, Planner.Plan(network, query), []);

    public static PlanOutcome.Found Found(PlanAnswer answer) => Assert.IsType<PlanOutcome.Found>(answer.Outcome);

    public static ValueOfTime ValueOf(PlanAnswer answer) => ValueOfTime.OfData(answer.Network, answer.Query.Cargo);
}
