namespace Rahdar.Planning;

/// <summary>The one place where figures become whole numbers.</summary>
/// <remarks>Source: docs/decisions, "The plan space, written down to the minute".</remarks>
internal static class Rounding
{
    /// <summary>Hours to whole minutes, rounded up.</summary>
    internal static int Minutes(decimal hours) => (int)decimal.Ceiling(hours * 60m);

    /// <summary>Kilometres at a speed to whole minutes, rounded up; stretched by rest, 24 h of clock for so many hours
    /// of driving.</summary>
    internal static int RunMinutes(decimal km, decimal speed, decimal drivingHours = 24m) =>
        (int)decimal.Ceiling(km * 24m * 60m / (speed * drivingHours));

    /// <summary>Share a/b of some hours to whole minutes, rounded up; divided last, so that a whole result stays
    /// whole.</summary>
    internal static int ShareMinutes(decimal hours, decimal a, decimal b) => (int)decimal.Ceiling(hours * 60m * a / b);

    /// <summary>Dollars to whole cents, half away from zero.</summary>
    internal static long Cents(decimal usd) => (long)decimal.Round(usd * 100m, MidpointRounding.AwayFromZero);

    /// <summary>Grams, half away from zero.</summary>
    internal static long Grams(decimal grams) => (long)decimal.Round(grams, MidpointRounding.AwayFromZero);

    /// <summary>Nepers to nanonepers, half away from zero.</summary>
    internal static long Nanonepers(double nepers) => (long)Math.Round(nepers * 1e9, MidpointRounding.AwayFromZero);
}
