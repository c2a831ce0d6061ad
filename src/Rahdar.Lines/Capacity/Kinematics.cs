namespace Rahdar.Lines.Capacity;

/// <summary>Running and braking under constant acceleration.</summary>
public static class Kinematics
{
    /// <summary>Where braking must begin to stop at a place, metres.</summary>
    /// <param name="speed">m/s.</param>
    /// <param name="deceleration">m/s2, above 0.</param>
    /// <param name="stop">Place of the stop, metres.</param>
    public static double BrakeStart(double speed, double deceleration, double stop) =>
        stop - speed * speed / (2 * deceleration);

    /// <summary>Seconds from stand to stand; on a short way the greatest speed is never met.</summary>
    /// <param name="way">Metres.</param>
    /// <param name="greatest">Greatest speed, m/s, above 0.</param>
    /// <param name="acceleration">m/s2, above 0.</param>
    /// <param name="deceleration">m/s2, above 0.</param>
    public static double StandToStand(double way, double greatest, double acceleration, double deceleration)
    {
        var slowness = 1 / acceleration + 1 / deceleration;
        var peak = Math.Min(greatest, Math.Sqrt(2 * way / slowness));
        return peak * slowness + (way - peak * peak * slowness / 2) / greatest;
    }
}
