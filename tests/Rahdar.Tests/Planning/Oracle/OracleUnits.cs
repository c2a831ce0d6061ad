using NodaTime;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>The whole numbers of the oracle: minutes, cents, nanonepers and grams, and how they are rounded.</summary>
internal static class OracleUnits
{
    /// <summary>Minutes of 24 hours.</summary>
    public const int MinutesADay = 1440;

    private static readonly Instant Epoch = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>Whole minutes since 2000-01-01T00:00Z.</summary>
    public static int ToMinute(Instant instant) => (int)Math.Floor((instant - Epoch).TotalMinutes);

    /// <summary>The instant of a minute.</summary>
    public static Instant ToInstant(int minute) => Epoch + Duration.FromMinutes(minute);

    /// <summary>Up to the whole minute. Multiply first and divide last, so that a whole result stays whole.</summary>
    public static int RoundUp(decimal minutes) => (int)decimal.Ceiling(minutes);

    /// <summary>Hours, up to the whole minute.</summary>
    public static int RoundUpHours(decimal hours) => RoundUp(hours * 60);

    /// <summary>US dollars to the whole cent, half away from zero.</summary>
    public static long ToCents(decimal usd) => (long)decimal.Round(usd * 100, MidpointRounding.AwayFromZero);

    /// <summary>To the whole gram, half away from zero.</summary>
    public static long ToGrams(decimal grams) => (long)decimal.Round(grams, MidpointRounding.AwayFromZero);

    /// <summary>-ln(1 - q) in parts per 10^9, half away from zero.</summary>
    public static long ToNanonepers(decimal probability) =>
        (long)Math.Round(-Math.Log(1 - (double)probability) * 1e9, MidpointRounding.AwayFromZero);

    /// <summary>A minute as a clerk writes it, in UTC: 06-03 14:20.</summary>
    public static string Write(int minute) =>
        ToInstant(minute).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
