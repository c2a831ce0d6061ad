using NodaTime;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>The rectangle inside the axes.</summary>
internal readonly record struct Frame(double Left, double Top, double Right, double Bottom)
{
    internal double Width => Right - Left;

    internal double Height => Bottom - Top;
}

/// <summary>Numbers along an axis.</summary>
/// <param name="Low">Value at <paramref name="From"/>.</param>
/// <param name="High">Value at <paramref name="To"/>.</param>
/// <param name="From">Pixel where the axis begins.</param>
/// <param name="To">Pixel where it ends.</param>
internal sealed record Scale(double Low, double High, double From, double To)
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    internal double At(double value) => From + (value - Low) / (High - Low) * (To - From);

    /// <summary>A scale from low (or 0) to a round number at or above the greatest value, in at most so many
    /// steps.</summary>
    internal static Scale Round(double low, double high, double from, double to, int stepsMax)
    {
        var (bottom, top) = (Math.Min(0, low), Math.Max(high, 0));
        if (top <= bottom) top = bottom + 1;
        var step = StepFor(top - bottom, stepsMax);
        return new Scale(
            Math.Floor(bottom / step + 1e-9) * step, Math.Ceiling(top / step - 1e-9) * step, from, to)
        { Step = step };
    }

    /// <summary>Distance of two ticks.</summary>
    internal double Step { get; init; } = 1;

    internal int Decimals => Step >= 1 && Step % 1 == 0 ? 0 : Step * 10 % 1 == 0 ? 1 : 2;

    internal IEnumerable<double> Ticks()
    {
        var count = (int)Math.Round((High - Low) / Step);
        for (var i = 0; i <= count; i++) yield return Low + i * Step;
    }

    internal static double StepFor(double span, int stepsMax)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(span / stepsMax)));
        return Steps.Select(s => s * size).First(s => span / s <= stepsMax + 1e-9);
    }
}

/// <summary>Instants along an axis, always from left to right.</summary>
internal sealed record TimeScale(Instant Begin, Instant End, double From, double To)
{
    private static readonly int[] StepHours =
        [1, 2, 3, 6, 12, 24, 48, 72, 120, 168, 240, 336, 720, 1440, 2184, 4368, 8760, 17520, 43800];

    internal double At(Instant at) => From + (at - Begin) / (End - Begin) * (To - From);

    /// <summary>Ticks at UTC midnights or whole hours, as many as fit.</summary>
    internal IReadOnlyList<(Instant At, string Label)> Ticks(Speech speech, double size)
    {
        var widest = Math.Max(TextWidth.Of(speech.DayMonth(new LocalDate(2025, 6, 28)), size),
            TextWidth.Of(speech.DayMonth(new LocalDate(2025, 9, 28)), size)) + 14;
        var hours = (End - Begin).TotalHours;
        var step = StepHours.FirstOrDefault(h => h / hours * (To - From) >= widest, StepHours[^1]);
        var at = Begin.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var ticks = new List<(Instant, string)>();
        for (; at <= End; at += Duration.FromHours(step))
        {
            if (at < Begin) continue;
            var utc = at.InUtc();
            ticks.Add((at, utc.TimeOfDay == LocalTime.Midnight ? speech.DayMonth(utc.Date)
                : speech.Clock(utc.TimeOfDay)));
        }
        return ticks;
    }
}
