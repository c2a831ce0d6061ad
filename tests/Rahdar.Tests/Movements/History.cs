using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Movements;
using Rahdar.Network.Places;

namespace Rahdar.Tests.Movements;

/// <summary>Movements of one unit as a clerk would note them, a line each: day of June 2025, time (UTC), name, place,
/// and what belongs to it in the order of the record; `-` is an empty text. Stages are written in the same
/// way.</summary>
internal static class History
{
    public const string Box = "16 boxes";

    /// <summary>Movements of the lines, in their order.</summary>
    public static List<Movement> Of(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MovementOf),
    ];

    /// <summary>The timeline of the lines.</summary>
    public static Timeline Fold(string lines) => Timeline.Of(Of(lines));

    /// <summary>`1 06:00 - 1 18:00 moving PKUET > PKTFT T1`, a line for each stage.</summary>
    public static string Text(IEnumerable<Stage> stages) => string.Join('\n', stages.Select(Text));

    /// <summary>Day of June 2025 and time.</summary>
    public static Instant At(string day, string time) =>
        new LocalDate(2025, 6, int.Parse(day, CultureInfo.InvariantCulture))
            .At(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InUtc().ToInstant();

    private static string Text(Stage s)
    {
        var place = s.Kind == StageKind.Moving ? $"{s.From} > {s.To}" : s.From.Value;
        var activity = s.Activity is { } a ? " " + MovementNames.Of(a) : "";
        return $"{Text(s.Begin)} - {Text(s.End)} {s.Kind.ToString().ToLowerInvariant()} {place}{activity} {s.Resource}"
            .TrimEnd();
    }

    private static string Text(Instant at) => at.ToString("d HH:mm", CultureInfo.InvariantCulture);

    private static Movement MovementOf(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (unit, at, place) = (new UnitId(Box), At(words[0], words[1]), new PlaceId(words[3]));
        string Word(int n) => words[4 + n] == "-" ? "" : words[4 + n];
        long? Cents(int n) => words.Length > 4 + n ? long.Parse(words[4 + n], CultureInfo.InvariantCulture) : null;
        return words[2] switch
        {
            "departed" => new Departed(
                unit, at, place, new PlaceId(Word(0)), MovementNames.Modes[Word(1)], Word(2)),
            "arrived" => new Arrived(
                unit, at, place, new PlaceId(Word(0)), MovementNames.Modes[Word(1)], Word(2), Cents(3)),
            "queued" => new Queued(unit, at, place, MovementNames.Activities[Word(0)], Word(1)),
            "began" => new Began(unit, at, place, MovementNames.Activities[Word(0)], Word(1)),
            "ended" => new Ended(unit, at, place, MovementNames.Activities[Word(0)], Word(1), Cents(2)),
            "loaded" => new Loaded(unit, at, place, new UnitId(Word(0))),
            "unloaded" => new Unloaded(unit, at, place, new UnitId(Word(0))),
            "delivered" => new Delivered(unit, at, place),
            _ => throw new FormatException(line),
        };
    }
}
