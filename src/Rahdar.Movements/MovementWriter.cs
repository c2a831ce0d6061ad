using System.Globalization;
using System.Text;
using NodaTime.Text;
using Rahdar.Network.Reading;

namespace Rahdar.Movements;

/// <summary>Writes movements as CSV; docs/formats/movements.md describes the file.</summary>
/// <remarks>Source: RFC 4180, in UTF-8 without byte order mark.</remarks>
public static class MovementWriter
{
    /// <summary>Writes a log, its movements in the order given; the stream stays open.</summary>
    /// <remarks>Throws: when a movement is of a unit that is not in the log, or could not be read back: a missing id,
    /// white space at the ends of a text, a zero character, half a surrogate pair, a negative price, a date or a
    /// length beyond the readers' limits.</remarks>
    public static void Write(Stream output, MovementLog log)
    {
        var units = log.Units.ToDictionary(u => u.Id);
        using var writer = new StreamWriter(output, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        writer.WriteLine(MovementRow.Header);
        foreach (var movement in log.Movements)
        {
            Check(movement);
            var unit = units[movement.Unit];
            string[] cells =
            [
                Text(unit.Id.Value), MovementNames.Of(unit.Kind), unit.Count.ToString(CultureInfo.InvariantCulture),
                InstantPattern.ExtendedIso.Format(movement.At), .. MovementRow.Cells(movement).Select(Text),
            ];
            writer.WriteLine(string.Join(',', cells));
        }
    }

    private static string Text(string text)
    {
        if (text.Trim() != text || text.Contains('\0') || text.Length >= ReadingLimits.FieldCharactersMax)
            throw new ArgumentException($"`{text}` cannot be written so that it can be read back");
        var guarded = MovementRow.Guarded(text);
        return guarded.AsSpan().ContainsAny("\",\r\n") ? $"\"{guarded.Replace("\"", "\"\"")}\"" : guarded;
    }

    private static void Check(Movement movement)
    {
        string?[] ids = movement switch
        {
            Departed m => [m.To.Value],
            Arrived m => [m.From.Value],
            Loaded m => [m.Onto.Value],
            Unloaded m => [m.From.Value],
            _ => [],
        };
        if (ids.Append(movement.Unit.Value).Append(movement.Place.Value).Any(string.IsNullOrEmpty))
            throw new ArgumentException($"{movement}: an id is missing");
        if (movement.At.InUtc().Year is < ReadingLimits.YearMin or > ReadingLimits.YearMax)
            throw new ArgumentException($"{movement}: the date cannot be read back");
        if (movement is Ended { Cents: < 0 } or Arrived { Cents: < 0 })
            throw new ArgumentException($"{movement}: the price is negative");
    }
}
