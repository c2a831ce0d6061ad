using System.Globalization;
using NodaTime;

namespace Rahdar.Network.Borders;

/// <summary>Days and hours at which a clearance may start, in the post's own zone.</summary>
/// <param name="Days">Open weekdays.</param>
/// <param name="OpensMinute">Minute of the day of opening, 0 to 1439.</param>
/// <param name="ClosesMinute">Minute of the day of closing, up to 1440; a start at this minute is too late.</param>
/// <param name="Zone">Zone of the hours.</param>
/// <param name="Note">Text after the hours, kept as a remark.</param>
public sealed record OpeningHours(
    IReadOnlySet<IsoDayOfWeek> Days, int OpensMinute, int ClosesMinute, DateTimeZone Zone, string Note)
{
    private static readonly string[] DayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Open at every hour of every day.</summary>
    public bool IsAlwaysOpen => Days.Count == 7 && OpensMinute == 0 && ClosesMinute == 1440;

    /// <summary>Never open: "closed to trade".</summary>
    public bool IsNeverOpen => Days.Count == 0;

    /// <summary>Whether a clearance may start at an instant.</summary>
    public bool IsOpenAt(Instant at)
    {
        if (IsAlwaysOpen) return true;
        var local = at.InZone(Zone).LocalDateTime;
        var minute = local.Hour * 60 + local.Minute;
        return Days.Contains(local.DayOfWeek) && minute >= OpensMinute && minute < ClosesMinute;
    }

    /// <summary>Reads `mon-sat` or `sat-thu` and `08:00-17:00 (note)`; null with a reason when the text is
    /// wrong.</summary>
    public static OpeningHours? Parse(string days, string hours, DateTimeZone zone, out string reason)
    {
        reason = "";
        if (days == "none") return new OpeningHours(new HashSet<IsoDayOfWeek>(), 0, 0, zone, hours);
        var set = ParseDays(days);
        if (set is null)
        {
            reason = $"`{days}` is not a range of days such as mon-sat, or none";
            return null;
        }
        var span = hours.Length >= 11 ? hours[..11] : hours;
        var parts = span.Split('-');
        if (parts.Length != 2 || ParseMinute(parts[0]) is not { } opens || ParseMinute(parts[1]) is not { } closes
            || opens >= closes)
        {
            reason = $"`{hours}` does not begin with hours such as 08:00-17:00";
            return null;
        }
        return new OpeningHours(set, opens, closes, zone, hours.Length > 11 ? hours[11..].Trim() : "");
    }

    /// <summary>`mon-sat 08:00-17:00`.</summary>
    public override string ToString()
    {
        if (IsNeverOpen) return "closed to trade";
        var first = Enumerable.Range(0, 7).FirstOrDefault(i => IsOpenOn(i) && !IsOpenOn((i + 6) % 7));
        var last = (first + Days.Count - 1) % 7;
        var isOneRange = Enumerable.Range(first, Days.Count).All(i => IsOpenOn(i % 7));
        var days = isOneRange
            ? Days.Count == 7 ? "mon-sun" : first == last ? DayWords[first] : $"{DayWords[first]}-{DayWords[last]}"
            : string.Join(' ', DayWords.Where((_, i) => IsOpenOn(i)));
        return string.Create(CultureInfo.InvariantCulture, $"{days} {Clock(OpensMinute)}-{Clock(ClosesMinute)}");
    }

    private bool IsOpenOn(int index) => Days.Contains((IsoDayOfWeek)(index + 1));

    private static HashSet<IsoDayOfWeek>? ParseDays(string text)
    {
        var ends = text.Split('-');
        var first = Array.IndexOf(DayWords, ends[0]);
        var last = Array.IndexOf(DayWords, ends[^1]);
        if (ends.Length > 2 || first < 0 || last < 0) return null;
        var set = new HashSet<IsoDayOfWeek>();
        for (var day = first; ; day = (day + 1) % 7)
        {
            set.Add((IsoDayOfWeek)(day + 1));
            if (day == last) return set;
        }
    }

    private static int? ParseMinute(string text) =>
        text.Length == 5 && text[2] == ':'
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
        && hour * 60 + minute <= 1440 && minute < 60
            ? hour * 60 + minute
            : null;

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
