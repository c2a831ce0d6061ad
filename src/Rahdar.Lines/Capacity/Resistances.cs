namespace Rahdar.Lines.Capacity;

/// <summary>Published formulas of running resistance, beside those of the running-time form.</summary>
/// <remarks>
/// The coefficients define the formulas; they are no measurements of ours. Source: PTR 1985, rules of traction
/// calculation of the Soviet railways, for stock on roller bearings; Davis as used with coefficients of a vehicle.
/// </remarks>
public static class Resistances
{
    /// <summary>Loaded four-axle wagon, N/kN.</summary>
    /// <param name="kmh">km/h.</param>
    /// <param name="axleLoad">Tonnes an axle, above 6.</param>
    /// <param name="isWelded">True for continuous welded rail.</param>
    public static double PtrLoaded(double kmh, double axleLoad, bool isWelded)
    {
        var (a, b) = isWelded ? (0.09, 0.002) : (0.1, 0.0025);
        return 0.7 + (3 + a * kmh + b * kmh * kmh) / axleLoad;
    }

    /// <summary>Empty four-axle wagon, N/kN.</summary>
    /// <param name="kmh">km/h.</param>
    /// <param name="isWelded">True for continuous welded rail.</param>
    public static double PtrEmpty(double kmh, bool isWelded)
    {
        var (a, b) = isWelded ? (0.042, 0.00016) : (0.044, 0.00024);
        return 1 + a * kmh + b * kmh * kmh;
    }

    /// <summary>Locomotive under power, N/kN.</summary>
    /// <param name="kmh">km/h.</param>
    /// <param name="isWelded">True for continuous welded rail.</param>
    public static double PtrPulling(double kmh, bool isWelded)
    {
        var (a, b) = isWelded ? (0.008, 0.00025) : (0.01, 0.0003);
        return 1.9 + a * kmh + b * kmh * kmh;
    }

    /// <summary>Locomotive rolling without power, N/kN.</summary>
    /// <param name="kmh">km/h.</param>
    /// <param name="isWelded">True for continuous welded rail.</param>
    public static double PtrCoasting(double kmh, bool isWelded)
    {
        var (a, b) = isWelded ? (0.009, 0.00035) : (0.011, 0.00035);
        return 2.4 + a * kmh + b * kmh * kmh;
    }

    /// <summary>Davis: a constant, a part that grows with speed, a part that grows with its square; newtons.</summary>
    /// <param name="speed">m/s.</param>
    /// <param name="a">N.</param>
    /// <param name="b">N per m/s.</param>
    /// <param name="c">N per (m/s)2.</param>
    public static double Davis(double speed, double a, double b, double c) => a + b * speed + c * speed * speed;
}
