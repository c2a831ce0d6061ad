using System.Globalization;
using NodaTime;

namespace Rahdar.Tests.Drawing;

/// <summary>Reads the opening days and hours of a border.</summary>
internal static class DrawingHours
{
    /// <summary>Minutes from 00:00 to 24:00.</summary>
    public const int MinutesADay = 1440;

    private static readonly string[] DayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>All seven days, Monday first.</summary>
    public static IReadOnlyList<IsoDayOfWeek> Week { get; } = [.. Enumerable.Range(1, 7).Select(n => (IsoDayOfWeek)n)];

    /// <summary>One day (fri) or a run of days that may go over the end of the week (sat-thu).</summary>
    public static IReadOnlyList<IsoDayOfWeek> TakeDays(DrawingLine line)
    {
        string word = line.TakeWord("opening days");
        string[] ends = word.Split('-');
        int first = Array.IndexOf(DayWords, ends[0]);
        int last = Array.IndexOf(DayWords, ends[^1]);
        if (ends.Length > 2 || first < 0 || last < 0)
        {
            throw line.Fault($"'{word}' are no opening days");
        }

        List<IsoDayOfWeek> days = [(IsoDayOfWeek)(first + 1)];
        for (int day = first; day != last; day = (day + 1) % 7)
        {
            days.Add((IsoDayOfWeek)(((day + 1) % 7) + 1));
        }

        return days;
    }

    /// <summary>Opening hours on one day, 08:00-17:00, as minutes of the day; 24:00 is the end of the day.</summary>
    public static (int Open, int Close) TakeHours(DrawingLine line)
    {
        string word = line.TakeWord("opening hours");
        string[] ends = word.Split('-');
        int open = ends.Length == 2 ? ReadMinute(ends[0]) : -1;
        int close = ends.Length == 2 ? ReadMinute(ends[1]) : -1;
        return open >= 0 && close > open && close <= MinutesADay
            ? (open, close)
            : throw line.Fault($"'{word}' are no opening hours of one day");
    }

    private static int ReadMinute(string text)
    {
        bool hasShape = text.Length == 5 && text[2] == ':';
        bool hasHour = int.TryParse(text[..Math.Min(2, text.Length)], NumberStyles.None, CultureInfo.InvariantCulture,
            out int hour);
        bool hasMinute = int.TryParse(text[Math.Min(3, text.Length)..], NumberStyles.None,
            CultureInfo.InvariantCulture, out int minute);
        return hasShape && hasHour && hasMinute && minute < 60 ? (hour * 60) + minute : -1;
    }
}
