using NodaTime;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Draws random tiny corridors in the language of drawings, the same for the same seed.</summary>
public static class RandomDrawings
{
    private const int TinyStepsMax = 12_000;

    private static readonly Duration TravelWindow = Duration.FromDays(20);

    /// <summary>A corridor of 4 to 7 places in 2 or 3 countries, small enough for brute force.</summary>
    /// <remarks>A corridor that turns out too large (about one in five) is drawn again.</remarks>
    public static string Draw(int seed) => DrawTiny(attempt => new RandomSketch(seed, attempt).Draw());

    /// <summary>A corridor where boxes that came apart may meet again at a timetabled train.</summary>
    public static string DrawMeeting(int seed) => DrawTiny(attempt => new RandomMeetings(seed, attempt).Draw());

    /// <summary>What a drawing has in it that makes planning hard.</summary>
    public static DrawingFeatures Of(CorridorDrawing drawing)
    {
        IReadOnlyList<DrawnTariff> tariffs =
            [.. drawing.Ports.Select(p => p.Tariff), .. drawing.Yards.Select(y => y.Tariff)];
        OracleTrains trains = new(new OracleWorld(drawing));
        return new DrawingFeatures(
            HasStorageTiers: tariffs.Any(t => t.ThenRate is not null),
            HasOpeningHours: drawing.Borders.Any(b => !b.IsAlwaysOpen && IsUsable(drawing, b)),
            HasCapacityBite: drawing.Trains.Any(t => t.Capacity < drawing.Cargo.Boxes),
            HasNonFifo: drawing.Borders.Any(b => IsUsable(drawing, b) && HasHolidayInWindow(drawing, b)),
            HasFrequency: drawing.Trains.Any(t => t.Weekly is not null),
            HasTimetable: drawing.Trains.Any(t => t.Departures is not null),
            HasClosure: drawing.Closures.Count > 0,
            HasDispute: drawing.Disputes.Count > 0,
            HasGaugeBreak: drawing.Gauges.Count > 0,
            HasSea: drawing.Trains.Any(t => t.Mode == "sea"),
            HasLongestStay: tariffs.Any(t => t.LongestStayDays is not null),
            HasSplitTrain: drawing.Links.Any(k => k.Mode == "rail" && trains.FindPortions(k) > 1));
    }

    private static string DrawTiny(Func<int, string> draw)
    {
        for (int attempt = 0; ; attempt++)
        {
            string text = draw(attempt);
            if (BruteForce.FindFront(DrawingParser.Parse(text), TinyStepsMax) is not null)
            {
                return text;
            }
        }
    }

    /// <summary>Whether anything can run over a border: a truck, a block train or a service of its mode.</summary>
    private static bool IsUsable(CorridorDrawing drawing, DrawnBorder border) =>
        drawing.Trains.Any(t => t.Mode == border.Mode && t.Capacity >= drawing.Cargo.Boxes)
        || (border.Mode == "road" ? drawing.TrucksOn : drawing.RequestOn);

    private static bool HasHolidayInWindow(CorridorDrawing drawing, DrawnBorder border)
    {
        LocalDate first = drawing.Query.Ready.InUtc().Date;
        LocalDate last = (drawing.Query.Ready + TravelWindow).InUtc().Date;
        return drawing.Holidays.Any(h => h.First <= last && h.Last >= first && h.Share < 1
            && (h.Country == border.From[..2] || h.Country == border.To[..2]));
    }
}

/// <summary>Flags of a drawing, to count what a set of random drawings covers.</summary>
public sealed record DrawingFeatures(
    bool HasStorageTiers, bool HasOpeningHours, bool HasCapacityBite, bool HasNonFifo, bool HasFrequency,
    bool HasTimetable, bool HasClosure, bool HasDispute, bool HasGaugeBreak, bool HasSea, bool HasLongestStay,
    bool HasSplitTrain);
